"""Command lines: slash commands, with one listener for all of them, and what is said to @copydesk in plain words.

A request is acknowledged at once and answered from the store.
"""

from __future__ import annotations

import re
from typing import Any

from slack_bolt import Ack, Respond

from bot.desk import Desk
from handlers.commands import COMMANDS, Asker, ask
from handlers.views import draw
from handlers.workspace import workspace_of

MENTION = re.compile(r"<@[A-Z0-9]{1,32}(?:\|[^<>]{0,80})?>")

# What a command line may begin with when it is said instead of typed: "who said" for "who-said".
SPOKEN = {name: re.compile(rf"/?{name[1:].replace('-', '[ -]')}\b[:,]?", re.IGNORECASE) for name in COMMANDS}


def answer_command(ack: Ack, command: dict[str, Any], respond: Respond, desk: Desk) -> None:
    """Answers a slash command, to its asker alone."""
    ack()
    asker = Asker(workspace_of(command.get("team_id")), command["channel_id"], command["user_id"])
    answer = ask(f"{command['command']} {command.get('text', '')}".strip(), desk, asker)
    respond(**draw(answer), response_type="ephemeral")


def line_of(text: str) -> str | None:
    """The command line in a message that mentions the app ("@copydesk who said Ash Carter"), or None."""
    if not MENTION.search(text):
        return None
    words = MENTION.sub(" ", text).strip()
    for name, pattern in SPOKEN.items():
        if begin := pattern.match(words):
            return f"{name} {words[begin.end() :].strip()}".strip()
    return None
