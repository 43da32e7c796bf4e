"""Holds one account of a story against the others, and keeps the conflicts that it raises or closes."""

from __future__ import annotations

from collections.abc import Sequence

from bot.analyse.conflicts import POSTING_THRESHOLD, conflicts, superseded
from bot.ports import Store
from bot.shapes import Account, Conflict
from bot.tell.notices import is_told


def compare(
    store: Store, workspace: str, account: Account, others: Sequence[Account], story: str
) -> tuple[list[str], list[Conflict]]:
    """The ids of the conflicts that are new, and those that are to be told."""
    kept = {conflict.key: conflict for conflict in store.conflicts(workspace, story)}
    muted = store.muted_kinds(workspace, story)
    found = conflicts(account, others, muted, list(kept.values()))
    raised, told = [], []
    for conflict in [*found, *superseded(account, list(kept.values()))]:
        before = kept.get(conflict.key)
        after = store.save_conflict(workspace, story, conflict)
        if before is None:
            raised.append(after.id)
        was_told = before is not None and before.confidence >= POSTING_THRESHOLD
        if before != after and is_told(after, POSTING_THRESHOLD, was_told):
            told.append(after)
    return raised, told
