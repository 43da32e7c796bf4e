"""What Slack refuses, checked on a whole message: slack_sdk's own models, and a table of what they do not check.

https://docs.slack.dev/reference/block-kit/blocks and https://docs.slack.dev/reference/methods/chat.postMessage
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from slack_sdk.models.blocks import Block

BLOCK_TYPES = {"header", "section", "context", "rich_text", "actions", "divider"}
RICH_ELEMENTS = {"rich_text_section", "rich_text_quote", "rich_text_list"}
STYLES = {"bold", "italic", "strike", "code"}


class Gap(NamedTuple):
    """A limit that slack_sdk does not check."""

    name: str
    holds: Callable[[dict[str, Any]], bool]


def refusals(message: dict[str, Any]) -> list[str]:
    """Everything about a message that Slack would refuse, or that could be taken as markup."""
    found = [gap.name for gap in MESSAGE_GAPS if not gap.holds(message)]
    for block in message["blocks"]:
        parsed = Block.parse(block)
        if parsed is None:
            found.append(f"unknown block {block['type']}")
        else:
            parsed.to_dict()  # raises where a length is over
    nodes = [node for block in message["blocks"] for node in nodes_of(block)]
    return found + [gap.name for node in nodes for gap in NODE_GAPS if not gap.holds(node)]


def nodes_of(node: Any) -> Iterator[dict[str, Any]]:
    """Every dict of a message, from the outside in."""
    if isinstance(node, dict):
        yield node
        node = list(node.values())
    if isinstance(node, list):
        for inner in node:
            yield from nodes_of(inner)


def _is(kind: str, holds: Callable[[dict[str, Any]], bool]) -> Callable[[dict[str, Any]], bool]:
    return lambda node: node.get("type") != kind or holds(node)


def _characters(message: dict[str, Any]) -> int:
    return sum(len(node["text"]) for node in nodes_of(message["blocks"]) if isinstance(node.get("text"), str))


def _unique_actions(block: dict[str, Any]) -> bool:
    actions = [node["action_id"] for node in nodes_of(block) if "action_id" in node]
    return len(actions) == len(set(actions))


def _unique_blocks(message: dict[str, Any]) -> bool:
    ids = [block["block_id"] for block in message["blocks"] if "block_id" in block]
    return len(ids) == len(set(ids))


MESSAGE_GAPS = (
    Gap("a message has 1 to 50 blocks", lambda m: 0 < len(m["blocks"]) <= 50),
    Gap("text is there, and no longer than 40,000", lambda m: 0 < len(m["text"]) <= 40_000),
    Gap("all blocks together stay under 13,000 characters", lambda m: _characters(m) <= 13_000),
    Gap("block ids are unique", _unique_blocks),
    Gap("action ids are unique in a block", lambda m: all(_unique_actions(block) for block in m["blocks"])),
    Gap("only block types we know", lambda m: all(block["type"] in BLOCK_TYPES for block in m["blocks"])),
    Gap("nothing in text is a mention or a link", lambda m: "<" not in m["text"] and ">" not in m["text"]),
    Gap("nothing in text is formatted", lambda m: not set("*_~`") & set(m["text"])),
)

NODE_GAPS = (
    Gap("no text is empty", lambda n: n.get("text", "x") != ""),
    Gap("no mrkdwn at all", lambda n: n.get("type") != "mrkdwn"),
    Gap("plain_text has more than space", _is("plain_text", lambda n: bool(n["text"].strip()))),
    Gap("section text 3000", _is("section", lambda n: 0 < len(n["text"]["text"]) <= 3000)),
    Gap(
        "header text 150, plain",
        _is("header", lambda n: n["text"]["type"] == "plain_text" and len(n["text"]["text"]) <= 150),
    ),
    Gap(
        "context 1 to 10 texts of 2000",
        _is("context", lambda n: 0 < len(n["elements"]) <= 10 and all(len(e["text"]) <= 2000 for e in n["elements"])),
    ),
    Gap("actions 1 to 25", _is("actions", lambda n: 0 < len(n["elements"]) <= 25)),
    Gap("button text 75", _is("button", lambda n: 0 < len(n["text"]["text"]) <= 75)),
    Gap("button value 2000", _is("button", lambda n: len(n.get("value", "x")) in range(1, 2001))),
    Gap("button url 3000", _is("button", lambda n: len(n.get("url", "")) <= 3000)),
    Gap("1 to 100 options", _is("static_select", lambda n: 0 < len(n["options"]) <= 100)),
    Gap(
        "option text 75, value 150",
        _is(
            "static_select",
            lambda n: all(0 < len(o["text"]["text"]) <= 75 and 0 < len(o["value"]) <= 150 for o in n["options"]),
        ),
    ),
    Gap("placeholder 150", _is("static_select", lambda n: len(n["placeholder"]["text"]) <= 150)),
    Gap(
        "rich_text is not empty",
        _is(
            "rich_text",
            lambda n: bool(n["elements"]) and all(e["type"] in RICH_ELEMENTS and e["elements"] for e in n["elements"]),
        ),
    ),
    Gap("rich_text block under 3000", _is("rich_text", lambda n: _characters({"blocks": [n]}) <= 3000)),
    Gap(
        "links lead to web pages",
        _is("link", lambda n: n["url"].startswith(("http://", "https://")) and not set(n["url"]) & set('<>"| \n')),
    ),
    Gap(
        "button links lead to web pages",
        _is("button", lambda n: "url" not in n or n["url"].startswith(("http://", "https://"))),
    ),
    Gap("styles we know", lambda n: n.get("type") not in ("text", "link") or set(n.get("style", {})) <= STYLES),
    Gap("nobody is mentioned but who judged", _is("user", lambda n: n["user_id"].isalnum())),
    Gap(
        "no broadcast or channel element", lambda n: n.get("type") not in ("broadcast", "channel", "usergroup", "emoji")
    ),
)
