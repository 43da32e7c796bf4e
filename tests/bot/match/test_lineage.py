from __future__ import annotations

from typing import Any

import pytest

from bot.match.lineage import agency_of, built, independent, lineage_of, measured, newsrooms, root_of, texts
from bot.shapes import Article, LineageKind, Match
from tests.bot.match.texts import COUNCIL, FERRY, FERRY_CUT, FERRY_NEW_LEAD, a_known
from tests.factories import an_article


def told(name: str, outlet: str | None, of: str | None = None, lineage: LineageKind = "own", **fields: Any) -> Article:
    return an_article(id=name, outlet=outlet, of=of, lineage=lineage, **fields)


def copied(name: str, outlet: str, root: str, **fields: Any) -> Article:
    return told(name, outlet, root, "copy", root=root, **fields)


AND_MORE = f"{FERRY}\n\n{COUNCIL}"
"All of the ferry's report, and more."

POST, RADIO, STAR = told("a1", "The Harbour Post"), told("a2", "Coast Radio"), told("a3", "Tarrow Star")


@pytest.mark.parametrize(
    ("outcome", "cut", "lineage"),
    [
        ("new", False, "own"),
        ("duplicate", False, "duplicate"),
        ("revision", False, "version"),
        ("copy", False, "copy"),
        ("copy", True, "cut"),
        ("rewrite", False, "rewrite"),
        ("rewrite", True, "cut"),
    ],
)
def test_lineage(outcome: str, cut: bool, lineage: str) -> None:
    assert lineage_of(Match.model_validate({"outcome": outcome, "cut": cut, "reason": "A test."})) == lineage


@pytest.mark.parametrize(
    ("prose", "new", "kept"),
    [(FERRY, 0.0, 1.0), (FERRY_CUT, 0.0, 0.45), (FERRY_NEW_LEAD, 0.118, 0.45), ("A quiet night in Orsund.", 1.0, 0.0)],
)
def test_what_is_new_and_what_is_kept(prose: str, new: float, kept: float) -> None:
    match = measured(Match(outcome="copy", of="a1", reason="A test."), prose, a_known())
    assert match.version == "v1"
    assert match.new == pytest.approx(new, abs=0.01)
    assert match.kept == pytest.approx(kept, abs=0.01)


@pytest.mark.parametrize(
    ("prose", "outcome", "lineage"),
    [
        (FERRY_CUT, "copy", "cut"),
        (FERRY, "copy", "copy"),
        (FERRY_CUT, "revision", "version"),
        (AND_MORE, "copy", "copy"),
    ],
)
def test_a_copy_that_leaves_much_out_is_a_cut(prose: str, outcome: str, lineage: str) -> None:
    match = Match.model_validate({"outcome": outcome, "of": "a1", "reason": "A test."})
    assert lineage_of(measured(match, prose, a_known())) == lineage


def test_a_text_of_its_own_is_all_new() -> None:
    match = measured(Match(outcome="new", reason="A test."), FERRY, None)
    assert (match.version, match.new, match.kept) == (None, 1.0, None)


@pytest.mark.parametrize(
    ("articles", "voices", "built_on"),
    [
        ([POST], 1, 0),
        ([POST, RADIO, STAR], 3, 0),
        ([POST, copied("a2", "Coast Radio", "a1"), copied("a3", "Tarrow Star", "a1")], 1, 0),
        ([POST, told("a2", "Coast Radio", "a1", "cut", root="a1")], 1, 0),
        ([POST, told("a2", "Coast Radio", "a1", "rewrite"), STAR], 2, 1),
        ([POST, told("a2", "Coast Radio", "a1", "rewrite"), copied("a3", "Tarrow Star", "a2")], 1, 1),
        ([POST, told("a4", "HarbourPost.com")], 1, 0),
        ([told("a1", None), told("a2", None)], 2, 0),
        ([], 0, 0),
    ],
    ids=[
        "one", "three newsrooms", "two copies", "a cut", "a rewrite", "a copy of a rewrite", "one outlet twice",
        "nobody is named", "none",
    ],
)  # fmt: skip
def test_reports_that_can_confirm_each_other(articles: list[Article], voices: int, built_on: int) -> None:
    assert (independent(articles), built(articles)) == (voices, built_on)


def test_newsrooms_stand_in_the_order_of_their_first_report() -> None:
    again, nobody = told("a4", "The Harbour Post"), told("a5", None)
    carried = told("a6", "Tarrow Star", agency="Quay Press")
    assert newsrooms([POST, nobody, RADIO, again, carried]) == ("The Harbour Post", None, "Coast Radio", "Quay Press")


def test_two_reports_of_one_agency_count_once_whoever_carries_them() -> None:
    one = told("a1", "The Harbour Post", agency="Quay Press")
    other = told("a2", "Coast Radio", agency="Quay Press")
    assert independent([one, other]) == 1
    assert independent([one, other, told("a3", "Quay Press"), told("a4", "Tarrow Star")]) == 2


def test_copies_whose_original_is_in_another_story_are_one_text() -> None:
    first, second = copied("a2", "Coast Radio", "a1"), copied("a3", "Tarrow Star", "a1")
    (text,) = texts([first, second])
    assert (text.root, text.lead, text.copies) == ("a1", first, (second,))
    assert independent([first, second]) == 1


def test_a_text_has_all_that_carry_it_and_all_that_are_built_on_it() -> None:
    copy = copied("a2", "Coast Radio", "a1")
    again = told("a3", "Tarrow Star", "a2", "copy", root="a1")
    built_on = told("a4", "Night Desk", "a2", "rewrite")
    text, own = texts([POST, copy, again, built_on])
    assert (text.root, text.lead, text.copies, text.built_on) == ("a1", POST, (copy, again), (built_on,))
    assert (own.lead, own.copies, own.built_on) == (built_on, (), ())
    assert [root_of(one) for one in (POST, copy, again, built_on)] == ["a1", "a1", "a1", "a4"]


def test_the_agency_is_known_from_any_that_carries_its_text() -> None:
    (text,) = texts([POST, copied("a2", "Coast Radio", "a1", agency="Quay Press")])
    assert agency_of(text) == "Quay Press"
