"""Which passages of a new text stand in a known one, where they stand in each, and how much of the new one is new.

The passages hold the words that `likeness` counts: those in runs of RUN words which both texts hold, wherever they
stand in either. Between two of them that follow each other in both texts, and in a text that shares none, what is
only lightly edited is aligned word by word.
"""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Indel

from bot.match.likeness import MOST_ORDER, MOST_SIGNS, MOST_WORDS
from bot.match.located import Located, located
from bot.match.runs import RUN
from bot.match.versions import IN_ORDER
from bot.shapes import Passage

MOST_PLACES = 8
"""so many places of the known text are tried for one run: only a litany has more, and there all are alike. It bounds
the time by the length of the new text"""

REWORDED = 0.5
"what stands between the same two passages is one stretch, reworded, where this much is in order; chance reaches .45"

LEAST_ALIGNED = 2
"words; one that stands alone between edited ones ('the') was not taken over"


@dataclass(frozen=True)
class _Shared:
    """So many words from `ours` on in the new text are those from `theirs` on in the known one."""

    ours: int
    theirs: int
    words: int


def passages(new: str, known: str) -> tuple[Passage, ...]:
    """The new text's passages in their order, without overlap there. Spans are of code points in the texts as given:
    give a report's `prose`, whose furniture is blank, and they are true in its body. Of longer texts than MOST_WORDS
    the beginnings are compared."""
    ours, theirs = _read(new), _read(known)
    shared = _in_runs(ours.words, theirs.words)
    return tuple(
        Passage(
            ours=ours.span(one.ours, one.ours + one.words - 1),
            theirs=theirs.span(one.theirs, one.theirs + one.words - 1),
        )
        for one in _with_edited(shared, ours.words, theirs.words)
    )


def new_share(found: Sequence[Passage], text: str) -> float:
    """Of the text's words, how many stand in no passage: 0 to 1. A text of no words has nothing new."""
    marked = mark_new(found, text)
    return sum(is_new for _, is_new in marked) / len(marked) if marked else 0.0


def mark_new(found: Sequence[Passage], text: str) -> list[tuple[int, bool]]:
    """Where each word of the text begins, and whether it stands in no passage."""
    return [(start, not _is_in(start, found)) for start, _ in _read(text).spans]


def _is_in(place: int, found: Sequence[Passage]) -> bool:
    at = bisect(found, place, key=lambda one: one.ours[0])
    return at > 0 and place < found[at - 1].ours[1]


def _read(text: str) -> Located:
    return _located(text[:MOST_SIGNS])


@lru_cache(maxsize=8)
def _located(beginning: str) -> Located:
    """The last few are remembered: an agency's report is compared with one copy after another."""
    return located(beginning, MOST_WORDS)


def _in_runs(ours: Sequence[str], theirs: Sequence[str]) -> list[_Shared]:
    """From the beginning on, at each place the longest passage. Where one ends inside a run that is shared too, the
    next begins with the rest of that run."""
    if ours and ours == theirs:
        return [_Shared(0, 0, len(ours))]
    places = _places(theirs)
    found: list[_Shared] = []
    at = 0
    while at < len(ours):
        is_behind = bool(found) and at == found[-1].ours + found[-1].words
        run = _run_at(ours, at, RUN if is_behind else 1, places)
        if run is None:
            at += 1
            continue
        stands = [place + at - run for place in places[tuple(ours[run : run + RUN])]]
        found.append(_longest(ours, theirs, at, stands, found[-1] if found else None))
        at += found[-1].words
    return found


def _run_at(ours: Sequence[str], at: int, back: int, places: Collection[tuple[str, ...]]) -> int | None:
    """Where the last shared run begins that this word stands in; looked for so many words back."""
    runs = range(at, max(at - back, -1), -1)
    return next((run for run in runs if tuple(ours[run : run + RUN]) in places), None)


def _places(words: Sequence[str]) -> dict[tuple[str, ...], list[int]]:
    """Each run and where it stands, the first places."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, run in enumerate(zip(*(words[i:] for i in range(RUN)), strict=False)):
        stands = places[run]
        if len(stands) < MOST_PLACES:
            stands.append(place)
    return dict(places)


def _longest(
    ours: Sequence[str], theirs: Sequence[str], at: int, stands: Sequence[int], before: _Shared | None
) -> _Shared:
    """The longest passage that begins at a word of ours; of equals the one nearest behind the passage before it."""
    follows = before.theirs + before.words if before else 0
    tried = [_Shared(at, place, _length(ours, theirs, at, place)) for place in stands]
    return max(tried, key=lambda one: (one.words, one.theirs >= follows, -one.theirs))


def _length(ours: Sequence[str], theirs: Sequence[str], at: int, place: int) -> int:
    length = 0
    while at + length < len(ours) and place + length < len(theirs) and ours[at + length] == theirs[place + length]:
        length += 1
    return length


# --- what is lightly edited ------------------------------------------------------------------


def _with_edited(shared: Sequence[_Shared], ours: Sequence[str], theirs: Sequence[str]) -> Iterator[_Shared]:
    """The passages, and between them those of an edited stretch."""
    before = _Shared(0, 0, 0)
    for one in [*shared, _Shared(len(ours), len(theirs), 0)]:
        start, end = before.ours + before.words, before.theirs + before.words
        if start < one.ours and end < one.theirs:
            enough = REWORDED if before.words and one.words else IN_ORDER
            yield from _aligned(ours[start : one.ours], theirs[end : one.theirs], start, end, enough)
        if one.words:
            yield one
        before = one


def _aligned(ours: Sequence[str], theirs: Sequence[str], at: int, place: int, enough: float) -> Iterator[_Shared]:
    """The words of two stretches that stand in the same order, where the two are one stretch edited."""
    if max(len(ours), len(theirs)) > MOST_ORDER or Indel.normalized_similarity(ours, theirs) < enough:
        return
    for block in Indel.opcodes(ours, theirs).as_matching_blocks():
        if block.size >= LEAST_ALIGNED:
            yield _Shared(at + block.a, place + block.b, block.size)
