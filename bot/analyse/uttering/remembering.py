"""Whether a quotation holds words that somebody half remembers: with another word, in another order, with a slip."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA, LCSseq

from bot.analyse.uttering.words import COMMON, heard, nearly, root, spelled

NEARLY = 0.6
"""From here on a quotation may be the one that is remembered: two of three telling words, or more of them in disorder.
Below it, as a rule, one word in two is shared, and that is a topic."""

_SMALL_WORD = 0.2
"What a common word counts beside a telling one: enough to tell two sentences apart, too little to find one by."

_LIKE = 0.7
"One letter in four: the nearest word is asked for no further away than a slip may be."


def remembered(words: str, text: str, weight: Callable[[str], float] = lambda _: 1.0) -> float:
    """How surely `text` holds these half-remembered words: 1 word for word, 0 for none of them.

    `weight` is how much a word's root tells: rarer words are remembered for a reason.
    """
    have = heard(text)
    wanted = _as_one(heard(words), have)
    have = _as_one(have, wanted)
    if not wanted or not have:
        return 0.0
    if f" {_one_spelling(wanted)} " in f" {_one_spelling(have)} ":
        return 1.0
    first = {root(word): at for at, word in reversed(list(enumerate(have)))}
    places = [_best(word, have, first) for word in wanted]
    weights = [weight(root(word)) if word not in COMMON else _SMALL_WORD for word in wanted]
    found = sum(heavy * sure for heavy, (sure, _) in zip(weights, places, strict=True)) / sum(weights)
    return round(min(0.99, found * (0.8 + 0.2 * _together([at for sure, at in places if sure]))), 3)


def _as_one(said: Sequence[str], other: Sequence[str]) -> tuple[str, ...]:
    """The words with those in one that the other has in one: home work, homework."""
    whole, found, at = set(map(spelled, other)), [], 0
    while at < len(said):
        joined = "".join(said[at : at + 2])
        together = at + 1 < len(said) and spelled(joined) in whole
        found.append(joined if together else said[at])
        at += 2 if together else 1
    return tuple(found)


def _one_spelling(said: Sequence[str]) -> str:
    return " ".join(map(spelled, said))


def _best(word: str, have: Sequence[str], first: Mapping[str, int]) -> tuple[float, int]:
    """How surely a word is there, and where; `first` is where each root stands first."""
    if root(word) in first:
        return 1.0, first[root(word)]
    near = process.extractOne(word, have, scorer=OSA.normalized_similarity, score_cutoff=_LIKE)
    return (nearly(word, near[0]), near[2]) if near else (0.0, -1)


def _together(places: Sequence[int]) -> float:
    """How much the places are one after the other: 1 for a run, less for words picked from all over a speech."""
    if not places:
        return 0.0
    in_order = LCSseq.similarity(places, sorted(places)) / len(places)
    close = len(places) / (max(places) - min(places) + 1)
    return min(1.0, 0.5 * in_order + 0.5 * close)
