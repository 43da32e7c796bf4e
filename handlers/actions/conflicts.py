"""The buttons under a conflict: what an editor decides is kept with their name, and every message that shows the
conflict, and its story's card, is asked to show it as it stands now."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from slack_bolt import Ack, BoltContext, Respond

from bot.desk import Desk
from bot.errors import UserError
from bot.ports import Store
from bot.shapes import Conflict, ConflictStatus
from bot.tell.notices import card_key
from handlers.views import ids
from handlers.workspace import workspace_of


class Verdict(NamedTuple):
    """What a button decides."""

    status: ConflictStatus
    confirmed: bool
    words: str


VERDICTS = {
    ids.CONFLICT_CONFIRM: Verdict("open", True, "Confirmed: these accounts contradict each other."),
    ids.CONFLICT_DISMISS: Verdict("dismissed", False, "Dismissed: it is no contradiction."),
    ids.CONFLICT_UPDATE: Verdict("superseded", False, "Marked as an update: the later account replaces the earlier."),
    ids.CONFLICT_REOPEN: Verdict("open", False, "Open again."),
}

MUTED = "No more conflicts of this kind ({kind}) are told of this story."
GONE = "That conflict is no longer kept."


def decide(
    ack: Ack, action: dict[str, Any], body: dict[str, Any], context: BoltContext, respond: Respond, desk: Desk
) -> None:
    """Confirm, dismiss, mark as an update, open again."""
    ack()
    verdict = VERDICTS[action["action_id"]]

    def judge(conflict: Conflict, workspace: str) -> None:
        by, now = body["user"]["id"], desk.clock()
        desk.store.judge_conflict(workspace, conflict.id, verdict.status, by, now, confirmed=verdict.confirmed)

    _apply(desk, context, action["value"], judge)
    _say(respond, body, verdict.words)


def mute(
    ack: Ack, action: dict[str, Any], body: dict[str, Any], context: BoltContext, respond: Respond, desk: Desk
) -> None:
    """No more conflicts of this kind in this story; this one is dismissed with it."""
    ack()

    def silence(conflict: Conflict, workspace: str) -> None:
        by, now = body["user"]["id"], desk.clock()
        desk.store.mute_conflicts(workspace, conflict.story, conflict.kind, by, now)
        desk.store.judge_conflict(workspace, conflict.id, "dismissed", by, now)

    conflict = _apply(desk, context, action["value"], silence)
    _say(respond, body, MUTED.format(kind=conflict.kind))


def _apply(desk: Desk, context: BoltContext, conflict_id: str, change: Callable[[Conflict, str], None]) -> Conflict:
    """The change and the messages that follow from it, in one transaction."""
    workspace = workspace_of(context.team_id)
    with desk.store.transaction(workspace):
        conflict = desk.store.conflict(workspace, conflict_id)
        if conflict is None:
            raise UserError(GONE)
        change(conflict, workspace)
        _show_again(desk.store, workspace, conflict, desk)
    context["wake"]()
    return conflict


def _show_again(store: Store, workspace: str, conflict: Conflict, desk: Desk) -> None:
    """Asks for an edit of what was posted; a channel that was never told is not told now."""
    for channel in store.channels(workspace):
        for key in (f"conflict:{channel.id}:{conflict.id}", card_key(channel.id, conflict.story)):
            posting = store.posting(workspace, key)
            if posting is not None:
                store.want(posting.notice, desk.clock())


def _say(respond: Respond, body: dict[str, Any], words: str) -> None:
    """To whoever pressed, alone, where they pressed it."""
    thread = body.get("message", {}).get("thread_ts")
    respond(text=words, response_type="ephemeral", replace_original=False, thread_ts=thread)
