"""When a channel's digest is due, and that it is told once: not twice, not never."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ports import Store
from bot.shapes import Channel, Posting
from handlers.digests import detailed, digest_of, due_digest, gather, next_digest, tell_digests
from store import open_store
from tests.store.archive import a_later_version, a_story, an_article

WEEK = tuple(range(7))


def utc(text: str) -> datetime:
    """A time in UTC such as `2026-10-06 08:30`."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def a_channel(**fields: object) -> Channel:
    given = {"workspace": "local", "id": "C1", "digest_at": "08:30", "days": WEEK, "digested": utc("2026-10-01 00:00")}
    return Channel.model_validate(given | fields)


# 2026-10-06 is a Tuesday; Berlin leaves summer time on 2026-10-25 and enters it on 2026-03-29.
DUE = [
    ("its time has come", {}, "2026-10-06 08:30", "2026-10-06 08:30"),
    ("a minute early it is yesterday's", {}, "2026-10-06 08:29", "2026-10-05 08:30"),
    ("told already", {"digested": utc("2026-10-06 08:30")}, "2026-10-06 12:00", None),
    ("told up to a later time than the last one", {"digested": utc("2026-10-06 09:00")}, "2026-10-06 12:00", None),
    ("off", {"digest_at": None}, "2026-10-06 12:00", None),
    ("a new channel has nothing behind it", {"digested": None}, "2026-10-06 12:00", None),
    ("Berlin's 08:30 is 06:30 UTC in summer", {"timezone": "Europe/Berlin"}, "2026-10-06 07:00", "2026-10-06 06:30"),
    ("and 07:30 UTC in winter", {"timezone": "Europe/Berlin"}, "2026-11-06 08:00", "2026-11-06 07:30"),
    ("Auckland's Wednesday is UTC's Tuesday", {"timezone": "Pacific/Auckland", "days": (2,)}, "2026-10-06 20:00",
     "2026-10-06 19:30"),
    ("no weekday on a Sunday: Friday's", {"days": (0, 1, 2, 3, 4)}, "2026-10-11 12:00", "2026-10-09 08:30"),
    ("once a week, just before its time", {"days": (1,), "digested": utc("2026-09-01 00:00")}, "2026-10-06 08:00",
     "2026-09-29 08:30"),
    ("no day at all", {"days": ()}, "2026-10-06 12:00", None),
    ("a week's downtime is caught up as one", {"digested": utc("2026-09-29 08:30")}, "2026-10-06 10:00",
     "2026-10-06 08:30"),
    ("an hour that the clocks skip", {"timezone": "Europe/Berlin", "digest_at": "02:30",
     "digested": utc("2026-03-28 12:00")}, "2026-03-29 12:00", "2026-03-29 01:30"),
    ("an hour that comes twice counts once", {"timezone": "Europe/Berlin", "digest_at": "02:30",
     "digested": utc("2026-10-25 00:30")}, "2026-10-25 12:00", None),
    ("a zone that this machine lacks counts as UTC", {"timezone": "Mars/Olympus"}, "2026-10-06 09:00",
     "2026-10-06 08:30"),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "now", "due"), [row[1:] for row in DUE], ids=[row[0] for row in DUE])
def test_when_it_is_due(fields: dict[str, object], now: str, due: str | None) -> None:
    assert due_digest(a_channel(**fields), utc(now)) == (utc(due) if due else None)


@given(
    st.integers(0, 60 * 24 * 30),
    st.sampled_from(["UTC", "Europe/Berlin", "America/New_York", "Asia/Kathmandu"]),
    st.lists(st.integers(0, 6), min_size=1, unique=True),
)
def test_once_told_it_is_not_due_until_its_next_time(minutes: int, zone: str, days: list[int]) -> None:
    now = utc("2026-10-10 00:00") + timedelta(minutes=minutes)
    channel = a_channel(timezone=zone, days=tuple(days))
    due = due_digest(channel, now)
    assert due is not None
    assert due <= now
    assert due_digest(channel.model_copy(update={"digested": due}), now) is None


@pytest.fixture
def store() -> Iterator[Store]:
    store = open_store("sqlite://")
    yield store
    store.close()


def report(store: Store, seen: datetime) -> None:
    """A report that came at this time, in a story of its own."""
    story = a_story(store, f"story-{seen:%d-%H}", workspace="local", first=seen)
    an_article(store, story, workspace="local", seen=seen, body=f"Something happened at {seen}.")


def wanted(store: Store) -> list[Posting]:
    return store.due_postings(utc("2030-01-01 00:00"))


