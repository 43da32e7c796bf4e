"""Draws shapes as Slack messages: a shape in, a Block Kit dict out, no calls.

Whatever is drawn stays within every limit of Slack, and no text from outside is ever markup.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from handlers.answers import (
    Answer,
    ConflictList,
    DigestAnswer,
    Help,
    InPlace,
    Settings,
    StoryAnswer,
    StoryList,
    Taken,
    TwoStories,
    WhatChanged,
    WhoSaid,
)
from handlers.lineage import ArticleLineage, StoryLineage
from handlers.views import conflicts, desk, lineage, wire
from handlers.views.blocks import Message
from handlers.views.cards import card, list_view, story_view
from handlers.views.changing import changed_view
from handlers.views.conflicts import conflict_reply
from handlers.views.digests import digest, digest_view
from handlers.views.in_place import in_place_view
from handlers.views.replies import report_reply, taken, taken_view, version_reply
from handlers.views.who_said import who_said_view
from handlers.views.wrong_story import two_view

__all__ = ["Message", "card", "conflict_reply", "digest", "draw", "report_reply", "taken", "version_reply"]

_DRAWN: dict[type[Answer], Callable[[Any, int], Message]] = {
    WhoSaid: who_said_view,
    InPlace: in_place_view,
    WhatChanged: changed_view,
    StoryLineage: wire.story_view,
    ArticleLineage: lineage.article_view,
    ConflictList: conflicts.list_view,
    StoryAnswer: lambda answer, page: story_view(answer),
    StoryList: list_view,
    TwoStories: lambda answer, page: two_view(answer),
    DigestAnswer: digest_view,
    Taken: lambda answer, page: taken_view(answer),
    Help: lambda answer, page: desk.help_view(answer),
    Settings: lambda answer, page: desk.settings_view(answer),
}


def draw(answer: Answer, page: int = 0) -> Message:
    """An answer as its asker sees it; `page` counts from 0, and one beyond the end is the last."""
    return _DRAWN[type(answer)](answer, page)
