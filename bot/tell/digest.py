"""Which stories a digest tells, and in what order."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from bot.shapes import COPIES, Conflict, Digest, DigestEntry, StorySheet
from bot.tell.notices import told

# What an editor coming on shift asks first: who contradicts whom, what is new, what is moving. An open
# conflict outweighs two further reports, a new story outweighs one; copies count for nothing.
CONFLICT_WEIGHT = 2.5
FRESH_WEIGHT = 1.5
REVISION_WEIGHT = 0.5


def digest(sheets: Iterable[StorySheet], since: datetime, until: datetime, threshold: float) -> Digest:
    """What came in `since <= t < until`, the most important story first. A conflict counts where it is told: open,
    and confirmed or at least as sure as `threshold`."""
    entries = [entry for sheet in sheets if (entry := _entry(sheet, since, until, threshold))]
    entries.sort(key=lambda entry: (-_importance(entry), -entry.sheet.story.last.timestamp()))
    return Digest(since=since, until=until, entries=tuple(entries), articles=sum(entry.reports for entry in entries))


def _entry(sheet: StorySheet, since: datetime, until: datetime, threshold: float) -> DigestEntry | None:
    """A story's entry, or None where nothing came in this time."""
    came = [article for article in sheet.articles if since <= article.seen < until]
    revised = sum(a.versions > 1 and a.updated is not None and since <= a.updated < until for a in sheet.articles)
    if not came and not revised:
        return None
    open_ = told(sheet.conflicts, threshold)
    new = [one for one in open_ if _is_new(one, sheet, since)]
    return DigestEntry(
        sheet=sheet,
        fresh=sheet.articles[0].seen >= since,
        reports=len(came),
        revised=revised,
        copies=sum(article.lineage in COPIES for article in came),
        came=tuple(reversed(came)),
        conflicts=(*new, *(one for one in open_ if one not in new)),
        new_conflicts=len(new),
    )


def _is_new(conflict: Conflict, sheet: StorySheet, since: datetime) -> bool:
    """Whether it could not be told before: of its sides' articles, not even two had come."""
    before = {article.id for article in sheet.articles if article.seen < since}
    known = [side for side in conflict.sides if side.article in before]
    return len(known) < min(2, len(conflict.sides))


def _importance(entry: DigestEntry) -> float:
    return (
        entry.sheet.voices
        + CONFLICT_WEIGHT * len(entry.conflicts)
        + FRESH_WEIGHT * entry.fresh
        + REVISION_WEIGHT * entry.revised
    )
