"""Slack's side on this machine: takes Web API calls and response_url posts, remembers them, and answers.

It keeps messages, so that what was posted can be looked up again as the teller does after a stop. For a Slack that
behaves in all its detail see tests/lab.
"""

from __future__ import annotations

import json
import threading
import time
from collections import defaultdict
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple
from urllib.parse import parse_qs, urlencode

from slack_bolt import App, BoltRequest, BoltResponse
from slack_sdk import WebClient
from slack_sdk.signature import SignatureVerifier

SECRET = "a signing secret for tests"
BOT = "U0COPYDESK"
NEWSROOM = "C0NEWSROOM"
EDITOR = "U0EDITOR"


class Call(NamedTuple):
    """One call of the app's."""

    method: str
    params: dict[str, Any]


class Scripted(NamedTuple):
    """One answer that is given once instead of the usual one."""

    status: int
    headers: dict[str, str]
    body: dict[str, Any]


class FakeSlack:
    """A context manager; `api_url` is what a WebClient is given, `response_url` what a request carries."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.responses: list[dict[str, Any]] = []
        self.messages: dict[str, list[dict[str, Any]]] = defaultdict(list)
        self._scripted: dict[str, list[Scripted]] = defaultdict(list)
        self._arrived = threading.Condition()
        self._count = 0

    def __enter__(self) -> FakeSlack:
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()
        self.api_url = f"http://127.0.0.1:{self._server.server_port}/api/"
        self.response_url = f"http://127.0.0.1:{self._server.server_port}/respond"
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    def client(self) -> WebClient:
        return WebClient(token="xoxb-test", base_url=self.api_url)

    def refuse(self, method: str, error: str, status: int = 200, **headers: str) -> None:
        """The next call of a method gets this error; underscores in header names become hyphens."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self._scripted[method].append(Scripted(status, named, {"ok": False, "error": error}))

    def called(self, method: str) -> list[dict[str, Any]]:
        """The parameters of every call of a method, in order."""
        return [call.params for call in self.calls if call.method == method]

    def wait_for(self, condition: Callable[[], object], seconds: float = 5) -> None:
        """Until a condition holds; looked at anew each time something arrives."""
        with self._arrived:
            assert self._arrived.wait_for(lambda: bool(condition()), seconds), "it never came"

    def take(self, path: str, params: dict[str, Any]) -> Scripted:
        """What the server answers."""
        with self._arrived:
            self._arrived.notify_all()
            if path.startswith("/respond"):
                self.responses.append(params)
                return Scripted(200, {}, {"ok": True})
            method = path.removeprefix("/api/")
            self.calls.append(Call(method, params))
            if self._scripted[method]:
                return self._scripted[method].pop(0)
            return Scripted(200, {}, {"ok": True, **self._answer(method, params)})

    def _answer(self, method: str, params: dict[str, Any]) -> dict[str, Any]:
        channel = params.get("channel", "")
        if method == "auth.test":
            return {"team_id": "T0TEAM", "user_id": BOT, "bot_id": "B0COPYDESK", "team": "Lab", "user": "copydesk"}
        if method == "chat.postMessage":
            self._count += 1
            ts = f"1700000000.{self._count:06d}"
            self.messages[channel].append({"ts": ts, **params})
            return {"ts": ts, "channel": channel}
        if method == "conversations.history":
            return {"messages": [m for m in reversed(self.messages[channel]) if not m.get("thread_ts")]}
        if method == "conversations.replies":
            return {"messages": [m for m in self.messages[channel] if params["ts"] in (m["ts"], m.get("thread_ts"))]}
        return {"ts": params.get("ts", ""), "channel": channel}


def _handler(slack: FakeSlack) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            sent = self.rfile.read(int(self.headers.get("content-length") or 0)).decode()
            answer = slack.take(self.path, _params(sent, self.headers.get("content-type", "")))
            body = json.dumps(answer.body).encode()
            self.send_response(answer.status)
            for name, value in {"content-type": "application/json", **answer.headers}.items():
                self.send_header(name, value)
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """The access log is nobody's reading."""

    return Handler


