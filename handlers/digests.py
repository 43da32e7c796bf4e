"""The digest of each channel, on its own schedule and in its own time zone: never twice, never missed.

`digested` of a channel says up to when it has been told. It moves in the same transaction that puts the digest into
the outbox, so a stop between the two is impossible; after a long stop all that was missed is told as one.
"""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import structlog

from bot.ports import Store
from bot.shapes import Channel, Digest, Notice
from bot.tell.digest import digest

log = structlog.get_logger()


def tell_digests(store: Store, now: datetime) -> int:
    """Asks for every digest that is due; how many."""
    return sum(_tell_digest(store, channel.workspace, channel.id, now) for channel in store.channels())


def _tell_digest(store: Store, workspace: str, channel_id: str, now: datetime) -> bool:
    with store.transaction(workspace):
        channel = store.channel(workspace, channel_id)
        if channel is None or channel.digest_at is None:
            return False
        if channel.digested is None:  # new: its first digest tells what comes from now on
            store.save_channel(channel.model_copy(update={"digested": now}))
            return False
        due = due_digest(channel, now)
        if due is None:
            return False
        store.save_channel(channel.model_copy(update={"digested": due}))
        if not gather(store, workspace, channel.digested, due).entries:
            return False  # a digest that says nothing is noise
        store.want(digest_notice(channel, channel.digested, due), now)
        return True


def due_digest(channel: Channel, now: datetime) -> datetime | None:
    """The channel's latest digest time up to now, in UTC, where it has not been told up to then."""
    if channel.digest_at is None or channel.digested is None:
        return None
    zone = _zone(channel)
    hour, minute = map(int, channel.digest_at.split(":"))
    today = now.astimezone(zone).date()
    for back in range(8):  # eight days: today's time may be still to come where there is one digest a week
        day = today - timedelta(days=back)
        at = datetime.combine(day, time(hour, minute), zone).astimezone(now.tzinfo)
        if day.weekday() in channel.days and at <= now:
            return at if at > channel.digested else None
    return None


def _zone(channel: Channel) -> tzinfo:
    """The settings take known zones only; one that this machine's table lacks must not stop other channels."""
    try:
        return ZoneInfo(channel.timezone)
    except (ZoneInfoNotFoundError, ValueError):
        log.warning("unknown time zone, UTC is used", channel=channel.id, timezone=channel.timezone)
        return UTC


def digest_notice(channel: Channel, since: datetime, until: datetime) -> Notice:
    """Its key holds the scheduled time: a second post for the same time is impossible."""
    return Notice(
        key=f"digest:{channel.id}:{until.isoformat()}",
        workspace=channel.workspace,
        channel=channel.id,
        kind="digest",
        subject=f"{since.isoformat()}/{until.isoformat()}",
        why=f"the digest of {channel.digest_at} {channel.timezone}",
    )


def digest_of(store: Store, notice: Notice) -> Digest:
    """The digest that a notice asks for, from what is kept now."""
    since, until = map(datetime.fromisoformat, notice.subject.split("/"))
    return gather(store, notice.workspace, since, until)


def gather(store: Store, workspace: str, since: datetime, until: datetime) -> Digest:
    """What came in a stretch of time."""
    stories = store.stories(workspace, since, limit=500)
    sheets = [sheet for story in stories if (sheet := store.sheet(workspace, story.id))]
    return digest(sheets, since, until)
