"""The buttons under an answer: share it, turn its pages, pick among what was meant. Nothing is kept between an answer
and a press: a button's value is the command line, and it is asked again."""

from __future__ import annotations

from typing import Any

from slack_bolt import Ack, Respond

from bot.desk import Desk
from handlers.actions.place import is_private, reply_thread, thread_of
from handlers.answers import Answer
from handlers.commands import Asker, ask
from handlers.public import public
from handlers.views import Message, draw, ids
from handlers.workspace import workspace_of


def share(ack: Ack, action: dict[str, Any], body: dict[str, Any], respond: Respond, desk: Desk) -> None:
    """Posts the answer for all to see, with who shared it, and takes the private one away."""
    ack()
    number, line = ids.read_page(action["value"])
    drawn = public(draw(again(line, body, desk), page=number), shared_by=body["user"]["id"])
    respond(
        **drawn, response_type="in_channel", replace_original=False, thread_ts=reply_thread(body), unfurl_links=False
    )
    respond(delete_original=True)


def page(ack: Ack, action: dict[str, Any], body: dict[str, Any], respond: Respond, desk: Desk) -> None:
    """Another page of the answer."""
    ack()
    number, line = ids.read_page(action["value"])
    _answer(respond, body, draw(again(line, body, desk), page=number))


def pick(ack: Ack, action: dict[str, Any], body: dict[str, Any], respond: Respond, desk: Desk) -> None:
    """The answer to what was meant."""
    ack()
    line = action["selected_option"]["value"] if "selected_option" in action else action["value"]
    _answer(respond, body, draw(again(line, body, desk)))


def around(ack: Ack, action: dict[str, Any], body: dict[str, Any], respond: Respond, desk: Desk) -> None:
    """What stands before and after a quotation, under the answer it was asked from: that stays, to be read on."""
    ack()
    drawn = draw(again(action["value"], body, desk))
    respond(**drawn, response_type="ephemeral", replace_original=False, thread_ts=reply_thread(body))


def nothing(ack: Ack) -> None:
    """A link was opened; Slack only wants to hear that we heard."""
    ack()


def _answer(respond: Respond, body: dict[str, Any], drawn: Message) -> None:
    """In place of a private answer; under a public one, for whoever pressed alone."""
    respond(**drawn, response_type="ephemeral", replace_original=is_private(body), thread_ts=reply_thread(body))


def again(line: str, body: dict[str, Any], desk: Desk) -> Answer:
    """What the line answers now, to whoever pressed."""
    channel = (body.get("channel") or {}).get("id")
    asker = Asker(workspace_of(body["team"]["id"]), channel, body["user"]["id"], thread_of(body))
    return ask(line, desk, asker)
