"""What the machine decides about stories by itself, what it leaves to people, and what people said against it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

import bot.filing
from bot.deciding import Deciding
from bot.pipeline import Pipeline
from bot.ports import Store
from bot.shapes import LOCAL, Channel, Decision, Drop, FeedAnswer, Maybe, Page, Placement
from store import open_store
from tests.factories import a_drop, at

Take = Callable[..., str]


class NoNetwork:
    def page(self, url: str) -> Page:
        raise AssertionError(url)

    def contents(self, drop: Drop) -> list[Drop]:
        raise AssertionError(drop)

    def feed(self, url: str, etag: str | None = None, modified: str | None = None) -> FeedAnswer:
        raise AssertionError(url)


@pytest.fixture
def store() -> Iterator[Store]:
    store = open_store("sqlite://")
    store.save_channel(Channel(workspace=LOCAL, id="C1"))
    yield store
    store.close()


@pytest.fixture
def take(store: Store, monkeypatch: pytest.MonkeyPatch) -> Take:
    """Takes a report in as if it had been placed so; the story it is in."""
    pipeline = Pipeline(store, NoNetwork(), lambda: at(0))
    places = enumerate(("library", "theatre", "market", "lighthouse", "mill", "chapel"))

    def taken(story: str | None = None, **fields: object) -> str:
        given = {"story": story, "score": 0.4, "reason": "They are alike."} | fields
        placement = Placement.model_validate(given)
        monkeypatch.setattr(bot.filing, "place", lambda *_: placement)
        hour, name = next(places)
        body = " ".join(f"{name}{nth}" for nth in range(40)) + "."  # no word of it is in another one's
        drop = a_drop(key=name, id=name, title=f"The {name} burns", body=body, received=at(hour))
        (outcome,) = pipeline.take(drop)
        assert outcome.story
        return outcome.story

    return taken


def articles(store: Store, story: str) -> list[str]:
    return [one.id for one in store.articles(LOCAL) if one.story == story]


def asked(store: Store, story: str) -> list[Decision]:
    return [one for one in store.decisions(LOCAL, story) if one.status == "asked"]


def wanted(store: Store) -> list[str]:
    """What is due, each reply once its card is told."""
    for story in store.stories(LOCAL):
        if store.posting(LOCAL, f"card:C1:{story.id}"):
            store.told(LOCAL, f"card:C1:{story.id}", 0, "1.1")
    return [posting.notice.key for posting in store.due_postings(at(99), limit=99)]


def by(store: Store, who: str | None) -> Deciding:
    return Deciding(store, LOCAL, who, at(5))


MAYBE = (Maybe(story="s1", score=0.2, reason="Both speak of Velmouth."),)


# --- joining -----------------------------------------------------------------------------------


def test_a_report_of_two_stories_joins_them_and_the_thread_is_told_why(store: Store, take: Take) -> None:
    take(), take()
    assert take("s2", joins=("s1",)) == "s1"
    assert articles(store, "s1") == ["a1", "a2", "a3"]
    (made,) = store.decisions(LOCAL, "s1")
    assert (made.kind, made.status, made.story, made.other, made.by) == ("merge", "done", "s1", "s2", None)
    assert made.reason == "“The market burns” is a report of both. They are alike."
    assert "decision:C1:d1" in wanted(store)
    assert store.pairs(LOCAL) == []


def test_what_a_person_undid_is_not_joined_again(store: Store, take: Take) -> None:
    take(), take()
    take("s2", joins=("s1",))
    undone = by(store, "U1").undo("d1")
    assert (undone.status, undone.by) == ("declined", "U1")
    assert [pair.same for pair in store.pairs(LOCAL)] == [False, False]
    assert take("s2", joins=("s1",)) == "s2"
    assert articles(store, "s2") == ["a2", "a4"]


def test_what_a_person_parted_is_not_joined_by_a_machine(store: Store, take: Take) -> None:
    take(), take("s1"), take()
    by(store, "U1").move("a2", None)
    assert take("s1", joins=("s3",)) == "s1"
    assert articles(store, "s3") == ["a2"]


# --- asking ------------------------------------------------------------------------------------


def test_one_question_at_a_time_is_asked_about_a_story(store: Store, take: Take) -> None:
    take()
    take(maybe=MAYBE)
    (question,) = asked(store, "s2")
    assert (question.story, question.other, question.article, question.score) == ("s1", "s2", "a2", 0.2)
    take("s2", maybe=MAYBE)
    assert len(asked(store, "s2")) == 1
    assert wanted(store).count("question:C1:d1") == 1


def test_two_stories_that_a_person_parted_are_not_asked_about(store: Store, take: Take) -> None:
    take()
    take(maybe=MAYBE)
    by(store, "U1").decline(asked(store, "s2")[0])
    take("s2", maybe=MAYBE)
    assert asked(store, "s2") == []


def test_where_nobody_follows_nothing_is_told_and_the_question_stands(store: Store, take: Take) -> None:
    store.save_channel(Channel(workspace=LOCAL, id="C1", follows=False))
    take()
    take(maybe=MAYBE)
    assert len(asked(store, "s2")) == 1
    assert wanted(store) == []


# --- moving ------------------------------------------------------------------------------------


def test_the_machine_moves_a_report_with_its_reason(store: Store, take: Take) -> None:
    take(), take("s1"), take()
    made = by(store, None).move("a2", "s2", 0.5, "It is nearer to it by now.")
    assert made
    assert (made.by, made.score, made.reason) == (None, 0.5, "It is nearer to it by now.")
    assert articles(store, "s2") == ["a2", "a3"]


def test_the_machine_does_not_move_what_a_person_put_there(store: Store, take: Take) -> None:
    take(), take("s1"), take()
    by(store, "U1").move("a2", "s2")
    assert by(store, None).move("a2", "s1") is None
    assert articles(store, "s2") == ["a2", "a3"]


def test_the_machine_does_not_part_what_a_person_joined(store: Store, take: Take) -> None:
    take(), take(), take()
    by(store, "U1").merge("s1", "s2")
    assert by(store, None).move("a2", "s3") is None
    assert by(store, None).move("a2", None) is None
    assert articles(store, "s1") == ["a1", "a2"]


def test_a_machine_s_move_that_is_undone_is_not_made_again(store: Store, take: Take) -> None:
    take(), take("s1"), take()
    made = by(store, None).move("a2", "s2")
    assert made
    by(store, "U1").undo(made.id)
    assert by(store, None).move("a2", "s2") is None
    assert articles(store, "s1") == ["a1", "a2"]


# --- round-ups ---------------------------------------------------------------------------------


def test_what_a_round_up_touches_is_kept_with_it_and_told_nowhere_else(store: Store, take: Take) -> None:
    take(), take()
    before = wanted(store)
    assert take(touches=("s1", "s2")) == "s3"
    sheet = store.sheet(LOCAL, "s3")
    assert sheet
    assert [story.title for story in sheet.touched] == ["The library burns", "The theatre burns"]
    assert [key for key in wanted(store) if key not in before] == ["card:C1:s3"]
