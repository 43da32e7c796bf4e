"""The buttons that say who is who. What is decided is kept with the editor's name, holds for later reports, and can be
taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import structlog
from slack_bolt import Ack, Respond

from bot.desk import Desk
from bot.errors import UserError
from bot.shapes import Judgement, Person
from bot.tell.notices import card_key
from handlers.actions.place import is_private, reply_thread
from handlers.commands import Asker
from handlers.commands.people import mending
from handlers.views import ids
from handlers.views.people import decided, mending_view
from handlers.workspace import workspace_of

log = structlog.get_logger()

GONE = "That person is no longer kept."

# Cards show names; the latest stories' are drawn again when a decision changes them.
MOST_CARDS = 20

Body = dict[str, Any]


def same(ack: Ack, action: dict[str, Any], body: Body, respond: Respond, desk: Desk, wake: Callable[[], None]) -> None:
    """Two entries are one person."""
    ack()
    _reply(respond, body, *_judge(*ids.read_pair(action["value"]), True, body, desk))
    wake()


def not_same(
    ack: Ack, action: dict[str, Any], body: Body, respond: Respond, desk: Desk, wake: Callable[[], None]
) -> None:
    """Two entries are two people."""
    ack()
    _reply(respond, body, *_judge(*ids.read_pair(action["value"]), False, body, desk))
    wake()


def ask(ack: Ack, action: dict[str, Any], body: Body, respond: Respond, desk: Desk) -> None:
    """What may be wrong with an entry, to choose from."""
    ack()
    workspace = workspace_of(body["team"]["id"])
    person = _kept(action["value"], desk, workspace)
    choices = mending(person, desk, Asker(workspace, None, body["user"]["id"]))
    drawn = mending_view(person.name, choices)
    respond(**drawn, response_type="ephemeral", replace_original=False, thread_ts=reply_thread(body))


def mend(ack: Ack, action: dict[str, Any], body: Body, respond: Respond, desk: Desk, wake: Callable[[], None]) -> None:
    """What was chosen from the menu: the same as somebody, or somebody else under a name or in a story."""
    ack()
    kind, person, what = ids.read_mend(action["selected_option"]["value"])
    if kind == ids.MEND_OTHER:
        words, undo_ = _judge(person, what, True, body, desk)
    else:
        words, undo_ = _split(person, kind, what, body, desk)
    _reply(respond, body, words, undo_, replace=is_private(body))
    wake()


def undo(ack: Ack, action: dict[str, Any], body: Body, respond: Respond, desk: Desk, wake: Callable[[], None]) -> None:
    """As it was before a decision."""
    ack()
    one, other, before = ids.read_undo(action["value"])
    workspace = workspace_of(body["team"]["id"])
    with desk.store.transaction(workspace):
        if before is None:
            desk.store.forget_judgement(workspace, one, other)
        else:
            desk.store.judge_people(workspace, _judgement(one, other, before, body, desk))
        first, second = _kept(one, desk, workspace), _kept(other, desk, workspace)
        _show_again(desk, workspace, first, second)
    log.info("a decision about people is undone", one=one, other=other, by=body["user"]["id"])
    stand = f"one person: {first.name}" if first.id == second.id else f"two again: {first.name} and {second.name}"
    _reply(respond, body, f"Undone. They are {stand}.", None, replace=is_private(body))
    wake()


def _judge(one: str, other: str, is_same: bool, body: Body, desk: Desk) -> tuple[str, str]:
    """Keeps a decision about two; returns what to say and the value that undoes it."""
    workspace = workspace_of(body["team"]["id"])
    with desk.store.transaction(workspace):
        first, second = _kept(one, desk, workspace), _kept(other, desk, workspace)
        if first.id == second.id:
            raise UserError(f"They are one person already: {first.name}.")
        before = _before(first, second, desk, workspace)
        desk.store.judge_people(workspace, _judgement(first.id, second.id, is_same, body, desk))
        whole = _kept(one, desk, workspace)
        _show_again(desk, workspace, first, second)
    log.info("decided about people", one=one, other=other, same=is_same, by=body["user"]["id"])
    overruled = next((judged for judged in before if judged.same != is_same), None)
    words = _told(first, second, whole, is_same) + (_overruled(overruled) if overruled else "")
    stood = next((judged.same for judged in before if {judged.one, judged.other} == {first.id, second.id}), None)
    return words, ids.undo_value(first.id, second.id, stood)


def _told(first: Person, second: Person, whole: Person, is_same: bool) -> str:
    if is_same:
        also = ", ".join(whole.also)
        return f"{first.name} and {second.name} are one person now: {whole.name}" + (f", also {also}." if also else ".")
    return f"{first.name} and {second.name} are two people, and stay two whatever later reports call them."


def _overruled(before: Judgement) -> str:
    return f" Before, it was decided otherwise on {before.at.day} {before.at:%B}; that no longer holds."


def _split(person: str, kind: str, what: str, body: Body, desk: Desk) -> tuple[str, str]:
    """Parts what is somebody else's from an entry."""
    workspace, by = workspace_of(body["team"]["id"]), body["user"]["id"]
    with desk.store.transaction(workspace):
        whole = _kept(person, desk, workspace)
        wanted = {"name": what} if kind == ids.MEND_NAME else {"story": what}
        other = desk.store.split_person(workspace, whole.id, by, desk.clock(), **wanted)
        story = desk.store.story(workspace, what) if kind == ids.MEND_STORY else None
        _show_again(desk, workspace, whole, other)
    log.info("parted from a person", person=whole.id, other=other.id, by=by, **wanted)
    where = f" What {other.name} said in “{story.title}” is theirs." if story else ""
    words = f"“{other.name}” is an entry of its own now, and not {whole.name}.{where} Later reports follow this."
    return words, ids.undo_value(whole.id, other.id, True)


def _kept(person: str, desk: Desk, workspace: str) -> Person:
    found = desk.store.person(workspace, person)
    if found is None:
        raise UserError(GONE)
    return found


def _before(one: Person, other: Person, desk: Desk, workspace: str) -> list[Judgement]:
    """What was decided before about these two, or about others who are the same as they."""
    return [
        judged
        for judged in desk.store.judgements(workspace, one.id)
        if {_kept(judged.one, desk, workspace).id, _kept(judged.other, desk, workspace).id} == {one.id, other.id}
    ]


def _judgement(one: str, other: str, is_same: bool, body: Body, desk: Desk) -> Judgement:
    return Judgement(one=one, other=other, same=is_same, by=body["user"]["id"], at=desk.clock())


def _show_again(desk: Desk, workspace: str, *people: Person) -> None:
    """Asks for an edit of the cards that were posted of the stories they are quoted in."""
    said = [one for person in people for one in desk.store.quote_reports(workspace, person=person.id)]
    stories = list(dict.fromkeys(report.story for report in said))[:MOST_CARDS]
    for key in [card_key(channel.id, story) for channel in desk.store.channels(workspace) for story in stories]:
        posting = desk.store.posting(workspace, key)
        if posting is not None:
            desk.store.want(posting.notice, desk.clock())


def _reply(respond: Respond, body: Body, words: str, undo_: str | None, replace: bool = False) -> None:
    answer = decided(words, undo_)
    respond(**answer, response_type="ephemeral", replace_original=replace, thread_ts=reply_thread(body))
