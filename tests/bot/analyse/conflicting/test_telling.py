"""The lines an editor reads: what is disputed, who says which, and the few words that clash."""

from __future__ import annotations

import pytest

from bot.analyse.claiming.terms import tokens
from bot.analyse.conflicting.telling import in_sentence
from bot.analyse.conflicts import conflicts
from bot.shapes import Conflict
from tests.bot.analyse.accounts import an_account, between, inside, said


@pytest.mark.parametrize(
    ("one", "other", "line"),
    [
        (
            "The fire at the Harrowmouth warehouse killed five people, police said.",
            "The fire at the Harrowmouth warehouse killed seven people.",
            "Killed: five according to police (Anchor), seven according to Beacon",
        ),
        (
            "The wreck of the Lady Orla will be towed to Harrowmouth, officials said.",
            "The wreck of the ferry will be towed to Tarrow, the Beacon has learned.",
            "Towed: to Harrowmouth according to officials (Anchor), to Tarrow according to Beacon",
        ),
        (
            "The alliance called the incursion into Tavira airspace a deliberate act.",
            "The United Ports say the incursion into Tavira airspace was accidental.",
            "Incursion: deliberate according to the alliance (Anchor), "
            "accidental according to the United Ports (Beacon)",
        ),
        (
            "The dredger was steered into the Lady Orla on purpose, a witness said.",
            "Ruth Marten said the dredger had been steered into the Lady Orla by accident.",
            "Was it deliberate? Deliberate according to a witness (Anchor), "
            "accidental according to Ruth Marten (Beacon)",
        ),
        (
            "State television reported that airstrikes hit the old city of Palmeira.",
            "A ministry spokesman said no airstrikes were carried out in Palmeira.",
            "Airstrikes were carried out in Palmeira: said by State television (Anchor), "
            "denied by a ministry spokesman (Beacon)",
        ),
    ],
)
def test_a_summary_begins_with_what_is_disputed_and_names_who_says_which(one: str, other: str, line: str) -> None:
    assert [c.summary for c in between(one, other)] == [line]


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("The navy", "the navy"),
        ("ship's certificate", "the ship's certificate"),
        ("governor of Gullstone island", "the governor of Gullstone island"),
        ("Norland Defence Ministry", "the Norland Defence Ministry"),
        ("United Ports", "the United Ports"),
        ("State television", "State television"),
        ("officials in Tarrow", "officials in Tarrow"),
        ("a witness", "a witness"),
        ("Ines Calloway", "Ines Calloway"),
        ("police", "police"),
    ],
)
def test_a_source_stands_in_the_sentence_as_english_has_it(source: str, shown: str) -> None:
    assert in_sentence(source) == shown


def test_of_one_report_the_outlet_is_named_once() -> None:
    (conflict,) = inside(
        "The alliance called the incursion deliberate.\n\nNorland officials say the incursion was accidental."
    )
    assert conflict.summary == (
        "Incursion: deliberate according to the alliance, accidental according to Norland officials (both in Beacon)"
    )


def test_a_quotation_told_in_two_ways_shows_the_words_around_the_difference() -> None:
    one, other = "We had no warning that the radar was failing", "We had warning that the radar was failing"
    (conflict,) = quoted(one, other)
    assert conflict.summary == "Tobias Ekdal is quoted with “had no warning” (Anchor) and with “had warning” (Beacon)"


def quoted(one: str, other: str) -> list[Conflict]:
    name = "Tobias Ekdal"
    return conflicts(
        an_account("beacon", "", said=(said(name, other),)), [an_account("anchor", "", said=(said(name, one),))]
    )


SPOTS = [
    (
        "Norland began airstrikes in Tavira on Sept. 30, saying it is fighting Red Banner men and others there, but "
        "the envoys accuse it of propping up its ally, the president of the islands, by bombing moderate rebels.",
        "Activists said few Red Banner camps have been struck.",
    ),
    (
        "The guild said crew members had reported the fault in the radar of the Lady Orla three times in September.",
        "Kestrel Line denied on Tuesday that it had been warned about a faulty radar on the ferry Lady Orla, in which "
        "nine people died.",
    ),
]


@pytest.mark.parametrize(("one", "other"), SPOTS)
def test_only_the_few_words_that_clash_are_marked(one: str, other: str) -> None:
    texts = {"anchor": one, "beacon": other}
    (conflict,) = between(one, other)
    for side in conflict.sides:
        marked = texts[side.article][slice(*side.spot)]
        assert 0 < len(tokens(marked)) <= 8
