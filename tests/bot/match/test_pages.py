"""What the addresses of two reports say of them."""

from __future__ import annotations

import pytest

from bot.match.pages import names_article, other_part, page_number, same_page
from tests.bot.match.texts import a_known, a_report

SITE = "https://post.example"


@pytest.mark.parametrize(
    ("path", "number"),
    [
        ("/news/ferry-strikes-pier-812345", "812345"),
        ("/news/812345", "812345"),
        ("/news/812345-ferry.html", "812345"),
        ("/news/ferry-b2812345.html", "b2812345"),
        ("/news/article-812345/ferry-strikes-pier.html", "812345"),
        ("/story?id=812345", "812345"),
        ("/n/0f3a91b2-c44d-5e6f-7081-92a3b4c5d6e7", "0f3a91b2-c44d-5e6f-7081-92a3b4c5d6e7"),
        ("/n/5f3a91b2c44d5e6f708192a3", "5f3a91b2c44d5e6f708192a3"),
        ("/topic/812345/ferry-strikes-pier", None),
        ("/2026/05/04/ferry-strikes-pier", None),
        ("/weather/20260504", None),
        ("/weather/202605041230", None),
        ("/news/ferry-strikes-pier", None),
        ("/top-100-towns", None),
        ("/", None),
    ],
)
def test_the_number_in_an_address(path: str, number: str | None) -> None:
    assert page_number(SITE + path) == (number and f"post.example#{number}")


@pytest.mark.parametrize(
    ("path", "is_one"),
    [
        ("/news/ferry-strikes-pier", True),
        ("/812345", True),
        ("/a/b/x?id=812345", True),
        ("/live", False),
        ("/world/europe", False),
        ("/latest", False),
        ("/news/2026", False),
    ],
)
def test_an_address_that_can_be_of_one_article_only(path: str, is_one: bool) -> None:
    assert names_article(SITE + path) == is_one


@pytest.mark.parametrize(
    ("ours", "theirs", "is_one"),
    [
        ("/news/ferry", "/news/ferry", True),
        ("/news/ferry", "/news/pier", False),
        ("/news/ferry-812345", "/sea/pier-812345", True),
        ("/news/ferry-812345?page=2", "/news/ferry-812345", False),
        ("", "", False),
        ("?p=812", "?p=812", True),
        ("#!/ferry", "#!/ferry", True),
    ],
)
def test_one_page(ours: str, theirs: str, is_one: bool) -> None:
    assert same_page(a_report(canonical=SITE + ours), a_known(canonical=SITE + theirs)) == is_one
    assert not same_page(a_report(canonical=None), a_known(canonical=SITE + theirs))


@pytest.mark.parametrize(
    ("ours", "theirs", "is_other"),
    [
        ("/ferry?page=2", "/ferry", True),
        ("/ferry/page/2", "/ferry/page/3", True),
        ("/ferry/page/2", "/ferry?page=2", False),
        ("/ferry?id=2", "/ferry", False),
        ("/page-turner", "/ferry", False),
    ],
)
def test_two_parts(ours: str, theirs: str, is_other: bool) -> None:
    assert other_part(a_report(canonical=SITE + ours), a_known(canonical=SITE + theirs)) == is_other
