"""The sample story from its files to what an editor is told. `expected.json` says what an editor expects; the
page beside the samples, samples.md, says it in words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from app import open_desk
from bot.ports import Store
from bot.shapes import LOCAL, Article, Conflict, Outcome, QuoteReport
from handlers.drops.files import drops_in_path
from handlers.terminal.rehearse import when
from handlers.terminal.stage import PlayClock

SAMPLES = Path(str(files("handlers.terminal") / "samples"))
EXPECTED: dict[str, Any] = json.loads((Path(__file__).parent / "expected.json").read_text(encoding="utf-8"))
BEFORE_ALL = datetime(2026, 10, 26, tzinfo=UTC)


def cases(name: str) -> list[Any]:
    """Each expectation of a kind as a test of its own; one with `short` (why it is not met yet) is known to fail."""
    found = EXPECTED[name].items() if isinstance(EXPECTED[name], dict) else [(None, one) for one in EXPECTED[name]]
    return [
        pytest.param(
            key or one,
            id=key or "-".join([one.get("drop") or one["drops"][-1], one.get("kind", ""), str(one["words"])[:24]]),
            marks=[pytest.mark.xfail(reason=one["short"])] if "short" in one else [],
        )
        for key, one in found
    ]


class Told(NamedTuple):
    """The story, taken in."""

    store: Store
    outcomes: dict[str, Outcome]
    articles: dict[str, str]
    "drop -> article"
    quotes: list[QuoteReport]
    conflicts: list[Conflict]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Told]:
    clock = PlayClock(BEFORE_ALL)
    desk = open_desk(f"sqlite:///{tmp_path_factory.mktemp('samples') / 'desk.db'}", clock)
    outcomes: dict[str, Outcome] = {}
    for drop in drops_in_path(SAMPLES, workspace=LOCAL, received=BEFORE_ALL):
        clock.move(when(drop) or clock())
        for outcome in desk.pipeline.take(drop.model_copy(update={"received": clock()})):
            outcomes[outcome.drop] = outcome
    articles = {name: outcome.article for name, outcome in outcomes.items() if outcome.article}
    yield Told(desk.store, outcomes, articles, desk.store.quote_reports(LOCAL), desk.store.conflicts(LOCAL))
    desk.store.close()


def test_every_drop_is_taken_in(told: Told) -> None:
    assert set(told.outcomes) == set(EXPECTED["drops"])


@pytest.mark.parametrize("drop", cases("drops"))
def test_each_drop_is_what_an_editor_would_call_it(told: Told, drop: str) -> None:
    expected = EXPECTED["drops"][drop]
    outcome = told.outcomes[drop]
    assert (outcome.outcome, outcome.of) == (expected["outcome"], told.articles.get(expected.get("of"))), outcome.reason
    assert outcome.lineage == expected.get("lineage", outcome.lineage)


def test_the_story_and_its_look_alike_stay_apart(told: Told) -> None:
    stories: dict[str, set[str | None]] = {}
    for drop, expected in EXPECTED["drops"].items():
        stories.setdefault(expected["story"], set()).add(told.outcomes[drop].story)
    assert {name: len(ids) for name, ids in stories.items()} == {"tarrow": 1, "harrowmouth": 1}
    assert stories["tarrow"] != stories["harrowmouth"]


@pytest.mark.parametrize("expected", cases("conflicts"))
def test_each_contradiction_is_found(told: Told, expected: dict[str, Any]) -> None:
    assert any(_is(conflict, expected, told) for conflict in told.conflicts)


def _is(conflict: Conflict, expected: dict[str, Any], told: Told) -> bool:
    """Same kind, and each of the expected words (`one|or another`) stands in one of the sides. Open, or closed where a
    later account replaced it."""
    texts = [side.text for side in conflict.sides]
    held = all(any(word in text for text in texts for word in words.split("|")) for words in expected["words"])
    return conflict.kind == expected["kind"] and held and conflict.status in expected.get("ends", ["open"])


@pytest.mark.parametrize("update", cases("updates"))
def test_a_later_figure_is_no_contradiction(told: Told, update: dict[str, Any]) -> None:
    earlier, later = update["words"]
    for conflict in told.conflicts:
        if conflict.status == "open":
            texts = [side.text for side in conflict.sides]
            assert not (any(earlier in text for text in texts) and any(later in text for text in texts))


@pytest.mark.parametrize("expected", cases("quotes"))
def test_each_quotation_has_its_speaker(told: Told, expected: dict[str, Any]) -> None:
    found = [quote for quote in told.quotes if _holds(quote, expected, told)]
    assert found, "not found"
    assert {expected["name"], expected.get("via")} <= {name for quote in found for name in _names(quote)} | {None}


def _holds(quote: QuoteReport, expected: dict[str, Any], told: Told) -> bool:
    return quote.article == told.articles[expected["drop"]] and expected["words"] in quote.text


def _names(quote: QuoteReport) -> set[str | None]:
    return {quote.name, *quote.also, quote.via}


@pytest.mark.parametrize("expected", cases("not_quotes"))
def test_titles_and_scare_quotes_are_nobodys_words(told: Told, expected: dict[str, Any]) -> None:
    around = [q for q in told.quotes if _holds(q, expected, told) and len(q.text) < len(expected["words"]) + 4]
    assert around == []


def test_every_span_shows_its_words(told: Told) -> None:
    bodies: dict[str, str] = {}
    for quote in told.quotes:
        version = told.store.version(LOCAL, quote.version)
        bodies[quote.version] = version.body if version else ""
        first = quote.text.split(" … ")[0]
        assert bodies[quote.version][quote.start : quote.end].startswith(first)


def test_one_person_spelled_three_ways_is_one_person(told: Told) -> None:
    for names in EXPECTED["spellings"]:
        people = {quote.person for quote in told.quotes if {quote.name, *quote.also} & set(names)}
        assert len(people) == 1


def test_people_of_one_surname_are_told_apart(told: Told) -> None:
    people = {name: {q.person for q in told.quotes if name in (q.name, *q.also)} for name in EXPECTED["namesakes"]}
    assert {name: len(ids) for name, ids in people.items()} == dict.fromkeys(EXPECTED["namesakes"], 1)
    assert len(set.union(*people.values())) == len(people)


def test_the_correction_is_seen_for_what_it_is(told: Told) -> None:
    article: Article | None = told.store.article(LOCAL, told.articles["04-sextant-first"])
    assert article is not None
    assert article.versions == 3
