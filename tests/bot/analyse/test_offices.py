"""What is an office, and whom a report calls by one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.analyse.offices import clash, may_be_of, office, offices
from bot.shapes import Office

OFFICES = [
    ("the U.S. defense secretary", "defense secretary", "united states"),
    ("American Defence Secretary", "defense secretary", "united states"),
    ("secretary of defense", "defense secretary", None),
    ("Northland's foreign minister", "foreign minister", "northland"),
    ("the minister for foreign affairs", "foreign minister", None),
    ("Secretary of State for Health", "state health secretary", None),
    ("the Northlandic prime minister", "prime minister", "northlandic"),
    ("mayor of Tarrow", "mayor", "tarrow"),
    ("Tarrow's harbourmaster", "harbor master", "tarrow"),
    ("chairwoman of Marsh Lines", "chairman", "marsh lines"),
    ("the chief executive", "chief executive", None),
    ("deputy police chief", "deputy police chief", None),
    ("president", "president", None),
]
NO_OFFICES = [
    "a spokesman", "the captain", "General", "a mayor", "former defense secretary", "the ex-president", "two ministers",
    "defense secretaries", "a senior official", "the mayor's office", "his coach", "", "of Tarrow",
]  # fmt: skip


@pytest.mark.parametrize(("phrase", "role", "place"), OFFICES)
def test_an_office_in_one_form_however_it_is_put(phrase: str, role: str, place: str | None) -> None:
    assert office(phrase) == Office(role=role, place=place)


@pytest.mark.parametrize("phrase", NO_OFFICES)
def test_what_many_are_or_somebody_was_is_no_office(phrase: str) -> None:
    assert office(phrase) is None


@pytest.mark.parametrize("phrase", ["the secretary-general", "the vice-president", "the Attorney-General"])
def test_a_hyphen_makes_no_other_office(phrase: str) -> None:
    assert office(phrase) == office(phrase.replace("-", " "))
    assert office(phrase)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("northlandic", "northland", True),
        ("norland", None, True),
        ("tarrow", "tarrow", True),
        ("austria", "australia", False),
        ("iran", "iraq", False),
        ("tarrow", "ellery", False),
    ],
)
def test_a_place_and_what_belongs_to_it(one: str, other: str | None, same: bool) -> None:
    first, second = Office(role="mayor", place=one), Office(role="mayor", place=other)
    assert may_be_of(first, second) is same
    assert may_be_of(second, first) is same
    assert not may_be_of(first, Office(role="premier", place=one))


CLASHES = [
    (("mayor", "tarrow"), ("mayor", "ellery"), True),
    (("mayor", "tarrow"), ("mayor", None), False),
    (("mayor", "tarrow"), ("prime minister", "northland"), False),
    (("foreign minister", None), ("bishop", "tarrow"), True),
    (("coach", "tarrow"), ("superintendent", None), True),
    (("chief executive", "marsh lines"), ("coach", None), False),
]


@pytest.mark.parametrize(("one", "other", "clashing"), CLASHES)
def test_what_nobody_is_at_one_time(one: tuple[str, str | None], other: tuple[str, str | None], clashing: bool) -> None:
    first, second = (Office(role=role, place=place) for role, place in (one, other))
    assert clash(first, second) is clash(second, first) is clashing


REPORT = """U.S. Defense Secretary Anna Ashby said so. The defence minister of Northland, Colin Marsh, came.
Mira Holt, the mayor of Tarrow, said no. Jon Berg, a former prime minister, left with spokeswoman Eva Roe.
On Monday Northlandic Prime Minister Ole Vik met Piet Voss, chief executive of Marsh Lines, who is no mayor."""

PEOPLE = {
    "Anna Ashby": Office(role="defense secretary", place="united states"),
    "Colin Marsh": Office(role="defense minister", place="northland"),
    "Mira Holt": Office(role="mayor", place="tarrow"),
    "Ole Vik": Office(role="prime minister", place="northlandic"),
    "Piet Voss": Office(role="chief executive", place="marsh lines"),
}


def test_a_report_tells_who_holds_which_office() -> None:
    assert dict(offices(REPORT, [*PEOPLE, "Jon Berg", "Eva Roe", "Nobody Here"])) == PEOPLE


@given(st.text(max_size=80))
def test_any_text_may_stand_around_a_name(text: str) -> None:
    office(text)
    for name, _ in offices(f"{text} Anna Ashby, {text}", ["Anna Ashby"]):
        assert name == "Anna Ashby"
