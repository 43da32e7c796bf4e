"""Draws what an editor is offered where a report is in the wrong story, or one event in two."""

from __future__ import annotations

from collections.abc import Sequence

from bot.shapes import Article, KnownStory, Pair, StorySheet
from handlers.answers import TwoStories
from handlers.views import ids
from handlers.views.blocks import Message, Part, actions, bullets, button, line, message, person, rich, select, t
from handlers.views.stories import COPYDESK, day, named, size_of
from handlers.views.text import NO_OUTLET, clip, tidy, when

OPTION_TITLE = 60


def wrong_view(sheet: StorySheet, near: Sequence[KnownStory]) -> Message:
    """What does not belong in a story, and which other one it may be part of."""
    own = [article for article in sheet.articles if len(sheet.articles) > 1]
    parts = select("Not this story …", ids.STORY_PART, [(_option(one), one.id) for one in own])
    merges = [(_near(one), ids.merge_value(one.story, sheet.story.id)) for one in near]
    joined = select("Same story as …", ids.STORY_MERGE, merges)
    if not parts and not joined:
        return message(
            rich(line(t("It is one report, and no other story is like it: there is nothing to part or join.")))
        )
    return message(
        rich(line(t("What is wrong with "), t(named(sheet.story.title), "bold"), t("?"))),
        rich(line(t("A report in it is of another event:"))) if parts else None,
        actions(parts),
        rich(line(t("It is the same event as another story:"))) if joined else None,
        actions(joined),
    )


def two_view(answer: TwoStories) -> Message:
    """Two stories side by side, with a button that makes them one."""
    one, other = answer.one, answer.other
    if one.story.id == other.story.id:
        return message(rich(line(t(f"They are one story already: {named(one.story.title)}."))))
    return message(
        rich(line(t("Are they the same event?", "bold")), bullets([_side(one), _side(other)])),
        actions(button("Same story", ids.STORY_MERGE, ids.merge_value(one.story.id, other.story.id), "primary")),
    )


def _side(sheet: StorySheet) -> list[Part]:
    return [t(f"{named(sheet.story.title)} · {size_of(sheet)} · since {when(sheet.story.first)}")]


def where_view(article: Article, copies: Sequence[Article], near: Sequence[KnownStory]) -> Message:
    """Where a report belongs that is in the wrong story."""
    outlets = ", ".join(clip(tidy(copy.outlet or NO_OUTLET), 60) for copy in copies)
    along = f"The {'copies' if len(copies) > 1 else 'copy'} of it ({outlets}) will go along." if copies else ""
    others = [(_near(one), ids.move_value(article.id, one.story)) for one in near]
    return message(
        rich(line(t("Where does "), t(named(article.title), "bold"), t(f" ({article.outlet or NO_OUTLET}) belong?"))),
        rich(line(t(along))) if along else None,
        actions(button("A story of its own", ids.STORY_MOVE, ids.move_value(article.id))),
        actions(select("In another story …", ids.STORY_MOVE, others)),
    )


def _option(article: Article) -> str:
    return f"{clip(tidy(article.outlet or NO_OUTLET), 24)}: {clip(tidy(article.title or 'untitled'), 48)}"


def _near(story: KnownStory) -> str:
    return f"{clip(tidy(story.title), OPTION_TITLE)} · {story.last.day} {story.last:%b}"


def contradiction_view(said: Pair, titles: tuple[str, str], ask: str, yes: str, action: str, value: str) -> Message:
    """That somebody said otherwise before, with the choice to do it all the same."""
    who = person(said.by) if said.by else t(COPYDESK)
    at = f" said on {day(said.at)} that " if said.at else " said that "
    return message(
        rich(
            line(who, t(f"{at}{named(titles[0])} and {named(titles[1])} are two events.")),
            line(t(ask, "bold")),
        ),
        actions(button(yes, action, value), button("Leave it", ids.STORY_LEAVE, "-")),
    )


def decided(words: str, undo: str | None = None) -> Message:
    """What was decided, with a button that takes it back."""
    return message(rich(line(t(words))), actions(button("Undo", ids.STORY_UNDO, undo)) if undo else None)
