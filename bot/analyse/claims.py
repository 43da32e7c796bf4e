"""A report's checkable statements: figures, days, what happened, what is denied, and opposed words.

By rules alone, a sentence at a time, in time linear in the text. What a claim is compared with is decided in
`conflicts`; here nothing is judged.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from datetime import datetime

from bot.analyse.claiming.days import DayMention, day_mentions
from bot.analyse.claiming.figures import Figure, figures
from bot.analyse.claiming.places import places
from bot.analyse.claiming.quantities import CASUALTIES, Quantity, quantity
from bot.analyse.claiming.reading import Reading
from bot.analyse.claiming.scopes import clause_end, is_break
from bot.analyse.claiming.sources import REPORT_VERBS
from bot.analyse.claiming.stances import open_denials, stances
from bot.analyse.claiming.tense import is_supposed, looks_back
from bot.analyse.claiming.terms import CONCEPTS, Token
from bot.analyse.lexicon import words
from bot.analyse.sentences import sentences
from bot.shapes import Claim, Quote

LONGEST_SENTENCE = 1500
"Characters. Longer 'sentences' are lists, tables or hostile input, and make no statement."

MOST_CLAIMS = 400
"Of one report. A report of 2,000 words has about 120; the rest would be noise, and is compared with all others."

_BLANKED = " " * 8
"""A gap in a sentence where furniture was blanked out: what stands around it is no sentence of the body's."""

_OTHERWISE = words(
    "meet meeting meets met talks agreed visit visiting conference statement interview scheduled set will due "
    "expected plans planned planning resume speech address hearing summit vote since until by before after speaking "
    "speech"
)
"Words that take a day for themselves: the report's other happenings, and those still to come."

_PRONOUNS = words("it them this these both")
"They stand for the sentence's one happening: 'we have seen two of them over the weekend'."


def claims(prose: str, published: datetime | None, quotes: Sequence[Quote] = ()) -> tuple[Claim, ...]:
    """The claims of a report's prose in order; offsets are those of `prose`. `quotes` say who speaks where."""
    found: list[Claim] = []
    before: Reading | None = None
    for number, span in enumerate(sentences(prose)):
        if span[1] - span[0] > LONGEST_SENTENCE or _BLANKED in prose[slice(*span)]:
            continue
        reading = Reading(prose, span, number, published, [q for q in quotes if _touches(q, span)])
        if not reading.tokens:
            continue
        found += [
            *_numbers(reading),
            *_dates(reading),
            *_places(reading),
            *stances(reading),
            *open_denials(reading, before),
        ]
        before = reading
        if len(found) >= MOST_CLAIMS:
            break
    return tuple(found[:MOST_CLAIMS])


def _touches(quote: Quote, span: tuple[int, int]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in quote.content)


def _numbers(reading: Reading) -> Iterator[Claim]:
    found = figures(reading.prose, reading.tokens)
    if not found or looks_back(reading.tokens, reading.prose[slice(*reading.span)], _year(reading)):
        return
    for figure in found:
        counted = quantity(reading.prose, reading.tokens, figure, found)
        if counted and not is_supposed(reading.tokens, figure) and not _is_listed(reading, figure, found):
            yield _number(reading, figure, counted)


def _is_listed(reading: Reading, figure: Figure, found: Sequence[Figure]) -> bool:
    """Whether a figure is one of a list that gives no sum: one islander and one sailor died."""
    for other in found:
        first, last = sorted((figure, other), key=lambda f: f.first)
        between = [t.low for t in reading.tokens[first.last : last.lead]]
        if 1 < len(between) <= _LISTED and between[-1] == "and" and not set(between) & _FATES:
            return True
    return False


_LISTED = 4
"Words from one figure of a list to the next, 'and' included."
_FATES = frozenset(word for listed in CASUALTIES.values() for word in listed) | words("people were was")


def _year(reading: Reading) -> int | None:
    return reading.published.year if reading.published else None


def _number(reading: Reading, figure: Figure, counted: Quantity) -> Claim:
    spot = reading.spot(figure.lead, figure.last)
    shown = reading.prose[slice(*spot)]
    days = day_mentions(reading.prose, *reading.span, reading.published)
    return reading.claim(
        spot,
        kind="number",
        about=counted.about,
        says=f"{shown} {_counted(counted)}".strip(),
        low=figure.low * counted.factor,
        high=None if math.isinf(figure.high) else figure.high * counted.factor,
        unit=counted.unit,
        qualifier=figure.qualifier,
        scope=counted.scope,
        days=tuple(sorted({d.isoformat() for m in days for d in m.days})),
        source=reading.source(spot),
        words=tuple(sorted(reading.terms)),
    )


