"""Takes articles into a made archive, in a process of its own: python -m bench.taking URL SIZE.

Its newest shard's newsroom goes on, so what comes are copies, rewrites, versions and reports of what is kept, and new
events; one in twenty copies what came long before.
"""

from __future__ import annotations

import itertools
import json
import os
import re
import resource
import statistics
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bench.archive import BASES, SHARD, newsroom
from bench.generator.stream import Live, Made, Newsroom
from bench.ingest import NoNetwork
from bot.pipeline import Pipeline
from bot.shapes import LOCAL, Channel, Drop, Outcome
from store import open_store

WARMING = 100
"articles taken before the clock starts: caches are then as they are on a day like any other"

MEASURED = 300

FROM_OLD = 20
"one in so many copies an article of the oldest shard"

RIGHT = {
    "copy": {"copy", "duplicate"},
    "subbed": {"copy", "duplicate"},
    "cut": {"copy", "duplicate"},
    "rewrite": {"rewrite", "copy"},
    "version": {"revision"},
}


def gone_on(size: int) -> Newsroom:
    """The newsroom of an archive of so many articles, after the last of them."""
    room = newsroom(0, size)
    for _ in range(SHARD):
        room.next()
    return room


def coming(room: Newsroom, size: int) -> Iterator[Made]:
    """What comes in next."""
    last = min(BASES, size // SHARD) - 1
    oldest = iter(newsroom(last, (last + 1) * SHARD))
    for nth in itertools.count(1):
        if nth % FROM_OLD:
            yield room.next()
        else:
            yield _copy_of(room, next(one for one in oldest if one.truth == "report"), "copy" if nth % 2 else "rewrite")


def _copy_of(room: Newsroom, source: Made, what: str) -> Made:
    return room.reuse(Live(source.event), source, what)


def main(url: str, size: int) -> dict[str, Any]:
    store, room = open_store(url), gone_on(size)
    store.save_channel(Channel(workspace=LOCAL, id="C0BENCH"))
    with store.door.read() as connection:
        timed = _Timed(None if store.door.is_sqlite else connection.exec_driver_sql("SELECT pg_backend_pid()").scalar())
    pipeline = Pipeline(store, NoNetwork(), timed.now, timed.step)
    judged = _Judged(size, room.events)
    for nth, one in enumerate(itertools.islice(coming(room, size), WARMING + MEASURED)):
        (outcome,) = timed.take(pipeline, one.drop, nth >= WARMING)
        judged.judge(one, outcome)
    store.close()
    times = {f"{what}_ms": _summary(seconds) for what, seconds in timed.seconds.items()}
    return {**times, "right": judged.shares(), "peak_memory_mb": _peak_memory()}


class _Timed:
    """The seconds of each take: all of it and its filing (from what was read to what is kept), by the clock and of
    processors, those of PostgreSQL's session among them. The clock also counts what else the machine does."""

    def __init__(self, session: int | None) -> None:
        self.at, self.session = datetime.fromtimestamp(0, UTC), session
        self.seconds: dict[str, list[float]] = defaultdict(list)
        self._at: dict[str, tuple[float, float]] = {}

    def now(self) -> datetime:
        return self.at

    def step(self, name: str) -> None:
        self._at[name] = time.perf_counter(), time.process_time() + self._session_seconds()

    def take(self, pipeline: Pipeline, drop: Drop, is_counted: bool) -> list[Outcome]:
        self.at = drop.received + timedelta(seconds=1)
        self.step("begun")
        outcomes = pipeline.take(drop)
        if is_counted:
            for what, since in (("whole", "begun"), ("filing", "analysed")):
                clock, processor = (self._at["finished"][kind] - self._at[since][kind] for kind in (0, 1))
                self.seconds[what].append(clock)
                self.seconds[f"{what}_processor"].append(processor)
        return outcomes

    def _session_seconds(self) -> float:
        """Linux counts them in hundredths."""
        if self.session is None:
            return 0.0
        fields = Path(f"/proc/{self.session}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class _Judged:
    """What the pipeline made of each, against what it truly is. Events from `first` on are new."""

    def __init__(self, size: int, first: int) -> None:
        self.size, self.first = size, first
        self.story: dict[int, str] = {}
        self.counts: Counter[tuple[str, bool]] = Counter()

    def judge(self, one: Made, outcome: Outcome) -> None:
        event = one.event.number
        is_kept = event < self.first
        is_opening = not is_kept and event not in self.story
        expected = f"s{event}" if is_kept else self.story.setdefault(event, outcome.story or "")
        if one.truth != "report":
            self.counts[one.truth, outcome.outcome in RIGHT[one.truth] and outcome.story == expected] += 1
        elif is_opening:
            what = "first report of an event" if one.like is None else "first report of a look-alike"
            self.counts[what, not self._is_taken(event, expected)] += 1
        else:
            self.counts["further report", outcome.story == expected] += 1

    def _is_taken(self, event: int, story: str) -> bool:
        """Whether another event is in the same story."""
        if int(story.removeprefix("s")) < self.first:
            return True
        return any(other != event and found == story for other, found in self.story.items())

    def shares(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for what in sorted({what for what, _ in self.counts}):
            right, wrong = self.counts[what, True], self.counts[what, False]
            found[what] = f"{right} of {right + wrong}"
        return found


def _peak_memory() -> int:
    """In MB. Linux hands the peak of whoever started a process down to it, but tells its own beside it."""
    status = Path("/proc/self/status")
    own = re.search(r"VmHWM:\s*(\d+)", status.read_text()) if status.exists() else None
    return round((int(own[1]) if own else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) / 1024)


def _summary(seconds: list[float]) -> dict[str, float]:
    ordered = sorted(1000 * one for one in seconds)
    return {
        "mean": round(statistics.fmean(ordered), 1),
        "median": round(statistics.median(ordered), 1),
        "p95": round(ordered[int(len(ordered) * 0.95)], 1),
    }


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1], int(sys.argv[2]))))
