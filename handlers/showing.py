"""What a notice shows: read from the store at the moment it is sent, drawn by the views."""

from __future__ import annotations

from collections.abc import Callable

from bot.analyse.changes import changes
from bot.ports import Store
from bot.shapes import Notice
from handlers import views
from handlers.digests import digest_of
from handlers.views import Message

Draw = Callable[[Store, Notice], Message | None]


def message(store: Store, notice: Notice) -> Message | None:
    """None where what it should show is not kept."""
    return SHOWN[notice.kind](store, notice)


def _card(store: Store, notice: Notice) -> Message | None:
    sheet = store.sheet(notice.workspace, notice.subject)
    return views.card(sheet) if sheet else None


def _report(store: Store, notice: Notice) -> Message | None:
    article = store.article(notice.workspace, notice.subject)
    sheet = store.sheet(notice.workspace, article.story) if article else None
    return views.report_reply(article, sheet) if article and sheet else None


def _version(store: Store, notice: Notice) -> Message | None:
    """What it changed against the one before it."""
    after = store.version(notice.workspace, notice.subject)
    article = store.article(notice.workspace, after.article) if after else None
    if after is None or article is None:
        return None
    earlier = [one for one in store.versions(notice.workspace, after.article) if one.number < after.number]
    if not earlier:
        return None
    before = earlier[-1]
    found = changes(before.prose, after.prose, before.title, after.title)
    return views.version_reply(article, before, after, found)


def _conflict(store: Store, notice: Notice) -> Message | None:
    conflict = store.conflict(notice.workspace, notice.subject)
    sheet = store.sheet(notice.workspace, conflict.story) if conflict else None
    return views.conflict_reply(conflict, sheet) if conflict and sheet else None


def _digest(store: Store, notice: Notice) -> Message | None:
    return views.digest(digest_of(store, notice))


def _answer(store: Store, notice: Notice) -> Message | None:
    outcome = store.outcome(notice.workspace, notice.subject)
    if outcome is None:
        return None
    sheet = store.sheet(notice.workspace, outcome.story) if outcome.story else None
    return views.taken(outcome, sheet)


SHOWN: dict[str, Draw] = {
    "card": _card,
    "report": _report,
    "version": _version,
    "conflict": _conflict,
    "digest": _digest,
    "answer": _answer,
}
