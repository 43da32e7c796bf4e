"""What the newsroom's reasoning needs from outside. `store/` keeps these promises, `handlers/` the rest.

Every method of Store is bounded by a workspace. Each runs in a transaction of its own, or in the one
opened by `with store.transaction(workspace):` around it in the same thread. That block is exclusive: two of
them on one workspace never overlap, whatever process they are in, so a decision made from what was
read inside it still holds when it is written. It is kept whole or, where it ends with an error, not at all.

A ref that names nothing, however strange, finds nothing: None or an empty list. Ids are those of bot.shapes.
Where the database fails, every method raises StoreError.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Protocol

from bot.ports.findings import Conflicts, People, Quotes
from bot.ports.outside import Clock, Fetcher
from bot.ports.stories import Decisions, Stories
from bot.ports.taking import Articles, Drops, Feeds
from bot.ports.telling import Channels, Events, Outbox

__all__ = [
    "Articles",
    "Channels",
    "Clock",
    "Conflicts",
    "Decisions",
    "Drops",
    "Events",
    "Feeds",
    "Fetcher",
    "Outbox",
    "People",
    "Quotes",
    "Store",
    "Stories",
]


class Store(Drops, Articles, Stories, Decisions, People, Quotes, Conflicts, Channels, Outbox, Feeds, Events, Protocol):
    """Everything kept."""

    def transaction(self, workspace: str) -> AbstractContextManager[None]: ...

    def close(self) -> None: ...
