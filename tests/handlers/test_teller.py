"""The teller, from the outbox to Slack's side: what is posted, edited, put off, given up, and never posted twice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.ports import Store
from bot.shapes import Asked, Notice
from handlers.teller import LONGEST_WAIT, MOST_TRIES_UNINVITED, Teller
from handlers.views import Message
from store import open_store
from tests.factories import NOON, a_drop, an_outcome
from tests.fake_slack import NEWSROOM, FakeSlack


class Bench:
    """A store, a Slack, a clock that a test sets, and a teller between them."""

    def __init__(self, store: Store, slack: FakeSlack) -> None:
        self.store, self.slack, self.now = store, slack, NOON
        self.words = "first"
        self.teller = self.restarted()

    def restarted(self) -> Teller:
        """Another process's teller."""
        return Teller(self.store, self.slack.client(), lambda: self.now, self.draw)

    def draw(self, store: Store, notice: Notice) -> Message | None:
        if self.words == "broken":
            raise ZeroDivisionError("a bug in a view")
        if self.words == "gone":
            return None
        return {"text": self.words, "blocks": []}

    def want(self, key: str = "card:C0NEWSROOM:s1", **fields: Any) -> str:
        given = {"key": key, "workspace": "local", "channel": NEWSROOM, "kind": "card", "subject": "s1"}
        self.store.want(Notice.model_validate(given | fields), self.now)
        return key

    def later(self, seconds: float) -> int:
        self.now += timedelta(seconds=seconds)
        return self.teller.deliver()

    @property
    def posted(self) -> list[dict[str, Any]]:
        return self.slack.called("chat.postMessage")


@pytest.fixture
def bench() -> Iterator[Bench]:
    store = open_store("sqlite://")
    with FakeSlack() as slack:
        yield Bench(store, slack)
    store.close()


def test_a_wanted_message_is_posted_once_with_its_key(bench: Bench) -> None:
    key = bench.want()

    assert bench.teller.deliver() == 1
    assert bench.later(5) == 0

    [post] = bench.posted
    assert (post["channel"], post["text"]) == (NEWSROOM, "first")
    assert post["metadata"] == {"event_type": "copydesk_notice", "event_payload": {"key": key}}
    assert (post["unfurl_links"], post["unfurl_media"]) == (False, False)


def test_wanted_again_it_is_edited_where_it_stands(bench: Bench) -> None:
    key = bench.want()
    bench.teller.deliver()
    bench.words = "second"
    bench.want(key)
    bench.later(5)

    posting = bench.store.posting("local", key)
    [edit] = bench.slack.called("chat.update")
    assert posting
    assert (edit["ts"], edit["text"]) == (posting.ts, "second")
    assert len(bench.posted) == 1


def test_a_reply_waits_for_its_parent_and_stands_in_its_thread(bench: Bench) -> None:
    bench.want("conflict:C0NEWSROOM:c1", kind="conflict", subject="c1", parent="card:C0NEWSROOM:s1")
    assert bench.teller.deliver() == 0
    bench.want()
    bench.later(1)
    bench.later(1)

    parent, reply = bench.posted
    assert "thread_ts" not in parent
    assert reply["thread_ts"] == bench.slack.messages[NEWSROOM][0]["ts"]


def test_one_message_a_second_in_a_channel_and_none_waits_for_another_channel(bench: Bench) -> None:
    for number in range(3):
        bench.want(f"card:C0NEWSROOM:s{number}")
    bench.want("card:C0SPORT:s0", channel="C0SPORT")

    assert bench.teller.deliver() == 2
    assert bench.later(0.5) == 0
    assert [bench.later(1), bench.later(1), bench.later(1)] == [1, 1, 0]


def test_an_edit_does_not_hold_up_a_message(bench: Bench) -> None:
    edited = bench.want()
    bench.teller.deliver()
    bench.now += timedelta(seconds=5)
    bench.want(edited)
    bench.want("card:C0NEWSROOM:s2")
    assert bench.teller.deliver() == 2


def test_no_tick_is_lost_to_a_tick_that_comes_early(bench: Bench) -> None:
    for number in range(3):
        bench.want(f"card:C0NEWSROOM:s{number}")
    bench.teller.deliver()
    assert [bench.later(0.998), bench.later(0.998)] == [1, 1]


def test_an_answer_that_somebody_waits_for_goes_first(bench: Bench) -> None:
    bench.want()
    bench.want("answer:d1", kind="answer", subject="d1", thread="1699999999.000100")
    bench.teller.deliver()
    assert bench.posted[0]["thread_ts"] == "1699999999.000100"


def test_after_a_crash_between_post_and_note_the_message_is_adopted(bench: Bench) -> None:
    key = bench.want()
    bench.store.begin_posting("local", key)
    metadata = {"event_type": "copydesk_notice", "event_payload": {"key": key}}
    ts = bench.slack.client().chat_postMessage(channel=NEWSROOM, text="first", metadata=metadata)["ts"]
    bench.slack.client().chat_postMessage(channel=NEWSROOM, text="somebody else's")

    bench.restarted().deliver()

    posting = bench.store.posting("local", key)
    assert posting
    assert (posting.ts, posting.told, len(bench.posted)) == (ts, 1, 2)


