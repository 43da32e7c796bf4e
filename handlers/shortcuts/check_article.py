"""The message shortcut "Check this article": takes in a message's links and files, as if it had just been posted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from slack_bolt import Ack, Respond
from slack_sdk import WebClient

from bot.desk import Desk
from bot.errors import UserError
from handlers.events.message import drops_of, keep
from handlers.events.working import show_working
from handlers.workspace import workspace_of

CHECK_ARTICLE = "check_article"

NOTHING_THERE = "There is no link and no file in that message. Post the article's address or the file itself."
NOT_INVITED = "copydesk is not in this channel, so it cannot answer there. Type `/invite @copydesk` first."
READING = "Reading it. The answer comes in the message's thread."


def check_article(
    ack: Ack, shortcut: dict[str, Any], respond: Respond, client: WebClient, desk: Desk, wake: Callable[[], None]
) -> None:
    """The answer comes in the message's thread; whoever asked hears at once that it will."""
    ack()
    message, channel = shortcut["message"], shortcut["channel"]["id"]
    workspace = workspace_of(shortcut["team"]["id"])
    drops = drops_of({**message, "channel": channel}, workspace, shortcut["user"]["id"], desk.clock())
    if not drops:
        raise UserError(NOTHING_THERE)
    if not show_working(client, channel, message["ts"]):
        raise UserError(NOT_INVITED)
    with desk.store.transaction(workspace):
        keep(desk.store, drops, desk.clock())
    wake()
    respond(text=READING, response_type="ephemeral", replace_original=False)
