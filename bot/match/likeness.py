"""How much of one text stands in another, counted in words.

A word counts as shared where it stands in a run of RUN words that both texts hold: paragraphs may move,
be cut or be set between own ones, and the common words, names and phrases that any two reports of an event
share do not count (the measure of text reuse in Clough et al., METER, 2002). Light sub-editing that breaks
every run is caught by aligning all words in order.
"""

from __future__ import annotations

from array import array
from collections.abc import Container
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from itertools import compress

from rapidfuzz.distance import Indel

from bot.match.runs import numbered, runs
from bot.match.words import words

MOST_WORDS = 20_000
"a longer text is compared by its beginning, so that no drop holds up the desk"

MOST_SIGNS = 200_000
"a text is cut to this before its words are looked for: MOST_WORDS words are hardly ever longer"

MOST_ORDER = 4_000
"aligning in order costs the product of the lengths; beyond this the runs speak alone"

MOST_REMEMBERED = 25_000
"signs of a text that is remembered: a thousand of these at their longest take 70 MB, of usual ones 12 MB"


@dataclass(frozen=True)
class Likeness:
    """What two texts share; shares are 0 to 1."""

    ours: float
    "of the new text's words, how many stand in the known one"
    theirs: float
    "of the known text's words, how many stand in the new one"
    words: int
    "how many words of the new text are shared"

    @property
    def most(self) -> float:
        return max(self.ours, self.theirs)

    @property
    def least(self) -> float:
        return min(self.ours, self.theirs)


@dataclass(frozen=True, eq=False)
class Wording:
    """The beginning of a text, prepared for being indexed and for being compared with many."""

    exact: str
    "hash of its words: equal for texts that differ in typography only"
    words: array[int]
    "its words as numbers"
    runs: array[int]
    "its runs as numbers"

    def in_order(self, other: Wording, least: float = 0.0) -> float:
        """How alike the two are as sequences of words, 0 to 1; 0 where that is under `least`, or where they are too
        long to align."""
        if max(len(self.words), len(other.words)) > MOST_ORDER:
            return 0.0
        return float(Indel.normalized_similarity(self.words, other.words, score_cutoff=least))


def exact_hash(tokens: list[str]) -> str:
    """32 signs; equal for the same words in the same order, and kept for ever."""
    return blake2b(" ".join(tokens).encode(), digest_size=16).hexdigest()


def wording(prose: str) -> Wording:
    """A text prepared for comparing. The last ones are remembered: an agency's report is compared all day."""
    return remembered(prose) if len(prose) <= MOST_REMEMBERED else _prepared(prose[:MOST_SIGNS])


def _prepared(beginning: str) -> Wording:
    tokens = words(beginning)
    numbers = numbered(tokens[:MOST_WORDS])
    return Wording(exact_hash(tokens), numbers, runs(numbers))


remembered = lru_cache(maxsize=1024)(_prepared)


def likeness(new: Wording, known: Wording) -> Likeness:
    """What both share, in time that grows with their lengths."""
    theirs = _marks(known.runs, _set_of_runs(new))
    ours = _marks(new.runs, {*compress(known.runs, theirs)})
    covered, covering = _covered(ours, len(new.words)), _covered(theirs, len(known.words))
    return Likeness(
        ours=covered / len(new.words) if new.words else 0.0,
        theirs=covering / len(known.words) if known.words else 0.0,
        words=covered,
    )


@lru_cache(maxsize=2)
def _set_of_runs(text: Wording) -> frozenset[int]:
    """Remembered, for one new text is compared with many known ones."""
    return frozenset(text.runs)


def _marks(found: array[int], others: Container[int]) -> bytes:
    """One byte a run: 1 where it is among the others."""
    return bytes(map(others.__contains__, found))


def _covered(marks: bytes, words: int) -> int:
    """How many words stand in at least one marked run.

    The marks are one long integer, a byte each; three shifts spread every mark over the eight words of its run.
    """
    spread = int.from_bytes(marks, "little")
    for doubled in range(3):
        spread |= spread << (8 << doubled)
    return min(spread.bit_count(), words)
