"""Which stories a digest tells, and in what order."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from bot.shapes import Digest, DigestEntry, StorySheet

# What an editor coming on shift asks first: who contradicts whom, what is new, what is moving. An open
# conflict outweighs two further reports, a new story outweighs one; copies count for nothing.
CONFLICT_WEIGHT = 2.5
FRESH_WEIGHT = 1.5
REVISION_WEIGHT = 0.5


def digest(sheets: Iterable[StorySheet], since: datetime, until: datetime) -> Digest:
    """What came in `since <= t < until`, the most important story first."""
    entries = [entry for sheet in sheets if (entry := _entry(sheet, since, until))]
    entries.sort(key=lambda entry: (-_importance(entry), -entry.sheet.story.last.timestamp()))
    return Digest(
        since=since,
        until=until,
        entries=tuple(entries),
        articles=sum(entry.reports + entry.revised for entry in entries),
    )


def _entry(sheet: StorySheet, since: datetime, until: datetime) -> DigestEntry | None:
    """A story's entry, or None where nothing came in this time."""
    reports = sum(since <= article.seen < until for article in sheet.articles)
    revised = sum(a.versions > 1 and a.updated is not None and since <= a.updated < until for a in sheet.articles)
    if not reports and not revised:
        return None
    return DigestEntry(sheet=sheet, fresh=sheet.articles[0].seen >= since, reports=reports, revised=revised)


def _importance(entry: DigestEntry) -> float:
    open_conflicts = sum(conflict.status == "open" for conflict in entry.sheet.conflicts)
    return (
        entry.sheet.voices
        + CONFLICT_WEIGHT * open_conflicts
        + FRESH_WEIGHT * entry.fresh
        + REVISION_WEIGHT * entry.revised
    )
