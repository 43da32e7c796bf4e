"""Whether two texts are one, and which event a text is about."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from bot.shapes.base import Shape, Span


class Fingerprint(Shape):
    """What the store indexes of a text to find its likes."""

    exact: str
    "hash of the words alone: equal for texts that differ in typography only"
    bands: tuple[int, ...]
    "a sample of its runs of words; texts that share one may be candidates; signed 64 bits each"
    words: int


class Known(Shape):
    """A kept article that may be the same text as a new report: its latest version, or an earlier one that has exactly
    the words of the report."""

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
    number: int = 1
    "which version of its article it is"
    seen: datetime | None = None
    "when this version came"
    first: datetime | None = None
    "when its article's first version says it was published"
    here: bool = False
    "whether the article was seen at the report's address, or at one with the same number in it"
    latest: Known | None = None
    "where this is an earlier version: the latest"


class Match(Shape):
    """What a report is to what is kept."""

    outcome: Literal["new", "duplicate", "copy", "revision", "rewrite"]
    of: str | None = None
    similarity: float = 0.0
    cut: bool = False
    "it is a part of `of`, which is longer"
    aside: str = ""
    "of a new text: what must be said beside where it belongs"
    version: str | None = None
    "the version of `of` that it was compared with"
    new: float | None = None
    "of its words, how many stand in no passage of that version (0 to 1); None where that was not measured"
    kept: float | None = None
    "of that version's words, how many stand in a passage of it"
    reason: str


class Passage(Shape):
    """Words that stand in two texts: their span in the new one's body and in the known one's."""

    ours: Span
    theirs: Span


class Profile(Shape):
    """What an article is about, in the few terms that tell events apart."""

    terms: dict[str, float]
    "term -> weight; names carry a prefix that sets them apart from plain words"
    when: datetime


class KnownStory(Shape):
    """A story that shares terms with a new article."""

    story: str
    title: str
    first: datetime
    last: datetime
    articles: int
    terms: dict[str, float]
    "the sum of its members'"
    members: tuple[Profile, ...] = ()
    "the profiles of its most recent articles"


class Thresholds(Shape):
    """How like a story a report must be: `act` to be put into it, `suggest` to ask an editor, below it nothing."""

    act: float
    suggest: float


class Maybe(Shape):
    """A story that a report may belong to: not sure enough to act, sure enough to ask."""

    story: str
    score: float
    reason: str


class Placement(Shape):
    """Where a report belongs: `story` None opens a new one."""

    story: str | None
    score: float
    reason: str
    maybe: tuple[Maybe, ...] = ()
    "the stories an editor is asked about, the likeliest first"
    joins: tuple[str, ...] = ()
    "other stories which this report shows to be the event of `story`"
    touches: tuple[str, ...] = ()
    "stories that a round-up speaks of without being a report of one"
