from __future__ import annotations

from typing import Any

import pytest

from bot.shapes import WireSource
from handlers.views import taken
from handlers.views.wire import carried, confirmed_by, share
from tests.factories import a_sheet, an_article, an_outcome, at

POST = an_article(seen=at(5))
STAR = an_article(id="a2", outlet="Tarrow Star", outcome="copy", of="a1", root="a1", published=at(20), seen=at(21))
RADIO = an_article(id="a3", outlet="Coast Radio", outcome="copy", of="a2", root="a1", published=at(30), seen=at(31))
REWRITE = an_article(id="a4", outlet="Night Desk", outcome="rewrite", of="a1", published=at(40), new=0.38)
SHEET = a_sheet(articles=(POST, STAR, RADIO, REWRITE))


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"is_agency": True, "outlets": 7, "changed": 2}, "AP copy in 7 outlets, 2 changed it"),
        ({"is_agency": True, "outlets": 1}, "AP copy in 1 outlet"),
        ({"is_agency": False, "outlets": 2, "cut": 1}, "AP’s report copied by 2 outlets, 1 cut it"),
        ({"is_agency": True, "outlets": 3, "behind": 1}, "AP copy in 3 outlets, 1 carries an earlier version"),
        ({"is_agency": True, "outlets": 3, "behind": 2}, "AP copy in 3 outlets, 2 carry an earlier version"),
    ],
)
def test_whose_text_is_carried(fields: dict[str, Any], words: str) -> None:
    assert carried(WireSource(name="AP", **fields)) == words


@pytest.mark.parametrize(
    ("independent", "built", "words"),
    [
        (1, 0, "1 independent report"),
        (1, 2, "1 independent report, 2 built on it"),
        (3, 1, "3 independent reports, 1 built on them"),
    ],
)
def test_what_can_confirm(independent: int, built: int, words: str) -> None:
    assert confirmed_by(independent, built) == words


@pytest.mark.parametrize(
    ("part", "words"), [(0.0, "0 %"), (0.001, "1 %"), (0.5, "50 %"), (0.999, "99 %"), (1.0, "100 %")]
)
def test_none_and_all_are_said_only_where_it_is_so(part: float, words: str) -> None:
    assert share(part) == words


@pytest.mark.parametrize(
    ("outcome", "lines"),
    [
        (
            {"article": "a1", "outcome": "duplicate", "of": "a1", "lineage": "duplicate", "new": 0.0},
            ["Seen first: The Harbour Post, 6 Oct 2026 12:00 UTC, taken in 6 Oct 12:05 UTC."],
        ),
        (
            {"article": "a3", "outcome": "copy", "of": "a2", "lineage": "copy", "new": 0.0},
            [
                "The Harbour Post copy, 3rd outlet to carry it; nothing in it is new.",
                "Seen first: The Harbour Post, 6 Oct 2026 12:00 UTC, taken in 6 Oct 12:05 UTC.",
            ],
        ),
        (
            {"article": "a2", "outcome": "copy", "of": "a1", "lineage": "copy", "new": 0.02},
            ["The Harbour Post copy, 2nd outlet to carry it; 2 % of it is new."],
        ),
        (
            {"article": "a3", "outcome": "duplicate", "of": "a3", "lineage": "duplicate", "new": 0.0},
            ["The Harbour Post copy, 3rd outlet to carry it; nothing in it is new.", "Seen first: The Harbour Post"],
        ),
        (
            {"article": "a4", "outcome": "rewrite", "of": "a1", "lineage": "rewrite", "new": 0.38},
            ["38 % of it is new."],
        ),
    ],
    ids=["the first again", "a copy of a copy", "a changed copy", "a copy again", "a rewrite"],
)
def test_the_answer_to_a_posted_link_says_where_it_was_first(outcome: dict[str, Any], lines: list[str]) -> None:
    text = taken(an_outcome(**outcome), SHEET)["text"]
    assert all(line in text for line in lines), text


def test_of_a_report_of_its_own_nothing_was_seen_first() -> None:
    assert "Seen first" not in taken(an_outcome(), SHEET)["text"]
