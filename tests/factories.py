"""Shapes with sensible fields, so that a test names only what it is about."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from bot.shapes import Article, Conflict, Drop, Outcome, Side, Story, StorySheet

LINEAGE = {"copy": "copy", "rewrite": "rewrite"}

NOON = datetime(2026, 10, 6, 12, tzinfo=UTC)


def at(minutes: float) -> datetime:
    """So many minutes after noon of the day tests happen on."""
    return NOON + timedelta(minutes=minutes)


def a_drop(**fields: Any) -> Drop:
    given = {"id": "d1", "key": "d1", "source": "file", "where": "d1.txt", "body": "A short text.", "received": NOON}
    return Drop.model_validate(given | fields)


def an_outcome(**fields: Any) -> Outcome:
    given = {
        "drop": "d1", "article": "a1", "outcome": "new", "of": None, "similarity": 0.0, "story": "s1",
        "conflicts": (), "reason": "Nothing like it is kept.",
    }  # fmt: skip
    return Outcome.model_validate(given | fields)


def an_article(**fields: Any) -> Article:
    given = {
        "id": "a1", "workspace": "local", "story": "s1", "outlet": "The Harbour Post", "title": "Ferry strikes pier",
        "published": NOON, "seen": NOON, "url": "https://post.example/ferry", "versions": 1, "outcome": "new",
        "of": None, "similarity": 0.0, "reason": "Nothing like it is kept.", "drop": "d1",
    }  # fmt: skip
    return Article.model_validate(given | {"lineage": LINEAGE.get(fields.get("outcome", ""), "own")} | fields)


def a_side(**fields: Any) -> Side:
    given = {
        "article": "a1", "version": "v1", "outlet": "The Harbour Post", "published": NOON, "text": "Nine people died.",
        "start": 0, "end": 17, "spot": (0, 4), "says": "9 killed",
    }  # fmt: skip
    return Side.model_validate(given | fields)


def a_conflict(**fields: Any) -> Conflict:
    given = {
        "id": "c1", "key": "number killed", "kind": "number", "story": "s1", "summary": "Killed: 9 or 12",
        "why": "Both tell the toll of one evening.", "confidence": 0.9,
        "sides": (a_side(), a_side(article="a2", version="v2", outlet="Coast Radio", says="12 killed")),
    }  # fmt: skip
    return Conflict.model_validate(given | fields)


def a_sheet(**fields: Any) -> StorySheet:
    story = Story(id="s1", workspace="local", slug="ferry-pier", title="Ferry strikes pier", first=NOON, last=NOON)
    given = {"story": story, "articles": (an_article(),), "conflicts": (), "voices": 1, "revisions": 0}
    return StorySheet.model_validate(given | fields)
