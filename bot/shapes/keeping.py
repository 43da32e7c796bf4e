"""What the archive holds."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from bot.shapes.analysing import Conflict, Office, QuoteKind
from bot.shapes.base import Shape, Span
from bot.shapes.deciding import Decision
from bot.shapes.taking import LineageKind, Mark, OutcomeKind, blanked


class Version(Shape):
    """One text of an article, never rewritten."""

    id: str
    article: str
    number: int
    title: str | None
    published: datetime | None
    seen: datetime
    url: str | None
    body: str
    furniture: tuple[Mark, ...] = ()
    language: str = "en"

    @property
    def prose(self) -> str:
        """The body with furniture blanked out, of the same length, so offsets stay true."""
        return blanked(self.body, self.furniture)


class Article(Shape):
    """An outlet's report, through all its versions."""

    id: str
    workspace: str
    story: str
    outlet: str | None
    title: str | None
    published: datetime | None
    seen: datetime
    updated: datetime | None = None
    "when its latest version came"
    url: str | None
    versions: int
    outcome: OutcomeKind
    "what it was to the archive when it first came"
    of: str | None
    similarity: float
    reason: str
    drop: str
    "the id of the drop it first came as"
    touches: tuple[str, ...] = ()
    "stories that it speaks of without being a report of one: it is a round-up"
    lineage: LineageKind = "own"
    "whose text its latest version is"
    root: str | None = None
    "the article whose text it is, where that is another: the first of its chain of copies"
    of_version: str | None = None
    "the version of `of` that it was compared with: the one that was current then, or that has the same words"
    new: float | None = None
    "of its words, how many stand in no passage of that version (0 to 1); None where that was not measured"
    kept: float | None = None
    "of that version's words, how many stand in a passage of it"
    agency: str | None = None
    "the wire agency that it says its text is from"


class Story(Shape):
    """One event and everything reported about it."""

    id: str
    workspace: str
    slug: str
    "a few words in lower case with hyphens, as a newsroom would slug it"
    title: str
    first: datetime
    last: datetime


class Person(Shape):
    """Somebody, or a body, that is quoted; `name` is the fullest name seen."""

    id: str
    workspace: str
    name: str
    also: tuple[str, ...] = ()
    named: Literal["person", "body", "unnamed"] = "person"


class Judgement(Shape):
    """What was decided about two people."""

    one: str
    other: str
    same: bool
    by: str | None = None
    "who decided it: a Slack user's id; None where it followed from a fuller name in their story"
    at: datetime


class Bearer(Shape):
    """Somebody in an office, as reports had it."""

    person: str
    office: Office
    first: datetime
    last: datetime
    "when the earliest and the latest report was published that says so"


class QuoteReport(Shape):
    """One quote where it stands: a report of an utterance."""

    quote: str
    utterance: str
    person: str | None
    name: str | None
    called: str | None = None
    "what its report calls them, in full where it does so"
    also: tuple[str, ...] = ()
    article: str
    version: str
    story: str
    outlet: str | None
    url: str | None
    published: datetime | None
    text: str
    start: int
    end: int
    parts: tuple[Span, ...] = ()
    "the quotation's own parts; one that is split by its cue has several, and start..end spans them while it is short"
    before: str = ""
    "up to 160 characters of the body before and after, for the reader's own check"
    after: str = ""
    speaker_text: str | None = None
    lead: str | None = None
    "the words from its cue up to it, where the cue stands right before it: 'denied', 'told reporters'"
    kind: QuoteKind
    via: str | None
    confidence: float
    why: str | None = None
    "what makes it this person's, where the report does not name them in full"


class WireSource(Shape):
    """Somebody whose texts others of a story carry, in figures."""

    name: str | None
    is_agency: bool
    outlets: int
    "that carry its texts, itself not counted"
    cut: int = 0
    changed: int = 0
    "outlets that cut or changed one"
    behind: int = 0
    "outlets that carry an earlier version, which was changed since"


class StorySheet(Shape):
    """Everything a story card, a digest entry or /story shows."""

    story: Story
    articles: tuple[Article, ...]
    "oldest first"
    conflicts: tuple[Conflict, ...]
    voices: int
    "independent reports: those that can confirm each other (docs/decisions/0020)"
    built: int = 0
    "reports in own words that are built on another's passages; they confirm nothing that it says"
    revisions: int
    quotes: tuple[QuoteReport, ...] = ()
    "the most telling few"
    sources: tuple[WireSource, ...] = ()
    "whose texts its reports carry, those in most outlets first; filled in where a sheet is shown"
    decisions: tuple[Decision, ...] = ()
    "what was asked and decided about which reports belong here, oldest first"
    touched: tuple[Story, ...] = ()
    "the stories that its round-ups touch"


class Outcome(Shape):
    """What became of a drop; the line `copydesk ingest` prints."""

    drop: str
    article: str | None
    outcome: OutcomeKind
    of: str | None
    similarity: float
    story: str | None
    conflicts: tuple[str, ...]
    reason: str
    lineage: LineageKind | None = None
    "whose text it is; None where no article came of it"
    new: float | None = None
    "of its words, how many do not stand in the text it is of; 1 for a text of its own"
