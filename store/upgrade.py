"""Brings a database to the tables of this version, also where several processes start at once."""

from __future__ import annotations

import time
from pathlib import Path

from sqlalchemy import Connection, inspect, text

from bot.errors import StoreError, UserError
from store.reindexing import is_indexed, reindex
from store.session import Door
from store.tables import REVISION

# Switching a fresh SQLite file to its write-ahead log fails at once while another process opens it; it is a matter of
# milliseconds, so this is long.
_WAL_TRIES = 100
_WAL_WAIT_SECONDS = 0.05


def upgrade(door: Door) -> None:
    """Runs the migrations that are missing, and makes the index anew where it must be, under a lock. Mostly this is
    two queries."""
    if door.is_sqlite:
        _log_ahead(door)
    with door.read() as connection:
        if _revision(connection) == REVISION and is_indexed(connection):
            return
    with door.write("") as connection:
        if _revision(connection) != REVISION:
            _migrate(connection)
        if not is_indexed(connection):
            reindex(connection)


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return found


def _migrate(connection: Connection) -> None:
    from alembic import command  # it takes a fifth of a second to import, and is needed once in a database's life
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise UserError("This database was made by a later copydesk; bring this one up to date.") from error


def _log_ahead(door: Door) -> None:
    """Readers do not wait for the writer then. The file remembers it."""
    for attempt in range(_WAL_TRIES):
        try:
            return door.pragma("journal_mode=WAL")
        except StoreError as error:
            if "locked" not in str(error) or attempt == _WAL_TRIES - 1:
                raise
        time.sleep(_WAL_WAIT_SECONDS)
    return None
