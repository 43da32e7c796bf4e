"""Pieces that several messages share: a source with its time, the buttons under an answer, a picker."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from handlers.answers import Answer, Candidate
from handlers.views import ids
from handlers.views.blocks import Block, Part, actions, button, link, section, select, t
from handlers.views.text import NO_OUTLET, clip, deep_link, plural, tidy, when

# More buttons than this fill a phone's screen; then the choice is a menu.
MOST_BUTTONS = 6

MOST_NAMES = 5


def source(
    outlet: str | None,
    published: datetime | None,
    url: str | None = None,
    words: str = "",
    beside: datetime | None = None,
    seen: datetime | None = None,
) -> list[Part]:
    """`The Harbour Post, 6 Oct 14:05 UTC`; the outlet leads to the words on its page. Where it does not say when it
    was published, when it came: `came 6 Oct 14:05 UTC`."""
    at = f"came {when(seen, beside)}" if seen and not published else when(published, beside)
    return [link(deep_link(url, words), outlet or NO_OUTLET), t(f", {at}")]


def latest(times: Iterable[datetime | None]) -> datetime | None:
    """The latest of some times, for showing its year once."""
    return max((at for at in times if at), default=None)


def picker(candidates: Sequence[Candidate], placeholder: str = "Choose one") -> list[Block]:
    """What was meant: a line with a button for each, or a menu where there are many."""
    if len(candidates) <= MOST_BUTTONS:
        return [section(one.name, one.detail, button("This one", ids.PICK, one.line)) for one in candidates]
    menu = actions(select(placeholder, ids.PICK, [(_named(one), one.line) for one in candidates]))
    return [menu] if menu else picker(candidates[:MOST_BUTTONS])


def _named(candidate: Candidate) -> str:
    return f"{candidate.name} · {candidate.detail}" if candidate.detail else candidate.name


def pages(total: int, size: int, page: int) -> tuple[int, int]:
    """First and last place of a page; a page beyond the end is the last one."""
    start = min(max(page, 0), max(0, (total - 1) // size)) * size
    return start, min(start + size, total)


def footer(answer: Answer, total: int = 0, size: int = 1, page: int = 0) -> Block | None:
    """The buttons under an answer: share it, and turn its pages."""
    start, end = pages(total, size, page)
    turn = None
    if end < total:
        next_end = min(end + size, total)
        label = f"Show {end + 1}–{next_end} of {total}" if next_end > end + 1 else "Show the last one"
        turn = button(label, ids.PAGE, ids.page_value(start // size + 1, answer.line))
    elif start:
        turn = button("Back to the first", ids.PAGE, ids.page_value(0, answer.line))
    shared = ids.page_value(start // size, answer.line) if start else answer.line
    share = button("Share to channel", ids.SHARE, shared) if answer.shareable and total else None
    return actions(share, turn)


def shown(total: int, size: int, page: int, one: str, many: str | None = None) -> str:
    """`12 changes, 6–10 shown`, or just how many where all are."""
    start, end = pages(total, size, page)
    rest = f", {start + 1}–{end} shown" if end - start < total else ""
    return plural(total, one, many) + rest


def listed(names: Iterable[str]) -> str:
    """`A, B and 3 more`; each once."""
    once = list(dict.fromkeys(clip(tidy(name), 60) for name in names))
    rest = len(once) - MOST_NAMES
    return ", ".join(once[:MOST_NAMES]) + (f" and {rest} more" if rest > 0 else "")
