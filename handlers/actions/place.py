"""Where a button was pressed."""

from __future__ import annotations

from typing import Any


def thread_of(body: dict[str, Any]) -> str | None:
    """The ts of the thread that the pressed message belongs to; a message outside any thread starts its own."""
    container, message = body.get("container", {}), body.get("message", {})
    thread = container.get("thread_ts") or message.get("thread_ts") or container.get("message_ts")
    return str(thread) if thread else None


def reply_thread(body: dict[str, Any]) -> str | None:
    """The thread to answer in, so that whoever pressed sees it: the parent of a thread stands in the channel."""
    thread = thread_of(body)
    return None if thread == body.get("container", {}).get("message_ts") else thread


def is_private(body: dict[str, Any]) -> bool:
    """Whether only whoever pressed sees the message."""
    return bool(body.get("container", {}).get("is_ephemeral"))