def _counted(counted: Quantity) -> str:
    """What a figure counts, behind it: '12 killed', '12 children killed', '26 missiles'."""
    if counted.unit == "people":
        return f"{counted.scope} {counted.about}" if counted.scope else counted.about
    return "" if counted.unit in ("magnitude", "length", "weight", "children") else counted.unit


def _dates(reading: Reading) -> Iterator[Claim]:
    mentions = day_mentions(reading.prose, *reading.span, reading.published)
    for group in _together(reading.prose, mentions):
        happening = _dated(reading, group[0])
        if happening is None:
            continue
        spot = (group[0].start, group[-1].end)
        days = tuple(sorted({d.isoformat() for m in group for d in m.days}))
        yield reading.claim(
            spot,
            kind="date",
            about=happening,
            says=reading.prose[slice(*spot)],
            days=days,
            stretch=any(m.stretch for m in group),
            source=reading.source(spot),
            words=tuple(sorted(reading.terms)),
        )


def _places(reading: Reading) -> Iterator[Claim]:
    for place in places(reading.prose, reading.tokens):
        spot = reading.spot(place.verb, place.last)
        yield reading.claim(
            spot,
            kind="place",
            about=reading.tokens[place.verb].term,
            says=reading.prose[slice(*spot)],
            value=reading.tokens[place.first].term,
            scope=" ".join(sorted(place.subject)),
            source=reading.source(spot),
            words=tuple(sorted(reading.terms)),
        )


def _together(prose: str, mentions: list[DayMention]) -> list[list[DayMention]]:
    """Days joined by 'and' are one statement: on Saturday and Monday."""
    groups: list[list[DayMention]] = []
    for mention in mentions:
        if groups and prose[groups[-1][-1].end : mention.start].strip(" ,") in ("and", "and on", "on", ""):
            groups[-1].append(mention)
        else:
            groups.append([mention])
    return groups


def _dated(reading: Reading, mention: DayMention) -> str | None:
    """What is said to have happened on the day: the happening nearest before it, else after it in its clause.

    None where the day is when something was said, or is still to come.
    """
    before = [t for t in reading.tokens if t.end <= mention.start][-6:]
    if before[-2:-1] and before[-1].low == "on" and _is_done(before[-2]):
        return before[-2].term
    after = _rest_of_clause(reading, mention)[:6]
    if _is_named_after(reading, mention, after):
        return None
    if any(_takes_day(t) for t in [*before[-3:], *after[:1]]):
        return None
    for token in [*reversed(before), *after]:
        if token.low in REPORT_VERBS or token.low in _OTHERWISE:
            return None
        if token.term in CONCEPTS:
            return token.term
    only = {t.term for t in reading.tokens if t.term in CONCEPTS}
    return only.pop() if len(only) == 1 and any(t.low in _PRONOUNS for t in before) else None


def _is_named_after(reading: Reading, mention: DayMention, after: Sequence[Token]) -> bool:
    """Whether a happening long past bears the day as its name: the September 11 attacks."""
    if reading.published is None or not after or after[0].term not in CONCEPTS:
        return False
    return all(abs((reading.published.date() - day).days) > _LONG_PAST for day in mention.days)


_LONG_PAST = 14
"Days. Of a happening that old a report writes 'the attack on 2 March' where the date is news."


def _rest_of_clause(reading: Reading, mention: DayMention) -> list[Token]:
    first = next((i for i, t in enumerate(reading.tokens) if t.start >= mention.end), len(reading.tokens))
    if first in (0, len(reading.tokens)) or is_break(reading.prose, reading.tokens, first - 1):
        return []
    return reading.tokens[first : clause_end(reading.prose, reading.tokens, first)]


def _is_done(token: Token) -> bool:
    """Whether a word is a past participle that a date follows: inspected on 3 May. A report verb tells of saying."""
    return token.low.endswith("ed") and token.low not in REPORT_VERBS and token.low not in _OTHERWISE


def _takes_day(token: Token) -> bool:
    """Whether a word beside a day takes it for itself: a report verb, a meeting, another verb than the happening's."""
    if token.term in CONCEPTS:
        return False
    return token.low in REPORT_VERBS or token.low in _OTHERWISE or token.low.endswith("ed")
