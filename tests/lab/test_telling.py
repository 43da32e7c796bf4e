"""The outbox against a Slack that limits, and a process that dies at the worst moment."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.ports import Store
from bot.shapes import LOCAL, Notice
from handlers.teller import METADATA, Teller
from handlers.views import Message
from store import open_store
from tests.lab.conftest import Office
from tests.lab.slack import BOT_USER, Emulator
from tests.lab.test_http import FERRY, card


def test_after_a_429_the_message_comes_when_slack_allows(office: Office) -> None:
    office.bridge.fail_once("chat.postMessage", "ratelimited", status=429, Retry_After="1")
    office.posts(f"<{office.publishes('https://post.example/ferry', 'Ferry strikes pier, nine dead', *FERRY)}>")

    office.until(lambda: card(office) and "chat.postMessage" in office.bridge.calls)
    assert office.bridge.calls.index("chat.postMessage failed") < office.bridge.calls.index("chat.postMessage")


def now() -> datetime:
    return datetime.now(UTC)


def draw(store: Store, notice: Notice) -> Message:
    return {"text": "told", "blocks": []}


@pytest.fixture
def slack(lab: None, tmp_path: Path) -> Iterator[Emulator]:
    slack = Emulator(tmp_path)
    yield slack
    slack.stop()


@pytest.fixture
def store() -> Iterator[Store]:
    store = open_store("sqlite://")
    yield store
    store.close()


@pytest.mark.parametrize("reached_slack", [True, False], ids=["after Slack took it", "before Slack was called"])
@pytest.mark.parametrize("threaded", [True, False], ids=["a reply", "a message"])
def test_a_crash_around_a_post_never_posts_twice(
    slack: Emulator, store: Store, reached_slack: bool, threaded: bool
) -> None:
    place = str(slack.editor.chat_postMessage(channel=slack.newsroom, text="a link")["ts"]) if threaded else None
    key = "answer:link"
    notice = Notice(
        key=key, workspace=LOCAL, channel=slack.newsroom, kind="answer", subject="link", thread=place
    )  # fmt: skip
    store.want(notice, now())
    store.begin_posting(LOCAL, key)
    if reached_slack:
        metadata = {"event_type": METADATA, "event_payload": {"key": key}}
        slack.bot.chat_postMessage(channel=slack.newsroom, text="told", thread_ts=place, metadata=metadata)
    slack.editor.chat_postMessage(channel=slack.newsroom, text="something else", thread_ts=place)

    assert Teller(store, slack.bot, now, draw).deliver() == 1

    told = [m for m in (slack.thread(place) if place else slack.history()) if m["user"] == BOT_USER]
    posting = store.posting(LOCAL, key)
    assert posting
    assert ([m["text"] for m in told], posting.ts) == (["told"], told[0]["ts"])
