"""The few kinds of block that every message is made of, each within Slack's limits whatever it is given.

A validator that raised here would lose the alert it was to carry, so everything is cut at the end of a word instead.
Limits: https://docs.slack.dev/reference/block-kit/blocks
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypedDict

from handlers.views.text import clip, neutral, safe_url, tidy

Block = dict[str, Any]
Part = dict[str, Any]
"""A rich_text element: a piece of text, a link, a mention of a person."""


class Message(TypedDict):
    """What Slack is sent."""

    text: str
    "the whole message in plain words, for notifications, screen readers and search"
    blocks: list[Block]


MOST_BLOCKS = 50
HEADER, SECTION, CONTEXT, BUTTON, VALUE, OPTION, OPTION_VALUE = 150, 3000, 2000, 75, 2000, 75, 150
MOST_OPTIONS, MOST_ACTIONS, PLACEHOLDER = 100, 25, 150

RICH = 2900
"""Text in one rich_text block. Slack names no limit for it; this is that of a section, with room for the cuts."""

WHOLE = 12_000
"""Text in all blocks of a message: Slack refuses one of more than about 13,000 characters (msg_blocks_too_long)."""

FALLBACK = 39_000
"""Slack cuts `text` at 40,000 characters."""

_PER_PART = 24
"What the markup of one piece adds, in the count towards RICH and WHOLE."


# --- pieces of rich text ---------------------------------------------------------------------


def t(text: str, *styles: str) -> Part:
    """A piece of text: `bold`, `italic`, `strike` or `code`. Nothing in it is markup. Spaces at its ends stay."""
    words = tidy(text)
    if not words:
        return {"type": "text", "text": " " if text else ""}
    shown = f"{' ' if text[0].isspace() else ''}{words}{' ' if text[-1].isspace() else ''}"
    return {"type": "text", "text": shown} | ({"style": dict.fromkeys(styles, True)} if styles else {})


def link(url: str | None, text: str, *styles: str) -> Part:
    """Text that leads to an address, or the text alone where that is no web page."""
    safe = safe_url(url)
    piece = t(text, *styles)
    return piece | {"type": "link", "url": safe} if safe and piece["text"].strip() else piece


def person(who: str) -> Part:
    """Somebody in this Slack by id (`U…`), anybody else by the name given."""
    if who[:1] in ("U", "W") and len(who) > 6 and who.isalnum() and who.upper() == who:
        return {"type": "user", "user_id": who}
    return t(clip(tidy(who), 80))


def line(*parts: Part) -> Block:
    """One line of running text."""
    return {"type": "rich_text_section", "elements": list(parts)}


def quoted(*parts: Part) -> Block:
    """Words set off by a bar at their side."""
    return {"type": "rich_text_quote", "elements": list(parts)}


def bullets(lines: Iterable[Sequence[Part]]) -> Block:
    """A list, one line each."""
    return {"type": "rich_text_list", "style": "bullet", "elements": [line(*parts) for parts in lines]}


# --- blocks ----------------------------------------------------------------------------------


def header(text: str) -> Block:
    return {"type": "header", "text": _plain(text, HEADER)}


def context(*texts: str) -> Block | None:
    """Small grey words; None where there are none."""
    elements = [_plain(text, CONTEXT) for text in texts[:10] if tidy(text)]
    return {"type": "context", "elements": elements} if elements else None


def rich(*elements: Block) -> Block | None:
    """Running text, quotations and lists, in their order; None where nothing is in them."""
    kept = _within(elements, RICH)
    return {"type": "rich_text", "elements": kept} if kept else None


def section(title: str, detail: str, accessory: Block | None) -> Block:
    """One or two lines with a button beside them."""
    text = "\n".join(clip(tidy(part), SECTION // 2 - 1) for part in (title, detail) if tidy(part)) or "…"
    shown = {"type": "section", "text": {"type": "plain_text", "text": text, "emoji": False}}
    return shown | ({"accessory": accessory} if accessory else {})


def actions(*elements: Block | None) -> Block | None:
    """A row of buttons; None where there are none."""
    kept = [element for element in elements if element][:MOST_ACTIONS]
    return {"type": "actions", "elements": kept} if kept else None


def button(text: str, action: str, value: str, style: str | None = None) -> Block | None:
    """None where its value is longer than Slack can carry: a cut one would ask something else."""
    if not 0 < len(value) <= VALUE:
        return None
    shown = {"type": "button", "text": _plain(text, BUTTON), "action_id": action, "value": value}
    return shown | ({"style": style} if style else {})


def open_button(text: str, action: str, url: str | None) -> Block | None:
    """A button that opens a page; None where that is no web page."""
    safe = safe_url(url)
    return {"type": "button", "text": _plain(text, BUTTON), "action_id": action, "url": safe} if safe else None


def select(placeholder: str, action: str, choices: Iterable[tuple[str, str]]) -> Block | None:
    """A menu of `(text, value)`; a choice whose value is too long for Slack is left out."""
    options = [
        {"text": _plain(text, OPTION), "value": value} for text, value in choices if 0 < len(value) <= OPTION_VALUE
    ][:MOST_OPTIONS]
    if not options:
        return None
    return {
        "type": "static_select",
        "action_id": action,
        "placeholder": _plain(placeholder, PLACEHOLDER),
        "options": options,
    }


def message(*blocks: Block | None) -> Message:
    """The blocks there are, within what one message holds, and the same in plain words."""
    kept: list[Block] = []
    room = WHOLE
    for block in [block for block in blocks if block][:MOST_BLOCKS]:
        room -= _weight(block)
        if room < 0 and block["type"] != "actions":
            continue
        kept.append(block)
    return {"text": clip(neutral("\n".join(_spoken(kept))), FALLBACK) or "…", "blocks": kept}


def _plain(text: str, limit: int) -> Block:
    return {"type": "plain_text", "text": clip(tidy(text), limit) or "…", "emoji": False}


def _within(elements: Iterable[Block], room: int) -> list[Block]:
    """Rich text without empty parts, cut where its room ends."""
    kept: list[Block] = []
    for element in elements:
        inner: list[Any] = []
        for part in element["elements"]:
            fitting = _fitting(part, room)
            if fitting:
                inner.append(fitting)
                room -= _weight(fitting)
        if inner:
            kept.append({**element, "elements": inner})
    return kept


def _fitting(part: Part, room: int) -> Part | None:
    """A part, or as much of it as there is room for."""
    if "elements" in part:
        inside = _within([part], room)
        return inside[0] if inside else None
    if part["type"] == "user":
        return part if room > _PER_PART else None
    text = part["text"]
    if not text or room <= _PER_PART + 1:
        return None
    return part if len(text) + _PER_PART <= room else {**part, "text": clip(text, room - _PER_PART)}


def _weight(node: Any) -> int:
    """How much of a message's room something takes: its characters, and a little for each piece."""
    if isinstance(node, dict):
        own = len(node["text"]) + _PER_PART if isinstance(node.get("text"), str) else 0
        return own + sum(_weight(value) for value in node.values() if isinstance(value, dict | list))
    return sum(_weight(value) for value in node) if isinstance(node, list) else 0


def _spoken(blocks: Iterable[Block]) -> list[str]:
    """The lines of blocks in plain words."""
    lines: list[str] = []
    for block in blocks:
        kind = block["type"]
        if kind in ("header", "section"):
            lines.append(block["text"]["text"])
        elif kind == "context":
            lines.extend(element["text"] for element in block["elements"])
        elif kind == "rich_text":
            lines.extend(_rich_lines(block))
    return lines


def _rich_lines(block: Block) -> Iterable[str]:
    for element in block["elements"]:
        if element["type"] == "rich_text_list":
            yield from (f"• {_flat(item)}" for item in element["elements"])
        else:
            yield _flat(element)


def _flat(element: Block) -> str:
    return "".join(part["user_id"] if part["type"] == "user" else part["text"] for part in element["elements"])
