"""Command lines: slash commands, with one listener for all of them, and what is said to @copydesk in plain words.

A request is acknowledged at once and answered from the store.
"""

from __future__ import annotations

import re
from typing import Any

from slack_bolt import Ack, Respond
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.desk import Desk
from handlers.answers import Answer, Settings
from handlers.commands import COMMANDS, Asker, ask
from handlers.views import draw
from handlers.workspace import workspace_of

MENTION = re.compile(r"<@[A-Z0-9]{1,32}(?:\|[^<>]{0,80})?>")

# What a command line may begin with when it is said instead of typed: "who said" for "who-said".
SPOKEN = {name: re.compile(rf"/?{name[1:].replace('-', '[ -]')}\b[:,]?", re.IGNORECASE) for name in COMMANDS}


# What Slack says of a public and of a private channel that the app is not in.
OUTSIDE = {"not_in_channel", "channel_not_found"}

INVITE = "copydesk is not in this channel yet and cannot post here: type /invite @copydesk"


def answer_command(ack: Ack, command: dict[str, Any], respond: Respond, client: WebClient, desk: Desk) -> None:
    """Answers a slash command, to its asker alone."""
    ack()
    asker = Asker(workspace_of(command.get("team_id")), command["channel_id"], command["user_id"])
    answer = ask(f"{command['command']} {command.get('text', '')}".strip(), desk, asker)
    if _promises_posts(answer) and _is_outside(client, command["channel_id"]):
        answer = answer.model_copy(update={"note": f"{answer.note} {INVITE}".strip()})
    respond(**draw(answer), response_type="ephemeral")


def _promises_posts(answer: Answer) -> bool:
    """Settings by which cards or digests come to a channel."""
    channel = answer.channel if isinstance(answer, Settings) and answer.shows == "settings" else None
    return channel is not None and (channel.follows or channel.digest_at is not None)


def _is_outside(client: WebClient, channel: str) -> bool:
    """Whether the app has still to be invited; where Slack does not say, it is taken to be in."""
    try:
        client.conversations_history(channel=channel, limit=1)
    except SlackApiError as refusal:
        return refusal.response.get("error") in OUTSIDE
    except OSError:
        return False
    return False


def line_of(text: str) -> str | None:
    """The command line in a message that mentions the app ("@copydesk who said Ash Carter"), or None."""
    if not MENTION.search(text):
        return None
    words = MENTION.sub(" ", text).strip()
    for name, pattern in SPOKEN.items():
        if begin := pattern.match(words):
            return f"{name} {words[begin.end() :].strip()}".strip()
    return None
