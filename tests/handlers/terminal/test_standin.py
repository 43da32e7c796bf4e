"""The stand-in behaves as Slack does where the app can tell: threads, edits, private answers, reactions, errors."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.webhook import WebhookClient

from handlers.terminal.standin import CHANNEL, EDITOR, StandIn

NOON = datetime(2026, 11, 3, 12, 0, tzinfo=UTC)


@pytest.fixture
def slack() -> Iterator[StandIn]:
    with StandIn(lambda: NOON) as slack:
        yield slack


@pytest.fixture
def client(slack: StandIn) -> WebClient:
    return WebClient(token="xoxb-any", base_url=slack.api_url)


def kinds(slack: StandIn) -> list[str]:
    return [happening.kind for happening in slack.happenings()]


def test_a_message_has_the_time_of_the_play_and_is_found_again(slack: StandIn, client: WebClient) -> None:
    card = client.chat_postMessage(channel=CHANNEL, text="card", metadata={"event_type": "e", "event_payload": {}})
    client.chat_postMessage(channel=CHANNEL, text="reply", thread_ts=card["ts"])
    assert float(card["ts"]) == pytest.approx(NOON.timestamp(), abs=1)
    assert [m["text"] for m in client.conversations_history(channel=CHANNEL)["messages"]] == ["card"]
    replies = client.conversations_replies(channel=CHANNEL, ts=card["ts"])["messages"]
    assert [m["text"] for m in replies] == ["card", "reply"]
    assert replies[0]["metadata"]["event_type"] == "e"


def test_an_edit_keeps_what_stood_before_for_whoever_shows_it(slack: StandIn, client: WebClient) -> None:
    ts = client.chat_postMessage(channel=CHANNEL, text="3 dead")["ts"]
    client.chat_update(channel=CHANNEL, ts=ts, text="9 dead")
    edit = slack.happenings()[-1]
    assert edit.before is not None
    assert (edit.kind, edit.before["text"], edit.message["text"]) == ("edited", "3 dead", "9 dead")
    assert slack.messages[0]["edited"]


def test_an_answer_to_a_command_is_seen_by_its_asker_alone(slack: StandIn) -> None:
    WebhookClient(slack.response_url()).send(text="for you", response_type="ephemeral")
    assert kinds(slack) == ["private"]
    assert slack.messages == []


def test_an_answer_in_the_channel_is_seen_by_all(slack: StandIn) -> None:
    WebhookClient(slack.response_url()).send(text="for all", response_type="in_channel")
    assert [message["text"] for message in slack.messages] == ["for all"]


def test_a_private_answer_turns_its_page_and_goes(slack: StandIn) -> None:
    WebhookClient(slack.response_url()).send(text="page 1", response_type="ephemeral")
    ts = slack.happenings()[0].message["ts"]
    pressed = WebhookClient(slack.response_url(ts))
    pressed.send(text="page 2", replace_original=True)
    turned = slack.happenings()[0].message
    assert (turned["ts"], turned["text"]) == (ts, "page 2")
    assert pressed.send(text="", delete_original=True).status_code == 200


def test_a_pressed_message_of_the_channel_is_replaced_or_taken_away(slack: StandIn, client: WebClient) -> None:
    ts = client.chat_postMessage(channel=CHANNEL, text="card")["ts"]
    pressed = WebhookClient(slack.response_url(ts))
    pressed.send(text="another", replace_original=True)
    assert slack.messages[0]["text"] == "another"
    pressed.send(text="", delete_original=True)
    assert kinds(slack) == ["posted", "edited", "removed"]


def test_a_reaction_comes_once_and_goes(slack: StandIn, client: WebClient) -> None:
    ts = slack.said("look at this")["ts"]
    client.reactions_add(channel=CHANNEL, timestamp=ts, name="eyes")
    with pytest.raises(SlackApiError, match="already_reacted"):
        client.reactions_add(channel=CHANNEL, timestamp=ts, name="eyes")
    client.reactions_remove(channel=CHANNEL, timestamp=ts, name="eyes")
    with pytest.raises(SlackApiError, match="no_reaction"):
        client.reactions_remove(channel=CHANNEL, timestamp=ts, name="eyes")
    assert slack.messages[0]["reactions"] == []


@pytest.mark.parametrize(
    ("method", "params", "error"),
    [
        ("chat.update", {"channel": CHANNEL, "ts": "1.1", "text": "x"}, "message_not_found"),
        ("chat.delete", {"channel": CHANNEL, "ts": "1.1"}, "message_not_found"),
        ("users.info", {"user": "U0NOBODY"}, "user_not_found"),
        ("files.upload", {}, "unknown_method"),
    ],
)
def test_what_slack_would_refuse_is_refused(client: WebClient, method: str, params: dict[str, Any], error: str) -> None:
    with pytest.raises(SlackApiError, match=error):
        client.api_call(method, data=params)


def test_who_it_is_and_who_asks_are_known(client: WebClient) -> None:
    assert client.auth_test()["user"] == "copydesk"
    assert client.users_info(user=EDITOR)["user"]["tz"] == "UTC"
    assert client.conversations_info(channel=CHANNEL)["channel"]["name"] == "newsroom"


def test_a_view_is_shown_to_one_person(slack: StandIn, client: WebClient) -> None:
    client.views_publish(user_id=EDITOR, view={"type": "home", "blocks": [{"type": "divider"}]})
    shown = slack.happenings()[0]
    assert (shown.kind, shown.message["private"], shown.message["blocks"]) == ("view", True, [{"type": "divider"}])


def test_mentions_and_links_are_written_as_slack_writes_them(slack: StandIn) -> None:
    assert slack.said("@copydesk see https://a.example/b")["text"] == "<@U0COPYDESK> see <https://a.example/b>"


def test_nobody_on_the_network_can_reach_it(slack: StandIn) -> None:
    assert slack.api_url.startswith("http://127.0.0.1:")
