"""What the store indexes of a text, so that its likes are found among a million in one query.

A sample of its runs of words (Broder 1997, modulo sketches; FracMinHash in Irber et al. 2022): a run is kept
whenever its number falls under a limit, in whatever text it stands. So the sample of a brief is the part of the full
report's sample that falls into the brief, however long the report is: of 100 briefs of fifty words, 97 share a run
of the sample with their source. And how many runs two samples share tells about how many words the texts share,
so most candidates are dismissed before a text is read.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Mapping, Sequence
from heapq import nsmallest
from itertools import compress

from bot.match.likeness import MOST_SIGNS, exact_hash, wording
from bot.match.runs import lowest_bytes
from bot.match.words import words
from bot.shapes import Fingerprint

LIMITS = (21, 42, 84, 256)
"""of 256: one run in twelve is kept; of a short text, one in six or in three or all. One in sixteen would miss seven
briefs of a hundred. Part of every kept fingerprint: changing it, or the numbers of runs, asks for a new index"""

FEWEST = 24
"runs that a sample has about, where the text has so many: of two tiny texts that differ in a word, some are one"

MOST = 256
"runs of a sample: a text of more than three thousand words (a ruling, a transcript) is sampled more thinly"

ENOUGH = 0.5
"of a rare run: two texts are compared that share one which hardly another has, or ten which twenty have"

SHARE = 1 / 16
"of all that a text's sample weighs: enough too, for what fifty outlets carry has no rare runs at all"

_UNDER = {limit: bytes(low < limit for low in range(256)) for limit in LIMITS}


def fingerprint(prose: str) -> Fingerprint:
    """The same words always give the same fingerprint, on any machine. A text of no words has no bands, and
    one of fewer than RUN words has one. The bands of a longer text are those of its beginning."""
    beginning = wording(prose)
    bands = _sample(beginning.runs)
    if len(prose) <= MOST_SIGNS:
        return Fingerprint(exact=beginning.exact, bands=bands, words=len(beginning.words))
    tokens = words(prose)
    return Fingerprint(exact=exact_hash(tokens), bands=bands, words=len(tokens))


def _sample(runs: array[int]) -> tuple[int, ...]:
    limit = next((limit for limit in LIMITS if len(runs) * limit >= FEWEST * 256), 256)
    kept = lowest_bytes(runs).translate(_UNDER[limit])
    sample = {runs[place] for place in compress(range(len(runs)), kept)}
    return tuple(sorted(sample if len(sample) <= MOST else nsmallest(MOST, sample, key=_drawn)))


def _drawn(run: int) -> tuple[int, int]:
    """An order as good as drawn by lot, the same in every text."""
    return run >> 8 & 0xFFFF, run


def worth_comparing(bands: Sequence[int], held: Mapping[int, Sequence[int]]) -> dict[int, float]:
    """Articles that a text may be built on -> how much speaks for each, from the text's bands and, for those of them
    that are in the index, the articles that have them.

    A run weighs less the more articles have it: what stands under every text of a site, or in every copyright line,
    says nothing (inverse document frequency).
    """
    if not held:
        return {}
    weights: dict[int, float] = defaultdict(float)
    for articles in held.values():
        for article in articles:
            weights[article] += 1 / len(articles)
    kept_of_any_text = [band for band in bands if band & 0xFF < LIMITS[0]]
    most = sum(1 / len(held[band]) if band in held else 1.0 for band in kept_of_any_text)
    enough = min(ENOUGH, SHARE * most)
    return {article: weight for article, weight in weights.items() if weight >= enough}
