"""What two reports of one story contradict each other in, and the look-alikes that are no contradiction."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.analyse.conflicts import POSTING_THRESHOLD, conflicts, superseded
from bot.shapes import Account, Conflict, ConflictKind
from tests.bot.analyse.accounts import an_account, between, inside
from tests.factories import at

FIRE = "The fire at the Harrowmouth warehouse killed {} people, the Torrin brigade said."

CONTRADICTIONS: list[tuple[ConflictKind, str, str]] = [
    ("number", FIRE.format("12"), FIRE.format("19")),
    ("number", FIRE.format("12"), FIRE.format("at least 20")),
    ("number", FIRE.format("about 50"), FIRE.format("80")),
    ("number", FIRE.format("four to eleven"), FIRE.format("16")),
    (
        "number",
        "A 5.6 magnitude quake shook the Gullstone islands on Monday.",
        "A quake with a magnitude of 5.2 shook Gullstone.",
    ),
    (
        "number",
        "Police named the driver as Moira Tresk, 61, of Tarrow.",
        "The driver was 68-year-old Maura Tresk of Tarrow.",
    ),
    (
        "number",
        "Three undersea cables off Gullstone were damaged by the storm.",
        "Two undersea cables off Gullstone were damaged by the storm.",
    ),
    (
        "date",
        "“We saw two of them over the weekend,” said Ines Calloway of the Norland incursions into Tavira airspace.",
        "Ines Calloway accused Norland jets of violating Tavira airspace on Saturday and Monday.",
    ),
    (
        "date",
        "The radar of the Lady Orla was last inspected on Oct. 1, a certificate shows.",
        "The ferry's radar was last inspected on Sept. 12, records of the Lady Orla show.",
    ),
    (
        "place",
        "The wreck of the Lady Orla will be towed to Harrowmouth.",
        "The wreck of the ferry will be towed to Tarrow.",
    ),
    (
        "denial",
        "Tavira officials said two Norland missiles crashed near the border.",
        "Norland has denied that any of its missiles crashed.",
    ),
    (
        "denial",
        "State television reported that airstrikes hit the old city of Palmeira.",
        "A ministry spokesman said no airstrikes were carried out in Palmeira.",
    ),
    (
        "denial",
        "The deputy suggested that Norland might send fighters to Tavira.",
        "Admiral Piet Gannon insisted that Norland has no plans to send ground troops.",
    ),
    (
        "opposite",
        "Norland officials say the airspace incursion was accidental.",
        "The alliance called the incursion into Tavira airspace a deliberate act.",
    ),
    (
        "opposite",
        "The dredger was steered into the Lady Orla on purpose, a witness said.",
        "Police said there was no evidence that the dredger had been steered into the Lady Orla on purpose.",
    ),
]


@pytest.mark.parametrize(("kind", "one", "other"), CONTRADICTIONS)
def test_two_reports_contradict_each_other(kind: ConflictKind, one: str, other: str) -> None:
    assert [c.kind for c in between(one, other)] == [kind]


@pytest.mark.parametrize(("kind", "one", "other"), CONTRADICTIONS)
def test_each_side_is_shown_in_its_own_words(kind: ConflictKind, one: str, other: str) -> None:
    (conflict,) = between(one, other)
    texts = {"anchor": one, "beacon": other}
    assert {side.article for side in conflict.sides} == set(texts)
    for side in conflict.sides:
        assert texts[side.article][side.start : side.end] == side.text
        assert side.start <= side.spot[0] < side.spot[1] <= side.end


LOOK_ALIKES = [
    ("the same figure", FIRE.format("12"), FIRE.format("twelve")),
    ("at least, below a later count", FIRE.format("at least 12"), FIRE.format("19")),
    ("about", FIRE.format("about 50"), FIRE.format("53")),
    ("a range that holds it", FIRE.format("10 to 15"), FIRE.format("12")),
    ("rounding", FIRE.format("1,000"), FIRE.format("1,012")),
    ("dozens", FIRE.format("dozens of"), FIRE.format("31")),
    ("a part and the whole", FIRE.format("12"), "The fire at the Harrowmouth warehouse killed three children."),
    ("another year", FIRE.format("12"), "In 2008 a fire at the Harrowmouth warehouse killed 40 people."),
    ("an earlier event", FIRE.format("12"), "A previous fire at the Harrowmouth warehouse killed 40 people."),
    ("what might be", FIRE.format("12"), "The fire at the Harrowmouth warehouse could kill 40 people."),
    (
        "another quantity",
        "The fire at the Harrowmouth warehouse killed 12 people.",
        "The fire at the Harrowmouth warehouse injured 19 people.",
    ),
    (
        "units",
        "Duncan Gale died after falling about 200ft on Mount Orrin.",
        "Duncan Gale died after falling about 60 metres on Mount Orrin.",
    ),
    (
        "two people of one surname",
        "Police named the driver as Moira Tresk, 61, of Tarrow.",
        "The passenger was 35-year-old Gareth Tresk of Tarrow.",
    ),
    (
        "a first estimate",
        "A 5.6 magnitude quake shook the Gullstone islands.",
        "A 5.7 magnitude quake shook the Gullstone islands.",
    ),
    (
        "days inside the stretch",
        "Norland jets violated Tavira airspace over the weekend.",
        "Norland jets violated Tavira airspace on Saturday and Sunday.",
    ),
    (
        "who is hit is not who hits",
        "Admiral Piet Gannon said Norland had no intention of attacking Israel.",
        "Some fear an Israeli strike on Norland.",
    ),
    (
        "a denial of something else",
        "State television reported that airstrikes hit the old city of Palmeira.",
        "A ministry spokesman said no airstrikes were carried out in Velha.",
    ),
    (
        "another accident",
        "The alliance called the incursion into Tavira airspace a deliberate act.",
        "Rules are needed to prevent an accidental collision over Tavira.",
    ),
    (
        "a place and its surroundings",
        "The wreck of the Lady Orla will be towed to Harrowmouth.",
        "The wreck of the Lady Orla will be towed to Tarrow, not to Harrowmouth, if the tide allows.",
    ),
]


@pytest.mark.parametrize(("one", "other"), [pair[1:] for pair in LOOK_ALIKES], ids=[pair[0] for pair in LOOK_ALIKES])
def test_what_only_looks_like_a_contradiction(one: str, other: str) -> None:
    assert between(one, other) == []


def test_figures_of_other_days_are_no_clash_of_figures() -> None:
    one, other = "A blast on Saturday killed 12 people in Tarrow.", "A blast on Monday killed 19 people in Tarrow."
    assert "number" not in [c.kind for c in between(one, other)]


def test_a_later_higher_figure_is_an_update() -> None:
    assert between(FIRE.format("12"), FIRE.format("19"), minutes=180) == []


def test_a_later_lower_figure_is_not() -> None:
    assert [c.kind for c in between(FIRE.format("19"), FIRE.format("12"), minutes=180)] == ["number"]


def test_after_a_day_and_a_half_every_figure_is_a_later_count() -> None:
    assert between(FIRE.format("19"), FIRE.format("12"), minutes=60 * 40) == []


def test_the_figures_of_two_named_sides_are_rival_counts() -> None:
    one = "The fire at the Harrowmouth warehouse killed 12 people, the Torrin brigade said."
    other = "The fire at the Harrowmouth warehouse killed 19 people, the Dockers' Union said."
    assert [c.kind for c in between(one, other, minutes=120)] == ["number"]


def test_the_missing_are_found() -> None:
    one, other = "Two passengers of the Lady Orla are missing.", "One passenger of the Lady Orla is missing."
    assert between(one, other, minutes=120) == []


def test_copies_of_one_report_are_one_voice() -> None:
    anchor = an_account("anchor", FIRE.format("12"), voice="wire")
    beacon = an_account("beacon", FIRE.format("19"), voice="wire")
    assert conflicts(beacon, [anchor]) == []


def test_a_copy_adds_no_side_and_the_original_is_the_one_that_is_shown() -> None:
    wire = an_account("wire", FIRE.format("12"))
    copy = an_account("ledger", FIRE.format("12"), voice="wire")
    (conflict,) = conflicts(an_account("beacon", FIRE.format("19")), [copy, wire])
    assert [side.article for side in conflict.sides] == ["wire", "beacon"]


def test_a_copy_that_comes_after_its_original_raises_nothing() -> None:
    others = [an_account("beacon", FIRE.format("19")), an_account("wire", FIRE.format("12"))]
    assert conflicts(an_account("ledger", FIRE.format("12"), voice="wire"), others) == []


def test_an_article_is_not_compared_with_its_own_earlier_version() -> None:
    before = an_account("anchor", FIRE.format("12"))
    assert conflicts(an_account("anchor", FIRE.format("19")), [before]) == []


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (
            "denial",
            "State television reported that airstrikes hit the old city of Palmeira.\n\n"
            "But a ministry spokesman denied it, saying no airstrikes were carried out in Palmeira.",
        ),
        (
            "opposite",
            "The alliance called the incursion deliberate.\n\nNorland officials say the incursion was accidental.",
        ),
        ("opposite", "The alliance rejected Norland’s claim that the incursion into Tavira airspace was accidental."),
        (
            "number",
            "Police said 12 people were killed in Harrowmouth.\n\nThe Dockers' Union said 19 people were killed there.",
        ),
    ],
)
def test_a_report_holds_both_sides(kind: ConflictKind, text: str) -> None:
    assert kind in [c.kind for c in inside(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Police said 12 people were killed in Harrowmouth.\n\nFour people were killed in the first minute.",
        "Norland said it hit the bridge.\n\nNorland said it did not hit the bridge's eastern tower.",
        "The jury convicted him of the shooting.\n\nThe jury acquitted him of the arson.",
    ],
)
def test_one_source_or_one_tale_does_not_contradict_itself(text: str) -> None:
    assert inside(text) == []


def test_a_third_report_joins_the_conflict_under_its_key() -> None:
    anchor, beacon = an_account("anchor", FIRE.format("12")), an_account("beacon", FIRE.format("19"))
    (first,) = conflicts(beacon, [anchor])
    (second,) = conflicts(an_account("coast", FIRE.format("23")), [anchor, beacon])
    assert second.key == first.key
    assert [side.article for side in second.sides] == ["anchor", "beacon", "coast"]


def test_denials_of_one_thing_in_other_words_are_one_conflict() -> None:
    reports = [
        "Norland said its jets were bombing Red Banner camps.",
        "Activists said few Red Banner camps have been struck.",
        "The minister told deputies that they did not hit Red Banner camps.",
    ]
    accounts = [an_account(f"outlet{n}", text) for n, text in enumerate(reports)]
    found = [c for n, account in enumerate(accounts) for c in conflicts(account, accounts[:n])]
    assert len({c.key for c in found}) == 1
    assert len(found[-1].sides) == 3


def test_a_kept_conflict_keeps_its_key_when_later_reports_put_it_in_other_words() -> None:
    anchor, beacon = an_account("anchor", CONTRADICTIONS[10][1]), an_account("beacon", CONTRADICTIONS[10][2])
    (first,) = conflicts(beacon, [anchor])
    renamed = first.model_copy(update={"key": "denial:as it was first called"})
    assert [c.key for c in conflicts(beacon, [anchor], kept=[renamed])] == ["denial:as it was first called"]


def test_what_people_muted_is_not_raised() -> None:
    anchor, beacon = an_account("anchor", FIRE.format("12")), an_account("beacon", FIRE.format("19"))
    assert conflicts(beacon, [anchor], ["number"]) == []
    assert conflicts(beacon, [anchor], ["number:killed"]) == []


def test_the_summary_is_a_line_to_act_on() -> None:
    (conflict,) = between(
        "The fire at the Harrowmouth warehouse killed 12 people.", "The fire at the Harrowmouth warehouse killed 19."
    )
    assert conflict.summary == "Killed: 12 according to Anchor, 19 according to Beacon"
    assert conflict.confidence >= POSTING_THRESHOLD


def open_number() -> Conflict:
    (conflict,) = between(FIRE.format("12"), FIRE.format("19"))
    return conflict


def test_a_later_figure_no_lower_than_any_closes_a_conflict() -> None:
    later = an_account("coast", "The fire at the Harrowmouth warehouse killed 20 people.", at(240))
    assert [c.status for c in superseded(later, [open_number()])] == ["superseded"]


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("The fire at the Harrowmouth warehouse killed 15 people.", 240),
        ("The fire at the Harrowmouth warehouse killed 20 people.", 20),
        ("The fire at the Harrowmouth warehouse injured 20 people.", 240),
    ],
)
def test_a_lower_a_simultaneous_or_another_figure_closes_none(text: str, minutes: float) -> None:
    assert superseded(an_account("coast", text, at(minutes)), [open_number()]) == []


def test_an_outlet_that_takes_its_figure_back_closes_the_conflict() -> None:
    corrected = an_account("beacon", FIRE.format("12")).model_copy(update={"version": "beacon-2"})
    assert [c.status for c in superseded(corrected, [open_number()])] == ["superseded"]


def closed_number() -> tuple[list[Account], Conflict]:
    """Five against seven, closed by nine in the morning."""
    reports = [("anchor", "five", 0), ("beacon", "seven", 5), ("coast", "nine", 600)]
    accounts = [an_account(name, FIRE.format(figure), at(minutes)) for name, figure, minutes in reports]
    (conflict,) = conflicts(accounts[1], accounts[:1])
    return accounts, conflict.model_copy(update={"status": "superseded"})


@pytest.mark.parametrize(
    ("figure", "minutes"),
    [("nine", 620), ("ten", 720), ("at least nine", 720), ("seven", 20)],
    ids=["the same", "higher", "at least", "from before the update"],
)
def test_a_closed_conflict_of_figures_stays_closed(figure: str, minutes: float) -> None:
    accounts, closed = closed_number()
    later = an_account("dispatch", FIRE.format(figure), at(minutes))
    assert conflicts(later, accounts, kept=[closed]) == []


def test_a_later_report_that_insists_on_a_lower_figure_opens_it_again_with_its_own_side() -> None:
    accounts, closed = closed_number()
    later = an_account("dispatch", FIRE.format("six"), at(720))
    (conflict,) = conflicts(later, accounts, kept=[closed])
    assert (conflict.key, conflict.status) == (closed.key, "open")
    assert "dispatch" in {side.article for side in conflict.sides}
    assert "anchor" not in {side.article for side in conflict.sides}


def test_what_a_person_decided_is_not_closed_again() -> None:
    later = an_account("coast", FIRE.format("20"), at(240))
    assert superseded(later, [open_number().model_copy(update={"status": "dismissed"})]) == []


@given(
    st.lists(st.sampled_from([pair[1] for pair in CONTRADICTIONS] + [pair[2] for pair in CONTRADICTIONS]), max_size=5)
)
def test_any_pile_of_reports_is_compared_without_error(texts: list[str]) -> None:
    accounts = [an_account(f"outlet{n}", text) for n, text in enumerate(texts)]
    for n, account in enumerate(accounts):
        for conflict in conflicts(account, accounts[:n]):
            assert len(conflict.sides) >= 2
            assert 0 < conflict.confidence < 1
            assert account.article in {side.article for side in conflict.sides}
