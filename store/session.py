"""The one door to the database.

A thread goes through it once: what it calls inside joins the transaction that is open. A transaction is rolled
back unless it ended well. Drivers' errors come out as StoreError. Writers of one workspace never overlap, whatever
process they are in: SQLite lets one writer in (BEGIN IMMEDIATE), PostgreSQL is asked for an advisory lock.
"""

from __future__ import annotations

import hashlib
import sqlite3
import threading
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import URL, Connection, Engine, Table, create_engine, event, func, make_url, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlalchemy.pool import StaticPool

from bot.errors import StoreError, UserError
from bot.shapes import Shape

# Longer than any transaction here takes; who waits beyond it is behind a process that hangs.
WAIT_SECONDS = 30

S = TypeVar("S", bound=Shape)


@dataclass
class _Open:
    """The transaction a thread is in."""

    connection: Connection
    writes: bool
    failed: bool = False


class Door:
    """Opens transactions on one database."""

    def __init__(self, url: str) -> None:
        self.url = _parsed(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self._mine = threading.local()
        # SQLite wakes those who wait for its one writer's place by chance and late; in one process this queues them.
        # A database in memory is one connection, which readers share with writers.
        self._place: AbstractContextManager[Any] = threading.RLock() if self.is_sqlite else nullcontext()
        self.in_memory = self.is_sqlite and self.url.database in (None, "", ":memory:")
        self._reading: AbstractContextManager[Any] = self._place if self.in_memory else nullcontext()
        try:
            self.engine = _sqlite(self.url, self.in_memory) if self.is_sqlite else _postgresql(self.url)
        except ImportError as missing:
            raise UserError("PostgreSQL needs copydesk's extra: pip install 'copydesk[scale]'.") from missing

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A transaction that only reads."""
        with self._joined() if self._open() else self._entered(self._reading, None) as connection:
            yield connection

    @contextmanager
    def write(self, workspace: str) -> Iterator[Connection]:
        """A transaction that writes, alone in its workspace."""
        opened = self._open()
        if opened and not opened.writes:
            raise RuntimeError("a write inside a read: SQLite cannot promise that what was read still holds")
        with self._joined() if opened else self._entered(self._place, workspace) as connection:
            if not self.is_sqlite:
                connection.execute(select(func.pg_advisory_xact_lock(lock_number(workspace))))
            yield connection

    @contextmanager
    def write_alone(self, workspace: str) -> Iterator[Connection]:
        """A transaction of its own, kept as soon as it ends; refused inside another one."""
        if self._open():
            raise RuntimeError("this must be kept at once, which a transaction around it would put off")
        with self.write(workspace) as connection:
            yield connection

    def pragma(self, setting: str) -> None:
        """Sets what SQLite lets nobody set inside a transaction."""
        with _errors_as_ours(), closing(self.engine.raw_connection()) as connection:
            connection.cursor().execute(f"PRAGMA {setting}")

    def close(self) -> None:
        """Gives the connections back; the door can still be gone through again."""
        self.engine.dispose()

    def _open(self) -> _Open | None:
        opened: _Open | None = getattr(self._mine, "open", None)
        return opened

    @contextmanager
    def _joined(self) -> Iterator[Connection]:
        """Inside a transaction that is open. One failure in it fails the whole, also where it is caught."""
        opened = self._open()
        assert opened
        try:
            with _errors_as_ours():
                yield opened.connection
        except StoreError:
            opened.failed = True
            raise

    @contextmanager
    def _entered(self, place: AbstractContextManager[Any], workspace: str | None) -> Iterator[Connection]:
        with place, _errors_as_ours(), self.engine.connect() as plain:
            connection = plain.execution_options(copydesk_writes=workspace is not None)
            with connection.begin():
                self._mine.open = opened = _Open(connection, writes=workspace is not None)
                try:
                    yield connection
                finally:
                    self._mine.open = None
                if opened.failed:
                    raise StoreError("nothing was written: a statement in this transaction had failed")


class Rows:
    """What every noun's file builds on: the open door."""

    def __init__(self, door: Door) -> None:
        self.door = door


@contextmanager
def _errors_as_ours() -> Iterator[None]:
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error) as error:
        raise StoreError(str(error)) from error


def read_shape(shape: type[S], kept: Mapping[str, Any]) -> S:
    """A shape that was kept as data, perhaps by an earlier version whose shape had fields that are gone since."""
    return shape.model_validate({name: value for name, value in kept.items() if name in shape.model_fields})


def insert(connection: Connection, table: Table) -> sqlite.Insert | postgresql.Insert:
    """An insert that can say what to do where the row is there already; both databases have it."""
    return sqlite.insert(table) if connection.dialect.name == "sqlite" else postgresql.insert(table)


def _parsed(text: str) -> URL:
    try:
        url = make_url(text)
    except ArgumentError as error:
        raise UserError(f"Not a database address: {text!r}. Try sqlite:///copydesk.db.") from error
    backend = url.get_backend_name()
    if backend in ("postgresql", "postgres"):
        return url.set(drivername="postgresql+psycopg")
    if backend != "sqlite":
        raise UserError(f"copydesk keeps its archive in SQLite or PostgreSQL, not in {backend}.")
    return url.set(drivername="sqlite")


def _sqlite(url: URL, in_memory: bool) -> Engine:
    if not in_memory:
        _make_folder(Path(str(url.database)).parent)
    kind: dict[str, Any] = {"poolclass": StaticPool} if in_memory else {}
    arguments = {"timeout": WAIT_SECONDS, "isolation_level": None, "check_same_thread": False}
    engine = create_engine(url, connect_args=arguments, **kind)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"no folder for the database at {folder}: {error}") from error


def _prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    connection.execute(f"PRAGMA busy_timeout={WAIT_SECONDS * 1000}")
    connection.execute("PRAGMA foreign_keys=ON")


def _begin_sqlite(connection: Connection) -> None:
    """The driver's own BEGIN is off (isolation_level None): it comes too late, and never for a read."""
    writes = connection.get_execution_options().get("copydesk_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _postgresql(url: URL) -> Engine:
    engine = create_engine(url, pool_pre_ping=True)
    event.listen(engine, "connect", _prepare_postgresql)
    return engine


def _prepare_postgresql(connection: Any, _record: object) -> None:
    connection.autocommit = True
    connection.execute(f"SET lock_timeout = '{WAIT_SECONDS}s'")
    connection.execute("SET TIME ZONE 'UTC'")
    connection.autocommit = False


def lock_number(workspace: str) -> int:
    """A workspace's advisory lock: signed 64 bits. Two that share one only wait for each other."""
    digest = hashlib.blake2b(f"copydesk {workspace}".encode(errors="replace"), digest_size=8).digest()
    return int.from_bytes(digest, signed=True)
