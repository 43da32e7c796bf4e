"""@copydesk in a message: what follows is a command line in plain words, answered in the thread.

In a story's thread a command that names no story means that story. Links and files in a mention without a command are
drops, and events/message.py keeps them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from slack_bolt import BoltResponse
from slack_sdk import WebClient

from bot.desk import Desk
from bot.ports import Store
from handlers.asking import line_of
from handlers.commands import Asker, ask
from handlers.events.message import drops_of
from handlers.public import public
from handlers.views import draw
from handlers.workspace import workspace_of

# The commands whose argument is a story; with none they would answer for all that is kept.
ABOUT_A_STORY = {"/what-changed", "/lineage", "/conflicts", "/story"}

# What follows such a command where no story is named: nothing, options alone, or two outlets.
NO_STORY = re.compile(r"|all|since .*|(?![as]\d|https?:).* vs\.? .*", re.IGNORECASE)


def only_once(body: dict[str, Any], desk: Desk, next: Callable[[], None]) -> BoltResponse | None:
    """Listener middleware: an event that Slack sends again has been answered, or is being."""
    if not desk.store.first_time(workspace_of(body.get("team_id")), body["event_id"], desk.clock()):
        return BoltResponse(status=200)
    next()
    return None


def answer_mention(body: dict[str, Any], event: dict[str, Any], client: WebClient, desk: Desk) -> None:
    """Answers in the thread of the message, for everybody there to read. Another bot gets none: two could talk on."""
    if event.get("bot_id"):
        return
    workspace, channel = workspace_of(body.get("team_id")), event["channel"]
    thread = event.get("thread_ts") or event["ts"]
    line = line_of(event.get("text", ""))
    if line is None and drops_of(event, workspace, event["user"], desk.clock()):
        return
    asker = Asker(workspace, channel, event["user"], thread)
    answer = ask(in_thread(line or "/copydesk help", desk.store, asker), desk, asker)
    client.chat_postMessage(channel=channel, thread_ts=thread, **public(draw(answer)), unfurl_links=False)


def in_thread(line: str, store: Store, asker: Asker) -> str:
    """The line with its thread's story, where it needs one and names none."""
    name, _, rest = line.partition(" ")
    if name not in ABOUT_A_STORY or not NO_STORY.fullmatch(rest) or asker.channel is None or asker.thread is None:
        return line
    story = store.story_of_thread(asker.workspace, asker.channel, asker.thread)
    return f"{name} {story} {rest}".rstrip() if story else line
