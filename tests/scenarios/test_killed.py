"""Killed between any two steps, a drop is finished on the next start, and nothing is posted twice."""

from __future__ import annotations

import multiprocessing
import signal
from pathlib import Path

import pytest

from bot.shapes import LOCAL
from store import open_store
from tests.fake_slack import NEWSROOM, FakeSlack
from tests.scenarios.killed import live_until

# Every start is a process of its own, forked from one that has done the imports and nothing else.
STARTS = multiprocessing.get_context("forkserver")
STARTS.set_forkserver_preload(["tests.scenarios.killed"])

PIPELINE = ["kept", "read", "analysed", "written", "finished"]
TELLER = [
    "before begin_posting",
    "after begin_posting",
    "before chat_postMessage",
    "after chat_postMessage",
    "before told",
    "after told",
]


def start(database: str, slack: FakeSlack, moment: str) -> int | None:
    """Its exit code; the negative number of the signal that killed it."""
    process = STARTS.Process(target=live_until, args=(moment, database, slack.api_url))
    process.start()
    process.join(60)
    return process.exitcode


@pytest.mark.parametrize("moment", PIPELINE + TELLER)
def test_a_killed_process_loses_nothing_and_repeats_nothing(moment: str, tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path / 'copydesk.db'}"
    with FakeSlack() as slack:
        assert start(database, slack, moment) == -signal.SIGKILL
        assert start(database, slack, "never") == 0
        posted = [message["metadata"]["event_payload"]["key"] for message in slack.messages[NEWSROOM]]
    store = open_store(database)
    try:
        (article,) = store.articles(LOCAL)
        outcome = store.outcome(LOCAL, "barge")
        assert outcome and (outcome.outcome, outcome.article) == ("new", article.id)
        assert store.waiting_drops() == []
        assert store.quote_reports(LOCAL, story=article.story)
        assert sorted(posted) == sorted(set(posted))
        assert f"card:{NEWSROOM}:{article.story}" in posted
    finally:
        store.close()
