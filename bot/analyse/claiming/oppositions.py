"""Pairs of words that cannot both be true of one thing: accidental and deliberate, guilty and acquitted ...

An axis has two ends; a word denied (`did not look like an accident`) speaks for the other end.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.analyse.claiming.terms import Token, stem
from bot.analyse.lexicon import words


@dataclass(frozen=True, slots=True)
class Axis:
    """One opposition: its name, the reader's word for each end, and the words that speak for it."""

    name: str
    question: str
    "what it disputes, where the reports have no word in common for it"
    ends: tuple[str, str]
    cues: tuple[frozenset[str], frozenset[str]]
    flips: bool = True
    "whether a denied word speaks for the other end: 'not accidental' does, 'not armed with' need not"


AXES = (
    Axis(
        "intent",
        "Was it deliberate?",
        ("accidental", "deliberate"),
        (
            words(
                "accidental accidentally inadvertent inadvertently unintentional unintentionally unintended "
                "mistakenly accident"
            ),
            words(
                "deliberate deliberately intentional intentionally purposely purposefully wilful willful wilfully "
                "purpose"
            ),
        ),
    ),
    Axis(
        "verdict",
        "Was there a conviction?",
        ("convicted", "acquitted"),
        (words("convicted"), words("acquitted exonerated")),
        flips=False,
    ),
    Axis("weapon", "Was there a weapon?", ("armed", "unarmed"), (words("armed"), words("unarmed")), flips=False),
    Axis(
        "leaving",
        "Resigned or dismissed?",
        ("resigned", "dismissed"),
        (words("resigned resign"), words("sacked fired ousted")),
        flips=False,
    ),
)

AXIS_TERMS = frozenset(stem(word) for axis in AXES for cues in axis.cues for word in cues)
"The terms of the opposed words themselves: two sentences that share only these speak of nothing in common."

_COPULAS = words("was is were are be been being like as by an no just not isn't wasn't weren't aren't a mere pure")
_PLEAS = words("plead pleads pleaded pleading plea pled")


def axis_words(tokens: Sequence[Token]) -> list[tuple[Axis, int, int]]:
    """The axes a sentence's tokens speak of: axis, end (0 or 1), token index."""
    found = []
    for at, token in enumerate(tokens):
        for axis in AXES:
            for end, cues in enumerate(axis.cues):
                if token.low in cues and _speaks(tokens, at):
                    found.append((axis, end, at))
    return found


def axis(name: str) -> Axis:
    """The axis of this name. Raises KeyError for one that is not there."""
    return {a.name: a for a in AXES}[name]


def _speaks(tokens: Sequence[Token], at: int) -> bool:
    """An accident is a crash as a rule, and 'pleaded guilty' a plea: neither speaks for an end."""
    before = [t.low for t in tokens[max(0, at - 3) : at]]
    if tokens[at].low == "purpose":
        return before[-1:] == ["on"]
    if tokens[at].low == "accident":
        return (len(before) > 1 and all(b in _COPULAS for b in before[-2:])) or before[-1:] == ["by"]
    return not (_PLEAS & set(before))