def test_after_a_crash_a_reply_is_looked_for_in_its_thread(bench: Bench) -> None:
    key = bench.want("answer:d1", kind="answer", subject="d1", thread="1699999999.000100")
    bench.store.begin_posting("local", key)
    bench.slack.client().chat_postMessage(
        channel=NEWSROOM,
        text="first",
        thread_ts="1699999999.000100",
        metadata={"event_type": "copydesk_notice", "event_payload": {"key": key}},
    )

    bench.restarted().deliver()

    assert len(bench.posted) == 1
    assert len(bench.slack.called("conversations.replies")) == 1


def test_after_a_crash_before_slack_was_reached_it_is_posted(bench: Bench) -> None:
    key = bench.want()
    bench.store.begin_posting("local", key)

    assert bench.restarted().deliver() == 1
    assert len(bench.posted) == 1


def test_a_broken_line_may_have_carried_the_post_so_it_is_looked_for(bench: Bench) -> None:
    key = bench.want()
    bench.slack.refuse("chat.postMessage", "internal_error", status=500)
    bench.teller.deliver()
    posting = bench.store.posting("local", key)
    assert posting
    assert posting.sending

    bench.later(5)
    assert len(bench.slack.called("conversations.history")) == 1


def test_slack_says_how_long_to_wait(bench: Bench) -> None:
    bench.want()
    bench.want("card:C0NEWSROOM:s2")
    bench.slack.refuse("chat.postMessage", "ratelimited", status=429, Retry_After="17")

    assert bench.teller.deliver() == 0
    assert bench.later(16) == 0, "the whole channel is left alone"
    assert len(bench.posted) == 1
    assert bench.later(1.5) == 1
    assert not bench.slack.called("conversations.history"), "a refusal leaves nothing to look for"


@pytest.mark.parametrize("error", ["channel_not_found", "is_archived"])
def test_where_the_channel_is_gone_it_gives_up(bench: Bench, error: str) -> None:
    bench.want()
    bench.slack.refuse("chat.postMessage", error)
    bench.teller.deliver()

    assert bench.later(3600) == 0
    assert len(bench.posted) == 1


def test_while_another_process_tells_this_one_stands_by(tmp_path: Path) -> None:
    other, ours = (open_store(f"sqlite:///{tmp_path / 'desk.db'}") for _ in range(2))
    with FakeSlack() as slack:
        bench = Bench(ours, slack)
        bench.want()
        assert other.is_teller()
        assert bench.later(1) == 0
        other.close()
        assert bench.later(1) == 1
    ours.close()


def test_it_may_be_invited_after_the_channel_was_told_to_follow(bench: Bench) -> None:
    bench.want()
    bench.slack.refuse("chat.postMessage", "not_in_channel")
    assert bench.teller.deliver() == 0
    assert bench.later(60) == 1


def test_nobody_invites_it_any_more_after_hours(bench: Bench) -> None:
    key = bench.want()
    for _ in range(MOST_TRIES_UNINVITED):
        bench.store.put_off("local", key, bench.now, "not_in_channel")
    bench.slack.refuse("chat.postMessage", "not_in_channel")
    bench.teller.deliver()
    assert bench.later(3600) == 0


def test_an_edit_of_a_deleted_message_is_given_up_and_not_posted_anew(bench: Bench) -> None:
    bench.want()
    bench.teller.deliver()
    bench.want()
    bench.slack.refuse("chat.update", "message_not_found")
    bench.later(5)

    assert bench.later(3600) == 0
    assert len(bench.posted) == 1


def test_other_errors_are_tried_again_ever_later(bench: Bench) -> None:
    key = bench.want()
    waits = []
    for _ in range(12):
        bench.slack.refuse("chat.postMessage", "token_revoked")
        bench.teller.deliver()
        posting = bench.store.posting("local", key)
        assert posting
        waits.append(_wait(posting.not_before, bench.now))
        bench.now = posting.not_before

    assert waits[:3] == [5, 10, 20]
    assert waits[-1] == LONGEST_WAIT.total_seconds()
    assert bench.teller.deliver() == 1


def _wait(until: datetime, now: datetime) -> float:
    return (until - now).total_seconds()


def test_a_message_that_cannot_be_drawn_does_not_stop_the_others(bench: Bench) -> None:
    bench.want("card:C0SPORT:s0", channel="C0SPORT")
    bench.words = "broken"
    assert bench.teller.deliver() == 0
    bench.words = "first"
    bench.want()
    assert bench.later(1) == 1
    assert bench.later(5) == 1, "and is tried again"


def test_a_notice_with_nothing_to_show_is_given_up(bench: Bench) -> None:
    bench.want()
    bench.words = "gone"
    bench.teller.deliver()
    bench.words = "first"
    assert bench.later(3600) == 0


def test_the_eyes_come_off_with_the_last_answer_to_a_message(bench: Bench) -> None:
    asked = Asked(channel=NEWSROOM, thread="5.1", message="5.1")
    for key in ("d1", "d2"):
        bench.store.keep_drop(a_drop(key=key, id=key, asked=asked))
    bench.store.finish_drop("local", "d1", an_outcome(drop="d1"))
    bench.want("answer:d1", kind="answer", subject="d1", thread="5.1")
    bench.teller.deliver()
    assert not bench.slack.called("reactions.remove"), "the other link is still being read"

    bench.store.finish_drop("local", "d2", an_outcome(drop="d2"))
    bench.want("answer:d2", kind="answer", subject="d2", thread="5.1")
    bench.later(1)
    assert bench.slack.called("reactions.remove") == [{"channel": NEWSROOM, "timestamp": "5.1", "name": "eyes"}]
