"""The buttons under a conflict: what an editor decides is kept with their name, and every message that shows the
conflict, and its story's card, is asked to show it as it stands now."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, NamedTuple

from slack_bolt import Ack, Respond

from bot.desk import Desk
from bot.errors import UserError
from bot.ports import Store
from bot.shapes import Conflict, ConflictStatus
from bot.tell.notices import card_key
from handlers.actions.answers import again
from handlers.actions.place import is_private, reply_thread
from handlers.answers import ConflictList
from handlers.commands.conflicts import with_conflict
from handlers.public import public, signed
from handlers.views import draw, ids
from handlers.workspace import workspace_of


class Verdict(NamedTuple):
    """What a button decides, and what whoever pressed it is told."""

    words: str
    status: ConflictStatus
    confirmed: bool = False
    mutes: bool = False
    "no more conflicts of this kind are told of this story"


VERDICTS = {
    ids.CONFLICT_CONFIRM: Verdict("Confirmed: these accounts contradict each other.", "open", confirmed=True),
    ids.CONFLICT_DISMISS: Verdict("Dismissed: this is no contradiction.", "dismissed"),
    ids.CONFLICT_UPDATE: Verdict("Marked as an update: the later account replaces the earlier one.", "superseded"),
    ids.CONFLICT_REOPEN: Verdict("Open again.", "open"),
    ids.CONFLICT_MUTE: Verdict(
        "Dismissed, and no more conflicts of this kind are told of this story.", "dismissed", mutes=True
    ),
}

GONE = "That conflict is no longer kept."


def decide(
    ack: Ack,
    action: dict[str, Any],
    body: dict[str, Any],
    respond: Respond,
    desk: Desk,
    wake: Callable[[], None],
) -> None:
    """Keeps the decision and asks for the messages that follow from it, in one transaction. Pressed in a list, the
    list is drawn again with the decision in its place."""
    ack()
    verdict = VERDICTS[action["action_id"]]
    conflict, page, line = ids.read_conflict(action["value"])
    listed = again(line, body, desk) if line else None  # as it was pressed: one that is dismissed leaves the list
    _judge(conflict, verdict, body, desk)
    wake()
    if isinstance(listed, ConflictList):
        _draw_list(listed, conflict, page, body, respond, desk)
    else:
        respond(text=verdict.words, response_type="ephemeral", replace_original=False, thread_ts=reply_thread(body))


def _judge(id_: str, verdict: Verdict, body: dict[str, Any], desk: Desk) -> None:
    by, now, workspace = body["user"]["id"], desk.clock(), workspace_of(body["team"]["id"])
    with desk.store.transaction(workspace):
        conflict = desk.store.conflict(workspace, id_)
        if conflict is None:
            raise UserError(GONE)
        if verdict.mutes:
            desk.store.mute_conflicts(workspace, conflict.story, conflict.kind, by, now)
        desk.store.judge_conflict(workspace, conflict.id, verdict.status, by, now, confirmed=verdict.confirmed)
        show_again(desk.store, workspace, conflict, now)


def _draw_list(
    listed: ConflictList, decided: str, page: int, body: dict[str, Any], respond: Respond, desk: Desk
) -> None:
    """The same list with one conflict as it stands now; where it was not in it, as the list is now."""
    conflict = desk.store.conflict(workspace_of(body["team"]["id"]), decided)
    shown = listed if conflict is None else with_conflict(listed, conflict)
    drawn = draw(shown or again(listed.line, body, desk), page=page)
    if not is_private(body):
        drawn = signed(public(drawn), body)
    respond(**drawn, replace_original=True, thread_ts=reply_thread(body), unfurl_links=False)


def show_again(store: Store, workspace: str, conflict: Conflict, now: datetime) -> None:
    """Asks for an edit of what was posted of it; a channel that was never told is not told now."""
    for channel in store.channels(workspace):
        for key in (f"conflict:{channel.id}:{conflict.id}", card_key(channel.id, conflict.story)):
            posting = store.posting(workspace, key)
            if posting is not None:
                store.want(posting.notice, now)
