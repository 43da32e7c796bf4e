"""One thing said, as several outlets print it."""

from __future__ import annotations

import pytest

from bot.analyse.utterances import SAME_WORDS, belongs, differs, holds

FULL = "“We will rebuild the old pier before winter, and the town will not pay for it,” she said."

ONE = [
    ('"We will rebuild the old pier before winter."', FULL),
    ("“We will rebuild the old pier” … “the town will not pay for it”", FULL),
    ("that they will rebuild the old pier before winter", FULL),
    ("“They are waiting for us at the harbour gate”", "“They were waiting for us at the harbour gate”"),
]
TWO = [
    ("“The pier was lost to carelessness in spring.”", FULL),
    ("“It was an accident at the harbour gate.”", "“It was not an accident at the harbour gate.”"),
    ("“very serious”", "“a very long and serious illness of the harbour master”"),
    ("", FULL),
]


@pytest.mark.parametrize(("text", "other"), ONE)
def test_cut_stitched_and_reported_words_are_one(text: str, other: str) -> None:
    assert belongs(text, [other]) >= SAME_WORDS


@pytest.mark.parametrize(("text", "other"), TWO)
def test_other_words_are_another(text: str, other: str) -> None:
    assert belongs(text, [other]) < SAME_WORDS


@pytest.mark.parametrize(
    ("text", "other", "said"),
    [
        ("“We’ll rebuild it.”", '"We\'ll rebuild it"', None),
        ("“We will … rebuild it”", "“we will rebuild it”", None),
        ("“We will rebuild it”", "“We will rebuild it before the winter”", "shorter"),
        ("“We will rebuild it before the winter”", "“We will rebuild it”", "longer"),
        ("“a terrible mistake”", "“a terrible error”", "“mistake” where the other has “error”"),
    ],
)
def test_what_a_reader_is_told_of_two_wordings(text: str, other: str, said: str | None) -> None:
    assert differs(text, other) == said


@pytest.mark.parametrize(
    ("words", "least", "most"),
    [
        ("rebuild the old pier", 1.0, 1.0),
        ("rebuild the ould pier", 0.8, 0.99),
        ("winter pier rebuild", 0.8, 0.99),
        ("sell the lighthouse", 0.0, 0.6),
        ("", 0.0, 0.0),
    ],
)
def test_words_half_remembered(words: str, least: float, most: float) -> None:
    assert least <= holds(words, FULL) <= most
