"""An answer for all to see: the same blocks as the private one, without the button that would share it."""

from __future__ import annotations

from typing import Any

from handlers.views import Message, ids

MOST_BLOCKS = 50
"""Slack's limit for one message."""


def public(drawn: Message, shared_by: str | None = None) -> Message:
    """The message without its share button; with a line that says who shared it, where somebody did."""
    blocks = [kept for block in drawn["blocks"] if (kept := _without_share(block))]
    if shared_by is None:
        return {"text": drawn["text"], "blocks": blocks}
    line = f"Shared by <@{shared_by}>"
    signed = {"type": "context", "elements": [{"type": "mrkdwn", "text": line}]}
    return {"text": f"{drawn['text']}\n{line}", "blocks": [*blocks[: MOST_BLOCKS - 1], signed]}


def _without_share(block: dict[str, Any]) -> dict[str, Any] | None:
    """The block, or None where the button was all it held."""
    if block["type"] != "actions":
        return block
    elements = [element for element in block["elements"] if element.get("action_id") != ids.SHARE]
    return {**block, "elements": elements} if elements else None


def signed(drawn: Message, body: dict[str, Any]) -> Message:
    """A public message drawn again, with the line that says who shared it, where the one it replaces has it."""
    last = (body.get("message", {}).get("blocks") or [{}])[-1]
    text = next(
        (element.get("text", "") for element in last.get("elements", []) if element.get("type") == "mrkdwn"), ""
    )
    if not text.startswith("Shared by <@"):
        return drawn
    shared = {"type": "context", "elements": [{"type": "mrkdwn", "text": text}]}
    return {"text": f"{drawn['text']}\n{text}", "blocks": [*drawn["blocks"][: MOST_BLOCKS - 1], shared]}
