"""What is told of decisions about stories: a question, what was decided, and where."""

from __future__ import annotations

from bot.shapes import Channel, Conflict, Decision, Notice
from bot.tell.notices import story_notice


def question_notice(channel: Channel, question: Decision) -> Notice:
    """ "Same story?", in the thread of the story that may be part of another."""
    return _reply(channel, "question", question.id, question.other, question.reason)


def decision_notice(channel: Channel, decision: Decision) -> Notice:
    """What became part of a story, in its thread; what left one, in the thread it left."""
    story = decision.story if decision.kind == "merge" else decision.other
    return _reply(channel, "decision", decision.id, story, decision.reason)


def conflict_notice(channel: Channel, conflict: Conflict) -> Notice:
    """A conflict in its story's thread."""
    return _reply(channel, "conflict", conflict.id, conflict.story, conflict.why)


def card_notice(channel: Channel, story: str, why: str) -> Notice:
    """The parent message of a story's thread."""
    return _reply(channel, "card", story, story, why)


def _reply(channel: Channel, kind: str, subject: str, story: str, why: str) -> Notice:
    return story_notice(channel.workspace, channel.id, kind, subject, story, why)
