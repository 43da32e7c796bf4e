"""Which sentence of one text answers to which of the other: the same, moved, reworded, split, or on its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from rapidfuzz.distance import Indel, LCSseq

from bot.analyse.changing.words import Sentence, folded, straightened
from bot.analyse.sentences import sentences

REWORDED = 0.5
"two sentences with half of their words in the same order are one, reworded; unrelated English reaches .35"

NEARBY = 0.05
"bonus for standing at the same place between the same neighbours: decides between two likely partners"

MOST_ALIGNED = 400
"so many sentences a side are compared each with each; beyond, a text is another text"

MOST_SIGNS = 300_000
"a longer text is compared by its beginning"

INSIDE = 0.8
"a sentence of which this much stands inside a neighbour's counterpart was merged into it"

LEAST_MERGED = 3
"words; fewer stand in any long sentence by chance"


@dataclass(frozen=True)
class Pair:
    """A sentence before and what became of it; None where it came or went."""

    before: Sentence | None
    after: Sentence | None


def cut(text: str) -> list[Sentence]:
    """The sentences of a text that hold words."""
    plain = straightened(text[:MOST_SIGNS])
    found = [((start, end), folded(text[start:end])) for start, end in sentences(plain)]
    held = [(span, tokens) for span, tokens in found if tokens]
    return [Sentence(span, text[slice(*span)], tokens, at) for at, (span, tokens) in enumerate(held)]


def pairs(before: Sequence[Sentence], after: Sequence[Sentence]) -> list[Pair]:
    """Everything that is not the same on both sides, wherever it stands."""
    old, new = _unlike(before, after)
    old, new = _unlike_in_other_cuts(old, new)
    partner = _partners(old, new)
    taken = set(partner.values())
    rest_old = [one for one in old if one.at not in partner]
    rest_new = [one for one in new if one.at not in taken]
    by_at = {one.at: one for one in new}
    matched = [Pair(one, by_at[partner[one.at]]) for one in old if one.at in partner]
    return list(_merged(matched, rest_old, rest_new))


def _unlike(before: Sequence[Sentence], after: Sequence[Sentence]) -> tuple[list[Sentence], list[Sentence]]:
    """Those without an equal on the other side; a sentence that only moved has one."""
    waiting: dict[tuple[str, ...], list[Sentence]] = defaultdict(list)
    for one in reversed(after):
        waiting[one.key].append(one)
    old = [one for one in before if not (waiting[one.key] and waiting[one.key].pop())]
    left = {one.at for rest in waiting.values() for one in rest}
    return old, [one for one in after if one.at in left]


def _unlike_in_other_cuts(old: list[Sentence], new: list[Sentence]) -> tuple[list[Sentence], list[Sentence]]:
    """Without stretches whose words are equal though they are cut into sentences elsewhere."""
    stretches = {_words(run): run for run in _stretches(new)}
    same = [(run, stretches[key]) for run in _stretches(old) if (key := _words(run)) in stretches]
    gone = {one.at for run, _ in same for one in run}
    come = {one.at for _, run in same for one in run}
    return [one for one in old if one.at not in gone], [one for one in new if one.at not in come]


def _stretches(found: Sequence[Sentence]) -> Iterator[list[Sentence]]:
    """Sentences that follow each other without a gap."""
    for _, run in groupby(enumerate(found), key=lambda item: item[1].at - item[0]):
        yield [one for _, one in run]


def _words(run: Sequence[Sentence]) -> tuple[str, ...]:
    return tuple(word for one in run for word in one.key)


def _partners(old: Sequence[Sentence], new: Sequence[Sentence]) -> dict[int, int]:
    """The best one-to-one matching, most alike first: place in the old order -> place in the new."""
    old, new = old[:MOST_ALIGNED], new[:MOST_ALIGNED]
    if not old or not new:
        return {}
    offset = _shift(old, new)
    ranked = sorted(
        (-like - NEARBY * (abs(one.at - other.at) <= offset), one.at, other.at)
        for one in old
        for other in new
        if (like := Indel.normalized_similarity(one.key, other.key, score_cutoff=REWORDED)) > 0
    )
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in ranked:
        if i not in partner and j not in taken:
            partner[i] = j
            taken.add(j)
    return partner


def _shift(old: Sequence[Sentence], new: Sequence[Sentence]) -> int:
    """How far apart two places may be and still be the same one, when sentences came and went between."""
    return 1 + abs(len(old) - len(new))


def _merged(matched: list[Pair], old: list[Sentence], new: list[Sentence]) -> Iterator[Pair]:
    """Folds a leftover into the neighbouring pair whose other side holds it: a sentence cut in two, or two in one."""
    for pair in matched:
        before, after = pair.before, pair.after
        assert before and after
        for one in [*old]:
            if abs(one.at - before.at) == 1 and _inside(one, after):
                before = _joined(before, one)
                old.remove(one)
        for one in [*new]:
            if abs(one.at - after.at) == 1 and _inside(one, before):
                after = _joined(after, one)
                new.remove(one)
        if before.key != after.key:
            yield Pair(before, after)
    yield from (Pair(one, None) for one in old)
    yield from (Pair(None, one) for one in new)


def _inside(one: Sentence, other: Sentence) -> bool:
    """Most of its words stand in the other in the same order."""
    if len(one.words) < LEAST_MERGED:
        return False
    return LCSseq.similarity(one.key, other.key) >= INSIDE * len(one.words)


def _joined(one: Sentence, other: Sentence) -> Sentence:
    first, last = sorted((one, other), key=lambda each: each.at)
    between = f"{first.text} {last.text}"
    return Sentence((first.span[0], last.span[1]), between, first.words + last.words, first.at)
