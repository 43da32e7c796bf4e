"""What a file holds, by its name and by its bytes; what cannot be read is a drop that says why."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.read.formats import MAX_BODY, drops_in
from bot.read.records import SHOWN
from bot.shapes import Drop
from tests.factories import NOON

FEED = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Quay Radio</title>
<item><guid>q1</guid><title>Ferry adrift</title><link>https://quay.example/1</link>
<pubDate>Tue, 06 Oct 2026 09:00:00 +0200</pubDate>
<content:encoded>&lt;p&gt;A ferry is adrift.&lt;/p&gt;</content:encoded></item>
<item><guid>q1</guid><title>Ferry adrift</title><link>https://quay.example/1</link>
<content:encoded>&lt;p&gt;A ferry is adrift.&lt;/p&gt;</content:encoded></item>
<item><link>https://quay.example/2</link></item>
<item><link>https://quay.example/3</link><description>Short.</description></item>
</channel></rss>"""

TRAP = "It is XML that declares entities, which are refused because they can hide a trap."

BOMB = """<?xml version="1.0"?><!DOCTYPE z [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>
<rss version="2.0"><channel><title>&b;</title></channel></rss>"""


def taken(name: str, data: bytes | str) -> list[Drop]:
    given = data.encode() if isinstance(data, str) else data
    return drops_in(name, given, source="file", where=name, received=NOON, workspace="local", key="k")


def only(name: str, data: bytes | str) -> Drop:
    (drop,) = taken(name, data)
    return drop


@pytest.mark.parametrize("name", ["note.txt", "note.md", "note", "note.wire"])
def test_text_is_kept_to_the_letter_and_named_after_its_file(name: str) -> None:
    drop = only(name, "First line\r\n\r\n\u201cSecond\u201d\n")
    assert (drop.id, drop.media, drop.body, drop.problem) == (
        "note",
        "text",
        "First line\r\n\r\n\u201cSecond\u201d\n",
        None,
    )


def test_a_json_object_is_one_drop_with_its_fields() -> None:
    fields = {
        "id": "7",
        "outlet": "Quay Radio",
        "title": "T",
        "published": "2026-10-06T09:00:00+02:00",
        "url": "https://q.example/7",
    }
    drop = only("d.json", json.dumps(fields | {"text": "Words.", "extra": 1}))
    assert (drop.id, drop.outlet, drop.title, drop.url, drop.body) == (
        "7",
        "Quay Radio",
        "T",
        "https://q.example/7",
        "Words.",
    )
    assert drop.published == datetime(2026, 10, 6, 7, tzinfo=UTC)
    assert drop.key == "k"


def test_html_in_json_is_html() -> None:
    assert only("d.json", '{"html": "<p>Words.</p>", "text": null}').media == "html"


def test_a_list_gives_each_drop_a_key_and_a_name() -> None:
    drops = taken("d.json", '[{"text": "a"}, {"text": "b"}]')
    assert [(drop.id, drop.key) for drop in drops] == [("d#1", "k#1"), ("d#2", "k#2")]


def test_one_broken_line_costs_no_other() -> None:
    drops = taken("w.jsonl", '{"id": "a", "text": "x"}\n\n{"id": "b"\n{"id": "c", "text": "y"}\n')
    assert [(drop.id, drop.problem) for drop in drops] == [
        ("a", None),
        ("w#3", "Line 3 is not JSON: expecting ',' delimiter at character 11."),
        ("c", None),
    ]


def test_a_line_that_is_not_utf8_costs_no_other() -> None:
    drops = taken("w.jsonl", b'{"text": "caf\xe9"}\n{"text": "ok"}')
    assert [drop.problem for drop in drops] == [
        "Line 1 is not UTF-8 text: byte 0xE9 at offset 13; save it as UTF-8.",
        None,
    ]


def test_json_lines_under_a_json_name_are_taken_as_they_are() -> None:
    assert [drop.body for drop in taken("w.json", '{"text": "a"}\n{"text": "b"}')] == ["a", "b"]


def test_a_line_end_of_unicode_ends_no_json_line() -> None:
    assert only("w.jsonl", '{"text": "a\u2028b"}').body == "a\u2028b"


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        ("a.txt", "", "It is empty."),
        ("a.txt", " \n ", "It is empty."),
        ("a.jsonl", "\n\n", "It is empty."),
        ("a.json", "[]", "It is an empty list: it holds no drop."),
        ("a.json", "{", "It is not JSON: expecting property name enclosed in double quotes at character 2."),
        ("a.json", "[" * 100_000, "It is not JSON: it is nested too deeply."),
        ("a.json", "7", 'It is a number where a drop should be an object with "text" or "html".'),
        ("a.json", "{}", 'It has neither "text" nor "html".'),
        ("a.json", '{"text": ""}', "It is empty: it has no text."),
        ("a.json", '{"text": ["x"]}', 'It has a list as its "text", which must be text.'),
        ("a.json", '{"text": "x", "title": 5}', 'It has a number as its "title", which must be text.'),
        (
            "a.json",
            '{"text": "x", "published": "soon"}',
            'It has "soon" as its "published", which must be a time like "2026-11-24T09:30:00Z".',
        ),
        (
            "a.json",
            '{"text": "x", "published": "0001-01-01T00:00:00+14:00"}',
            'It has "0001-01-01T00:00:00+14:00" as its "published", which must be a time like "2026-11-24T09:30:00Z".',
        ),
        ("a.txt", b"caf\xe9 noir", "It is not UTF-8 text: byte 0xE9 at offset 3; save it as UTF-8."),
        ("a.txt", b"%PDF-1.7 ...", "It is a PDF, not text."),
        ("a.docx", b"PK\x03\x04....", "It is a ZIP archive or an office document, not text."),
        ("a", b"\x00\x01\x02\x03", "It is a binary file, not text."),
        ("a.xml", "<catalogue><entry/></catalogue>", "It is neither an RSS nor an Atom feed."),
        ("a.xml", BOMB, TRAP),
        ("a.xml", BOMB.replace("</rss>", ""), TRAP),
        ("a.rss", '<rss version="2.0"><channel><title>x</title></channel></rss>', "It is a feed without items."),
    ],
)  # fmt: skip
def test_what_cannot_be_read_says_why(name: str, data: bytes | str, problem: str) -> None:
    assert only(name, data).problem == problem


