"""Whose wire a text says it is: tables of what newsrooms write above and below it."""

from __future__ import annotations

import pytest

from bot.read.credits import credit, short
from bot.read.lines import lines_of

BODY = """A crane fell across two berths in the northern basin on Tuesday, and nobody was near it.

The harbour master said the wind had risen faster than anyone had been told to expect.

Both berths will stay closed until the crane has been cut up, which will take a week."""

HEADLINE = "Crane falls across two berths"


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("PORT ELLERY, Oct. 6 (UPI) -- ", "UPI"),
        ("PORT ELLERY, Oct. 6 (Basin Press Service) - ", "Basin Press Service"),
        ("PORT ELLERY (AP) \u2014 ", "AP"),
        ("(Reuters) - ", "Reuters"),
        ("Port Ellery (AFP) - ", "AFP"),
        ("Port Ellery, Oct 6 (PTI): ", "PTI"),
        ("Reuters - ", "Reuters"),
    ],
)
def test_a_dateline_says_who_wrote_it(line: str, agency: str) -> None:
    assert credit(lines_of(f"{HEADLINE}\n\n{line}{BODY}")) == (agency, True)


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("By Mara Quill, Associated Press", "AP"),
        ("By MARA QUILL, The Associated Press", "AP"),
        ("By Mara Quill and Tom Aldous | AP", "AP"),
        ("By Mara Quill of The Associated Press", "AP"),
        ("By Mara Quill for the AP", "AP"),
        ("By Mara Quill (AFP)", "AFP"),
        ("By Mara Quill, PA", "PA"),
        ("By PA Reporter", "PA"),
        ("By Reuters Staff", "Reuters"),
        ("By AFP", "AFP"),
        ("Mara Quill, Press Association", "PA"),
        ("Associated Press", "AP"),
        ("PA Media", "PA"),
        ("AFP", "AFP"),
        ("PA", "PA"),
    ],
)
def test_a_byline_says_who_wrote_it(line: str, agency: str) -> None:
    assert credit(lines_of(f"{HEADLINE}\n\n{line}\n\n{BODY}")) == (agency, True)


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("\u2014 Reuters", "Reuters"),
        ("- AP", "AP"),
        ("(AFP)", "AFP"),
        ("Source: ANI", "ANI"),
        ("Reporting by Mara Quill for Reuters", "Reuters"),
        ("Copyright 2026 The Associated Press. All rights reserved.", "AP"),
        ("\u00a9 2026 Agence France-Presse", "AFP"),
        ("\u00a9 Thomson Reuters 2026", "Reuters"),
        ("Our Standards: The Thomson Reuters Trust Principles.", "Reuters"),
    ],
)
def test_a_sign_off_says_who_wrote_it(line: str, agency: str) -> None:
    assert credit(lines_of(f"{HEADLINE}\n\n{BODY}\n\n{line}")) == (agency, True)


@pytest.mark.parametrize("end", [" \u2014 Reuters", " --Reuters", " (Reuters)"])
def test_the_last_paragraph_may_be_signed(end: str) -> None:
    assert credit(lines_of(BODY + end)) == ("Reuters", True)


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("With reporting by AP", "AP"),
        ("Additional reporting by Reuters.", "Reuters"),
        ("AP contributed to this report.", "AP"),
        ("The Associated Press contributed to this story.", "AP"),
        ("Associated Press writer Tom Aldous in Halden contributed to this report.", "AP"),
        ("This report was written with material from dpa.", "dpa"),
        ("(With inputs from PTI)", "PTI"),
        ("(With AFP inputs)", "AFP"),
    ],
)
def test_help_is_told_from_writing(line: str, agency: str) -> None:
    assert credit(lines_of(f"{HEADLINE}\n\nBy Mara Quill\n\n{BODY}\n\n{line}")) == (agency, False)


@pytest.mark.parametrize(
    "line",
    [
        "(Reporting by Tom Aldous; Editing by Mara Quill)",
        "The authority told Reuters that the basin was closed.",
        "The crane was built in Port Ellery (AP) in the last century.",
        "With agencies",
        "Photo: Reuters",
        "Tom Aldous / Reuters",
        "AP",
        "AP Photo/Tom Aldous",
        "Image copyright AFP",
        "Ellery, PA",
        "Our harbour blog | CNN",
    ],
)
def test_what_names_an_agency_otherwise_is_no_credit(line: str) -> None:
    assert credit(lines_of(f"{HEADLINE}\n\n{BODY}\n\n{line}")) is None


@pytest.mark.parametrize(
    ("byline", "told"), [("Associated Press", ("AP", True)), ("Mara Quill, AFP", ("AFP", True)), ("Mara Quill", None)]
)
def test_a_page_names_its_author(byline: str, told: tuple[str, bool] | None) -> None:
    assert credit(lines_of(BODY), byline) == told


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("the associated press", "the associated press"),
        ("ASSOCIATED PRESS", "AP"),
        ("Australian Associated Press", "AAP"),
        ("reuters", "Reuters"),
    ],
)
def test_an_agency_has_one_name(written: str, name: str) -> None:
    assert short(written) == name
