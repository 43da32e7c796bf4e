"""What a notice shows: read from the store at the moment it is sent, drawn by the views."""

from __future__ import annotations

from collections.abc import Callable

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
    "conflict": _conflict,
    "digest": _digest,
    "answer": _answer,
}
