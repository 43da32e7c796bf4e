"""Which quotes a card shows."""

from __future__ import annotations

from typing import Any

import pytest

from bot.shapes import QuoteReport
from bot.tell.quotes import MOST, telling
from tests.factories import at


def said(quote: str, minutes: float, person: str = "p1", **fields: Any) -> QuoteReport:
    given = {
        "quote": quote, "utterance": quote, "person": person, "name": "Maren Halloran", "article": f"a{minutes}",
        "version": "v1", "story": "s1", "outlet": "The Harbour Post", "url": None, "published": at(minutes),
        "text": "“She went over on her side in less than two minutes.”", "start": 0, "end": 20, "kind": "direct",
        "via": None, "confidence": 0.95,
    }  # fmt: skip
    return QuoteReport.model_validate(given | fields)


def shown(*reports: QuoteReport) -> list[str]:
    return [one.quote for one in telling(reports, {"undated": at(5)})]


def test_the_latest_words_of_each_person_the_latest_person_first() -> None:
    assert shown(said("old", 0), said("new", 9), said("other", 5, "p2")) == ["new", "other"]


def test_of_one_report_the_longest() -> None:
    longer = said("longer", 0, text="“She went over on her side in less than two minutes. It was dark.”")
    assert shown(said("shorter", 0), longer) == ["longer"]


@pytest.mark.parametrize(
    "fields",
    [
        {"confidence": 0.7},
        {"kind": "indirect"},
        {"via": "Coast Radio"},
        {"person": None},
        {"text": "“In that order,”"},
    ],
)
def test_what_is_not_shown(fields: dict[str, Any]) -> None:
    assert shown(said("q", 0).model_copy(update=fields)) == []


def test_no_more_than_a_card_holds() -> None:
    assert len(shown(*(said(f"q{n}", n, f"p{n}") for n in range(9)))) == MOST


def test_an_undated_one_stands_where_it_came() -> None:
    undated = said("undated", 0, "p2", article="undated", published=None)
    assert shown(said("before", 0), undated, said("after", 9, "p3")) == ["after", "undated", "before"]
