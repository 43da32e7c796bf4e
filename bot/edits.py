"""What an outlet changed in a text that it carries, told apart from what its page sets around the text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.analyse.changes import changes
from bot.shapes import Change, Passage, Span, Version

AROUND = 10
"""words; a shorter sentence before the first shared passage or behind the last one is the page's: a time, a teaser, the
weather. A longer one may be a paragraph that was added or cut, and is told"""

LEAST = 4
"words; a shorter sentence that comes or goes is a label, wherever it stands"

TELLING = frozenset({"correction", "quote-added", "quote-removed"})
"Kinds that are told wherever they stand: a correction is set below the text."


def edits(before: Version, after: Version, found: Sequence[Passage]) -> tuple[Change, ...]:
    """The changes that matter, headlines apart, most important first, each once however often its sentence stands on
    the page; `found` are the passages of `after` that stand in `before`."""
    ours, theirs = stretch(one.ours for one in found), stretch(one.theirs for one in found)

    def is_page(one: Change) -> bool:
        came = is_around(one.after or "", one.after_span, ours)
        gone = is_around(one.before or "", one.before_span, theirs)
        return (came if one.after else gone) and not (one.before and one.after) and one.kind not in TELLING

    every = changes(before.prose, after.prose, before.title, after.title)
    told = [one for one in every if one.matters and one.kind != "headline" and not is_page(one)]
    return tuple({(one.kind, one.before, one.after): one for one in told}.values())


def stretch(spans: Iterable[Span]) -> Span | None:
    """From the first of some spans to the last; None where there is none."""
    known = list(spans)
    return (min(start for start, _ in known), max(end for _, end in known)) if known else None


def is_around(text: str, span: Span | None, shared: Span | None) -> bool:
    """Whether a sentence is rather a page's than a report's: short, and outside what two texts share; or a label."""
    many = len(text.split())
    if span is None or shared is None or many >= AROUND:
        return False
    return many < LEAST or span[1] <= shared[0] or span[0] >= shared[1]