def _params(sent: str, kind: str) -> dict[str, Any]:
    if "json" in kind:
        return dict(json.loads(sent or "{}"))
    params: dict[str, Any] = {name: values[0] for name, values in parse_qs(sent).items()}
    return {name: json.loads(v) if name in ("blocks", "metadata", "view") else v for name, v in params.items()}


class Sender:
    """Sends an app what Slack would, signed, in Slack's documented wire formats; written by us, not by Slack."""

    def __init__(self, app: App, slack: FakeSlack) -> None:
        self.app, self.slack, self._events = app, slack, 0

    def command(self, command: str, text: str = "", channel: str = NEWSROOM) -> BoltResponse:
        form = {
            "command": command, "text": text, "channel_id": channel, "channel_name": "newsroom", "user_id": EDITOR,
            "team_id": "T0TEAM", "api_app_id": "A0", "response_url": self.slack.response_url, "trigger_id": "1.2.a",
        }  # fmt: skip
        return self.send(urlencode(form), "application/x-www-form-urlencoded")

    def event(self, event: dict[str, Any], event_id: str | None = None, **headers: str) -> BoltResponse:
        """An event in its envelope; a new id each time unless one is given."""
        self._events += 1
        envelope = {
            "type": "event_callback", "team_id": "T0TEAM", "api_app_id": "A0", "event_time": 1700000000,
            "event_id": event_id or f"Ev{self._events}", "event": event,
            "authorizations": [{"team_id": "T0TEAM", "user_id": BOT, "is_bot": True, "is_enterprise_install": False}],
        }  # fmt: skip
        return self.send(json.dumps(envelope), "application/json", **headers)

    def message(self, text: str, ts: str = "1699999999.000100", **more: Any) -> BoltResponse:
        event_id = more.pop("event_id", None)
        event = {"type": "message", "channel": NEWSROOM, "user": EDITOR, "text": text, "ts": ts, **more}
        return self.event(event, event_id)

    def mention(self, text: str, ts: str = "1699999999.000200", **more: Any) -> BoltResponse:
        event_id = more.pop("event_id", None)
        event = {"type": "app_mention", "channel": NEWSROOM, "user": EDITOR, "text": text, "ts": ts, **more}
        return self.event(event, event_id)

    def press(self, action: dict[str, Any], message: dict[str, Any] | None = None) -> BoltResponse:
        """A button pressed or an option picked, in a message."""
        message = message or {"ts": "1700000000.000001", "text": "", "blocks": []}
        return self.interact(
            {
                "type": "block_actions",
                "container": {"type": "message", "message_ts": message["ts"], "channel_id": NEWSROOM},
                "message": message,
                "actions": [{"type": "button", "block_id": "b", "action_ts": "1.2", **action}],
            }
        )

    def shortcut(self, callback_id: str, message: dict[str, Any]) -> BoltResponse:
        """A message shortcut."""
        payload = {"type": "message_action", "callback_id": callback_id, "message": message, "action_ts": "1.2"}
        return self.interact({**payload, "message_ts": message["ts"]})

    def interact(self, payload: dict[str, Any]) -> BoltResponse:
        whole = {
            "team": {"id": "T0TEAM", "domain": "lab"}, "user": {"id": EDITOR, "name": "editor", "team_id": "T0TEAM"},
            "channel": {"id": NEWSROOM, "name": "newsroom"}, "api_app_id": "A0", "trigger_id": "1.2.a",
            "response_url": self.slack.response_url, "is_enterprise_install": False, **payload,
        }  # fmt: skip
        return self.send(urlencode({"payload": json.dumps(whole)}), "application/x-www-form-urlencoded")

    def send(self, body: str, kind: str, **headers: str) -> BoltResponse:
        return self.app.dispatch(BoltRequest(body=body, headers={**signed(body, kind), **headers}))


def signed(body: str, kind: str, secret: str = SECRET, age: int = 0) -> dict[str, str]:
    """The headers of a request that Slack signed `age` seconds ago."""
    sent = str(int(time.time()) - age)
    signature = SignatureVerifier(secret).generate_signature(timestamp=sent, body=body)
    return {"content-type": kind, "x-slack-request-timestamp": sent, "x-slack-signature": str(signature)}
