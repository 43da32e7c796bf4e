"""Ids of Slack's events that were seen, since Slack may send one again."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete

from store.session import Rows, insert
from store.tables import events


class EventRows(Rows):
    def first_time(self, workspace: str, event: str, at: datetime) -> bool:
        with self.door.write(workspace) as connection:
            noted = insert(connection, events).values(workspace=workspace, event=event, at=at)
            return connection.execute(noted.on_conflict_do_nothing().returning(events.c.at)).first() is not None

    def forget_events(self, before: datetime) -> int:
        with self.door.write("") as connection:
            return connection.execute(delete(events).where(events.c.at < before)).rowcount
