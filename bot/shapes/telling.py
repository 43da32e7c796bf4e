"""What is said, where, and how far it has got."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from bot.shapes.analysing import Change, Conflict
from bot.shapes.base import Shape
from bot.shapes.deciding import Decision
from bot.shapes.keeping import Article, Outcome, StorySheet
from bot.shapes.taking import Drop


class Taken(Shape):
    """What taking a drop in did, as far as telling needs it."""

    drop: Drop
    outcome: Outcome
    story: str | None = None
    story_is_new: bool = False
    version: str | None = None
    changed: bool = False
    "a revision that an editor would want to know of"
    conflicts: tuple[Conflict, ...] = ()
    "those worth a message: new, or told before and altered now"
    question: Decision | None = None
    "whether its story is one with another"


NoticeKind = Literal["card", "report", "version", "conflict", "question", "decision", "digest", "answer"]


class Notice(Shape):
    """One message that should exist in one channel. What it shows is read from the store when it is sent,
    so a late message is never a stale one; raising the same key again asks for an edit, never for a second post."""

    key: str
    workspace: str
    channel: str
    kind: NoticeKind
    subject: str
    "the id of what it shows: a story, version, conflict, decision, digest or drop"
    story: str | None = None
    parent: str | None = None
    "the key of the notice whose thread it belongs in"
    thread: str | None = None
    "a thread's ts where the thread was not started by copydesk"
    why: str = ""


class Posting(Shape):
    """A notice in the outbox, with how far its telling has come."""

    notice: Notice
    wanted: int
    told: int
    ts: str | None
    "Slack's ts once it is posted"
    sending: bool
    "a post was begun and its end is not known: look before posting again"
    attempts: int
    not_before: datetime
    error: str | None = None


class Moved(Shape):
    """A figure that later reports of a story give otherwise: `killed` was `nine`, is `ten`."""

    what: str
    before: str
    after: str
    outlet: str | None
    at: datetime


class Revised(Shape):
    """An article that a digest's time brought a later version of, and the change that matters most in it."""

    outlet: str | None
    url: str | None
    at: datetime
    change: Change
    more: int = 0
    "further changes that matter"


class DigestEntry(Shape):
    """One story in a digest."""

    sheet: StorySheet
    fresh: bool
    "the story began inside this digest's time"
    reports: int
    "articles that came inside this digest's time"
    revised: int
    copies: int = 0
    "how many of `reports` are another outlet's text"
    came: tuple[Article, ...] = ()
    "those reports, the latest first"
    conflicts: tuple[Conflict, ...] = ()
    "open ones that are told, those new in this time first"
    new_conflicts: int = 0
    "how many of `conflicts` are new"
    moved: tuple[Moved, ...] = ()
    changes: tuple[Revised, ...] = ()


class Digest(Shape):
    """What is new in a stretch of time, the most important first."""

    since: datetime
    until: datetime
    entries: tuple[DigestEntry, ...]
    articles: int


class Channel(Shape):
    """A channel's own settings."""

    workspace: str
    id: str
    follows: bool = True
    "story cards and threads are posted here"
    digest_at: str | None = "08:30"
    days: tuple[int, ...] = (0, 1, 2, 3, 4)
    "weekdays of the digest, Monday is 0"
    timezone: str = "UTC"
    digested: datetime | None = None
    "up to when this channel has been told in digests"
