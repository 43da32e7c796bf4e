from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.match.likeness import likeness, wording
from bot.match.located import located
from bot.match.passages import new_share, passages
from bot.match.words import words
from bot.shapes import Mark
from bot.shapes.taking import blanked
from tests.bot.match.texts import FERRY, FERRY_CUT, FERRY_NEW_LEAD

OWN = "Ivar Dahl, mayor of Orsund, wants the market moved to the west side of the town before winter comes."

SIGNS = st.text(max_size=60)
WORDS = ["the", "ferry", "struck", "pier", "U.S.", "don’t", "1,200", "north-east", "½", "—", "cafe\u0301"]
PROSE = st.lists(st.sampled_from(WORDS), max_size=90).map(" ".join)


def shown(new: str, known: str) -> list[tuple[str, str]]:
    return [(new[slice(*one.ours)], known[slice(*one.theirs)]) for one in passages(new, known)]


def test_a_whole_text_is_one_passage() -> None:
    assert shown(f"  {FERRY}\n", FERRY) == [(FERRY.strip("."), FERRY.strip("."))]


def test_paragraphs_that_were_moved_are_found_where_they_stand() -> None:
    one, _, three, _ = FERRY.split("\n\n")
    found = shown(f"{three}\n\n{OWN}\n\n{one}", FERRY)
    assert [words(ours) for ours, _ in found] == [words(three), words(one)]
    assert all(words(ours) == words(theirs) for ours, theirs in found)


@pytest.mark.parametrize(
    ("new", "share"),
    [
        (FERRY, 0.0),
        (FERRY_CUT, 0.0),
        (FERRY_NEW_LEAD, 11 / 93),
        (OWN, 1.0),
        (f"{FERRY_CUT}\n\n{OWN}", 19 / 101),
        ("", 0.0),
    ],
)
def test_what_is_new_is_counted_in_words(new: str, share: float) -> None:
    assert new_share(passages(new, FERRY), new) == pytest.approx(share, abs=0.005)


def test_a_changed_word_is_new_and_its_neighbours_are_not() -> None:
    new = FERRY.replace("Nine people", "Fourteen people").replace("two miles out", "three miles out")
    found = passages(new, FERRY)
    assert new_share(found, new) == pytest.approx(2 / len(words(new)))
    assert not any(start <= new.index("Fourteen") < end for one in found for start, end in [one.ours])


def test_a_text_whose_every_run_was_broken_is_aligned() -> None:
    known = words(FERRY)
    new = " ".join("altered" if at % 6 == 3 else word for at, word in enumerate(known))
    assert new_share(passages(new, FERRY), new) == pytest.approx(1 / 6, abs=0.02)


def test_furniture_is_no_part_of_a_passage() -> None:
    advert = "Get our best stories every morning in one short letter that costs you nothing at all."
    body = FERRY.replace("\n\n", f"\n\n{advert}\n\n", 1)
    start = body.index(advert)
    prose = blanked(body, [Mark(start=start, end=start + len(advert), kind="advert")])
    assert new_share(passages(prose, FERRY), prose) == 0.0
    assert passages(advert, prose) == ()


@pytest.mark.parametrize(
    "known",
    ["a " * 20_000, "a b " * 10_000, ("a " * 8 + "b ") * 2_000, "".join(f"w{i % 977} " for i in range(20_000))],
)
def test_a_litany_makes_no_more_passages_than_it_has_runs(known: str) -> None:
    """That it takes no longer than its length allows is what `copydesk bench hostile` measures."""
    new = "a " * 20_000
    assert len(passages(new, known)) <= 20_000 / 8
    assert passages(known, known)[0].ours == (0, len(known) - 1)


@given(PROSE, PROSE, PROSE)
@settings(deadline=None)
def test_a_passage_holds_the_same_words_on_both_sides(head: str, tail: str, known: str) -> None:
    holds(f"{head} {known} {tail}", known)
    holds(f"{head} {tail}", f"{tail} {known} {head}")


@given(SIGNS, SIGNS)
@settings(deadline=None)
def test_whatever_the_signs_are(new: str, known: str) -> None:
    holds(new, known)
    holds(new + known, known + " " + new)


def holds(new: str, known: str) -> None:
    found = passages(new, known)
    spans = [one.ours for one in found]
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    for one in found:
        for (start, end), text in ((one.ours, new), (one.theirs, known)):
            assert 0 <= start < end <= len(text)
        assert words(new[slice(*one.ours)]) == words(known[slice(*one.theirs)])
    assert 0.0 <= new_share(found, new) <= 1.0


@given(PROSE, PROSE)
@settings(deadline=None)
def test_every_word_that_likeness_counts_stands_in_a_passage(new: str, known: str) -> None:
    shared = likeness(wording(new), wording(known)).ours
    halves = new.count("½") / max(1, len(words(new)))  # one word here and two there
    assert new_share(passages(new, known), new) <= 1 - shared + 0.05 + halves


@given(st.one_of(SIGNS, PROSE))
def test_located_words_are_the_words(text: str) -> None:
    found: Any = located(text, 1000)
    assert " ".join(found.words).split() == words(text)
    assert all(text[start:end].strip() == text[start:end] for start, end in found.spans)


def test_words_are_located_without_the_marks_around_them() -> None:
    text = "“The U.S. didn’t pay 1,200 — north-east,” she said."
    spans = located(text, 99).spans
    assert [text[slice(*span)] for span in spans] == [
        "The", "U.S", "didn’t", "pay", "1,200", "north", "east", "she", "said",
    ]  # fmt: skip
