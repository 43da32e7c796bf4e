"""The whole app over HTTP, from the outside: signed requests in, what Slack holds afterwards out.

Commands, buttons and some events are written by us in Slack's documented formats; messages and their events are the
emulator's own.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import Any
from urllib.parse import urlencode

import httpx
import pytest

from handlers.views import ids
from tests.lab.conftest import Office

FERRY = ("Nine people died when a ferry struck the pier of Harrowmouth on Tuesday evening, the coast guard said.",
         "“We saw no lights on the pier at all,” said Mira Holt, the captain of the ferry.",
         "The ferry left Gullstone at six with seventy people on board, its owner said.")  # fmt: skip
RADIO = ("Twelve people died when a ferry struck the pier of Harrowmouth on Tuesday evening, the coast guard said.",
         "Rescuers from three towns searched the harbour until midnight with lamps and boats.",
         "Captain Mira Holt, who steered the ferry from Gullstone, is being treated in hospital.")  # fmt: skip
HOSTILE = ("Police told <!channel> and <!here> on Tuesday that <@U0BOSS> *must* _read_ ~this~ `now` &lt;!everyone&gt;.",
           "“<!channel> is no place for me,” said Mira Holt, <https://evil.example|the captain> of the ferry.",
           "The ferry left Gullstone at six with seventy people on board, its owner said.")  # fmt: skip


POST, RADIO_STATION = "https://post.example/ferry", "https://radio.example/ferry"


def two_outlets(office: Office) -> None:
    """Two outlets report one event, with two tolls."""
    office.posts(f"<{office.publishes(POST, 'Ferry strikes pier, nine dead', *FERRY)}>")
    office.until(lambda: card(office))
    office.publishes(RADIO_STATION, "Ferry strikes pier, twelve dead", *RADIO, outlet="Coast Radio")
    office.posts(f"<{RADIO_STATION}>")


def card(office: Office) -> dict[str, Any] | None:
    """The story card in the newsroom, once it is there."""
    return next((m for m in office.slack.history() if m["user"] == "U0COPYDESK"), None)


def test_a_link_becomes_a_card_and_an_answer_in_the_thread(office: Office) -> None:
    url = office.publishes("https://post.example/ferry", "Ferry strikes pier, nine dead", *FERRY)
    ts = office.posts(f"have a look <{url}>")

    office.until(lambda: office.slack.thread(ts) and card(office))

    [answer] = office.slack.thread(ts)
    assert "Taken in" in answer["text"]
    assert "Ferry strikes pier" in card(office)["text"]  # type: ignore[index]
    office.until(lambda: office.bridge.calls.count("reactions.remove") == 1)
    [asked] = [m for m in office.slack.history() if m["ts"] == ts]
    assert not asked.get("reactions")
    assert "reactions.add" in office.bridge.calls


def test_a_posted_file_is_read_with_the_apps_token(office: Office) -> None:
    body = "\n\n".join(("Ferry strikes pier", *FERRY))
    office.slack.editor.files_upload_v2(
        channel=office.slack.newsroom, content=body, filename="wire.txt", title="wire", initial_comment="from the wire"
    )

    office.until(lambda: card(office))
    posted = next(message for message in office.slack.history() if message.get("files"))
    office.until(lambda: office.slack.thread(posted["ts"]))
    assert "Taken in" in office.slack.thread(posted["ts"])[0]["text"]


def test_a_second_outlet_goes_into_the_thread_with_its_conflict(office: Office) -> None:
    two_outlets(office)

    ts = card(office)["ts"]  # type: ignore[index]
    office.until(lambda: len(office.slack.thread(ts)) >= 2)
    report, conflict = (message["text"] for message in office.slack.thread(ts))
    assert "Coast Radio" in report
    assert all(words in conflict for words in ("The Harbour Post", "nine", "Coast Radio", "twelve"))


def test_no_text_of_an_article_can_ping_anybody(office: Office) -> None:
    url = office.publishes("https://post.example/ping", "<!channel> Ferry strikes <!here> pier @everyone", *HOSTILE)
    ts = office.posts(f"<{url}>")
    office.until(lambda: office.slack.thread(ts) and card(office))
    office.command("/story")
    office.command("/who-said", "Mira Holt")
    office.bridge.until(lambda: len(office.bridge.responses) == 2)

    said = [*office.slack.thread(ts), card(office), *office.bridge.responses]
    for message in said:
        assert message
        assert not any(ping in message["text"] for ping in ("<!", "<@", "<http")), message["text"]
        for kind, text in mrkdwn(message["blocks"]):
            assert not any(ping in text for ping in ("<!", "<@", "<http")), (kind, text)


def mrkdwn(node: Any) -> list[tuple[str, str]]:
    """Every text in blocks that Slack would read as markup."""
    if isinstance(node, list):
        return [found for one in node for found in mrkdwn(one)]
    if not isinstance(node, dict):
        return []
    own = [(node["type"], node["text"])] if node.get("type") in ("mrkdwn", "markdown") else []
    return own + [found for value in node.values() for found in mrkdwn(value)]


def test_a_command_is_acknowledged_and_answered_alone(office: Office) -> None:
    assert (office.command("/copydesk", "help").status_code, office.command("/who-said", "nobody").status_code) == (
        200,
        200,
    )
    office.bridge.until(lambda: len(office.bridge.responses) == 2)
    assert {answer["response_type"] for answer in office.bridge.responses} == {"ephemeral"}
    assert office.slack.history() == []


def test_a_mistake_in_a_command_gets_its_words(office: Office) -> None:
    assert office.command("/who-said", '"an unclosed mark').status_code == 200, "Bolt must not lose the ack"
    office.bridge.until(lambda: office.bridge.responses)
    assert "quotation mark is not closed" in office.bridge.responses[0]["text"]


def test_a_conflict_is_dismissed_by_its_button(office: Office) -> None:
    two_outlets(office)
    office.until(lambda: button(office, ids.CONFLICT_DISMISS))
    message, action = button(office, ids.CONFLICT_DISMISS)  # type: ignore[misc]

    assert office.press(message, action).status_code == 200
    office.until(lambda: office.bridge.responses and "chat.update" in office.bridge.calls)

    office.until(lambda: "dismissed" in str(thread_message(office, message["ts"])["text"]).lower())
    assert office.bridge.responses[0]["response_type"] == "ephemeral"


def button(office: Office, action_id: str) -> tuple[dict[str, Any], dict[str, Any]] | None:
    """A button in the story's thread, with the message it is in."""
    posted = card(office)
    for message in office.slack.thread(posted["ts"]) if posted else ():
        for block in message["blocks"]:
            for element in block.get("elements", ()):
                if element.get("action_id") == action_id:
                    return message, element
    return None


