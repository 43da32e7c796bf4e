"""The outbox against a Slack that limits, and a process that dies at the worst moment."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.shapes import LOCAL
from handlers.teller import Teller
from tests.lab.conftest import Office
from tests.lab.test_http import FERRY, card


def test_after_a_429_the_message_comes_when_slack_allows(office: Office) -> None:
    office.bridge.fail_once("chat.postMessage", "ratelimited", status=429, Retry_After="1")
    office.posts(f"<{office.publishes('https://post.example/ferry', 'Ferry strikes pier, nine dead', *FERRY)}>")

    office.until(lambda: card(office))
    assert office.bridge.calls.index("chat.postMessage failed") < office.bridge.calls.index("chat.postMessage")


@pytest.mark.parametrize("reached_slack", [True, False], ids=["after Slack took it", "before Slack was called"])
def test_a_crash_around_a_post_never_posts_twice(lab: None, tmp_path: Path, reached_slack: bool) -> None:
    office = Office(tmp_path, over_http=True)
    office.start()
    office.close_business()
    key = f"answer:{office.slack.newsroom}"
    notice = _notice(office, key)
    office.store.want(notice, datetime.now(UTC))
    office.store.begin_posting(LOCAL, key)
    if reached_slack:
        metadata = {"event_type": "copydesk_notice", "event_payload": {"key": key}}
        office.slack.bot.chat_postMessage(channel=office.slack.newsroom, text="told", metadata=metadata)
    office.slack.editor.chat_postMessage(channel=office.slack.newsroom, text="something else")

    teller = Teller(
        office.store, office.slack.bot, lambda: datetime.now(UTC), lambda store, notice: {"text": "told", "blocks": []}
    )
    assert teller.deliver() == 1

    told = [m for m in office.slack.history() if m["user"] == "U0COPYDESK"]
    posting = office.store.posting(LOCAL, key)
    assert posting
    assert ([m["text"] for m in told], posting.ts) == (["told"], told[0]["ts"])
    office.close()
