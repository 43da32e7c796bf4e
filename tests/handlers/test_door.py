"""Who is not Slack, and what no person types: nothing of it is acted on, and nothing of it pings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

import httpx
import pytest
from pydantic import SecretStr
from slack_bolt import BoltRequest

from bot.desk import Desk
from bot.settings import Settings
from handlers.serve import PATH, Http
from handlers.slack import build_app
from tests.fake_slack import SECRET, FakeSlack, signed
from tests.handlers.conftest import Newsroom

FORM = "application/x-www-form-urlencoded"

FORGED = [
    ("a time that is no number", {"x-slack-request-timestamp": "now"}),
    ("a signature in other letters", {"x-slack-signature": "v0=\xe9"}),
    ("a signature of nothing", {"x-slack-signature": ""}),
]


@pytest.mark.parametrize("headers", [row[1] for row in FORGED], ids=[row[0] for row in FORGED])
def test_an_address_in_a_forged_request_is_never_called(newsroom: Newsroom, headers: dict[str, str]) -> None:
    body = urlencode({"command": "/copydesk", "text": "follow", "channel_id": "C1", "user_id": "U1",
                      "response_url": newsroom.slack.response_url})  # fmt: skip
    request = BoltRequest(body=body, headers={**signed(body, FORM), **headers})

    assert newsroom.sends.app.dispatch(request).status == 401
    assert newsroom.answers == []
    assert newsroom.store.channels("local") == []


@pytest.fixture
def address(desk: Desk, slack: FakeSlack) -> Iterator[str]:
    """Where the app listens over HTTP."""
    ours = replace(desk, settings=Settings(_env_file=None, slack_signing_secret=SecretStr(SECRET)))
    server = Http(
        build_app(ours, token="xoxb-test", signing_secret=SECRET, api_url=slack.api_url), ours, "127.0.0.1", 0
    )
    server.open()
    yield f"http://127.0.0.1:{server.port}{PATH}"
    server.close()


UNREADABLE = [("{", "application/json"), ("[1, 2]", "application/json"), ("payload=%7B", FORM), ("payload=[]", FORM)]


@pytest.mark.parametrize(("body", "kind"), UNREADABLE)
def test_a_body_that_cannot_be_read_is_the_senders_mistake(address: str, body: str, kind: str) -> None:
    assert httpx.post(address, content=body, headers=signed(body, kind)).status_code == 400


def test_a_body_of_ten_megabytes_is_not_read(address: str) -> None:
    assert httpx.post(address, content="x" * 10_000_000, headers={"content-type": FORM}).status_code == 413


@pytest.mark.parametrize("text", ["<!channel>", "<@U0BOSS>", "<https://evil.example|a link>"])
@pytest.mark.parametrize("command", ["/copydesk", "/digest"])
def test_what_was_typed_is_said_again_without_its_power(newsroom: Newsroom, command: str, text: str) -> None:
    newsroom.sends.command(command, text)
    [answer] = newsroom.answers
    assert "<" not in answer["text"]


LONG: list[tuple[str, Any]] = [("quotation marks", '"' * 8000), ("words", "a b" * 2666), ("one word", "a" * 8000)]


@pytest.mark.parametrize("text", [row[1] for row in LONG], ids=[row[0] for row in LONG])
@pytest.mark.parametrize(
    "command", ["/who-said", "/what-changed", "/lineage", "/conflicts", "/story", "/digest", "/copydesk"]
)
def test_eight_thousand_characters_get_an_answer_in_words(newsroom: Newsroom, command: str, text: str) -> None:
    newsroom.sends.command(command, text)
    [answer] = newsroom.answers
    assert "went wrong" not in answer["text"]
