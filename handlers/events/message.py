"""A message with links or files in a channel copydesk is in: each is a drop, and its answer comes in the thread.

The drops are kept before Slack gets its 200, in the transaction that notes the event, so that a stop in between makes
Slack send it again and nothing is lost or taken twice.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from slack_bolt import BoltContext, BoltResponse
from slack_sdk import WebClient

from bot.desk import Desk
from bot.ports import Store
from bot.shapes import Asked, Drop, Notice
from handlers.asking import line_of
from handlers.drops.links import link_drop, links_in
from handlers.drops.uploads import upload_drop
from handlers.events.working import show_working
from handlers.workspace import workspace_of

# What people post themselves. Edits, deletions, joins and the posts of bots (our own among them) carry others.
PEOPLE_POST = {None, "file_share", "thread_broadcast"}


def keep_drops(
    body: dict[str, Any], event: dict[str, Any], context: BoltContext, desk: Desk, next: Callable[[], None]
) -> BoltResponse | None:
    """Listener middleware: runs before the acknowledgement, and only so long as it takes to write to the store."""
    workspace, now = workspace_of(body.get("team_id")), desk.clock()
    drops = drops_of(event, workspace, event.get("user"), now) if is_for_us(event) else []
    if not drops:
        return BoltResponse(status=200)
    with desk.store.transaction(workspace):
        if not desk.store.first_time(workspace, body["event_id"], now):
            return BoltResponse(status=200)
        context["kept"] = keep(desk.store, drops, now)
    next()
    return None


def is_for_us(event: dict[str, Any]) -> bool:
    """Whether a person posted it, and not as a command ("@copydesk what changed https://...")."""
    by_a_person = event.get("subtype") in PEOPLE_POST and not event.get("bot_id")
    return by_a_person and line_of(event.get("text") or "") is None


def show_kept(event: dict[str, Any], context: BoltContext, client: WebClient, wake: Callable[[], None]) -> None:
    """The reaction that says it is being read, and the work itself."""
    wake()
    if context["kept"]:
        show_working(client, event["channel"], event["ts"])


def drops_of(message: dict[str, Any], workspace: str, user: str | None, now: datetime) -> list[Drop]:
    """The links and files of a message, each a drop that `user` waits for."""
    ts = message["ts"]
    asked = Asked(channel=message["channel"], thread=message.get("thread_ts") or ts, user=user, message=ts)
    links = [link_drop(url, now, workspace=workspace, asked=asked) for url in links_in(message.get("text") or "")]
    files = [upload_drop(file, now, workspace=workspace, asked=asked) for file in message.get("files") or []]
    return links + files


def keep(store: Store, drops: list[Drop], now: datetime) -> int:
    """Writes drops to the inbox; how many are new. For one taken before, its answer is given here as well."""
    kept = 0
    for drop in drops:
        if store.keep_drop(drop):
            kept += 1
        else:
            store.want(answer_here(drop), now)
    return kept


def answer_here(drop: Drop) -> Notice:
    """The answer about a drop that was taken in before, for the message that brought it again."""
    asked = drop.asked
    assert asked is not None
    return Notice(
        key=f"answer:{drop.key}:{asked.channel}:{asked.message}",
        workspace=drop.workspace,
        channel=asked.channel,
        kind="answer",
        subject=drop.key,
        thread=asked.thread,
        why="somebody posted it again",
    )
