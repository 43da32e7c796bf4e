"""What was decided about which reports belong in which story, and which articles that says are one event or two."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, delete, or_, select, update

from bot.errors import StoreError, UserError
from bot.shapes import Decision, Pair
from store.ids import number, spelled, spelled_if
from store.moving import Moved, in_parts, move, put_back, with_copies
from store.session import Rows, insert
from store.tables import articles, decisions, mutes, pairs, stories

GONE = "That is no longer kept."


class DecisionRows(Rows):
    def decide_story(self, workspace: str, decision: Decision, said: Sequence[Pair] = ()) -> Decision:
        with self.door.write(workspace) as connection:
            moved = _carry_out(connection, workspace, decision) if decision.status == "done" else None
            row = _write(connection, workspace, decision, moved)
            _write_pairs(connection, workspace, row, said)
            return _one(connection, workspace, row)

    def undo_decision(self, workspace: str, decision: str, by: str | None, at: datetime) -> Decision:
        with self.door.write(workspace) as connection:
            row = _row(connection, workspace, decision)
            if row is None or row.status not in ("done", "declined"):
                raise UserError("That has been undone already.")
            if row.moved:
                _take_back(connection, workspace, row)
            connection.execute(delete(pairs).where(pairs.c.decision == row.number))
            status = "asked" if row.asked else "undone"
            values = {"status": status, "by": by, "at": at, "moved": None}
            connection.execute(update(decisions).where(decisions.c.number == row.number).values(values))
            return _one(connection, workspace, row.number)

    def decision(self, workspace: str, decision: str) -> Decision | None:
        with self.door.read() as connection:
            row = _row(connection, workspace, decision)
        return as_decision(row) if row else None

    def decisions(self, workspace: str, story: str) -> list[Decision]:
        with self.door.read() as connection:
            return story_decisions(connection, workspace, number("s", story) or 0)

    def objections(self, workspace: str, going: Collection[str], story: str) -> list[Pair]:
        rows = {row for article in going if (row := number("a", article))}
        to = number("s", story) or 0
        with self.door.read() as connection:
            said = _standing(_touching(connection, workspace, rows))
            home = _homes(connection, {row for pair in said for row in (pair.one, pair.other)})
            return [_pair(one) for one in said if _objects(one, rows, to, home)]

    def pairs(self, workspace: str, since: datetime | None = None) -> list[Pair]:
        wanted = _pairs(workspace)
        if since is not None:
            wanted = wanted.where(decisions.c.at >= since)
        with self.door.read() as connection:
            return [_pair(row) for row in _standing(connection.execute(wanted.order_by(pairs.c.number)))]

    def moved_by(self, workspace: str, decision: str) -> list[str]:
        with self.door.read() as connection:
            row = _row(connection, workspace, decision)
        return [spelled("a", article) for article, _ in row.moved["articles"]] if row and row.moved else []


def story_decisions(connection: Connection, workspace: str, story: int) -> list[Decision]:
    """Those that concern a story, oldest first."""
    wanted = _all(workspace).where(or_(decisions.c.story == story, decisions.c.other == story))
    return [as_decision(row) for row in connection.execute(wanted.order_by(decisions.c.at, decisions.c.number))]


def as_decision(row: Row[Any]) -> Decision:
    return Decision(
        id=spelled("d", row.number),
        kind=row.kind,
        status=row.status,
        story=spelled("s", row.story),
        other=spelled("s", row.other),
        titles=(row.story_title, row.other_title),
        article=spelled_if("a", row.article),
        by=row.by,
        at=row.at,
        score=row.score,
        reason=row.reason,
        asked=row.asked,
    )


def _all(workspace: str) -> Select[Any]:
    story, other = stories.alias(), stories.alias()
    return (
        select(decisions, story.c.title.label("story_title"), other.c.title.label("other_title"))
        .join(story, story.c.number == decisions.c.story)
        .join(other, other.c.number == decisions.c.other)
        .where(decisions.c.workspace == workspace)
    )


def _row(connection: Connection, workspace: str, decision: str) -> Row[Any] | None:
    row = number("d", decision)
    return None if row is None else connection.execute(_all(workspace).where(decisions.c.number == row)).first()


def _one(connection: Connection, workspace: str, row: int) -> Decision:
    return as_decision(connection.execute(_all(workspace).where(decisions.c.number == row)).one())


def _carry_out(connection: Connection, workspace: str, decision: Decision) -> Moved:
    """Moves what a decision moves: a story's articles, or one article with its copies."""
    story, other = (number("s", one) or 0 for one in (decision.story, decision.other))
    if decision.kind == "merge":
        going = connection.execute(
            select(articles.c.number).where(articles.c.workspace == workspace, articles.c.story == other)
        ).scalars()
        moved = move(connection, workspace, dict.fromkeys(going, story))
        return moved | {"mutes": _join_mutes(connection, workspace, other, story)}
    article = _article(connection, workspace, decision.article)
    return move(connection, workspace, dict.fromkeys(with_copies(connection, article), story))