def test_a_digest_is_asked_for_once(store: Store) -> None:
    store.save_channel(a_channel(digested=utc("2026-10-05 08:30")))
    report(store, utc("2026-10-06 07:00"))

    assert tell_digests(store, utc("2026-10-06 08:31")) == 1
    assert tell_digests(store, utc("2026-10-06 08:32")) == 0

    [posting] = wanted(store)
    assert posting.notice.key == "digest:C1:2026-10-06T08:30:00+00:00"
    assert digest_of(store, posting.notice).articles == 1


def test_days_of_downtime_are_told_as_one(store: Store) -> None:
    store.save_channel(a_channel(digested=utc("2026-10-03 08:30")))
    report(store, utc("2026-10-03 10:00"))

    assert tell_digests(store, utc("2026-10-06 14:00")) == 1
    assert wanted(store)[0].notice.subject == "2026-10-03T08:30:00+00:00/2026-10-06T08:30:00+00:00"


def test_an_empty_digest_is_not_posted_and_its_time_passes(store: Store) -> None:
    store.save_channel(a_channel(digested=utc("2026-10-05 08:30")))

    assert tell_digests(store, utc("2026-10-06 08:31")) == 0
    kept = store.channel("local", "C1")
    assert kept
    assert (kept.digested, wanted(store)) == (utc("2026-10-06 08:30"), [])


def test_a_new_channels_first_digest_tells_what_came_since_the_time_before(store: Store) -> None:
    report(store, utc("2026-10-05 17:00"))
    store.save_channel(a_channel(digested=None))

    assert tell_digests(store, utc("2026-10-06 08:29")) == 0
    assert tell_digests(store, utc("2026-10-06 08:30")) == 1


def test_a_digest_turned_on_again_begins_anew(store: Store) -> None:
    off = a_channel(digest_at=None, digested=utc("2026-09-01 08:30"))
    store.save_channel(off)
    report(store, utc("2026-09-15 17:00"))
    assert tell_digests(store, utc("2026-10-06 11:59")) == 0
    kept = store.channel("local", "C1")
    assert kept
    store.save_channel(kept.model_copy(update={"digest_at": "08:30"}))
    assert tell_digests(store, utc("2026-10-06 12:00")) == 0


def test_a_digest_set_for_this_very_minute_comes(store: Store) -> None:
    report(store, utc("2026-10-05 17:00"))
    store.save_channel(a_channel(digested=None))
    assert tell_digests(store, utc("2026-10-06 08:30") + timedelta(seconds=50)) == 1


def test_a_new_channel_hears_nothing_of_what_was_long_ago(store: Store) -> None:
    report(store, utc("2026-10-01 07:00"))
    store.save_channel(a_channel(digested=None))

    assert tell_digests(store, utc("2026-10-06 12:00")) == 0
    assert tell_digests(store, utc("2026-10-07 08:30")) == 0
    report(store, utc("2026-10-07 09:00"))
    assert tell_digests(store, utc("2026-10-08 08:30")) == 1


def test_the_next_digest_is_the_first_one_after_now() -> None:
    tuesday = utc("2026-10-06 09:00")
    assert next_digest(a_channel(), tuesday) == utc("2026-10-07 08:30")
    assert next_digest(a_channel(days=(1,)), tuesday) == utc("2026-10-13 08:30")
    assert next_digest(a_channel(digest_at="10:00"), tuesday) == utc("2026-10-06 10:00")
    assert next_digest(a_channel(digested=None, digest_at="10:00"), tuesday) == utc("2026-10-06 10:00")
    assert next_digest(a_channel(digest_at=None), tuesday) is None


def test_what_a_later_version_changed_is_told_with_what_matters_most(store: Store) -> None:
    story = a_story(store, workspace="local")
    first = an_article(store, story, workspace="local", seen=utc("2026-10-05 07:00"), body="Nine people died at sea.")
    changed = "Ten people died at sea. An earlier version of this article said that nine had died."
    a_later_version(store, first.article, workspace="local", seen=utc("2026-10-06 07:00"), body=changed)
    found = gather(store, "local", utc("2026-10-05 08:30"), utc("2026-10-06 08:30"))

    [entry] = detailed(store, "local", found).entries
    [revised] = entry.changes
    assert (entry.reports, entry.revised, revised.change.kind, revised.more) == (0, 1, "correction", 1)


def test_a_version_of_after_the_digest_s_time_is_not_told(store: Store) -> None:
    story = a_story(store, workspace="local")
    first = an_article(store, story, workspace="local", seen=utc("2026-10-06 07:00"), body="Nine people died at sea.")
    a_later_version(store, first.article, workspace="local", seen=utc("2026-10-06 09:00"), body="Ten people died.")
    found = gather(store, "local", utc("2026-10-05 08:30"), utc("2026-10-06 08:30"))

    [entry] = detailed(store, "local", found).entries
    assert entry.changes == ()
