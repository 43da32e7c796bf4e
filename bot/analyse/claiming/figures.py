"""Numbers in a sentence: their range, how sure the sentence is of them, and where they stand.

"at least 12" is [12, inf), "about 50" [42.5, 57.5], "10 to 15" [10, 15], "dozens" [24, 99].
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from bot.analyse.claiming.terms import Token
from bot.analyse.lexicon import words

Qualifier = Literal["exact", "at least", "about", "up to", "range", "vague"]

ABOUT = 0.15
"How far from 'about N' a figure may lie and still agree: 'about 50' was written for 45 and for 57, not for 70."

_SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_ONES = {word: float(number) for number, word in enumerate(_SMALL)}
_ROUND = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_TENS = {word: number * 10.0 for number, word in enumerate(_ROUND, 2)}
_SCALES: dict[str, float] = {
    "hundred": 100,
    "thousand": 1000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "bn": 1_000_000_000,
}
_VAGUE = {"dozens": (24.0, 99.0), "scores": (40.0, 99.0), "hundreds": (200.0, 999.0), "thousands": (2000.0, 9999.0)}
_NONE = words("deaths fatalities injuries casualties one")
"What 'no' counts as a figure: no deaths, no one was killed."
_AT_LEAST = words("least over exceeding upwards above")
_ABOUT = words("about around approximately some roughly estimated circa nearly almost")
_UP_TO = words("most under below")
_PHRASED = {
    ("more", "than"): "at least",
    ("no", "fewer", "than"): "at least",
    ("no", "less", "than"): "at least",
    ("excess", "of"): "at least",
    ("upwards", "of"): "at least",
    ("close", "to"): "about",
    ("up", "to"): "up to",
    ("many", "as"): "up to",
    ("fewer", "than"): "up to",
    ("less", "than"): "up to",
    ("no", "more", "than"): "up to",
}
_MONTHS = words(
    "january february march april may june july august september october november december jan feb aug sept oct nov dec"
)
_JOINTS = ("-", "–", "—", " to ", " and ", " or ")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a sentence's tokens: `tokens[first:last]` are its words, qualifier included from `lead`."""

    low: float
    high: float
    qualifier: Qualifier
    lead: int
    first: int
    last: int
    money: str | None = None


def figures(text: str, tokens: Sequence[Token]) -> list[Figure]:
    """The numbers among a sentence's tokens, in order."""
    found: list[Figure] = []
    scores: set[int] = set()
    at = 0
    while at < len(tokens):
        figure = _figure(text, tokens, at)
        if figure is None:
            at += 1
            continue
        joined = _joined(text, tokens, found[-1], figure) if found else None
        if joined:
            found[-1] = joined
        elif found and _is_score(text, tokens, found[-1], figure):
            scores |= {found[-1].first, figure.first}
            found.append(figure)
        else:
            found.append(figure)
        at = figure.last
    return [figure for figure in found if figure.first not in scores]


def _is_score(text: str, tokens: Sequence[Token], one: Figure, two: Figure) -> bool:
    """Whether two figures are a result, the winner's first: a 27-24 win counts nobody."""
    between = text[tokens[one.last - 1].end : tokens[two.first].start].strip()
    return between in ("-", "–") and one.low >= two.low and one.qualifier == two.qualifier == "exact"


def _figure(text: str, tokens: Sequence[Token], at: int) -> Figure | None:
    if tokens[at].low == "no" and at + 1 < len(tokens) and tokens[at + 1].low in _NONE:
        return Figure(0.0, 0.0, "exact", at, at, at + 1)
    if tokens[at].low in _VAGUE:
        low, high = _VAGUE[tokens[at].low]
        return Figure(low, high, "vague", at, at, at + 1)
    value, last, dozen = _value(tokens, at)
    if value is None:
        return None
    if _is_clock_or_date(text, tokens, at, last):
        return None
    lead, qualifier = _qualified(tokens, at)
    if dozen and qualifier == "exact":
        qualifier = "about"
    before = text[max(0, tokens[at].start - 2) : tokens[at].start].strip()[-1:]
    money = before if before and before in "$£€" else None
    if money and last < len(tokens) and tokens[last].low in ("m", "b"):
        value, last = value * (1e6 if tokens[last].low == "m" else 1e9), last + 1
    low, high = _bounds(value, qualifier)
    return Figure(low, high, qualifier, lead, at, last, money)


