"""What a report claims, sentence by sentence."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.analyse.claims import MOST_CLAIMS, claims
from bot.analyse.lexicon import words
from bot.shapes import Claim, Quote

TUESDAY = datetime(2026, 10, 6, 12, tzinfo=UTC)


def kinds(text: str, kind: str) -> list[Claim]:
    return [c for c in claims(text, TUESDAY) if c.kind == kind]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Two jets violated the airspace on Saturday and Monday.", ("2026-10-03", "2026-10-05")),
        ("The barge exploded over the weekend.", ("2026-10-03", "2026-10-04")),
        ("The barge exploded on Oct. 2.", ("2026-10-02",)),
        ("The barge exploded on 2 October 2026.", ("2026-10-02",)),
        ("The barge exploded yesterday.", ("2026-10-05",)),
        ("The barge exploded on Tuesday.", ("2026-10-06",)),
        ("The crane was last inspected on Sept. 12.", ("2026-09-12",)),
    ],
)
def test_the_day_of_a_happening_is_resolved_against_the_day_of_the_report(text: str, days: tuple[str, ...]) -> None:
    assert [c.days for c in kinds(text, "date")] == [days]


@pytest.mark.parametrize(
    "text",
    [
        "The strikes were denounced on Monday.",
        "Ministers will meet on Thursday to discuss the strikes.",
        "A spokesman said on Monday that a barge exploded.",
        "The barge exploded on 31 June.",
        "HARROWMOUTH, Oct 6 - The mayor spoke of the blast.",
        "Many fled to Tavira after the March 11 attacks.",
    ],
)
def test_a_day_of_saying_or_to_come_dates_no_happening(text: str) -> None:
    assert kinds(text, "date") == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Norland has denied that any of its missiles crashed.", "Norland"),
        ("A ministry spokesman said no Norland airstrikes were carried out in Tavira.", "A ministry spokesman"),
        ("The ministry said its jets did not hit civilian housing.", "The ministry"),
        ("None of the areas bombed was held by rebels, activists said.", "activists"),
        ("The envoy, Ines Calloway, insisted that Norland has no plans to send troops.", "Ines Calloway"),
        ("The union said crew had never reported the fault, and Kestrel rejected claims that it was warned.", None),
    ],
)
def test_denials_and_who_denies(text: str, source: str | None) -> None:
    found = kinds(text, "denial")
    assert found
    if source:
        assert [c.source for c in found] == [source]


@pytest.mark.parametrize(
    "text",
    [
        "He was denied bail on Monday.",
        "A man has denied murder.",
        "Police did not confirm the strike.",
        "It is not clear whether the missile crashed.",
        "He decided not to bomb the town.",
        "Not only the missile crashed.",
        "He has not ruled out an attack on Tavira.",
        "There is no doubt the missile crashed.",
        "The missile may not have crashed.",
        "The navy declined to deny that its missile crashed.",
        "Guards were posted so that no missile could be sure to hit the pier.",
        "The crew checked the locks to be sure that the pier was safe and no attack succeeds.",
        "Officials did not provide the cause of the crash.",
        "No shots were fired when he was arrested.",
        "Norland rejected the offer of talks.",
    ],
)
def test_what_only_sounds_like_a_denial(text: str) -> None:
    assert kinds(text, "denial") == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The minister called the incursion deliberate.", ["deliberate"]),
        ("Norland said the incursion was accidental.", ["accidental"]),
        ("It does not look like an accident, she said of the incursion.", ["deliberate"]),
        ("The barge was steered into the pier on purpose.", ["deliberate"]),
        ("Police ruled out a deliberate act in the collision.", ["accidental"]),
        ("The alliance rejected Norland's claim that the incursion was accidental.", ["deliberate", "accidental"]),
        ("The jury convicted him of the shooting.", ["convicted"]),
        ("There are fears of an accidental collision if the jets could meet.", []),
        ("Rules are needed to prevent accidental strikes.", []),
        ("He died in a car accident.", []),
    ],
)
def test_opposed_words_and_which_end_they_speak_for(text: str, values: list[str]) -> None:
    assert [c.value for c in kinds(text, "opposite")] == values


def test_the_quotes_say_who_speaks() -> None:
    text = "“The incursion was deliberate.” It was late."
    quote = Quote(content=((0, 31),), speaker=None, cue=None, name="Ines Calloway", kind="direct", named="person")
    assert [c.source for c in claims(text, TUESDAY, [quote]) if c.kind == "opposite"] == ["Ines Calloway"]


def test_of_a_quote_inside_a_quote_the_inner_speaker_counts() -> None:
    text = "Norland said the envoy called the incursion deliberate."
    outer = Quote(content=((13, 54),), speaker=None, cue=None, name="Norland", kind="indirect")
    inner = Quote(content=((30, 54),), speaker=None, cue=None, name="the envoy", kind="indirect")
    assert [c.source for c in claims(text, TUESDAY, [outer, inner]) if c.kind == "opposite"] == ["the envoy"]


def test_a_place_is_claimed_for_what_is_done_in_one_place_only() -> None:
    found = kinds("The wreck will be towed to Harrowmouth, officials said.", "place")
    assert [(c.about, c.value, c.says) for c in found] == [("tow", "harrowmouth", "towed to Harrowmouth")]


def test_a_denied_report_says_what_was_reported_before() -> None:
    text = "The guild accused Kestrel Line of hiding the fault. Kestrel Line denied the allegations."
    assert [c.about for c in claims(text, TUESDAY) if c.kind == "denial"] == ["answer"]


@given(st.text(max_size=400), st.none() | st.datetimes(timezones=st.just(UTC)))
def test_any_text_gives_spans_of_itself(text: str, published: datetime | None) -> None:
    for claim in claims(text, published):
        assert text[claim.start : claim.end] == claim.text
        assert claim.start <= claim.spot[0] <= claim.spot[1] <= claim.end


WORDS = sorted(
    words(
        "no not denied that 12 killed people about at least on Monday weekend the Russia said accidental deliberate "
        "6:41 rejected claim , . “ ” - strike years old Jo Doe 61 from to and mother of towed Tarrow 3 million $ ( ) ²"
    )
)


@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_any_order_of_telling_words_is_read_without_error(found: list[str]) -> None:
    text = " ".join(found)
    for claim in claims(text, TUESDAY):
        assert text[claim.start : claim.end] == claim.text
        assert claim.start <= claim.spot[0] <= claim.spot[1] <= claim.end


def test_a_report_makes_only_so_many_claims() -> None:
    assert len(claims("The blast killed 12 people in Harrowmouth. " * 2000, TUESDAY)) == MOST_CLAIMS


def test_one_endless_line_makes_no_claim() -> None:
    assert claims("killed 12 " * 100_000, TUESDAY) == ()
