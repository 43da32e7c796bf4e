"""Who is the same person, and whom an editor means."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.analyse.names import LIKELY, SURE, best, fits, fullest, may_be_one, same_person, sound
from bot.shapes import Person


def person(name: str, *also: str) -> Person:
    return Person(id=f"p-{name}", workspace="local", name=name, also=also)


SAME = [
    ("Anna Ashby", "Anna Ashby"),
    ("Gen. Anna Ashby", "Anna Ashby"),
    ("U.S. Defense Secretary Anna Ashby", "Anna Ashby"),
    ("Former trustee Dr. Anna Ashby", "Anna Ashby"),
    ("ANNA ASHBY", "Anna Ashby"),
    ("Ashby, Anna", "Anna Ashby"),
    ("Anna Ashby", "Anna B. Ashby"),
    ("Rob Marsh", "Robert C. Marsh"),
    ("Bob Marsh", "Robert Marsh"),
    ("Bill Marsh", "Will Marsh"),
    ('Robert "Bosun" Marsh', "Bosun Marsh"),
    ("Luis (Lucho) Pena", "Lucho Pena"),
    ("W. Colin Marsh", "Colin Marsh"),
    ("José Peña", "Jose Pena"),
    ("Jürgen Möller", "Juergen Moeller"),
    ("Sergei Voronin", "Sergey Voronin"),
    ("Tor Lindahl", "Tor Lindal"),
    ("Dmitry Zhukov", "Dmitri Zhukov"),
    ("Oleh Sharovskyy", "Oleh Sharovskiy"),
    ("Viktor Petroff", "Viktor Petrov"),
    ("Omar al-Hadi", "Omar Hadi"),
    ("Abdel-Karim el-Tamimi", "Abdul Kareem al-Tamimi"),
    ("Mohammed Yusuf", "Muhammad Youssef"),
    ("Mohammed bin Tamar", "Mohamed Tamar"),
    ("Jean-Claude Morel", "Jean Claude Morel"),
    ("Ana de la Vega", "Ana Vega"),
    ("Zhou Meiling", "Meiling Zhou"),
    ("Park Sun-hee", "Park Sun Hee"),
    ("Jim O'Brennan", "Jim O’Brennan"),
    ("Colin Marsh Jr.", "Colin Marsh"),
    ("Colin Marsh, 61", "Colin Marsh"),
    ("Anna Ashby, M.D., Ph.D.", "Dr. Anna Ashby"),
    ("Anna Marsh-Roe", "Anna Marsh"),
]
NOT_THE_SAME = [
    ("Anna Marsh", "Colin Marsh"),
    ("Anna Ashby", "Anna Roe"),
    ("John A. Roe", "John B. Roe"),
    ("James Roe", "Jane Roe"),
    ("Paul Roe", "Paula Roe"),
    ("Eric Roe", "Erica Roe"),
    ("Colin Marsh Jr.", "Colin Marsh Sr."),
    ("Mr Marsh", "Anna Marsh"),
    ("Miss Marsh", "Colin Marsh"),
    ("Kang Min-ho", "Kang Min-ji"),
    ("Oleg Berg", "Olaf Bergman"),
    ("", "Anna Ashby"),
    ("Mr", "Mrs"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_person_in_two_spellings(one: str, other: str) -> None:
    assert same_person(one, other) >= SURE
    assert same_person(one, other) == same_person(other, one)


@pytest.mark.parametrize(("one", "other"), NOT_THE_SAME)
def test_two_people(one: str, other: str) -> None:
    assert same_person(one, other) < 0.5


def test_a_dropped_letter_is_likely_with_the_same_given_name_only() -> None:
    assert same_person("Tor Lindqvist", "Tor Lindqist") >= LIKELY
    assert same_person("Lindqist", "Tor Lindqvist") < 0.45
    assert same_person("Anna Marsh", "Anna March") == 0.0


LIKELY_ONE = [
    ("A. Ashby", "Anna Ashby"),
    ("Volodymyr Hrachenko", "Vladimir Hrachenko"),
    ("Alexandros Vlachopoulos", "Alexis Vlachopoulos"),
    ("Wendell Krichtofski", "Wendell Krichtofksi"),
    ("Lopez Obregon", "Andres Lopez Obregon"),
    ("Steph Ashby", "Stephania Ashby"),
]


@pytest.mark.parametrize(("one", "other"), LIKELY_ONE)
def test_what_is_likely_one_person_in_one_story_is_not_sure_elsewhere(one: str, other: str) -> None:
    assert LIKELY <= same_person(one, other) < SURE
    assert best(one, [person(other)])[0] == person(other)
    assert best(one, [person(other)], SURE)[0] is None


def test_a_bare_surname_is_open() -> None:
    assert same_person("Ashby", "Anna Ashby") == 0.5
    assert best("Ashby", [person("Anna Ashby")], SURE)[0] is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Gen. Anna B. Ashby", "ASHBY"),
        ("José Peña", "Pena"),
        ("Colin Marsh Jr.", "Marsh"),
        ("Oleh Sharovskyy", "Sharovski"),
        ("Omar al-Hadi", "Hadi"),
        ("Zhou Meiling", "Zhou"),
        ("Mohammed Yusuf", "Youssef"),
    ],
)
def test_names_of_one_surname_are_found_by_one_key(one: str, other: str) -> None:
    assert sound(one) == sound(other) != ""


def test_no_name_has_no_key() -> None:
    assert sound("") == sound(" . ") == ""


def test_a_surname_joins_the_only_person_who_bears_it_and_says_so() -> None:
    found, score, reason = best("Ashby", [person("Anna Ashby"), person("Colin Marsh")])
    assert found == person("Anna Ashby")
    assert score == 0.5
    assert "the only one of that name here" in reason


def test_a_surname_never_joins_one_of_two() -> None:
    found, _, reason = best("Marsh", [person("Anna Marsh"), person("Colin Marsh")])
    assert found is None
    assert "Anna Marsh or Colin Marsh" in reason


def test_a_full_name_finds_its_person_among_relatives() -> None:
    assert best("Bob Marsh", [person("Anna Marsh"), person("Robert Marsh")])[0] == person("Robert Marsh")


def test_a_name_seen_before_counts() -> None:
    assert best("Nan Ashby", [person("Anna Ashby", "Nan Ashby")])[0] is not None


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("Colin Marsh", person("Anna Marsh", "Marsh")),  # her surname alone tells nothing about him
        ("Christopher Marsh", person("Christine Marsh", "Chris Marsh")),
        ("Mr Marsh", person("A. Marsh", "Miss Marsh")),
        ("Colin Marsh Sr.", person("Colin Marsh", "Colin Marsh Jr.")),
    ],
)
def test_another_name_of_theirs_does_not_speak_over_the_one_that_is_shown(name: str, known: Person) -> None:
    assert best(name, [known])[0] is None


def test_a_given_name_alone_is_that_of_the_one_who_has_it() -> None:
    assert best("Anna", [person("Anna Marsh"), person("Colin Marsh")])[0] == person("Anna Marsh")
    assert best("Anna", [person("Anna Marsh"), person("Anna Roe")])[0] is None
    assert best("Mr Anna", [person("Anna Marsh")])[0] is None


@pytest.mark.parametrize(
    ("one", "other", "asked"),
    [
        (person("Ashby"), person("Anna Ashby"), True),
        (person("A. Ashby"), person("Anna Ashby", "Ashby"), True),
        (person("Colin Marsh"), person("Anna Marsh", "Marsh"), False),
        (Person(id="b", workspace="local", name="Marsh", named="body"), person("Marsh"), False),
    ],
)
def test_an_editor_is_asked_about_two_whom_nothing_tells_apart(one: Person, other: Person, asked: bool) -> None:
    assert may_be_one(one, other) is asked
    assert may_be_one(other, one) is asked


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        (["Ashby", "Anna Ashby"], "Anna Ashby"),
        (["Anna Ashby", "Gen. Anna Ashby", "Ashby"], "Anna Ashby"),
        (["A. Ashby", "Anna Ashby", "Anna Beth Ashby"], "Anna Beth Ashby"),
        (["Bob Marsh", "Robert Marsh"], "Robert Marsh"),
        (["Anna Ashby", "Devastated Anna Ashby"], "Anna Ashby"),
        (["Anna Ashby", "ANNA BETH ASHBY"], "Anna Ashby"),
        (["ASHBY"], "ASHBY"),
    ],
)
def test_somebody_is_shown_by_the_fullest_name(names: list[str], shown: str) -> None:
    assert fullest(dict.fromkeys(names, 1)) == shown


def test_of_several_spellings_the_commonest_is_shown() -> None:
    assert fullest({"Tor Ekdal": 1, "Tor Ekdahl": 3, "Tor Eckdahl": 2}) == "Tor Ekdahl"
    assert fullest({"Anna Ashby": 1, "Ann Ashby": 9}) == "Anna Ashby"


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_is_compared(one: str, other: str) -> None:
    assert 0 <= same_person(one, other) == same_person(other, one) <= 1
    sound(one)
    assert best(one, [person(other or "x")])[1] <= 1


def body(name: str) -> Person:
    return Person(id=f"p-{name}", workspace="local", name=name, named="body")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Pilots’ Guild", "Pilots' Guild"),
        ("the United Kingdom", "Britain"),
        ("U.S.", "The United States"),
        ("UN", "United Nations"),
        ("Northland’s Defence Ministry", "the Northlandic defense ministry"),
        ("Société Marín", "Societe Marin"),
    ],
)
def test_a_body_under_the_same_name_or_its_letters(one: str, other: str) -> None:
    assert best(one, [body(other)])[0] == body(other)
    assert sound(one) == sound(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Norway", "Norway and Sweden"),
        ("Norway", "Norwegian"),
        ("Austrian Bank", "Australian Bank"),
        ("Marrow Council", "Ellery Council"),
        ("Bank", "Ellery Bank"),
    ],
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
