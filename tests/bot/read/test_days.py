"""The day of publication, where only the address or the text's first lines tell it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.read.days import said_day
from bot.read.lines import lines_of

NOW = datetime(2031, 6, 1, 12, tzinfo=UTC)


def day(text: str, address: str | None = None) -> str | None:
    found = said_day(address, lines_of(text), NOW)
    return f"{found:%Y-%m-%d}" if found else None


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://harbourpost.example/2031/05/04/ferry-collides", "2031-05-04"),
        ("https://harbourpost.example/world/2031/may/04/ferry-collides", "2031-05-04"),
        ("https://harbourpost.example/news/2031-05-04-ferry.html", "2031-05-04"),
        ("https://harbourpost.example/2031/5/4", "2031-05-04"),
        ("https://harbourpost.example/ferry-1.20310504", None),  # an article's number, for all anybody knows
        ("https://harbourpost.example/2031/05/ferry", None),  # a month is no day
        ("https://harbourpost.example/2031/13/04/ferry", None),
        ("https://harbourpost.example/2031/04/31/ferry", None),
        ("https://harbourpost.example/2032/05/04/ferry", None),  # not yet
        ("https://harbourpost.example/1931/05/04/ferry", None),
        ("https://[broken/2031/05/04/", None),
        (None, None),
    ],
)
def test_a_day_in_the_address(address: str | None, expected: str | None) -> None:
    assert day("A ferry collided with a barge off Lund.", address) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("May 4, 2031", "2031-05-04"),
        ("4 May 2031", "2031-05-04"),
        ("2031-05-04", "2031-05-04"),
        ("2031-05-04T06:40:00Z", "2031-05-04"),
        ("Sunday, May 4th, 2031", "2031-05-04"),
        ("Posted: Sept. 9, 2030 at 5:19 pm EDT", "2030-09-09"),
        ("PUBLISHED : SUNDAY , MAY 4 , 2031 , 1 : 32 PM", "2031-05-04"),
        ("Published May 4, 2031 | Updated May 6, 2031", "2031-05-04"),
        ("First posted on Sun 4 May 2031 06:40 GMT", "2031-05-04"),
        ("On May 4, 2031 the ferry left Lund.", None),
        ("The trial of May 4, 2031", None),
        ("May 2031", None),
        ("May 4", None),
        ("May 44, 2031", None),
        ("May 4, 2032", None),
        ("Sunday", None),
        ("May 4, 2031 Titans", None),
    ],
)
def test_a_line_that_is_a_day_and_nothing_else(line: str, expected: str | None) -> None:
    assert day(f"Ferry collides with barge\n{line}\nA ferry collided with a barge off Lund.") == expected


def test_the_address_is_believed_before_the_text() -> None:
    assert day("May 6, 2031\nA ferry collided.", "https://harbourpost.example/2031/05/04/ferry") == "2031-05-04"


def test_a_day_below_the_opening_is_part_of_the_story() -> None:
    assert day("A ferry collided with a barge.\n" * 12 + "May 4, 2031") is None


@given(st.text(alphabet="May 4,2031:-Tpm.", max_size=300), st.text(max_size=100))
def test_rubbish_gives_a_day_that_has_been_or_none(text: str, address: str) -> None:
    found = said_day(address, lines_of(text), NOW)
    assert found is None or (found.tzinfo is UTC and 1990 <= found.year <= 2031)
