"""How a match is told: words for articles and shares, as they stand in a reason."""

from __future__ import annotations

from datetime import datetime

from bot.shapes import Known


def called(known: Known, when: datetime | None) -> str:
    """ "The Harbour Post's report of 06:40 UTC"; the day is named where it is not that of `when`."""
    report = _report(known)
    if not known.published:
        return report
    same_day = when is not None and when.date() == known.published.date()
    moment = f"{known.published:%H:%M}" if same_day else f"{known.published.day} {known.published:%b %Y, %H:%M}"
    return f"{report} of {moment} UTC"


def percent(share: float) -> str:
    """Rounded down, so that 100 % means all of it."""
    return f"{int(share * 100)} %"


def shared_words(share: float) -> str:
    return f"{percent(share)} of its words stand there too" if share else "none of the old words"


def _report(known: Known) -> str:
    if known.outlet:
        return f"{known.outlet}'s report"
    return f"the report “{known.title}”" if known.title else "an earlier report"
