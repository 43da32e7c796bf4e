"""Shows a rehearsal in the terminal: what came in, and how the channel changed, in 80 columns."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from rich.cells import cell_len

from bot.shapes import Article, Drop, Outcome
from handlers.terminal import paper
from handlers.terminal.paper import Control
from handlers.terminal.plain import NAMES, mrkdwn, safe, wrap
from handlers.terminal.standin import CHANNEL_NAME, Happening

MARGIN, THREAD = "  ", "  │ "
WIDTH = paper.WIDTH

# A thread's title in the head of each reply: enough to know it by.
LONGEST_TITLE = 32

# What came in, in three lines at most.
LONGEST_HEAD = 180

# Wider than any line that Slack takes.
UNWRAPPED = 50_000
NUMBER = re.compile(r"\[\d{1,3}\] ")

Message = Mapping[str, Any]


class Screen:
    """Prints, and remembers which message can be pressed under which number."""

    def __init__(self, show: Callable[[str], None] = print, width: int = WIDTH) -> None:
        self._show, self.width = show, width
        self._numbers: dict[str, int] = {}
        self._messages: dict[int, Message] = {}
        self._titles: dict[str, str] = {}
        self.latest: int | None = None
        "the number of the latest message with something to press"

    def line(self, text: str = "", first: str = "") -> None:
        """Words of the rehearsal's own; `first` stands in a column before them."""
        for line in wrap(text, self.width, first):
            self._show(line)

    def drop(self, drop: Drop, outcome: Outcome, article: Article | None, at: datetime) -> None:
        """What came in, and what it was taken for."""
        title = drop.title or (article.title if article else None) or drop.id
        outlet = drop.outlet or (article.outlet if article else None) or "no outlet named"
        head = f"{at:%a} {at.day} {at:%b %H:%M}  "
        self._show("")
        for line in wrap(_clipped(safe(f"{outlet}: {title}"), LONGEST_HEAD), self.width, head, " " * len(head)):
            self._show(line)
        verdict = outcome.outcome + (f" of {outcome.of}" if outcome.of else "")
        story = f", story {outcome.story}" if outcome.story else ""
        for line in wrap(safe(f"{verdict}{story}. {outcome.reason}"), self.width, "    → ", "      "):
            self._show(line)

    def happened(self, happenings: Iterable[Happening]) -> None:
        """Changes in the channel, in their order; of a message that changed twice in a row its last state."""
        for happening in _last_states(list(happenings)):
            self._happened(happening)

    def _happened(self, happening: Happening) -> None:
        message, kind = happening.message, happening.kind
        if kind == "removed":
            return self._framed(["(a message was taken away)"], message)
        if kind == "reaction":
            return self._framed([f"reactions: {' '.join(message['reactions'])}"], message)
        if kind == "edited" and happening.before is not None:
            lines = _changed(happening.before, message, self.width - len(THREAD))
        else:
            lines = paper.render(message, self.width - len(THREAD)).split("\n")
        if not lines:
            return None
        return self._framed([self._head(message, kind), *lines], message)

    def message(self, message: Message) -> None:
        """A message as it stands."""
        lines = paper.render(message, self.width - len(THREAD)).split("\n")
        self._framed([self._head(message, "edited" if message.get("edited") else "posted"), *lines], message)

    def _framed(self, lines: Sequence[str], message: Message) -> None:
        margin = THREAD if _parent(message) else MARGIN
        self._show(margin.rstrip() if _parent(message) else "")
        for line in lines:
            self._show((margin + line).rstrip())

    def _head(self, message: Message, kind: str) -> str:
        """Who, when and where; with the message's number where it has something to press."""
        at = datetime.fromtimestamp(float(message["ts"]), UTC)
        ts = str(message["ts"])
        self._titles[ts] = _title(message)
        day = "" if _parent(message) else f"{at:%a} {at.day} {at:%b} "
        edited = " (edited)" if kind == "edited" else ""
        parts = [f"{day}{at:%H:%M} {NAMES.get(str(message.get('user')), 'copydesk')}{edited}"]
        parent = _parent(message)
        if message.get("private"):
            parts.append("only you can see this")
        elif parent:
            parts.append(f"in the thread of “{_clipped(self._titles.get(parent, '…'), LONGEST_TITLE)}”")
        else:
            parts.append(f"in #{CHANNEL_NAME}")
        number = self._number(message)
        end = f" [{number}]" if number else ""
        return _clipped(" · ".join(parts), self.width - len(THREAD) - len(end)) + end

    def _number(self, message: Message) -> int | None:
        """Kept through edits."""
        if not paper.controls(message):
            return None
        number = self._numbers.setdefault(str(message["ts"]), len(self._numbers) + 1)
        self._messages[number] = message
        self.latest = number
        return number

    def pressable(self, number: int | None = None) -> tuple[Message, list[Control]] | None:
        """A message by its number, or the latest, and what can be pressed in it."""
        message = self._messages.get(number or self.latest or 0)
        return (message, paper.controls(message)) if message else None


def _parent(message: Message) -> str | None:
    thread = message.get("thread_ts")
    return str(thread) if thread and thread != message["ts"] else None


def _title(message: Message) -> str:
    """What a message is known by: its header, else the first words of its text."""
    headers = (block["text"]["text"] for block in message.get("blocks") or [] if block.get("type") == "header")
    return safe(next(headers, "") or mrkdwn(str(message.get("text", ""))).split("\n")[0])


def _clipped(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1].rstrip() + "…"


def _changed(before: Message, after: Message, width: int) -> list[str]:
    """The lines that an edit brought, wrapped; a line counts as a whole, however wide it is."""
    known = {_bare(line) for line in paper.render(before, UNWRAPPED).split("\n")}
    fresh = [line for line in paper.render(after, UNWRAPPED).split("\n") if line and _bare(line) not in known]
    return [piece for line in fresh for piece in ([line] if cell_len(line) <= width else wrap(line, width))]


def _bare(line: str) -> str:
    """Without a button's number: one more button above it makes it no other line."""
    return NUMBER.sub("", line)


def _last_states(happenings: Sequence[Happening]) -> list[Happening]:
    """Edits of one message in one go are shown as one."""
    kept: dict[tuple[str, str], Happening] = {}
    for happening in happenings:
        key = (happening.kind, str(happening.message["ts"]))
        first = kept.pop(key, happening)
        kept[key] = happening._replace(before=first.before)
    return list(kept.values())
