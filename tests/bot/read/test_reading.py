"""A drop becomes a report, or is refused with a reason."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.read import read
from bot.read.furniture import furniture_of
from bot.shapes import Drop, Rejection, Report
from tests.factories import NOON, a_drop

TEXT = """Crane falls across two berths in Port Ellery

By Mara Quill

PORT ELLERY, Oct. 6 (Reuters) - A crane fell across two berths in the northern basin on Tuesday.

\u201cNobody was near it,\u201d said Tom Aldous, the harbour master.
"""

PARAGRAPH = (
    "<p>The harbour authority closed the northern basin of the port on Tuesday after a crane fell across "
    "two of its berths, and said that nobody had been near it when it came down in the wind.</p>"
)

PARAGRAPHS = "".join(PARAGRAPH.replace("two", number) for number in ("two", "three", "four"))

PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Crane falls | Ellery Dispatch</title>
<meta property="og:title" content="Crane falls across two berths">
<meta property="og:site_name" content="Ellery Dispatch">
<meta name="author" content="Mara Quill"><meta property="article:published_time" content="2026-10-06T09:15:00+02:00">
<link rel="canonical" href="https://www.dispatch.example/port/crane?utm_source=x"></head>
<body><nav><a href="/">Home</a></nav>
<article><h1>Crane falls across two berths</h1>{PARAGRAPHS}</article></body></html>"""


CONSENT = """<p>Before you go on</p><p>We use cookies and data to deliver our services and to keep them going.</p>
<p>If you accept all, we will show you what suits you.</p>"""

WALL = """<p>A crane fell across two berths.</p>
<p>Already a subscriber? Log in or activate your account to continue reading this and every other article.</p>"""


def report(drop: Drop) -> Report:
    read_ = read(drop)
    assert isinstance(read_, Report), read_
    return read_


def reason(drop: Drop) -> str:
    read_ = read(drop)
    assert isinstance(read_, Rejection), read_
    return read_.reason


def test_a_text_keeps_its_body_and_tells_of_itself() -> None:
    told = report(a_drop(body=TEXT))
    assert told.body == TEXT
    assert told.own_body
    assert told.title == "Crane falls across two berths in Port Ellery"
    assert (told.byline, told.credit, told.language) == ("Mara Quill", "Reuters", "en")
    assert (told.outlet, told.published) == (None, None)


def test_what_the_drop_says_goes_before_what_its_text_says() -> None:
    given = a_drop(
        body=PAGE, media="html", outlet="Quay Radio", title="Theirs", published=NOON, url="https://quay.example/a"
    )
    told = report(given)
    assert (told.outlet, told.title, told.published) == ("Quay Radio", "Theirs", NOON)
    assert told.canonical == "https://quay.example/a", "a page's word about another site's address is not believed"


def test_a_page_is_its_readable_text_and_its_metadata() -> None:
    told = report(a_drop(body=PAGE, media="html", url="https://dispatch.example/port/crane?fbclid=1"))
    assert not told.own_body
    assert told.body.count("The harbour authority closed") == 3
    assert "\n\n" in told.body
    assert "Home" not in told.body
    assert (told.outlet, told.title, told.byline) == ("Ellery Dispatch", "Crane falls across two berths", "Mara Quill")
    assert told.published == datetime(2026, 10, 6, 7, 15, tzinfo=UTC)
    assert told.canonical == "https://dispatch.example/port/crane"


def test_a_fragment_of_html_gives_a_paragraph_for_each_block() -> None:
    body = (
        "<p>A crane <b>fell</b> across two berths.</p><script>x()</script><div>Nobody<!-- c --> was"
        " near.<br>It lay there.</div>"
    )
    assert (
        report(a_drop(body=body, media="html")).body
        == "A crane fell across two berths.\n\nNobody was near.\n\nIt lay there."
    )


def test_an_article_full_of_slacks_markup_stays_as_it_is() -> None:
    body = "<!channel> *_~ the harbour authority closed <@U1> the basin ~_* &amp; `all` of it."
    assert report(a_drop(body=body)).body == body


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"body": ""}, "It is empty."),
        ({"body": "\ufeff \n"}, "It is empty."),
        ({"body": None}, "It was never fetched."),
        ({"body": "x", "problem": "It is a PDF, not text."}, "It is a PDF, not text."),
        (
            {"body": "Advertisement\n\nRead more:\nLoad More"},
            "It holds nothing but adverts, notices and links: no report.",
        ),
        ({"body": "... --- ***"}, "It holds no words."),
        (
            {"body": '<?xml version="1.0"?><rss version="2.0"><channel/></rss>'},
            "It is a feed where an article was expected: have the feed followed instead.",
        ),
        (
            {"body": "<html><body><script>x()</script></body></html>", "media": "html"},
            "It is a page without a readable article.",
        ),
        (
            {"body": "<html><body><form>Sign in<input type='password'></form></body></html>", "media": "html"},
            "It is a page that asks to sign in: no article could be read on it.",
        ),
        ({"body": "<html><body><p>x</p></body></html>", "media": "html"}, "It is a page without a readable article."),
        (
            {"body": f"<html><body>{CONSENT}</body></html>", "media": "html"},
            "It is a page that shows only its cookie notice: no article could be read on it.",
        ),
        (
            {"body": f"<html><body>{WALL}</body></html>", "media": "html"},
            "It is a page that asks to subscribe or sign up: no article could be read on it.",
        ),
        (
            {"body": " file:///srv/wire/crane-falls.txt\n"},
            "It is nothing but an address, and only those that begin with http or https can be fetched.",
        ),
        ({"body": "word " * 250_000}, "It is too long: 1,250,000 characters, and 300,000 is the most that is taken."),
    ],
)  # fmt: skip
def test_a_refusal_says_why(fields: dict[str, object], why: str) -> None:
    assert reason(a_drop(**fields)) == why


