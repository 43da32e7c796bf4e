"""People are found by a last word, and shown by the fullest name they were seen under."""

from __future__ import annotations

import pytest

from bot.errors import StoreError
from store import SqlStore, people
from tests.store.archive import AWAY, HOME, a_story


@pytest.mark.parametrize("surname", ["Pérez", "PEREZ", "perez", "Luis Perez", " pérez "])
def test_a_surname_finds_everybody_of_that_name(store: SqlStore, surname: str) -> None:
    store.add_person(HOME, "Ana Pérez", "person")
    store.add_person(HOME, "Luis PEREZ", "person")
    store.add_person(HOME, "Perez Holt", "person")
    store.add_person(AWAY, "Eva Pérez", "person")
    assert [person.name for person in store.people(HOME, surname)] == ["Ana Pérez", "Luis PEREZ"]
    assert len(store.people(HOME)) == 3
    assert store.people(HOME, "") == []


def test_any_name_of_theirs_finds_them(store: SqlStore) -> None:
    person = store.add_person(HOME, "White House", "body")
    store.add_name(HOME, person.id, "the Administration")
    for surname in ("house", "administration"):
        assert [found.id for found in store.people(HOME, surname)] == [person.id]


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        (["Holt", "Mira Holt"], "Mira Holt"),
        (["Mira Holt", "Holt"], "Mira Holt"),
        (["Mira Holt", "Mira K. Holt", "MIRA KAREN ANN HOLT"], "Mira K. Holt"),
        (["Ash Holt", "Ashton Holt"], "Ashton Holt"),
        (["HOLT"], "HOLT"),
    ],
)
def test_the_fullest_name_is_shown(store: SqlStore, names: list[str], shown: str) -> None:
    person = store.add_person(HOME, names[0], "person")
    for name in names[1:]:
        store.add_name(HOME, person.id, name)
        store.add_name(HOME, person.id, name)  # twice is once
    (found,) = store.people(HOME)
    assert (found.name, found.named) == (shown, "person")
    assert found.also == tuple(name for name in names if name != shown)


def test_the_commonest_spelling_is_shown(store: SqlStore) -> None:
    person = store.add_person(HOME, "Tor Ekdal", "person")
    for name in ("Tor Ekdahl", "Tor Eckdahl", "Tor Ekdahl"):
        store.add_name(HOME, person.id, name)
    assert [found.name for found in store.people(HOME, "Ekdal")] == ["Tor Ekdahl"]


def test_nobody_is_named_across_workspaces(store: SqlStore) -> None:
    person = store.add_person(AWAY, "Mira Holt", "person")
    with pytest.raises(StoreError, match="no person"):
        store.add_name(HOME, person.id, "Holt")


def test_a_storys_people_are_those_who_said_something_in_it(store: SqlStore) -> None:
    story, other = a_story(store, "one"), a_story(store, "two")
    holt, berg = (store.add_person(HOME, name, "person") for name in ("Mira Holt", "Jon Berg"))
    store.open_utterance(HOME, holt.id, story, "“One.”")
    store.open_utterance(HOME, holt.id, story, "“Two.”")
    store.open_utterance(HOME, None, story, "“Three.”")
    store.open_utterance(HOME, berg.id, other, "“Four.”")
    assert store.story_people(HOME, story) == [holt]
    assert store.story_people(AWAY, story) == []


def test_of_a_common_surname_the_most_quoted_are_found_and_who_bears_the_very_name(
    store: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(people, "MOST_ALIKE", 2)
    rare = store.add_person(HOME, "Anna Holt", "person")
    often = [store.add_person(HOME, f"{given} Holt", "person") for given in ("Mira", "Jon")]
    for person in often:
        store.add_name(HOME, person.id, person.name)
    assert [person.id for person in store.people(HOME, "Elsa Holt")] == [person.id for person in often]
    assert rare.id in [person.id for person in store.people(HOME, "Anna Holt")]
    assert len(store.people(HOME, "Anna Holt")) == 3
