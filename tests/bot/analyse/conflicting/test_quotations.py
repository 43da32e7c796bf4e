"""The same words given to two people, and one person's words told in another sense."""

from __future__ import annotations

import pytest

from bot.analyse.conflicts import conflicts
from bot.shapes import Account, Conflict, Said
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


NO_WARNING, WARNING = (
    "“We had no warning about the radar of the ferry,”",
    "“We had warning about the radar of the ferry,”",
)


def two_wordings() -> tuple[Account, Account]:
    """One paper quotes him, and says it in its headline too; another drops the 'no'."""
    one = f"Ferry chief: no warning about radar\n\n{NO_WARNING} Tobias Ekdal said."
    other = f"{WARNING} Tobias Ekdal said."
    return quoting("anchor", one, NO_WARNING), quoting("beacon", other, WARNING)


def quoting(name: str, text: str, words: str) -> Account:
    at = text.index(words)
    quotation = said("Tobias Ekdal", words).model_copy(update={"start": at, "end": at + len(words)})
    return an_account(name, text, said=(quotation,))


def test_a_quotation_told_with_and_without_its_no_is_not_told_as_a_denial_too() -> None:
    anchor, beacon = two_wordings()
    assert [c.kind for c in conflicts(beacon, [anchor])] == ["wording"]


def test_a_denial_by_somebody_else_is_about_other_sentences_than_the_wording() -> None:
    anchor, beacon = two_wordings()
    guild = "The guild said crew members had reported the fault in the radar of the ferry."
    line = "Kestrel Line denied that it had been warned about the radar of the ferry."
    found = conflicts(an_account("coast", f"{guild}\n\n{line}"), [anchor, beacon])
    denial = next(c for c in found if c.kind == "denial")
    assert WARNING not in " ".join(side.text for side in denial.sides)


def test_a_side_is_the_whole_sentence_with_the_clashing_words_marked() -> None:
    anchor, beacon = two_wordings()
    (conflict,) = conflicts(beacon, [anchor])
    one, other = conflict.sides
    assert (one.text, other.text) == (f"{NO_WARNING} Tobias Ekdal said.", f"{WARNING} Tobias Ekdal said.")
    assert [side.text[side.spot[0] - side.start : side.spot[1] - side.start] for side in conflict.sides] == [
        "had no warning",
        "had warning",
    ]


def test_a_quotation_cut_in_two_by_its_speakers_name_is_the_same_quotation() -> None:
    whole = "“We had no warning that the steering was failing before the tide turned”"
    cut = "“We had no warning,” Ekdal said, “that the steering was failing before the tide turned”"
    assert told(said("Tobias Ekdal", whole), said("Tobias Ekdal", cut)) == []
    changed = cut.replace("no warning", "a warning")
    assert [c.kind for c in told(said("Tobias Ekdal", whole), said("Tobias Ekdal", changed))] == ["wording"]
