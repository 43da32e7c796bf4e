"""Whose text is whose: one text of a story with all who carry it, and one article beside the text it is of."""

from __future__ import annotations

from bot.shapes.analysing import Change
from bot.shapes.base import Shape, Span
from bot.shapes.keeping import Article, Version
from bot.shapes.matching import Passage


class Carrier(Shape):
    """An article that carries another's text, or is built on it."""

    article: Article
    kept: float | None = None
    "of the text's words, how many stand in it (0 to 1); None where that was not measured"
    headline: str | None = None
    "its own headline, where that is another"
    changes: tuple[Change, ...] = ()
    "what it changed that matters, headlines apart; most important first"
    behind: bool = False
    "it carries an earlier version, and what the text's article changed since matters"


class WireText(Shape):
    """One text: who wrote it, and what others made of it."""

    root: str
    "the article that had it first"
    lead: Article
    "that article; where it is in another story, the first here that carries the text"
    agency: str | None
    "the wire agency that it is from, as those say who carry it"
    unseen: bool = False
    "the agency's own was not seen: the lead is a copy too"
    carried: tuple[Carrier, ...] = ()
    "as it is"
    cut: tuple[Carrier, ...] = ()
    changed: tuple[Carrier, ...] = ()
    built_on: tuple[Carrier, ...] = ()
    "reports in own words around its passages"

    @property
    def copies(self) -> tuple[Carrier, ...]:
        """All who carry it."""
        return (*self.carried, *self.cut, *self.changed)


class Shared(Passage):
    """A passage with its words as the new text has them."""

    text: str


class NewSentence(Shape):
    """A sentence of which most words are new."""

    span: Span
    text: str


class Traced(Shape):
    """An article's latest version beside the text it is of."""

    article: Article
    version: Version
    source: Article | None = None
    source_version: Version | None = None
    new: float = 1.0
    "of its words, how many stand in no passage"
    kept: float = 0.0
    "of the source's words, how many do"
    passages: tuple[Shared, ...] = ()
    fresh: tuple[NewSentence, ...] = ()
    "its new sentences in their order; none listed of a text of its own"
    changes: tuple[Change, ...] = ()
    "of one that carries the source's text: what it changed that matters, headlines apart; most important first"
