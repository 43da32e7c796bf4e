"""The channel drawn as a page."""

from __future__ import annotations

from typing import Any

import pytest

from handlers.terminal.page import page


def a_message(*blocks: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return {"ts": "1793648100.000001", "text": "", "blocks": list(blocks), **fields}


def rich(*runs: dict[str, Any], kind: str = "rich_text_section") -> dict[str, Any]:
    return {"type": "rich_text", "elements": [{"type": kind, "elements": list(runs)}]}


def plain(text: str) -> dict[str, Any]:
    return {"type": "plain_text", "text": text}


@pytest.mark.parametrize(
    ("block", "drawn"),
    [
        ({"type": "header", "text": plain("A & B")}, "<h2>A &amp; B</h2>"),
        ({"type": "section", "text": plain("words")}, "<p>words</p>"),
        ({"type": "context", "elements": [plain("small")]}, '<div class="context">small</div>'),
        ({"type": "divider"}, "<hr>"),
        (rich({"type": "text", "text": "nine", "style": {"bold": True}}), "<p><b>nine</b></p>"),
        (rich({"type": "text", "text": "x"}, kind="rich_text_quote"), "<blockquote>x</blockquote>"),
        (rich({"type": "link", "text": "Post", "url": "https://p.example/"}), '<a href="https://p.example/">Post</a>'),
        (
            {"type": "actions", "elements": [{"type": "button", "style": "primary", "text": plain("Confirm")}]},
            '<span class="control primary">Confirm</span>',
        ),
    ],
)
def test_a_block_is_drawn(block: dict[str, Any], drawn: str) -> None:
    assert drawn in page([a_message(block)])


def test_markup_from_outside_stays_text() -> None:
    drawn = page([a_message(rich({"type": "text", "text": "<script>alert(1)</script>"}))])
    assert "<script>" not in drawn


def test_replies_stand_below_their_card_whatever_came_between() -> None:
    card = a_message({"type": "header", "text": plain("first")})
    other = a_message({"type": "header", "text": plain("second")}, ts="1793648101.000001")
    reply = a_message({"type": "header", "text": plain("reply")}, ts="1793648102.000001", thread_ts=card["ts"])
    drawn = page([card, other, reply]).split("<main>")[1]
    assert drawn.index("first") < drawn.index(">reply<") < drawn.index("second")


def test_an_unknown_block_is_refused_instead_of_left_out() -> None:
    with pytest.raises(ValueError, match="hologram"):
        page([a_message({"type": "hologram"})])
