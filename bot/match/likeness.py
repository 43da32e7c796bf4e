"""How much of one text stands in another, counted in words.

A word counts as shared where it stands in a run of RUN words that both texts hold: paragraphs may move,
be cut or be set between own ones, and the common words, names and phrases that any two reports of an event
share do not count (the measure of text reuse in Clough et al., METER, 2002). Light sub-editing that breaks
every run is caught by aligning all words in order.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Indel

from bot.match.words import words

RUN = 8
"words in a row that two reporters do not write by chance, save in a quotation"

MOST_WORDS = 20_000
"a longer text is compared by its beginning, so that no drop holds up the desk"

MOST_SIGNS = 200_000
"a text is cut to this before its words are looked for: MOST_WORDS words are hardly ever longer"

MOST_ORDER = 4_000
"aligning in order costs the product of the lengths; beyond this the runs speak alone"


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


class Wording:
    """The beginning of a text, prepared for being compared with many."""

    def __init__(self, beginning: str) -> None:
        self.words = words(beginning)[:MOST_WORDS]
        self._runs: frozenset[int] | None = None

    @property
    def runs(self) -> frozenset[int]:
        """Its runs of words as numbers, which mean something inside this process only."""
        if self._runs is None:
            self._runs = frozenset(_runs(self.words))
        return self._runs

    def shared_with(self, other: Wording) -> int:
        """How many of its words stand in runs the other text holds too."""
        if len(self.words) < RUN or len(other.words) < RUN:
            return len(self.words) if self.words == other.words else 0
        if self.runs.isdisjoint(other.runs):
            return 0
        return _covered(_runs(self.words), other.runs)

    def in_order(self, other: Wording) -> float:
        """How alike the two are as sequences of words, 0 to 1; 0 where they are too long to align."""
        if max(len(self.words), len(other.words)) > MOST_ORDER:
            return 0.0
        return float(Indel.normalized_similarity(self.words, other.words))


@lru_cache(maxsize=128)
def _prepared(beginning: str) -> Wording:
    return Wording(beginning)


def wording(prose: str) -> Wording:
    """A text prepared for comparing. The last ones are remembered: an agency's report is compared all day."""
    return _prepared(prose[:MOST_SIGNS])


def likeness(new: Wording, known: Wording) -> Likeness:
    """What both share, in time that grows with their lengths."""
    ours, theirs = new.shared_with(known), known.shared_with(new)
    return Likeness(
        ours=ours / len(new.words) if new.words else 0.0,
        theirs=theirs / len(known.words) if known.words else 0.0,
        words=ours,
    )


def _runs(tokens: list[str]) -> list[int]:
    return [hash(run) for run in zip(*(tokens[i:] for i in range(RUN)), strict=False)]


def _covered(runs: list[int], others: frozenset[int]) -> int:
    """How many words stand in at least one run that is among the others."""
    covered, reach = 0, 0
    for i, run in enumerate(runs):
        if run in others:
            covered += i + RUN - max(i, reach)
            reach = i + RUN
    return covered
