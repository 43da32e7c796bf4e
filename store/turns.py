"""Whose turn it is to tell: of all processes on one database, one posts to Slack and the others stand by.

Two that read the same outbox would post the same message each. The turn is a lock that the system takes back when its
holder ends, however it ends, so whoever stands by goes on without a wait and without a look at the clock.
"""

from __future__ import annotations

import sqlite3
import threading
from typing import Protocol

from sqlalchemy import Connection, func, select
from sqlalchemy.exc import SQLAlchemyError

from bot.errors import StoreError
from store.session import Door, Rows, lock_number

# Beside the database and not in it: whoever holds it would keep all others from writing.
SUFFIX = ".teller"


class Turn(Protocol):
    """A lock that is held until it is closed or its process ends."""

    def close(self) -> None: ...


class TurnRows(Rows):
    def __init__(self, door: Door) -> None:
        super().__init__(door)
        self._turn: Turn | None = None
        self._asking = threading.Lock()

    def is_teller(self) -> bool:
        if self.door.in_memory:
            return True
        with self._asking:
            if self._turn is None or _is_lost(self._turn):
                self._turn = _file_lock(self.door) if self.door.is_sqlite else _advisory_lock(self.door)
            return self._turn is not None

    def give_turn(self) -> None:
        """Lets another process tell."""
        with self._asking:
            if self._turn is not None:
                self._turn.close()
            self._turn = None


def _file_lock(door: Door) -> Turn | None:
    """SQLite's own lock on an empty database: it works wherever the archive itself does."""
    file = None
    try:
        file = sqlite3.connect(f"{door.url.database}{SUFFIX}", timeout=0, isolation_level=None, check_same_thread=False)
        file.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        if file is not None:
            file.close()
        if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
            raise StoreError(f"no turn can be taken beside the database: {error}") from error
        return None
    return file


def _advisory_lock(door: Door) -> Turn | None:
    """PostgreSQL's: it belongs to a connection, which is kept out of the pool for it."""
    try:
        connection = door.engine.connect().execution_options(isolation_level="AUTOCOMMIT")
        if connection.execute(select(func.pg_try_advisory_lock(lock_number("the teller's turn")))).scalar():
            return connection
        connection.close()
    except SQLAlchemyError as error:
        raise StoreError(str(error)) from error
    return None


def _is_lost(turn: Turn) -> bool:
    """A connection that broke took its lock with it."""
    if not isinstance(turn, Connection):
        return False
    try:
        turn.execute(select(1))
    except SQLAlchemyError:
        turn.invalidate()
        turn.close()
        return True
    return False
