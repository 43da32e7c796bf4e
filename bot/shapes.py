"""The words copydesk speaks: frozen shapes that every room shares.

Offsets count Unicode code points of a body, end exclusive: `body[start:end]` is the text shown.
Times are aware datetimes in UTC. Ids are short strings: `a12` an article, `v30` a version, `s4` a
story, `c7` a conflict, `p9` a person, `u5` an utterance, `q88` a quote.
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict

Span = tuple[int, int]

LOCAL = "local"
"""The workspace of a one-newsroom installation; the command line and two-token Slack share it."""


class Shape(BaseModel):
    """Frozen, and strict about its fields: a misspelt one is a bug found at once."""

    model_config = ConfigDict(frozen=True, extra="forbid")


# --- taking in -------------------------------------------------------------------------------

Source = Literal["file", "folder", "feed", "link", "upload", "command"]
OutcomeKind = Literal["new", "duplicate", "copy", "revision", "rewrite", "rejected", "unpacked"]


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


class Mark(Shape):
    """A span of a body that is furniture, not the report's own prose."""

    start: int
    end: int
    kind: Literal["advert", "caption", "appeal", "cookies", "byline", "links", "author-note", "dateline", "other"]


def _blanked(body: str, furniture: tuple[Mark, ...]) -> str:
    for mark in furniture:
        blank = "".join(c if c in "\r\n" else " " for c in body[mark.start : mark.end])
        body = body[: mark.start] + blank + body[mark.end :]
    return body


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
    body: str
    own_body: bool = True
    "whether `body` is the drop's own body; False where it was extracted from HTML"
    furniture: tuple[Mark, ...] = ()

    @property
    def prose(self) -> str:
        """The body with furniture blanked out, of the same length, so offsets stay true."""
        return _blanked(self.body, self.furniture)

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
        return _blanked(self.body, tuple(marks))


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


# --- matching --------------------------------------------------------------------------------


class Fingerprint(Shape):
    """What the store indexes of a text to find its likes."""

    exact: str
    "hash of the words alone: equal for texts that differ in typography only"
    bands: tuple[int, ...]
    "LSH bands of the MinHash; texts that share one are candidates; signed 64 bits each"
    words: int


class Known(Shape):
    """A kept article that may be the same text as a new report; `prose` of its latest version."""

    article: str
    version: str
    story: str
    outlet: str | None
    title: str | None
    canonical: str | None
    published: datetime | None
    credit: str | None = None
    exact: str
    prose: str


class Match(Shape):
    """What a report is to what is kept."""

    outcome: Literal["new", "duplicate", "copy", "revision", "rewrite"]
    of: str | None = None
    similarity: float = 0.0
    reason: str


class Profile(Shape):
    """What an article is about, in the few terms that tell events apart."""

    terms: dict[str, float]
    "term -> weight; names carry a prefix that sets them apart from plain words"
    when: datetime


class KnownStory(Shape):
    """A story that shares terms with a new article; its profile is its articles' sum."""

    story: str
    title: str
    first: datetime
    last: datetime
    articles: int
    terms: dict[str, float]
    members: tuple[Profile, ...] = ()
    "the profiles of its most recent articles"


class Placement(Shape):
    """Where a report belongs: `story` None opens a new one."""

    story: str | None
    score: float
    reason: str


# --- analysing -------------------------------------------------------------------------------

QuoteKind = Literal["direct", "mixed", "indirect"]


class Quote(Shape):
    """One attribution in one body. Its fields and their meaning are those of the contract."""

    content: tuple[Span, ...]
    speaker: Span | None
    cue: Span | None
    name: str | None
    kind: QuoteKind
    via: str | None = None
    confidence: float = 1.0
    named: Literal["person", "body", "unnamed"] = "unnamed"
    "whether `name` is a person, an institution (a ministry, a party, a country) or nobody in particular"


