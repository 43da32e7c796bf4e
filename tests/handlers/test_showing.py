"""What each kind of notice shows, read from the store at the moment it is sent."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from bot.ports import Store
from bot.shapes import Match, Notice, Version
from handlers.showing import message
from store import open_store
from tests.factories import NOON, a_conflict, a_drop, an_outcome, at
from tests.store.archive import a_claim, a_later_version, a_notice, a_story, an_article, say

HOME: dict[str, Any] = {"workspace": "local"}


@pytest.fixture
def store() -> Iterator[Store]:
    store = open_store("sqlite://")
    yield store
    store.close()


def text(store: Store, kind: str, subject: str, **fields: Any) -> str:
    shown = message(store, _notice(kind, subject, **fields))
    assert shown
    return shown["text"]


def _notice(kind: str, subject: str, **fields: Any) -> Notice:
    return a_notice(key=f"{kind}:C1:{subject}", kind=kind, subject=subject, **HOME, **fields)


def test_a_card_shows_the_story_as_it_stands_now(store: Store) -> None:
    story = a_story(store, **HOME)
    an_article(store, story, **HOME)
    before = text(store, "card", story)
    an_article(store, story, outlet="Coast Radio", url="https://radio.example/f", canonical="r", body="More.", **HOME)

    assert "The Harbour Post" in before
    assert "Coast Radio" not in before
    assert "Coast Radio" in text(store, "card", story)


def test_a_report(store: Store) -> None:
    version = an_article(store, a_story(store, **HOME), **HOME)
    assert "Ferry strikes pier" in text(store, "report", version.article)


def a_report_that_quotes(store: Store, story: str, outlet: str, name: str, minutes: int) -> Version:
    """A report whose only quote is of a person of this name."""
    words = f"“I heard the hull scrape along the whole quay from end to end,” {name} told {outlet}."
    version = an_article(
        store, story, outlet=outlet, url=None, canonical=None, body=words, seen=at(minutes), published=None, **HOME
    )
    person = next((one.id for one in store.people("local") if one.name == name), None)
    person = person or store.add_person("local", name, "person").id
    say(store, version, words.partition(" " + name)[0], person=person, name=name, **HOME)
    return version


def test_a_report_says_whom_it_is_the_first_to_quote(store: Store) -> None:
    story = a_story(store, **HOME)
    first = a_report_that_quotes(store, story, "The Harbour Post", "Maren Halloran", 0)
    again = a_report_that_quotes(store, story, "Coast Radio", "Maren Halloran", 5)
    other = a_report_that_quotes(store, story, "Tarrow Star", "Piet Voss", 9)

    assert "New in it: first to quote Maren Halloran" in text(store, "report", first.article)
    assert "New in it" not in text(store, "report", again.article)
    assert "New in it: first to quote Piet Voss" in text(store, "report", other.article)


def test_of_two_that_came_in_one_file_the_second_is_the_news(store: Store) -> None:
    story = a_story(store, **HOME)
    first = a_report_that_quotes(store, story, "The Harbour Post", "Maren Halloran", 0)
    second = a_report_that_quotes(store, story, "Coast Radio", "Maren Halloran", 0)
    assert "first to quote Maren Halloran" in text(store, "report", first.article)
    assert "New in it" not in text(store, "report", second.article)


def a_report_of_a_toll(store: Store, story: str, toll: int) -> Version:
    """All of them came at one time."""
    body = f"{toll} people died in the harbour."
    version = an_article(
        store, story, outlet=f"Outlet {toll}", url=None, canonical=None, published=None, body=body, **HOME
    )
    claim = a_claim(body, f"{toll} people", low=float(toll), high=float(toll), unit="people")
    store.add_findings(version, "local", [], [claim])
    return version


def test_a_report_tells_its_own_figure_and_not_that_of_the_next_in_its_file(store: Store) -> None:
    story = a_story(store, **HOME)
    versions = [a_report_of_a_toll(store, story, toll) for toll in (3, 5, 7)]
    shown = [text(store, "report", version.article) for version in versions]
    assert ["killed 3 → 5" in one for one in shown] == [False, True, False]
    assert ["killed 5 → 7" in one for one in shown] == [False, False, True]


def test_a_report_says_why_it_belongs_to_the_story(store: Store) -> None:
    version = an_article(store, a_story(store, **HOME), **HOME)
    shown = text(store, "report", version.article, why="It belongs to “Ferry pier”: both speak of Tarrow.")
    assert "Belongs here: both speak of Tarrow." in shown


def test_a_card_quotes_the_latest_words_and_never_a_copy(store: Store) -> None:
    story = a_story(store, **HOME)
    a_report_that_quotes(store, story, "The Harbour Post", "Maren Halloran", 0)
    copy = Match(outcome="copy", of="a1", reason="The same words.")
    version = an_article(
        store, story, outlet="Tarrow Star", url=None, canonical=None, seen=at(9), match=copy, **HOME,
        body="“I heard the hull scrape along the whole quay from end to end,” she said.",
    )  # fmt: skip
    say(store, version, "“I heard the hull scrape along the whole quay from end to end,”", person="p1", **HOME)

    shown = text(store, "card", story)
    assert "Maren Halloran: “I heard the hull scrape" in shown
    assert "end,” – The Harbour Post, came 6 Oct 12:00 UTC" in shown


def test_a_version_shows_what_it_changed_against_the_one_before(store: Store) -> None:
    first = an_article(store, a_story(store, **HOME), body="Nine people died in the harbour.", **HOME)
    a_later_version(store, first.article, body="Ten people died in the harbour.", **HOME)
    third = a_later_version(store, first.article, body="Eleven people died in the harbour.", **HOME)

    shown = text(store, "version", third.id)
    assert "Ten people" in shown
    assert "Eleven people" in shown
    assert "Nine people" not in shown


def test_a_conflict(store: Store) -> None:
    story = a_story(store, **HOME)
    an_article(store, story, **HOME)
    conflict = store.save_conflict("local", story, a_conflict(id="", story=""))
    assert "Killed: 9 or 12" in text(store, "conflict", conflict.id)


def test_a_digest_of_its_own_stretch_of_time(store: Store) -> None:
    an_article(store, a_story(store, **HOME), seen=NOON, **HOME)
    hour = timedelta(hours=1)
    now = f"{(NOON - hour).isoformat()}/{(NOON + hour).isoformat()}"
    earlier = f"{(NOON - 2 * hour).isoformat()}/{(NOON - hour).isoformat()}"

    assert "Ferry pier" in text(store, "digest", now)
    assert "Ferry pier" not in text(store, "digest", earlier)


def test_an_answer_about_a_drop(store: Store) -> None:
    store.keep_drop(a_drop())
    store.finish_drop(
        "local", "d1", an_outcome(outcome="rejected", article=None, story=None, reason="It is a picture.")
    )
    assert "It is a picture." in text(store, "answer", "d1")


@pytest.mark.parametrize("kind", ["card", "report", "version", "conflict", "answer"])
def test_what_is_not_kept_is_not_shown(store: Store, kind: str) -> None:
    assert message(store, _notice(kind, "x999")) is None


def test_a_first_version_changed_nothing(store: Store) -> None:
    version = an_article(store, a_story(store, **HOME), **HOME)
    assert message(store, _notice("version", version.id)) is None
