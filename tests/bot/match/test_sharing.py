"""A report that shares passages with one of another story is worth a question; one that shares a sentence is not."""

from __future__ import annotations

import pytest

from bot.match.sharing import shared_story
from tests.bot.match.texts import COUNCIL, FERRY, FERRY_CUT, a_known, a_report

PASSAGES = " ".join(FERRY_CUT.split()[:60])


@pytest.mark.parametrize(
    ("body", "begins"),
    [
        (COUNCIL, None),
        (f"{COUNCIL}\n\n{COUNCIL.upper()} {' '.join(FERRY.split()[:12])}", None),
        (f"{COUNCIL}\n\n{COUNCIL.upper()}\n\n{COUNCIL}\n\n{PASSAGES}", "It takes up"),
        (PASSAGES + " " + " ".join(COUNCIL.split()[:40]), "60 % of its words stand in passages of"),
    ],
)
def test_how_much_is_shared_decides(body: str, begins: str | None) -> None:
    known = a_known(FERRY, article="a1", story="s1")
    maybe = shared_story(a_report(body), [known], "s9")
    assert (maybe.reason[: len(begins or "")] if maybe else None) == begins
    assert maybe is None or maybe.story == "s1"


def test_its_own_story_is_not_asked_about() -> None:
    known = [a_known(FERRY, article="a1", story="s1"), a_known(FERRY_CUT, article="a2", story="s2")]
    found = shared_story(a_report(PASSAGES), known, "s1")
    assert found
    assert found.story == "s2"
    assert shared_story(a_report(PASSAGES), known[:1], "s1") is None
    assert shared_story(a_report(PASSAGES), [], "s1") is None
