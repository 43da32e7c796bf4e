"""`/conflicts`: reports that contradict each other, in one story or in all."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from bot.analyse.conflicts import POSTING_THRESHOLD
from bot.desk import Desk
from bot.shapes import Conflict, Story
from handlers.answers import Answer, ConflictList, Disagreement
from handlers.commands.asker import Asker, Command
from handlers.commands.finding import find_stories, near_stories, no_story, offered
from handlers.commands.parsing import read_request

# More than these nobody turns pages for.
MOST = 200

ALL = "all"


def answer(text: str, desk: Desk, asker: Asker) -> Answer:
    """Open conflicts, or with `all` those that were settled too; of one story, or of every one."""
    request = read_request(text, (), flags=(ALL,))
    everything, ref = ALL in request.flags, request.subject
    if not ref:
        return _list(desk, asker, None, everything)
    found = find_stories(desk, asker, ref)
    if len(found) == 1:
        return _list(desk, asker, found[0], everything)
    rest = ALL if everything else ""
    line = f"/conflicts {ref} {rest}".strip()
    if found:
        note = f"{len(found)} stories are called so. Which one?"
        return ConflictList(line=line, note=note, candidates=offered(found, "/conflicts", rest))
    near = offered(near_stories(desk, asker, ref), "/conflicts", rest)
    return ConflictList(line=line, note=no_story(ref, near), instead=near)


def _list(desk: Desk, asker: Asker, story: Story | None, everything: bool) -> ConflictList:
    kept = desk.store.conflicts(asker.workspace, story.id if story else None)
    shown = kept if everything else [one for one in kept if one.status == "open"]
    titles = _titles(desk, asker, {one.story for one in shown})
    named = [f"/conflicts {story.id}" if story else "/conflicts", *([ALL] if everything else [])]
    return ConflictList(
        line=" ".join(named),
        note="" if shown else _nothing(kept, story),
        story=story.id if story else None,
        title=story.title if story else "",
        conflicts=tuple(
            _disagreement(one, titles.get(one.story, ""), _came(desk, asker, one))
            for one in sorted(shown, key=_rank)[:MOST]
        ),
    )


def with_conflict(listed: ConflictList, conflict: Conflict) -> ConflictList | None:
    """The list with one of its conflicts as it stands now, in its old place; None where it is not in the list."""
    if all(one.id != conflict.id for one in listed.conflicts):
        return None
    renewed = tuple(
        _disagreement(conflict, one.title, one.came) if one.id == conflict.id else one for one in listed.conflicts
    )
    return listed.model_copy(update={"conflicts": renewed})


def _rank(conflict: Conflict) -> tuple[bool, bool, float]:
    """Open ones first, then what an editor has confirmed, then the surest."""
    return conflict.status != "open", not conflict.confirmed, -conflict.confidence


def _nothing(kept: Iterable[Conflict], story: Story | None) -> str:
    where = f"in “{story.title}”" if story else "in any story"
    settled = len(list(kept))
    if settled:
        again = f"/conflicts {story.id} all" if story else "/conflicts all"
        return f"No open conflict {where}. {settled} settled: {again} shows them."
    return f"No conflict was found {where}."


def _titles(desk: Desk, asker: Asker, ids: Iterable[str]) -> dict[str, str]:
    stories = (desk.store.story(asker.workspace, story) for story in ids)
    return {story.id: story.title for story in stories if story}


def _came(desk: Desk, asker: Asker, one: Conflict) -> dict[str, datetime]:
    """When the reports among its sides came that do not say when they were published."""
    undated = {side.article for side in one.sides if side.published is None}
    articles = (desk.store.article(asker.workspace, article) for article in undated)
    return {article.id: article.seen for article in articles if article}


def _disagreement(one: Conflict, title: str, came: dict[str, datetime]) -> Disagreement:
    return Disagreement(
        id=one.id,
        kind=one.kind,
        status=one.status,
        story=one.story,
        title=title,
        summary=one.summary,
        why=one.why,
        confidence=one.confidence,
        posted=one.confidence >= POSTING_THRESHOLD,
        confirmed=one.confirmed,
        judged_by=one.judged_by,
        sides=one.sides,
        came=came,
    )


CONFLICTS = Command(
    name="/conflicts",
    summary="Reports that contradict each other",
    usage=("/conflicts", "/conflicts s4", "/conflicts ferry collision", "/conflicts s4 all"),
    answer=answer,
)
