"""A page's word about its own address counts where it can be true."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.read import read
from bot.read.identity import Identity, identity, same_site
from bot.shapes import Report
from tests.factories import a_drop

HERE = "https://dispatch.example/2026/05/port-crane?edition=late"
PAGE = "https://dispatch.example/2026/05/port-crane"


@pytest.mark.parametrize(
    ("found_at", "named", "address", "origin"),
    [
        pytest.param(HERE, [], HERE, None, id="it says nothing"),
        pytest.param(HERE, [PAGE], PAGE, None, id="itself, without a field nobody knows"),
        pytest.param(HERE, ["/2026/05/port-crane"], PAGE, None, id="relative"),
        pytest.param(HERE, ["//www.dispatch.example/2026/05/port-crane/amp"], PAGE, None, id="another form of itself"),
        pytest.param(None, [PAGE], PAGE, None, id="nothing else is known"),
        pytest.param(None, ["https://dispatch.example/", PAGE], PAGE, None, id="the front page, then itself"),
        pytest.param(None, ["https://dispatch.example/"], None, None, id="the front page is no article's address"),
        pytest.param(HERE, ["https://dispatch.example/"], HERE, None, id="the front page"),
        pytest.param(HERE, ["https://dispatch.example/index.html"], HERE, None, id="the front page by its file"),
        pytest.param(HERE, ["https://dispatch.example/2026"], HERE, None, id="a section above it"),
        pytest.param(
            "https://dispatch.example/world/port-crane", ["https://dispatch.example/world"],
            "https://dispatch.example/world/port-crane", None, id="the section it is in",
        ),
        pytest.param(
            "https://dispatch.example/port-crane-falls-down/live", ["https://dispatch.example/port-crane-falls-down"],
            "https://dispatch.example/port-crane-falls-down", None, id="the article above one of its parts",
        ),
        pytest.param(
            "https://dispatch.example/n/812345/port-crane", ["https://dispatch.example/n/812345"],
            "https://dispatch.example/n/812345", None, id="its number without its slug",
        ),
        pytest.param(
            PAGE + "?page=2", [PAGE], PAGE + "?page=2", None, id="page 1 of it",
        ),
        pytest.param(PAGE + "/page/3", [PAGE], PAGE + "/page/3", None, id="page 1 of it, in the path"),
        pytest.param(
            "https://dispatch.example/story.php?id=7", ["https://dispatch.example/story.php"],
            "https://dispatch.example/story.php?id=7", None, id="the script without the number",
        ),
        pytest.param(
            "https://dispatch.example/?p=123", ["https://dispatch.example/2026/05/port-crane/"], PAGE, None,
            id="the name behind a number",
        ),
        pytest.param("https://amp.dispatch.example/x?a=1", [PAGE], PAGE, None, id="another host of the site"),
        pytest.param(
            "https://dispatch.com/port-crane", ["https://dispatch.co.uk/port-crane"],
            "https://dispatch.co.uk/port-crane", None, id="the outlet's other site",
        ),
        pytest.param(
            HERE, ["https://www.quay.example/wire/port-crane"], HERE, "quay.example", id="the outlet it is taken from"
        ),
        pytest.param(
            HERE, ["https://quay.example/wire/port-crane", PAGE], PAGE, None, id="another's, and its own by og:url"
        ),
        pytest.param(HERE, ["https://quay.example/"], HERE, None, id="another's front page is no origin"),
        pytest.param(
            "https://post.co.uk/a-b-c", ["https://quay.co.uk/a-b-c"], "https://post.co.uk/a-b-c", "quay.co.uk",
            id="two sites of one country",
        ),
        pytest.param(HERE, ["", "http://[::1", "javascript:1", "x" * 9_000], HERE, None, id="rubbish"),
    ],
)  # fmt: skip
def test_a_page_is_known_by(found_at: str | None, named: list[str], address: str | None, origin: str | None) -> None:
    assert identity(found_at, named) == Identity(address, origin)


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        ("www.post.example", "amp.post.example", True),
        ("post.example", "quay.example", False),
        ("post.co.uk", "quay.co.uk", False),
        ("news.post.co.uk", "post.co.uk", True),
        ("post.com", "post.co.uk", True),
        ("post.ie", "post.co.uk", False),
        ("post.com", "post.org", False),
        ("post.substack.com", "quay.substack.com", False),
        ("localhost", "localhost", True),
        ("localhost", "intranet", False),
    ],
)
def test_a_site_is_told_by_the_end_of_its_host(one: str, other: str, is_one: bool) -> None:
    assert same_site(f"https://{one}/a", f"https://{other}/b") == is_one


LINES = (
    "<p>The harbour crane at Orsund fell into the basin on Monday evening, and nobody was hurt, the port said.</p>" * 4
)


@pytest.mark.parametrize(
    "told",
    [
        f'<head><link rel="canonical" href="{PAGE}"></head>',
        '<head><link href="/2026/05/port-crane" rel="alternate Canonical"></head>',
        f'<head><meta property="og:url" content="{PAGE}?utm_source=x"></head>',
        f'<head><link rel=canonical href="/"><meta property="og:url" content="{PAGE}"></head>',
        f'<head><script type="application/ld+json">{{"mainEntityOfPage": "{PAGE}"}}</script></head>',
        '<head><script type="application/ld+json">{"mainEntityOfPage": {"@type": "WebPage", "@id": '
        '"https:\\/\\/dispatch.example\\/2026\\/05\\/port-crane#article"}}</script></head>',
        f'<head><link rel=canonical href="{PAGE}"></head><body><link rel=canonical href="/2026/05/of-a-comment">',
    ],
)
def test_each_way_of_naming_itself_is_read(told: str) -> None:
    report = read(a_drop(url=HERE, media="html", body=f"<!doctype html><html>{told}<body><article>{LINES}"))
    assert isinstance(report, Report)
    assert (report.canonical, report.url) == (PAGE, HERE)


def test_another_outlet_named_as_the_origin_is_credited() -> None:
    head = '<head><link rel="canonical" href="https://www.quay.example/wire/port-crane"></head>'
    report = read(a_drop(url=HERE, media="html", body=f"<!doctype html><html>{head}<body><article>{LINES}"))
    assert isinstance(report, Report)
    assert (report.canonical, report.credit) == (HERE, "quay.example")


def test_when_a_page_was_changed_is_read_from_its_script() -> None:
    head = '<head><script type="application/ld+json">{"dateModified": "2026-05-04T07:30:00Z"}</script></head>'
    report = read(a_drop(url=HERE, media="html", body=f"<!doctype html><html>{head}<body><article>{LINES}"))
    assert isinstance(report, Report) and report.modified
    assert f"{report.modified:%H:%M}" == "07:30"


@given(st.text(max_size=60), st.lists(st.text(max_size=60), max_size=4))
def test_nothing_that_is_named_raises(found_at: str, named: list[str]) -> None:
    identity(found_at, named)
    identity(f"https://a.example/{found_at}", [f"https://a.example/{link}" for link in named])
