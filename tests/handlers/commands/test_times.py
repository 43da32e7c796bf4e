"""Times as people type them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import UserError
from handlers.commands.times import clock_time, since_when, zone_name
from tests.factories import NOON


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("24h", NOON - timedelta(days=1)),
        ("7d", NOON - timedelta(days=7)),
        ("2 weeks", NOON - timedelta(days=14)),
        ("30m", NOON - timedelta(minutes=30)),
        ("TODAY", datetime(2026, 10, 6, tzinfo=UTC)),
        ("yesterday", datetime(2026, 10, 5, tzinfo=UTC)),
        ("2026-10-01", datetime(2026, 10, 1, tzinfo=UTC)),
        ("2026-10-01T08:30:00+02:00", datetime(2026, 10, 1, 6, 30, tzinfo=UTC)),
    ],
)
def test_since(text: str, when: datetime) -> None:
    assert since_when(text, NOON) == when


@pytest.mark.parametrize(
    "text", ["soon", "", "7", "2026-13-01", "99999999d", "9999-12-31T23:59:59-23:00", "0001-01-01T00:00:00+23:00"]
)
def test_no_time_at_all(text: str) -> None:
    with pytest.raises(UserError, match="since 24h"):
        since_when(text, NOON)


@given(st.text(max_size=40))
def test_since_answers_with_a_time_or_in_words(text: str) -> None:
    try:
        assert since_when(text, NOON).tzinfo is UTC
    except UserError as refusal:
        assert "no time I know" in str(refusal)


@pytest.mark.parametrize(
    ("text", "clock"), [("8:30", "08:30"), ("08.30", "08:30"), ("23:59", "23:59"), ("0:00", "00:00")]
)
def test_a_time_of_day(text: str, clock: str) -> None:
    assert clock_time(text) == clock


@pytest.mark.parametrize("text", ["24:00", "8:60", "830", "８:３０x", "noon"])
def test_no_time_of_day(text: str) -> None:
    with pytest.raises(UserError, match="no time of day"):
        clock_time(text)


@pytest.mark.parametrize(
    ("text", "zone"), [("Europe/London", "Europe/London"), ("europe/london", "Europe/London"), ("utc", "UTC")]
)
def test_a_time_zone(text: str, zone: str) -> None:
    assert zone_name(text) == zone


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("Europe/Londn", "Europe/London"),
        ("London", "Europe/London"),
        ("Atlantis/London", "Europe/London"),
        ("new_york", "America/New_York"),
        ("../../etc/passwd", "Names look like"),
    ],
)
def test_a_time_zone_that_does_not_exist_brings_a_near_one(text: str, near: str) -> None:
    with pytest.raises(UserError, match="There is no time zone") as refusal:
        zone_name(text)
    assert near in str(refusal.value)
