"""Slack's inline text as plain text that is safe in a terminal, and its wrapping to a width.

mrkdwn: https://docs.slack.dev/messaging/formatting-message-text
rich text: https://docs.slack.dev/reference/block-kit/blocks/rich-text-block
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from html import unescape
from typing import Any

from rich.cells import cell_len, chop_cells

# Every pattern is linear: no nested repeats, and each repeat stops at a character its follower cannot be.
_REFERENCE = re.compile(r"<([^<>|\n]{1,3000})(?:\|([^<>\n]{0,3000}))?>")
_EMPHASIS = re.compile(r"(?<![\w*_])([*_])(?=\S)([^*_\n]{1,3000})(?<=\S)\1(?![\w*_])")
_EMOJI = re.compile(r":([a-z0-9_+-]{2,40}):")
_HANGING = re.compile(r"(?:> |[•◦-] |\d{1,3}\. )")

# The pictures that copydesk's own messages use; any other stays as it is written.
EMOJI = {
    "eyes": "(reading)",
    "warning": "!",
    "rotating_light": "!!",
    "white_check_mark": "✓",
    "heavy_check_mark": "✓",
    "x": "✗",
    "no_entry": "✗",
    "arrows_counterclockwise": "↻",
}

# People that a rehearsal's stand-in knows; anybody else is shown by the id that Slack gave.
NAMES = {"U0COPYDESK": "copydesk", "U0EDITOR": "editor"}

# Invisible characters that reorder what stands around them: an article must not mirror a terminal's line.
_REORDERING = set("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def safe(text: str) -> str:
    """Without control characters, so that no article can send a terminal commands."""
    kept = (c for c in text.replace("\r\n", "\n").replace("\t", "    ") if c == "\n" or not _is_control(c))
    return "".join(kept)


def _is_control(char: str) -> bool:
    return unicodedata.category(char) == "Cc" or char in _REORDERING


def mrkdwn(text: str) -> str:
    """As a person reads it: references by their label, emphasis without its marks, strikes kept as `~struck~`."""
    text = _EMPHASIS.sub(r"\2", _REFERENCE.sub(_reference, text))
    return safe(unescape(_EMOJI.sub(_emoji, text)))


def _emoji(found: re.Match[str]) -> str:
    return EMOJI.get(found[1], found[0])


def _reference(found: re.Match[str]) -> str:
    target, label = found[1], found[2]
    if target.startswith("@"):
        return f"@{label or NAMES.get(target[1:], target[1:])}"
    if target.startswith("#"):
        return f"#{label or target[1:]}"
    if target.startswith("!") and not label:
        return f"@{target[1:]}"
    return label or target.removeprefix("mailto:")


def plain(text: Mapping[str, Any] | str | None) -> str:
    """A text object, whichever its type."""
    if text is None:
        return ""
    if isinstance(text, str):
        return safe(text)
    words = str(text.get("text", ""))
    return mrkdwn(words) if text.get("type") == "mrkdwn" else safe(_EMOJI.sub(_emoji, words))


def inline(elements: Sequence[Mapping[str, Any]]) -> str:
    """The elements of one rich_text section. Bold is `*so*` and struck `~so~`, as in wording they carry meaning; a
    heading (a line bold as a whole, or what is bold before a colon at its start) needs no marks."""
    first = elements[0] if elements else {}
    if first.get("type") != "text" or not _is_heading(first, alone=len(elements) == 1):
        return "".join(_inline(element) for element in elements)
    return safe(str(first["text"])) + "".join(_inline(element) for element in elements[1:])


def _is_heading(element: Mapping[str, Any], alone: bool) -> bool:
    bold = element.get("style") == {"bold": True}
    return bold and (alone or str(element.get("text", "")).rstrip().endswith(":"))


def _inline(element: Mapping[str, Any]) -> str:
    kind = element.get("type")
    if kind == "text":
        return _styled(safe(str(element.get("text", ""))), element.get("style") or {})
    if kind == "link":
        return _styled(safe(str(element.get("text") or element.get("url", ""))), element.get("style") or {})
    if kind == "emoji":
        return EMOJI.get(str(element.get("name")), f":{element.get('name')}:")
    if kind == "date":
        return safe(str(element.get("fallback") or _moment(element)))
    names = {"user": ("@", "user_id"), "channel": ("#", "channel_id"), "broadcast": ("@", "range")}
    sign, field = names.get(str(kind), ("", "text"))
    named = str(element.get(field, ""))
    return sign + safe(NAMES.get(named, named))


def _moment(element: Mapping[str, Any]) -> str:
    return datetime.fromtimestamp(int(element.get("timestamp", 0)), UTC).strftime("%-d %b %H:%M")


def _styled(text: str, style: Mapping[str, Any]) -> str:
    """The marks stand at the words, never at a space, so that they read as marks."""
    core = text.strip()
    if not core:
        return text
    mark = ("*" if style.get("bold") else "") + ("~" if style.get("strike") else "")
    return text.replace(core, mark + core + mark[::-1], 1)


def wrap(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    """Lines of at most `width` terminal cells, each of the text's own lines beginning with `first` and its
    continuations with `rest` (by default as wide, and empty)."""
    rest = " " * cell_len(first) if rest is None else rest
    lines: list[str] = []
    for line in text.split("\n"):
        lines += _wrap_line(line, width, first, rest + _hanging(line))
    return lines


def _hanging(line: str) -> str:
    """What continues a quotation or an item of a list."""
    found = _HANGING.match(line)
    if not found:
        return ""
    return found[0] if found[0] == "> " else " " * len(found[0])


def _wrap_line(line: str, width: int, first: str, rest: str) -> list[str]:
    lines, current, begun = [], first, False
    for word in _words(line, max(width - cell_len(first), width - cell_len(rest), 10)):
        gap = " " if begun else ""
        if begun and cell_len(current) + 1 + cell_len(word) > width:
            lines.append(current)
            current, gap = rest, ""
        current, begun = current + gap + word, True
    return [*lines, current.rstrip()]


def _words(line: str, width: int) -> list[str]:
    """The words of a line, those that no line holds cut into pieces; its indent stays with its first word."""
    indent = line[: len(line) - len(line.lstrip(" "))][: width // 2]
    words = [
        piece for word in line.split() for piece in (chop_cells(word, width) if cell_len(word) > width else [word])
    ]
    if words:
        words[0] = indent + words[0]
    return words
