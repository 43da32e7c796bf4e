"""The words that differ between a sentence and its later form, in hunks: so many went, so many came, in one place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from bot.analyse.changing.words import LIGHT, NEGATIONS, Word, same_spelling

MOST_WORDS = 1_500
"no sentence is longer; aligning a text without a stop would take memory by the square of its length"

BESIDE = 3
"words on each side of a hunk that tell what it is about"


@dataclass(frozen=True)
class Hunk:
    """One place in a sentence where words went, came, or became others; `beside` are the words around it."""

    old: tuple[Word, ...]
    new: tuple[Word, ...]
    beside: tuple[Word, ...]

    @property
    def words(self) -> tuple[Word, ...]:
        return self.old + self.new


def hunks(before: Sequence[Word], after: Sequence[Word]) -> list[Hunk]:
    """The hunks that change more than spelling and house style."""
    return [hunk for hunk in _all_hunks(before, after) if not _is_style(hunk)]


def _all_hunks(before: Sequence[Word], after: Sequence[Word]) -> Iterator[Hunk]:
    start_old = start_new = 0
    ends = [*_kept(before, after), (len(before), len(after), len(before), len(after))]
    for end_old, end_new, next_old, next_new in ends:
        if end_old > start_old or end_new > start_new:
            beside = (*before[max(0, start_old - BESIDE) : start_old], *before[end_old : end_old + BESIDE])
            yield Hunk(tuple(before[start_old:end_old]), tuple(after[start_new:end_new]), tuple(beside))
        start_old, start_new = next_old, next_new


def _kept(before: Sequence[Word], after: Sequence[Word]) -> list[tuple[int, int, int, int]]:
    """The stretches that stand on both sides: where each begins in both, and where it ends in both."""
    old, new = [word.fold for word in before], [word.fold for word in after]
    if max(len(old), len(new)) > MOST_WORDS:
        return []
    return [
        (op.src_start, op.dest_start, op.src_end, op.dest_end) for op in Indel.opcodes(old, new) if op.tag == "equal"
    ]


def _is_style(hunk: Hunk) -> bool:
    """Articles and the like coming or going, a word spelled another way, two words written as one."""
    if any(word.fold in NEGATIONS or word.is_number for word in hunk.words):
        return False
    old = [word.fold for word in hunk.old if word.fold not in LIGHT]
    new = [word.fold for word in hunk.new if word.fold not in LIGHT]
    if len(old) == len(new) and all(same_spelling(*both) for both in zip(old, new, strict=True)):
        return True
    return "".join(old) == "".join(new)
