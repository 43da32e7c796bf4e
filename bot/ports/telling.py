"""What the store promises of channels, of messages and of Slack's events."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from bot.shapes import Channel, Notice, Posting


class Channels(Protocol):
    """Channel settings."""

    def channel(self, workspace: str, channel: str) -> Channel | None: ...

    def save_channel(self, channel: Channel) -> None: ...

    def channels(self, workspace: str | None = None) -> list[Channel]: ...


class Outbox(Protocol):
    """What is to be told, and what has been."""

    def want(self, notice: Notice, at: datetime) -> None:
        """Asks for a message: a first post where the key is new, an edit where it has been posted."""
        ...

    def due_postings(self, at: datetime, limit: int = 20) -> list[Posting]:
        """Messages of all workspaces that are wanted and not told, oldest first; a reply only once its parent has a
        ts, none that was given up."""
        ...

    def is_teller(self) -> bool:
        """Whether it is this process that posts: one of all that share the store, the first that asks. When it ends,
        the next that asks is."""
        ...

    def begin_posting(self, workspace: str, key: str) -> None:
        """Notes, in a transaction of its own, that Slack is about to be called for a first post. A RuntimeError inside
        another transaction, which would put the note off until after the call."""
        ...

    def told(self, workspace: str, key: str, wanted: int, ts: str) -> None:
        """Slack took it: at `ts`, as of the revision `wanted`."""
        ...

    def put_off(
        self, workspace: str, key: str, until: datetime, error: str, give_up: bool = False, unsure: bool = False
    ) -> None:
        """Slack did not take it: try again later, or never. `unsure`: whether it did is not known (the line
        broke), so the posting stays `sending`."""
        ...

    def move_replies(self, workspace: str, parent: str, to: str, story: str) -> None:
        """Replies that wait to be posted below one card come below another."""
        ...

    def posting(self, workspace: str, key: str) -> Posting | None: ...

    def thread_ts(self, workspace: str, posting: Posting) -> str | None:
        """The ts of the thread it belongs in: its own `thread`, or its parent's."""
        ...

    def story_of_thread(self, workspace: str, channel: str, ts: str) -> str | None:
        """The story whose card is at this ts."""
        ...


class Events(Protocol):
    """Slack events, which Slack may send again."""

    def first_time(self, workspace: str, event: str, at: datetime) -> bool:
        """Notes an event's id; False where it was noted before."""
        ...

    def forget_events(self, before: datetime) -> int:
        """Forgets what was noted before then, in all workspaces; returns how many."""
        ...
