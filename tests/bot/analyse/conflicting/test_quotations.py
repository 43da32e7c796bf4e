"""The same words given to two people, and one person's words told in another sense."""

from __future__ import annotations

import pytest

from bot.analyse.conflicts import conflicts
from bot.shapes import Conflict, Said
from tests.bot.analyse.accounts import an_account, said

WORDS = "We had no warning that the steering was failing before the tide turned"


def told(one: Said, other: Said) -> list[Conflict]:
    return conflicts(an_account("beacon", "", said=(other,)), [an_account("anchor", "", said=(one,))])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (said("Petra Osei", WORDS), said("Lorcan Deegan", WORDS)),
        (said("Petra Osei", f"“{WORDS},”"), said("Lorcan Deegan", WORDS.upper())),
        (said("Petra Osei", WORDS + ", and that is all I can say"), said("Lorcan Deegan", WORDS)),
    ],
)
def test_the_same_words_given_to_two_people(one: Said, other: Said) -> None:
    assert [(c.kind, [s.says for s in c.sides]) for c in told(one, other)] == [
        ("speaker", ["Petra Osei", "Lorcan Deegan"])
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (said("Petra Osei", WORDS), said("Osei", WORDS)),
        (said("Petra Osei", WORDS), said("Petra Osay", WORDS)),
        (said("Petra Osei", WORDS), said("the Shipping Casualty Board", WORDS)),
        (said("Petra Osei", WORDS), said(None, WORDS)),
        (said("Petra Osei", WORDS), said("Lorcan Deegan", WORDS, via="Torrin Gazette")),
        (said("Petra Osei", WORDS), said("Lorcan Deegan", WORDS, confidence=0.6)),
        (said("Petra Osei", "very serious indeed"), said("Lorcan Deegan", "very serious indeed")),
        (said("Petra Osei", WORDS), said("Lorcan Deegan", "The tide had turned and nobody was looking at it at all")),
    ],
    ids=["surname", "spelling", "their body", "nobody", "second-hand", "unsure", "short", "other words"],
)
def test_no_clash_of_speakers(one: Said, other: Said) -> None:
    assert told(one, other) == []


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ("no warning", "warning", ("had no warning", "had warning")),
        ("the steering", "the radar", ("the steering was", "the radar was")),
        ("before the tide", "14 hours before the tide", None),
        ("was failing", "was not failing", ("was failing", "was not failing")),
    ],
)
def test_one_word_that_changes_the_sense(before: str, after: str, says: tuple[str, str] | None) -> None:
    found = told(said("Tobias Ekdahl", WORDS), said("Tobias Eckdahl", WORDS.replace(before, after)))
    assert [tuple(side.says for side in c.sides) for c in found] == ([says] if says else [])
    assert {c.kind for c in found} <= {"wording"}


def test_a_number_told_otherwise() -> None:
    one, other = WORDS.replace("no warning", "14 warnings"), WORDS.replace("no warning", "40 warnings")
    assert [c.kind for c in told(said("Tobias Ekdahl", one), said("Tobias Ekdahl", other))] == ["wording"]


@pytest.mark.parametrize(
    "other",
    [
        WORDS.replace("that the steering was failing ", "... "),
        WORDS.replace("We had", "[The company] had"),
        WORDS.replace("the tide", "the [spring] tide"),
        WORDS.replace("failing", "failing, you see,"),
        WORDS.replace("We had no", "We’d had no"),
        WORDS[: WORDS.index(" before")],
        WORDS.replace("warning", "warnings"),
        "“" + WORDS + "!”",
    ],
    ids=["ellipsis", "bracket at the start", "bracket inside", "an aside", "short form", "cut", "plural", "typography"],
)
def test_a_cut_or_spelling_changes_no_sense(other: str) -> None:
    assert told(said("Tobias Ekdahl", WORDS), said("Tobias Ekdahl", other)) == []
