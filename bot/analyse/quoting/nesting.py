"""Reads what a quotation holds as somebody's own words, for whom they quote in turn: “They told us, ‘Wait.’”"""

from __future__ import annotations

import re
from bisect import bisect_right

from bot.analyse.quoting.found import Found
from bot.analyse.quoting.joining import read_paragraph
from bot.analyse.quoting.marks import Stretch
from bot.analyse.quoting.tokens import Paragraph, paragraph
from bot.analyse.sentences import trimmed
from bot.shapes import Span

_OPENING = re.compile(r"[“‘\"'«„`](?<![\w.,!?].)[“‘\"'«„`]?(?=\w)")
_MARKS = "“”\"'‘’«»„`"


def read_inside(text: str, read: Paragraph, found: list[Found]) -> None:
    """Gives each attribution of a paragraph those that the marks inside its own words show."""
    if not read.stretches:
        return
    parts = sorted((part, number) for number, item in enumerate(found) for part in item.content)
    for stretch in read.stretches:
        at = bisect_right(parts, ((stretch.start, read.end), len(found))) - 1
        if at < 0 or parts[at][0][1] < stretch.end:
            continue
        inner = _inner(text, stretch)
        if inner and _OPENING.search(text, *inner):
            found[parts[at][1]].inside += _quoted(text, inner)


def _inner(text: str, stretch: Stretch) -> Span | None:
    """The words of a stretch, without its own marks."""
    start, end = stretch.start, stretch.end
    wide = 2 if text[start : start + 2] in ("''", "``", "‘‘") else 1
    if text[end - 1] in _MARKS:
        end -= wide
    if text[start] in _MARKS:
        start += wide
    return trimmed(text, start, end) if start < end else None


def _quoted(text: str, span: Span) -> list[Found]:
    """The attributions of quoted words inside others; what is only reported there is left to its speaker."""
    inner = paragraph(text, span)
    marks = [stretch.start for stretch in inner.stretches]
    found = read_paragraph(text, inner, voiced=True) if marks else []
    return [item for item in found if item.cue and any(a <= mark < b for a, b in item.content for mark in marks)]
