"""Whether a sentence tells of now: not of another year or event, and not of what only might be."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise

from bot.analyse.claiming.figures import Figure
from bot.analyse.claiming.terms import Token
from bot.analyse.lexicon import words

_BACK = words(
    "ago prior previous previously annually yearly decade decades since past history historically similar separate "
    "elsewhere earlier former until before anniversary aftershock aftershocks ever average per"
)
_OLD = words("previous previously ago anniversary history decades reminder repeatedly")
_SUPPOSED = words(
    "could would might may if can feared fear fears threatened threat potential potentially possibly capable "
    "expected will unless should hypothetical"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def looks_back(tokens: Sequence[Token], text: str, year: int | None) -> bool:
    """Whether a sentence speaks of another time or event than its report's own."""
    lows = {t.low for t in tokens}
    if (
        any(t.low in _BACK and not _is_of_the_day(tokens, at) for at, t in enumerate(tokens))
        or {"last", "year"} <= lows
        or {"last", "month"} <= lows
        or {"this", "year"} <= lows
    ):
        return True
    return any(year is None or int(m.group()) != year for m in _YEAR.finditer(text))


def _is_of_the_day(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word of looking back only sets two things of the same news apart: hours before the truce, a figure
    revised from a previous one."""
    if tokens[at].low == "before":
        return at > 0 and tokens[at - 1].low in _SHORT_WHILE
    return tokens[at].low in ("previous", "earlier") and any(t.low in _COUNTS for t in tokens[at + 1 : at + 3])


_SHORT_WHILE = words("hours minutes moments seconds shortly just")
_COUNTS = words("figure figures toll count estimate estimates report reports number tally")


def is_of_old(tokens: Sequence[Token], text: str, published: datetime | None) -> bool:
    """Whether a sentence plainly tells of another year or an earlier time, whatever it tells."""
    lows = [t.low for t in tokens]
    if _OLD & set(lows) or ("last", "time") in pairwise(lows):
        return True
    years = {int(m.group()) for m in _YEAR.finditer(text)}
    return bool(years) and (published is None or published.year not in years)


def is_supposed(tokens: Sequence[Token], figure: Figure) -> bool:
    """Whether the words around a figure only suppose: could kill 12, if 12 died."""
    return any(t.low in _SUPPOSED for t in tokens[max(0, figure.lead - 6) : figure.last + 4])
