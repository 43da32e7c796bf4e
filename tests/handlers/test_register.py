"""app.yaml against what the app listens to, both ways, and each scope against what needs it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from handlers.commands import COMMANDS
from handlers.shortcuts.check_article import CHECK_ARTICLE
from tests.handlers.conftest import Newsroom

ROOT = Path(__file__).parents[2]
SCHEMA = ROOT.parent / "shared" / "slack_lab" / "manifest.schema.2.0.0.json"

# What Slack wants a bot to hold for an event or a method; https://docs.slack.dev/reference.
EVENT_SCOPES = {
    "app_home_opened": set[str](),
    "app_mention": {"app_mentions:read"},
    "message.channels": {"channels:history"},
    "message.groups": {"groups:history"},
}
METHOD_SCOPES = {
    "auth.test": set[str](),
    "chat.postEphemeral": {"chat:write"},
    "chat.postMessage": {"chat:write"},
    "chat.update": {"chat:write"},
    "conversations.history": {"channels:history", "groups:history"},
    "conversations.replies": {"channels:history", "groups:history"},
    "reactions.add": {"reactions:write"},
    "reactions.remove": {"reactions:write"},
    "views.publish": set[str](),
}
# What no method name in the sources shows: a posted file is read at its url_private; commands and shortcuts come in.
OTHER_SCOPES = {"files:read", "commands"}

# Slack's own limits for a manifest, for where its schema is not at hand.
NAME, DESCRIPTION, COMMAND_DESCRIPTION, SHORTCUT_NAME, USAGE = 35, 140, 2000, 24, 1000


@pytest.fixture(scope="module")
def manifest() -> dict[str, Any]:
    return dict(yaml.safe_load((ROOT / "app.yaml").read_text()))


def test_it_is_a_manifest(manifest: dict[str, Any]) -> None:
    if not SCHEMA.exists():
        pytest.skip("Slack's manifest schema is not beside this project")
    jsonschema.validate(manifest, json.loads(SCHEMA.read_text()))


def test_it_keeps_slacks_limits(manifest: dict[str, Any]) -> None:
    shown, features = manifest["display_information"], manifest["features"]
    assert len(shown["name"]) <= NAME
    assert len(shown["description"]) <= DESCRIPTION
    assert re.fullmatch(r"#[0-9a-f]{6}", shown["background_color"])
    assert manifest["settings"]["socket_mode_enabled"] is True
    for command in features["slash_commands"]:
        assert re.fullmatch(r"/[a-z_-]{1,31}", command["command"])
        assert len(command["description"]) <= COMMAND_DESCRIPTION
        assert len(command["usage_hint"]) <= USAGE
    for shortcut in features["shortcuts"]:
        assert len(shortcut["name"]) <= SHORTCUT_NAME


def test_its_commands_are_those_that_are_answered(manifest: dict[str, Any]) -> None:
    named = {command["command"]: command for command in manifest["features"]["slash_commands"]}
    assert list(named) == list(COMMANDS)
    assert {name: one["description"] for name, one in named.items()} == {
        name: command.summary for name, command in COMMANDS.items()
    }


def test_every_command_of_the_manifest_is_heard(manifest: dict[str, Any], newsroom: Newsroom) -> None:
    for command in manifest["features"]["slash_commands"]:
        assert newsroom.sends.command(command["command"], "help").status == 200
    assert [answer["response_type"] for answer in newsroom.answers] == ["ephemeral"] * len(COMMANDS)
    assert newsroom.sends.command("/unknown").status == 404


def test_every_event_of_the_manifest_is_heard_and_no_other(manifest: dict[str, Any], newsroom: Newsroom) -> None:
    heard = {event.split(".")[0] for event in manifest["settings"]["event_subscriptions"]["bot_events"]}
    for kind in heard:
        event = {"type": kind, "channel": "C1", "user": "U1", "text": "<@U0> help", "ts": "1.1", "tab": "home"}
        assert newsroom.sends.event(event).status == 200, kind
    for kind in ("reaction_added", "member_joined_channel", "link_shared", "file_shared", "channel_archive"):
        assert newsroom.sends.event({"type": kind, "user": "U1", "channel": "C1"}).status == 404, kind


def test_its_shortcuts_are_those_that_are_heard(manifest: dict[str, Any], newsroom: Newsroom) -> None:
    assert [one["callback_id"] for one in manifest["features"]["shortcuts"]] == [CHECK_ARTICLE]
    message = {"ts": "1.1", "text": "no link"}
    assert newsroom.sends.shortcut(CHECK_ARTICLE, message).status == 200
    assert newsroom.sends.shortcut("unknown", message).status == 404


def test_its_scopes_are_the_least(manifest: dict[str, Any]) -> None:
    events = manifest["settings"]["event_subscriptions"]["bot_events"]
    needed = set.union(OTHER_SCOPES, *(EVENT_SCOPES[event] for event in events))
    needed |= set.union(*(METHOD_SCOPES[method] for method in methods_called()))
    assert set(manifest["oauth_config"]["scopes"]["bot"]) == needed


def methods_called() -> set[str]:
    """The Web API methods that the sources name, as `client.chat_update(` or as a string like "reactions.add"."""
    sources = "\n".join(path.read_text() for path in (ROOT / "handlers").rglob("*.py") if "terminal" not in path.parts)
    calls = {name.replace("_", ".", 1) for name in re.findall(r"client\.([a-z]+_[a-zA-Z]+)\(", sources)}
    return (calls - {"api.call"}) | set(
        re.findall(r'"((?:reactions|chat|conversations|views|files|users)\.\w+)"', sources)
    )
