"""The day a text says it was published, where its drop does not: in its address or on a line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from bot.read.lines import Line

OPENING_LINES = 10
"A date further down is part of the story, or of the next one on the page."

LONGEST_LINE = 120
"A line that says when and no more: 'Published: Thursday, May 2, 2013, 1:32 PM | Updated: 2:10 PM'."

EARLIEST = 1990
"No address is older; a year before it is one that the report is about."

AHEAD = timedelta(days=1)
"It is tomorrow already in Auckland; a later day is no day of publication."

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_NAMED = rf"(?P<month>{'|'.join(MONTHS)})[a-z]{{0,6}}"
_MONTH = _NAMED + r"\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"

IN_ADDRESS = re.compile(
    rf"/{_YEAR}[/-](?:(?P<digits>0?[1-9]|1[0-2])|{_NAMED})"
    r"[/-](?P<day>0?[1-9]|[12]\d|3[01])(?=[/_-]|$)",
    re.I,
)
"The path's /2031/05/04/, /2031/may/04/ or /2031-05-04; digits that run together may be an article's number."

WRITTEN = (
    re.compile(rf"\b{_MONTH} {_DAY} ?,? {_YEAR}\b", re.I),
    re.compile(rf"\b{_DAY} (?:of )?{_MONTH},? {_YEAR}\b", re.I),
    re.compile(rf"\b{_YEAR}-(?P<digits>\d\d)-{_DAY}(?!\d)", re.I),
)

_BESIDE = """
    first last originally posted published updated created modified filed release date dated on at by in local time
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun
    am pm a p m t z utc gmt bst est edt cst cdt mst mdt pst pdt et ct mt pt cet cest eet eest ist jst aest aedt
    """

BESIDE = frozenset(_BESIDE.split())
"What else stands on a line of dates: labels, weekdays, zones; figures are hours."

_APART = re.compile(r"[\s,.:;|/()+–—-]+|(?<=\d)(?=[A-Za-z])|(?<=[A-Za-z])(?=\d)")


def said_day(address: str | None, lines: Iterable[Line], now: datetime) -> datetime | None:
    """Midnight UTC of the day of publication, None where neither the address nor a line of the opening tells it."""
    found = _in_address(address, now)
    for line in [*lines][:OPENING_LINES]:
        if found:
            break
        found = _on_line(" ".join(line.text[: LONGEST_LINE + 1].split()), now)
    return found


def _in_address(address: str | None, now: datetime) -> datetime | None:
    try:
        path = urlsplit(address or "").path[:1000]
    except ValueError:
        return None
    found = IN_ADDRESS.search(path)
    return _day(found, now) if found else None


def _on_line(text: str, now: datetime) -> datetime | None:
    """The first day of a line that holds nothing but days and what goes with them."""
    if len(text) > LONGEST_LINE:
        return None
    days = [found for pattern in WRITTEN for found in pattern.finditer(text)]
    rest = text
    for found in days:
        rest = rest.replace(found[0], " ")
    if not days or not all(word in BESIDE or word.isdecimal() for word in _APART.split(rest.lower()) if word):
        return None
    return _day(min(days, key=lambda found: found.start()), now)


def _day(found: re.Match[str], now: datetime) -> datetime | None:
    said = found.groupdict()
    month = int(said["digits"]) if said.get("digits") else MONTHS.index(said["month"][:3].lower()) + 1
    try:
        day = datetime(int(said["year"]), month, int(said["day"]), tzinfo=UTC)
    except ValueError:  # the 31st of April
        return None
    return day if day.year >= EARLIEST and day <= now + AHEAD else None
