"""The gold of quotes is whole, covers what it says it covers, and what the rules reach on it does not fall."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from itertools import pairwise

import pytest

from bench.gold_quotes import PARTS, Report, events, floors, scores
from bot.analyse.lexicon import words

FEWEST_REPORTS = 120
FEWEST_OF_A_SHAPE = 3

SHAPES = words(
    "before after inverted split split-comma multi-paragraph next-paragraph fresh-speaker-paragraph "
    "mixed mixed-lead two-in-one nested embedded no-speaker-inside question caption headline "
    "indirect-that indirect-bare indirect-after indirect-split according-to noun-cue open-verb colon participle "
    "coordinated apposition relative accuse deny attitude intent show statement "
    "transcript q-and-a post letter dash-signed single-marks straight-marks doubled-marks damaged-marks scare-quotes "
    "pronoun plural description role-only surname-only initials namesakes relatives spelling-variants institution "
    "spokesman-for unnamed via"
)
"Layouts, marks and speakers that news has; the gold holds each of them in several reports."


def reports(part: str) -> list[Report]:
    return [report for listed in events(part).values() for report in listed]


EVERY = [pytest.param(report, id=f"{part}-{report.slug}") for part in PARTS for report in reports(part)]


@pytest.mark.parametrize("report", EVERY)
def test_a_report_is_written_as_the_readme_says(report: Report) -> None:
    assert report.marked and report.title and report.outlet and report.manner and all(report.shapes)
    assert datetime.fromisoformat(report.published).tzinfo is not None
    for one in report.marked:
        spans = [*one.content, *(span for span in (one.cue, one.source) if span)]
        assert all(0 <= start < end <= len(report.body) for start, end in spans)
        assert all(before[1] <= after[0] for before, after in pairwise(one.content))


def test_both_parts_hold_enough_reports() -> None:
    assert sum(len(reports(part)) for part in PARTS) >= FEWEST_REPORTS


def test_the_parts_share_no_event_and_no_slug() -> None:
    tune, test = (events(part) for part in PARTS)
    slugs = Counter(report.slug for part in PARTS for report in reports(part))
    assert not set(tune) & set(test)
    assert [slug for slug, times in slugs.items() if times > 1] == []


def test_every_shape_comes_in_several_reports() -> None:
    times = Counter(shape for part in PARTS for report in reports(part) for shape in set(report.shapes))
    assert {shape: times[shape] for shape in SHAPES if times[shape] < FEWEST_OF_A_SHAPE} == {}


@pytest.mark.parametrize("part", PARTS)
def test_no_score_falls_below_its_floor(part: str) -> None:
    present, kept = scores(part), floors()[part]
    fallen = {name: f"{floor:.4f} -> {present[name]:.4f}" for name, floor in kept.items() if present[name] < floor}
    assert fallen == {}, f"{part} fell; where that is right, `python -m bench.gold_quotes --write-floors`"
