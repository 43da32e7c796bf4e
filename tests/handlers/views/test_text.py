"""Text made safe and short."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.views.text import clip, clip_said, deep_link, neutral, plural, safe_url, sureness, tidy, when
from tests.factories import NOON


@pytest.mark.parametrize(
    ("text", "limit", "cut"),
    [
        ("short", 10, "short"),
        ("ten people", 10, "ten people"),
        ("eleven people died", 14, "eleven people…"),
        ("eleven people died", 13, "eleven…"),
        ("aaaaaaaaaaaaaaaaaaaa", 5, "aaaa…"),
        ("a bbbbbbbbbbbbbbbbbbb", 8, "a bbbbb…"),
    ],
)
def test_clip_cuts_at_the_end_of_a_word(text: str, limit: int, cut: str) -> None:
    assert clip(text, limit) == cut


@given(st.text(max_size=300), st.integers(1, 200))
def test_clip_never_exceeds_its_limit(text: str, limit: int) -> None:
    assert len(clip(text, limit)) <= limit


@given(st.text(alphabet="<>&*_~`@!#| aU\n", max_size=80))
def test_neutral_leaves_no_markup(text: str) -> None:
    shown = neutral(text)
    assert not set(shown) & set("<>*_~`")
    assert shown.count("&") == sum(text.count(c) for c in "<>&")


def test_tidy_makes_one_line_and_turns_no_writing_round() -> None:
    assert tidy("one\n two\u202e\x07 three ") == "one two three"


@pytest.mark.parametrize(
    ("at", "beside", "words"),
    [
        (NOON, None, "6 Oct 2026 12:00 UTC"),
        (NOON, datetime(2026, 1, 1, tzinfo=UTC), "6 Oct 12:00 UTC"),
        (NOON, datetime(2025, 1, 1, tzinfo=UTC), "6 Oct 2026 12:00 UTC"),
        (None, NOON, "time unknown"),
    ],
)
def test_when(at: datetime | None, beside: datetime | None, words: str) -> None:
    assert when(at, beside) == words


@pytest.mark.parametrize(
    "url",
    [None, "", "javascript:alert(1)", "data:text/html,x", "https://", "/path", "http://[broken", "https://a.example/ b",
     'https://a.example/"', "https://a.example/<x>", "https://a.example/|x", "https://a.example/" + "x" * 3000],
)  # fmt: skip
def test_what_is_no_web_page_is_no_link(url: str | None) -> None:
    assert safe_url(url) is None


@pytest.mark.parametrize(
    ("words", "fragment"),
    [
        ("Nine people died.", "#:~:text=Nine%20people%20died."),
        ("“Nine – at least,” he said", "#:~:text=Nine%20%E2%80%93%20at%20least%2C%E2%80%9D%20he%20said"),
        ("a well-known man", "#:~:text=a%20well%2Dknown%20man"),
        ("a b c d e f g h i j k", "#:~:text=a%20b%20c%20d%20e,g%20h%20i%20j%20k"),
        ("only the first … of two parts", "#:~:text=only%20the%20first"),
        ("", ""),
    ],
)  # fmt: skip
def test_a_deep_link_finds_the_words_on_their_page(words: str, fragment: str) -> None:
    assert deep_link("https://post.example/ferry", words) == "https://post.example/ferry" + fragment


def test_a_deep_link_keeps_the_page_s_own_fragment() -> None:
    assert (
        deep_link("https://post.example/ferry#live", "Nine died")
        == "https://post.example/ferry#live:~:text=Nine%20died"
    )


def test_a_deep_link_that_would_be_too_long_is_the_page() -> None:
    page = "https://post.example/" + "x" * 2970
    assert deep_link(page, "nine people died") == page


def test_words_for_confidence_and_counts() -> None:
    assert [sureness(one) for one in (0.9, 0.6, 0.2)] == ["sure", "likely", "unknown"]
    assert [plural(1, "report"), plural(2, "story", "stories")] == ["1 report", "2 stories"]


@pytest.mark.parametrize(
    ("text", "limit", "cut"),
    [
        ("It was dark. Nobody saw it.", 40, "It was dark. Nobody saw it."),
        ("It was dark. Nobody saw it.", 20, "It was dark. …"),
        ("“It was dark.” Nobody saw it.", 20, "“It was dark.” …"),
        ("No. It was dark and nobody there saw it.", 30, "No. It was dark and nobody…"),
        ("It has 2,000 U.S. Marines and Mr. Lee in it.", 40, "It has 2,000 U.S. Marines and Mr. Lee…"),
        ("It cost 4.50 and nobody there paid it.", 20, "It cost 4.50 and…"),
    ],
)
def test_what_is_said_is_cut_at_the_end_of_a_sentence(text: str, limit: int, cut: str) -> None:
    assert clip_said(text, limit) == cut


@given(st.text(), st.integers(2, 300))
def test_what_is_said_never_grows_over_its_limit(text: str, limit: int) -> None:
    assert len(clip_said(text, limit)) <= limit
