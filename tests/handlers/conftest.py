"""The app between a real store and Slack's side on this machine: a signed request in, Slack calls out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.desk import Desk
from bot.pipeline import Pipeline
from bot.ports import Store
from bot.settings import Settings
from bot.shapes import Drop, FeedAnswer, Page
from handlers.slack import build_app
from store import open_store
from tests.factories import NOON
from tests.fake_slack import SECRET, FakeSlack, Sender


class NoNetwork:
    """A fetcher that must not be asked: listeners keep drops and leave fetching to the jobs."""

    def page(self, url: str) -> Page:
        raise AssertionError(f"a listener fetched {url}")

    def contents(self, drop: Drop) -> list[Drop]:
        raise AssertionError(f"a listener fetched {drop.where}")

    def feed(self, url: str, etag: str | None = None, modified: str | None = None) -> FeedAnswer:
        raise AssertionError(f"a listener fetched {url}")


@dataclass
class Time:
    """A clock that a test sets."""

    now: datetime = NOON

    def __call__(self) -> datetime:
        return self.now

    def pass_(self, **stretch: float) -> None:
        self.now += timedelta(**stretch)


@dataclass
class Newsroom:
    """Everything that a test of a listener looks at."""

    desk: Desk
    slack: FakeSlack
    wakes: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        app = build_app(
            self.desk,
            token="xoxb-test",
            signing_secret=SECRET,
            api_url=self.slack.api_url,
            wake=lambda: self.wakes.append("woken"),
            process_before_response=True,
        )
        self.sends = Sender(app, self.slack)

    @property
    def store(self) -> Store:
        return self.desk.store

    @property
    def waiting(self) -> list[Drop]:
        return self.store.waiting_drops()

    def wanted(self) -> list[str]:
        """The keys of the messages in the outbox."""
        return [one.notice.key for one in self.store.due_postings(NOON + timedelta(days=999), limit=100)]

    @property
    def answers(self) -> list[dict[str, Any]]:
        """What was said by response_url."""
        return self.slack.responses


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def slack() -> Iterator[FakeSlack]:
    with FakeSlack() as slack:
        yield slack


@pytest.fixture
def desk(time: Time) -> Iterator[Desk]:
    store, fetcher = open_store("sqlite://"), NoNetwork()
    yield Desk(Settings(_env_file=None), store, fetcher, time, Pipeline(store, fetcher, time))
    store.close()


@pytest.fixture
def newsroom(desk: Desk, slack: FakeSlack) -> Newsroom:
    return Newsroom(desk, slack)
