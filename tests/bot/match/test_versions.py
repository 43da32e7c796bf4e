"""Whether a report is one of its outlet's articles again: tables of what crawlers, feeds and folders bring."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.match.fingerprints import fingerprint
from bot.match.texts import decide
from bot.shapes import Known, Match, Report
from tests.bot.match.texts import COUNCIL, FERRY, FERRY_CUT, FERRY_LATER, FERRY_REWRITE, SIX, a_known, a_report

POST = "The Harbour Post"
PAGE = "https://post.example/news/2026/03/ferry-strikes-pier-812345"
LIVE = "https://post.example/live"
OTHER = "https://post.example/news/2026/03/nine-hurt-on-ferry"

SEVEN, EIGHT = SIX + timedelta(hours=1), SIX + timedelta(hours=2)


def decided(report: Report, *known: Known) -> Match:
    return decide(report, fingerprint(report.prose), known)


def ours(body: str = FERRY, **fields: Any) -> Report:
    return a_report(body, **{"outlet": POST, "canonical": PAGE, **fields})


def kept(prose: str = FERRY, **fields: Any) -> Known:
    return a_known(prose, **{"canonical": PAGE, "first": SIX, "seen": SIX, **fields})


def replaced(**fields: Any) -> Known:
    """The first text, which a second has replaced at seven."""
    second = kept(FERRY_LATER, version="v2", number=2, **{"published": SEVEN, "seen": SEVEN, **fields})
    return kept(latest=second)


@pytest.mark.parametrize(
    ("report", "known", "outcome", "why"),
    [
        pytest.param(ours(published=EIGHT), replaced(), "revision", "went back to its text of 06:40 UTC", id="dated"),
        pytest.param(
            ours(published=SIX, modified=EIGHT), replaced(), "revision", "it went back to its text of", id="changed at",
        ),
        pytest.param(ours(published=None), replaced(), "revision", "it went back", id="undated, its page shows it now"),
        pytest.param(
            ours(), replaced(published=SIX), "revision", "it went back to its text of version 1",
            id="one date on all, its page shows it now",
        ),
        pytest.param(
            ours(published=EIGHT, canonical=None), replaced(), "revision", "it went back", id="no address, but dated",
        ),
        pytest.param(ours(published=SIX), replaced(), "duplicate", "came late: word for word that of 06:40", id="late"),
        pytest.param(
            ours(modified=SIX + timedelta(minutes=5)), replaced(), "duplicate", "came late", id="changed before it was"
        ),
        pytest.param(
            ours(published=SIX, canonical=None), replaced(published=None), "duplicate", "came late",
            id="dated before the other came",
        ),
        pytest.param(
            ours(published=None, canonical=None), replaced(), "duplicate", "nothing says that it is back",
            id="neither address nor date",
        ),
        pytest.param(
            ours(published=None, canonical=OTHER), replaced(), "duplicate", "nothing says", id="at another address"
        ),
        pytest.param(
            ours(published=EIGHT, canonical=OTHER), replaced(), "duplicate", "nothing says", id="another address, later"
        ),
        pytest.param(
            ours(published=None, outlet=None, canonical=None), replaced(), "duplicate", "nothing says", id="nameless",
        ),
        pytest.param(
            ours(published=EIGHT, outlet="Coast Radio", canonical="https://radio.example/ferry"), replaced(), "copy",
            "It has the words of The Harbour Post's report of 06:40 UTC", id="another outlet's copy of the old text",
        ),
    ],
)  # fmt: skip
def test_an_old_text_comes_again(report: Report, known: Known, outcome: str, why: str) -> None:
    match = decided(report, known)
    assert (match.outcome, match.of) == (outcome, "a1")
    assert why in match.reason


COUNTED = "Share\n\nUpdated a while ago\n\n" + FERRY + "\n\nMost read\n\nStorm closes the coast road for a third day"
PUT_TOGETHER = "Ferry hits pier\n\n" + FERRY + "\n\nFish prices up 12 per cent\n\nA new crew for the lifeboat"
TEASER = FERRY[:180] + " …"


@pytest.mark.parametrize(
    ("report", "known", "outcome", "why"),
    [
        pytest.param(ours(), kept(), "duplicate", "word for word", id="nothing differs"),
        pytest.param(ours(published=SEVEN), kept(), "duplicate", "word for word", id="only its date"),
        pytest.param(ours(COUNTED), kept(), "duplicate", "but for what the page sets around it", id="labels and links"),
        pytest.param(ours(COUNTED), kept(PUT_TOGETHER), "duplicate", "but for what the page", id="other labels"),
        pytest.param(
            ours(FERRY, title="Ferry hits pier"), kept(PUT_TOGETHER), "duplicate", "but for what the page sets",
            id="its headline above it",
        ),
        pytest.param(
            ours(FERRY + "\n\nCorrection: it was the south pier"), kept(), "revision", "the same address",
            id="a correction below it",
        ),
        pytest.param(ours(FERRY.replace("Nine", "Ten")), kept(), "revision", "the same address", id="a figure"),
        pytest.param(ours(TEASER), kept(), "duplicate", "The beginning of", id="a feed's teaser"),
        pytest.param(ours(TEASER, published=EIGHT), kept(), "duplicate", "The beginning of", id="a later teaser"),
        pytest.param(
            ours(FERRY.partition("\n\n")[0], published=None), kept(), "duplicate", "kept in full", id="behind a wall"
        ),
        pytest.param(
            ours(FERRY.partition("\n\n")[0], published=EIGHT), kept(), "revision", "the same address",
            id="cut by its outlet at eight",
        ),
        pytest.param(ours(FERRY), kept(TEASER), "revision", "the same address", id="the whole after its teaser"),
        pytest.param(
            ours(FERRY_LATER, modified=SEVEN), kept(FERRY_REWRITE, published=EIGHT, seen=EIGHT), "duplicate",
            "An older text of", id="a text never seen, from before",
        ),
        pytest.param(
            ours(FERRY_LATER, modified=SEVEN), kept(FERRY_REWRITE, published=None, first=None, seen=EIGHT), "revision",
            "the same address", id="a text never seen, from before the arrival of one without a date",
        ),
        pytest.param(
            ours(FERRY_LATER, published=SEVEN), kept(FERRY_REWRITE, published=EIGHT, seen=SIX), "revision",
            "the same address", id="the kept text bears a date that was yet to come",
        ),
        pytest.param(
            ours(FERRY_LATER), kept(FERRY_CUT, published=EIGHT, seen=EIGHT), "revision", "the same address",
            id="a text never seen, under the day of first publication",
        ),
    ],
)  # fmt: skip
def test_a_text_comes_again_with_other_words_around_it(report: Report, known: Known, outcome: str, why: str) -> None:
    match = decided(report, known)
    assert match.outcome == outcome, match.reason
    assert why in match.reason


@pytest.mark.parametrize(
    ("ours_", "theirs", "outcome"),
    [
        ("Ferry sinks at pier", "Ferry hits pier", "revision"),
        ("Ferry hits pier | The Harbour Post", "Ferry hits pier", "duplicate"),
        ("The Harbour Post - Ferry hits pier", "Ferry hits pier", "duplicate"),
        ("LIVE: Ferry hits pier", "Ferry hits pier", "duplicate"),
        ("FERRY HITS PIER!", "Ferry hits pier", "duplicate"),
        ("Ferry hits pier | nine hurt", "Ferry hits pier", "revision"),
        (None, "Ferry hits pier", "duplicate"),
    ],
)
def test_a_headline_alone_makes_a_version(ours_: str | None, theirs: str, outcome: str) -> None:
    assert decided(ours(title=ours_), kept(title=theirs)).outcome == outcome


@pytest.mark.parametrize(
    ("fields", "outcome"),
    [
        ({"published": SEVEN}, "revision"),
        ({"published": None}, "revision"),
        ({"published": SIX - timedelta(minutes=9)}, "duplicate"),
        ({"published": None, "canonical": OTHER}, "duplicate"),
    ],
)
def test_an_older_headline_is_no_version(fields: dict[str, Any], outcome: str) -> None:
    moved = kept(title="Ferry sinks", here=True)
    assert decided(ours(title="Ferry hits pier", **fields), moved).outcome == outcome


RECIPE = (
    "Soak the beans overnight. Chop two onions, a stick of celery and a carrot, and let them soften in butter under a "
    "lid. Add the beans and a litre of stock, simmer for an hour, then crush a third of them with the back of a spoon."
)


@pytest.mark.parametrize(
    ("report", "known", "outcome"),
    [
        pytest.param(
            ours(COUNCIL, title="Council sells customs house", canonical=LIVE),
            kept(title="Ferry hits pier", canonical=LIVE), "new", id="another event at /live",
        ),
        pytest.param(
            ours(COUNCIL, title="Ferry hits pier", canonical=LIVE), kept(title="Ferry hits pier", canonical=LIVE),
            "revision", id="a live page whose old entries are gone",
        ),
        pytest.param(
            ours(COUNCIL, title="Pier crash: ferry raised", canonical=LIVE),
            kept(title="Ferry crash: ship hits pier", canonical=LIVE), "revision", id="the same, its headline edited",
        ),
        pytest.param(
            ours(FERRY_REWRITE, title="A night of darkness", canonical=LIVE),
            kept(title="Ferry hits pier", canonical=LIVE), "revision", id="passages are left",
        ),
        pytest.param(
            ours(COUNCIL, title="Council sells customs house"), kept(title="Ferry hits pier"), "revision",
            id="an article's own address, and the town is the same",
        ),
        pytest.param(
            ours(RECIPE, title="A soup for Sunday"), kept(title="Ferry hits pier"), "new",
            id="an article's own address, and nothing is left",
        ),
        pytest.param(
            ours("This article has been withdrawn. We apologise to our readers.", title="Withdrawn"),
            kept(title="Ferry hits pier"), "revision", id="withdrawn by its outlet",
        ),
        pytest.param(
            ours(COUNCIL, title="Council sells customs house", canonical="https://post.example/"),
            kept(title="Ferry hits pier", canonical="https://post.example/"), "new", id="the front page",
        ),
    ],
)  # fmt: skip
def test_a_page_goes_on_or_shows_another_article(report: Report, known: Known, outcome: str) -> None:
    match = decided(report, known)
    assert match.outcome == outcome, match.reason


def test_what_stood_at_the_address_before_is_said() -> None:
    match = decided(ours(COUNCIL, title="Council sells house", canonical=LIVE), kept(title="Ferry", canonical=LIVE))
    assert match.aside == "Its address showed another article before, The Harbour Post's report of 06:40 UTC."


PAGE_2 = "https://post.example/news/2026/03/ferry-strikes-pier-812345?page=2"
RESLUGGED = "https://post.example/sea/nine-hurt-as-ferry-strikes-pier-812345"


@pytest.mark.parametrize(
    ("report", "known", "outcome", "why"),
    [
        pytest.param(
            ours(FERRY_LATER, canonical=OTHER, title="Nine hurt"), kept(title="Ferry hits pier"), "revision",
            ", at a new address and under a new headline: 93 % of its words", id="moved and edited",
        ),
        pytest.param(ours(canonical=OTHER), kept(), "duplicate", "word for word", id="moved"),
        pytest.param(
            ours(FERRY_REWRITE, canonical=RESLUGGED, title="A night of darkness"), kept(title="Ferry hits pier"),
            "revision", "the same number in its address", id="rewritten and moved, its number stays",
        ),
        pytest.param(
            ours(COUNCIL, canonical=RESLUGGED, title="Council sells house"), kept(title="Ferry hits pier"), "new", "",
            id="another article under one number",
        ),
        pytest.param(
            ours(FERRY_REWRITE, canonical=OTHER, title="A night of darkness"), kept(title="Ferry hits pier", here=True),
            "revision", "an address it had before", id="an old address shows a new text",
        ),
        pytest.param(
            ours(FERRY_REWRITE, canonical=PAGE_2, title="Ferry hits pier"), kept(title="Ferry hits pier"), "rewrite",
            "", id="page 2",
        ),
        pytest.param(
            ours(FERRY_REWRITE, canonical=OTHER, title="A night of darkness", published=SEVEN),
            kept(title="Ferry hits pier"), "rewrite", "Another report by the same outlet: it takes up 51 %",
            id="own new report",
        ),
    ],
)  # fmt: skip
def test_an_article_moves(report: Report, known: Known, outcome: str, why: str) -> None:
    match = decided(report, known)
    assert match.outcome == outcome, match.reason
    assert why in match.reason


NEXT_MORNING = SIX + timedelta(hours=25)


def weather(wind: str, sky: str) -> str:
    return (
        f"Wind from the west, {wind} metres a second, with showers near the coast. {sky} The outlook for the rest of "
        "the week is unchanged. Warnings are shown on the harbour board and read out after the news at the full hour. "
        "Small craft should keep to the inner lead."
    )


MONDAY = weather("eight to twelve", "Fog banks are likely off the Skerries before noon, thinning from the south later.")
TUESDAY = weather(
    "four to six", "Clear spells in the afternoon, and a dry evening everywhere but on the outer islands."
)
HALF = FERRY.split("\n\n", 2)[2] + "\n\n" + COUNCIL.replace("Orsund", "Halden")


HEADLINE = "Ferry hits pier"


@pytest.mark.parametrize(
    ("body", "before", "when", "titles", "outcome"),
    [
        pytest.param(TUESDAY, MONDAY, NEXT_MORNING, ("Weather", "Weather"), "rewrite", id="tomorrow's weather"),
        pytest.param(TUESDAY, MONDAY, SEVEN, ("Weather", "Weather"), "revision", id="the forecast, put right"),
        pytest.param(COUNCIL, FERRY, NEXT_MORNING, ("Briefing", "Briefing"), "new", id="tomorrow's briefing"),
        pytest.param(HALF, FERRY, SEVEN, ("Pier", HEADLINE), "rewrite", id="half kept, another headline"),
        pytest.param(HALF, FERRY, SEVEN, (HEADLINE, HEADLINE), "revision", id="half kept, one headline"),
        pytest.param(HALF, FERRY, NEXT_MORNING, (HEADLINE, HEADLINE), "rewrite", id="the day after"),
        pytest.param(FERRY_LATER, FERRY, NEXT_MORNING, ("Flown out", HEADLINE), "revision", id="edited a day on"),
        pytest.param(
            FERRY_LATER, FERRY, SIX + timedelta(days=9), ("Flown out", HEADLINE), "rewrite", id="nine days on"
        ),
    ],
)  # fmt: skip
def test_words_and_time_decide_where_the_address_is_another(
    body: str, before: str, when: datetime, titles: tuple[str, str], outcome: str
) -> None:
    report = ours(body, canonical=OTHER, title=titles[0], published=when)
    match = decided(report, kept(before, title=titles[1]))
    assert match.outcome == outcome, match.reason
