"""Draws a Slack message for a terminal: the same blocks that Slack gets, as text of 80 columns.

Everything that can be pressed has a number, `[1] Confirm`; `controls` lists it in the same order. Colour carries
nothing, so there is none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import count
from typing import Any, NamedTuple

from rich.cells import cell_len

from handlers.terminal.plain import inline, mrkdwn, plain, safe, wrap

WIDTH = 80

# A field of a section stands in one of two columns where both fit with this gap between them.
GAP = 2

Block = Mapping[str, Any]


class Control(NamedTuple):
    """Something that can be pressed: a button, or one option of a menu."""

    label: str
    action: dict[str, Any]
    "as it stands in a block_actions payload, without its block_id and time"
    url: str | None = None


def render(message: Mapping[str, Any], width: int = WIDTH) -> str:
    """A message (`{"text", "blocks"}`) as lines of at most `width` cells, without a newline at the end."""
    blocks = message.get("blocks") or []
    if not blocks:
        return "\n".join(wrap(mrkdwn(str(message.get("text") or "")), width))
    return "\n".join(_tidy(_Sheet(width).lines(blocks)))


def controls(message: Mapping[str, Any]) -> list[Control]:
    """What `render` numbers from 1, in its order."""
    return [control for block in message.get("blocks") or [] for control in _controls(block)]


def _controls(block: Block) -> Iterator[Control]:
    for element in _pressable(block):
        yield from _of(element)


def _pressable(block: Block) -> Sequence[Block]:
    if block.get("type") == "actions":
        return list(block.get("elements") or [])
    return [block["accessory"]] if block.get("accessory") else []


def _of(element: Block) -> Iterator[Control]:
    """A button is one control; a menu is one for each of its options."""
    kind, action_id = element.get("type"), element.get("action_id", "")
    if kind in ("button", "workflow_button"):
        action = {"type": "button", "action_id": action_id, "value": element.get("value", "")}
        yield Control(plain(element.get("text")), action, element.get("url"))
    elif kind in ("static_select", "overflow", "radio_buttons"):
        for option in _options(element):
            action = {"type": kind, "action_id": action_id, "selected_option": option}
            yield Control(_option(option), action, option.get("url"))


def _options(element: Block) -> list[dict[str, Any]]:
    groups = element.get("option_groups") or [{"options": element.get("options") or []}]
    return [option for group in groups for option in group.get("options") or []]


def _option(option: Block) -> str:
    more = plain(option.get("description"))
    return plain(option.get("text")) + (f" ({more})" if more else "")


def _tidy(lines: Sequence[str]) -> list[str]:
    """Without empty lines at either end or twice in a row."""
    kept = [line for i, line in enumerate(lines) if line or (i and lines[i - 1])]
    while kept and not kept[-1]:
        kept.pop()
    return kept


class _Sheet:
    """One message on its way to paper; counts what can be pressed."""

    def __init__(self, width: int) -> None:
        self.width = width
        self._number = count(1)
        self._draw: dict[str, Callable[[Block], list[str]]] = {
            "header": self._header,
            "section": self._section,
            "rich_text": self._rich_text,
            "context": self._context,
            "actions": self._actions,
            "divider": self._divider,
            "image": self._image,
            "markdown": self._markdown,
            "table": self._table,
        }

    def lines(self, blocks: Sequence[Block]) -> list[str]:
        """All blocks, an empty line before each that begins something new."""
        lines: list[str] = []
        for block in blocks:
            kind = str(block.get("type"))
            drawn = self._draw.get(kind, self._unknown)(block)
            spaced = lines and kind not in ("context", "actions", "divider")
            lines += ["", *drawn] if spaced else drawn
        return lines

    def _header(self, block: Block) -> list[str]:
        lines = wrap(plain(block.get("text")), self.width)
        return [*lines, "=" * min(max(map(cell_len, lines)), self.width)]

    def _section(self, block: Block) -> list[str]:
        lines = wrap(plain(block["text"]), self.width) if block.get("text") else []
        lines += self._fields([plain(field) for field in block.get("fields") or []])
        accessory = block.get("accessory")
        if accessory and accessory.get("type") == "image":
            return lines + self._image(accessory)
        return lines + (self._pressables([accessory]) if accessory else [])

    def _fields(self, fields: Sequence[str]) -> list[str]:
        """Two columns where both fit, else one below the other."""
        half = (self.width - GAP) // 2
        lines: list[str] = []
        for left, right in zip(fields[::2], [*fields[1::2], ""], strict=False):
            a, b = wrap(left, half), wrap(right, half) if right else []
            b += [""] * (len(a) - len(b))
            a += [""] * (len(b) - len(a))
            lines += [(x + " " * (half - cell_len(x) + GAP) + y).rstrip() for x, y in zip(a, b, strict=True)]
        return lines

    def _context(self, block: Block) -> list[str]:
        parts = [
            f"[{safe(str(element.get('alt_text', 'image')))}]" if element.get("type") == "image" else plain(element)
            for element in block.get("elements") or []
        ]
        return wrap(" · ".join(part for part in parts if part), self.width)

    def _actions(self, block: Block) -> list[str]:
        return self._pressables(block.get("elements") or [])

    def _pressables(self, elements: Sequence[Block]) -> list[str]:
        """Buttons beside each other; a menu under its prompt, an option a line."""
        lines: list[str] = []
        row: list[str] = []
        for element in elements:
            labels = [f"[{next(self._number)}] {control.label}" for control in _of(element)]
            if element.get("type") == "button":
                row += labels
                continue
            prompt = plain(element.get("placeholder")) or "Choose:"
            lines += wrap(prompt, self.width) + [line for label in labels for line in wrap(label, self.width, "  ")]
        return _flow(row, self.width) + lines

    def _divider(self, _: Block) -> list[str]:
        return ["-" * self.width]

    def _image(self, block: Block) -> list[str]:
        title = plain(block.get("title")) or safe(str(block.get("alt_text", "")))
        return wrap(f"[image: {title}]", self.width)

    def _markdown(self, block: Block) -> list[str]:
        return wrap(safe(str(block.get("text", ""))), self.width)

    def _table(self, block: Block) -> list[str]:
        rows = [[_cell(cell) for cell in row] for row in block.get("rows") or []]
        return [line for row in rows for line in wrap(" | ".join(row), self.width)]

    def _unknown(self, block: Block) -> list[str]:
        return [f"[{safe(str(block.get('type')))}]"]

    def _rich_text(self, block: Block) -> list[str]:
        return [line for element in block.get("elements") or [] for line in self._rich(element)]

    def _rich(self, element: Block, first: str = "") -> list[str]:
        kind, inner = element.get("type"), element.get("elements") or []
        if kind == "rich_text_list":
            return self._list(element)
        if kind == "rich_text_quote":
            return wrap(inline(inner).strip("\n"), self.width, "> ", "> ")
        if kind == "rich_text_preformatted":
            return [f"    {line}"[: self.width] for line in inline(inner).split("\n")]
        return wrap(inline(inner).strip("\n"), self.width, first, " " * cell_len(first))

    def _list(self, element: Block) -> list[str]:
        indent = "  " * int(element.get("indent") or 0)
        ordered, offset = element.get("style") == "ordered", int(element.get("offset") or 0)
        lines: list[str] = []
        for number, item in enumerate(element.get("elements") or [], offset + 1):
            lines += self._rich(item, f"{indent}{number}. " if ordered else f"{indent}- ")
        return lines


def _cell(cell: Block) -> str:
    if cell.get("type") == "rich_text":
        return " ".join(inline(part.get("elements") or []) for part in cell.get("elements") or [])
    return plain(cell)


def _flow(labels: Sequence[str], width: int) -> list[str]:
    """Labels beside each other as far as they fit, none broken in two unless it must be."""
    lines: list[str] = []
    for label in labels:
        if lines and cell_len(lines[-1]) + GAP + cell_len(label) <= width:
            lines[-1] += " " * GAP + label
        else:
            lines += wrap(label, width)
    return lines
