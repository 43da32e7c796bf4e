"""Which quotes a story's card shows: the latest words of each person, where they are long enough to say something."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from bot.shapes import QuoteReport

MOST = 5

SURE = 0.85
"Below it the card would have to say that the speaker is only likely."

LEAST_WORDS = 8
"Fewer are an aside: 'In that order,'."


def telling(reports: Iterable[QuoteReport]) -> list[QuoteReport]:
    """The most telling few of some quotes, the latest first: direct, sure whose they are, of one person only one.
    Of each report that quotes a person, what they say at greatest length."""
    best: dict[str, QuoteReport] = {}
    for one in sorted(filter(_is_telling, reports), key=_rank, reverse=True):
        best.setdefault(one.person or "", one)
    return list(best.values())[:MOST]


def _is_telling(one: QuoteReport) -> bool:
    direct = one.kind == "direct" and one.via is None and one.person is not None
    return direct and one.confidence >= SURE and len(one.text.split()) >= LEAST_WORDS


def _rank(one: QuoteReport) -> tuple[bool, datetime | None, str, int]:
    """The latest report first, and in it the longest quote."""
    at = one.published
    return at is not None, at, one.article, len(one.text)
