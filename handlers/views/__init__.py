"""Draws shapes as Slack messages: a shape in, a Block Kit dict out, no calls.

Whatever is drawn stays within every limit of Slack, and no text from outside is ever markup.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from handlers.answers import Answer, Help, Settings
from handlers.views import desk
from handlers.views.blocks import Message

__all__ = ["Message", "draw"]

_DRAWN: dict[type[Answer], Callable[[Any, int], Message]] = {
    Help: lambda answer, page: desk.help_view(answer),
    Settings: lambda answer, page: desk.settings_view(answer),
}


def draw(answer: Answer, page: int = 0) -> Message:
    """An answer as its asker sees it; `page` counts from 0, and one beyond the end is the last."""
    return _DRAWN[type(answer)](answer, page)
