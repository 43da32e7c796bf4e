"""The real app on a stage: its own listeners, pipeline, outbox and digests, with a stand-in for Slack's side.

Whatever a person does arrives as Slack would send it, signed, through `App.dispatch`.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from slack_bolt import BoltRequest
from slack_sdk import WebClient
from slack_sdk.signature import SignatureVerifier

from bot.desk import Desk
from bot.shapes import LOCAL, Channel, Drop, Outcome
from handlers.digests import due_digest, tell_digests
from handlers.slack import build_app
from handlers.teller import PACE, Teller
from handlers.terminal.paper import Control
from handlers.terminal.standin import CHANNEL, CHANNEL_NAME, EDITOR, TEAM, Happening, StandIn

SECRET, TOKEN = "rehearsal", "xoxb-rehearsal"

# More rounds than any drop's messages need; a message that keeps failing must not keep the play.
MOST_ROUNDS = 200

# A digest comes once a week at the least.
LONGEST_BETWEEN_DIGESTS = timedelta(days=8)


class PlayClock:
    """The play's own time: it stands still until it is moved, and never goes back."""

    def __init__(self, at: datetime) -> None:
        self._now = at

    def __call__(self) -> datetime:
        return self._now

    def move(self, to: datetime) -> None:
        self._now = max(self._now, to)

    def tick(self, by: timedelta) -> None:
        self._now += by


class Stage:
    """One rehearsal. Every method returns what changed in the channel."""

    def __init__(self, desk: Desk, slack: StandIn, clock: PlayClock) -> None:
        self.desk, self.slack, self.clock = desk, slack, clock
        self._app = build_app(
            desk, token=TOKEN, signing_secret=SECRET, api_url=slack.api_url, process_before_response=True
        )
        self._teller = Teller(desk.store, WebClient(token=TOKEN, base_url=slack.api_url), clock)
        self._events = 0
        if desk.store.channel(LOCAL, CHANNEL) is None:
            desk.store.save_channel(Channel(workspace=LOCAL, id=CHANNEL, digested=clock()))

    def take(self, drop: Drop) -> tuple[list[Outcome], list[Happening]]:
        """A drop comes in now."""
        outcomes = self.desk.pipeline.take(drop.model_copy(update={"received": self.clock()}))
        return outcomes, self.settle()

    def wait_until(self, at: datetime) -> Iterator[list[Happening]]:
        """Time passes up to `at`, and each digest that is due on the way is told on its own day."""
        while due := self._next_digest(at):
            self.clock.move(due)
            happened = self.settle()
            if not happened:  # a quiet day, and nothing comes in before `at`: the days up to it are as quiet
                break
            yield happened
        channel = self.desk.store.channel(LOCAL, CHANNEL)
        if channel and (last := due_digest(channel, at)):
            self.clock.move(last)
            self.settle()
        self.clock.move(at)

    def next_digest(self) -> datetime | None:
        """When the next digest is due; none where digests are off."""
        return self._next_digest(self.clock() + LONGEST_BETWEEN_DIGESTS)

    def _next_digest(self, until: datetime) -> datetime | None:
        """The first digest due from now up to `until`; looked for day by day, for `due_digest` knows the latest."""
        channel = self.desk.store.channel(LOCAL, CHANNEL)
        last = min(until, self.clock() + LONGEST_BETWEEN_DIGESTS)
        at = self.clock()
        while channel and at < last:
            at = min(at + timedelta(days=1), last)
            if due := due_digest(channel, at):
                return due
        return None

    def settle(self) -> list[Happening]:
        """Everything that the timetable would do by now."""
        self.desk.pipeline.finish_waiting()
        tell_digests(self.desk.store, self.clock())
        for _ in range(MOST_ROUNDS):
            if not self._teller.deliver():
                break
            self.clock.tick(PACE)
        return self.slack.happenings()

    def command(self, line: str) -> list[Happening]:
        """A slash command is typed in the channel."""
        name, _, text = line.partition(" ")
        form = {
            "command": name, "text": text, "channel_id": CHANNEL, "channel_name": CHANNEL_NAME, "user_id": EDITOR,
            "user_name": "editor", "team_id": TEAM, "team_domain": "rehearsal", "api_app_id": "A0REHEARSAL",
            "response_url": self.slack.response_url(), "trigger_id": "1.2.rehearsal",
        }  # fmt: skip
        return self._send(urlencode(form), "application/x-www-form-urlencoded")

    def press(self, message: dict[str, Any], control: Control) -> list[Happening]:
        """A button is pressed, or an option of a menu picked."""
        private = bool(message.get("private"))
        container = {"type": "message", "message_ts": message["ts"], "channel_id": CHANNEL, "is_ephemeral": private}
        if message.get("thread_ts"):
            container["thread_ts"] = message["thread_ts"]
        payload = {
            "type": "block_actions", "container": container, "team": {"id": TEAM, "domain": "rehearsal"},
            "user": {"id": EDITOR, "username": "editor", "team_id": TEAM}, "api_app_id": "A0REHEARSAL",
            "channel": {"id": CHANNEL, "name": CHANNEL_NAME}, "trigger_id": "1.2.rehearsal",
            "response_url": self.slack.response_url(message["ts"]),
            "actions": [{"block_id": "rehearsal", "action_ts": f"{time.time():.6f}", **control.action}],
        }  # fmt: skip
        if not private:  # Slack leaves the message out where only one person sees it
            payload["message"] = {name: value for name, value in message.items() if name != "reactions"}
        return self._send(urlencode({"payload": json.dumps(payload)}), "application/x-www-form-urlencoded")

    def say(self, text: str) -> list[Happening]:
        """The editor posts a message; `@copydesk` in it is a mention."""
        message = self.slack.said(text)
        kind = "app_mention" if "<@" in message["text"] else "message"
        self._events += 1
        envelope = {
            "type": "event_callback", "team_id": TEAM, "api_app_id": "A0REHEARSAL", "event_id": f"Ev{self._events}",
            "event_time": int(self.clock().timestamp()),
            "event": {"type": kind, "channel": CHANNEL, "channel_type": "channel", "user": EDITOR,
                      "text": message["text"], "ts": message["ts"]},
        }  # fmt: skip
        return self._send(json.dumps(envelope), "application/json")

    def _send(self, body: str, kind: str) -> list[Happening]:
        now = str(int(time.time()))
        signature = SignatureVerifier(SECRET).generate_signature(timestamp=now, body=body)
        headers: dict[str, str | Sequence[str]] = {
            "content-type": kind,
            "x-slack-request-timestamp": now,
            "x-slack-signature": str(signature),
        }
        self._app.dispatch(BoltRequest(body=body, headers=headers))
        return self.settle()
