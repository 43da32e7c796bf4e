"""A report of its own that shares much with one of another story: too little to be called its text, enough to ask."""

from __future__ import annotations

from collections.abc import Sequence

from bot.match.chrome import without_chrome
from bot.match.passages import new_share, passages
from bot.match.telling import called, percent
from bot.shapes import Known, Maybe, Report

SHARED = 0.15
"""Of either text. Of the pairs of news reports that share from this much to half of their words in passages, nearly all
are of one event (264 of 264 of ecbplus, 28 of 32 of frnsys-events)."""

MOST_COMPARED = 8
"The likest of those that look alike, some 3 ms each."


def shared_story(report: Report, known: Sequence[Known], besides: str) -> Maybe | None:
    """Another story that a report shares most passages with; `known`: the likest first."""
    others = [article for article in known if article.story != besides][:MOST_COMPARED]
    scored = [(*_shares(report, article), article) for article in others]
    ours, theirs, article = max(scored, key=lambda found: max(found[:2]), default=(0.0, 0.0, None))
    if article is None or max(ours, theirs) < SHARED:
        return None
    there = called(article, report.published)
    if ours >= theirs:
        reason = f"{percent(ours)} of its words stand in passages of {there}."
    else:
        reason = f"It takes up {percent(theirs)} of {there}."
    return Maybe(story=article.story, score=max(ours, theirs), reason=reason)


def _shares(report: Report, known: Known) -> tuple[float, float]:
    """How much of each text stands in the other, whatever their sites put around them."""
    ours, theirs = without_chrome(report, known) or (report.prose, known.prose)
    return 1 - new_share(passages(ours, theirs), ours), 1 - new_share(passages(theirs, ours), theirs)
