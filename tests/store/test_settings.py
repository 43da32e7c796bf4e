"""Channels, feeds and events: small things that must not be forgotten, or not noted twice."""

from __future__ import annotations

from bot.shapes import Channel
from store import SqlStore
from tests.factories import at
from tests.store.archive import AWAY, HOME

URL = "https://post.example/feed.xml"


def test_a_channel_keeps_its_last_settings(store: SqlStore) -> None:
    assert store.channel(HOME, "C1") is None
    store.save_channel(Channel(workspace=HOME, id="C1"))
    changed = Channel(
        workspace=HOME, id="C1", follows=False, digest_at=None, days=(5, 6), timezone="Asia/Tokyo", digested=at(1)
    )
    store.save_channel(changed)
    assert store.channel(HOME, "C1") == changed
    assert store.channel(AWAY, "C1") is None


def test_channels_are_a_workspaces_or_all(store: SqlStore) -> None:
    for workspace, channel in ((HOME, "C2"), (AWAY, "C1"), (HOME, "C1")):
        store.save_channel(Channel(workspace=workspace, id=channel))
    assert [channel.id for channel in store.channels(HOME)] == ["C1", "C2"]
    assert len(store.channels()) == 3


def test_a_feed_is_followed_once(store: SqlStore) -> None:
    feed = store.follow_feed(HOME, URL, at(0))
    assert (feed.id, feed.workspace, feed.url, feed.due, feed.failures) == ("f1", HOME, URL, at(0), 0)
    assert store.follow_feed(HOME, URL, at(9)) == feed
    assert store.feeds(HOME) == store.feeds() == [feed]
    assert store.feeds(AWAY) == []


def test_a_feed_keeps_what_its_last_poll_said(store: SqlStore) -> None:
    feed = store.follow_feed(HOME, URL, at(0))
    polled = feed.model_copy(
        update={
            "title": "Post",
            "etag": '"1"',
            "modified": "Tue",
            "polled": at(1),
            "due": at(15),
            "failures": 2,
            "error": "503",
        }
    )
    store.save_feed(polled)
    assert store.feeds(HOME) == [polled]
    assert store.due_feeds(at(14)) == []
    assert store.due_feeds(at(15)) == [polled]


def test_a_feed_that_is_followed_no_longer_is_gone(store: SqlStore) -> None:
    feed = store.follow_feed(HOME, URL, at(0))
    assert not store.unfollow_feed(AWAY, URL)
    assert store.unfollow_feed(HOME, URL)
    assert not store.unfollow_feed(HOME, URL)
    store.save_feed(feed)  # a poll that ends late does not bring it back
    assert store.feeds() == []


def test_an_event_is_new_once(store: SqlStore) -> None:
    assert store.first_time(HOME, "Ev1", at(0))
    assert not store.first_time(HOME, "Ev1", at(1))
    assert store.first_time(AWAY, "Ev1", at(1))


def test_old_events_are_forgotten(store: SqlStore) -> None:
    store.first_time(HOME, "Ev1", at(0))
    store.first_time(HOME, "Ev2", at(5))
    assert store.forget_events(at(5)) == 1
    assert store.first_time(HOME, "Ev1", at(9))
    assert not store.first_time(HOME, "Ev2", at(9))
