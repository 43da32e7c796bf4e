"""Links and files that people post."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.shapes import Asked
from handlers.drops.links import MOST_LINKS, link_drop, links_in
from handlers.drops.uploads import upload_drop
from tests.factories import NOON

ASKED = Asked(channel="C1", thread="1.1", user="U1")


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("see <https://a.example/x>", ["https://a.example/x"]),
        ("see <https://a.example/x|a label, with words>", ["https://a.example/x"]),
        ("<https://a.example/?a=1&amp;b=2>", ["https://a.example/?a=1&b=2"]),
        ("plain https://a.example/x, and (https://b.example/y).", ["https://a.example/x", "https://b.example/y"]),
        ("https://a.example/x_(y)", ["https://a.example/x_(y)"]),
        ("*https://a.example/x*", ["https://a.example/x"]),
        ("<https://a.example/x> <https://a.example/x|again>", ["https://a.example/x"]),
        ("<mailto:a@b.example|a@b.example> <@U1> <#C1|news> <!channel> *_~", []),
        ("<https://desk.slack.com/archives/C1/p1> <https://files.slack.com/f>", []),
        ("<https://notslack.com/x>", ["https://notslack.com/x"]),
        ("https://", []),
        ("https://[::1 oops", []),
        ("", []),
    ],
)
def test_links_are_found_as_slack_writes_them(text: str, links: list[str]) -> None:
    assert links_in(text) == links


def test_a_long_list_of_links_is_cut() -> None:
    assert len(links_in(" ".join(f"https://a.example/{n}" for n in range(100)))) == MOST_LINKS


def test_a_link_is_a_drop_that_is_yet_to_be_fetched() -> None:
    drop = link_drop("https://a.example/x", NOON, workspace="local", asked=ASKED)
    assert (drop.body, drop.url, drop.source, drop.asked) == (None, "https://a.example/x", "link", ASKED)


def test_the_same_page_in_the_same_hour_is_the_same_drop() -> None:
    first, again, later = (
        link_drop("https://a.example/x", NOON, workspace="local"),
        link_drop("http://www.a.example/x?utm_source=s", NOON + timedelta(minutes=59), workspace="local"),
        link_drop("https://a.example/x", NOON + timedelta(minutes=60), workspace="local"),
    )
    assert first.key == again.key
    assert first.key != later.key


def test_a_file_is_a_drop_named_as_it_is() -> None:
    file = {"id": "F1", "name": "wire.jsonl", "size": 10, "url_private": "https://files.slack.com/F1/wire.jsonl"}
    drop = upload_drop(file, NOON, workspace="local", asked=ASKED)
    assert (drop.id, drop.key, drop.where, drop.body, drop.problem) == (
        "wire.jsonl",
        "upload:F1",
        "https://files.slack.com/F1/wire.jsonl",
        None,
        None,
    )


@pytest.mark.parametrize(
    ("file", "problem"),
    [
        ({"id": "F1", "name": "a.txt"}, "Slack gives no address for this file; it may have been deleted."),
        (
            {"id": "F1", "name": "a.txt", "size": 300_000_000, "url_private": "https://files.slack.com/F1"},
            "It is too large: 300,000,000 bytes, and 256,000,000 is the most that is opened.",
        ),
    ],
)
def test_a_file_that_cannot_be_fetched_says_why(file: dict[str, object], problem: str) -> None:
    assert upload_drop(file, NOON, workspace="local").problem == problem
