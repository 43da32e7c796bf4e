"""Conflicts, and what people decided about them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, select, update

from bot.errors import StoreError, UserError
from bot.shapes import Conflict, ConflictKind, ConflictStatus, Side
from store.ids import number, spelled
from store.session import Rows, insert, read_shape
from store.tables import conflicts, mutes


class ConflictRows(Rows):
    def save_conflict(self, workspace: str, story: str, conflict: Conflict) -> Conflict:
        row = number("s", story)
        if row is None:
            raise StoreError(f"no story {story!r} to keep a conflict in")
        found = conflict.model_dump(mode="json", include={"kind", "summary", "why", "confidence", "sides"})
        with self.door.write(workspace) as connection:
            kept = connection.execute(
                _all_conflicts(workspace).where(conflicts.c.story == row, conflicts.c.key == conflict.key)
            ).first()
            if kept is None:
                own = {"status": conflict.status, "confirmed": conflict.confirmed, "key": conflict.key, "story": row}
                saved = conflicts.insert().values(workspace=workspace, **own, **found).returning(conflicts)
            else:
                saved = _renewed(kept, conflict.status, found)
            return as_conflict(connection.execute(saved).one())

    def conflicts(
        self, workspace: str, story: str | None = None, status: ConflictStatus | None = None
    ) -> list[Conflict]:
        wanted = _all_conflicts(workspace).order_by(conflicts.c.number.desc())
        if story is not None:
            wanted = wanted.where(conflicts.c.story == (number("s", story) or 0))
        if status is not None:
            wanted = wanted.where(conflicts.c.status == status)
        with self.door.read() as connection:
            return [as_conflict(row) for row in connection.execute(wanted)]

    def conflict(self, workspace: str, conflict: str) -> Conflict | None:
        with self.door.read() as connection:
            row = _row(connection, workspace, conflict)
        return as_conflict(row) if row else None

    def judge_conflict(
        self, workspace: str, conflict: str, status: ConflictStatus, by: str, at: datetime, confirmed: bool = False
    ) -> Conflict:
        judgement = {"status": status, "judged_by": by, "judged_at": at, "confirmed": confirmed}
        with self.door.write(workspace) as connection:
            row = connection.execute(
                update(conflicts)
                .where(conflicts.c.workspace == workspace, conflicts.c.number == (number("c", conflict) or 0))
                .values(judgement)
                .returning(conflicts)
            ).first()
        if row is None:
            raise UserError("There is no such conflict here; /conflicts lists those there are.")
        return as_conflict(row)

    def mute_conflicts(self, workspace: str, story: str, kind: ConflictKind, by: str, at: datetime) -> None:
        row = number("s", story)
        if row is None:
            raise UserError("There is no such story here.")
        with self.door.write(workspace) as connection:
            muted = insert(connection, mutes).on_conflict_do_nothing()
            connection.execute(muted.values(workspace=workspace, story=row, kind=kind, by=by, at=at))

    def muted_kinds(self, workspace: str, story: str) -> list[str]:
        wanted = select(mutes.c.kind).where(mutes.c.workspace == workspace, mutes.c.story == (number("s", story) or 0))
        with self.door.read() as connection:
            return list(connection.execute(wanted.order_by(mutes.c.kind)).scalars())


def as_conflict(row: Row[Any]) -> Conflict:
    return Conflict(
        id=spelled("c", row.number),
        key=row.key,
        kind=row.kind,
        status=row.status,
        story=spelled("s", row.story),
        summary=row.summary,
        why=row.why,
        confidence=row.confidence,
        sides=tuple(read_shape(Side, side) for side in row.sides),
        confirmed=row.confirmed,
        judged_by=row.judged_by,
    )


def _all_conflicts(workspace: str) -> Select[Any]:
    return select(conflicts).where(conflicts.c.workspace == workspace)


def _row(connection: Connection, workspace: str, conflict: str) -> Row[Any] | None:
    row = number("c", conflict)
    if row is None:
        return None
    return connection.execute(_all_conflicts(workspace).where(conflicts.c.number == row)).first()


def _renewed(kept: Row[Any], status: ConflictStatus, found: dict[str, Any]) -> Any:
    """New sides and words for a kept conflict; where a person has spoken, the status is theirs."""
    if kept.judged_at is None:
        found = found | {"status": status}
    return update(conflicts).where(conflicts.c.number == kept.number).values(found).returning(conflicts)
