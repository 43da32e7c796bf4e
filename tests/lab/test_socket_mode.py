"""The same app in Socket Mode, against a local server that speaks it. One office for all; each looks at its own."""

from __future__ import annotations

from tests.lab.conftest import Office
from tests.lab.test_http import FERRY


def post_link(office: Office, name: str) -> str:
    """The editor posts a link to a page of this name; the message's ts."""
    url = office.publishes(f"https://post.example/{name}", f"{name} strikes pier, nine dead", *FERRY, f"({name})")
    return office.posts(f"<{url}>")


def test_a_link_is_answered_in_its_thread(socket_office: Office) -> None:
    ts = post_link(socket_office, "Ferry")
    socket_office.until(lambda: len(socket_office.slack.thread(ts)) == 1)


def test_a_command_is_acknowledged_in_time_and_answered(socket_office: Office) -> None:
    before = len(socket_office.bridge.responses)
    form = socket_office.command_form("/copydesk", "help")
    assert socket_office.bridge.send("slash_commands", form, accepts_response_payload=True) is None
    socket_office.until(lambda: len(socket_office.bridge.responses) > before)
    assert socket_office.bridge.responses[-1]["response_type"] == "ephemeral"


def test_an_event_sent_again_is_acknowledged_and_taken_once(socket_office: Office) -> None:
    url = socket_office.publishes("https://post.example/again", "Barge strikes pier, nine dead", *FERRY, "(again)")
    ts = str(socket_office.slack.bot.chat_postMessage(channel=socket_office.slack.newsroom, text="a place")["ts"])
    before = socket_office.bridge.calls.count("reactions.add")
    envelope = socket_office.envelope({"type": "message", "text": f"<{url}>", "ts": ts}, "Ev7")
    for attempt in range(3):
        socket_office.bridge.send("events_api", envelope, retry_attempt=attempt, retry_reason="timeout")
    socket_office.until(lambda: len(socket_office.slack.thread(ts)) == 1)
    assert socket_office.bridge.calls.count("reactions.add") == before + 1


def test_it_connects_again_when_slack_hangs_up(socket_office: Office) -> None:
    socket_office.bridge.disconnect()
    assert socket_office.bridge.connected.wait(30)
    ts = post_link(socket_office, "Barge")
    socket_office.until(lambda: len(socket_office.slack.thread(ts)) == 1)
