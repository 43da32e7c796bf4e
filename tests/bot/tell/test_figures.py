"""Which figures of a story are told to have moved."""

from __future__ import annotations

from typing import Any

import pytest

from bot.shapes import Account, Claim
from bot.tell.figures import moved
from tests.factories import at


def a_toll(low: float, about: str = "killed", **fields: Any) -> Claim:
    given = {"kind": "number", "about": about, "says": f"{low} {about}", "low": low, "high": low, "unit": "people"}
    place = {"start": 0, "end": 4, "text": "Nine", "spot": (0, 4)}
    return Claim.model_validate(given | place | fields)


def told(minutes: float, *claims: Claim, outlet: str = "The Harbour Post", **fields: Any) -> Account:
    given = {"article": f"a{minutes}", "version": "v1", "voice": "a", "outlet": outlet, "published": at(minutes)}
    return Account.model_validate(given | {"seen": at(minutes), "claims": claims} | fields)


def figures(*accounts: Account) -> list[tuple[str, str, str]]:
    """What moved in the hour after noon."""
    return [(one.what, one.before, one.after) for one in moved(accounts, at(0), at(60))]


def test_a_toll_that_rose() -> None:
    assert figures(told(-5, a_toll(9)), told(5, a_toll(10))) == [("killed", "9", "10")]


def test_it_is_told_by_whoever_gave_it_first() -> None:
    (one,) = moved([told(-5, a_toll(9)), told(5, a_toll(10), outlet="Coast Radio"), told(9, a_toll(10))], at(0), at(60))
    assert (one.outlet, one.at) == ("Coast Radio", at(5))


def test_in_a_new_story_it_moved_from_the_first_report_s() -> None:
    first = a_toll(3, qualifier="at least")
    assert figures(told(5, first), told(9, a_toll(7))) == [("killed", "at least 3", "7")]


def test_those_missing_may_become_fewer() -> None:
    assert figures(told(-5, a_toll(2, "missing")), told(5, a_toll(1, "missing"))) == [("missing", "2", "1")]


@pytest.mark.parametrize(
    ("was", "is_"),
    [
        (a_toll(9), a_toll(9)),
        (a_toll(9), a_toll(5)),
        (a_toll(9), a_toll(14, sentence=9)),
        (a_toll(9), a_toll(12, scope="children")),
        (a_toll(9), a_toll(24, high=99, qualifier="vague")),
        (a_toll(9), a_toll(11, "aboard")),
        (a_toll(9), a_toll(10, unit="buildings")),
    ],
    ids=["the same", "lower", "far down, of another event", "of a part", "vague", "of another thing", "no people"],
)
def test_no_move(was: Claim, is_: Claim) -> None:
    assert figures(told(-5, was), told(5, is_)) == []


def test_an_old_report_that_comes_late_moves_nothing() -> None:
    late = told(5, a_toll(12), published=at(-60))
    assert figures(told(-5, a_toll(9)), late) == []
