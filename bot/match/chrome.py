"""What two pages share because of their site, told from what they share because one is built on the other.

A reader cannot recognise all that a site sets around its texts: navigation, appeals, terms of the comment section,
the headlines most read, a ticker. Beside another page of the site it shows: the sentences and lines that stand in both
are about something else than what each page has alone. And where a text was taken over, it is what each page has
alone that is about something else.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from bot.match.likeness import likeness, wording
from bot.match.outlets import same_outlet
from bot.match.words import words
from bot.shapes import Known, Report

MOST_SIGNS = 60_000
"of a text are looked at; a longer one is no page with a report on it"

PROSE = 15
"words in sentences: a brief is hardly shorter, and less is a caption or a label"

LONG_WORD = 5
"letters; shorter words stand in every text"

ABOUT = 0.15
"""of a text's long words that stand in another on the same subject: of a report's beginning more stand in its rest in
93 cases of 100, and in another report less in 97"""

CLEARLY = 3
"times as many of a headline's words stand in one part as in the other"

REMAINS = 0.1
"of what each has alone in the other: more is a text with its sentences edited"

LEAST_OF_PAGE = 4
"a report is not less than a quarter of what stands around it"

_COMMON_WORDS = """
    about above after again against along already among around because become before being below between beyond change
    could during early every first found given going great group house large later least might never other people place
    please reader readers right shall should since small state still story their there these thing think those three
    through today tonight under until using usual wants water weeks where whether which while whose within without woman
    women words world would years yesterday
    """
_COMMON = frozenset(_COMMON_WORDS.split())
_WRAPPED = re.compile(r"\n(?=[a-z])(?<=[^\n]\n)|\n(?!\n)(?<=[^\n]{80}\n)(?<![.!?…”\"]\n)")
"A line's end inside a sentence, in a text of lines of one width."
_SENTENCES = re.compile(r"\n+|(?<=[.!?…])[\"”’')\]]*\s+")
_ENDS = re.compile(r"[.!?…][\"”’')\]]*$")


@dataclass(frozen=True)
class _Part:
    """Some of a text's sentences and lines, in their order."""

    text: str
    prose: str
    "the sentences among them"

    @property
    def long_words(self) -> set[str]:
        return _long_words(self.prose)


def without_chrome(report: Report, known: Known) -> tuple[str, str] | None:
    """Both texts without their sites' chrome; None where none shows.

    Two outlets' pages are parted only by their headlines, for two papers may share a publisher's chrome, and as
    well a wire's report under leads of their own.
    """
    house = same_outlet(report, known) is True
    if not (house or report.title or known.title):
        return None
    ours, theirs = (_pieces(text[:MOST_SIGNS]) for text in (report.prose, known.prose))
    shared, own, other = _part(ours, theirs, True), _part(ours, theirs, False), _part(theirs, ours, False)
    sides = ((own, report.title), (other, known.title))
    if all(_stands_alone(part, shared, title, house) for part, title in sides):
        two = not _is_edited(own, other) and (not _akin(own, other) or (house and _framed(ours, theirs)))
        return (own.text, other.text) if two else None
    bare = [shared.text if _surrounds(part, shared, title) else None for part, title in sides]
    return (bare[0] or report.prose, bare[1] or known.prose) if any(bare) else None


def _stands_alone(own: _Part, shared: _Part, title: str | None, house: bool) -> bool:
    """Whether what a page has alone is its report, and what it shares with another page is not."""
    words_of_own, headline = own.long_words, _long_words(title or "")
    if len(words(own.prose)) < PROSE or _held(words_of_own, shared.long_words) >= ABOUT:
        return False
    if not headline:
        return house
    return _held(headline, words_of_own) > _held(headline, shared.long_words)


def _surrounds(own: _Part, shared: _Part, title: str | None) -> bool:
    """Whether what a page has alone is set around its report, which is what it shares."""
    if len(shared.text) * LEAST_OF_PAGE < len(own.text) or _akin(own, shared):
        return False
    headline = _long_words(title or "")
    return _held(headline, shared.long_words) > CLEARLY * _held(headline, own.long_words)


def _is_edited(own: _Part, other: _Part) -> bool:
    """Whether what each has alone is one text, with its sentences edited."""
    return likeness(wording(own.text), wording(other.text)).most >= REMAINS


def _framed(ours: Collection[str], theirs: Collection[str]) -> bool:
    """Whether both pages begin alike, or end alike. Two reports on one event share passages inside."""
    one, other = list(ours), list(theirs)
    return one[0] == other[0] or one[-1] == other[-1]


def _akin(one: _Part, other: _Part) -> bool:
    """Whether two parts are about the same."""
    ours, theirs = one.long_words, other.long_words
    return len(ours & theirs) >= ABOUT * min(len(ours), len(theirs)) > 0


def _held(some: set[str], others: set[str]) -> float:
    """Of some words the share that is among the others."""
    return len(some & others) / len(some) if some else 0.0


@lru_cache(maxsize=8)
def _pieces(text: str) -> dict[str, str]:
    """The sentences and lines of a text by their words. The last are remembered: one report is held against many."""
    pieces = (piece.strip() for piece in _SENTENCES.split(_WRAPPED.sub(" ", text)))
    return {key: piece for piece in pieces if (key := " ".join(words(piece)))}


def _part(pieces: dict[str, str], others: Collection[str], shared: bool) -> _Part:
    """What a text shares with another, or has alone."""
    found = [piece for key, piece in pieces.items() if (key in others) == shared]
    return _Part("\n".join(found), "\n".join(piece for piece in found if _ENDS.search(piece[-10:])))


def _long_words(text: str) -> set[str]:
    return {word for word in words(text) if len(word) >= LONG_WORD and not word.isdigit() and word not in _COMMON}
