"""The timetable: everything copydesk does by the clock, on one screen.

A job's body is an ordinary function of the desk, tested without a scheduler; the scheduler only calls it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from logging import CRITICAL, getLogger
from typing import Any, NamedTuple

import structlog
from apscheduler.events import EVENT_JOB_ERROR, JobExecutionEvent
from apscheduler.schedulers.background import BackgroundScheduler

from bot.desk import Desk
from bot.errors import StoreError
from handlers.digests import tell_digests
from handlers.drops import feeds, folder
from handlers.teller import Teller

log = structlog.get_logger()

# Slack gives up on an event after three tries in about an hour; a week is ample, and keeps the table small.
EVENTS_ARE_KEPT = timedelta(days=7)


# How many drops are looked at in one tick; more than ever rest at once.
BATCH = 500

# After this the cause may be gone (memory, a page that is served anew); sooner would fill the log.
REST = timedelta(minutes=10)

Resting = dict[tuple[str, str], datetime]
"""Workspace and key of the drops that could not be taken in, and until when they are left alone."""


class Job(NamedTuple):
    """One line of the timetable."""

    name: str
    seconds: int
    body: Callable[[], object]


def timetable(desk: Desk, teller: Teller, wake: Callable[[str], None]) -> list[Job]:
    """Every job, each with its period in seconds."""
    resting: Resting = {}
    return [
        Job("drops", 2, lambda: finish_drops(desk, wake, resting)),
        Job("outbox", 1, teller.deliver),
        Job("folder", 5, lambda: folder.poll(desk)),
        Job("feeds", 10, lambda: feeds.poll(desk)),
        Job("digests", 60, lambda: tell_digests(desk.store, desk.clock())),
        Job("housekeeping", 24 * 60 * 60, lambda: keep_house(desk)),
    ]


def finish_drops(desk: Desk, wake: Callable[[str], None], resting: Resting) -> int:
    """Walks every waiting drop to its outcome; how many outcomes. What follows from them is told at once.

    A drop that a bug stops is logged and rests for a while, so that it does not hold up those behind it."""
    outcomes = 0
    for drop in desk.store.waiting_drops(limit=BATCH):
        place = (drop.workspace, drop.key)
        if resting.get(place, desk.clock()) > desk.clock():
            continue
        try:
            outcomes += len(desk.pipeline.take(drop))
            resting.pop(place, None)
        except StoreError:
            raise  # nothing can be kept now; the next tick begins anew
        except Exception:
            log.exception("a drop could not be taken in, it will be tried again", key=drop.key)
            resting[place] = desk.clock() + REST
    if outcomes:
        wake("outbox")
    return outcomes


def keep_house(desk: Desk) -> int:
    """Forgets the ids of events that Slack will not send again; how many."""
    return desk.store.forget_events(desk.clock() - EVENTS_ARE_KEPT)


class Clockwork:
    """Runs the timetable in the background. A job never overlaps itself, runs missed while it was busy count as
    one, and a job that fails is logged and called again at its next time."""

    def __init__(self, desk: Desk, teller: Teller) -> None:
        getLogger("apscheduler").setLevel(CRITICAL)  # failures are logged below; "still running" is no news
        self._scheduler = _scheduler()
        self._scheduler.add_listener(_report, EVENT_JOB_ERROR)
        for job in timetable(desk, teller, self._call):
            self._scheduler.add_job(
                job.body, "interval", seconds=job.seconds, id=job.name, next_run_time=datetime.now(UTC)
            )

    def start(self) -> None:
        self._scheduler.start()

    def wake(self) -> None:
        """Something was kept: work on it now instead of at the next tick."""
        self._call("drops")

    def _call(self, name: str) -> None:
        if self._scheduler.running:
            self._scheduler.modify_job(name, next_run_time=datetime.now(UTC))

    def stop(self) -> None:
        """Waits for what is under way, so that a stop leaves nothing half done."""
        self._scheduler.shutdown(wait=True)


def _scheduler() -> Any:
    defaults = {"max_instances": 1, "coalesce": True, "misfire_grace_time": None}
    return BackgroundScheduler(timezone=UTC, job_defaults=defaults)  # type: ignore[no-untyped-call]


def _report(event: JobExecutionEvent) -> None:
    log.error("job failed", job=event.job_id, exc_info=event.exception)
