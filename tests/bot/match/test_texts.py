"""What a report is to what is kept: a table of cases, each an outcome an editor would agree with."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.match.fingerprints import fingerprint
from bot.match.texts import decide
from bot.shapes import Known, Match, Report
from tests.bot.match.texts import (
    APPEAL,
    COUNCIL,
    FERRY,
    FERRY_CUT,
    FERRY_LATER,
    FERRY_NEW_LEAD,
    FERRY_REWRITE,
    SIX,
    a_known,
    a_report,
)

POST = "The Harbour Post"
PAGE = "https://post.example/ferry"
ROUND_UP = FERRY_CUT + " ".join(
    f" In item {number} of the day, {number} things of note took place." for number in range(90)
)
TYPESET = FERRY.replace('"', "”").replace("'", "’")


def decided(report: Report, *known: Known) -> Match:
    return decide(report, fingerprint(report.prose), known)


@pytest.mark.parametrize(
    ("report", "known", "outcome"),
    [
        pytest.param(a_report(COUNCIL), a_known(FERRY), "new", id="another event"),
        pytest.param(a_report(outlet=POST), a_known(), "duplicate", id="the same text again"),
        pytest.param(a_report(TYPESET, outlet="harbourpost.com"), a_known(), "duplicate", id="set in other type"),
        pytest.param(a_report(outlet=None), a_known(), "duplicate", id="the same text, no outlet named"),
        pytest.param(a_report(outlet=None), a_known(outlet=None), "duplicate", id="none named on either side"),
        pytest.param(
            a_report(outlet=POST, canonical="https://post.example/2"), a_known(canonical=PAGE), "duplicate",
            id="the same text at another address",
        ),
        pytest.param(a_report(FERRY), a_known(), "copy", id="wire copy"),
        pytest.param(a_report(FERRY_CUT), a_known(), "copy", id="wire copy, cut"),
        pytest.param(a_report(FERRY), a_known(FERRY_CUT), "copy", id="the full text of a cut that came first"),
        pytest.param(a_report(FERRY_NEW_LEAD), a_known(), "copy", id="wire copy, cut under a lead of its own"),
        pytest.param(a_report(FERRY_LATER), a_known(), "copy", id="wire copy of a later version"),
        pytest.param(a_report(FERRY_REWRITE), a_known(), "rewrite", id="own text on another's passages"),
        pytest.param(a_report(FERRY_LATER, outlet=POST), a_known(), "revision", id="later version, no address"),
        pytest.param(
            a_report(FERRY_LATER, outlet=POST, title="One flown to Halden"), a_known(title="Ferry hits pier"),
            "revision", id="later version under another headline",
        ),
        pytest.param(
            a_report(outlet=POST, title="Ferry sinks at pier"), a_known(title="Ferry hits pier"), "revision",
            id="only the headline changed",
        ),
        pytest.param(
            a_report(FERRY_REWRITE, outlet=POST, title="Ferry hits the pier"), a_known(title="Ferry hits pier"),
            "revision", id="same headline, text grown beyond recognition",
        ),
        pytest.param(
            a_report(FERRY_CUT.partition("\n\n")[0], outlet=POST), a_known(FERRY), "rewrite", id="teaser of its own"
        ),
        pytest.param(a_report(ROUND_UP), a_known(FERRY_CUT), "new", id="a brief inside a long round-up"),
        pytest.param(
            a_report(FERRY_LATER, outlet=None), a_known(outlet=None), "revision", id="none named, figure changed"
        ),
        pytest.param(a_report(FERRY_CUT, outlet=None), a_known(FERRY, outlet=None), "copy", id="none named, cut"),
        pytest.param(
            a_report(COUNCIL, outlet=POST, canonical=PAGE), a_known(canonical=PAGE), "new", id="a page shows another"
        ),
        pytest.param(
            a_report(FERRY_REWRITE, outlet=POST, canonical=PAGE), a_known(canonical=PAGE), "revision", id="same address"
        ),
        pytest.param(
            a_report(COUNCIL, outlet=POST, canonical="https://post.example/"),
            a_known(canonical="https://post.example/"), "new", id="a front page is no article",
        ),
        pytest.param(
            a_report(COUNCIL + APPEAL, outlet=POST), a_known(FERRY + APPEAL), "new", id="one appeal under two stories"
        ),
        pytest.param(a_report("Dam bursts above Lund."), a_known("Dam bursts above Lund!"), "copy", id="tiny, equal"),
        pytest.param(a_report("Dam bursts above Lund."), a_known("Dam holds above Lund."), "new", id="tiny, another"),
        pytest.param(a_report("…"), a_known("!"), "new", id="no words at all"),
    ],
)  # fmt: skip
def test_outcome(report: Report, known: Known, outcome: str) -> None:
    match = decided(report, known)
    assert match.outcome == outcome
    assert (match.of is None) == (outcome == "new")


@pytest.mark.parametrize(
    ("body", "kept", "cut"),
    [(FERRY_CUT, FERRY, True), (FERRY, FERRY, False), (FERRY, FERRY_CUT, False), (FERRY_REWRITE, FERRY, False)],
)
def test_a_part_of_a_longer_text_is_a_cut(body: str, kept: str, cut: bool) -> None:
    assert decided(a_report(body), a_known(kept)).cut == cut


def test_the_same_headline_a_month_later_is_a_new_edition() -> None:
    month_old = a_known(FERRY, title="Ships this week", published=SIX - timedelta(days=30))
    report = a_report(FERRY_REWRITE, outlet=POST, title="Ships this week")
    assert decided(report, month_old).outcome == "rewrite"


def test_an_old_version_that_comes_again_is_a_revision() -> None:
    assert decided(a_report(FERRY, outlet=POST), a_known(FERRY_LATER)).outcome == "revision"


def test_nothing_kept_means_new() -> None:
    assert decided(a_report()) == Match(
        outcome="new", reason="No kept article shares a passage, an address or a headline with it."
    )


def test_the_oldest_of_equal_originals_is_the_source() -> None:
    later = a_known(article="a2", outlet="Fjord News", published=SIX + timedelta(hours=1))
    assert decided(a_report(), later, a_known(article="a1")).of == "a1"


def test_the_agency_a_report_credits_is_the_source() -> None:
    wire = a_known(article="a9", outlet="Norrbild", published=SIX + timedelta(hours=1))
    assert decided(a_report(credit="Norrbild"), a_known(article="a1"), wire).of == "a9"


def test_the_agencys_own_report_goes_before_older_copies_of_it() -> None:
    copy = a_known(article="a1", credit="AP", published=SIX - timedelta(hours=1))
    wire = a_known(article="a9", outlet="The Associated Press", published=SIX)
    assert decided(a_report(credit="AP"), copy, wire).of == "a9"
    assert decided(a_report(credit="AP"), a_known(article="a2"), copy).of == "a1"


def test_two_texts_from_one_agency_are_compared_more_closely() -> None:
    passage = FERRY_CUT.rpartition("\n\n")[2]
    own = " ".join(f"In house {number} of the street they heard it and lit lamp {number}." for number in range(4))
    report = a_report(f"{passage}\n\n{own}", credit="AP")
    assert decided(report, a_known()).outcome == "new"
    assert decided(report, a_known(credit="AP")).outcome == "rewrite"
    assert decided(report, a_known(outlet="AP News")).outcome == "rewrite"


def test_an_agencys_help_makes_no_copy() -> None:
    report = a_report(COUNCIL + "\n\nWith reporting by AP", credit="AP")
    assert decided(report, a_known(outlet="Associated Press")).outcome == "new"


def test_a_third_is_enough_where_the_source_is_named() -> None:
    passage = FERRY_CUT.rpartition("\n\n")[2]
    own = " ".join(f"In house {number} of the street they heard it and lit lamp {number}." for number in range(4))
    silent, open_ = f"{passage}\n\n{own}", f"{passage}\n\n{own} Readers told the Harbour Post so."
    assert decided(a_report(silent), a_known()).outcome == "new"
    assert decided(a_report(open_), a_known()).outcome == "rewrite"


def test_the_nearest_of_several_originals_is_the_source() -> None:
    assert decided(a_report(FERRY_LATER), a_known(FERRY_CUT), a_known(FERRY_LATER, article="a2")).of == "a2"


def test_own_earlier_version_goes_before_another_outlets_copy() -> None:
    own = a_known(FERRY_LATER, article="a2", outlet="Coast Radio")
    assert decided(a_report(FERRY), a_known(article="a1"), own).outcome == "revision"


def test_a_duplicate_goes_before_everything() -> None:
    own = a_known(article="a2", outlet="Coast Radio", published=SIX + timedelta(hours=1))
    match = decided(a_report(FERRY), a_known(article="a1"), own)
    assert (match.outcome, match.of, match.similarity) == ("duplicate", "a2", 1.0)


def test_the_whole_text_is_the_source_and_not_a_cut_of_it() -> None:
    report = a_report(FERRY.replace("before Tuesday", "until the end of the week"))
    whole, cut = a_known(FERRY, article="a1", outlet=POST), a_known(FERRY_CUT, article="a2", outlet="Tarrow Star")
    match = decide(report, fingerprint(report.prose), [cut, whole])
    assert (match.outcome, match.of) == ("copy", "a1")


def test_the_reason_is_a_sentence_with_the_figure_and_the_source() -> None:
    match = decided(a_report(FERRY_NEW_LEAD, published=SIX + timedelta(hours=2)), a_known())
    assert match.reason == "88 % of its words stand in The Harbour Post's report of 06:40 UTC (which is longer)."


def test_a_reason_names_the_day_where_it_is_another() -> None:
    match = decided(a_report(published=SIX + timedelta(days=1)), a_known())
    assert "of 14 Mar 2026, 06:40 UTC" in match.reason


def test_a_text_of_five_megabytes_is_decided_on_its_beginning() -> None:
    endless = f"{FERRY}\n\n" * 4_000
    assert decided(a_report(endless, outlet=POST), a_known(FERRY)).outcome == "revision"


bodies = st.one_of(st.text(max_size=200), st.sampled_from([FERRY, FERRY_CUT, COUNCIL, APPEAL]))
names = st.sampled_from([None, "", "The", POST, "Coast Radio"])
addresses = st.sampled_from([None, PAGE, "https://post.example/", "//", "http://[broken"])


@given(bodies, bodies, names, names, addresses, addresses)
def test_it_decides_whatever_comes(
    body: str, other: str, outlet: str | None, owner: str | None, here: str | None, there: str | None
) -> None:
    report = a_report(body, outlet=outlet, title=outlet, canonical=here)
    match = decided(report, a_known(other, outlet=owner, title=owner, canonical=there, published=None))
    assert 0 <= match.similarity <= 1
    assert match.reason.endswith(".")
