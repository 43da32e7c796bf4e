"""Start here: settings -> store -> bot -> handlers -> clock -> Slack. The only file that knows everyone."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.desk import Desk
from bot.pipeline import Pipeline
from bot.ports import Clock
from bot.settings import read_settings
from handlers.fetcher import SafeFetcher
from handlers.terminal.cli import program
from store import open_store


def now() -> datetime:
    """The real clock."""
    return datetime.now(UTC)


def open_desk(database_url: str | None = None, clock: Clock = now) -> Desk:
    """A desk on the database named, or on the one of the settings."""
    settings = read_settings()
    store = open_store(database_url or settings.database_url)
    fetcher = SafeFetcher(settings)
    return Desk(settings=settings, store=store, fetcher=fetcher, clock=clock, pipeline=Pipeline(store, fetcher, clock))


def main() -> None:
    """The `copydesk` command."""
    program(open_desk)


if __name__ == "__main__":
    main()
