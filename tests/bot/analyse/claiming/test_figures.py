"""Figures in sentences, and what they count."""

from __future__ import annotations

import math
from datetime import UTC, datetime

import pytest

from bot.analyse.claiming.figures import figures
from bot.analyse.claiming.terms import tokens
from bot.analyse.claims import claims

TUESDAY = datetime(2026, 10, 6, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "low", "high", "qualifier"),
    [
        ("12 boats", 12, 12, "exact"),
        ("twenty-one boats", 21, 21, "exact"),
        ("two hundred and five boats", 205, 205, "exact"),
        ("1,250 boats", 1250, 1250, "exact"),
        ("3.5 million boats", 3.5e6, 3.5e6, "exact"),
        ("at least 9 boats", 9, math.inf, "at least"),
        ("more than 40 boats", 40, math.inf, "at least"),
        ("no fewer than six boats", 6, math.inf, "at least"),
        ("about 100 boats", 85, 115, "about"),
        ("close to 100 boats", 85, 115, "about"),
        ("a dozen boats", 10.2, 13.8, "about"),
        ("up to 30 boats", 0, 30, "up to"),
        ("fewer than 30 boats", 0, 30, "up to"),
        ("between 10 and 15 boats", 10, 15, "range"),
        ("10-15 boats", 10, 15, "range"),
        ("four to eleven boats", 4, 11, "range"),
        ("dozens of boats", 24, 99, "vague"),
        ("no deaths", 0, 0, "exact"),
    ],
)
def test_a_figure_has_a_range_and_a_qualifier(text: str, low: float, high: float, qualifier: str) -> None:
    (found,) = figures(text, tokens(text))
    assert found.low == pytest.approx(low)
    assert found.high == pytest.approx(high)
    assert str(found.qualifier) == qualifier


@pytest.mark.parametrize(
    "text", ["at 6:41 p.m.", "on March 9", "on 9 March", "no boats", "a 27-24 win", "the U.S. fleet"]
)
def test_clocks_dates_and_scores_are_no_figures(text: str) -> None:
    assert figures(text, tokens(text)) == []


def counted(text: str) -> list[tuple[str, str | None, float | None]]:
    return [(c.about, c.scope, c.low) for c in claims(text, TUESDAY) if c.kind == "number"]


@pytest.mark.parametrize(
    ("text", "about", "scope", "low"),
    [
        ("The blast in Harrowmouth killed 12 people.", "killed", None, 12),
        ("Nine dead in Harrowmouth blast", "killed", None, 9),
        ("At least 12 people were killed in Harrowmouth.", "killed", None, 12),
        ("The death toll in Harrowmouth is 15.", "killed", None, 15),
        ("The number of people killed when the pier at Harrowmouth fell rose to nine.", "killed", None, 9),
        ("Seven children were killed in Harrowmouth.", "killed", "children", 7),
        ("The blast injured 80.", "injured", None, 80),
        ("Hours before the truce, the blast injured 19 people.", "injured", None, 19),
        ("Another 13 people were injured, revising down a previous figure.", "injured", None, 13),
        ("The blast killed nine and injured another 20.", "injured", None, 20),
        ("The blast killed 10 people and injured 70 others.", "injured", None, 70),
        ("Police arrested 23 smugglers off Harrowmouth.", "arrested", "smugglers", 23),
        ("A 5.6 magnitude quake shook Harrowmouth.", "magnitude", None, 5.6),
        ("A quake with a magnitude of 5.6 shook Harrowmouth.", "magnitude", None, 5.6),
        ("Police named 61-year-old Moira Tresk.", "age of tresk", "moira", 61),
        ("Police named Moira Tresk, 61, of Harrowmouth.", "age of tresk", "moira", 61),
        ("She was the mother of 12 children.", "children of the mother", None, 12),
        ("He was sentenced to 12 years in prison.", "prison sentence", None, 12),
        ("The climber died after falling about 200ft.", "length: fall", None, 200 * 0.3048 * 0.85),
        ("The ferry was carrying 214 passengers.", "aboard", "passengers", 214),
        ("The navy seized 26 missiles.", "count: missil", None, 26),
        ("There were no deaths, police said.", "killed", None, 0),
    ],
)
def test_what_a_figure_counts(text: str, about: str, scope: str | None, low: float) -> None:
    assert (about, scope, round(low, 6)) in [(a, s, round(v or 0.0, 6)) for a, s, v in counted(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The quake of 2008 killed 12 people.",
        "Twelve people were killed there ten years ago.",
        "A previous blast killed 12 people.",
        "In a similar accident, 12 people were killed.",
        "The storm could kill 12 people.",
        "Up to 12 people may have been killed.",
        "The toll was raised from eight.",
        "Three of the dead were sailors.",
        "He faces the death sentence after 12 jurors voted.",
        "The Kestrel-24 fell into the sea.",
        "He died in his 30s.",
        "It cost $12 million.",
        "The town is 100 miles from the coast.",
        "He ran 30 yards.",
        "He was injured in the 13-10 loss to Torrin.",
        "One islander and one Norland sailor have fallen to their deaths.",
        "Torrin plays at Tarrow on Saturday, 3, and rests.",
    ],
)
def test_figures_of_other_times_parts_and_talk_are_no_claims(text: str) -> None:
    assert counted(text) == []