class Claim(Shape):
    """One checkable statement in one body, as far as comparing needs it."""

    kind: Literal["number", "date", "place", "denial", "event", "opposite"]
    "event: it happened; denial: it did not"
    about: str
    "what it speaks of, in normal form: claims are compared where this is the same or alike"
    says: str
    "its value in words for a reader: 'at least 36 killed', 'deliberate', 'denied by the ministry'"
    low: float | None = None
    high: float | None = None
    "None where there is no upper end"
    unit: str | None = None
    qualifier: Literal["exact", "at least", "about", "up to", "range", "vague"] = "exact"
    scope: str | None = None
    "which part is counted: 'children'; None where it may be all"
    days: tuple[str, ...] = ()
    "ISO dates of the fact, where the text gives them"
    stretch: bool = False
    "the fact is some time within `days`, not on each of them"
    value: str | None = None
    "the normal form of a value that is not a number: 'deliberate', 'hama', 'yes', 'maybe', 'no'"
    source: str | None = None
    "who says so, as written; None where the outlet says it itself"
    words: tuple[str, ...] = ()
    "terms of its content words and names, for telling whether two claims meet"
    sentence: int = 0
    "the number of its sentence in the body, from 0"
    start: int
    end: int
    text: str
    "the sentence shown: body[start:end]"
    spot: Span
    "the words that clash, inside start..end"


class Said(Shape):
    """A quote as comparing needs it: its words and who said them."""

    text: str
    start: int
    end: int
    name: str | None
    kind: QuoteKind
    via: str | None = None
    confidence: float = 1.0
    "how sure it is that this is who said it: Quote.confidence"


class Account(Shape):
    """One article's latest version, analysed: what it claims and whom it quotes."""

    article: str
    version: str
    voice: str
    "the article this one copies, or itself: copies of one report are one voice"
    outlet: str | None
    published: datetime | None
    seen: datetime
    claims: tuple[Claim, ...] = ()
    said: tuple[Said, ...] = ()


ConflictKind = Literal["number", "date", "place", "denial", "opposite", "speaker", "wording"]
ConflictStatus = Literal["open", "dismissed", "resolved", "superseded"]


class Side(Shape):
    """One account in a conflict: the sentence, its place, and what it says in a few words."""

    article: str
    version: str
    outlet: str | None
    published: datetime | None
    url: str | None = None
    source: str | None = None
    text: str
    start: int
    end: int
    spot: Span
    says: str


class Conflict(Shape):
    """Two or more sides that cannot all be right."""

    id: str = ""
    "empty until it is kept"
    key: str
    "the same disagreement always has the same key inside its story, however many reports repeat it"
    kind: ConflictKind
    status: ConflictStatus = "open"
    story: str = ""
    summary: str
    "one line an editor acts on"
    why: str
    confidence: float
    sides: tuple[Side, ...]
    confirmed: bool = False
    "an editor confirmed it"
    judged_by: str | None = None
    "who decided about it last: a Slack user's id, or a name"


class Change(Shape):
    """One change between two texts of an article, or one difference between two outlets."""

    kind: Literal[
        "headline", "added", "removed", "reworded", "number",
        "quote-added", "quote-removed", "quote-reworded", "attribution", "correction",
    ]  # fmt: skip
    before: str | None
    after: str | None
    before_span: Span | None = None
    after_span: Span | None = None
    weight: float
    "0 to 1: how much an editor would want to know"
    matters: bool
    why: str = ""


# --- kept ------------------------------------------------------------------------------------


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
        return _blanked(self.body, self.furniture)


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


class QuoteReport(Shape):
    """One quote where it stands: a report of an utterance."""

    quote: str
    utterance: str
    person: str | None
    name: str | None
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
    kind: QuoteKind
    via: str | None
    confidence: float


class StorySheet(Shape):
    """Everything a story card, a digest entry or /story shows."""

    story: Story
    articles: tuple[Article, ...]
    "oldest first"
    conflicts: tuple[Conflict, ...]
    voices: int
    "independent reports: articles less copies and duplicates"
    revisions: int
    quotes: tuple[QuoteReport, ...] = ()
    "the most telling few"


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


# --- telling ---------------------------------------------------------------------------------


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


NoticeKind = Literal["card", "report", "version", "conflict", "digest", "answer"]


class Notice(Shape):
    """One message that should exist in one channel. What it shows is read from the store when it is sent,
    so a late message is never a stale one; raising the same key again asks for an edit, never for a second post."""

    key: str
    workspace: str
    channel: str
    kind: NoticeKind
    subject: str
    "the id of what it shows: a story, version, conflict, digest or drop"
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
    failures: int = 0
    error: str | None = None
