"""A run's number is that of its words in their order, wherever it stands."""

from __future__ import annotations

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.match.runs import RUN, lowest_bytes, numbered, runs

WEIGHTS = [1, 1021, 1019, 1021 * 1019, 1013, 1021 * 1013, 1019 * 1013, 1021 * 1019 * 1013]

some_words = st.lists(st.sampled_from(["the", "night", "ferry", "to", "Orsund", "struck", "a", "pier"]), max_size=40)


@given(some_words)
def test_each_run_is_a_weighted_sum_of_its_words(words: list[str]) -> None:
    numbers = [number & 0xFFFF_FFFF for number in numbered(words)]
    whole = [numbers[i : i + RUN] for i in range(max(1, len(words) - RUN + 1))] if words else []
    assert list(runs(numbered(words))) == [sum(map(int.__mul__, run, WEIGHTS)) for run in whole]


@given(some_words, some_words, some_words)
def test_what_stands_around_a_run_makes_no_difference(before: list[str], run: list[str], after: list[str]) -> None:
    inside = [*before, *run, *after]
    assert len(run) < RUN or {*runs(numbered(run))} <= {*runs(numbered(inside))}


def test_order_makes_a_difference() -> None:
    words = ["one", "two", "three", "four", "five", "six", "seven", "eight"]
    assert len({runs(numbered(words[i:] + words[:i]))[0] for i in range(8)}) == 8


@pytest.mark.parametrize(("words", "count"), [(0, 0), (1, 1), (7, 1), (8, 1), (9, 2), (20, 13)])
def test_how_many(words: int, count: int) -> None:
    assert len(runs(numbered(["ferry"] * words))) == count


def test_a_number_keeps_its_room() -> None:
    assert runs(array("Q", [2**64 - 1] * RUN))[0] == (2**32 - 1) * sum(WEIGHTS) < 2**63


def test_lowest_bytes() -> None:
    assert lowest_bytes(array("q", [1, 255, 256, 2**62 + 7])) == bytes([1, 255, 0, 7])
