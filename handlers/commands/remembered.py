"""Finds who said words that somebody half remembers, and says where they are given to different people."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from math import log

from bot.analyse.names import same_person
from bot.analyse.uttering.remembering import NEARLY, remembered
from bot.analyse.uttering.words import COMMON, heard, root
from bot.desk import Desk
from bot.errors import UserError
from bot.shapes import QuoteReport
from handlers.answers import Given
from handlers.commands.asker import Asker
from handlers.commands.utterances import quotation

MOST_REPORTS = 500

# Further behind the likeliest than this, a quotation is another one that shares some words.
NEAR_THE_BEST = 0.2

# From here on the words are there but for a slip; below, the asker is told that they are not.
SURELY = 0.85

# From here on they stand together: only then are they the words that are given to somebody.
AS_A_PHRASE = 0.93

# Fewer words than these are anybody's: that two people say them is no news.
TELLING_PHRASE = 3

_WORD = re.compile(r"\w+")

Scored = list[tuple[float, QuoteReport]]


def find_words(wanted: str, since: datetime | None, desk: Desk, asker: Asker) -> Scored:
    """Quotes that hold some of the words, the likeliest first, each with how surely it holds them all."""
    words = [word for word in _WORD.findall(wanted.lower()) if len(word) > 2]
    if not words:
        raise UserError("Those words are too short to find anything by. Give three or more that stand together.")
    telling = [word for word in words if word not in COMMON] or words
    found = desk.store.quote_reports(asker.workspace, words=telling, since=since, limit=MOST_REPORTS)
    weight = _weights(found)
    scored = [(remembered(wanted, quotation(report), weight), report) for report in found]
    return sorted(scored, key=lambda pair: -pair[0])


def _weights(found: Sequence[QuoteReport]) -> Callable[[str], float]:
    """A word that stands in most of what was found tells little."""
    counted = Counter(word for report in found for word in {root(word) for word in heard(quotation(report))})
    whole = log(1 + len(found)) or 1.0
    return lambda word: max(0.1, log(1 + len(found) / max(1, counted[word])) / whole)


def likely(scored: Scored) -> list[QuoteReport]:
    """Those that may be what is remembered, the likeliest first."""
    best = max((score for score, _ in scored), default=0.0)
    least = max(NEARLY, best - NEAR_THE_BEST)
    return [report for score, report in scored if score >= least]


def given(scored: Scored, persons: Collection[str]) -> tuple[Given, ...]:
    """To whom of these persons the words are given, and by which outlets; whom most name comes first, then who was
    named first. A body, or somebody without a name, may be the same person in other words."""
    people: dict[str, list[str]] = {}
    for report in sorted((report for score, report in scored if score >= AS_A_PHRASE), key=_came):
        if report.name and report.person in persons:
            name = next((known for known in people if _is_one(known, report.name)), report.name)
            people.setdefault(name, []).append(report.outlet or "an unnamed outlet")
    found = [Given(name=name, outlets=tuple(dict.fromkeys(outlets))) for name, outlets in people.items()]
    return tuple(sorted(found, key=lambda one: -len(one.outlets)))


def _came(report: QuoteReport) -> tuple[bool, str]:
    return report.published is None, report.published.isoformat() if report.published else ""


def _is_one(known: str, name: str) -> bool:
    return known == name or same_person(known, name) > 0.4


def differently_given(wanted: str, people: Sequence[Given]) -> str:
    """`“…” is given to A by three outlets and to B by Coast Radio.`; nothing where it is given to one."""
    if len(people) < 2 or len(heard(wanted)) < TELLING_PHRASE:
        return ""
    told = [f"to {one.name} by {_outlets(one)}" for one in people]
    return f"“{wanted}” is given {', '.join(told[:-1])} and {told[-1]}."


def _outlets(one: Given) -> str:
    return one.outlets[0] if len(one.outlets) == 1 else f"{len(one.outlets)} outlets"


def nobody_said(wanted: str, scored: Scored, is_name: bool) -> str:
    """Why nothing is shown, and what is nearest."""
    if is_name:
        return f"Nobody is quoted with the words “{wanted}”. As a name it would be:"
    if scored:
        nearest = scored[0][1]
        return f"Nobody is quoted with the words “{wanted}”. The nearest: {nearest.text} ({nearest.name or 'unknown'})."
    return f"No quote holds any of the words “{wanted}”. For a name, leave the quotation marks out."


def only_nearly(wanted: str, scored: Scored) -> str:
    """What to know where the words themselves are in no quote."""
    if scored[0][0] >= SURELY:
        return ""
    return f"Nobody is quoted with exactly “{wanted}”. This is the nearest."
