"""How fast whole articles are taken in, and what they cost: every step from drop to outbox, on a database in a file."""

from __future__ import annotations

import json
import resource
import time
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench.corpora import shared
from bot.errors import FetchRefused
from bot.pipeline import Pipeline
from bot.read.dates import parse_time
from bot.shapes import LOCAL, Channel, Drop, FeedAnswer, Page
from store import open_store

DOCS = "corpora/wire-neardup/dev-mixed/docs.jsonl"


class NoNetwork:
    """Nothing is fetched in a benchmark."""

    def page(self, url: str) -> Page:
        raise FetchRefused(f"A benchmark fetches nothing: {url}")

    def feed(self, url: str, etag: str | None = None, modified: str | None = None) -> FeedAnswer:
        raise FetchRefused(f"A benchmark fetches nothing: {url}")

    def contents(self, drop: Drop) -> list[Drop]:
        raise FetchRefused(f"A benchmark fetches nothing: {drop.where}")


def run() -> dict[str, Any]:
    """Articles a second in the first and the last quarter, outcomes, the process's peak memory, bytes an article."""
    with shared(DOCS).open(encoding="utf-8") as lines:
        drops = [_drop(json.loads(line)) for line in lines]
    with TemporaryDirectory() as folder:
        file = Path(folder) / "bench.db"
        outcomes, seconds = _take(f"sqlite:///{file}", drops)
        size = file.stat().st_size
    quarter = len(drops) // 4
    return {
        "articles": len(drops),
        "articles_a_second": round(len(drops) / sum(seconds), 1),
        "first_quarter_a_second": round(quarter / sum(seconds[:quarter]), 1),
        "last_quarter_a_second": round(quarter / sum(seconds[-quarter:]), 1),
        "slowest_ms": round(1000 * max(seconds)),
        "outcomes": outcomes,
        "peak_memory_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        "database_bytes_an_article": size // len(drops),
    }


def _take(url: str, drops: list[Drop]) -> tuple[dict[str, int], list[float]]:
    """Counts of outcomes, and each drop's seconds."""
    outcomes: dict[str, int] = {}
    seconds = []
    store = open_store(url)
    store.save_channel(Channel(workspace=LOCAL, id="C0BENCH"))
    pipeline = Pipeline(store, NoNetwork(), lambda: datetime.now(UTC))
    for drop in drops:
        begun = time.perf_counter()
        (outcome,) = pipeline.take(drop)
        seconds.append(time.perf_counter() - begun)
        outcomes[outcome.outcome] = outcomes.get(outcome.outcome, 0) + 1
    store.close()
    return outcomes, seconds


def _drop(doc: dict[str, Any]) -> Drop:
    return Drop(
        id=str(doc["doc_id"]),
        key=str(doc["doc_id"]),
        source="file",
        where=DOCS,
        outlet=doc["publisher"],
        published=parse_time(doc["scrape_time"]) if "T" in doc["scrape_time"] else None,
        body=doc["text"],
        received=datetime.now(UTC),
    )
