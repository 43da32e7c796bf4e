"""Quoted words in bold inside their sentence, so that a reader checks them at a glance."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from bot.shapes import Span
from handlers.answers import Telling
from handlers.views.blocks import Part, t
from handlers.views.text import clip, clip_said, sentence_ends, tidy

# What of the sentence is shown on each side of the quotation.
SIDE = 130

# From so many characters on, what is kept before a quotation may begin in the middle of a sentence.
KEPT = 140

# Marking what differs helps where most words stay; in another sentence altogether it is noise.
ALIKE = 0.5

_WORD = re.compile(r"\s*\S+")
_ENDED = re.compile(r"[.!?…][)\]]?[\"”’'»]*\s*$")
_CONTINUES = re.compile(r"[\s,;:–—-]*[a-z(]")


def in_sentence(report: Telling, limit: int) -> list[Part]:
    """A report's quotation in bold, with the rest of its sentence as far as what is kept around it reaches."""
    spans = [(start - report.start, end - report.start) for start, end in report.parts]
    words = highlighted(report.text, [span for span in spans if 0 <= span[0] < span[1] <= len(report.text)], limit)
    return [*_piece(_sentence_before(report.before), end=True), *words, *_piece(_sentence_after(report))]


def highlighted(text: str, spans: Sequence[Span], limit: int) -> list[Part]:
    """A text with these spans in bold, all of it where there are none; cut at the limit."""
    shown = clip_said(text, limit)
    room = len(shown)
    parts = []
    for start, end, bold in _runs(spans or [(0, len(text))], len(text)):
        piece = text[start : min(end, room)]
        if piece:
            parts.append(t(piece, *(("bold",) if bold else ())))
    return parts + ([t(" …")] if room < len(text) and parts else [])


def differing(own: str, fullest: str) -> list[Part]:
    """A wording with the words in bold that the fullest has not; none are where it is another wording altogether."""
    found = _WORD.findall(own)
    matcher = SequenceMatcher(
        None, [_bare(word) for word in _WORD.findall(fullest)], [*map(_bare, found)], autojunk=False
    )
    if matcher.ratio() < ALIKE:
        return [t(own)]
    pieces = ((tag, "".join(found[start:end])) for tag, _, _, start, end in matcher.get_opcodes())
    return [part for tag, piece in pieces if piece for part in _marked(piece, tag != "equal")]


def _marked(piece: str, bold: bool) -> list[Part]:
    """Words with the space before them; that is never bold, or a terminal's stars stand beside it."""
    words = piece.lstrip()
    return [t(" "), t(words, "bold")] if bold and words != piece else [t(piece, *(("bold",) if bold else ()))]


def _bare(word: str) -> str:
    """A word without the marks around it: where a quotation begins is no difference."""
    return word.replace("’", "'").strip("\"“”„«»'‘.,;:!?…—– \n").casefold()


def _runs(spans: Iterable[Span], length: int) -> Iterable[tuple[int, int, bool]]:
    """The stretches of a text in order, each with whether it is one of the spans; those that overlap count once."""
    at = 0
    for start, end in sorted(spans):
        start, end = max(start, at), min(end, length)
        if start < end:
            yield at, start, False
            yield start, end, True
            at = end
    yield at, length, False


def _sentence_before(before: str) -> str:
    """The part of the sentence that stands before the quotation; with a … where its beginning is not at hand."""
    paragraph = before.rpartition("\n")[2]
    ends = sentence_ends(paragraph)
    rest = paragraph[ends[-1] :] if ends else paragraph
    begins = bool(ends) or len(paragraph) < len(before) or len(before) < KEPT
    return rest if begins and len(rest) <= SIDE else f"… {rest[-SIDE:].partition(' ')[2]}"


def _sentence_after(report: Telling) -> str:
    """The part of the sentence that stands after it; nothing where the quotation ends the sentence."""
    after = report.after.partition("\n")[0]
    if _ENDED.search(report.text) and not _CONTINUES.match(after):
        return ""
    ends = sentence_ends(after + " ")
    return after[: ends[0]] if ends and ends[0] <= SIDE else clip(after, SIDE)


def _piece(text: str, end: bool = False) -> list[Part]:
    """Plain words beside the quotation, with the space between them kept."""
    words = tidy(text)
    if not words:
        return []
    return [t(f"{words} ")] if end and text[-1:].isspace() else [t(f" {words}" if text[:1].isspace() else words)]
