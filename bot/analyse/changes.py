"""What changed between two texts of an article, and what one outlet's report has that another's has not."""

from __future__ import annotations

from collections.abc import Sequence

from bot.analyse.sentences import sentences
from bot.shapes import Change


def changes(
    before: str, after: str, before_title: str | None = None, after_title: str | None = None
) -> tuple[Change, ...]:
    """The changes from one version's prose to the next, most important first; typography is none."""
    old = {before[a:b]: (a, b) for a, b in sentences(before)}
    new = {after[a:b]: (a, b) for a, b in sentences(after)}
    found = [
        Change(kind="removed", before=text, after=None, before_span=span, weight=0.5, matters=True)
        for text, span in old.items()
        if text not in new
    ]
    found += [
        Change(kind="added", before=None, after=text, after_span=span, weight=0.5, matters=True)
        for text, span in new.items()
        if text not in old
    ]
    if before_title and after_title and before_title != after_title:
        found.append(Change(kind="headline", before=before_title, after=after_title, weight=0.8, matters=True))
    return tuple(found)


def across(report_prose: str, others: Sequence[tuple[str, str]]) -> tuple[Change, ...]:
    """What one report has that the others, each a label and a prose, have not, and the other way."""
    return tuple(change for _, prose in others for change in changes(prose, report_prose))
