"""Takes articles into a made archive, in a process of its own: python -m bench.taking URL SIZE.

Its newest shard's newsroom goes on, so what comes are copies, rewrites, versions and reports of what is kept, and new
events; one in twenty copies what came long before.
"""

from __future__ import annotations

import itertools
import json
import re
import resource
import statistics
import sys
import time
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from bench.archive import SHARD, newsroom
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


def coming(size: int) -> Iterator[Made]:
    """What comes in after an archive of so many articles."""
    room, oldest = newsroom(0, size), iter(newsroom(size // SHARD - 1, size))
    for _ in range(SHARD):
        room.next()
    for nth in itertools.count(1):
        if nth % FROM_OLD:
            yield room.next()
        else:
            yield _copy_of(room, next(one for one in oldest if one.truth == "report"), "copy" if nth % 2 else "rewrite")


def _copy_of(room: Newsroom, source: Made, what: str) -> Made:
    return room.reuse(Live(source.event), source, what)


def main(url: str, size: int) -> dict[str, Any]:
    store = open_store(url)
    store.save_channel(Channel(workspace=LOCAL, id="C0BENCH"))
    timed = _Timed(datetime.fromtimestamp(0).astimezone())
    pipeline = Pipeline(store, NoNetwork(), timed.now, timed.step)
    judged = _Judged(size)
    for nth, one in enumerate(itertools.islice(coming(size), WARMING + MEASURED)):
        (outcome,) = timed.take(pipeline, one.drop, nth >= WARMING)
        judged.judge(one, outcome)
    store.close()
    return {
        "whole_ms": _summary(timed.whole),
        "filing_ms": _summary(timed.filing),
        "right": judged.shares(),
        "peak_memory_mb": _peak_memory(),
    }


class _Timed:
    """The seconds of each take: of all of it, and from what was read to what is kept."""

    def __init__(self, at: datetime) -> None:
        self.at, self.whole, self.filing = at, list[float](), list[float]()
        self._steps: dict[str, float] = {}

    def now(self) -> datetime:
        return self.at

    def step(self, name: str) -> None:
        self._steps[name] = time.perf_counter()

    def take(self, pipeline: Pipeline, drop: Drop, is_counted: bool) -> list[Outcome]:
        self.at, begun = drop.received + timedelta(seconds=1), time.perf_counter()
        outcomes = pipeline.take(drop)
        if is_counted:
            self.whole.append(time.perf_counter() - begun)
            self.filing.append(self._steps["finished"] - self._steps["analysed"])
        return outcomes


class _Judged:
    """What the pipeline made of each, against what it truly is."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.story: dict[int, str] = {}
        self.counts: Counter[tuple[str, bool]] = Counter()

    def judge(self, one: Made, outcome: Outcome) -> None:
        event = one.event.number
        is_kept = event <= self.size
        expected = f"s{event}" if is_kept else self.story.setdefault(event, outcome.story or "")
        if one.truth == "report":
            what = "report of a kept event" if is_kept else "report of a new event"
            clash = not is_kept and self._is_taken(event, outcome.story or "")
            self.counts[what, outcome.story == expected and not clash] += 1
        else:
            self.counts[one.truth, outcome.outcome in RIGHT[one.truth] and outcome.story == expected] += 1

    def _is_taken(self, event: int, story: str) -> bool:
        """Whether an event of another is in the same story."""
        is_old = bool(re.fullmatch(r"s\d+", story)) and int(story[1:]) <= self.size
        return is_old or any(other != event and found == story for other, found in self.story.items())

    def shares(self) -> dict[str, str]:
        whats = sorted({what for what, _ in self.counts})
        return {
            what: f"{self.counts[what, True]} of {self.counts[what, True] + self.counts[what, False]}" for what in whats
        }


def _summary(seconds: list[float]) -> dict[str, float]:
    ordered = sorted(1000 * one for one in seconds)
    return {
        "mean": round(statistics.fmean(ordered), 1),
        "median": round(statistics.median(ordered), 1),
        "p95": round(ordered[int(len(ordered) * 0.95)], 1),
    }


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1], int(sys.argv[2]))))