def _is_clock_or_date(text: str, tokens: Sequence[Token], at: int, last: int) -> bool:
    """6:41 and 9 March count nothing."""
    start, end = tokens[at].start, tokens[last - 1].end
    if text[max(0, start - 1) : start] == ":" or text[end : end + 1] == ":":
        return True
    beside = [*tokens[max(0, at - 1) : at], *tokens[last : last + 1]]
    return any(t.low in _MONTHS and t.text[0].isupper() for t in beside)


def _value(tokens: Sequence[Token], at: int) -> tuple[float | None, int, bool]:
    """The number whose words begin here, the index after it, and whether it was counted in dozens."""
    total, part, i = 0.0, None, at
    while i < len(tokens):
        low = tokens[i].low
        if low[0].isdecimal():
            number = _digits(low)
            if part is not None or number is None:
                break
            part = number
        elif low in _ONES or low in _TENS:
            small = _ONES[low] if low in _ONES else _TENS[low]
            if part is not None and not _extends(part, small):
                break
            part = (part or 0) + small
        elif low in _SCALES and part is not None:
            part *= _SCALES[low]
            if _SCALES[low] >= 1000:
                total, part = total + part, 0.0
        elif low == "dozen":
            return (part or 1) * 12, i + 1, True
        elif low == "and" and part and part % 100 == 0 and i + 1 < len(tokens) and tokens[i + 1].low in _ONES:
            pass  # two hundred and five
        else:
            break
        i += 1
    return (None, at, False) if part is None else (total + part, i, False)


def _extends(part: float, small: float) -> bool:
    """Whether a small number word continues the one before: twenty-one, a hundred and five; not 'three four'."""
    return part == 0 or (part % 100 == 0 and small < 100) or (part % 100 >= 20 and part % 10 == 0 and small < 10)


def _digits(low: str) -> float | None:
    """The value of digits as written: 1,200 or 1.2 or 12. None for what is no plain number (10.15.2, a huge string)."""
    plain = low.replace(",", "")
    if plain.count(".") > 1 or len(plain) > 15:
        return None
    return float(plain)


def _qualified(tokens: Sequence[Token], at: int) -> tuple[int, Qualifier]:
    before = tuple(t.low for t in tokens[max(0, at - 3) : at])
    for size in (3, 2):
        kind = _PHRASED.get(before[-size:]) if len(before) >= size else None
        if kind:
            return at - size, kind  # type: ignore[return-value]
    last = before[-1] if before else ""
    if last in _AT_LEAST:
        return at - (2 if before[-2:] == ("at", "least") else 1), "at least"
    if last in _ABOUT:
        return at - 1, "about"
    if last in _UP_TO:
        return at - 1, "up to"
    return at, "exact"


def _bounds(value: float, qualifier: Qualifier) -> tuple[float, float]:
    if qualifier == "at least":
        return value, math.inf
    if qualifier == "up to":
        return 0.0, value
    if qualifier == "about":
        return value * (1 - ABOUT), value * (1 + ABOUT)
    return value, value


def _joined(text: str, tokens: Sequence[Token], one: Figure, two: Figure) -> Figure | None:
    """Two figures that are the ends of one range: 10-15, four to 11, between 10 and 15."""
    if one.money != two.money or not 0 < one.high < two.low or two.qualifier != "exact" or one.qualifier == "vague":
        return None
    between = text[tokens[one.last - 1].end : tokens[two.first].start]
    if between not in _JOINTS or (between == " and " and not _says_between(tokens, one.first)):
        return None
    return Figure(one.low, two.high, "range", one.lead, one.first, two.last, one.money)


def _says_between(tokens: Sequence[Token], at: int) -> bool:
    return at > 0 and tokens[at - 1].low == "between"
