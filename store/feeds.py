"""Feeds that are polled."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, select, update

from bot.shapes import Feed
from store.ids import number, spelled
from store.session import Rows, insert
from store.tables import feeds


class FeedRows(Rows):
    def follow_feed(self, workspace: str, url: str, at: datetime) -> Feed:
        fresh = {"workspace": workspace, "url": url, "url_key": url, "due": at, "failures": 0}
        with self.door.write(workspace) as connection:
            connection.execute(insert(connection, feeds).values(fresh).on_conflict_do_nothing())
            row = connection.execute(select(feeds).where(feeds.c.workspace == workspace, feeds.c.url_key == url)).one()
        return _feed(row)

    def unfollow_feed(self, workspace: str, url: str) -> bool:
        with self.door.write(workspace) as connection:
            gone = connection.execute(delete(feeds).where(feeds.c.workspace == workspace, feeds.c.url_key == url))
            return gone.rowcount > 0

    def feeds(self, workspace: str | None = None) -> list[Feed]:
        wanted = select(feeds).order_by(feeds.c.number)
        if workspace is not None:
            wanted = wanted.where(feeds.c.workspace == workspace)
        with self.door.read() as connection:
            return [_feed(row) for row in connection.execute(wanted)]

    def due_feeds(self, at: datetime) -> list[Feed]:
        wanted = select(feeds).where(feeds.c.due <= at).order_by(feeds.c.due, feeds.c.number)
        with self.door.read() as connection:
            return [_feed(row) for row in connection.execute(wanted)]

    def save_feed(self, feed: Feed) -> None:
        polled = feed.model_dump(exclude={"id", "workspace", "url"})
        with self.door.write(feed.workspace) as connection:
            connection.execute(
                update(feeds)
                .where(feeds.c.workspace == feed.workspace, feeds.c.number == (number("f", feed.id) or 0))
                .values(polled)
            )


def _feed(row: Row[Any]) -> Feed:
    values = row._asdict()
    kept = {name: values[name] for name in Feed.model_fields if name != "id"} | {"shown": row.shown or {}}
    return Feed(id=spelled("f", row.number), **kept)
