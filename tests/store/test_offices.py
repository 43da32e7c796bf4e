"""Who held which office, and when."""

from __future__ import annotations

from datetime import timedelta

from bot.shapes import Bearer, Judgement, Office
from store import SqlStore
from tests.factories import NOON
from tests.store.archive import AWAY, HOME

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
