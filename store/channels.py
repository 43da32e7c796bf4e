"""Each channel's own settings."""

from __future__ import annotations

from sqlalchemy import select

from bot.shapes import Channel
from store.session import Rows, insert
from store.tables import channels


class ChannelRows(Rows):
    def channel(self, workspace: str, channel: str) -> Channel | None:
        wanted = select(channels).where(channels.c.workspace == workspace, channels.c.id == channel)
        with self.door.read() as connection:
            row = connection.execute(wanted).first()
        return Channel(**row._asdict()) if row else None

    def save_channel(self, channel: Channel) -> None:
        with self.door.write(channel.workspace) as connection:
            saved = insert(connection, channels).values(channel.model_dump())
            connection.execute(
                saved.on_conflict_do_update(
                    index_elements=["workspace", "id"],
                    set_=channel.model_dump(exclude={"workspace", "id"}),
                )
            )

    def channels(self, workspace: str | None = None) -> list[Channel]:
        wanted = select(channels).order_by(channels.c.workspace, channels.c.id)
        if workspace is not None:
            wanted = wanted.where(channels.c.workspace == workspace)
        with self.door.read() as connection:
            return [Channel(**row._asdict()) for row in connection.execute(wanted)]
