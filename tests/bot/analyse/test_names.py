"""Who is the same person, and whom an editor means."""

from __future__ import annotations

import pytest

from bot.analyse.names import LIKELY, SURE, best, fits, same_person, surname
from bot.shapes import Person


def person(name: str, *also: str) -> Person:
    return Person(id=f"p-{name}", workspace="local", name=name, also=also)


SAME = [
    ("Anna Ashby", "Anna Ashby"),
    ("Gen. Anna Ashby", "Anna Ashby"),
    ("ANNA ASHBY", "Anna Ashby"),
    ("Anna Ashby", "Anna B. Ashby"),
    ("Rob Marsh", "Robert C. Marsh"),
    ("Bob Marsh", "Robert Marsh"),
    ("José Peña", "Jose Pena"),
    ("Sergei Voronin", "Sergey Voronin"),
    ("Dmitry Zhukov", "Dmitri Zhukov"),
    ("Omar al-Hadi", "Omar Hadi"),
    ("Colin Marsh Jr.", "Colin Marsh"),
]
NOT_THE_SAME = [
    ("Anna Marsh", "Colin Marsh"),
    ("Anna Ashby", "Anna Roe"),
    ("John A. Roe", "John B. Roe"),
    ("James Roe", "Jane Roe"),
    ("", "Anna Ashby"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_person_in_two_spellings(one: str, other: str) -> None:
    assert same_person(one, other) >= SURE
    assert same_person(one, other) == same_person(other, one)


@pytest.mark.parametrize(("one", "other"), NOT_THE_SAME)
def test_two_people(one: str, other: str) -> None:
    assert same_person(one, other) < 0.5


def test_a_dropped_letter_is_likely_with_the_same_given_name_only() -> None:
    assert same_person("Tor Lindahl", "Tor Lindal") >= LIKELY
    assert same_person("Lindal", "Tor Lindahl") < 0.45
    assert same_person("Anna Marsh", "Anna March") == 0.0


def test_an_initial_is_likely_and_a_bare_surname_is_open() -> None:
    assert LIKELY <= same_person("A. Ashby", "Anna Ashby") < SURE
    assert same_person("Ashby", "Anna Ashby") == 0.5


@pytest.mark.parametrize(
    ("name", "key"), [("Gen. Anna B. Ashby", "ashby"), ("José Peña", "pena"), ("Colin Marsh Jr.", "marsh"), ("", "")]
)
def test_the_surname_is_the_stores_key(name: str, key: str) -> None:
    assert surname(name) == key


def test_a_surname_joins_the_only_person_who_bears_it_and_says_so() -> None:
    found, reason = best("Ashby", [person("Anna Ashby"), person("Colin Marsh")])
    assert found == person("Anna Ashby")
    assert "only one of that surname" in reason


def test_a_surname_never_joins_one_of_two() -> None:
    found, reason = best("Marsh", [person("Anna Marsh"), person("Colin Marsh")])
    assert found is None
    assert "Anna Marsh or Colin Marsh" in reason


def test_a_full_name_finds_its_person_among_relatives() -> None:
    assert best("Bob Marsh", [person("Anna Marsh"), person("Robert Marsh")])[0] == person("Robert Marsh")


def test_a_name_seen_before_counts() -> None:
    assert best("Nan Ashby", [person("Anna Ashby", "Nan Ashby")])[0] is not None


def body(name: str) -> Person:
    return Person(id=f"p-{name}", workspace="local", name=name, named="body")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Pilots’ Guild", "Pilots' Guild"),
        ("the United Kingdom", "Britain"),
        ("U.S.", "The United States"),
        ("UN", "United Nations"),
        ("Société Marín", "Societe Marin"),
    ],
)
def test_a_body_under_the_same_name_or_its_letters(one: str, other: str) -> None:
    assert best(one, [body(other)])[0] == body(other)
    assert surname(one) == surname(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Norway", "Norway and Sweden"), ("Marrow Council", "Ellery Council"), ("Bank", "Ellery Bank")]
)
def test_bodies_are_never_joined_by_a_part_of_their_name(one: str, other: str) -> None:
    assert best(one, [body(other)])[0] is None


PEOPLE = [person("Anna B. Ashby"), person("Colin Marsh"), person("Helen Marsh"), person("Sergei Voronin")]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("ashby", ["Anna B. Ashby"]),
        ("anna ashby", ["Anna B. Ashby"]),
        ("ash", ["Anna B. Ashby"]),
        ("ashbey", ["Anna B. Ashby"]),
        ("marsh", ["Colin Marsh", "Helen Marsh"]),
        ("helen marsh", ["Helen Marsh"]),
        ("sergey voronin", ["Sergei Voronin"]),
        ("nobody", []),
        ("", []),
    ],
)
def test_what_an_editor_types(query: str, names: list[str]) -> None:
    assert [found.name for found, _ in fits(query, PEOPLE)] == names
