"""Who asks, and what a command is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.desk import Desk
from handlers.answers import Answer, Page


@dataclass(frozen=True)
class Asker:
    """Who asks, and from where: `thread` is the ts of the thread they are in, where that is known."""

    workspace: str
    channel: str | None
    user: str | None
    thread: str | None = None


@dataclass(frozen=True)
class Command:
    """One slash command."""

    name: str
    "with its slash"
    summary: str
    "one line for help and the manifest"
    usage: tuple[str, ...]
    "whole lines as one types them, the plainest first"
    answer: Callable[[str, Desk, Asker], Answer]
    "given the text after the name; raises UserError"

    @property
    def page(self) -> Page:
        return Page(name=self.name, summary=self.summary, usage=self.usage)
