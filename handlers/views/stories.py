"""Draws what is asked and decided about which reports belong in which story."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from bot.shapes import Article, Decision, Pair, Story, StorySheet
from handlers.views import ids
from handlers.views.blocks import (
    Block,
    Message,
    Part,
    actions,
    bullets,
    button,
    context,
    header,
    line,
    link,
    message,
    person,
    quoted,
    rich,
    t,
)
from handlers.views.parts import source
from handlers.views.text import NO_OUTLET, clip, plural, safe_url, tidy, when

TITLE, WHY = 150, 300
DECISIONS_SHOWN = 6

COPYDESK = "copydesk"


def named(title: str | None, limit: int = TITLE) -> str:
    """A headline in quotation marks."""
    return f"“{clip(tidy(title or 'untitled'), limit)}”"


def by_whom(decision: Decision | Pair) -> list[Part]:
    """` – Rosa Pike, 3 May 2026`."""
    who = person(decision.by) if decision.by else t(COPYDESK)
    return [t(" – "), who, t(f", {day(decision.at)}" if decision.at else "")]


def day(at: datetime) -> str:
    return f"{at.day} {at:%b} {at.year}"


# --- in threads ----------------------------------------------------------------------------------


def question_reply(question: Decision, older: StorySheet, thread: str | None) -> Message:
    """ "Same story?" with two buttons; once it is answered, what was said and by whom. `older`: the story that it may
    be part of; `thread`: its address in the channel."""
    return message(
        rich(
            line(t(_ASKED[question.status], "bold"), *([] if question.status == "asked" else by_whom(question))),
            line(t(_MAY[question.status])),
            quoted(link(thread, tidy(older.story.title)), t(f" · {size_of(older)} · since {when(older.story.first)}")),
        ),
        context(f"Why copydesk asks: {clip(tidy(question.reason), WHY)}"),
        _question_buttons(question),
    )


_ASKED = {"asked": "Same story?", "done": "Same story", "declined": "Another story", "undone": "Taken back"}
_MAY = {
    "asked": "This one may be the same event as",
    "done": "This one is part of",
    "declined": "This one is another event than",
    "undone": "This one is apart again from",
}


def _question_buttons(question: Decision) -> Block | None:
    if question.status != "asked":
        return actions(button("Undo", ids.STORY_UNDO, question.id)) if question.status != "undone" else None
    return actions(
        button("Same story", ids.STORY_SAME, question.id, "primary"),
        button("Another story", ids.STORY_OTHER, question.id),
        button("Show the other one", ids.PICK, f"/story {question.story}"),
    )


def decision_reply(decision: Decision, article: Article | None, moved: int) -> Message:
    """What became part of a story, or left it, with a button that takes it back."""
    words = _merged(decision, moved) if decision.kind == "merge" else _moved(decision, article)
    is_done = decision.status == "done"
    return message(
        rich(line(*words, *by_whom(decision))),
        context(f"Why: {clip(tidy(decision.reason), WHY)}") if decision.reason and is_done else None,
        actions(
            button("Show that story", ids.PICK, f"/story {decision.story}")
            if is_done and decision.kind == "move"
            else None,
            button("Undo", ids.STORY_UNDO, decision.id) if is_done else None,
        ),
    )


def _merged(decision: Decision, moved: int) -> list[Part]:
    title = named(decision.titles[1])
    if decision.status == "done":
        return [t("Joined: ", "bold"), t(f"{title} is part of this story now, with {plural(moved, 'report')}")]
    return [t("Taken back: ", "bold"), t(f"{title} is a story of its own again")]


def _moved(decision: Decision, article: Article | None) -> list[Part]:
    where = [*source(article.outlet, article.published, article.url, seen=article.seen)] if article else []
    title = named(article.title if article else None)
    if decision.status == "done":
        return [t("Not this story: ", "bold"), *where, t(f": {title} is {home_of(decision, article)} now")]
    return [t("Taken back: ", "bold"), *where, t(f": {title} is in this story again")]


def home_of(decision: Decision, article: Article | None) -> str:
    """Where a report was moved: `in “Ferry strikes pier”`, or `a story of its own` where that is called as it is."""
    is_own = article is not None and article.title == decision.titles[0]
    return "a story of its own" if is_own else f"in {named(decision.titles[0])}"


def moved_reply(article: Article, story: Story) -> Message:
    """The reply about a report that is in another story now."""
    where = source(article.outlet, article.published, article.url, seen=article.seen)
    return message(
        rich(
            line(t("Not this story: ", "bold"), *where), quoted(link(safe_url(article.url), tidy(article.title or "")))
        ),
        context(
            "It is a story of its own now." if story.title == article.title else f"It is in {named(story.title)} now."
        ),
        actions(button("Show that story", ids.PICK, f"/story {story.id}")),
    )


def former_card(former: Story, story: Story, decision: Decision | None, thread: str | None) -> Message:
    """The card of a story that is part of another one now."""
    return message(
        header(former.title),
        rich(
            line(t("Now part of ", "bold"), link(thread, named(story.title)), *(by_whom(decision) if decision else []))
        ),
        context("Questions asked in this thread are about that story."),
        actions(
            button("Show the story", ids.PICK, f"/story {story.id}"),
            button("Undo", ids.STORY_UNDO, decision.id) if decision else None,
        ),
    )


def size_of(sheet: StorySheet) -> str:
    outlets = {article.outlet for article in sheet.articles}
    return f"{plural(len(outlets), 'outlet')}, {plural(len(sheet.articles), 'report')}"


# --- under a story -------------------------------------------------------------------------------


def wrong_button(sheet: StorySheet) -> Block | None:
    return button("Wrong story?", ids.STORY_WRONG, sheet.story.id)


def decided_blocks(sheet: StorySheet) -> Iterator[Block | None]:
    """What was decided about a story, the latest last, and what is asked."""
    told = [one for one in sheet.decisions if one.status in ("done", "declined")][-DECISIONS_SHOWN:]
    if told:
        yield rich(line(t("Decided", "bold")), bullets([[*_told(one, sheet), *by_whom(one)] for one in told]))
    for one in [one for one in sheet.decisions if one.status == "asked"][:1]:
        other = one.titles[0] if one.other == sheet.story.id else one.titles[1]
        yield rich(
            line(t("Same story? ", "bold"), t(f"{named(other)} may be this event. {clip(tidy(one.reason), WHY)}"))
        )
        yield actions(button("Same story", ids.STORY_SAME, one.id), button("Another story", ids.STORY_OTHER, one.id))


def _told(one: Decision, sheet: StorySheet) -> list[Part]:
    came = one.story == sheet.story.id
    other = named(one.titles[1] if came else one.titles[0])
    if one.kind == "merge":
        return [t(f"{other} is {'part of this story' if one.status == 'done' else 'another event'}")]
    article = next((article for article in sheet.articles if article.id == one.article), None)
    outlet = clip(tidy(article.outlet or NO_OUTLET), 60) if article else "A report"
    return [t(f"{outlet} was put here, from {other}" if came else f"A report was put into {other}")]


def put_here(article: Article, sheet: StorySheet) -> list[Part]:
    """` · put here by Rosa Pike on 3 May 2026`, where somebody did."""
    mine = [one for one in sheet.decisions if (one.article, one.story) == (article.id, sheet.story.id)]
    for one in reversed(mine):
        if one.kind == "move" and one.status == "done":
            who = person(one.by) if one.by else t(COPYDESK)
            return [t(" · put here by "), who, t(f" on {day(one.at)}")]
    return []
