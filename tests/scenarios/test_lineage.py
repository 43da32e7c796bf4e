"""A wire report goes through five outlets: what the channel sees of it, and what whoever posts it again is told."""

from __future__ import annotations

from typing import Any

import pytest

from bot.shapes import LOCAL, Asked, Outcome
from handlers.showing import message
from tests.factories import at
from tests.scenarios.test_versions import Newsroom, room
from tests.wire_story import CALDER, LEAD, STORY, WIRE, Told

__all__ = ["room"]

QUAY, ECHO, COURIER, LEDGER, TIMES, RADIO = STORY
ASKED = Asked(channel="C1", thread="9.9", user="U1")


def take(room: Newsroom, told: Told, **fields: Any) -> Outcome:
    page = f"https://{told.outlet.replace(' ', '').lower()}.example/barge"
    given = {"outlet": told.outlet, "title": told.title, "url": page, "published": at(told.minutes)}
    return room.take(told.body, told.minutes, **(given | fields))


def shown(room: Newsroom, key: str) -> str:
    posting = room.store.posting(LOCAL, key)
    drawn = message(room.store, posting.notice) if posting else None
    return drawn["text"] if drawn else ""


def answered(room: Newsroom) -> str:
    """What is said to whoever posted the last drop."""
    return shown(room, f"answer:k{room.taken}")


def test_the_card_grows_by_what_each_outlet_made_of_it(room: Newsroom) -> None:
    lines = []
    for told in STORY:
        take(room, told)
        card = shown(room, "card:C1:s1").splitlines()
        lines.append([line for line in card if "independent" in line or " copy in " in line])
    assert [[line.split(" · latest")[0] for line in some] for some in lines] == [
        ["1 outlet · 1 independent report"],
        ["2 outlets · 1 independent report", "Quay Press copy in 1 outlet"],
        ["3 outlets · 1 independent report", "Quay Press copy in 2 outlets, 1 cut it"],
        ["4 outlets · 1 independent report", "Quay Press copy in 3 outlets, 1 changed it, 1 cut it"],
        ["5 outlets · 1 independent report, 1 built on it", "Quay Press copy in 3 outlets, 1 changed it, 1 cut it"],
        ["6 outlets · 2 independent reports, 1 built on them", "Quay Press copy in 3 outlets, 1 changed it, 1 cut it"],
    ]  # fmt: skip


def test_copies_are_told_by_the_card_alone_and_a_rewrite_in_the_thread(room: Newsroom) -> None:
    articles = [take(room, told).article for told in STORY]
    told = [shown(room, f"report:C1:{article}") for article in articles]
    assert [bool(text) for text in told] == [False, False, False, False, True, True]
    assert "Built on Quay Press, 6 Oct 12:00 UTC; 51 % of it is new" in told[4]
    assert "The story now has 2 independent reports, 1 built on them, from 6 outlets." in told[5]


@pytest.mark.parametrize(
    ("told", "lines"),
    [
        (LEDGER, ["Quay Press copy, 3rd outlet to carry it; 1 % of it is new.", "Seen first: Quay Press, 6 Oct 2026"]),
        (COURIER, ["Quay Press cut, 2nd outlet to carry it; nothing in it is new.", "Seen first: Quay Press"]),
        (QUAY, ["Known already", "Seen first: Quay Press, 6 Oct 2026 12:00 UTC, taken in 6 Oct 12:00 UTC."]),
        (ECHO, ["Known already", "Quay Press copy, 1st outlet to carry it; nothing in it is new.", "Seen first"]),
        (TIMES, ["Taken in: it builds on another report.", "51 % of it is new."]),
    ],
    ids=["changed", "cut", "the agency's again", "a copy again", "rewritten"],
)
def test_whoever_posts_a_known_text_is_told_where_it_was_first(room: Newsroom, told: Told, lines: list[str]) -> None:
    before = [QUAY, ECHO, COURIER] if told is LEDGER else [QUAY, ECHO]
    for one in before:
        take(room, one)
    take(room, told, asked=ASKED)
    text = answered(room)
    assert all(line in text for line in lines), text


def test_who_still_carries_a_text_that_was_corrected_is_named(room: Newsroom) -> None:
    for told in (QUAY, ECHO, COURIER):
        take(room, told)
    corrected = WIRE.replace("four days", "nine days")
    take(room, QUAY._replace(body=corrected, minutes=60))
    assert "Quay Press copy in 2 outlets, 1 cut it, 2 carry an earlier version" in shown(room, "card:C1:s1")
    take(room, ECHO._replace(body=corrected, minutes=70))
    assert "Quay Press copy in 2 outlets, 1 cut it, 1 carries an earlier version" in shown(room, "card:C1:s1")


def test_an_outlets_teaser_is_told_by_nothing_but_the_card(room: Newsroom) -> None:
    take(room, QUAY)
    teaser = QUAY._replace(body=f"{LEAD}\n\n{CALDER}", title="In brief", minutes=15)
    outcome = take(room, teaser, url="https://quaypress.example/brief")
    assert (outcome.lineage, outcome.new) == ("cut", 0.0)
    assert shown(room, f"report:C1:{outcome.article}") == ""
    assert "1 outlet · 1 independent report" in shown(room, "card:C1:s1")