def test_what_cannot_be_read_can_still_be_looked_at() -> None:
    assert only("a.txt", b"caf\xe9 noir").body == "caf\ufffd noir"


def test_fifty_megabytes_of_one_line_are_refused_and_clipped() -> None:
    drop = only("a.txt", b"x" * 50_000_000)
    assert drop.problem == "It is too long: 50,000,000 characters, and 5,000,000 is the most that is taken."
    assert drop.body is not None and len(drop.body) == SHOWN


def test_the_longest_body_is_taken() -> None:
    assert only("a.txt", b"x" * MAX_BODY).problem is None


def test_what_no_database_takes_is_replaced_one_for_one() -> None:
    assert only("a.json", '{"text": "a\\u0000b\\ud800c"}').body == "a\ufffdb\ufffdc"


@pytest.mark.parametrize(
    "data",
    [
        b'<html><head><meta charset="iso-8859-1"></head><body><p>caf\xe9</p></body></html>',
        b'<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1252"><p>caf\xe9',
        '<html><p>caf\u00e9'.encode(),
        '<html><p>caf\u00e9'.encode("utf-8-sig"),
        '<html><p>caf\u00e9'.encode("utf-16"),
        b'<html><head><meta charset="utf-16"></head><p>caf\xc3\xa9',
    ],
)  # fmt: skip
def test_a_page_is_decoded_as_a_browser_would(data: bytes) -> None:
    drop = only("p.html", data)
    assert drop.media == "html"
    assert "caf\u00e9" in (drop.body or "")


def test_html_under_another_name_is_html() -> None:
    assert only("p.txt", "<!DOCTYPE html><html><body><p>x</p></body></html>").media == "html"
    assert only("feed.xml", "<html><body><p>x</p></body></html>").media == "html"


def test_a_feed_gives_each_item_once() -> None:
    drops = taken("f.xml", FEED)
    assert [(drop.id, drop.body, drop.url) for drop in drops] == [
        ("q1", "<p>A ferry is adrift.</p>", "https://quay.example/1"),
        ("https://quay.example/2", None, "https://quay.example/2"),
        ("https://quay.example/3", "Short.", "https://quay.example/3"),
    ]
    assert drops[0].outlet == "Quay Radio"
    assert drops[0].published == datetime(2026, 10, 6, 7, tzinfo=UTC)
    assert [drop.key for drop in drops] == ["k#1", "k#2", "k#3"]


NAMES = st.one_of(st.text(max_size=20), st.sampled_from(["a.json", "a.jsonl", "a.xml", "a.html", "a.txt", "\x00", ""]))

FIELDS = st.sampled_from(["id", "text", "html", "title", "published", "url"])
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(FIELDS, inner),
    max_leaves=6,
)
BYTES = st.one_of(
    st.binary(max_size=200),
    st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")),
    VALUES.map(lambda value: json.dumps(value).encode()),
    st.text(alphabet="<>rsfed/!ENTITY[] \"'&;=x", max_size=80).map(lambda text: f"<rss version='2.0'>{text}".encode()),
)


@settings(max_examples=150, deadline=None)
@given(name=NAMES, data=BYTES)
def test_no_bytes_and_no_name_raise(name: str, data: bytes) -> None:
    drops = taken(name, data)
    assert drops
    assert len({drop.key for drop in drops}) == len(drops)
    for drop in drops:
        drop.model_dump_json().encode()


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        ("d.json", '{"id": ' + "9" * 5_000 + ', "text": "x"}', "It is not JSON: it holds a number of too many digits."),
        ("d.json", '{"text": "x', "It is not JSON: unterminated string starting at character 10."),
        ("d.json", "[" * 100_000, "It is not JSON: it is nested too deeply."),
        (
            "f.xml",
            '<rss version="2.0"><channel>' + "<item/>" * 2_001 + "</channel></rss>",
            "It is too large a feed: 14,051 bytes with 2,001 items. A feed lists its latest.",
        ),
        (
            "f.xml",
            '<rss version="2.0"><channel>' + " " * 5_000_000,
            "It is too large a feed: 5,000,028 bytes with 0 items. A feed lists its latest.",
        ),
    ],
    ids=["digits", "unterminated", "nested", "items", "bytes"],
)
def test_what_would_keep_a_parser_busy_or_speaks_its_words_is_refused_in_ours(
    name: str, data: str, problem: str
) -> None:
    assert only(name, data).problem == problem
