"""/drop, through the whole pipeline."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.errors import FetchRefused, UserError
from bot.pipeline import Pipeline
from bot.shapes import Drop
from handlers.views import draw
from tests.handlers.commands.conftest import Newsroom
from tests.handlers.conftest import NoNetwork

ARTICLE = """HARROWMOUTH, Oct 6 - Nine people died when a ferry and a dredger collided off Harrowmouth on Monday.

“She went over on her side in less than two minutes,” harbour master Maren Halloran told reporters on the quay.

Lifeboats from three stations were searching for passengers through the night, the coastguard said."""


class Refusing(NoNetwork):
    """A fetcher that gets nothing."""

    def contents(self, drop: Drop) -> list[Drop]:
        raise FetchRefused(f"{drop.where} points inside this network.")


def test_a_pasted_text_becomes_a_report_of_a_story(empty: Newsroom) -> None:
    answer = empty.ask(f"/drop {ARTICLE}")
    (outcome,) = answer.outcomes
    assert outcome.outcome == "new"
    assert answer.sheet.story.id == outcome.story
    assert answer.line == f"/story {outcome.story}"
    assert draw(answer)["text"].startswith("Taken in: a report of its own.")


def test_the_same_text_again_is_known_already(empty: Newsroom) -> None:
    first = empty.ask(f"/drop {ARTICLE}").outcomes[0]
    clock = empty.desk.clock
    empty.desk = replace(empty.desk, clock=lambda: clock().replace(minute=30))
    (outcome,) = empty.ask(f"/drop {ARTICLE}").outcomes
    assert (outcome.outcome, outcome.of) == ("duplicate", first.article)


def test_quotation_marks_in_a_pasted_text_are_its_own(empty: Newsroom) -> None:
    assert empty.ask(f'/drop {ARTICLE} "and one that is never closed').outcomes[0].outcome == "new"


def test_an_address_that_cannot_be_fetched_says_why(empty: Newsroom) -> None:
    store, clock = empty.store, empty.desk.clock
    empty.desk = replace(empty.desk, pipeline=Pipeline(store, Refusing(), clock))
    text = draw(empty.ask("/drop http://127.0.0.1/secret"))["text"]
    assert text.startswith("Not taken in.")
    assert "points inside this network" in text


def test_nothing_to_drop(empty: Newsroom) -> None:
    with pytest.raises(UserError, match="What shall I take in"):
        empty.ask("/drop")