@pytest.mark.parametrize(
    ("body", "title"),
    [
        (TEXT, "Crane falls across two berths in Port Ellery"),
        ("The crane fell on Tuesday, the harbour master said in a statement.\n\n" * 2, None),
        ("No 'real explanation'", None),
        ("Advertisement\n\n" + TEXT, "Crane falls across two berths in Port Ellery"),
        ("\u201cNobody was near it\u201d\n\nThe crane fell on Tuesday, the harbour master of the port said.", None),
    ],
)
def test_a_headline_is_taken_only_where_it_plainly_is_one(body: str, title: str | None) -> None:
    assert report(a_drop(body=body + "\n\nIt had stood there for forty years.")).title == title


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "The crane fell across two of the berths in the northern basin, and it was not clear why it had"
            " come down."
        , "en"),
        (
            "Der Kran ist auf zwei Liegepl\u00e4tze gest\u00fcrzt, und es ist nicht klar, warum er mit dem"
            " Wind aus der H\u00f6he fiel."
        , "de"),
        (
            "La grue est tomb\u00e9e sur les deux quais du port, et il ne sait pas pourquoi elle est"
            " tomb\u00e9e dans le bassin."
        , "fr"),
    ],
)  # fmt: skip
def test_the_language_is_told_by_its_commonest_words(text: str, language: str) -> None:
    assert report(a_drop(body=text * 2)).language == language


def test_a_page_nested_to_break_readers_is_refused() -> None:
    assert "readable" in reason(a_drop(body="<html><body>" + "<div>" * 50_000 + "x", media="html"))


@pytest.mark.parametrize(
    "line", ["By " + "A" * 100_000, "a " * 50_000, "contributed " * 9_000, "(" * 100_000, "A-A" * 30_000 + " --"]
)
def test_a_line_made_to_trap_a_pattern_is_read_at_once(line: str) -> None:
    assert all(mark.start < mark.end for mark in furniture_of(f"{line[:1990]}\n{line}"))


@pytest.mark.parametrize(
    "page",
    [
        "<body " + " ".join(f'a{n}="x"' for n in range(6_000)) + ">",
        "<body " + " ".join(f"a{n}" for n in range(6_000)) + ">",
        "<body>" + "<div><p>ab</p></div>" * 5_100,
        "<body>" + ("<section>" + "<i>x</i>" * 4_000 + "</section>") * 15,
    ],
    ids=["attributes", "bare-attributes", "siblings", "elements"],
)
def test_a_page_made_to_keep_a_parser_busy_is_refused(page: str) -> None:
    html = f"<html>{page}<p>Harbour officials in Quillhaven said that the ferry sank late on Monday.</p></body></html>"
    report = read(a_drop(media="html", body=html))
    assert isinstance(report, Rejection)
    assert report.reason == "It is a page without a readable article."


def test_a_page_with_long_values_in_its_tags_is_read() -> None:
    state = "&quot;key&quot;:[1, 2, 3], <b> " * 3_000
    html = (
        f"<html><!-- {'x=1 ' * 9_000} --><body data-state='{state}'><article>"
        + "<p>Harbour officials in Quillhaven said that the ferry sank late on Monday.</p>" * 3
        + "</article></body></html>"
    )
    assert isinstance(read(a_drop(media="html", body=html)), Report)


def test_more_paragraphs_than_a_report_has_are_a_list() -> None:
    refused = read(a_drop(body="a\n\n" * 20_001))
    assert isinstance(refused, Rejection)
    assert refused.reason == "It has 20,001 paragraphs: that is a list or a table, no report."


@pytest.mark.parametrize(
    ("headline", "is_read"),
    [
        ("Page not found", False),
        ("404 - Not Found", False),
        ("Error 404", False),
        ("Oops! This page doesn’t exist", False),
        ("The article you requested is no longer available", False),
        ("404 arrested in harbour raid", True),
        ("Missing page of the log not found, inquiry hears", True),
    ],
)
def test_a_page_that_says_there_is_nothing_is_refused(headline: str, is_read: bool) -> None:
    words = (
        "It may have been moved, or the address may hold a slip. Try the search, or go to the front page for news. " * 3
    )
    body = f"<!doctype html><html><head><title>{headline}</title></head><body><h1>{headline}</h1><p>{words}</p></body>"
    assert isinstance(read(a_drop(body=body, media="html", url="https://post.example/a")), Report) == is_read
