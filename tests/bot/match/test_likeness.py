"""Words count as shared where eight in a row stand in both texts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.match.likeness import Likeness, likeness, wording
from bot.match.runs import RUN

ONE = " ".join(f"one{i}" for i in range(20))
TWO = " ".join(f"two{i}" for i in range(20))
THREE = " ".join(f"three{i}" for i in range(20))


def measured(new: str, known: str) -> Likeness:
    return likeness(wording(new), wording(known))


@pytest.mark.parametrize(
    ("new", "known", "expected"),
    [
        pytest.param(f"{ONE} {TWO}", f"{TWO} {ONE}", Likeness(1.0, 1.0, 40), id="paragraphs moved"),
        pytest.param(ONE, f"{TWO} {ONE} {THREE}", Likeness(1.0, 1 / 3, 20), id="a part"),
        pytest.param(f"{ONE} {TWO}", f"{ONE} {THREE}", Likeness(0.5, 0.5, 20), id="half"),
        pytest.param(f"{ONE} {ONE} {TWO}", ONE, Likeness(2 / 3, 1.0, 40), id="said twice"),
        pytest.param(ONE.replace("one9 ", "own "), ONE, Likeness(0.95, 0.95, 19), id="a word changed"),
        pytest.param("one0 one1 one2", ONE, Likeness(0.0, 0.0, 0), id="fewer words than a run"),
        pytest.param("Dam bursts", "dam bursts!", Likeness(1.0, 1.0, 2), id="tiny and equal"),
        pytest.param("", "", Likeness(0.0, 0.0, 0), id="nothing"),
    ],
)
def test_likeness(new: str, known: str, expected: Likeness) -> None:
    assert measured(new, known) == expected


few_words = st.lists(st.sampled_from("abc"), max_size=60)


@given(few_words, few_words)
def test_it_is_what_counting_word_by_word_gives(new: list[str], known: list[str]) -> None:
    theirs = {tuple(known[i : i + RUN]) for i in range(len(known) - RUN + 1)}
    inside = {i + j for i in range(len(new) - RUN + 1) if tuple(new[i : i + RUN]) in theirs for j in range(RUN)}
    counted = len(inside) if min(len(new), len(known)) >= RUN else len(new) * (new == known)
    assert measured(" ".join(new), " ".join(known)).words == counted


def test_alignment_is_not_worth_its_time_below_what_is_asked() -> None:
    assert 0.6 < wording(f"{ONE} {TWO}").in_order(wording(ONE)) < 0.7
    assert wording(f"{ONE} {TWO}").in_order(wording(ONE), least=0.75) == 0.0
