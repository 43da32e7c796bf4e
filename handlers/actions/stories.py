"""The buttons that say which report belongs in which story. What is decided is kept with the editor's name, holds
against the machine, and can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import structlog
from slack_bolt import Ack, Respond

from bot.deciding import GONE, Deciding
from bot.desk import Desk
from bot.errors import UserError
from bot.labels import Labels
from bot.shapes import COPIES, Article, Decision, Pair, StorySheet
from handlers.actions.place import is_private, reply_thread
from handlers.views import ids
from handlers.views.blocks import Message
from handlers.views.stories import home_of, named
from handlers.views.wrong_story import contradiction_view, decided, where_view, wrong_view
from handlers.workspace import workspace_of

log = structlog.get_logger()

MOST_NEAR = 10

LEFT = "All stays as it is."

Body = dict[str, Any]
Wake = Callable[[], None]


def same(ack: Ack, action: dict[str, Any], body: Body, respond: Respond, desk: Desk, wake: Wake) -> None:
    """Yes: two stories are one event."""
    ack()
    question = _question(action["value"], body, desk)
    _merge(question.story, question.other, question.id, False, body, respond, desk)
    wake()


def other(ack: Ack, action: dict[str, Any], body: Body, respond: Respond, desk: Desk, wake: Wake) -> None:
    """No: they are two events."""
    ack()
    with desk.store.transaction(_workspace(body)):
        question = _deciding(body, desk).decline(_question(action["value"], body, desk))
    _log(question)
    one, two = (named(title) for title in question.titles)
    _reply(respond, body, decided(f"{one} and {two} are two stories, and stay two whatever comes in.", question.id))
    wake()


def wrong(ack: Ack, action: dict[str, Any], body: Body, respond: Respond, desk: Desk) -> None:
    """What is wrong with a story, to choose from."""
    ack()
    sheet = desk.store.sheet(_workspace(body), action["value"])
    if sheet is None or not sheet.articles:
        raise UserError(GONE)
    near = Labels(desk.store, _workspace(body)).near(_latest(sheet).id, MOST_NEAR)
    _reply(respond, body, wrong_view(sheet, near))


def part(ack: Ack, action: dict[str, Any], body: Body, respond: Respond, desk: Desk) -> None:
    """Where a report belongs that is in the wrong story."""
    ack()
    article = _article(_pressed(action), body, desk)
    sheet = desk.store.sheet(_workspace(body), article.story)
    copies = [one for one in sheet.articles if one.of == article.id and one.lineage in COPIES] if sheet else []
    near = Labels(desk.store, _workspace(body)).near(article.id, MOST_NEAR)
    _reply(respond, body, where_view(article, copies, near), replace=is_private(body))


def move(ack: Ack, action: dict[str, Any], body: Body, respond: Respond, desk: Desk, wake: Wake) -> None:
    """A report goes to another story, or to one of its own."""
    ack()
    article, story, anyway = ids.read_move(_pressed(action))
    deciding = _deciding(body, desk)
    with desk.store.transaction(_workspace(body)):
        against = deciding.objections_to_moving(article, story) if story and not anyway else []
        made = None if against else deciding.move(article, story)
    if made is None:
        value = ids.move_value(article, story or "", anyway=True)
        drawn = _contradiction(against, "Put it there all the same?", "Put it there", ids.STORY_MOVE, value, body, desk)
        return _reply(respond, body, drawn, replace=is_private(body))
    _log(made)
    moved = _article(article, body, desk)
    words = f"{named(moved.title)} is {home_of(made, moved)} now, and stays there whatever comes in."
    _reply(respond, body, decided(words, made.id), replace=is_private(body))
    return wake()


def merge(ack: Ack, action: dict[str, Any], body: Body, respond: Respond, desk: Desk, wake: Wake) -> None:
    """Two stories are one event."""
    ack()
    _merge(*ids.read_merge(_pressed(action)), body, respond, desk)
    wake()


def undo(ack: Ack, action: dict[str, Any], body: Body, respond: Respond, desk: Desk, wake: Wake) -> None:
    """As it was before a decision."""
    ack()
    with desk.store.transaction(_workspace(body)):
        undone = _deciding(body, desk).undo(action["value"])
    _log(undone)
    one, two = (named(title) for title in undone.titles)
    stand = f"{one} and {two} are two stories." if undone.kind == "merge" else f"The report is in {two} again."
    asked = " The question is open again." if undone.status == "asked" else ""
    _reply(respond, body, decided(f"Undone. {stand}{asked}"), replace=is_private(body))
    wake()


def leave(ack: Ack, body: Body, respond: Respond) -> None:
    """Nothing is done."""
    ack()
    _reply(respond, body, decided(LEFT), replace=is_private(body))


def _merge(one: str, two: str, asked: str | None, anyway: bool, body: Body, respond: Respond, desk: Desk) -> None:
    """Makes two stories one, or says who said that they are two."""
    deciding = _deciding(body, desk)
    with desk.store.transaction(_workspace(body)):
        against = [] if anyway else deciding.objections_to_merging(one, two)
        question = _question(asked, body, desk) if asked else None
        made = None if against else deciding.merge(one, two, question)
    if made is None:
        value = ids.merge_value(one, two, asked or "", anyway=True)
        drawn = _contradiction(against, "Merge all the same?", "Merge", ids.STORY_MERGE, value, body, desk)
        return _reply(respond, body, drawn, replace=is_private(body))
    _log(made)
    words = f"One story now: {named(made.titles[1])} is part of {named(made.titles[0])}."
    return _reply(respond, body, decided(words, made.id), replace=is_private(body))


def _contradiction(
    against: Sequence[Pair], ask: str, yes: str, action: str, value: str, body: Body, desk: Desk
) -> Message:
    """The last who said otherwise."""
    said = against[-1]
    articles = (desk.store.article(_workspace(body), article) for article in (said.one, said.other))
    one, two = ((article.title if article else None) or "" for article in articles)
    return contradiction_view(said, (one, two), ask, yes, action, value)


def _latest(sheet: StorySheet) -> Article:
    """The latest report of a story that is no copy."""
    own = [article for article in sheet.articles if article.lineage not in COPIES]
    return (own or list(sheet.articles))[-1]


def _question(decision: str, body: Body, desk: Desk) -> Decision:
    """A question that is open."""
    found = desk.store.decision(_workspace(body), decision)
    if found is None:
        raise UserError(GONE)
    if found.status != "asked":
        raise UserError("That has been answered. Undo the answer first.")
    return found


def _article(article: str, body: Body, desk: Desk) -> Article:
    found = desk.store.article(_workspace(body), article)
    if found is None:
        raise UserError(GONE)
    return found


def _deciding(body: Body, desk: Desk) -> Deciding:
    return Deciding(desk.store, _workspace(body), body["user"]["id"], desk.clock())


def _pressed(action: dict[str, Any]) -> str:
    """A button's value, or that of the option chosen."""
    return str(action["selected_option"]["value"] if "selected_option" in action else action["value"])


def _workspace(body: Body) -> str:
    return workspace_of(body["team"]["id"])


def _log(decision: Decision) -> None:
    log.info("decided about stories", **decision.model_dump(include={"id", "kind", "status", "story", "other", "by"}))


def _reply(respond: Respond, body: Body, drawn: Message, replace: bool = False) -> None:
    respond(**drawn, response_type="ephemeral", replace_original=replace, thread_ts=reply_thread(body))
