"""What a reader is told of two wordings."""

from __future__ import annotations

import pytest

from bot.analyse.uttering.differing import difference
from bot.shapes import QuoteKind

FULL = "“We will rebuild the old pier before winter, and the town will not pay for it,” … “I’m gonna see to it.”"

CASES: list[tuple[str, QuoteKind, str | None, str | None]] = [
    (FULL, "direct", None, None),
    (FULL.upper().replace("’", "'"), "direct", None, None),
    ("“I’m, er, gonna see to it.”", "direct", "cut", "cut: without “We will rebuild the old pier before winter …”"),
    ("“We will rebuild the old pier.”", "direct", "cut", "cut: without “before winter, and the town will not pay …”"),
    (
        "“We will rebuild the pier before winter, and the town will not pay for it.” “I’m gonna see to it.”",
        "direct",
        "cut",
        "cut: leaves out “old”",
    ),
    (
        "“We will rebuild the old pier,” “I’m gonna see to it.”",
        "direct",
        "stitched",
        "stitched: leaves out “before winter, and the town will not pay …” in the middle",
    ),
    (
        FULL.replace("gonna", "going to"),
        "direct",
        "cleaned up",
        "cleaned up: “going to” for “gonna”",
    ),
    (FULL.replace("the town", "the town [of Tarrow]"), "direct", "cleaned up", "cleaned up: “[of Tarrow]” put in"),
    (FULL.replace("winter", "spring"), "direct", "reworded", "“spring” for “winter”"),
    (FULL.replace("will not", "will"), "direct", "turned", "says the opposite: without “not”"),
    (FULL.replace("We will", "We will never"), "direct", "longer", "longer: with “never”"),
    (FULL.replace("it.”", "it today.”"), "direct", "longer", "longer: with “today”"),
    ("that the town “will not pay for it”", "mixed", "cut", None),
    ("that the pier would be rebuilt", "indirect", "paraphrased", "paraphrased"),
    (
        "“The quay shall be built anew, and no citizen owes a penny,”",
        "direct",
        "worded differently",
        "translated or worded differently",
    ),
]


@pytest.mark.parametrize(("text", "kind", "how", "told"), CASES)
def test_a_wording_beside_the_fullest(text: str, kind: QuoteKind, how: str | None, told: str | None) -> None:
    found = difference(text, kind, FULL, "direct")
    assert (found.how if found else None) == how
    if told or not how:
        assert (found.told if found else None) == told


@pytest.mark.parametrize(
    ("text", "other", "is_same"),
    [("that the colour was grey", "the color was gray", True), ("that it was red", "it was grey", False)],
)
def test_two_reporters_own_words(text: str, other: str, is_same: bool) -> None:
    assert (difference(text, "indirect", other, "indirect") is None) is is_same


def test_a_speech_of_any_length_is_compared_by_its_beginning() -> None:
    speech = "“" + "the old pier and the town " * 20_000
    found = difference(speech.replace("old", "new", 1), "direct", speech, "direct")
    assert found is not None
    assert found.told == "“new” for “old”"


def test_what_is_shown_is_as_the_reports_have_it() -> None:
    found = difference("“It’s Twelve Boats,”", "direct", "“It’s 14 Boats,”", "direct")
    assert found is not None
    assert found.told == "“Twelve” for “14”"
