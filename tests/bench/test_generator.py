"""Made articles are the same for the same seed, and are what they are said to be."""

from __future__ import annotations

from collections import Counter
from itertools import islice

import pytest

from bench.archive import report_of
from bench.generator import lexicon
from bench.generator.stream import LIVE, RUNNING, Made, Newsroom
from bench.ingest import NoNetwork
from bench.taking import RIGHT
from bot.match.likeness import likeness, wording
from bot.match.words import words
from bot.pipeline import Pipeline
from bot.read import read
from store import open_store


def made(seed: int | str = 1, count: int = 400) -> list[Made]:
    return list(islice(Newsroom(seed), count))


@pytest.fixture(scope="module")
def news() -> dict[str, Made]:
    return {one.drop.id: one for one in made()}


def test_a_seed_always_makes_the_same() -> None:
    assert made(7, 50) == made(7, 50) != made(8, 50)


def test_all_kinds_come(news: dict[str, Made]) -> None:
    counts = Counter(one.truth for one in news.values())
    assert set(counts) == {"report", "copy", "subbed", "cut", "rewrite", "version"}
    assert counts["report"] > 200
    assert any(one.like for one in news.values())


def test_a_made_text_is_read_as_it_is(news: dict[str, Made]) -> None:
    assert all(read(one.drop) == report_of(one.drop) for one in news.values())


LIKE = {"copy": (1.0, 1.0), "subbed": (0.9, 0.4), "cut": (1.0, 0.3), "rewrite": (0.45, 0.35), "version": (0.7, 0.9)}
"What at least stands in the other of a text made from another, and of the one it is made from."


def test_what_is_made_from_another_shares_its_words(news: dict[str, Made]) -> None:
    for one in news.values():
        if one.of is not None:
            shared = likeness(wording(one.drop.body or ""), wording(news[one.of].drop.body or ""))
            assert (shared.ours >= LIKE[one.truth][0], shared.theirs >= LIKE[one.truth][1]) == (True, True), one.drop.id
            assert (one.drop.outlet == news[one.of].drop.outlet) == (one.truth == "version")
            assert (one.drop.url == news[one.of].drop.url) == (one.truth == "version")


def test_independent_reports_share_an_event_and_no_text(news: dict[str, Made]) -> None:
    reports: dict[int, list[Made]] = {}
    for one in news.values():
        if one.truth == "report":
            reports.setdefault(one.event.number, []).append(one)
    several = [told for told in reports.values() if len(told) > 1]
    assert len(several) > 20
    for first, second, *_ in several:
        assert likeness(wording(first.drop.body or ""), wording(second.drop.body or "")).most < 0.3
        assert first.event.facts["place"] in str(first.drop.body)
        assert first.event.facts["place"] in str(second.drop.body)
        assert first.event.facts["who"] in str(first.drop.body)
        assert first.event.facts["who"] in str(second.drop.body)


def test_a_look_alike_is_of_the_kind_and_place_but_of_other_people(news: dict[str, Made]) -> None:
    events = {one.event.number: one.event for one in news.values()}
    for one in news.values():
        if one.like is not None:
            model = events[one.like]
            assert (one.event.kind, one.event.facts["place"]) == (model.kind, model.facts["place"])
            assert {one.event.facts["who"], one.event.facts["other"]} != {model.facts["who"], model.facts["other"]}


def test_what_is_quoted_stands_there(news: dict[str, Made]) -> None:
    for one in news.values():
        for quoted, name in one.text.said:
            assert f"“{quoted}”" in str(one.drop.body)
            assert lexicon.person_of(lexicon.person_number(name)) == name


def test_words_fall_off_as_in_english() -> None:
    counts = Counter(word for one in made(3, 1000) for word in {*words(one.drop.body or "")})
    often = sum(count > 100 for count in counts.values())
    once = sum(count == 1 for count in counts.values())
    assert 50 < often < len(counts) / 10
    assert once > len(counts) / 5


def test_a_newsroom_remembers_no_more_with_every_article() -> None:
    room = Newsroom(1)
    for _ in range(4000):
        room.next()
    assert len(room.live) == LIVE
    assert len(room.running) <= RUNNING
    assert all(len(live.articles) <= 5 for live in (*room.live, *room.running))


def test_the_pipeline_finds_nearly_all_of_them() -> None:
    store = open_store("sqlite://")
    taken = {one.drop.id: one for one in made(2, 150)}
    pipeline = Pipeline(store, NoNetwork(), lambda: Newsroom(2).at)
    outcomes = {name: pipeline.take(one.drop)[0] for name, one in taken.items()}
    store.close()
    again = [one for one in taken.values() if one.of]
    right = [one for one in again if outcomes[one.drop.id].outcome in RIGHT[one.truth]]
    same_story = [one for one in again if outcomes[one.drop.id].story == outcomes[one.of or ""].story]
    assert len(again) > 40
    assert len(right) >= 0.95 * len(again)
    assert len(same_story) >= 0.95 * len(again)
