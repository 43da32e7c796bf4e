"""`/drop`: takes in an address or a pasted text, and says what became of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import sha256

from bot.desk import Desk
from bot.errors import UserError
from bot.shapes import Drop, Outcome
from handlers.answers import Answer, Taken
from handlers.commands.asker import Asker, Command
from handlers.drops.links import link_drop

_ADDRESS = re.compile(r"https?://[^\s<>\"]{1,3000}", re.IGNORECASE)


def answer(text: str, desk: Desk, asker: Asker) -> Answer:
    """Keeps it and walks it to its outcome. A pasted text is taken as it is, quotation marks and all."""
    if not text:
        raise UserError("What shall I take in? Type `/drop` and an address, or paste an article's text behind it.")
    drop = _link(text, desk, asker) if _ADDRESS.fullmatch(text) else _pasted(text, desk, asker)
    outcomes = desk.pipeline.take(drop)
    return _taken(outcomes, desk, asker)


def _link(url: str, desk: Desk, asker: Asker) -> Drop:
    return link_drop(url, desk.clock(), workspace=asker.workspace)


def _pasted(text: str, desk: Desk, asker: Asker) -> Drop:
    """Its key holds the time: the same text pasted again is a duplicate of itself, and that is the answer."""
    now = desk.clock()
    name = f"pasted-{sha256(text.encode()).hexdigest()[:12]}"
    return Drop(
        id=name,
        key=f"command:{name}:{now.isoformat()}",
        workspace=asker.workspace,
        source="command",
        where=f"/drop in {asker.channel or 'the terminal'}",
        body=text,
        received=now,
    )


def _taken(outcomes: Sequence[Outcome], desk: Desk, asker: Asker) -> Taken:
    stories = {outcome.story for outcome in outcomes if outcome.story}
    story = stories.pop() if len(stories) == 1 else None
    return Taken(
        line=f"/story {story}" if story else "/story",
        note="" if outcomes else "Nothing was in it.",
        outcomes=tuple(outcomes),
        sheet=desk.store.sheet(asker.workspace, story) if story else None,
    )


DROP = Command(
    name="/drop",
    summary="Takes in an address or a pasted text",
    usage=("/drop https://example.com/article", "/drop HARROWMOUTH – The text of an article, pasted …"),
    answer=answer,
)
