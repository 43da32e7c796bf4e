"""`/story`: one story, whole; or the latest stories."""

from __future__ import annotations

from collections.abc import Sequence

from bot.desk import Desk
from bot.shapes import Story, StorySheet
from handlers.answers import Answer, StoryAnswer, StoryLine, StoryList, TwoStories, told
from handlers.commands.asker import Asker, Command
from handlers.commands.finding import find_stories, near_stories, no_story, offered
from handlers.commands.parsing import read_request
from handlers.showing import sheet_of

LATEST = 40


def answer(text: str, desk: Desk, asker: Asker) -> Answer:
    """The story that the words name; where several may be meant, those; with no words, the latest."""
    left, bar, right = text.partition("|")
    if bar:
        return _two(left, right, desk, asker)
    ref = read_request(text).subject
    return _one(ref, desk, asker) if ref else _latest(desk, asker)


def _two(left: str, right: str, desk: Desk, asker: Asker) -> Answer:
    """Two stories to be made one; the first of which it is not clear which one is meant is asked for instead."""
    found = [_one(read_request(text).subject, desk, asker) for text in (left, right)]
    one, other = found
    if isinstance(one, StoryAnswer) and isinstance(other, StoryAnswer):
        line = f"/story {one.sheet.story.id} | {other.sheet.story.id}"
        return TwoStories(line=line, one=one.sheet, other=other.sheet)
    return other if isinstance(one, StoryAnswer) else one


def _one(ref: str, desk: Desk, asker: Asker) -> StoryAnswer | StoryList:
    found = find_stories(desk, asker, ref)
    sheet = sheet_of(desk.store, asker.workspace, found[0].id) if len(found) == 1 else None
    if sheet:
        return StoryAnswer(line=f"/story {sheet.story.id}", sheet=sheet)
    if found:
        note = f"{len(found)} stories are called so. Which one?"
        return StoryList(line=f"/story {ref}", asked=ref, note=note, stories=_lines(desk, asker, found))
    near = near_stories(desk, asker, ref)
    note = no_story(ref, offered(near, "/story"))
    return StoryList(line=f"/story {ref}", note=note, stories=_lines(desk, asker, near))


def _latest(desk: Desk, asker: Asker) -> StoryList:
    stories = _lines(desk, asker, desk.store.stories(asker.workspace, limit=LATEST))
    return StoryList(line="/story", note="" if stories else no_story("", ()), stories=stories)


def _lines(desk: Desk, asker: Asker, stories: Sequence[Story]) -> tuple[StoryLine, ...]:
    sheets = (desk.store.sheet(asker.workspace, story.id) for story in stories)
    return tuple(_line(sheet) for sheet in sheets if sheet)


def _line(sheet: StorySheet) -> StoryLine:
    return StoryLine(
        line=f"/story {sheet.story.id}",
        story=sheet.story,
        articles=len(sheet.articles),
        outlets=len({article.outlet for article in sheet.articles}),
        conflicts=len(told(sheet.conflicts)),
    )


STORY = Command(
    name="/story",
    summary="One story: its reports, conflicts and quotes",
    usage=("/story", "/story s4", "/story ferry collision", "/story https://example.com/article", "/story s4 | s9"),
    answer=answer,
)
