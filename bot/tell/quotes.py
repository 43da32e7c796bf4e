"""Which quotes a story's card shows: the latest words of each person, where they are long enough to say something."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from bot.shapes import QuoteReport

MOST = 5

OLDEST = datetime.min.replace(tzinfo=UTC)

SURE = 0.85
"Below it the card would have to say that the speaker is only likely."

LEAST_WORDS = 8
"Fewer are an aside: 'In that order,'."


def telling(reports: Iterable[QuoteReport], came: Mapping[str, datetime]) -> list[QuoteReport]:
    """The most telling few of some quotes, the latest first: direct, sure whose they are, of one person only one.
    Of each report that quotes a person, what they say at greatest length. `came` tells when an article came, for
    those that do not say when they were published."""

    def rank(one: QuoteReport) -> tuple[datetime, int]:
        return one.published or came.get(one.article, OLDEST), len(one.text)

    best: dict[str, QuoteReport] = {}
    for one in sorted(filter(_is_telling, reports), key=rank, reverse=True):
        best.setdefault(one.person or "", one)
    return list(best.values())[:MOST]


def _is_telling(one: QuoteReport) -> bool:
    direct = one.kind == "direct" and one.via is None and one.person is not None
    return direct and one.confidence >= SURE and len(one.text.split()) >= LEAST_WORDS
