"""`copydesk replay`: other thresholds on the reports of the last days, beside the archive."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
import structlog
from typer.testing import CliRunner

from bot.deciding import Deciding
from bot.desk import Desk
from bot.errors import UserError
from bot.match.stories import DEFAULT
from bot.pipeline import Pipeline
from bot.replaying import Placed, Played, answered, elsewhere
from bot.settings import Settings
from bot.shapes import LOCAL, Pair, Thresholds
from handlers.terminal.cli import cli
from handlers.terminal.replay import Replayed, as_lines, chosen, replay
from store import open_store
from tests.factories import NOON, a_drop, an_article, at
from tests.handlers.conftest import NoNetwork

BRIDGE = """The swing bridge at Halmouth jammed half open on Monday with a coal barge below it, the canal board said.

"It will not turn either way," said the bridge keeper, Osric Vane. Halmouth's mayor asked the canal board for a boat."""

BRIDGE_LATER = """Engineers freed the swing bridge at Halmouth on Tuesday, and the coal barge went on to Dunmere.

The bridge keeper Osric Vane said that the canal board had found a broken pinion. Halmouth's mayor thanked the crews."""

OTHER = """A grain store burned at Dunmere on Tuesday night, and forty firemen fought the flames until the morning.

"We saved the mill," said the captain of the brigade, Ilse Marn. The grain was to be shipped to Velmouth this week."""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Three reports of the last days, and one from before."""
    store, fetcher = open_store(f"sqlite:///{tmp_path / 'archive.db'}"), NoNetwork()
    desk = Desk(Settings(_env_file=None), store, fetcher, lambda: at(60), Pipeline(store, fetcher, lambda: at(60)))
    for nth, (title, body, days) in enumerate(
        (("Bridge jams", BRIDGE, 3), ("Bridge is freed", BRIDGE_LATER, 2), ("Grain store burns", OTHER, 1)), 1
    ):
        seen = NOON - timedelta(days=days)
        drop = a_drop(key=str(nth), id=str(nth), title=title, body=body, outlet=str(nth), published=seen, received=seen)
        desk.pipeline.take(drop)
    yield desk
    store.close()


@pytest.fixture
def own_log() -> Iterator[None]:
    """The command line logs to a stream that the runner closes: no later test may be left with it."""
    yield
    structlog.reset_defaults()


@pytest.fixture
def scratch() -> Iterator[Desk]:
    store, fetcher = open_store("sqlite://"), NoNetwork()
    yield Desk(Settings(_env_file=None), store, fetcher, lambda: at(60), Pipeline(store, fetcher, lambda: at(60)))
    store.close()


def lines(found: Replayed) -> str:
    return "\n".join(as_lines(found))


def test_thresholds_that_nothing_reaches_open_a_story_for_each(desk: Desk, scratch: Desk) -> None:
    found = replay(desk, scratch, NOON - timedelta(days=4), 1.0, None)
    now, then = found.plays
    assert (now.opened, then.opened) == (2, 3)
    (moved,) = found.elsewhere
    assert (moved.article.title, moved.was.story, moved.now.story) == ("Bridge is freed", "a1", "a2")
    told = lines(found)
    assert "Bridge is freed (2," in told
    assert "now:  in “Bridge jams”" in told
    assert "then: opens a story and asks about another" in told


def test_what_came_before_those_days_stays_where_it_is(desk: Desk, scratch: Desk) -> None:
    found = replay(desk, scratch, NOON - timedelta(days=2, hours=1), 0.01, 0.01)
    now, then = found.plays
    assert [one.article for one in now.placed] == ["a2", "a3"]
    assert {one.article: one.story for one in then.placed}["a2"] == "a1"
    assert found.articles == 2


def test_the_thresholds_of_now_place_everything_where_it_is(desk: Desk, scratch: Desk) -> None:
    found = replay(desk, scratch, NOON - timedelta(days=4), DEFAULT.act, DEFAULT.suggest)
    assert found.elsewhere == ()
    assert "No report would move." in lines(found)
    kept = {article.id: article.story for article in desk.store.articles(LOCAL)}
    assert [one.story == "a1" for one in found.plays[0].placed] == [story == "s1" for story in kept.values()]


def test_with_no_threshold_named_several_are_tried(desk: Desk, scratch: Desk) -> None:
    found = replay(desk, scratch, NOON - timedelta(days=4), None, None)
    assert len(found.plays) == len(found.answers) == 5
    assert found.plays[0].thresholds == DEFAULT
    assert "(as it is now)" in lines(found)


def test_a_copy_stays_with_its_original(desk: Desk, scratch: Desk) -> None:
    seen = NOON - timedelta(hours=1)
    desk.pipeline.take(a_drop(key="4", id="4", title="Freed", body=BRIDGE_LATER, outlet="Four", received=seen))
    found = replay(desk, scratch, NOON - timedelta(days=4), 1.0, 1.0)
    assert found.articles == 4
    assert [one.article for one in found.plays[0].placed] == ["a1", "a2", "a3"]


def test_nothing_is_written_and_nothing_posted(desk: Desk, scratch: Desk) -> None:
    def everything() -> list[object]:
        store = desk.store
        return [store.articles(LOCAL), store.stories(LOCAL), store.decisions(LOCAL, "s1"), store.due_postings(at(9999))]

    before = everything()
    replay(desk, scratch, NOON - timedelta(days=4), 1.0, 0.01)
    assert everything() == before


def test_what_people_said_is_held_against_each_threshold(desk: Desk, scratch: Desk) -> None:
    with desk.store.transaction(LOCAL):
        Deciding(desk.store, LOCAL, "U1", at(1)).move("a2", None)
    found = replay(desk, scratch, NOON - timedelta(days=4), 1.0, 1.0)
    (now, then) = found.answers
    assert (now.wrongly_joined, now.apart) == (1, 0)
    assert (then.wrongly_joined, then.apart) == (0, 1)
    assert "What people said of 1 pairs of reports, 0 of one event and 1 of two:" in lines(found)


PAIRS = [
    Pair(one="a1", other="a2", same=same, score=score)
    for same, score in [(True, 0.5), (True, 0.25), (True, 0.1), (False, 0.5), (False, 0.25), (False, 0.1), (True, None)]
]


@pytest.mark.parametrize(
    ("act", "suggest", "expected"),
    [(0.4, 0.2, (1, 1, 1, 1, 1, 1)), (0.0, 0.0, (3, 0, 0, 3, 0, 0)), (1.0, 0.2, (0, 2, 1, 0, 2, 1))],
)
def test_answers_are_counted_by_likeness(act: float, suggest: float, expected: tuple[int, ...]) -> None:
    one = answered(PAIRS, Thresholds(act=act, suggest=suggest))
    assert (one.joined, one.asked, one.missed, one.wrongly_joined, one.wrongly_asked, one.apart) == expected


def played(**stories: str) -> Played:
    placed = tuple(Placed(article=one, story=story, score=0.0, reason="") for one, story in stories.items())
    return Played(thresholds=DEFAULT, opened=0, asked=0, placed=placed)


@pytest.mark.parametrize(
    ("was", "now", "expected"),
    [
        ({"a1": "a1", "a2": "a1"}, {"a1": "a1", "a2": "a1"}, []),
        ({"a1": "a1", "a2": "a1"}, {"a1": "a1", "a2": "a2"}, [("a2", 0)]),
        ({"a1": "a1", "a2": "a1", "a3": "a1"}, {"a1": "a1", "a2": "a2", "a3": "a2"}, [("a2", 1)]),
        ({"a1": "a1", "a2": "a2", "a3": "a2"}, {"a1": "a1", "a2": "a1", "a3": "a1"}, [("a2", 1)]),
        ({"a1": "a1", "a2": "a2", "a3": "a1"}, {"a1": "a1", "a2": "a2", "a3": "a2"}, [("a3", 0)]),
    ],
)
def test_what_only_follows_is_counted_with_what_it_follows(
    was: dict[str, str], now: dict[str, str], expected: list[tuple[str, int]]
) -> None:
    found = elsewhere(played(**was), played(**now), [an_article(id=one) for one in was])
    assert [(one.article.id, one.followed) for one in found] == expected


@pytest.mark.parametrize(
    ("act", "suggest", "expected"),
    [
        (None, None, None),
        (0.1, None, Thresholds(act=0.1, suggest=0.1)),
        (None, 0.05, Thresholds(act=DEFAULT.act, suggest=0.05)),
        (0.9, 0.8, Thresholds(act=0.9, suggest=0.8)),
    ],
)
def test_a_threshold_that_is_not_named_is_as_it_is_now(
    act: float | None, suggest: float | None, expected: Thresholds | None
) -> None:
    assert chosen(act, suggest) == expected


@pytest.mark.parametrize(("act", "suggest"), [(0.2, 0.3), (1.5, None), (-0.1, None)])
def test_thresholds_that_cannot_be_meant_are_refused(act: float, suggest: float | None) -> None:
    with pytest.raises(UserError, match="between 0 and 1"):
        chosen(act, suggest)


@pytest.mark.usefixtures("own_log")
def test_the_command_prints_it_as_json_too(tmp_path: Path) -> None:
    from app import open_desk

    url = f"sqlite:///{tmp_path / 'archive.db'}"
    printed = CliRunner().invoke(cli, ["replay", "--days", "3", "--json", "--db", url], obj=open_desk)
    assert json.loads(printed.stdout)["articles"] == 0
    assert CliRunner().invoke(cli, ["replay", "--act", "7", "--db", url], obj=open_desk).exit_code == 2
