"""The timetable: bodies as ordinary functions, and the clockwork that calls them."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import cast

import pytest
from structlog.testing import capture_logs

from bot.desk import Desk
from bot.errors import StoreError
from bot.pipeline import Pipeline
from bot.ports import Store
from bot.shapes import Drop, Outcome
from handlers.drops import feeds, folder
from handlers.jobs import Clockwork, Resting, finish_drops, keep_house, timetable
from handlers.teller import Teller
from tests.factories import a_drop, an_outcome
from tests.fake_slack import FakeSlack
from tests.handlers.conftest import Time


class Walks:
    """A pipeline that gives each drop its outcome, except those it stumbles over."""

    def __init__(self, store: Store, stumbles: Mapping[str, Exception] = MappingProxyType({})) -> None:
        self.store, self.stumbles = store, stumbles
        self.taken: list[str] = []
        self.took = threading.Event()

    def take(self, drop: Drop) -> list[Outcome]:
        self.taken.append(drop.key)
        self.took.set()
        if drop.key in self.stumbles:
            raise self.stumbles[drop.key]
        outcome = an_outcome(drop=drop.id)
        self.store.finish_drop(drop.workspace, drop.key, outcome)
        return [outcome]


class Counts:
    """A teller that only counts."""

    def __init__(self) -> None:
        self.calls = 0
        self.called = threading.Condition()

    def deliver(self) -> int:
        with self.called:
            self.calls += 1
            self.called.notify_all()
        return 0

    def until(self, calls: int) -> None:
        with self.called:
            assert self.called.wait_for(lambda: self.calls >= calls, 10)


def walking(desk: Desk, walks: Walks) -> Desk:
    return replace(desk, pipeline=cast(Pipeline, walks))


def test_the_whole_timetable(desk: Desk, slack: FakeSlack, time: Time) -> None:
    teller = Teller(desk.store, slack.client(), time)
    periods = {job.name: job.seconds for job in timetable(desk, teller, lambda name: None)}
    assert periods == {"drops": 2, "outbox": 1, "folder": 5, "feeds": 10, "digests": 60, "housekeeping": 86400}


def test_what_drops_ask_for_is_told_at_once(desk: Desk) -> None:
    woken: list[str] = []
    busy = walking(desk, Walks(desk.store))
    keep(desk, "d1", "d2")

    assert finish_drops(busy, woken.append, {}) == 2
    assert finish_drops(busy, woken.append, {}) == 0
    assert woken == ["outbox"]


def test_a_drop_that_a_bug_stops_holds_up_no_other_and_is_tried_again(desk: Desk, time: Time) -> None:
    walks = Walks(desk.store, {"d1": ZeroDivisionError("a bug")})
    resting: Resting = {}
    keep(desk, "d1", "d2")

    with capture_logs() as logs:
        assert finish_drops(walking(desk, walks), lambda name: None, resting) == 1
        assert finish_drops(walking(desk, walks), lambda name: None, resting) == 0
    assert [entry["key"] for entry in logs] == ["d1"]

    time.pass_(minutes=11)
    walks.stumbles = {}
    assert finish_drops(walking(desk, walks), lambda name: None, resting) == 1
    assert walks.taken == ["d1", "d2", "d1"]


def test_without_the_store_no_drop_is_blamed(desk: Desk) -> None:
    resting: Resting = {}
    keep(desk, "d1")
    with pytest.raises(StoreError):
        finish_drops(walking(desk, Walks(desk.store, {"d1": StoreError("away")})), lambda name: None, resting)
    assert resting == {}


def keep(desk: Desk, *keys: str) -> None:
    for key in keys:
        desk.store.keep_drop(a_drop(key=key, id=key))


def test_events_are_forgotten_once_slack_will_not_send_them_again(desk: Desk, time: Time) -> None:
    desk.store.first_time("local", "Ev1", time())
    time.pass_(days=6)
    assert keep_house(desk) == 0
    time.pass_(days=2)
    assert keep_house(desk) == 1
    assert desk.store.first_time("local", "Ev1", time())


@pytest.fixture
def quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the polls, whose rooms have tests of their own."""
    idle: Callable[[Desk], int] = lambda desk: 0  # noqa: E731
    monkeypatch.setattr(feeds, "poll", idle)
    monkeypatch.setattr(folder, "poll", idle)


def test_a_job_that_fails_is_logged_and_stops_no_other(desk: Desk, quiet: None) -> None:
    teller = Counts()
    keep(desk, "d1")
    broken = walking(desk, Walks(desk.store, {"d1": StoreError("away")}))
    clockwork = Clockwork(broken, cast(Teller, teller))
    with capture_logs() as logs:
        clockwork.start()
        teller.until(2)
        clockwork.stop()

    failed = [entry for entry in logs if entry["event"] == "job failed"]
    assert {entry["job"] for entry in failed} == {"drops"}
    assert isinstance(failed[0]["exc_info"], StoreError)
    assert failed[0]["exc_info"].__traceback__ is not None


def test_a_drop_that_was_kept_is_not_left_until_the_next_tick(desk: Desk, quiet: None) -> None:
    walks, teller = Walks(desk.store), Counts()
    clockwork = Clockwork(walking(desk, walks), cast(Teller, teller))
    clockwork.start()
    teller.until(1)
    keep(desk, "d1")
    clockwork.wake()
    assert walks.took.wait(1.5), "the next tick comes after two seconds"
    clockwork.stop()


def test_nothing_runs_after_it_was_stopped(desk: Desk, quiet: None) -> None:
    teller = Counts()
    clockwork = Clockwork(walking(desk, Walks(desk.store)), cast(Teller, teller))
    clockwork.start()
    teller.until(1)
    clockwork.stop()
    calls = teller.calls
    clockwork.wake()
    assert teller.calls == calls
