"""Times as drops, feeds and pages write them."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

LONGEST = 64
"No way of writing a time is longer; anything that is gets no parser to chew on."


def parse_time(text: str) -> datetime:
    """ISO 8601, or the RFC 822 form that RSS uses, as an aware time in UTC; a time without a zone is UTC.

    Raises ValueError where it is neither, or lies outside the years a computer can count.
    """
    text = text.strip()
    if not text or len(text) > LONGEST:
        raise ValueError("not a time")
    try:
        when = datetime.fromisoformat(text)
    except ValueError:
        when = parsedate_to_datetime(text)
    if when.tzinfo is None:
        return when.replace(tzinfo=UTC)
    try:
        return when.astimezone(UTC)
    except OverflowError as error:
        raise ValueError("not a time") from error


def time_or_none(text: str | None) -> datetime | None:
    """As `parse_time`, for places where a wrong time is no reason to refuse the text."""
    try:
        return parse_time(text) if text else None
    except ValueError:
        return None