def _article(connection: Connection, workspace: str, article: str | None) -> int:
    wanted = select(articles.c.number).where(
        articles.c.workspace == workspace, articles.c.number == (number("a", article or "") or 0)
    )
    found: int | None = connection.execute(wanted).scalar()
    if found is None:
        raise UserError(GONE)
    return found


def _join_mutes(connection: Connection, workspace: str, story: int, to: int) -> list[list[str]]:
    """What people want to hear no more of in a story holds in the one it becomes part of; the kinds that were added."""
    rows = connection.execute(select(mutes).where(mutes.c.workspace == workspace, mutes.c.story.in_((story, to)))).all()
    there = {row.kind for row in rows if row.story == to}
    added = [row for row in rows if row.story == story and row.kind not in there]
    for row in added:
        connection.execute(mutes.insert().values(row._asdict() | {"story": to}))
    return [[row.kind] for row in added]


def _take_back(connection: Connection, workspace: str, row: Row[Any]) -> None:
    """Brings what a decision moved back from where it is now, with the copies that came since; what another decision
    has moved on from there stays."""
    moved: Moved = row.moved
    here = _standing_for(connection, row.story)
    home = _homes(connection, [article for article, _ in moved["articles"]])
    wanted: dict[int, int] = {}
    for article, story in moved["articles"]:
        if home.get(article) == here:
            wanted.update((one, story) for one in with_copies(connection, article))
    move(connection, workspace, wanted)
    put_back(connection, moved)
    for (kind,) in moved.get("mutes", []):
        added = (mutes.c.workspace == workspace) & (mutes.c.story == row.story) & (mutes.c.kind == kind)
        connection.execute(delete(mutes).where(added))


def _standing_for(connection: Connection, story: int) -> int:
    """The story that one is part of now, or itself."""
    into = select(stories.c.into)
    while (further := connection.execute(into.where(stories.c.number == story)).scalar()) is not None:
        story = further
    return story


def _write(connection: Connection, workspace: str, decision: Decision, moved: Moved | None) -> int:
    """A new decision, or what became of a question."""
    values = {
        **decision.model_dump(include={"kind", "status", "by", "at", "score", "reason", "asked"}),
        "story": number("s", decision.story),
        "other": number("s", decision.other),
        "article": number("a", decision.article or ""),
        "moved": moved,
    }
    if not decision.id:
        made = decisions.insert().values(workspace=workspace, **values).returning(decisions.c.number)
        fresh: int = connection.execute(made).scalar_one()
        return fresh
    row = number("d", decision.id) or 0
    kept = (decisions.c.workspace == workspace) & (decisions.c.number == row)
    if not connection.execute(update(decisions).where(kept).values(values)).rowcount:
        raise StoreError(f"no decision {decision.id!r} to write")
    return row


def _write_pairs(connection: Connection, workspace: str, decision: int, said: Iterable[Pair]) -> None:
    connection.execute(delete(pairs).where(pairs.c.decision == decision))
    rows = []
    for pair in said:
        low, high = sorted((number("a", pair.one) or 0, number("a", pair.other) or 0))
        rows.append({"workspace": workspace, "one": low, "other": high, "same": pair.same, "score": pair.score})
    if rows:
        connection.execute(insert(connection, pairs), [row | {"decision": decision} for row in rows])


def _pairs(workspace: str) -> Select[Any]:
    by = decisions.c.by, decisions.c.at
    return (
        select(pairs, *by).join(decisions, decisions.c.number == pairs.c.decision).where(pairs.c.workspace == workspace)
    )


def _touching(connection: Connection, workspace: str, rows: Collection[int]) -> Iterator[Row[Any]]:
    """What was said of any of these articles."""
    for part in in_parts(rows):
        for column in (pairs.c.one, pairs.c.other):
            yield from connection.execute(_pairs(workspace).where(column.in_(part)))


def _standing(rows: Iterable[Row[Any]]) -> list[Row[Any]]:
    """Of each two articles what was said last."""
    last = {(row.one, row.other): row for row in sorted(rows, key=lambda row: row.number)}
    return sorted(last.values(), key=lambda row: row.number)


def _homes(connection: Connection, rows: Collection[int]) -> dict[int, int]:
    """Article -> its story."""
    return {
        row.number: row.story
        for part in in_parts(rows)
        for row in connection.execute(select(articles.c.number, articles.c.story).where(articles.c.number.in_(part)))
    }


def _objects(said: Row[Any], going: Collection[int], to: int, home: dict[int, int]) -> bool:
    """Whether what was said of two articles speaks against one of them going to a story without the other."""
    if said.one in going and said.other in going:
        return False
    mover, stays = (said.one, said.other) if said.one in going else (said.other, said.one)
    return home[stays] == (home[mover] if said.same else to)


def _pair(row: Row[Any]) -> Pair:
    return Pair(
        one=spelled("a", row.one),
        other=spelled("a", row.other),
        same=row.same,
        by=row.by,
        at=row.at,
        score=row.score,
        decision=spelled("d", row.decision),
    )
