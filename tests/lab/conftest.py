"""A newsroom with copydesk at work in it: a workspace, the whole app with its timetable, and an editor."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import httpx
import pytest
from pydantic import SecretStr

from bot.desk import Desk
from bot.errors import FetchRefused
from bot.pipeline import Pipeline
from bot.ports import Fetcher
from bot.settings import Settings
from bot.shapes import LOCAL, Channel, Drop, FeedAnswer, Page
from handlers.fetcher import SafeFetcher
from handlers.serve import serve
from store import SqlStore, open_store
from tests.fake_slack import signed
from tests.lab.bridge import Bridge
from tests.lab.slack import BOT_TOKEN, BOT_USER, SECRET, Emulator, free_port, why_not

APP_TOKEN = "xapp-copydesk"
TEAM = "T000000001"


class Pages:
    """A fetcher whose web is a table: address -> HTML. Files are fetched from Slack's side for real."""

    def __init__(self, files: Fetcher) -> None:
        self.files = files
        self.pages: dict[str, str] = {}

    def page(self, url: str) -> Page:
        if url not in self.pages:
            raise FetchRefused(f"There is no page at {url}.")
        return Page(url=url, media="html", body=self.pages[url])

    def contents(self, drop: Drop) -> list[Drop]:
        if drop.source == "upload":
            return self.files.contents(drop)
        page = self.page(drop.url or drop.where)
        return [drop.model_copy(update={"body": page.body, "media": "html", "url": page.url})]

    def feed(self, url: str, etag: str | None = None, modified: str | None = None) -> FeedAnswer:
        raise FetchRefused(f"There is no feed at {url}.")


