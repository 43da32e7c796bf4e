"""What a site sets around its texts never decides a match, and hides none."""

from __future__ import annotations

from itertools import permutations

import pytest

from bot.match.chrome import without_chrome
from bot.match.fingerprints import fingerprint
from bot.match.likeness import likeness, wording
from bot.match.texts import decide
from bot.shapes import Known, Match, Report
from tests.bot.match import pages
from tests.bot.match.texts import (
    COUNCIL,
    FERRY,
    FERRY_CUT,
    FERRY_LATER,
    FERRY_NEW_LEAD,
    FERRY_REWRITE,
    a_known,
    a_report,
)

POST = "The Harbour Post"
REPORTS = {
    "Ferry strikes pier at Orsund": FERRY,
    "Council sells customs house": COUNCIL,
    "Paper mill to close a machine": pages.MILL,
    "Lorry slides off coast road": pages.LORRY,
}
PAIRS = list(permutations(REPORTS, 2))
AROUND = {
    "all": (pages.POST_TOP, pages.POST_FOOT),
    "lists": (pages.NAVIGATION + "\n\n", f"\n\n{pages.MOST_READ}\n\n{pages.TICKER}"),
    "a newsletter and an appeal": ("", f"\n\n{pages.LETTER}\n\n{pages.GIFTS}"),
    "the rules for comments": ("", f"\n\n{pages.COMMENTS}"),
}
around = pytest.mark.parametrize(("top", "foot"), AROUND.values(), ids=AROUND)


def decided(report: Report, *known: Known) -> Match:
    return decide(report, fingerprint(report.prose), known)


@around
@pytest.mark.parametrize(("one", "other"), PAIRS)
@pytest.mark.parametrize("outlet", [POST, "The Island Post"], ids=["one site", "two papers of one house"])
def test_two_reports_on_pages_of_one_make(outlet: str, one: str, other: str, top: str, foot: str) -> None:
    before = a_known(top + REPORTS[one] + foot, title=one, canonical="https://post.example/1")
    report = a_report(top + REPORTS[other] + foot, title=other, outlet=outlet, canonical="https://post.example/2")
    assert likeness(wording(report.prose), wording(before.prose)).words > 50
    match = decided(report, before)
    assert (match.outcome, match.of) == ("new", None), match.reason


@around
@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_two_reports_of_one_site_without_headlines(one: str, other: str, top: str, foot: str) -> None:
    report = a_report(top + REPORTS[other] + foot, outlet=POST)
    assert decided(report, a_known(top + REPORTS[one] + foot)).outcome == "new"


@around
@pytest.mark.parametrize("title", list(REPORTS)[:3])
def test_a_copy_is_found_in_other_surroundings(title: str, top: str, foot: str) -> None:
    post = a_known(top + REPORTS[title] + foot, title=title)
    radio = a_report(REPORTS[title] + pages.RADIO_FOOT, title=title)
    match = decided(radio, post)
    assert match.outcome == "copy", match.reason
    assert match.reason.startswith("100 % of its words stand in The Harbour Post's report")
    assert match.reason.endswith(", not counting what the pages set around their texts.")


@pytest.mark.parametrize(
    ("body", "title", "outlet", "outcome"),
    [
        pytest.param(FERRY_LATER, "One flown to Halden", POST, "revision", id="a later version"),
        pytest.param(FERRY_NEW_LEAD, "Orsund cut off", POST, "revision", id="cut under a new lead"),
        pytest.param(FERRY_REWRITE, "A night of darkness", POST, "rewrite", id="own report on the same ferry"),
        pytest.param(FERRY_CUT, "Ferry hits a pier", "Coast Radio", "copy", id="another's cut"),
        pytest.param(
            FERRY_NEW_LEAD, "Orsund cut off from its fish market", "Coast Radio", "copy", id="a lead of its own"
        ),
        pytest.param(FERRY_REWRITE, "Passengers tell of darkness", "Coast Radio", "rewrite", id="another's rewrite"),
    ],
)
def test_what_is_built_on_another_stays_so(body: str, title: str, outlet: str, outcome: str) -> None:
    report = a_report(body, title=title, outlet=outlet)
    assert decided(report, a_known(FERRY, title="Ferry strikes pier at Orsund")).outcome == outcome


def test_two_reports_of_one_site_on_one_event_are_no_versions_of_each_other() -> None:
    own = FERRY_REWRITE.partition("\n\n")[0] + FERRY_REWRITE.rpartition("\n\n")[2]
    report = a_report(own + pages.POST_FOOT, title="Passengers tell of darkness", outlet=POST)
    assert decided(report, a_known(FERRY + pages.POST_FOOT, title="Ferry strikes pier")).outcome == "new"


def test_two_outlets_are_parted_by_their_headlines_only() -> None:
    one, other = (text + pages.POST_FOOT for text in (FERRY, COUNCIL))
    assert without_chrome(a_report(one), a_known(other)) is None
    parted = without_chrome(
        a_report(one, title="Ferry strikes pier at Orsund"), a_known(other, title="Customs house sold")
    )
    assert parted is not None
    assert [words in part for words, part in zip(("night ferry", "town council"), parted, strict=True)] == [True, True]
    assert not any("monthly gift" in part or "Most read" in part for part in parted)


def test_a_page_of_many_lines_takes_no_long_time() -> None:
    endless = "\n".join(f"The {number}th gull sat on the quay." for number in range(50_000))
    assert decided(a_report(endless + FERRY, outlet=POST), a_known(endless + COUNCIL)).outcome == "revision"
