"""Stands in for Slack's side on this machine: a Web API that keeps one channel, so that the real app can be rehearsed.

It answers the methods that the app calls, keeps messages as Slack would (threads, edits, private answers, reactions)
and notes each change in a journal, which the rehearsal shows. It listens on the loopback only and takes any token.
"""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Literal, NamedTuple
from urllib.parse import parse_qs

from bot.ports import Clock
from handlers.terminal.plain import NAMES

TEAM, CHANNEL, CHANNEL_NAME = "T0REHEARSAL", "C0NEWSROOM", "newsroom"
BOT, EDITOR = "U0COPYDESK", "U0EDITOR"

# Parameters that a form carries as JSON.
_STRUCTURED = ("blocks", "metadata", "view", "attachments")

_LINK = re.compile(r"https?://[^\s<>]+")

Params = dict[str, Any]


class Refused(Exception):
    """The error code that Slack would give."""


class Happening(NamedTuple):
    """One change in the channel."""

    kind: Literal["posted", "edited", "private", "removed", "reaction", "view"]
    message: Params
    "as it stands after the change"
    before: Params | None = None
    "as it stood before an edit"


class StandIn:
    """A context manager. `api_url` is what the app's clients are given; `response_url(...)` goes into requests."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.messages: list[Params] = []
        "what everybody sees, in the order it was posted"
        self._journal: list[Happening] = []
        self._answered: dict[str, Params] = {}
        self._count = 0
        self._lock = threading.Lock()
        self._methods: dict[str, Callable[[Params], Params]] = {
            "auth.test": lambda _: {"team_id": TEAM, "user_id": BOT, "bot_id": "B0COPYDESK", "user": "copydesk"},
            "chat.postMessage": self._post,
            "chat.update": self._update,
            "chat.delete": self._delete,
            "chat.postEphemeral": self._whisper,
            "conversations.history": self._history,
            "conversations.replies": self._replies,
            "conversations.info": lambda _: {"channel": {"id": CHANNEL, "name": CHANNEL_NAME, "is_member": True}},
            "reactions.add": self._react,
            "reactions.remove": self._unreact,
            "users.info": self._user,
            "views.open": self._view,
            "views.publish": self._view,
            "views.update": self._view,
        }

    def __enter__(self) -> StandIn:
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()
        self._address = f"http://127.0.0.1:{self._server.server_port}"
        self.api_url = f"{self._address}/api/"
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    def response_url(self, ts: str | None = None) -> str:
        """Where the app answers a request to; `ts` names the message whose button was pressed."""
        return f"{self._address}/respond/{ts or 'command'}"

    def happenings(self) -> list[Happening]:
        """What changed since they were last asked for."""
        with self._lock:
            journal, self._journal = self._journal, []
        return journal

    def said(self, text: str) -> Params:
        """The editor's own message, with mentions and links as Slack writes them."""
        written = _LINK.sub(r"<\g<0>>", text.replace("@copydesk", f"<@{BOT}>"))
        with self._lock:
            message = self._new({"text": written}, user=EDITOR)
            self.messages.append(message)
            self._note("posted", message)
            return message

    def take(self, path: str, params: Params) -> Params:
        """One call of the app's, answered as Slack would."""
        with self._lock:
            try:
                return {"ok": True, **self._answer(path, params)}
            except Refused as refusal:
                return {"ok": False, "error": str(refusal)}

    def _answer(self, path: str, params: Params) -> Params:
        if path.startswith("/respond/"):
            return self._respond(path.removeprefix("/respond/"), params)
        method = self._methods.get(path.removeprefix("/api/"))
        if method is None:
            raise Refused("unknown_method")
        return method(params)

    def _note(self, kind: Any, message: Params, before: Params | None = None) -> None:
        self._journal.append(Happening(kind, dict(message), before))

    def _new(self, params: Params, **more: Any) -> Params:
        """A message with a ts of its own; equal times are told apart by their count, as in Slack."""
        self._count += 1
        ts = f"{int(self._clock().timestamp())}.{self._count:06d}"
        kept = {name: params[name] for name in ("text", "blocks", "thread_ts", "metadata") if params.get(name)}
        return {"ts": ts, "channel": params.get("channel", CHANNEL), "user": BOT, "reactions": [], **kept, **more}

    def _find(self, ts: Any) -> Params:
        found = next((message for message in self.messages if message["ts"] == ts), None)
        if found is None:
            raise Refused("message_not_found")
        return found

    def _post(self, params: Params) -> Params:
        message = self._new(params)
        self.messages.append(message)
        self._note("posted", message)
        return {"ts": message["ts"], "channel": message["channel"], "message": message}

    def _update(self, params: Params) -> Params:
        message = self._find(params.get("ts"))
        before = dict(message)
        message.update({name: params[name] for name in ("text", "blocks") if name in params}, edited=True)
        self._note("edited", message, before)
        return {"ts": message["ts"], "channel": message["channel"], "text": message.get("text", "")}

    def _delete(self, params: Params) -> Params:
        message = self._find(params.get("ts"))
        self.messages.remove(message)
        self._note("removed", message)
        return {"ts": message["ts"], "channel": message["channel"]}

    def _whisper(self, params: Params) -> Params:
        message = self._new(params, private=True)
        self._answered[message["ts"]] = message
        self._note("private", message)
        return {"message_ts": message["ts"]}

    def _respond(self, pressed: str, params: Params) -> Params:
        """A response_url: a new answer, or a change of the message whose button was pressed."""
        if params.get("delete_original"):
            gone = self._answered.pop(pressed, None)
            return self._delete({"ts": pressed}) if gone is None else {}
        if params.get("replace_original") and pressed != "command":
            return self._replace(pressed, params)
        if params.get("response_type") == "in_channel":
            return self._post(params)
        return self._whisper(params)

    def _replace(self, pressed: str, params: Params) -> Params:
        if pressed not in self._answered:
            return self._update({**params, "ts": pressed})
        message = {**self._answered[pressed], "text": params.get("text", ""), "blocks": params.get("blocks") or []}
        self._answered[pressed] = message
        self._note("private", message)
        return {}

    def _history(self, params: Params) -> Params:
        top = [message for message in self.messages if message.get("thread_ts", message["ts"]) == message["ts"]]
        return {"messages": top[::-1][: int(params.get("limit", 100))], "has_more": False}

    def _replies(self, params: Params) -> Params:
        ts = params.get("ts")
        return {"messages": [one for one in self.messages if ts in (one["ts"], one.get("thread_ts"))]}

    def _react(self, params: Params) -> Params:
        reactions = self._find(params.get("timestamp"))["reactions"]
        if params.get("name") in reactions:
            raise Refused("already_reacted")
        reactions.append(params.get("name"))
        self._note("reaction", self._find(params.get("timestamp")))
        return {}

    def _unreact(self, params: Params) -> Params:
        reactions = self._find(params.get("timestamp"))["reactions"]
        if params.get("name") not in reactions:
            raise Refused("no_reaction")
        reactions.remove(params.get("name"))
        return {}

    def _user(self, params: Params) -> Params:
        who = str(params.get("user"))
        name = NAMES.get(who)
        if name is None:
            raise Refused("user_not_found")
        return {"user": {"id": who, "name": name, "real_name": name.title(), "tz": "UTC", "tz_offset": 0}}

    def _view(self, params: Params) -> Params:
        view = params.get("view") or {}
        self._note("view", {**self._new({}), "blocks": view.get("blocks") or [], "private": True})
        return {"view": {"id": "V0REHEARSAL", **view}}


def _handler(slack: StandIn) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            sent = self.rfile.read(int(self.headers.get("content-length") or 0)).decode()
            answer = slack.take(self.path, _params(sent, self.headers.get("content-type", "")))
            body = json.dumps(answer).encode()
            self.send_response(200)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """The rehearsal shows what was said, not who called."""

    return Handler


def _params(sent: str, kind: str) -> Params:
    if "json" in kind:
        return dict(json.loads(sent or "{}"))
    form: Params = {name: values[0] for name, values in parse_qs(sent, keep_blank_values=True).items()}
    return {name: json.loads(value) if name in _STRUCTURED and value else value for name, value in form.items()}
