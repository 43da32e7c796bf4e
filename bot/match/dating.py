"""Which of two texts of one article is the later, as far as they say so."""

from __future__ import annotations

from datetime import datetime, time

from bot.shapes import Known, Report


def dated(report: Report) -> datetime | None:
    """The time of the text it carries: when it was changed or, where it does not say, published."""
    times = [when for when in (report.modified, report.published) if when]
    return max(times, default=None)


def stood(known: Known) -> datetime | None:
    """The time of a kept text: its own or that of its arrival, for none comes before it is written."""
    times = [when for when in (known.published, known.seen) if when]
    return min(times, default=None)


def is_later(report: Report, known: Known) -> bool | None:
    """Whether a report carries a later text than the kept one, by their dates; None where they do not tell."""
    ours, theirs = dated(report), stood(known)
    if ours is None or theirs is None or ours == theirs:
        return None
    if ours.date() == theirs.date() and time() in (ours.time(), theirs.time()):
        return None  # one of them knows its day only
    return ours > theirs


def version_time(report: Report, before: Known) -> datetime | None:
    """When a later version is dated. A page goes on naming its first publication, and time does not go back."""
    ours = dated(report)
    return max(ours, before.published or ours) if ours else None


def is_surely_earlier(report: Report, known: Known) -> bool:
    """Whether a report carries an older text than the kept one by dates that both give, and that can be true."""
    if known.published is None or (known.seen and known.published > known.seen):
        return False
    return is_later(report, known) is False and _dates_its_text(report, known)


def _dates_its_text(report: Report, known: Known) -> bool:
    """The date of the first publication is kept through all versions, and says nothing of any."""
    return report.modified is not None or report.published != known.first
