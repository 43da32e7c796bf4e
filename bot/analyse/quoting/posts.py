"""Finds posts and letters: words set apart, whose writer a signature, a handle or an announcement names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.analyse.quoting.found import Turn
from bot.shapes import Span

SURE_SIGNED = 0.86
"How sure a signature is."

_SIGNED = re.compile(r"\s*(?:—|–|--|―)\s*(?:([^\W\d_][^\n()—–]{1,40}?) \(@\w{2,30}\)|(@\w{2,30}))[^\n]{0,40}\Z")
_HEADER = re.compile(r"([^\W\d_a-z][^\n()@:“”\"]{1,40}?) (?:\(@\w{2,30}\)|@\w{2,30})( ?[·•|,-] ?[^\n]{1,30})?\Z")
"A line above a post: 'Jide Oduya @jide · 3h'."

_STAMP = re.compile(
    r"(?:\d{1,2}[:.]\d{2}\b|\d{1,3} ?[smhd]\b|\d[\d.,]*[KM]? (?:[Rr]e|[Ll]ikes|[Vv]iews|[Ss]hares|[Cc]omments)|"
    r"(?:\d{1,2} )?[A-Z][a-z]{2,8}\.? \d{1,4}\b)[^\n]{0,60}\Z"
)
"A line below it: '9:12 AM · 18 Sep 2030', '1.2K reposts'."

_LONGEST_POST = 6
"Lines."

_SALUTATION = re.compile(
    r"(?:To the [Ee]ditor|Dear (?:Sir|Editor|Madam)[^\n:,]{0,20}|Sir|SIR|Editor)\b\s*(?:[:,.]|--?|—|–)[\s–—-]*"
)
_SIGNATURE = re.compile(
    r"((?:[^\W\d_a-z][\w.’'-]*)(?: [^\W\d_a-z][\w.’'-]*){0,4}|[Nn]ame withheld)"
    r"(?: \([^()\n]{1,20}\))?(?:,[^\n]{1,60}| by request)?\.?\Z"
)
_LONGEST_LETTER = 8
"Paragraphs; a salutation with no signature within them is no letter."


def posts(text: str, spans: Sequence[Span]) -> Iterator[Turn]:
    """'Words. — Jide Oduya (@jide) May 19', or 'Jide Oduya @jide' above them, on a line of its own or not."""
    for number, (start, end) in enumerate(spans):
        if text.find("@", max(start, end - 120), end) < 0 or text[start] == "<":  # '<': markup that was not read
            continue
        if signed := _SIGNED.search(text, max(start, end - 120), end):
            yield from _signed(spans, number, signed)
        elif header := _HEADER.match(text, start, end):
            yield from _headed(text, spans, number, header)


def _signed(spans: Sequence[Span], number: int, signed: re.Match[str]) -> Iterator[Turn]:
    """The words before a signature, in its paragraph or in the one above."""
    writer = signed.span(1) if signed[1] else signed.span(2)
    start = spans[number][0]
    if signed.start() > start:
        yield Turn([(start, signed.start())], writer, None, SURE_SIGNED, paragraphs=[number])
    elif number:
        yield Turn([spans[number - 1]], writer, None, SURE_SIGNED, paragraphs=[number - 1, number])


def _headed(text: str, spans: Sequence[Span], number: int, header: re.Match[str]) -> Iterator[Turn]:
    """The lines below a writer's name and handle, down to when they were posted or to a gap."""
    last = number + 1
    while last < min(len(spans), number + 1 + _LONGEST_POST) and not _STAMP.match(text, *spans[last]):
        if last > number + 1 and text.count("\n", spans[last - 1][1], spans[last][0]) > 1:
            break
        last += 1
    below = [*range(number + 1, last)]
    dated = header[2] is not None or (last < len(spans) and _STAMP.match(text, *spans[last]) is not None)
    if below and dated:  # else a byline: 'Anna Ashby Staff Writer @ashby' is above a whole report
        stamp = [last] if last < len(spans) and _STAMP.match(text, *spans[last]) else []
        content = [(spans[below[0]][0], spans[below[-1]][1])]
        yield Turn(content, header.span(1), None, SURE_SIGNED, paragraphs=[number, *below, *stamp])


def letters(text: str, spans: Sequence[Span]) -> Iterator[Turn]:
    """From 'To the Editor:' to the line with the writer's name."""
    openings = [number for number, span in enumerate(spans) if _SALUTATION.match(text, *span)]
    for first, following in pairwise([*openings, len(spans)]):
        for last in range(first + 1, min(first + 1 + _LONGEST_LETTER, following)):
            if signed := _SIGNATURE.match(text, *spans[last]):
                words, covered = _letter(text, spans, first, last), [*range(first, last + 1)]
                if words:
                    yield Turn(words, signed.span(1), None, SURE_SIGNED, paragraphs=covered)
                break


def _letter(text: str, spans: Sequence[Span], first: int, last: int) -> list[Span]:
    """A letter's paragraphs without salutation and signature."""
    opening = _SALUTATION.match(text, *spans[first])
    start = opening.end() if opening else spans[first][0]
    body = [(start, spans[first][1]), *spans[first + 1 : last]]
    return [(a, b) for a, b in body if a < b]
