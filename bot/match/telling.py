"""How a match is told: words for articles and shares, as they stand in a reason."""

from __future__ import annotations

from datetime import datetime

from bot.shapes import Known


def called(known: Known, when: datetime | None) -> str:
    """ "The Harbour Post's report of 06:40 UTC"; the day is named where it is not that of `when`."""
    report = _report(known)
    if known.published:
        return f"{report} of {_time(known.published, when)}"
    return f"{report} that came at {_time(known.seen, when)}" if known.seen and when else report


def moment(known: Known, now: Known, when: datetime | None) -> str:
    """Which of an article's texts it is: by its own time or, where the text `now` shown has the same, its arrival."""
    if known.published and known.published != now.published:
        return _time(known.published, when)
    return f"version {known.number}"


def percent(share: float) -> str:
    """Rounded down, so that 100 % means all of it."""
    return f"{int(share * 100)} %"


def shared_words(share: float) -> str:
    return f"{percent(share)} of its words stand there too" if share else "none of the old words"


def _time(moment: datetime, when: datetime | None) -> str:
    same_day = when is not None and when.date() == moment.date()
    return f"{moment:%H:%M} UTC" if same_day else f"{moment.day} {moment:%b %Y, %H:%M} UTC"


def _report(known: Known) -> str:
    if known.outlet:
        return f"{known.outlet}'s report"
    return f"the report “{known.title}”" if known.title else "an earlier report"
