"""Lists of articles by band and by term: what goes in comes out, in order, and the lists have an end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.held import (
    FIRST_WITH_BAND,
    NEWEST_WITH_BAND,
    NEWEST_WITH_TERM,
    articles_in,
    postings,
    with_article,
    with_posting,
    without_posting,
)

NUMBERS = st.lists(st.integers(1, 2**32 - 1), unique=True, max_size=300)


def _band(numbers: list[int]) -> bytes:
    held = b""
    for number in numbers:
        held = with_article(held, number)
    return held


def _term(numbers: list[int]) -> bytes:
    held = b""
    for number in numbers:
        held = with_posting(held, number, number % 90 / 10)
    return held


@given(NUMBERS)
def test_a_band_keeps_its_first_and_its_newest(numbers: list[int]) -> None:
    fits = len(numbers) <= FIRST_WITH_BAND + NEWEST_WITH_BAND
    kept = numbers if fits else [*numbers[:FIRST_WITH_BAND], *numbers[-NEWEST_WITH_BAND:]]
    assert list(articles_in(_band(numbers))) == kept


def test_an_article_stands_once_in_a_band() -> None:
    assert articles_in(_band([7, 8, 7])) == (7, 8)


@given(NUMBERS)
def test_a_term_keeps_its_newest_with_their_weights(numbers: list[int]) -> None:
    articles, weights = postings(_term(numbers))
    assert list(articles) == numbers[-NEWEST_WITH_TERM:]
    assert weights == pytest.approx([article % 90 / 10 for article in articles], abs=0.025)


@given(NUMBERS.filter(bool), st.integers(1, 2**32 - 1))
def test_an_article_is_taken_from_a_term(numbers: list[int], other: int) -> None:
    held = _term(numbers[:NEWEST_WITH_TERM])
    for gone in (numbers[0], other):
        rest = [number for number in numbers[:NEWEST_WITH_TERM] if number != gone]
        assert without_posting(held, gone) == _term(rest)


def test_a_weight_beyond_all_weights_is_the_most_that_is_kept() -> None:
    assert postings(with_posting(b"", 1, 99.0)) == ((1,), [12.75])


def test_a_term_of_most_articles_fits_in_a_page_with_its_key() -> None:
    assert len(_term(list(range(1, 999)))) == 5 * NEWEST_WITH_TERM < 1002 - 60
