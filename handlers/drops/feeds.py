"""Feeds that are followed: polled when due, politely, and each new item kept as a drop."""

from __future__ import annotations

from datetime import datetime, timedelta

import structlog

from bot.desk import Desk
from bot.errors import UserError
from bot.read.feed import Entries, Entry, entries_of, entry_drop
from bot.shapes import Feed, FeedAnswer

log = structlog.get_logger()

EVERY = timedelta(minutes=10)
"Between two polls of a feed that answers."

FIRST_WAIT, LONGEST_WAIT = timedelta(minutes=5), timedelta(hours=6)
"After a failure, doubled with each further one."

FULL_SUMMARY = 80
"Words from which a summary is taken for the text; a shorter one is a teaser, and the page behind it is fetched."


def poll(desk: Desk) -> int:
    """Polls every feed that is due; how many new drops were kept. A feed that fails is tried again later."""
    return sum(_poll(desk, feed) for feed in desk.store.due_feeds(desk.clock()))


def _poll(desk: Desk, feed: Feed) -> int:
    now = desk.clock()
    try:
        answer = desk.fetcher.feed(feed.url, feed.etag, feed.modified)
        entries = entries_of(answer.body) if answer.body is not None else None
    except UserError as error:
        log.warning("feed failed", feed=feed.url, error=str(error))
        desk.store.save_feed(_failed(feed, now, str(error)))
        return 0
    with desk.store.transaction(feed.workspace):
        kept = sum(_keep(desk, feed, entries, entry, now) for entry in reversed(entries.entries)) if entries else 0
        desk.store.save_feed(_polled(feed, answer, now, entries))
    return kept


def _keep(desk: Desk, feed: Feed, entries: Entries, entry: Entry, now: datetime) -> bool:
    """An item as a drop, once. What the poll before showed otherwise is a drop again though it was kept long ago: the
    item went back to an earlier text."""
    drop = entry_drop(
        entry,
        entries,
        least=FULL_SUMMARY,
        source="feed",
        where=feed.url,
        received=now,
        workspace=feed.workspace,
        key=f"feed:{feed.url}#{entry.id or entry.title}#{entry.print}",
    )
    if desk.store.keep_drop(drop):
        return True
    is_back = entry.mark in entries.shown and feed.shown.get(entry.mark, entry.print) != entry.print
    return is_back and desk.store.keep_drop(drop.model_copy(update={"key": f"{drop.key}@{now.isoformat()}"}))


def _polled(feed: Feed, answer: FeedAnswer, now: datetime, entries: Entries | None) -> Feed:
    news = {"polled": now, "due": now + EVERY, "failures": 0, "error": None}
    if entries is not None:
        news |= {"etag": answer.etag, "modified": answer.modified, "shown": entries.shown}
        news |= {"title": entries.title or feed.title}
    return feed.model_copy(update=news)


def _failed(feed: Feed, now: datetime, error: str) -> Feed:
    """Kept with the reason in words, due later the more often it failed."""
    wait = min(FIRST_WAIT * 2 ** min(feed.failures, 10), LONGEST_WAIT)
    return feed.model_copy(
        update={"polled": now, "due": now + wait, "failures": feed.failures + 1, "error": error[:500]}
    )
