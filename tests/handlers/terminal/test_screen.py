"""What a rehearsal prints: drops, messages in their threads, edits, and numbers that stay."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from rich.cells import cell_len

from bot.shapes import Drop, Outcome
from handlers.terminal.screen import Screen
from handlers.terminal.standin import BOT, EDITOR, Happening

NOON = datetime(2026, 11, 3, 12, 0, tzinfo=UTC)


@pytest.fixture
def printed() -> list[str]:
    return []


@pytest.fixture
def screen(printed: list[str]) -> Screen:
    return Screen(printed.append)


def message(count: int, *blocks: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"ts": f"{int(NOON.timestamp())}.{count:06d}", "user": BOT, "blocks": list(blocks), **more}


def header(text: str) -> dict[str, Any]:
    return {"type": "header", "text": {"type": "plain_text", "text": text}}


def section(text: str) -> dict[str, Any]:
    return {"type": "section", "text": {"type": "plain_text", "text": text}}


def buttons(*labels: str) -> dict[str, Any]:
    shown = [{"type": "plain_text", "text": label} for label in labels]
    return {"type": "actions", "elements": [{"type": "button", "action_id": "a", "text": text} for text in shown]}


def test_a_drop_says_what_it_is_and_what_it_was_taken_for(screen: Screen, printed: list[str]) -> None:
    drop = Drop(
        id="d1", key="d1", source="file", where="x", outlet="Coast One", title="Ferry\x1b[2J sinks", received=NOON
    )
    outcome = Outcome(
        drop="d1", article="a2", outcome="copy", of="a1", similarity=1, story="s1", conflicts=(), reason="Same words."
    )
    screen.drop(drop, outcome, None, NOON)
    assert printed == ["", "Tue 3 Nov 12:00  Coast One: Ferry[2J sinks", "    → copy of a1, story s1. Same words."]


def test_a_reply_stands_beside_a_line_under_the_title_of_its_thread(screen: Screen, printed: list[str]) -> None:
    card = message(1, header("Ferry sinks"))
    reply = message(2, section("New report"), thread_ts=card["ts"])
    screen.happened([Happening("posted", card), Happening("posted", reply)])
    assert printed == [
        "",
        "  Tue 3 Nov 12:00 copydesk · in #newsroom",
        "  Ferry sinks",
        "  ===========",
        "  │",
        "  │ 12:00 copydesk · in the thread of “Ferry sinks”",
        "  │ New report",
    ]


def test_of_an_edit_only_what_is_new_is_shown(screen: Screen, printed: list[str]) -> None:
    before = message(1, header("Ferry sinks"), section("1 outlet"), buttons("Open"))
    after = message(1, header("Ferry sinks"), section("2 outlets"), buttons("Share", "Open"))
    screen.happened([Happening("edited", after, before)])
    assert printed == [
        "",
        "  Tue 3 Nov 12:00 copydesk (edited) · in #newsroom [1]",
        "  2 outlets",
        "  [1] Share  [2] Open",
    ]


def test_an_edit_that_changes_nothing_is_not_shown(screen: Screen, printed: list[str]) -> None:
    same = message(1, section("1 outlet"))
    screen.happened([Happening("edited", same, same)])
    assert printed == []


def test_two_edits_in_one_go_are_shown_as_one(screen: Screen, printed: list[str]) -> None:
    first, second, third = (message(1, section(f"{count} outlets")) for count in (1, 2, 3))
    screen.happened([Happening("edited", second, first), Happening("edited", third, second)])
    assert [line for line in printed if "outlets" in line] == ["  3 outlets"]


def test_what_can_be_pressed_keeps_its_number(screen: Screen) -> None:
    one, two = message(1, buttons("Confirm")), message(2, buttons("Dismiss"))
    screen.happened([Happening("posted", one), Happening("posted", two)])
    screen.happened([Happening("edited", message(1, buttons("Reopen")), one)])
    latest, first, missing = screen.pressable(), screen.pressable(1), screen.pressable(9)
    assert latest and first and missing is None
    assert (latest[1][0].label, first[1][0].label) == ("Reopen", "Reopen")


def test_a_private_answer_says_so_and_a_person_has_a_name(screen: Screen, printed: list[str]) -> None:
    screen.happened([Happening("private", message(1, section("hush"), private=True))])
    screen.happened([Happening("posted", message(2, text="hello", user=EDITOR))])
    assert "  Tue 3 Nov 12:00 copydesk · only you can see this" in printed
    assert "  Tue 3 Nov 12:00 editor · in #newsroom" in printed


def test_what_goes_and_what_is_marked_is_told(screen: Screen, printed: list[str]) -> None:
    screen.happened([Happening("removed", message(1)), Happening("reaction", message(2, reactions=["eyes"]))])
    assert printed == ["", "  (a message was taken away)", "", "  reactions: eyes"]


def test_no_line_is_wider_than_a_terminal(screen: Screen, printed: list[str]) -> None:
    long = "An exceedingly long headline about the harbour " * 4
    card = message(1, header(long), section(long), buttons(*["A button with a long label"] * 9))
    screen.happened([Happening("posted", card)])
    screen.message(message(2, section(long), buttons("x"), thread_ts=card["ts"], edited=True))
    assert max(map(cell_len, printed)) <= 80
