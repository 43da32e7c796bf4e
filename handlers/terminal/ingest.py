"""`copydesk ingest` and `copydesk quotes`: drops from files, one JSON line each."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.analyse.quotes import quotes
from bot.desk import Desk
from bot.read import read
from bot.shapes import LOCAL, Drop, Outcome, Rejection
from handlers.drops.files import drops_in_path


def ingest(desk: Desk, paths: Iterable[Path]) -> int:
    """Takes in every drop in these files and folders, after what an earlier run left behind. Prints a line a
    drop; returns the exit status: 1 where any was rejected."""
    rejected = 0
    for outcome in _outcomes(desk, paths):
        print(json.dumps(outcome.model_dump(mode="json"), ensure_ascii=False), flush=True)
        if outcome.outcome == "rejected":
            print(f"copydesk: rejected {outcome.drop}: {outcome.reason}", file=sys.stderr)
            rejected = 1
    return rejected


def _outcomes(desk: Desk, paths: Iterable[Path]) -> Iterator[Outcome]:
    yield from desk.pipeline.finish_waiting()
    for drop in _progress(_drops(paths, desk.clock())):
        yield from desk.pipeline.take(drop)


def quote_lines(paths: Iterable[Path]) -> int:
    """Prints every drop's quotes as the contract has them; returns the exit status."""
    rejected = 0
    for drop in _drops(paths, datetime.now(UTC)):
        report = Rejection(reason=drop.problem) if drop.problem else read(drop)
        if isinstance(report, Rejection):
            print(f"copydesk: rejected {drop.id}: {report.reason}", file=sys.stderr)
            rejected = 1
            continue
        found = quotes(report.quotable, report.outlet)
        line: dict[str, Any] = {"doc": drop.id, "quotes": [quote.model_dump(mode="json") for quote in found]}
        if not report.own_body:
            line["body"] = report.body  # offsets count in the text taken out of the page, so it is shown
        print(json.dumps(line, ensure_ascii=False), flush=True)
    return rejected


def _drops(paths: Iterable[Path], received: datetime) -> Iterator[Drop]:
    for path in paths:
        yield from drops_in_path(path, workspace=LOCAL, received=received)


def _progress(drops: Iterable[Drop]) -> Iterable[Drop]:
    """A progress bar on standard error, where a person watches it and the lines go elsewhere."""
    if not sys.stderr.isatty() or sys.stdout.isatty():
        return drops
    from rich.console import Console
    from rich.progress import track  # only where somebody watches: the two take long to load

    return track(list(drops), description="Taking drops in", console=Console(stderr=True))
