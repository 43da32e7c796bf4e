"""What is worth saying of a drop that was taken in, where, and why. Silence is the default: a copy adds a line
to the story's card and no message of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.shapes import Channel, Conflict, Drop, Notice, Taken


def notices(taken: Taken, channels: Iterable[Channel]) -> list[Notice]:
    """The messages that should now exist, parents before their replies."""
    wanted = [notice for channel in channels if channel.follows for notice in _for_channel(taken, channel.id)]
    return wanted + _answer(taken.drop)


def card_key(channel: str, story: str) -> str:
    """The key of a story's parent message in a channel."""
    return f"card:{channel}:{story}"


def story_notice(workspace: str, channel: str, kind: str, subject: str, story: str, why: str) -> Notice:
    """A story's card, or a message in its thread."""
    is_card = kind == "card"
    card = card_key(channel, story)
    return Notice.model_validate(
        {
            "key": card if is_card else f"{kind}:{channel}:{subject}",
            "workspace": workspace,
            "channel": channel,
            "kind": kind,
            "subject": subject,
            "story": story,
            "parent": None if is_card else card,
            "why": why,
        }
    )


def _for_channel(taken: Taken, channel: str) -> Iterator[Notice]:
    story, outcome = taken.story, taken.outcome
    if story is None or outcome.outcome in ("duplicate", "rejected", "unpacked"):
        return

    def notice(kind: str, subject: str, why: str) -> Notice:
        return story_notice(taken.drop.workspace, channel, kind, subject, story, why)

    yield notice("card", story, outcome.reason)
    is_own = outcome.outcome in ("new", "rewrite") and outcome.lineage != "cut"
    if is_own and not taken.story_is_new and outcome.article:
        yield notice("report", outcome.article, outcome.reason)
    if outcome.outcome == "revision" and taken.version and taken.changed:
        yield notice("version", taken.version, outcome.reason)
    for conflict in taken.conflicts:
        yield notice("conflict", conflict.id, conflict.why)
    if taken.question:
        yield notice("question", taken.question.id, taken.question.reason)


def _answer(drop: Drop) -> list[Notice]:
    """The reply to whoever posted a link or a file and waits."""
    if drop.asked is None:
        return []
    return [
        Notice(
            key=f"answer:{drop.key}",
            workspace=drop.workspace,
            channel=drop.asked.channel,
            kind="answer",
            subject=drop.key,
            thread=drop.asked.thread,
            why="somebody posted it and waits for an answer",
        )
    ]


def is_told(conflict: Conflict, threshold: float, told_before: bool) -> bool:
    """Whether a conflict is worth a message: sure enough and open, or an edit of one that was told."""
    return told_before or (conflict.status == "open" and conflict.confidence >= threshold)


def told(conflicts: Iterable[Conflict], threshold: float) -> list[Conflict]:
    """The open ones that are sure enough to be told unasked, or confirmed by an editor; the surest first."""
    worth = [one for one in conflicts if one.status == "open" and is_told(one, threshold, one.confirmed)]
    return sorted(worth, key=lambda one: (not one.confirmed, -one.confidence))
