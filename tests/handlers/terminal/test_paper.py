"""A Slack message on 80 columns: every kind of block, and a number for everything that can be pressed."""

from __future__ import annotations

from typing import Any

import pytest

from handlers.terminal.paper import controls, render


def button(label: str, value: str, **more: Any) -> dict[str, Any]:
    return {
        "type": "button", "action_id": "act", "value": value, "text": {"type": "plain_text", "text": label}, **more
    }  # fmt: skip


def option(label: str, value: str) -> dict[str, Any]:
    return {"text": {"type": "plain_text", "text": label}, "value": value}


def words(*texts: str) -> dict[str, Any]:
    return {"type": "rich_text_section", "elements": [{"type": "text", "text": text} for text in texts]}


def typed(text: str) -> dict[str, Any]:
    return {"type": "plain_text", "text": text}


def rich(kind: str, elements: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    return {"type": "rich_text", "elements": [{"type": kind, "elements": elements, **more}]}


FIELDS = [typed(text) for text in ("left", "right", "below")]
SMALL = [typed("5 outlets"), {"type": "image", "alt_text": "map"}]
MENU = {
    "type": "static_select",
    "action_id": "pick",
    "placeholder": typed("Ask next"),
    "options": [option("Conflicts", "/conflicts s1"), option("Changes", "/what-changed s1")],
}
LONG = [words("a line that is longer than forty cells are"), words("short")]
CODE = words("/who-said\n  NAME")["elements"]

BLOCKS: list[tuple[dict[str, Any], str]] = [
    ({"type": "header", "text": typed("Two & two")}, "Two & two\n========="),
    ({"type": "section", "text": {"type": "mrkdwn", "text": "*Two* &amp; two"}}, "Two & two"),
    ({"type": "section", "fields": FIELDS}, "left                 right\nbelow"),
    ({"type": "section", "text": typed("Story"), "accessory": button("Open", "s1")}, "Story\n[1] Open"),
    ({"type": "context", "elements": SMALL}, "5 outlets · [map]"),
    ({"type": "actions", "elements": [button("Confirm", "c1"), button("Mute", "c1")]}, "[1] Confirm  [2] Mute"),
    ({"type": "actions", "elements": [MENU]}, "Ask next\n  [1] Conflicts\n  [2] Changes"),
    ({"type": "divider"}, "-" * 40),
    ({"type": "image", "alt_text": "the quay at night", "image_url": "x"}, "[image: the quay at night]"),
    (rich("rich_text_quote", words("I let go")["elements"]), "> I let go"),
    (rich("rich_text_list", LONG, style="bullet"), "- a line that is longer than forty cells\n  are\n- short"),
    (rich("rich_text_list", [words("one")], style="ordered", indent=1), "  1. one"),
    (rich("rich_text_preformatted", CODE), "    /who-said\n      NAME"),
    ({"type": "table", "rows": [[{"type": "raw_text", "text": "a"}, {"type": "raw_text", "text": "b"}]]}, "a | b"),
    ({"type": "markdown", "text": "as it stands"}, "as it stands"),
    ({"type": "video"}, "[video]"),
]


@pytest.mark.parametrize(("block", "shown"), BLOCKS, ids=[block["type"] for block, _ in BLOCKS])
def test_each_block_reads_on_paper(block: dict[str, Any], shown: str) -> None:
    assert render({"text": "", "blocks": [block]}, width=40) == shown


def test_a_message_without_blocks_is_its_text() -> None:
    assert render({"text": "Nobody is quoted as A &amp; B."}) == "Nobody is quoted as A & B."


def test_buttons_are_numbered_through_the_whole_message_as_controls_lists_them() -> None:
    message = {
        "blocks": [
            {"type": "section", "text": {"type": "plain_text", "text": "A"}, "accessory": button("Open", "/story s1")},
            {"type": "actions", "elements": [
                {"type": "static_select", "action_id": "pick", "options": [option("Quotes", "/story s1 quotes")]},
                button("Page", "1|/story s1", url="https://harbour.example")]},
        ]
    }  # fmt: skip
    shown = render(message)
    listed = controls(message)
    assert [shown.count(f"[{number}] {control.label}") for number, control in enumerate(listed, 1)] == [1, 1, 1]
    assert listed[1].action["selected_option"]["value"] == "/story s1 quotes"
    assert listed[2].url == "https://harbour.example"


def test_blocks_stand_apart_and_small_print_stays_with_its_own() -> None:
    section = {"type": "section", "text": {"type": "plain_text", "text": "A"}}
    small = {"type": "context", "elements": [{"type": "plain_text", "text": "b"}]}
    assert render({"blocks": [section, small, section]}) == "A\nb\n\nA"
