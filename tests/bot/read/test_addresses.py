"""The same page always has the same address."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.read.addresses import canonical, same_site

PLAIN = "https://dispatch.example/port/crane"


@pytest.mark.parametrize(
    "url",
    [
        PLAIN,
        "http://www.dispatch.example/port/crane/",
        "https://DISPATCH.example:443/port/crane#comments",
        "https://dispatch.example/port/crane?utm_source=a&utm_medium=b&fbclid=c",
        "https://m.dispatch.example/port/crane",
        "https://amp.dispatch.example/port/crane",
        "https://dispatch.example/port/crane/amp/",
        "https://dispatch.example/amp/port/crane",
        "https://dispatch.example/port/crane?outputType=amp",
        "https://dispatch.example/port/crane?print=1",
        "https://www.google.com/amp/s/www.dispatch.example/port/crane",
        "https://dispatch-example.cdn.ampproject.org/c/s/www.dispatch.example/port/crane",
    ],
)
def test_forms_of_one_page_have_one_address(url: str) -> None:
    assert canonical(url) == PLAIN


def test_what_names_the_article_stays() -> None:
    assert canonical("https://d.example/story.php?id=7&page=2&utm_id=3") == "https://d.example/story.php?id=7&page=2"


@pytest.mark.parametrize(
    "url", [None, "", "mailto:a@b.example", "javascript:alert(1)", "https://", "http://[::1", "http://a:b:c/"]
)
def test_no_web_address_is_none(url: str | None) -> None:
    assert canonical(url) is None


def test_sites_are_told_by_the_end_of_their_hosts() -> None:
    assert same_site("https://www.dispatch.example/a", "https://amp.dispatch.example/b")
    assert not same_site("https://dispatch.example/a", "https://quay.example/a")


@given(st.text(max_size=60).map(lambda text: f"http://{text}") | st.text(max_size=60))
def test_no_text_raises_and_a_canonical_address_is_its_own(url: str) -> None:
    found = canonical(url)
    if found:
        assert canonical(found) in (found, None)
