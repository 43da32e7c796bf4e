"""What is worth a message, and what is not."""

from __future__ import annotations

import pytest

from bot.shapes import Asked, Channel, Taken
from bot.tell.notices import is_told, notices, told
from tests.factories import a_conflict, a_drop, an_outcome

CHANNEL = Channel(workspace="local", id="C1")


def taken(outcome: str, lineage: str | None = None, **fields: object) -> Taken:
    became = an_outcome(outcome=outcome, lineage=lineage)
    given = {"drop": a_drop(), "outcome": became, "story": "s1", "version": "v1"}
    return Taken.model_validate(given | fields)


@pytest.mark.parametrize(
    ("what", "kinds"),
    [
        (taken("new", story_is_new=True), ["card"]),
        (taken("new"), ["card", "report"]),
        (taken("rewrite"), ["card", "report"]),
        (taken("copy"), ["card"]),
        (taken("rewrite", lineage="cut"), ["card"]),
        (taken("duplicate"), []),
        (taken("rejected", story=None), []),
        (taken("revision", changed=True), ["card", "version"]),
        (taken("revision", changed=False), ["card"]),
        (taken("new", conflicts=(a_conflict(),)), ["card", "report", "conflict"]),
    ],
)
def test_what_a_channel_is_told(what: Taken, kinds: list[str]) -> None:
    assert [notice.kind for notice in notices(what, [CHANNEL])] == kinds


def test_replies_belong_in_the_thread_of_the_card() -> None:
    card, *replies = notices(taken("new", conflicts=(a_conflict(),)), [CHANNEL])
    assert card.parent is None
    assert {reply.parent for reply in replies} == {card.key}


def test_a_channel_that_does_not_follow_is_told_nothing() -> None:
    assert notices(taken("new"), [CHANNEL.model_copy(update={"follows": False})]) == []


def test_keys_differ_by_channel_so_each_gets_its_own_post() -> None:
    other = CHANNEL.model_copy(update={"id": "C2"})
    keys = [notice.key for notice in notices(taken("new"), [CHANNEL, other])]
    assert len(set(keys)) == len(keys) == 4


def test_whoever_posted_a_link_is_answered_in_that_thread_even_about_a_duplicate() -> None:
    drop = a_drop(asked=Asked(channel="C9", thread="171.1"))
    (answer,) = notices(taken("duplicate", drop=drop), [])
    assert (answer.kind, answer.channel, answer.thread) == ("answer", "C9", "171.1")


@pytest.mark.parametrize(
    ("confidence", "status", "told_before", "told"),
    [
        (0.9, "open", False, True),
        (0.5, "open", False, False),
        (0.9, "superseded", False, False),
        (0.9, "superseded", True, True),
    ],
)
def test_a_conflict_is_told_when_sure_and_open_or_told_before(
    confidence: float, status: str, told_before: bool, told: bool
) -> None:
    assert is_told(a_conflict(confidence=confidence, status=status), 0.7, told_before) == told


def test_open_and_sure_ones_are_told_confirmed_ones_always_and_first() -> None:
    sure, surer, possible = (a_conflict(id=f"c{n}", confidence=n / 10) for n in (7, 9, 4))
    confirmed = a_conflict(id="confirmed", confidence=0.3, confirmed=True)
    settled = a_conflict(id="settled", status="dismissed", confirmed=True)
    assert [one.id for one in told([sure, possible, settled, surer, confirmed], 0.6)] == ["confirmed", "c9", "c7"]
