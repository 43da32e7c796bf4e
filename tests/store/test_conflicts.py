"""A conflict is kept once in its story, and what a person decided about it outlasts every machine."""

from __future__ import annotations

import pytest

from bot.errors import UserError
from bot.shapes import ConflictStatus
from store import SqlStore
from tests.factories import a_conflict, a_side, at
from tests.store.archive import AWAY, HOME, a_story


def test_a_conflict_comes_back_as_it_was_kept(store: SqlStore) -> None:
    story = a_story(store)
    given = a_conflict(id="", story="")
    kept = store.save_conflict(HOME, story, given)
    assert kept == given.model_copy(update={"id": "c1", "story": story})
    assert store.conflict(HOME, "c1") == kept
    assert store.conflict(AWAY, "c1") is None
    assert store.conflicts(AWAY) == []


def test_the_same_key_brings_new_sides_to_the_same_conflict(store: SqlStore) -> None:
    story = a_story(store)
    first = store.save_conflict(HOME, story, a_conflict())
    sides = (*first.sides, a_side(article="a3", says="11 killed"))
    again = store.save_conflict(HOME, story, a_conflict(sides=sides, summary="Killed: 9, 11 or 12", confidence=0.95))
    assert again == first.model_copy(update={"sides": sides, "summary": "Killed: 9, 11 or 12", "confidence": 0.95})
    assert store.conflicts(HOME) == [again]


def test_another_story_may_have_the_same_key(store: SqlStore) -> None:
    one, two = a_story(store, "one"), a_story(store, "two")
    first = store.save_conflict(HOME, one, a_conflict())
    second = store.save_conflict(HOME, two, a_conflict())
    assert store.conflicts(HOME) == [second, first]
    assert store.conflicts(HOME, story=one) == [first]


@pytest.mark.parametrize(
    ("kept", "found", "after"),
    [("open", "superseded", "superseded"), ("superseded", "open", "open"), ("open", "open", "open")],
)
def test_a_machine_may_change_its_own_mind(
    store: SqlStore, kept: ConflictStatus, found: ConflictStatus, after: ConflictStatus
) -> None:
    story = a_story(store)
    store.save_conflict(HOME, story, a_conflict(status=kept))
    assert store.save_conflict(HOME, story, a_conflict(status=found)).status == after
    assert [conflict.status for conflict in store.conflicts(HOME, status=after)] == [after]


@pytest.mark.parametrize("judged", ["dismissed", "resolved", "superseded", "open"])
@pytest.mark.parametrize("found", ["open", "superseded"])
def test_no_machine_undoes_what_a_person_decided(
    store: SqlStore, judged: ConflictStatus, found: ConflictStatus
) -> None:
    story = a_story(store)
    kept = store.save_conflict(HOME, story, a_conflict())
    decided = store.judge_conflict(HOME, kept.id, judged, by="U1", at=at(1), confirmed=True)
    assert (decided.status, decided.confirmed, decided.judged_by) == (judged, True, "U1")
    again = store.save_conflict(HOME, story, a_conflict(status=found, summary="New words"))
    assert (again.status, again.judged_by, again.summary) == (judged, "U1", "New words")


@pytest.mark.parametrize("ref", ["c99", "", "c", "nonsense", "c" * 5000])
def test_who_judges_a_conflict_that_is_not_there_is_told(store: SqlStore, ref: str) -> None:
    with pytest.raises(UserError, match="no such conflict"):
        store.judge_conflict(HOME, ref, "dismissed", by="U1", at=at(0))


def test_nobody_judges_across_workspaces(store: SqlStore) -> None:
    kept = store.save_conflict(HOME, a_story(store), a_conflict())
    with pytest.raises(UserError):
        store.judge_conflict(AWAY, kept.id, "dismissed", by="U1", at=at(0))
    assert store.conflict(HOME, kept.id) == kept


def test_a_kind_is_muted_in_one_story(store: SqlStore) -> None:
    story, other = a_story(store, "one"), a_story(store, "two")
    store.mute_conflicts(HOME, story, "wording", by="U1", at=at(0))
    store.mute_conflicts(HOME, story, "number", by="U1", at=at(1))
    store.mute_conflicts(HOME, story, "number", by="U2", at=at(2))
    assert store.muted_kinds(HOME, story) == ["number", "wording"]
    assert store.muted_kinds(HOME, other) == []
    assert store.muted_kinds(AWAY, story) == []
