"""What is to be told, and what has been.

A row is a message that should exist, not an order to post one: `wanted` counts how often it was asked for, `told` the
count that Slack has taken. While they differ it is due.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, Update, and_, case, or_, select, text, update

from bot.shapes import Notice, Posting
from store.session import Rows, insert
from store.tables import outbox

# Word for word as in the index of due rows: SQLite takes an index of some rows only where it finds its condition again.
_NOT_GIVEN_UP = text("NOT outbox.given_up")
_NOTICE = set(Notice.model_fields)


class OutboxRows(Rows):
    def want(self, notice: Notice, at: datetime) -> None:
        asked = notice.model_dump()
        fresh = {"wanted": 1, "told": 0, "sending": False, "attempts": 0, "not_before": at, "given_up": False}
        again = {name: value for name, value in asked.items() if name not in ("workspace", "key", "channel", "kind")}
        is_due = outbox.c.told < outbox.c.wanted
        with self.door.write(notice.workspace) as connection:
            connection.execute(
                insert(connection, outbox)
                .values(**asked, **fresh)
                .on_conflict_do_update(
                    index_elements=["workspace", "key"],
                    set_={
                        **again,
                        "wanted": outbox.c.wanted + 1,
                        # what waits already keeps its place, and its wait after a refusal
                        "not_before": case((is_due, outbox.c.not_before), else_=at),
                    },
                )
            )

    def due_postings(self, at: datetime, limit: int = 20) -> list[Posting]:
        parents = outbox.alias("parents")
        parent = and_(parents.c.workspace == outbox.c.workspace, parents.c.key == outbox.c.parent)
        due = (
            select(outbox)
            .select_from(outbox.outerjoin(parents, parent))
            .where(outbox.c.told < outbox.c.wanted, _NOT_GIVEN_UP, outbox.c.not_before <= at)
            .where(or_(outbox.c.parent.is_(None), outbox.c.thread.is_not(None), parents.c.ts.is_not(None)))
            .order_by(outbox.c.not_before, outbox.c.number)
            .limit(limit)
        )
        with self.door.read() as connection:
            return [_posting(row) for row in connection.execute(due)]

    def begin_posting(self, workspace: str, key: str) -> None:
        with self.door.write_alone(workspace) as connection:
            connection.execute(_one(workspace, key).values(sending=True))

    def told(self, workspace: str, key: str, wanted: int, ts: str) -> None:
        told = case((outbox.c.told < wanted, wanted), else_=outbox.c.told)  # an answer that comes late undoes nothing
        taken = {"told": told, "ts": ts, "sending": False, "attempts": 0, "error": None}
        with self.door.write(workspace) as connection:
            connection.execute(_one(workspace, key).values(taken))

    def put_off(
        self, workspace: str, key: str, until: datetime, error: str, give_up: bool = False, unsure: bool = False
    ) -> None:
        refused: dict[str, Any] = {"not_before": until, "error": error, "attempts": outbox.c.attempts + 1}
        if give_up:
            refused["given_up"] = True
        if not unsure:
            refused["sending"] = False
        with self.door.write(workspace) as connection:
            connection.execute(_one(workspace, key).values(refused))

    def move_replies(self, workspace: str, parent: str, to: str, story: str) -> None:
        waiting = (outbox.c.workspace == workspace) & (outbox.c.parent == parent)
        never = outbox.c.ts.is_(None) & (outbox.c.told == 0) & ~outbox.c.sending
        with self.door.write(workspace) as connection:
            connection.execute(update(outbox).where(waiting, never).values(parent=to, story=story))

    def posting(self, workspace: str, key: str) -> Posting | None:
        with self.door.read() as connection:
            row = connection.execute(_kept(workspace).where(outbox.c.key == key)).first()
        return _posting(row) if row else None

    def thread_ts(self, workspace: str, posting: Posting) -> str | None:
        notice = posting.notice
        if notice.thread is not None or notice.parent is None:
            return notice.thread
        parent = self.posting(workspace, notice.parent)
        return parent.ts if parent else None

    def story_of_thread(self, workspace: str, channel: str, ts: str) -> str | None:
        card = _kept(workspace).where(outbox.c.channel == channel, outbox.c.ts == ts, outbox.c.kind == "card")
        with self.door.read() as connection:
            row = connection.execute(card).first()
        return (row.story or row.subject) if row else None


def _kept(workspace: str) -> Select[Any]:
    return select(outbox).where(outbox.c.workspace == workspace)


def _one(workspace: str, key: str) -> Update:
    return update(outbox).where(outbox.c.workspace == workspace, outbox.c.key == key)


def _posting(row: Row[Any]) -> Posting:
    values = row._asdict()
    return Posting(
        notice=Notice(**{name: values[name] for name in _NOTICE}),
        wanted=row.wanted,
        told=row.told,
        ts=row.ts,
        sending=row.sending,
        attempts=row.attempts,
        not_before=row.not_before,
        error=row.error,
    )