class Office:
    """The app running as `copydesk run` runs it, and what Slack would send it."""

    def __init__(self, folder: Path, over_http: bool) -> None:
        self.folder, self.over_http = folder, over_http
        self.bridge = Bridge(APP_TOKEN)
        self.port = free_port()
        self.web = Pages(SafeFetcher(self.settings()))
        events = f"http://127.0.0.1:{self.port}/slack/events" if over_http else f"{self.bridge.url}/events-in"
        self.slack = Emulator(folder, events, self.bridge.url)
        self.bridge.upstream = self.slack.url
        self.store = self.open_store()

    def open_store(self) -> SqlStore:
        return open_store(f"sqlite:///{self.folder / 'lab.db'}")

    def start(self) -> None:
        """Opens for business; the newsroom follows every story."""
        self.store.save_channel(Channel(workspace=LOCAL, id=self.slack.newsroom, digest_at=None))
        clock = lambda: datetime.now(UTC)  # noqa: E731
        desk = Desk(self.settings(), self.store, self.web, clock, Pipeline(self.store, self.web, clock))
        self._stop = threading.Event()
        self._running = threading.Thread(target=serve, args=(desk, self._stop), daemon=True)
        self._running.start()
        if self.over_http:
            self.bridge.until(self.is_up)
        else:
            assert self.bridge.connected.wait(10)

    def is_up(self) -> bool:
        try:
            return httpx.get(f"http://127.0.0.1:{self.port}/healthz").text == "ok\n"
        except httpx.ConnectError:
            return False

    def settings(self) -> Settings:
        return Settings(
            _env_file=None,
            slack_bot_token=SecretStr(BOT_TOKEN),
            slack_app_token=SecretStr(APP_TOKEN),
            slack_signing_secret=SecretStr(SECRET),
            slack_api_url=f"{self.bridge.url}/api/",
            http_port=self.port if self.over_http else None,
        )

    def close_business(self) -> None:
        self._stop.set()
        self._running.join(15)
        assert not self._running.is_alive(), "it did not stop"

    def close(self) -> None:
        self.close_business()
        self.store.close()
        self.slack.stop()
        self.bridge.stop()

    def until(self, condition: Callable[[], object]) -> None:
        self.bridge.until(condition)

    # --- what the editor does -----------------------------------------------------------------

    def posts(self, text: str, **more: Any) -> str:
        """The editor posts a message; its ts. The emulator tells the app."""
        return str(self.slack.editor.chat_postMessage(channel=self.slack.newsroom, text=text, **more)["ts"])

    def publishes(self, url: str, title: str, *paragraphs: str, outlet: str = "The Harbour Post") -> str:
        """A page comes to stand on the web; its address."""
        head = f"<title>{title}</title><meta property='og:site_name' content='{outlet}'>"
        body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
        article = f"<article><h1>{title}</h1>{body}</article>"
        self.web.pages[url] = f"<html lang='en'><head>{head}</head><body>{article}</body></html>"
        return url

    # --- what Slack sends that the emulator does not ------------------------------------------

    def post(self, body: str, kind: str, *, secret: str = SECRET, age: int = 0, **headers: str) -> httpx.Response:
        """A signed request, as over HTTP."""
        url = f"http://127.0.0.1:{self.port}/slack/events"
        return httpx.post(url, content=body, headers={**signed(body, kind, secret, age), **headers})

    def command(self, command: str, text: str = "") -> httpx.Response:
        return self.post(urlencode(self.command_form(command, text)), "application/x-www-form-urlencoded")

    def command_form(self, command: str, text: str = "") -> dict[str, str]:
        return {
            "command": command, "text": text, "channel_id": self.slack.newsroom, "user_id": self.slack.editor_id,
            "team_id": TEAM, "api_app_id": "A0", "response_url": f"{self.bridge.url}/respond", "trigger_id": "1.2.a",
        }  # fmt: skip

    def press(self, message: dict[str, Any], action: dict[str, Any]) -> httpx.Response:
        """Presses one of a message's buttons."""
        payload = self.payload(
            type="block_actions",
            container={"type": "message", "message_ts": message["ts"], "channel_id": self.slack.newsroom},
            message=message,
            actions=[{"block_id": "b", "action_ts": "1.2", **action}],
        )
        return self.post(urlencode({"payload": json.dumps(payload)}), "application/x-www-form-urlencoded")

    def payload(self, **more: Any) -> dict[str, Any]:
        return {
            "team": {"id": TEAM, "domain": "lab"}, "user": {"id": self.slack.editor_id, "team_id": TEAM},
            "channel": {"id": self.slack.newsroom, "name": "newsroom"}, "api_app_id": "A0", "trigger_id": "1.2.a",
            "response_url": f"{self.bridge.url}/respond", "is_enterprise_install": False, **more,
        }  # fmt: skip

    def event(self, event: dict[str, Any], event_id: str = "Ev1", **how: Any) -> httpx.Response:
        return self.post(json.dumps(self.envelope(event, event_id)), "application/json", **how)

    def envelope(self, event: dict[str, Any], event_id: str = "Ev1") -> dict[str, Any]:
        bot = {"team_id": TEAM, "user_id": BOT_USER, "is_bot": True, "is_enterprise_install": False}
        whole = {"channel": self.slack.newsroom, "user": self.slack.editor_id, **event}
        return {
            "type": "event_callback", "team_id": TEAM, "api_app_id": "A0", "event_time": 1, "event_id": event_id,
            "authorizations": [bot], "event": whole,
        }  # fmt: skip


@pytest.fixture(scope="session")
def lab() -> None:
    """Skips, with the reason, where Slack's side cannot run."""
    reason = why_not()
    if reason:
        pytest.skip(reason)


@pytest.fixture
def office(lab: None, tmp_path: Path) -> Iterator[Office]:
    """The app over HTTP."""
    office = Office(tmp_path, over_http=True)
    office.start()
    yield office
    office.close()


@pytest.fixture(scope="module")
def socket_office(lab: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """The app in Socket Mode; one for a module, since hanging up takes it seconds."""
    office = Office(tmp_path_factory.mktemp("office"), over_http=False)
    office.start()
    yield office
    office.close()
