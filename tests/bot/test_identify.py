"""Whom a source is, over a real store."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from bot.identify import LIKELY_AT_MOST, TERM, Identified, Identifying
from bot.ports import Store
from bot.shapes import LOCAL, Judgement, Office, Quote
from store import open_store
from tests.factories import NOON


@pytest.fixture
def store() -> Iterator[Store]:
    opened = open_store("sqlite://")
    yield opened
    opened.close()


def story(store: Store, slug: str = "ferry") -> str:
    return store.open_story(LOCAL, slug, slug, NOON).id


def quoted(store: Store, in_: str, name: str) -> str:
    """Somebody who is quoted in a story."""
    person = store.add_person(LOCAL, name, "person").id
    store.open_utterance(LOCAL, person, in_, "“Something.”")
    return person


def source(name: str | None, named: str = "person") -> Quote:
    given = {"content": ((0, 1),), "speaker": None, "cue": None, "name": name, "kind": "direct", "named": named}
    return Quote.model_validate(given)


def who(
    store: Store, in_: str, name: str | None, named: str = "person", days: float = 0, prose: str = ""
) -> Identified:
    return Identifying(store, LOCAL, in_, NOON + timedelta(days=days)).who(source(name, named))


# --- by a name -------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["Sergei Voronin", "Sergey Voronin", "Gen. Sergei P. Voronin", "VORONIN, Sergei"])
def test_a_full_name_is_found_in_any_story(store: Store, name: str) -> None:
    known = quoted(store, story(store), "Sergei Voronin")
    assert who(store, story(store, "other"), name) == Identified(known)
    (person,) = store.people(LOCAL)
    assert {person.name, *person.also} == {"Sergei Voronin", name}


@pytest.mark.parametrize("name", ["Voronin", "S. Voronin", "Olga Voronin", "Sergei Voronin Jr."])
def test_less_than_a_full_name_is_somebody_new_in_another_story(store: Store, name: str) -> None:
    known = quoted(store, story(store), "Sergei Voronin Sr." if "Jr" in name else "Sergei Voronin")
    assert who(store, story(store, "other"), name).person != known


@pytest.mark.parametrize("name", ["Voronin", "S. Voronin"])
def test_in_their_story_it_is_they_and_why_is_told(store: Store, name: str) -> None:
    here = story(store)
    known = quoted(store, here, "Sergei Voronin")
    person, at_most, why = who(store, here, name)
    assert (person, at_most) == (known, LIKELY_AT_MOST)
    assert why
    assert "Sergei Voronin" in why


def test_a_surname_of_two_in_the_story_is_neither(store: Store) -> None:
    here = story(store)
    known = {quoted(store, here, name) for name in ("Sergei Voronin", "Olga Voronin")}
    assert who(store, here, "Voronin").person not in known
    assert who(store, here, "Voronin", "unnamed").person is None


def test_a_surname_that_the_report_never_explains_is_the_storys(store: Store) -> None:
    here = story(store)
    known = quoted(store, here, "Sergei Voronin")
    assert who(store, here, "Voronin", "unnamed").person == known
    assert who(store, here, "Marsh", "unnamed").person is None
    assert who(store, story(store, "other"), "Voronin", "unnamed").person is None
    assert len(store.people(LOCAL)) == 1


def test_a_fuller_name_explains_the_storys_surname(store: Store) -> None:
    elsewhere, here = story(store), story(store, "other")
    known, bare = quoted(store, elsewhere, "Sergei Voronin"), quoted(store, here, "Voronin")
    assert who(store, here, "Sergei Voronin").person == known
    found = store.person(LOCAL, bare)
    assert found
    assert (found.id, found.name) == (known, "Sergei Voronin")


def test_nothing_goes_against_a_decision(store: Store) -> None:
    elsewhere, here = story(store), story(store, "other")
    known, bare = quoted(store, elsewhere, "Sergei Voronin"), quoted(store, here, "Voronin")
    store.judge_people(LOCAL, Judgement(one=known, other=bare, same=False, by="U1", at=NOON))
    assert who(store, here, "Sergei Voronin").person == known
    assert who(store, here, "Voronin").person == bare


def test_a_decision_is_followed(store: Store) -> None:
    one, other = quoted(store, story(store), "Nan Ashby"), quoted(store, story(store, "b"), "Anna Marsh")
    store.judge_people(LOCAL, Judgement(one=one, other=other, same=True, by="U1", at=NOON))
    for name in ("Nan Ashby", "Anna Marsh"):
        assert who(store, story(store, "c"), name).person == one


def test_a_body_is_no_person(store: Store) -> None:
    here = story(store)
    known = quoted(store, here, "Marsh")
    assert who(store, here, "Marsh", "body").person != known


def test_nobody_is_nobody(store: Store) -> None:
    here = story(store)
    for name, named in ((None, "unnamed"), ("a spokesman", "unnamed"), ("officials", "unnamed")):
        assert who(store, here, name, named) == Identified(None)


# --- by an office ----------------------------------------------------------------------------


DEFENSE = Office(role="defense secretary", place="united states")


def holding(store: Store, in_: str, name: str, office: Office = DEFENSE, days: float = 0) -> str:
    person = quoted(store, in_, name)
    store.keep_office(LOCAL, person, office, NOON + timedelta(days=days), "a1")
    return person


def test_an_office_is_that_of_whoever_alone_held_it_then(store: Store) -> None:
    known = holding(store, story(store), "Anna Ashby")
    person, at_most, why = who(store, story(store, "other"), "defense secretary", "unnamed", days=20)
    assert person == known
    assert 0.5 <= at_most < 0.85
    assert why == "“defense secretary” is taken for Anna Ashby, who is called so in reports of 6 October 2026."


@pytest.mark.parametrize(
    ("name", "days"),
    [
        ("defense secretary", TERM.days + 1),
        ("defense secretary", -TERM.days - 1),
        ("Northland's defense secretary", 0),
        ("defense minister", 0),
        ("a former defense secretary", 0),
        ("defense spokesman", 0),
    ],
)
def test_another_time_place_or_office_is_not_theirs(store: Store, name: str, days: int) -> None:
    holding(store, story(store), "Anna Ashby")
    assert who(store, story(store, "other"), name, "unnamed", days=days).person is None


def test_an_office_of_two_is_nobodys(store: Store) -> None:
    for name in ("Anna Ashby", "Colin Marsh"):
        holding(store, story(store, name), name)
    assert who(store, story(store, "other"), "defense secretary", "unnamed").person is None


def test_of_two_the_one_in_the_story_is_meant(store: Store) -> None:
    here = story(store)
    known = holding(store, here, "Anna Ashby")
    holding(store, story(store, "other"), "Colin Marsh", Office(role="defense secretary", place="northland"))
    assert who(store, here, "defense secretary", "unnamed").person == known


def test_the_president_without_a_country_is_the_storys_only(store: Store) -> None:
    here = story(store)
    known = holding(store, here, "Anna Ashby", Office(role="president", place="northland"))
    assert who(store, here, "president", "unnamed").person == known
    assert who(store, story(store, "other"), "president", "unnamed").person is None


def test_of_two_of_a_surname_the_one_who_holds_the_rank_is_meant(store: Store) -> None:
    here = story(store)
    known = holding(store, here, "Anna Ashby", Office(role="superintendent"))
    quoted(store, here, "Colin Ashby")
    assert who(store, here, "Supt Ashby", "unnamed").person == known
    assert who(store, here, "Mayor Ashby", "unnamed").person is None


@pytest.mark.parametrize(("prose", "same"), [("The bishop of Ellery, Anna Ashby", False), ("Anna Ashby", True)])
def test_who_is_something_else_at_the_time_is_somebody_else(store: Store, prose: str, same: bool) -> None:
    known = holding(store, story(store), "Anna Ashby", Office(role="mayor", place="tarrow"))
    sources = Identifying(store, LOCAL, story(store, "other"), NOON, f"{prose}, said no.")
    assert (sources.who(source("Anna Ashby")).person == known) is same


def test_an_office_that_was_decided_to_be_anothers(store: Store) -> None:
    known = holding(store, story(store), "Anna Ashby")
    other = store.add_person(LOCAL, "defense secretary", "unnamed").id
    store.judge_people(LOCAL, Judgement(one=known, other=other, same=False, by="U1", at=NOON))
    assert who(store, story(store, "other"), "defense secretary", "unnamed").person is None


def test_offices_are_learned_from_the_report(store: Store) -> None:
    prose = "Defence Secretary Anna Ashby and the mayor of Tarrow, Colin Marsh, met."
    sources = Identifying(store, LOCAL, story(store), NOON, prose, "a1")
    known = sources.who(source("Anna Ashby")).person
    sources.learn()
    (bearer,) = store.bearers(LOCAL, "defense secretary")
    assert (bearer.person, bearer.first, bearer.last) == (known, NOON, NOON)
    assert store.bearers(LOCAL, "mayor") == []  # he is not quoted, so he is nobody yet
