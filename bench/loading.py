"""Puts an archive's rows into a database, as quickly as it takes them, and leaves it as the pipeline would have.

What grows at random places of an index (bands, words of quotes) is put in by two passes, each in the index's order: the
second finds full pages and splits them, as late rows do; put in by one, an archive would be a third smaller than life.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from typing import Protocol

import numpy as np
import psycopg
from numpy.typing import NDArray
from sqlalchemy import make_url
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, DropIndex

from bench.archive import Shard, joined_terms, office_rows, people_rows
from bench.packing import Values, packed
from bot.shapes import LOCAL
from store import open_store
from store.held import with_article
from store.tables import metadata

PASSES = 2


class Database(Protocol):
    """A connection that rows can be poured into."""

    def run(self, statement: str) -> None: ...

    def pour(self, table: str, columns: Sequence[str], rows: Iterable[Values]) -> None: ...

    def close(self) -> None: ...


class Sqlite:
    def __init__(self, file: str) -> None:
        self.connection = sqlite3.connect(file, isolation_level=None)
        for setting in ("synchronous=OFF", "cache_size=-400000", "temp_store=FILE"):
            self.connection.execute(f"PRAGMA {setting}")

    def run(self, statement: str) -> None:
        self.connection.execute(statement)

    def pour(self, table: str, columns: Sequence[str], rows: Iterable[Values]) -> None:
        marks = ", ".join("?" * len(columns))
        self.connection.execute("BEGIN")
        self.connection.executemany(f"INSERT INTO {table} ({_quoted(columns)}) VALUES ({marks})", rows)
        self.connection.execute("COMMIT")

    def close(self) -> None:
        self.connection.close()


class Postgresql:
    def __init__(self, url: str) -> None:
        self.connection = psycopg.connect(url, autocommit=True)
        for setting in (
            "TIME ZONE 'UTC'",
            "session_replication_role = replica",  # no foreign key is looked up for every row
            "synchronous_commit = off",
            "maintenance_work_mem = '500MB'",
        ):
            self.run(f"SET {setting}")

    def run(self, statement: str) -> None:
        self.connection.execute(statement.encode())

    def pour(self, table: str, columns: Sequence[str], rows: Iterable[Values]) -> None:
        into = f"COPY {table} ({_quoted(columns)}) FROM STDIN"
        with self.connection.cursor() as cursor, cursor.copy(into.encode()) as copy:
            for row in rows:
                copy.write_row(row)

    def close(self) -> None:
        for table in metadata.tables.values():
            if "number" in table.c:
                last = f"(SELECT COALESCE(max(number), 0) + 1 FROM {table.name})"
                self.run(f"SELECT setval('{table.name}_number_seq', {last}, false)")
        self.run("VACUUM ANALYZE")
        self.run("CHECKPOINT")
        self.connection.close()


def connect(url: str) -> Database:
    parsed = make_url(url)
    return Sqlite(str(parsed.database)) if parsed.get_backend_name() == "sqlite" else Postgresql(url)


def load(url: str, shards: Iterable[Shard]) -> None:
    """Fills a new database with shards, the oldest first."""
    open_store(url).close()
    with closing(connect(url)) as database:
        indexes = [index for table in metadata.tables.values() for index in table.indexes]
        for index in indexes:
            database.run(str(DropIndex(index)))
        database.run("CREATE TEMP TABLE staged (workspace TEXT, word TEXT, quote BIGINT)")
        _pour_index(database, _pour_shards(database, shards))
        for nth in range(PASSES):
            staged = f"SELECT * FROM staged WHERE quote % {PASSES} = {nth} ORDER BY workspace, word, quote"
            database.run(f"INSERT INTO quote_words (workspace, word, quote) {staged}")
        database.run("DROP TABLE staged")
        for index in indexes:
            database.run(str(CreateIndex(index).compile(dialect=sqlite.dialect())))


def _pour_shards(database: Database, shards: Iterable[Shard]) -> Shard:
    """The tables that grow at their ends; returns all that is to be put in order first."""
    whole, bands, owners = Shard(), [], []
    for shard in shards:
        for name, rows in shard.rows.items():
            table = metadata.tables[name]
            database.pour("staged" if name == "quote_words" else name, [c.name for c in table.columns], rows)
        bands.append(shard.bands[0])
        owners.append(shard.bands[1])
        joined_terms(whole.terms, shard.terms)
        for person, seen in shard.seen.items():
            whole.seen[person] = whole.seen.get(person, 0) + seen
        for key, (first, last, article) in shard.held.items():
            earlier = whole.held.get(key, (first, last, article))
            whole.held[key] = earlier[0], last, earlier[2]
    whole.bands = np.concatenate(bands), np.concatenate(owners)
    return whole


def _pour_index(database: Database, whole: Shard) -> None:
    rows = people_rows(whole.seen) | {"offices": office_rows(whole.held)}
    for name in ("people", "names", "offices"):
        table = metadata.tables[name]
        database.pour(name, [column.name for column in table.columns], packed(name, rows[name]))
    database.pour("workspaces", ["number", "workspace"], [(1, LOCAL)])
    terms = ((1, term, count, held) for term, (count, held) in sorted(whole.terms.items()))
    database.pour("terms", ["workspace", "term", "articles", "held"], terms)
    order = np.argsort(whole.bands[0], kind="stable")
    bands, owners = whole.bands[0][order], whole.bands[1][order]
    for nth in range(PASSES):
        mine = bands % PASSES == nth
        database.pour("bands", ["workspace", "band", "held"], _band_rows(bands[mine], owners[mine]))


def _band_rows(bands: NDArray[np.int64], owners: NDArray[np.uint32]) -> Iterator[Values]:
    """Each band with the list of its articles, which are in order; the longest lists are cut as the store cuts them."""
    starts = np.flatnonzero(np.r_[True, bands[1:] != bands[:-1]]) if len(bands) else np.empty(0, np.int64)
    ends = np.r_[starts[1:], len(bands)]
    for band, start, end in zip(bands[starts].tolist(), starts.tolist(), ends.tolist(), strict=True):
        held = owners[start : start + 1].astype("<u4").tobytes()
        for article in owners[start + 1 : end].tolist():
            held = with_article(held, article)
        yield 1, band, held


def _quoted(columns: Sequence[str]) -> str:
    return ", ".join(f'"{column}"' for column in columns)
