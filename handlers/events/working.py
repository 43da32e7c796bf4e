"""The :eyes: on a message while its links and files are being read, so that whoever posted them sees it was noticed."""

from __future__ import annotations

import structlog
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.ports import Store
from bot.shapes import Notice

log = structlog.get_logger()

EMOJI = "eyes"

# Slack answers these where the reaction is as wanted already, or the message is gone.
AS_WANTED = {"already_reacted", "no_reaction", "message_not_found"}


def show_working(client: WebClient, channel: str, ts: str) -> bool:
    """Puts the reaction on a message; whether it is there."""
    return _react(client, "reactions.add", channel, ts)


def done_working(store: Store, client: WebClient, notice: Notice) -> None:
    """Takes the reaction off the message that an answer answers, once the last of its drops has its outcome."""
    drop = store.drop(notice.workspace, notice.subject) if notice.kind == "answer" else None
    if drop is None or drop.asked is None or drop.asked.message is None:
        return
    waiting = store.waiting_drops(notice.workspace)
    if any(other.asked and other.asked.message == drop.asked.message for other in waiting):
        return
    _react(client, "reactions.remove", drop.asked.channel, drop.asked.message)


def _react(client: WebClient, method: str, channel: str, ts: str) -> bool:
    """A reaction is a courtesy: where Slack will not have it, the answer is still worth giving."""
    try:
        client.api_call(method, params={"channel": channel, "timestamp": ts, "name": EMOJI})
    except SlackApiError as refusal:
        error = str(refusal.response.get("error"))
        if error in AS_WANTED:
            return True
        log.warning("no reaction", method=method, channel=channel, error=error)
        return False
    except OSError as failure:
        log.warning("no reaction", method=method, channel=channel, error=str(failure))
        return False
    return True
