"""The words that differ between a sentence and its later form, in hunks: so many went, so many came, in one place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from bot.analyse.changes_words import LIGHT, NEGATIONS, Word, same_spelling


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
    blocks = Indel.opcodes([word.fold for word in before], [word.fold for word in after])
    equal = [op for op in blocks if op.tag == "equal"]
    ends = [(op.src_start, op.dest_start, op.src_end, op.dest_end) for op in equal]
    for end_old, end_new, next_old, next_new in [*ends, (len(before), len(after), len(before), len(after))]:
        if end_old > start_old or end_new > start_new:
            beside = (*before[max(0, start_old - 3) : start_old], *before[end_old : end_old + 3])
            yield Hunk(tuple(before[start_old:end_old]), tuple(after[start_new:end_new]), tuple(beside))
        start_old, start_new = next_old, next_new


def _is_style(hunk: Hunk) -> bool:
    """Articles and the like coming or going, a word spelled another way, two words written as one."""
    if any(word.fold in NEGATIONS or word.is_number for word in hunk.words):
        return False
    old = [word.fold for word in hunk.old if word.fold not in LIGHT]
    new = [word.fold for word in hunk.new if word.fold not in LIGHT]
    if len(old) == len(new) and all(same_spelling(*both) for both in zip(old, new, strict=True)):
        return True
    return "".join(old) == "".join(new)
