"""Everything kept: the only room that speaks SQL. `open_store` is its door; bot.ports.Store is its promise."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from store.articles import ArticleRows
from store.channels import ChannelRows
from store.conflicts import ConflictRows
from store.decisions import DecisionRows
from store.drops import DropRows
from store.events import EventRows
from store.feeds import FeedRows
from store.judgements import JudgementRows
from store.lookalikes import LookalikeRows
from store.offices import OfficeRows
from store.outbox import OutboxRows
from store.quotes import QuoteRows
from store.session import Door
from store.sheets import SheetRows
from store.stories import StoryRows
from store.turns import TurnRows
from store.upgrade import upgrade

__all__ = ["SqlStore", "open_store"]


class SqlStore(
    DropRows,
    ArticleRows,
    LookalikeRows,
    StoryRows,
    SheetRows,
    QuoteRows,
    JudgementRows,
    DecisionRows,
    OfficeRows,
    ConflictRows,
    ChannelRows,
    OutboxRows,
    FeedRows,
    EventRows,
    TurnRows,
):
    """bot.ports.Store on SQLite or PostgreSQL; any number of threads may use it."""

    @contextmanager
    def transaction(self, workspace: str) -> Iterator[None]:
        with self.door.write(workspace):
            yield

    def close(self) -> None:
        self.give_turn()
        self.door.close()


def open_store(url: str) -> SqlStore:
    """Opens the database at an SQLAlchemy URL, and first makes it or brings it up to date.

    Raises UserError where the address cannot be one, StoreError where the database does not open.
    """
    door = Door(url)
    try:
        upgrade(door)
    except Exception:
        door.close()
        raise
    return SqlStore(door)