def thread_message(office: Office, ts: str) -> dict[str, Any]:
    posted = card(office)
    assert posted
    return next(message for message in office.slack.thread(posted["ts"]) if message["ts"] == ts)


# --- the door --------------------------------------------------------------------------------


def test_slack_checks_that_the_address_is_ours(office: Office) -> None:
    asked = json.dumps({"token": "x", "challenge": "abc", "type": "url_verification"})
    answer = office.post(asked, "application/json")
    assert (answer.status_code, "abc" in answer.text) == (200, True)


@pytest.mark.parametrize("how", [{"secret": "another secret"}, {"age": 360}], ids=["bad signature", "stale timestamp"])
def test_who_is_not_slack_is_not_heard(office: Office, how: dict[str, Any]) -> None:
    form = urlencode(office.command_form("/copydesk", "unfollow"))
    assert office.post(form, "application/x-www-form-urlencoded", **how).status_code == 401
    event = {"type": "message", "text": "<https://post.example/x>", "ts": "1.1"}
    assert office.event(event, **how).status_code == 401
    assert office.store.waiting_drops() == []


def test_an_event_sent_three_times_is_taken_once(office: Office) -> None:
    url = office.publishes("https://post.example/ferry", "Ferry strikes pier, nine dead", *FERRY)
    ts = str(office.slack.editor.chat_postMessage(channel=office.slack.channels["random"], text="first")["ts"])
    event = {"type": "message", "text": f"<{url}>", "ts": ts, "channel": office.slack.channels["random"]}
    for attempt in range(3):
        retry = {"x-slack-retry-num": str(attempt), "x-slack-retry-reason": "http_timeout"} if attempt else {}
        assert office.event(event, "Ev7", **retry).status_code == 200

    calls = office.bridge.calls  # a call is noted when it has been answered, so the card may be seen before its call
    office.until(
        lambda: card(office) and {"reactions.remove": 1, "chat.postMessage": 2}.items() <= Counter(calls).items()
    )
    assert calls.count("reactions.add") == 1
    assert calls.count("chat.postMessage") == 2, "the card and the answer"


def test_other_paths_are_nobodys(office: Office) -> None:
    assert httpx.get(f"http://127.0.0.1:{office.port}/").status_code == 404
    assert httpx.get(f"http://127.0.0.1:{office.port}/slack/events").status_code == 404
    assert httpx.get(f"http://127.0.0.1:{office.port}/healthz").text == "ok\n"
