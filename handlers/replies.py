"""The one table error -> reply. No listener catches anything: what goes wrong arrives here.

A person's mistake gets the words that say how to mend it; anything else gets a traceback in the log and a plain
apology, and never a detail of ours.
"""

from __future__ import annotations

import time
from typing import Any, NamedTuple

import structlog
from slack_bolt import Ack, BoltContext, BoltResponse, Respond
from slack_sdk import WebClient
from slack_sdk.errors import SlackClientError

from bot.errors import StoreError, UserError
from handlers.views.text import escape

log = structlog.get_logger()


# A listener that fails right after its ack() takes it back: Bolt's error path clears the acknowledgement that its other
# thread looks for every 10 ms, and Slack would see none (slack_bolt/listener/thread_runner.py of 1.30). Wait it out.
ACK_IS_TAKEN = 0.1


class Reply(NamedTuple):
    """What a person is told, and whether the error is ours and goes to the log."""

    words: str | None
    "None: the error's own words"
    ours: bool


REPLIES: tuple[tuple[type[Exception], Reply], ...] = (
    (UserError, Reply(words=None, ours=False)),
    (StoreError, Reply(words="The archive cannot be reached right now. Please try again in a minute.", ours=True)),
    (
        SlackClientError,
        Reply(words="Slack did not take the answer. It has been logged; please try again in a minute.", ours=True),
    ),
    (Exception, Reply(words="That went wrong on copydesk's side. It has been logged; please try again.", ours=True)),
)


def reply_to(error: Exception) -> Reply:
    """The first row of the table that fits, its words filled in."""
    row = next(reply for kind, reply in REPLIES if isinstance(error, kind))
    return row._replace(words=row.words or str(error))


def answer_error(
    error: Exception,
    body: dict[str, Any],
    context: BoltContext,
    ack: Ack,
    respond: Respond,
    client: WebClient,
    response: BoltResponse | None,
) -> None:
    """Bolt's error handler: logs what is ours and tells the person who waits."""
    if "desk" not in context:
        _turn_away(error, response)
        return
    reply = reply_to(error)
    if reply.ours:
        log.error("request failed", kind=body.get("type") or body.get("command"), exc_info=error)
        if body.get("type") == "event_callback" and ack.response is None:
            return  # not acknowledged: Slack sends the event again, and an apology for each try would be noise
    try:
        _tell(str(reply.words), body, context, respond, client)
    except (SlackClientError, OSError) as failure:  # the channel is gone, the bot was removed, the network is down
        log.warning("could not tell of an error", error=str(failure))
    if response is not None:
        response.status = 200  # it has been answered; Slack must neither try again nor show an error of its own
    else:
        time.sleep(ACK_IS_TAKEN)


def _turn_away(error: Exception, response: BoltResponse | None) -> None:
    """A request that broke before its signature was found right may be anybody's: nothing in it is acted on, least of
    all its response_url."""
    log.warning("a request that Slack may not have sent is turned away", error=f"{type(error).__name__}: {error}")
    if response is not None:
        response.status = 401


def _tell(words: str, body: dict[str, Any], context: BoltContext, respond: Respond, client: WebClient) -> None:
    """Where Slack gave a response_url, by that; else only to the person, in their thread. What they typed is in the
    words, and must not be a mention again."""
    words = escape(words)
    if context.response_url:
        respond(text=words, response_type="ephemeral", replace_original=False)
    elif context.channel_id and context.user_id:
        thread = body.get("event", {}).get("thread_ts")
        client.chat_postEphemeral(channel=context.channel_id, user=context.user_id, text=words, thread_ts=thread)
