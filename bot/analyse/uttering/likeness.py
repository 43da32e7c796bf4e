"""How surely two reports tell of one thing said.

Two ways lead there. The words that one of them quotes stand in the other, in their order: cut, stitched and cleaned-up
quotations. Or both tell the same with other words around it, which takes more of the rarer words: paraphrase.
Figures beside the thresholds are pairs of the gold's tuning part (`copydesk bench quotes`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rapidfuzz.distance import LCSseq

from bot.analyse.lexicon import words
from bot.analyse.uttering.words import denies, heard, quoted_words, root, telling
from bot.shapes import QuoteKind

Speakers = Literal["same", "open", "other"]
"""Whether two reports name one speaker; `open` where one of them names nobody."""

Weight = Callable[[str], float]
"""How much a word tells, 0 to 1: little where it stands in many things said in the story."""

VERBATIM = 0.8
"From here on it is the words that they share; below, what they tell."

IN_ORDER = 0.7
"""Share of the quoted words that the other wording has in order. One word in four may be changed by a translation, an
editor's grammar or a slip; below it, sentences of one speech that share a phrase begin to meet."""

TELLING = 2
"Words besides common ones that must be shared: 'very serious' is said of anything."

RUN = 8
"Words on end that nobody says twice alike."

FRAGMENT, RARE = 3, 0.7
"A shorter piece of quotation, or one whose word half the story uses, is said again and again."

BORROWED_IN_ORDER, BORROWED_WORDS = 0.75, 4
"""Under two names the same words must be more of them: short phrases are everybody's. At four words and three in four
the gold's wrong speakers and stolen lines are found, and no two people's own words."""

PARAPHRASED, PARAPHRASED_WEIGHT = 0.6, 1.2
"""Share of the telling words, by weight, that the thinner of two wordings of one speaker has in common with the fuller,
and how much that must weigh: more than one rare word. At .4 and .8 one more pair is found for each two wrong ones."""

UNNAMED_PARAPHRASED, UNNAMED_WEIGHT = 0.8, 2.0
"Where one of them names nobody, whoever said it may be somebody else."

_NEAR = 2
"A 'not' so many words from the shared ones denies them; further off, something else."

_ASKING = words("whether if why how what who when where")
_ENDS = "\"”’'») "

_AGAIN = re.compile(
    r"\bI(?:['’]ve| have| had)? (?:also |always |already |often )?(?:said|told|wrote)\b"
    r"|\bI(?:['’]ll| will)? (?:say (?:it|this|that) again|repeat|keep saying)\b|\blet me repeat\b"
    r"|\b(?:as|like) we(?:['’]ve| have)? said\b",
    re.IGNORECASE,
)
"From here on a speaker quotes himself, on another occasion: 'As I said on Monday, …'."


@dataclass(frozen=True, slots=True)
class Wording:
    """One report's words of a thing said, ready to be compared."""

    words: tuple[str, ...]
    quoted: tuple[str, ...]
    "those that stand in quotation marks, or all of a quotation without marks (a transcript's); none of reported speech"
    roots: tuple[str, ...]
    "of all its words those that tell something"
    asks: bool
    "it is a question, or tells of one"
    fresh: int
    "how many of its words come before what its speaker says he said earlier; all of them where he says no such thing"

    @property
    def repeats(self) -> bool:
        return self.fresh < len(self.words)


@lru_cache(maxsize=8192)
def wording(text: str, kind: QuoteKind) -> Wording:
    """A report's text, its parts joined by anything, as a wording."""
    said, again = heard(text), _AGAIN.search(text)
    marked = () if kind == "indirect" else said if kind == "direct" else quoted_words(text)
    asks = bool(said) and (said[0] in _ASKING or text.rstrip(_ENDS).endswith("?"))
    fresh = len(heard(text[: again.start()])) if again else len(said)
    return Wording(said, marked, tuple(telling(said)), asks, fresh)


