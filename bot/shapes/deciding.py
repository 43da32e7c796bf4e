"""What was decided about which report belongs in which story."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from bot.shapes.base import Shape

DecisionKind = Literal["merge", "move"]
DecisionStatus = Literal["asked", "done", "declined", "undone"]


class Decision(Shape):
    """That two stories are one event (`merge`), or that an article belongs in another story (`move`)."""

    id: str = ""
    "given by the store: d12"
    kind: DecisionKind
    status: DecisionStatus
    story: str
    "where the articles are once it is done; for a question, the older story"
    other: str
    "where they were before"
    titles: tuple[str, str] = ("", "")
    "what `story` and `other` are called, whatever has become of them since"
    article: str | None = None
    "the article that was moved, or that raised the question"
    by: str | None = None
    "who gave it its status: a Slack user's id; None where that was the machine"
    at: datetime
    score: float | None = None
    "how like the story the machine found it then"
    reason: str = ""
    "why the machine asked or acted"
    asked: datetime | None = None
    "when the machine asked; None where nobody was asked"


class Pair(Shape):
    """Two articles that somebody said are of one event, or of two."""

    one: str
    other: str
    same: bool
    by: str | None = None
    at: datetime | None = None
    score: float | None = None
    "how like each other's story the machine found them then"
    decision: str = ""
