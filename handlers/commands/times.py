"""Times as people write them after `since` and in settings."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import available_timezones

from rapidfuzz import fuzz, process

from bot.errors import UserError

_AGO = re.compile(r"(\d{1,4})\s?(m|min|minutes?|h|hours?|d|days?|w|weeks?)", re.IGNORECASE)
_UNITS = {"m": timedelta(minutes=1), "h": timedelta(hours=1), "d": timedelta(days=1), "w": timedelta(weeks=1)}
_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})")

# Below this likeness (rapidfuzz, 0 to 100) a suggested zone has nothing to do with what was typed.
NEAR_ZONE = 60


def since_when(value: str, now: datetime) -> datetime:
    """The time that `24h`, `7d`, `2w`, `today`, `yesterday`, `2026-10-01` or an ISO date and time mean, in UTC.
    Raises UserError for anything else."""
    text = value.strip().lower()
    ago = _AGO.fullmatch(text)
    if ago:
        return now - int(ago[1]) * _UNITS[ago[2][0]]
    if text in ("today", "yesterday"):
        return _midnight(now.date() - timedelta(days=text == "yesterday"))
    try:
        when = datetime.fromisoformat(value.strip())
        return when.astimezone(UTC) if when.tzinfo else when.replace(tzinfo=UTC)
    except (ValueError, OverflowError) as error:  # the second: an offset that leads out of the calendar
        raise UserError(
            f"“{value[:40]}” is no time I know. Write `since 24h`, `since 7d`, `since yesterday` or `since 2026-10-01`."
        ) from error


def since_of(options: dict[str, str], now: datetime) -> datetime | None:
    """What a command's `since` means; None where it has none."""
    return since_when(options["since"], now) if "since" in options else None


def clock_time(value: str) -> str:
    """`8:30` as `08:30`. Raises UserError where it is no time of day."""
    found = _CLOCK.fullmatch(value)
    if found and int(found[1]) < 24 and int(found[2]) < 60:
        return f"{int(found[1]):02}:{found[2]}"
    raise UserError(f"“{value[:40]}” is no time of day. Write it as `08:30`, from 00:00 to 23:59.")


def zone_name(value: str) -> str:
    """A time zone's own spelling. Raises UserError, with a near one, where there is none of this name."""
    zones = {zone.lower(): zone for zone in available_timezones()}
    if value.lower() in zones:
        return zones[value.lower()]
    near = _near_zone(value.lower(), zones)
    hint = f" Did you mean `{near}`?" if near else " Names look like `Europe/London` or `America/New_York`."
    raise UserError(f"There is no time zone “{value[:60]}”.{hint}")


def _near_zone(value: str, zones: dict[str, str]) -> str | None:
    """The likest zone; people know its city, so that alone is compared too."""
    cities = {zone.rpartition("/")[2]: zone for zone in sorted(zones)}
    city = value.rpartition("/")[2]
    for wanted, names in ((city, cities), (value, {zone: zone for zone in zones})):
        found = process.extractOne(wanted, names.keys(), scorer=fuzz.ratio, score_cutoff=NEAR_ZONE)
        if found:
            return zones[names[found[0]]]
    return None


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
