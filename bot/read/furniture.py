"""What in a body is not the report's own prose: marked, never cut. Where it is not plain, it stays prose."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Literal

from bot.read import phrases
from bot.read.dateline import dateline
from bot.read.lines import Line, lines_of
from bot.shapes import Mark

Kind = Literal["advert", "caption", "appeal", "cookies", "byline", "links", "author-note", "dateline", "other"]

QUOTES = '"“”„«»'

LONGEST_LINE = 2_000
"Furniture comes in short lines; a longer one is a text without line ends and is looked at by nobody but the dateline."

TOP = 12
"Bylines stand among the first lines of a page."

TAIL = 12
"Notes about the authors stand among the last lines, with the lists and forms that follow them."

LONGEST_NOTE = 70
"Words: a longer line that ends in a note about its authors holds prose before it."

LISTED = 12
"The most lines that are taken as links under one heading such as 'Read more'."

DOUBLED_WORDS = 8
"A shorter line that comes twice in a row may be a refrain; a longer one is a caption with its alternative text."


def furniture_of(body: str) -> tuple[Mark, ...]:
    """The furniture of a body, sorted, no two overlapping."""
    lines = lines_of(body)
    kinds: dict[int, Kind] = {}
    for n, line in enumerate(lines):
        kind = _kind(line, n, lines)
        if kind:
            kinds[n] = kind
    for find in (_doubled, _appeals_near, _link_lists, _author_notes):
        for n, kind in find(lines, kinds):
            kinds.setdefault(n, kind)
    marks = [Mark(start=lines[n].start, end=lines[n].end, kind=kind) for n, kind in kinds.items()]
    marks += _inside(line for n, line in enumerate(lines) if n not in kinds)
    return tuple(sorted(marks, key=lambda mark: mark.start))


def _kind(line: Line, n: int, lines: list[Line]) -> Kind | None:
    """What a line is by itself."""
    if len(line.text) > LONGEST_LINE:
        return None
    return next((kind for kind, is_kind in KINDS if is_kind(line, n, len(lines))), None)


def _is_caption(line: Line, n: int, of: int) -> bool:
    text = line.text
    if phrases.GALLERY.search(text) or phrases.CAPTION_START.search(text):
        return True
    return any(sign.search(text) for sign in (phrases.CREDIT_AT_END, phrases.CREDIT_SENTENCE, phrases.AGENCY_CREDIT))


def _is_appeal(line: Line, n: int, of: int) -> bool:
    return _unquoted(phrases.APPEAL, line)


def _is_cookies(line: Line, n: int, of: int) -> bool:
    return _unquoted(phrases.COOKIES, line)


def _unquoted(pattern: re.Pattern[str], line: Line) -> bool:
    """Whether a line has such words, and not behind a quotation mark: somebody quoted may ask for money."""
    found = pattern.search(line.text)
    return found is not None and not any(mark in line.text[: found.start()] for mark in QUOTES)


def _is_byline(line: Line, n: int, of: int) -> bool:
    if phrases.BY_AGENCY.search(line.text):
        return True
    named = phrases.BYLINE.search(line.text) or phrases.BARE_BYLINE.search(line.text)
    return bool(named) and line.words <= 20 and (n < TOP or n >= of - TAIL)


def _is_author_note(line: Line, n: int, of: int) -> bool:
    if line.words > LONGEST_NOTE or any(mark in line.text for mark in QUOTES):
        return False
    if phrases.CONTRIBUTED.search(line.text) or phrases.FOLLOW.search(line.text):
        return True
    return n >= of - TAIL and bool(phrases.REPORTED_FROM.search(line.text))


def _by(pattern_name: str) -> Callable[[Line, int, int], bool]:
    pattern = getattr(phrases, pattern_name)
    return lambda line, n, of: bool(pattern.search(line.text))


KINDS: tuple[tuple[Kind, Callable[[Line, int, int], bool]], ...] = (
    ("advert", _by("ADVERT")),
    ("cookies", _is_cookies),
    ("caption", _is_caption),
    ("author-note", _is_author_note),
    ("byline", _is_byline),
    ("appeal", _is_appeal),
    ("links", _by("LINK_LINE")),
    ("links", _by("LINKS_HEAD")),
    ("other", _by("STAMP")),
    ("other", _by("COUNTER")),
    ("other", _by("CHROME")),
    ("other", _by("COPYRIGHT")),
)


def _doubled(lines: list[Line], kinds: dict[int, Kind]) -> Iterator[tuple[int, Kind]]:
    """The second of two equal lines in a row: a caption and its alternative text. The first may be prose and stays."""
    for n in range(1, len(lines)):
        if lines[n].text == lines[n - 1].text and lines[n].words >= DOUBLED_WORDS:
            yield n, "caption"


def _appeals_near(lines: list[Line], kinds: dict[int, Kind]) -> Iterator[tuple[int, Kind]]:
    """Lines that are an appeal because they stand in one: reaching out from each line that is."""
    appeals = [n for n, kind in kinds.items() if kind == "appeal"]
    for n, step in [(n, step) for n in appeals for step in (1, -1)]:
        m = n + step
        while 0 <= m < len(lines) and m not in kinds and _belongs(lines[m]):
            yield m, "appeal"
            m += step


def _belongs(line: Line) -> bool:
    """Whether a line beside an appeal goes on with it."""
    plain = len(line.text) <= LONGEST_LINE and line.text[0] not in QUOTES
    return plain and phrases.APPEAL_NEAR.search(line.text) is not None


def _link_lists(lines: list[Line], kinds: dict[int, Kind]) -> Iterator[tuple[int, Kind]]:
    """The headlines under 'Read more' and its like, down to the first line of prose."""
    for head in [n for n, kind in kinds.items() if kind == "links" and phrases.LINKS_HEAD.search(lines[n].text)]:
        for n in range(head + 1, min(head + 1 + LISTED, len(lines))):
            if n not in kinds and not _is_link(lines, n):
                break
            yield n, "links"


def _is_link(lines: list[Line], n: int) -> bool:
    return lines[n].is_label and lines[n].text[0] not in QUOTES


def _author_notes(lines: list[Line], kinds: dict[int, Kind]) -> Iterator[tuple[int, Kind]]:
    """'Jane Roe is a reporter for ...' among the last lines, about somebody the report itself does not name."""
    for n in range(max(0, len(lines) - TAIL), len(lines)):
        found = phrases.BIO.search(lines[n].text) if n not in kinds else None
        if (
            found
            and not phrases.SPEECH.search(lines[n].text)
            and not _is_named(found["name"].split()[-1], n, lines, kinds)
        ):
            yield n, "author-note"


def _is_named(surname: str, note: int, lines: list[Line], kinds: dict[int, Kind]) -> bool:
    return any(surname in line.text for n, line in enumerate(lines[:note]) if n not in kinds)


def _inside(prose: Iterable[Line]) -> Iterator[Mark]:
    """Furniture inside lines of prose: the dateline, and advert labels run together with the text."""
    for n, line in enumerate(prose):
        origin = dateline(line.text[:200]) if n < TOP else None
        if origin:
            yield Mark(start=line.start, end=line.start + origin.length, kind="dateline")
        for found in phrases.GLUED_ADVERT.finditer(line.text):
            yield Mark(start=line.start + found.start(), end=line.start + found.end(), kind="advert")
