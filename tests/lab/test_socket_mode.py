"""The same app in Socket Mode, against a local server that speaks it."""

from __future__ import annotations

import concurrent.futures

import pytest

from tests.lab.conftest import Office
from tests.lab.test_http import FERRY, card


def test_a_link_becomes_a_card(socket_office: Office) -> None:
    url = socket_office.publishes("https://post.example/ferry", "Ferry strikes pier, nine dead", *FERRY)
    ts = socket_office.posts(f"<{url}>")
    socket_office.until(lambda: card(socket_office) and socket_office.slack.thread(ts))


def test_a_command_is_acknowledged_in_time_and_answered(socket_office: Office) -> None:
    form = socket_office.command_form("/copydesk", "help")
    assert socket_office.bridge.send("slash_commands", form, accepts_response_payload=True) is None
    socket_office.until(lambda: socket_office.bridge.responses)
    assert socket_office.bridge.responses[0]["response_type"] == "ephemeral"


def test_an_event_sent_again_is_acknowledged_and_taken_once(socket_office: Office) -> None:
    url = socket_office.publishes("https://post.example/ferry", "Ferry strikes pier, nine dead", *FERRY)
    ts = str(socket_office.slack.bot.chat_postMessage(channel=socket_office.slack.newsroom, text="a place")["ts"])
    envelope = socket_office.envelope({"type": "message", "text": f"<{url}>", "ts": ts}, "Ev7")
    for attempt in range(3):
        socket_office.bridge.send("events_api", envelope, retry_attempt=attempt, retry_reason="timeout")
    socket_office.until(lambda: len(socket_office.slack.thread(ts)) == 1)
    assert socket_office.bridge.calls.count("reactions.add") == 1


def test_what_the_app_does_not_know_is_not_acknowledged(socket_office: Office) -> None:
    with pytest.raises((TimeoutError, concurrent.futures.TimeoutError)):
        socket_office.bridge.send("slash_commands", socket_office.command_form("/unknown"))


def test_it_connects_again_when_slack_hangs_up(socket_office: Office) -> None:
    socket_office.bridge.disconnect()
    assert socket_office.bridge.connected.wait(30)
    form = socket_office.command_form("/copydesk", "help")
    socket_office.bridge.send("slash_commands", form)
    socket_office.until(lambda: socket_office.bridge.responses)
