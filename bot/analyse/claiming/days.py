"""The days a sentence names, resolved against the day its report was published.

News names days looking back: `on Saturday` in a report of a Tuesday is the Saturday before it. Days are dates
as ISO strings; a stretch (`over the weekend`) is more than one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_DAY = re.compile(
    r"\b(?:(?P<weekend>(?:over|at|during|this|last|past) (?:the |this )?(?:past |last )?weekend)"
    r"|(?P<aim>next |last )?(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b(?!'s|’s)"
    r"|(?P<month>Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec|January|February|August|September|October"
    r"|November|December)\b\.? (?P<number>\d{1,2})\b(?!:)(?:,? (?P<year>(?:19|20)\d\d))?"
    r"|(?P<number2>\d{1,2}) (?P<month2>January|February|March|April|May|June|July|August|September|October|November"
    r"|December)(?: (?P<year2>(?:19|20)\d\d))?"
    r"|(?P<relative>yesterday))\b"
)


@dataclass(frozen=True, slots=True)
class DayMention:
    """Where a text names days, and which. `stretch`: some time inside these days, not on each."""

    start: int
    end: int
    days: tuple[date, ...]
    stretch: bool = False


def day_mentions(text: str, start: int, end: int, published: datetime | None) -> list[DayMention]:
    """The days named in text[start:end], in order; none where the report has no date of its own."""
    if published is None:
        return []
    return list(_mentions(text, start, end, published.date()))


def _mentions(text: str, start: int, end: int, today: date) -> Iterator[DayMention]:
    for match in _DAY.finditer(text, start, end):
        if match["weekend"]:
            yield DayMention(match.start(), match.end(), _weekend(today), stretch=True)
        elif match["weekday"]:
            if (match["aim"] or "").strip() != "next":
                yield DayMention(match.start(), match.end(), (_weekday(match["weekday"], today),))
        elif match["relative"]:
            yield DayMention(match.start(), match.end(), (today - timedelta(days=1),))
        elif day := _calendar_day(match, today):
            yield DayMention(match.start(), match.end(), (day,))


def _weekday(name: str, today: date) -> date:
    """The last day of this name, today included."""
    return today - timedelta(days=(today.weekday() - _WEEKDAYS.index(name.lower())) % 7)


def _weekend(today: date) -> tuple[date, ...]:
    """The Saturday and Sunday last begun."""
    saturday = _weekday("saturday", today)
    return (saturday, saturday + timedelta(days=1))


def _calendar_day(match: re.Match[str], today: date) -> date | None:
    """The day of a month named; without a year, the one nearest to today. None where there is no such day."""
    month = _MONTHS.index((match["month"] or match["month2"])[:3].lower()) + 1
    number, year = int(match["number"] or match["number2"]), match["year"] or match["year2"]
    years = [int(year)] if year else [today.year - 1, today.year, today.year + 1]
    days = [day for y in years if (day := _date(y, month, number))]
    return min(days, key=lambda day: abs(day - today)) if days else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:  # 31 June: a misprint, and no day to compare
        return None
