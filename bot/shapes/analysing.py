"""What a text says: quotes, claims, conflicts, changes."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from bot.shapes.base import Shape, Span

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
    why: str | None = None
    "what makes it this person's, where the report does not name them in full"


class Office(Shape):
    """What one person is at a time, in normal form: 'defense secretary' of 'united states'."""

    role: str
    place: str | None = None
    "the country, town or body, where it is told"


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


class Heard(Shape):
    """A quote as joining it to an utterance needs it: one report of a thing said in a story."""

    utterance: str = ""
    "empty while it is looked for"
    text: str
    "the quoted words, without what stands between two parts"
    kind: QuoteKind
    person: str | None
    version: str
    parts: tuple[Span, ...] = ()
    elsewhere: bool = False
    "it stands in another story"


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
