"""What is wanted is told once, edits after posts, replies after their parents."""

from __future__ import annotations

import pytest

from store import SqlStore
from tests.factories import at
from tests.store.archive import AWAY, HOME, a_notice

CARD = "card s1"


def due(store: SqlStore, minute: float = 60) -> list[str]:
    return [posting.notice.key for posting in store.due_postings(at(minute))]


def test_a_wanted_message_is_due_until_it_is_told(store: SqlStore) -> None:
    notice = a_notice(why="Five outlets report it.", thread="17.4", parent="other")
    store.want(notice, at(0))
    (posting,) = store.due_postings(at(0))
    assert posting.model_dump() == {
        "notice": notice.model_dump(), "wanted": 1, "told": 0, "ts": None, "sending": False, "attempts": 0,
        "not_before": at(0), "error": None,
    }  # fmt: skip
    store.told(HOME, CARD, wanted=1, ts="17.5")
    assert due(store) == []
    told = store.posting(HOME, CARD)
    assert told and (told.told, told.ts) == (1, "17.5")


def test_wanting_it_again_asks_for_an_edit(store: SqlStore) -> None:
    store.want(a_notice(), at(0))
    store.told(HOME, CARD, wanted=1, ts="17.5")
    store.want(a_notice(why="A sixth."), at(5))
    assert due(store, 4) == []
    (posting,) = store.due_postings(at(5))
    assert (posting.wanted, posting.told, posting.ts, posting.notice.why) == (2, 1, "17.5", "A sixth.")


def test_what_was_wanted_while_it_was_told_stays_due(store: SqlStore) -> None:
    store.want(a_notice(), at(0))
    (posting,) = store.due_postings(at(0))
    store.want(a_notice(), at(1))
    store.told(HOME, CARD, posting.wanted, "17.5")
    assert due(store) == [CARD]
    store.told(HOME, CARD, 2, "17.5")
    store.told(HOME, CARD, 1, "17.5")  # an answer that comes late undoes nothing
    assert due(store) == []


def test_a_begun_post_is_marked_until_its_end_is_known(store: SqlStore) -> None:
    store.want(a_notice(), at(0))
    store.begin_posting(HOME, CARD)
    (posting,) = store.due_postings(at(0))
    assert posting.sending
    store.told(HOME, CARD, 1, "17.5")
    told = store.posting(HOME, CARD)
    assert told and not told.sending


def test_beginning_is_kept_at_once(store: SqlStore) -> None:
    with pytest.raises(RuntimeError, match="kept at once"), store.transaction(HOME):
        store.begin_posting(HOME, CARD)


def test_a_refused_message_waits(store: SqlStore) -> None:
    store.want(a_notice(), at(0))
    store.begin_posting(HOME, CARD)
    store.put_off(HOME, CARD, at(10), "rate limited")
    assert due(store, 9) == []
    (posting,) = store.due_postings(at(10))
    assert (posting.attempts, posting.error, posting.sending) == (1, "rate limited", False)
    store.want(a_notice(), at(1))
    assert due(store, 9) == []  # asking again does not shorten the wait


def test_a_post_whose_end_is_not_known_stays_marked(store: SqlStore) -> None:
    store.want(a_notice(), at(0))
    store.begin_posting(HOME, CARD)
    store.put_off(HOME, CARD, at(1), "timed out", unsure=True)
    (posting,) = store.due_postings(at(1))
    assert posting.sending


def test_a_message_given_up_is_never_due_again(store: SqlStore) -> None:
    store.want(a_notice(), at(0))
    store.put_off(HOME, CARD, at(0), "channel_not_found", give_up=True)
    store.want(a_notice(), at(1))
    assert due(store) == []


def test_a_reply_waits_for_its_parent(store: SqlStore) -> None:
    store.want(a_notice(key="reply", kind="report", parent=CARD), at(0))
    assert due(store) == []
    store.want(a_notice(), at(1))
    assert due(store) == [CARD]
    store.told(HOME, CARD, 1, "17.5")
    assert due(store) == ["reply"]
    reply = store.posting(HOME, "reply")
    assert reply and store.thread_ts(HOME, reply) == "17.5"


def test_a_reply_whose_parent_was_given_up_never_comes(store: SqlStore) -> None:
    store.want(a_notice(), at(0))
    store.want(a_notice(key="reply", kind="report", parent=CARD), at(0))
    store.put_off(HOME, CARD, at(0), "channel_not_found", give_up=True)
    assert due(store) == []


def test_a_parent_in_another_workspace_is_no_parent(store: SqlStore) -> None:
    store.want(a_notice(workspace=AWAY), at(0))
    store.told(AWAY, CARD, 1, "17.5")
    store.want(a_notice(key="reply", kind="report", parent=CARD), at(0))
    assert due(store) == []


def test_an_answer_goes_to_the_thread_it_was_asked_in(store: SqlStore) -> None:
    store.want(a_notice(key="answer", kind="answer", thread="16.1"), at(0))
    (answer,) = store.due_postings(at(0))
    assert store.thread_ts(HOME, answer) == "16.1"
    store.want(a_notice(), at(0))
    card = store.posting(HOME, CARD)
    assert card and store.thread_ts(HOME, card) is None


def test_messages_are_told_oldest_first(store: SqlStore) -> None:
    for key, minute in (("c", 2), ("a", 1), ("b", 1)):
        store.want(a_notice(key=key), at(minute))
    assert due(store) == ["a", "b", "c"]
    assert [posting.notice.key for posting in store.due_postings(at(60), limit=2)] == ["a", "b"]


def test_a_threads_story_is_its_cards(store: SqlStore) -> None:
    store.want(a_notice(), at(0))
    store.want(a_notice(key="reply", kind="report", subject="v1"), at(0))
    store.told(HOME, CARD, 1, "17.5")
    store.told(HOME, "reply", 1, "17.6")
    assert store.story_of_thread(HOME, "C1", "17.5") == "s1"
    for workspace, channel, ts in ((AWAY, "C1", "17.5"), (HOME, "C2", "17.5"), (HOME, "C1", "17.6")):
        assert store.story_of_thread(workspace, channel, ts) is None
