"""What a slash command answers: one frozen shape a command, drawn by `handlers/views` and printed by the terminal.

`contract()` is the JSON of the command line. An answer that found nothing has the same keys with empty lists, and
a `note` that says what is there instead.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any, ClassVar, Literal

from pydantic import Field

from bot.analyse.conflicts import POSTING_THRESHOLD
from bot.analyse.uttering.differing import How
from bot.shapes import (
    Channel,
    Conflict,
    ConflictKind,
    ConflictStatus,
    Digest,
    Feed,
    Outcome,
    QuoteKind,
    Shape,
    Side,
    Span,
    Story,
    StorySheet,
)
from bot.tell import notices


class Candidate(Shape):
    """One of several things that a question may mean."""

    line: str
    "the command line that means this one"
    name: str
    detail: str = ""
    "what tells it from the others"


class Answer(Shape):
    """What every answer has."""

    command: ClassVar[str]
    shareable: ClassVar[bool] = True
    "whether running its line again, for all to see, changes nothing"

    line: str
    "the command line that gives this answer again"
    note: str = ""
    "one or two sentences: what was not found, and what is there instead"
    instead: tuple[Candidate, ...] = ()
    "where nothing was found: what may have been meant"

    def contract(self) -> dict[str, Any]:
        """The JSON of the command line: plain values, keys as the contract writes them."""
        return {"command": self.command} | self.model_dump(mode="json")


# --- /who-said -------------------------------------------------------------------------------


class Speaker(Shape):
    """Somebody who is quoted, under the fullest name seen."""

    name: str
    also: tuple[str, ...] = ()


class Telling(Shape):
    """One report of an utterance, where it stands."""

    article: str
    version: str
    story: str
    outlet: str | None
    url: str | None
    published: datetime | None
    seen: datetime | None = None
    "when it came, where it does not say when it was published"
    text: str
    start: int
    end: int
    said: str = ""
    "the quoted words alone, without a 'she said' between two parts"
    parts: tuple[Span, ...] = ()
    before: str = ""
    after: str = ""
    "what stands before and after it in the body, some 160 characters"
    kind: QuoteKind
    via: str | None
    confidence: float
    "how sure it is whose words these are"
    other: str | None = None
    "to whom it gives the words, where that is not whom the utterance is shown under"
    how: How | None = None
    "in one word how its wording differs from the fullest report's"
    differs: str | None = None
    "the same in words, and to whom else it gives them"


class Utterance(Shape):
    """One thing said, with its reports, the earliest first."""

    utterance: str
    text: str
    "as the fullest report has it"
    lead: str | None = None
    "what reports it, where it is told in the reporter's words: 'denied'; without it a denial reads as its opposite"
    kind: QuoteKind
    speaker: Speaker | None
    confidence: float
    why: str | None = None
    "what makes it the speaker's, where no report names them in full"
    story: str
    fullest: str = ""
    "the article that has the most of it"
    first: str = ""
    "the article that had it first, and from the speaker"
    reports: tuple[Telling, ...]

    @property
    def at(self) -> datetime | None:
        """When it was first reported; where no report says when it was published, when the first came."""
        return min((at for report in self.reports if (at := report.published or report.seen)), default=None)


class Given(Shape):
    """Somebody to whom outlets give some words."""

    name: str
    outlets: tuple[str, ...]


class MayBeOne(Shape):
    """Two entries that may be one person: an editor is asked."""

    one: str
    other: str
    names: tuple[str, str]


class Mending(Shape):
    """One thing that may be wrong with an entry: it is the same as `other`, or somebody else under `name` or in
    `story`."""

    person: str
    label: str
    other: str | None = None
    name: str | None = None
    story: str | None = None


class WhoSaid(Answer):
    """Utterances of one person, the latest first, or those that hold some words, the likeliest first."""

    command: ClassVar[str] = "who-said"
    asked: str
    "what was asked for, as a heading"
    speaker: Speaker | None = None
    candidates: tuple[Candidate, ...] = ()
    may_be_one: tuple[MayBeOne, ...] = ()
    person: str | None = None
    "the id of the speaker's entry"
    utterances: tuple[Utterance, ...] = ()
    topic: str = ""
    "what they are about, where that was asked: then they are told day by day"
    given: tuple[Given, ...] = ()
    "to whom the words that were asked for are given"


class Passage(Shape):
    """A quotation in its sentence, with what stands before and after."""

    article: str
    outlet: str | None
    url: str | None
    published: datetime | None
    seen: datetime | None = None
    before: str
    text: str
    parts: tuple[Span, ...]
    "where in `text` the quoted words stand"
    after: str
    same_in: tuple[str, ...] = ()
    "other outlets that have it word for word"


class InPlace(WhoSaid):
    """One utterance where it stands in its reports, the earliest first."""

    passages: tuple[Passage, ...] = ()


# --- /what-changed ---------------------------------------------------------------------------


class Changing(Shape):
    """An article whose texts were compared."""

    article: str
    outlet: str | None
    title: str | None
    url: str | None
    published: datetime | None
    versions: int


class Seen(Shape):
    """Where a change is seen: spans of the versions it stands between."""

    article: str
    outlet: str | None
    url: str | None
    published: datetime | None
    "when the later text came"
    before_version: str | None = None
    after_version: str
    before_span: Span | None = None
    after_span: Span | None = None


class Difference(Shape):
    """One change, with every article it is seen in."""

    kind: str
    before: str | None
    after: str | None
    reports: tuple[Seen, ...]
    matters: bool
    weight: float
    why: str = ""


class WhatChanged(Answer):
    """What later versions changed, or how two outlets differ; what matters most first."""

    command: ClassVar[str] = "what-changed"
    story: str | None = None
    title: str = ""
    versus: tuple[str, str] | None = None
    articles: tuple[Changing, ...] = ()
    changes: tuple[Difference, ...] = ()
    candidates: tuple[Candidate, ...] = ()


# --- /conflicts ------------------------------------------------------------------------------


class Disagreement(Shape):
    """One conflict, with the name of its story."""

    id: str
    kind: ConflictKind
    status: ConflictStatus
    story: str
    title: str
    summary: str
    why: str
    confidence: float
    posted: bool
    "sure enough to be told in its story's thread; others are possible ones"
    confirmed: bool
    judged_by: str | None = None
    sides: tuple[Side, ...]
    came: dict[str, datetime] = Field(default_factory=dict)
    "when those of its articles came that do not say when they were published"


class ConflictList(Answer):
    """Open conflicts, or all; the surest first."""

    command: ClassVar[str] = "conflicts"
    story: str | None = None
    title: str = ""
    conflicts: tuple[Disagreement, ...] = ()
    candidates: tuple[Candidate, ...] = ()


# --- /story, /digest, /drop ------------------------------------------------------------------


class StoryAnswer(Answer):
    """One story, whole."""

    command: ClassVar[str] = "story"
    sheet: StorySheet


class TwoStories(Answer):
    """Two stories that somebody would make one."""

    command: ClassVar[str] = "story"
    shareable: ClassVar[bool] = False
    one: StorySheet
    other: StorySheet


class StoryLine(Shape):
    """A story in a list."""

    line: str
    story: Story
    articles: int
    outlets: int
    conflicts: int
    "open ones"


class StoryList(Answer):
    """The latest stories, or those that a question may mean."""

    command: ClassVar[str] = "story"
    asked: str = ""
    stories: tuple[StoryLine, ...] = ()


class DigestAnswer(Answer):
    """The digest that would be told now."""

    command: ClassVar[str] = "digest"
    digest: Digest


class Taken(Answer):
    """What became of a drop that somebody gave by hand, or of the several that it held."""

    command: ClassVar[str] = "drop"
    shareable: ClassVar[bool] = False
    outcomes: tuple[Outcome, ...]
    sheet: StorySheet | None = None
    "the story it belongs to, where all belong to one"


# --- /copydesk -------------------------------------------------------------------------------


class Page(Shape):
    """One command in words."""

    name: str
    summary: str
    usage: tuple[str, ...]


class Help(Answer):
    """How to use one command, or what there is."""

    command: ClassVar[str] = "help"
    shareable: ClassVar[bool] = False
    about: str
    pages: tuple[Page, ...]


class Settings(Answer):
    """A channel's settings as they stand now; `note` says what was just done."""

    command: ClassVar[str] = "copydesk"
    shareable: ClassVar[bool] = False
    channel: Channel | None = None
    feeds: tuple[Feed, ...] = ()
    shows: Literal["settings", "feeds"] = "settings"


def told(conflicts: Iterable[Conflict]) -> list[Conflict]:
    """Those that are told unasked, as this desk's threshold has it."""
    return notices.told(conflicts, POSTING_THRESHOLD)
