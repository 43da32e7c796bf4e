"""/conflicts, /story and /digest, over a real store."""

from __future__ import annotations

import pytest

from bot.errors import UserError
from bot.shapes import LOCAL
from handlers.answers import StoryAnswer, StoryList
from handlers.views import draw, ids
from handlers.views.blocks import Block
from tests.factories import NOON
from tests.handlers.commands.conftest import Newsroom


def values(blocks: list[Block], action: str) -> list[str]:
    """The values of all buttons of an action."""
    held = [block["accessory"] for block in blocks if "accessory" in block]
    held += [element for block in blocks if block["type"] == "actions" for element in block["elements"]]
    return [button["value"] for button in held if button["action_id"] == action]


def test_conflicts_of_every_story_with_the_name_of_each(room: Newsroom) -> None:
    (conflict,) = room.ask("/conflicts").conflicts
    assert conflict.title == "Ferry and dredger collide off Harrowmouth"
    assert conflict.posted


def test_a_conflict_below_the_threshold_is_only_possible(room: Newsroom) -> None:
    version = room.store.versions(LOCAL, "a1")[-1]
    room.conflict("s1", version, version, key="another", confidence=0.3)
    text = draw(room.ask("/conflicts s1"))["text"]
    assert "2 conflicts · 1 only possible" in text


def test_each_conflict_has_its_buttons(room: Newsroom) -> None:
    blocks = draw(room.ask("/conflicts s1"))["blocks"]
    assert values(blocks, ids.CONFLICT_CONFIRM) == ["c1|0|/conflicts s1"]
    assert values(blocks, ids.CONFLICT_UPDATE) == ["c1|0|/conflicts s1"]


def test_a_settled_conflict_shows_with_all(room: Newsroom) -> None:
    room.store.judge_conflict(LOCAL, "c1", "dismissed", "U1", NOON)
    assert "1 settled: /conflicts s1 all shows them" in room.ask("/conflicts s1").note
    answer = room.ask("/conflicts s1 all")
    assert answer.contract()["conflicts"][0]["status"] == "dismissed"
    assert values(draw(answer)["blocks"], ids.CONFLICT_REOPEN) == ["c1|0|/conflicts s1 all"]


def test_a_story_without_conflicts_says_so(room: Newsroom) -> None:
    answer = room.ask("/conflicts tarrow")
    assert answer.contract()["conflicts"] == []
    assert "No conflict was found in “Ferry strikes the quay at Tarrow”" in answer.note


def test_the_contract_of_conflicts(room: Newsroom) -> None:
    (conflict,) = room.ask("/conflicts").contract()["conflicts"]
    assert conflict.keys() >= {"id", "kind", "status", "story", "summary", "why", "confidence", "sides"}
    assert conflict["sides"][0].keys() >= {"article", "outlet", "published", "text", "start", "end", "says"}


@pytest.mark.parametrize(
    "ref", ["s1", "ferry-harrowmouth", "dredger", "horror", "a1", "https://meridianpress.example/ferry-sinks"]
)
def test_a_story_by_whatever_names_it(room: Newsroom, ref: str) -> None:
    answer = room.ask(f"/story {ref}")
    assert isinstance(answer, StoryAnswer)
    assert answer.sheet.story.id == "s1"


def test_no_words_bring_the_latest_stories(room: Newsroom) -> None:
    answer = room.ask("/story")
    assert [one.line for one in answer.stories] == ["/story s2", "/story s1"]


@pytest.mark.parametrize(("ref", "words"), [("ferry", "2 stories are called so"), ("volcano", "No story is called")])
def test_words_that_name_no_one_story_bring_some_to_pick(room: Newsroom, ref: str, words: str) -> None:
    answer = room.ask(f"/story {ref}")
    assert isinstance(answer, StoryList)
    assert words in answer.note
    assert set(values(draw(answer)["blocks"], ids.PICK)) == {"/story s1", "/story s2"}


def test_a_digest_of_what_came(room: Newsroom) -> None:
    answer = room.ask("/digest")
    assert [entry.sheet.story.id for entry in answer.digest.entries] == ["s1", "s2"]
    assert answer.line == "/digest since 24h"


def test_a_digest_of_nothing_names_the_latest_story(room: Newsroom) -> None:
    answer = room.ask("/digest since 1m")
    assert answer.digest.entries == ()
    assert "The latest story, “Ferry strikes the quay at Tarrow”" in answer.note


def test_a_digest_takes_only_a_time(room: Newsroom) -> None:
    with pytest.raises(UserError, match="takes only a time"):
        room.ask("/digest ferry")


@pytest.mark.parametrize("line", ["/story", "/conflicts", "/digest", "/story x", "/conflicts x", "/what-changed x"])
def test_an_empty_archive_answers_too(empty: Newsroom, line: str) -> None:
    assert draw(empty.ask(line))["blocks"]
