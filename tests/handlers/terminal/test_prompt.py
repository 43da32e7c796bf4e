"""The prompt completes commands, and after a command what it can be about."""

from __future__ import annotations

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from handlers.terminal.prompt import LineCompleter, typed_lines

COMPLETER = LineCompleter(
    ["/who-said", "/story", "press"], {"/who-said": lambda: ["Ruth Penhale", "Rafe Munro"], "press": lambda: ["1", "2"]}
)


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("", ["/who-said", "/story", "press"]),
        ("/w", ["/who-said"]),
        ("/who-said ", ["Ruth Penhale", "Rafe Munro"]),
        ("/who-said ru", ["Ruth Penhale"]),
        ("press ", ["1", "2"]),
        ("/story h", []),
    ],
)
def test_tab_offers_what_can_follow(typed: str, offered: list[str]) -> None:
    assert [c.text for c in COMPLETER.get_completions(Document(typed), CompleteEvent())] == offered


def test_lines_come_until_ctrl_d_and_ctrl_c_empties_one() -> None:
    with create_pipe_input() as keys, create_app_session(input=keys, output=DummyOutput()):
        keys.send_text("/story\rhalf a li\x03/conflicts\r\x04")
        assert list(typed_lines(COMPLETER, ["help"])) == ["/story", "/conflicts"]
