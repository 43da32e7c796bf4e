"""One sentence as the extractors of claims read it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from bot.analyse.claiming.scopes import Scope, scopes
from bot.analyse.claiming.sources import denier_of, source_of
from bot.analyse.claiming.terms import Token, terms, tokens
from bot.shapes import Claim, Quote, Span


@dataclass(frozen=True)
class Reading:
    """A sentence of a body: its words, what is denied or supposed in it, and who says it."""

    prose: str
    span: Span
    number: int
    published: datetime | None
    quotes: Sequence[Quote] = ()

    @cached_property
    def tokens(self) -> list[Token]:
        return tokens(self.prose, *self.span)

    @cached_property
    def scopes(self) -> list[Scope]:
        return scopes(self.prose, self.tokens)

    @cached_property
    def terms(self) -> frozenset[str]:
        return terms(self.tokens)

    def spot(self, first: int, last: int) -> Span:
        """Where tokens[first:last] stand in the body."""
        return self.tokens[first].start, self.tokens[last - 1].end

    def source(self, spot: Span) -> str | None:
        return source_of(self.prose, self.span, spot, self.tokens, self.quotes)

    def denier(self, verb: int) -> str | None:
        """Who denies, where tokens[verb] is the denying verb."""
        return denier_of(self.prose, self.tokens, verb, self.quotes)

    def claim(self, spot: Span, **fields: Any) -> Claim:
        """A claim of this sentence."""
        start, end = self.span
        return Claim(sentence=self.number, start=start, end=end, text=self.prose[start:end], spot=spot, **fields)
