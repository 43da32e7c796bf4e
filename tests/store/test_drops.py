"""The inbox keeps each drop once and never forgets what became of it."""

from __future__ import annotations

import pytest

from bot.shapes import Asked
from store import SqlStore
from tests.factories import a_drop, an_outcome, at
from tests.store.archive import AWAY, HOME


def test_a_kept_drop_comes_back_as_it_came(store: SqlStore) -> None:
    drop = a_drop(
        workspace=HOME,
        outlet="The Harbour Post",
        published=at(-30),
        body="A\r\nline — and 漢字",
        asked=Asked(channel="C1", thread=None, user="U1"),
    )
    assert store.keep_drop(drop)
    assert store.drop(HOME, drop.key) == drop


def test_a_key_is_kept_once_in_a_workspace(store: SqlStore) -> None:
    assert store.keep_drop(a_drop(workspace=HOME, body="first"))
    assert not store.keep_drop(a_drop(workspace=HOME, body="second"))
    assert store.keep_drop(a_drop(workspace=AWAY, body="elsewhere"))
    assert [drop.body for drop in store.waiting_drops()] == ["first", "elsewhere"]


def test_what_was_fetched_is_written_into_the_reference(store: SqlStore) -> None:
    reference = a_drop(workspace=HOME, body=None)
    store.keep_drop(reference)
    fetched = reference.model_copy(
        update={
            "body": "<p>Now</p>",
            "media": "html",
            "title": "T",
            "outlet": "O",
            "url": "https://o.example/",
            "published": at(1),
        }
    )
    store.refill_drop(fetched)
    assert store.drop(HOME, reference.key) == fetched


def test_drops_wait_oldest_first_until_they_have_an_outcome(store: SqlStore) -> None:
    for key, minute in (("late", 3), ("early", 1), ("middle", 2)):
        store.keep_drop(a_drop(workspace=HOME, key=key, received=at(minute)))
    store.keep_drop(a_drop(workspace=AWAY, key="away", received=at(0)))
    store.finish_drop(HOME, "middle", an_outcome())
    assert [drop.key for drop in store.waiting_drops()] == ["away", "early", "late"]
    assert [drop.key for drop in store.waiting_drops(HOME, limit=1)] == ["early"]


def test_an_outcome_never_changes(store: SqlStore) -> None:
    store.keep_drop(a_drop(workspace=HOME))
    assert store.outcome(HOME, "d1") is None
    first = an_outcome(conflicts=("c1", "c2"))
    store.finish_drop(HOME, "d1", first)
    store.finish_drop(HOME, "d1", an_outcome(outcome="rejected"))
    assert store.outcome(HOME, "d1") == first


@pytest.mark.parametrize("key", ["", "k" * 5000, "漢" * 3000, "nul\0l", "half \ud800 pair", "'; drop table drops; --"])
def test_a_strange_key_finds_its_drop_again(store: SqlStore, key: str) -> None:
    assert store.keep_drop(a_drop(workspace=HOME, key=key))
    assert not store.keep_drop(a_drop(workspace=HOME, key=key))
    kept = store.drop(HOME, key)
    assert kept and store.drop(HOME, kept.key) == kept


def test_long_keys_that_begin_alike_are_two(store: SqlStore) -> None:
    assert store.keep_drop(a_drop(workspace=HOME, key="k" * 5000 + "1"))
    assert store.keep_drop(a_drop(workspace=HOME, key="k" * 5000 + "2"))


def test_characters_that_no_database_keeps_leave_offsets_true(store: SqlStore) -> None:
    store.keep_drop(a_drop(workspace=HOME, body="a\0b\ud800c"))
    kept = store.drop(HOME, "d1")
    assert kept and kept.body == "a\ufffdb\ufffdc"
