"""Runs the Slack app until it is told to stop: Socket Mode, or HTTP where a port is set; and the timetable with it."""

from __future__ import annotations

import signal
import socket
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any, Protocol

import structlog
from pydantic import SecretStr
from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_bolt.adapter.wsgi import SlackRequestHandler
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from waitress import wasyncore
from waitress.server import create_server

from bot.desk import Desk
from bot.errors import UserError
from bot.shapes import LOCAL, Channel
from handlers.jobs import Clockwork
from handlers.slack import build_app
from handlers.teller import Teller

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIEnvironment

log = structlog.get_logger()

PATH = "/slack/events"
HEALTH = "/healthz"

# Slack's requests stay far below it: the largest hold one message's blocks. A stranger's body is read up to here
# before its signature can be checked.
LARGEST_REQUEST = 2 * 1024 * 1024


class Line(Protocol):
    """A way in which Slack reaches the app."""

    def open(self) -> None: ...

    def close(self) -> None: ...


def run(desk: Desk) -> None:
    """Blocks until SIGTERM or SIGINT, then finishes what is under way. Raises UserError where a token is missing."""
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    serve(desk, stop)


def serve(desk: Desk, stop: threading.Event) -> None:
    """`run` without its signals: listens and works until `stop` is set."""
    settings = desk.settings
    token = _needed(settings.slack_bot_token, "SLACK_BOT_TOKEN")
    client = WebClient(token=token, base_url=settings.slack_api_url)  # no retries: the teller waits by itself
    clockwork = Clockwork(desk, Teller(desk.store, client, desk.clock))
    line = _line(desk, token, clockwork.wake)
    with ExitStack() as opened:
        opened.callback(line.close)
        greet(client)
        follow_first_channel(desk)
        line.open()
        clockwork.start()
        opened.callback(clockwork.stop)
        stop.wait()
    log.info("stopped")


def greet(client: WebClient) -> None:
    """Finds out at the start, in words, whether Slack takes the token."""
    with _in_words("SLACK_BOT_TOKEN"):
        us = client.auth_test()
        log.info("Slack knows us", name=us.get("user"), team=us.get("team"))


@contextmanager
def _in_words(token: str) -> Iterator[None]:
    """What can be wrong when Slack is called for the first time, for whoever is setting it up."""
    try:
        yield
    except SlackApiError as refusal:
        error = refusal.response.get("error")
        raise UserError(f"Slack does not accept {token} ({error}). README.md says where to find it.") from refusal
    except OSError as failure:
        raise UserError(f"Slack cannot be reached: {failure}") from failure


def follow_first_channel(desk: Desk) -> None:
    """The channel named in the settings follows from the first start on; its own settings are never overwritten."""
    channel = desk.settings.channel
    if channel and desk.store.channel(LOCAL, channel) is None:
        desk.store.save_channel(Channel(workspace=LOCAL, id=channel))


def _line(desk: Desk, token: str, wake: Callable[[], None]) -> Line:
    """HTTP where a port is set, else Socket Mode."""
    settings = desk.settings
    if settings.http_port is None:
        app = build_app(desk, token=token, api_url=settings.slack_api_url, wake=wake)
        return Socket(app, _needed(settings.slack_app_token, "SLACK_APP_TOKEN"))
    secret = _needed(settings.slack_signing_secret, "SLACK_SIGNING_SECRET")
    app = build_app(desk, token=token, signing_secret=secret, api_url=settings.slack_api_url, wake=wake)
    return Http(app, desk, settings.http_host, settings.http_port)


def _needed(value: SecretStr | None, name: str) -> str:
    if not value or not value.get_secret_value():
        raise UserError(f"{name} is not set. README.md says where to find it; `copydesk rehearse` needs none.")
    return value.get_secret_value()


class Socket:
    """Socket Mode: copydesk calls Slack, so no public address is needed."""

    def __init__(self, app: App, app_token: str) -> None:
        self._handler: Any = SocketModeHandler(app, app_token)

    def open(self) -> None:
        with _in_words("SLACK_APP_TOKEN"):
            self._handler.connect()
        log.info("listening to Slack in Socket Mode")

    def close(self) -> None:
        self._handler.close()


class Http:
    """Slack calls copydesk: signed requests at /slack/events, and /healthz for whoever watches over it."""

    def __init__(self, app: App, desk: Desk, host: str, port: int) -> None:
        self._slack, self._desk = SlackRequestHandler(app, path=PATH), desk
        self._sockets: dict[int, Any] = {}
        self._server = _server(self, self._sockets, host, port)
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._loop, name="http", daemon=True)

    @property
    def port(self) -> int:
        """The one it is bound to; chosen by the system where the settings say 0."""
        return int(self._server.effective_port)

    def open(self) -> None:
        self._thread.start()
        log.info("listening to Slack over HTTP", address=f"http://{self._server.effective_host}:{self.port}{PATH}")

    def close(self) -> None:
        """Lets requests under way end, then lets go of every socket."""
        self._server.task_dispatcher.shutdown()
        self._stopping.set()
        if self._thread.is_alive():
            self._server.pull_trigger()
            self._thread.join()
        wasyncore.close_all(self._sockets)  # type: ignore[no-untyped-call]

    def _loop(self) -> None:
        """waitress's own loop cannot be ended from outside without pulling its sockets from under it."""
        while not self._stopping.is_set():
            wasyncore.loop(timeout=1, map=self._sockets, count=1)  # type: ignore[no-untyped-call]

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if environ.get("PATH_INFO") != HEALTH:
            return self._heard(environ, start_response)
        self._desk.store.channels(LOCAL)  # a store that cannot be read makes this a 500
        start_response("200 OK", [("content-type", "text/plain; charset=utf-8")])
        return [b"ok\n"]

    def _heard(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Bolt reads a body before it looks at its signature, so a stranger's may be anything."""
        try:
            return self._slack(environ, start_response)
        except (ValueError, AttributeError) as error:  # no JSON, no object, no UTF-8
            log.warning("a request that cannot be read is turned away", error=type(error).__name__)
            start_response("400 Bad Request", [("content-type", "text/plain; charset=utf-8")])
            return [b"this cannot be read\n"]


def _server(app: Http, sockets: dict[int, Any], host: str, port: int) -> Any:
    """Bound, but not answering yet. Raises UserError where something else has the port."""
    try:
        bound = socket.create_server((host, port))
    except OSError as error:
        raise UserError(
            f"Cannot listen on {host}:{port}: {error.strerror}. Set COPYDESK_HTTP_PORT to another."
        ) from error
    return create_server(  # type: ignore[no-untyped-call]
        app, sockets, sockets=[bound], threads=8, ident="copydesk", max_request_body_size=LARGEST_REQUEST
    )
