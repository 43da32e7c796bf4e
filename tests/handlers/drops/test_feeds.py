"""Feeds that are followed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.desk import Desk
from bot.errors import FetchRefused
from bot.shapes import Drop, Feed, FeedAnswer, Page
from handlers.drops import feeds
from tests.factories import NOON
from tests.handlers.conftest import Time

URL = "https://quay.example/feed"


def item(guid: str, text: str) -> str:
    return f"<item><guid>{guid}</guid><title>T</title><link>https://quay.example/{guid}</link>{text}</item>"


def summary(words: int) -> str:
    return f"<description>{'crane ' * words}</description>"


def feed_of(*items: str) -> bytes:
    return f'<rss version="2.0"><channel><title>Quay Radio</title>{"".join(items)}</channel></rss>'.encode()


class Web:
    """A fetcher whose one feed is set by the test; it notes what it was asked."""

    def __init__(self) -> None:
        self.answer: FeedAnswer | Exception = FeedAnswer(body=feed_of())
        self.asked: list[tuple[str, str | None, str | None]] = []

    def feed(self, url: str, etag: str | None = None, modified: str | None = None) -> FeedAnswer:
        self.asked.append((url, etag, modified))
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer

    def page(self, url: str) -> Page:
        raise AssertionError("a poll fetches no page")

    def contents(self, drop: Drop) -> list[Drop]:
        raise AssertionError("a poll fetches no page")


@pytest.fixture
def web() -> Web:
    return Web()


@pytest.fixture
def following(desk: Desk, web: Web, time: Time) -> Desk:
    desk.store.follow_feed("local", URL, time())
    return replace(desk, fetcher=web)


def feed_in(desk: Desk) -> Feed:
    (feed,) = desk.store.feeds("local")
    return feed


def test_each_item_is_kept_once_however_often_the_feed_carries_it(following: Desk, web: Web, time: Time) -> None:
    web.answer = FeedAnswer(body=feed_of(item("1", summary(90)), item("1", summary(90)), item("2", summary(100))))
    assert feeds.poll(following) == 2
    time.pass_(minutes=10)
    assert feeds.poll(following) == 0
    assert {drop.outlet for drop in following.store.waiting_drops()} == {"Quay Radio"}


def test_an_item_that_goes_back_to_an_earlier_text_is_kept_again(following: Desk, web: Web, time: Time) -> None:
    kept = []
    for words in (90, 91, 90, 90, 91):
        web.answer = FeedAnswer(body=feed_of(item("1", summary(words)), item("2", summary(100))))
        kept.append(feeds.poll(following))
        time.pass_(minutes=10)
    assert kept == [2, 1, 1, 0, 1]


def test_one_id_on_all_items_brings_none_back(following: Desk, web: Web, time: Time) -> None:
    both = (item("1", summary(90)), item("1", summary(91)))
    for answer in (both, both[::-1], both):
        web.answer = FeedAnswer(body=feed_of(*answer))
        feeds.poll(following)
        time.pass_(minutes=10)
    assert len(following.store.waiting_drops()) == 2


def test_an_altered_item_is_kept_again(following: Desk, web: Web, time: Time) -> None:
    web.answer = FeedAnswer(body=feed_of(item("1", summary(90))))
    feeds.poll(following)
    web.answer = FeedAnswer(body=feed_of(item("1", summary(91))))
    time.pass_(minutes=10)
    assert feeds.poll(following) == 1


@pytest.mark.parametrize(("words", "fetched"), [(79, True), (80, False)])
def test_a_teaser_leads_to_its_page_and_a_full_summary_is_the_text(
    following: Desk, web: Web, words: int, fetched: bool
) -> None:
    web.answer = FeedAnswer(body=feed_of(item("1", summary(words))))
    feeds.poll(following)
    (drop,) = following.store.waiting_drops()
    assert (drop.body is None) is fetched
    assert (drop.source, drop.url) == ("feed", "https://quay.example/1")


def test_a_feed_is_asked_politely(following: Desk, web: Web, time: Time) -> None:
    web.answer = FeedAnswer(body=feed_of(), etag='"1"', modified="Tue")
    feeds.poll(following)
    assert feeds.poll(following) == 0, "it is not due"
    web.answer = FeedAnswer(body=None)
    time.pass_(minutes=10)
    feeds.poll(following)
    time.pass_(minutes=10)
    feeds.poll(following)
    assert web.asked == [(URL, None, None), (URL, '"1"', "Tue"), (URL, '"1"', "Tue")]


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (FetchRefused("I cannot fetch it: there is no such page."), "I cannot fetch it: there is no such page."),
        (FeedAnswer(body=b"<html><body>Hello</body></html>"), "It is neither an RSS nor an Atom feed."),
    ],
)
def test_a_feed_that_fails_is_asked_ever_more_rarely_and_says_why(
    following: Desk, web: Web, time: Time, answer: Any, words: str
) -> None:
    web.answer = answer
    waits = []
    for _ in range(9):
        assert feeds.poll(following) == 0
        waits.append((feed_in(following).due - time()) / timedelta(minutes=1))
        time.pass_(minutes=waits[-1])
    assert waits == [5, 10, 20, 40, 80, 160, 320, 360, 360]
    assert feed_in(following).error == words


def test_a_feed_that_works_again_forgets_its_failures(following: Desk, web: Web, time: Time) -> None:
    web.answer = FetchRefused("It is down.")
    feeds.poll(following)
    web.answer = FeedAnswer(body=feed_of())
    time.pass_(minutes=5)
    feeds.poll(following)
    feed = feed_in(following)
    assert (feed.failures, feed.error, feed.title) == (0, None, "Quay Radio")
    assert feed.due == NOON + timedelta(minutes=15)
