"""The digest of each channel, on its own schedule and in its own time zone: never twice, never missed.

`digested` of a channel says up to when it has been told. It moves in the same transaction that puts the digest into
the outbox, so a stop between the two is impossible; after a long stop all that was missed is told as one.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import structlog

from bot.analyse.changes import changes
from bot.analyse.conflicts import POSTING_THRESHOLD
from bot.ports import Store
from bot.shapes import Article, Channel, Digest, DigestEntry, Notice, Revised
from bot.tell.digest import digest
from bot.tell.figures import moved
from bot.wire import wire_sources, wire_texts

log = structlog.get_logger()

# A digest set for a time within it is looked at only once that time is past, and must still come.
NOT_YET_LOOKED = timedelta(minutes=1)

# Stories whose changes are worked out: no posted digest shows more of them.
MOST_DETAILED = 24

# Later versions told of one story, and those compared to find them, some 25 ms each: /digest is waited for.
MOST_REVISED, MOST_OF_A_STORY, MOST_COMPARED = 2, 12, 40


def tell_digests(store: Store, now: datetime) -> int:
    """Asks for every digest that is due; how many."""
    return sum(_tell_digest(store, channel.workspace, channel.id, now) for channel in store.channels())


def _tell_digest(store: Store, workspace: str, channel_id: str, now: datetime) -> bool:
    with store.transaction(workspace):
        channel = store.channel(workspace, channel_id)
        if channel is None:
            return False
        if channel.digest_at is None:
            if channel.digested:  # turned off: where it is turned on again it begins anew, not with all since then
                store.save_channel(channel.model_copy(update={"digested": None}))
            return False
        if channel.digested is None:  # new: as if it had been told at the time before this one
            channel = channel.model_copy(update={"digested": _latest_time(channel, now - NOT_YET_LOOKED) or now})
            store.save_channel(channel)
        due = due_digest(channel, now)
        if due is None:
            return False
        store.save_channel(channel.model_copy(update={"digested": due}))
        assert channel.digested
        if not gather(store, workspace, channel.digested, due).entries:
            return False  # a digest that says nothing is noise
        store.want(digest_notice(channel, channel.digested, due), now)
        return True


def due_digest(channel: Channel, now: datetime) -> datetime | None:
    """The channel's latest digest time up to now, in UTC, where it has not been told up to then."""
    if channel.digested is None:
        return None
    at = _latest_time(channel, now)
    return at if at and at > channel.digested else None


def _latest_time(channel: Channel, now: datetime) -> datetime | None:
    """The channel's latest digest time up to now, in UTC."""
    if channel.digest_at is None:
        return None
    zone = zone_of(channel)
    hour, minute = map(int, channel.digest_at.split(":"))
    today = now.astimezone(zone).date()
    for back in range(8):  # eight days: today's time may be still to come where there is one digest a week
        day = today - timedelta(days=back)
        at = datetime.combine(day, time(hour, minute), zone).astimezone(now.tzinfo)
        if day.weekday() in channel.days and at <= now:
            return at
    return None


def zone_of(channel: Channel) -> tzinfo:
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


def next_digest(channel: Channel, now: datetime) -> datetime | None:
    """When the channel's next digest is due, in UTC; None where it has none."""
    if channel.digest_at is None:
        return None
    told = channel.model_copy(update={"digested": now})
    days = (now + timedelta(days=ahead) for ahead in range(9))
    return next((due for day in days if (due := due_digest(told, day))), None)


def digest_of(store: Store, notice: Notice) -> Digest:
    """The digest that a notice asks for, from what is kept now."""
    since, until = map(datetime.fromisoformat, notice.subject.split("/"))
    return detailed(store, notice.workspace, gather(store, notice.workspace, since, until))


def gather(store: Store, workspace: str, since: datetime, until: datetime) -> Digest:
    """What came in a stretch of time."""
    stories = store.stories(workspace, since, limit=500)
    sheets = [sheet for story in stories if (sheet := store.sheet(workspace, story.id))]
    return digest(sheets, since, until, POSTING_THRESHOLD)


def detailed(store: Store, workspace: str, digest: Digest) -> Digest:
    """The digest with what changed in its first stories: figures that moved, and later versions."""
    entries, room = [], MOST_COMPARED
    for entry in digest.entries[:MOST_DETAILED]:
        revised = _latest_revised(entry, digest)[: min(room, MOST_OF_A_STORY)]
        room -= len(revised)
        entries.append(_detailed(store, workspace, digest, entry, revised))
    return digest.model_copy(update={"entries": (*entries, *digest.entries[MOST_DETAILED:])})


def _latest_revised(entry: DigestEntry, digest: Digest) -> list[Article]:
    """The articles of a story that this time brought a later version of, the latest first."""
    dated = [(one.updated, one) for one in entry.sheet.articles if one.versions > 1 and one.updated]
    return [one for at, one in sorted(dated, key=lambda pair: pair[0], reverse=True) if at >= digest.since]


def _detailed(
    store: Store, workspace: str, digest: Digest, entry: DigestEntry, revised: Sequence[Article]
) -> DigestEntry:
    accounts = store.accounts(workspace, entry.sheet.story.id)
    changed = [one for article in revised if (one := _revised(store, workspace, digest, article))]
    changed.sort(key=lambda one: -one.change.weight)
    sources = wire_sources(wire_texts(store, entry.sheet.articles, MOST_OF_A_STORY)) if entry.copies else ()
    return entry.model_copy(
        update={
            "moved": moved(accounts, digest.since, digest.until),
            "changes": tuple(changed[:MOST_REVISED]),
            "sheet": entry.sheet.model_copy(update={"sources": sources}),
        }
    )


def _revised(store: Store, workspace: str, digest: Digest, article: Article) -> Revised | None:
    """What an article says otherwise at the end of this time; None where that is nothing an editor would want."""
    versions = [one for one in store.versions(workspace, article.id) if one.seen < digest.until]
    earlier = [one for one in versions if one.seen < digest.since] or versions[:1]
    if not versions or versions[-1] is earlier[-1]:
        return None
    before, after = earlier[-1], versions[-1]
    matters = [one for one in changes(before.prose, after.prose, before.title, after.title) if one.matters]
    if not matters:
        return None
    url = after.url or article.url
    return Revised(outlet=article.outlet, url=url, at=after.seen, change=matters[0], more=len(matters) - 1)
