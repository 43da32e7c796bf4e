"""Who held which office, and when."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.shapes import Bearer, Judgement, Office
from store import SqlStore, offices
from tests.factories import NOON, at
from tests.store.archive import AWAY, HOME, a_story, an_article

MAYOR = Office(role="mayor", place="tarrow")


def test_an_office_is_kept_once_from_its_first_day_to_its_last(store: SqlStore) -> None:
    holt = store.add_person(HOME, "Mira Holt", "person").id
    for days in (3, 0, 9, 5):
        store.keep_office(HOME, holt, MAYOR, NOON + timedelta(days=days), "a1")
    store.keep_office(HOME, holt, Office(role="mayor"), NOON, "a1")
    assert store.bearers(HOME, "mayor") == [
        Bearer(person=holt, office=MAYOR, first=NOON, last=NOON + timedelta(days=9)),
        Bearer(person=holt, office=Office(role="mayor"), first=NOON, last=NOON),
    ]
    assert store.bearers(HOME, "premier") == store.bearers(AWAY, "mayor") == []


def test_an_office_is_that_of_whom_its_bearer_is_the_same_as(store: SqlStore) -> None:
    holt, short = (store.add_person(HOME, name, "person").id for name in ("Mira Holt", "M. Holt"))
    store.keep_office(HOME, short, MAYOR, NOON, "a1")
    assert store.bearers(HOME, person=holt) == []
    store.judge_people(HOME, Judgement(one=holt, other=short, same=True, by="U1", at=NOON))
    assert [bearer.person for bearer in store.bearers(HOME, "mayor")] == [holt]
    assert len(store.bearers(HOME, person=holt)) == 1


def test_of_many_bearers_those_at_the_time_among_some_people_are_found(store: SqlStore) -> None:
    story = a_story(store)
    article = an_article(store, story).article
    held = [store.add_person(HOME, f"Mayor {nth}", "person").id for nth in range(4)]
    for nth, person in enumerate(held):
        store.keep_office(HOME, person, Office(role="mayor"), at(100 * nth), article)
    found = store.bearers(HOME, "mayor", since=at(90), until=at(210))
    assert [bearer.person for bearer in found] == held[1:3]
    assert [bearer.person for bearer in store.bearers(HOME, "mayor", among=[held[0], held[2]])] == [held[0], held[2]]
    assert store.bearers(HOME, "mayor", among=[]) == []


def test_of_too_many_bearers_the_latest_are_found(store: SqlStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(offices, "MOST_BEARERS", 2)
    article = an_article(store, a_story(store)).article
    held = [store.add_person(HOME, f"Mayor {nth}", "person").id for nth in range(3)]
    for person, minute in zip(held, (7, 2, 9), strict=True):
        store.keep_office(HOME, person, Office(role="mayor"), at(minute), article)
    assert [bearer.person for bearer in store.bearers(HOME, "mayor")] == [held[0], held[2]]
