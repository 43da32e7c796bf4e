"""Starting and stopping: what is missing is said in words, HTTP answers, and a signal ends it cleanly."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest
from pydantic import SecretStr

from bot.desk import Desk
from bot.errors import UserError
from bot.settings import Settings
from bot.shapes import Channel
from handlers.serve import follow_first_channel, serve
from tests.fake_slack import SECRET, FakeSlack

ROOT = Path(__file__).parents[2]
BOT, APP, SIGNING = SecretStr("xoxb-test"), SecretStr("xapp-test"), SecretStr(SECRET)


def settings(slack: FakeSlack, **fields: Any) -> Settings:
    given = {"slack_bot_token": BOT, "slack_app_token": APP, "slack_signing_secret": SIGNING}
    return Settings(_env_file=None, **{**given, "slack_api_url": slack.api_url, **fields})


MISSING = [
    ({"slack_bot_token": None}, "SLACK_BOT_TOKEN is not set"),
    ({"slack_app_token": None}, "SLACK_APP_TOKEN is not set"),
    ({"slack_signing_secret": None, "http_port": 0}, "SLACK_SIGNING_SECRET is not set"),
]


@pytest.mark.parametrize(("fields", "words"), MISSING)
def test_what_is_missing_is_named(desk: Desk, slack: FakeSlack, fields: dict[str, Any], words: str) -> None:
    with pytest.raises(UserError, match=words):
        serve(replace(desk, settings=settings(slack, **fields)), threading.Event())


REFUSED: list[tuple[Callable[[FakeSlack], None], str]] = [
    (lambda slack: slack.refuse("auth.test", "invalid_auth"), r"does not accept SLACK_BOT_TOKEN \(invalid_auth\)"),
    (lambda slack: slack.refuse("apps.connections.open", "not_allowed_token_type"), "does not accept SLACK_APP_TOKEN"),
    (lambda slack: slack.__exit__(), "Slack cannot be reached"),
]


@pytest.mark.parametrize(("refusal", "words"), REFUSED)
def test_what_slack_refuses_is_said(
    desk: Desk, slack: FakeSlack, refusal: Callable[[FakeSlack], None], words: str
) -> None:
    refusal(slack)
    with pytest.raises(UserError, match=words):
        serve(replace(desk, settings=settings(slack)), threading.Event())


def test_over_http_too(desk: Desk, slack: FakeSlack) -> None:
    slack.refuse("auth.test", "invalid_auth")
    with pytest.raises(UserError, match="does not accept SLACK_BOT_TOKEN"):
        serve(replace(desk, settings=settings(slack, http_port=0)), threading.Event())


def test_a_port_that_is_taken_is_said(desk: Desk, slack: FakeSlack) -> None:
    taken = int(slack.api_url.split(":")[2].partition("/")[0])
    with pytest.raises(UserError, match=f"Cannot listen on 127.0.0.1:{taken}: Address already in use"):
        serve(replace(desk, settings=settings(slack, http_port=taken)), threading.Event())


def test_the_channel_of_the_settings_follows_and_keeps_its_own_settings(desk: Desk, slack: FakeSlack) -> None:
    named = replace(desk, settings=settings(slack, channel="C0FIRST"))
    follow_first_channel(named)
    assert desk.store.channel("local", "C0FIRST") == Channel(workspace="local", id="C0FIRST")

    desk.store.save_channel(Channel(workspace="local", id="C0FIRST", follows=False))
    follow_first_channel(named)
    kept = desk.store.channel("local", "C0FIRST")
    assert kept
    assert kept.follows is False


PROGRAM = """
from datetime import UTC, datetime
from bot.desk import Desk
from bot.pipeline import Pipeline
from bot.settings import Settings
from handlers.serve import run
from store import open_store
from tests.handlers.conftest import NoNetwork

settings = Settings(_env_file=None)
clock = lambda: datetime.now(UTC)
store = open_store(settings.database_url)
run(Desk(settings, store, NoNetwork(), clock, Pipeline(store, NoNetwork(), clock)))
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_cleanly(slack: FakeSlack, tmp_path: Path, number: signal.Signals) -> None:
    environment = {
        **os.environ, "COPYDESK_DATABASE_URL": f"sqlite:///{tmp_path / 'x.db'}", "COPYDESK_HTTP_PORT": "0",
        "SLACK_BOT_TOKEN": "xoxb-test", "SLACK_SIGNING_SECRET": SECRET, "SLACK_API_URL": slack.api_url,
    }  # fmt: skip
    command = [sys.executable, "-c", PROGRAM]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        for line in process.stdout:
            if "listening to Slack over HTTP" in line:
                address = line.split("address=")[1].split("/slack")[0]
                assert httpx.get(f"{address}/healthz").text == "ok\n"
                assert httpx.post(f"{address}/slack/events", content="{}").status_code == 401
                break
        process.send_signal(number)
        rest = process.stdout.read()
    assert "stopped" in rest
    assert process.returncode == 0