def likeness(one: Wording, other: Wording, speakers: Speakers, weight: Weight) -> float:
    """How surely they report one thing said on one occasion: 0 to 1, and 0 from where it is not worth saying."""
    if one.repeats != other.repeats:
        one, other = _fresh(one), _fresh(other)
    if one.words and one.words == other.words and (speakers == "same" or len(one.roots) >= TELLING):
        return 1.0
    quoted, shared = _verbatim(one, other)
    if speakers == "same" and (_share_a_run(one, other) or _is_short_of_it(one, other, weight)):
        return VERBATIM + (1 - VERBATIM) * quoted
    if speakers == "other":
        enough = _quoted_length(one, other) >= BORROWED_WORDS and quoted >= BORROWED_IN_ORDER
        return 0.9 * quoted if enough and shared >= TELLING and not _turned(one, other) else 0.0
    if quoted >= IN_ORDER and shared >= TELLING and (speakers == "same" or not _turned(one, other)):
        return VERBATIM + (1 - VERBATIM) * quoted
    return _retold(one, other, speakers, weight)


def _fresh(said: Wording) -> Wording:
    """A wording without what its speaker only repeats in it."""
    words_, quoted = said.words[: said.fresh], said.quoted[: said.fresh]
    return Wording(words_, quoted, tuple(telling(words_)), said.asks, said.fresh)


def _share_a_run(one: Wording, other: Wording) -> bool:
    """Whether both quote the same long run of words: two cuts of one speech, that may share little else."""
    if min(len(one.quoted), len(other.quoted)) < RUN:
        return False
    return not _runs(one.quoted).isdisjoint(_runs(other.quoted))


def _runs(said: Sequence[str]) -> set[tuple[str, ...]]:
    return set(zip(*(said[at:] for at in range(RUN)), strict=False))


def _is_short_of_it(one: Wording, other: Wording, weight: Weight) -> bool:
    """Whether one quotes three or more words on end of the other, with one telling word that is rare in the story."""
    short, long_ = sorted((one, other), key=lambda each: len(each.quoted))
    tells = telling(short.quoted)
    if len(short.quoted) < FRAGMENT or len(tells) != 1 or weight(tells[0]) < RARE:
        return False
    return f" {' '.join(short.quoted)} " in f" {' '.join(long_.words)} "


def _verbatim(one: Wording, other: Wording) -> tuple[float, int]:
    """How much of what one of them quotes the other has in order, 0 to 1, and how many telling words that is."""
    return max(_quoted_in(one, other), _quoted_in(other, one))


def _quoted_in(one: Wording, other: Wording) -> tuple[float, int]:
    if not one.quoted or not other.words:
        return 0.0, 0
    wanted, have = telling(one.quoted), set(other.roots)
    held = sum(word in have for word in wanted)
    if not held:
        return 0.0, 0
    in_order = LCSseq.similarity(one.quoted, other.words) / len(one.quoted)
    return min(in_order, held / len(wanted)), held


def _retold(one: Wording, other: Wording, speakers: Speakers, weight: Weight) -> float:
    mine, theirs = set(one.roots), set(other.roots)
    least = min(sum(map(weight, mine)), sum(map(weight, theirs)))
    own_words = speakers == "same" and one.quoted and other.quoted  # of which one may be misquoted
    if not least or one.asks != other.asks or (not own_words and _turned(one, other)):
        return 0.0
    shared = sum(map(weight, mine & theirs))
    share, enough = (PARAPHRASED, PARAPHRASED_WEIGHT) if speakers == "same" else (UNNAMED_PARAPHRASED, UNNAMED_WEIGHT)
    if shared < max(enough, share * least):
        return 0.0
    return min(VERBATIM - 0.01, 0.5 + 0.2 * shared / least + 0.02 * shared)


def _quoted_length(one: Wording, other: Wording) -> int:
    return min((len(each.quoted) for each in (one, other) if each.quoted), default=0)


def _turned(one: Wording, other: Wording) -> bool:
    """Whether one says no where the other says yes: a 'not' in it, and none at these words in the other."""
    short, long_ = sorted((one, other), key=lambda each: len(each.words))
    shared = set(short.roots)
    places = [at for at, word in enumerate(long_.words) if root(word) in shared]
    if not places:
        return False
    there = long_.words[max(0, places[0] - _NEAR) : places[-1] + 1 + _NEAR]
    return denies(short.quoted or short.words) != denies(there)
