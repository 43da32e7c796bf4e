"""The inbox: every drop as it came, and what became of it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Row, select, update

from bot.shapes import Asked, Drop, Outcome
from store.session import Rows, insert, read_shape
from store.tables import drops

_FETCHED = ("body", "title", "outlet", "published", "url", "media", "problem")


class DropRows(Rows):
    def keep_drop(self, drop: Drop) -> bool:
        values = drop.model_dump(exclude={"asked"}) | {"asked": drop.asked and drop.asked.model_dump()}
        with self.door.write(drop.workspace) as connection:
            row = insert(connection, drops).values(values).on_conflict_do_nothing().returning(drops.c.number)
            return connection.execute(row).first() is not None

    def refill_drop(self, drop: Drop) -> None:
        fetched = drop.model_dump(include=set(_FETCHED))
        with self.door.write(drop.workspace) as connection:
            connection.execute(
                update(drops).where(drops.c.workspace == drop.workspace, drops.c.key == drop.key).values(fetched)
            )

    def drop(self, workspace: str, key: str) -> Drop | None:
        with self.door.read() as connection:
            row = connection.execute(select(drops).where(drops.c.workspace == workspace, drops.c.key == key)).first()
        return _drop(row) if row else None

    def waiting_drops(self, workspace: str | None = None, limit: int = 100) -> list[Drop]:
        waiting = select(drops).where(drops.c.outcome.is_(None)).order_by(drops.c.received, drops.c.number)
        if workspace is not None:
            waiting = waiting.where(drops.c.workspace == workspace)
        with self.door.read() as connection:
            return [_drop(row) for row in connection.execute(waiting.limit(limit))]

    def finish_drop(self, workspace: str, key: str, outcome: Outcome) -> None:
        with self.door.write(workspace) as connection:
            connection.execute(
                update(drops)
                .where(drops.c.workspace == workspace, drops.c.key == key, drops.c.outcome.is_(None))
                .values(outcome=outcome.model_dump(mode="json"))
            )

    def outcome(self, workspace: str, key: str) -> Outcome | None:
        with self.door.read() as connection:
            found = connection.execute(
                select(drops.c.outcome).where(drops.c.workspace == workspace, drops.c.key == key)
            ).scalar()
        return None if found is None else read_shape(Outcome, found)


def _drop(row: Row[Any]) -> Drop:
    values = row._asdict()
    asked = values["asked"]
    kept = {name: values[name] for name in Drop.model_fields if name != "asked"}
    return Drop(**kept, asked=read_shape(Asked, asked) if asked else None)
