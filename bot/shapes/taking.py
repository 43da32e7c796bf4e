"""What comes in: drops, reports, feeds."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from typing import Literal

from pydantic import Field

from bot.shapes.base import LOCAL, Shape

Source = Literal["file", "folder", "feed", "link", "upload", "command"]
OutcomeKind = Literal["new", "duplicate", "copy", "revision", "rewrite", "rejected", "unpacked"]

LineageKind = Literal["own", "duplicate", "copy", "cut", "rewrite", "version"]
"""Whose text a text is: the outlet's own; again the same; another's, whole or in part (`cut`); its own around another's
passages; a later version of its article's."""

COPIES: frozenset[LineageKind] = frozenset({"duplicate", "copy", "cut"})
"They say nothing that the text they are of does not say."


class Asked(Shape):
    """Where in Slack somebody waits for what becomes of a drop."""

    channel: str
    thread: str | None
    user: str | None = None
    message: str | None = None
    "the ts of the message that brought it, where a reaction shows that it is being worked on"


class Drop(Shape):
    """Something that arrived, exactly as it came."""

    id: str
    "what its sender calls it: its JSON id, its file name without the ending, its feed guid"
    key: str
    "makes taking it in twice impossible: unique in a workspace"
    workspace: str = LOCAL
    source: Source
    where: str
    "path, feed address, page address or Slack permalink"
    outlet: str | None = None
    title: str | None = None
    published: datetime | None = None
    url: str | None = None
    media: Literal["text", "html"] = "text"
    body: str | None = None
    "None while it is only a reference (a link, an uploaded file) that must be fetched"
    problem: str | None = None
    "why its bytes cannot be read at all; the drop is kept and ends as rejected"
    received: datetime
    asked: Asked | None = None


_NOT_LINE_ENDS = re.compile(r"[^\r\n]")


class Mark(Shape):
    """A span of a body that is furniture, not the report's own prose."""

    start: int
    end: int
    kind: Literal["advert", "caption", "appeal", "cookies", "byline", "links", "author-note", "dateline", "other"]


def blanked(body: str, furniture: Iterable[Mark]) -> str:
    """A body with these spans as blanks, line ends kept: of the same length, so that offsets stay true."""
    pieces, done = [], 0
    for mark in sorted(furniture, key=lambda mark: mark.start):
        start = max(mark.start, done)
        pieces.append(body[done:start])
        pieces.append(_NOT_LINE_ENDS.sub(" ", body[start : mark.end]))
        done = max(done, mark.end)
    return "".join([*pieces, body[done:]])


class Report(Shape):
    """A drop that has been read: one text by one outlet."""

    drop: str
    outlet: str | None
    title: str | None
    published: datetime | None
    modified: datetime | None = None
    "when a page says it was changed last"
    url: str | None
    canonical: str | None
    "the address without tracking, AMP or mobile forms: the same page always has the same one"
    byline: str | None = None
    language: str = "en"
    credit: str | None = None
    "the wire agency whose text this says it is or builds on, as written: Reuters, AP"
    wire: bool = False
    "it says that the text is that agency's, by its dateline, byline or copyright; otherwise it was only helped by it"
    body: str
    own_body: bool = True
    "whether `body` is the drop's own body; False where it was extracted from HTML"
    furniture: tuple[Mark, ...] = ()

    @property
    def prose(self) -> str:
        """The body with furniture blanked out, of the same length, so offsets stay true."""
        return blanked(self.body, self.furniture)

    @property
    def quotable(self) -> str:
        """Like `prose`, with photo captions left in: what somebody says there is said, though a caption that stands
        twice says it once."""
        seen: set[str] = set()
        marks = []
        for mark in self.furniture:
            words = self.body[mark.start : mark.end]
            if mark.kind != "caption" or words in seen:
                marks.append(mark)
            seen.add(words)
        return blanked(self.body, marks)


class Rejection(Shape):
    """A drop that could not be read, with a reason an editor understands."""

    reason: str


class Page(Shape):
    """What the fetcher brought: one document, decoded."""

    url: str
    "where it was found after redirects"
    media: Literal["text", "html", "feed", "json", "jsonl"]
    body: str


class FeedAnswer(Shape):
    """What a feed's server said."""

    body: bytes | None
    "None where nothing has changed since the poll before"
    etag: str | None = None
    modified: str | None = None
    "the server's Last-Modified, as it gave it"


class Feed(Shape):
    """A feed that is polled."""

    id: str
    workspace: str
    url: str
    title: str | None = None
    etag: str | None = None
    modified: str | None = None
    polled: datetime | None = None
    due: datetime
    shown: dict[str, str] = Field(default_factory=dict)
    "what the last poll showed: a digest of each item's id -> its print, where the id stood once"
    failures: int = 0
    error: str | None = None
