"""Decisions about stories: articles go with all that hangs on them, and come back as they were."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from bot.errors import StoreError, UserError
from bot.shapes import Decision, KnownStory, Pair
from store import SqlStore
from tests.factories import NOON, a_conflict, a_side, at
from tests.store.archive import AWAY, HOME, a_match, a_notice, a_profile, a_story, an_article, say


def a_decision(**fields: Any) -> Decision:
    given = {"kind": "merge", "status": "done", "story": "s1", "other": "s2", "by": "U1", "at": NOON}
    return Decision.model_validate(given | fields)


def articles_of(store: SqlStore, story: str) -> list[str]:
    sheet = store.sheet(HOME, story)
    return sorted(article.id for article in sheet.articles if article.story == story) if sheet else []


def known(store: SqlStore, story: str) -> KnownStory:
    found = store.known_story(HOME, story)
    assert found
    return found


@pytest.fixture
def two(store: SqlStore) -> SqlStore:
    """Two stories of two reports each, one of the second's a copy; each has a quote and a conflict of the same key."""
    about = {"s1": ("ferry-pier", 0, {"ferry": 2.0}), "s2": ("pier-struck", 60, {"pier": 1.0, "ferry": 1.0})}
    for story, (slug, minutes, terms) in about.items():
        a_story(store, slug, first=at(minutes))
        first = an_article(
            store, story, drop=f"{slug} 1", body=f"{slug}: “It shook,” said Ann Lee.", canonical=None, url=None,
            published=at(minutes), profile=a_profile(at(minutes), **terms), seen=at(minutes),
        )  # fmt: skip
        say(store, first, "“It shook,”", name="Ann Lee")
        match = a_match(outcome="copy", of=first.article) if story == "s2" else a_match()
        other = an_article(
            store, story, drop=f"{slug} 2", outlet="Coast Radio", body=f"{slug} again.", canonical=None, url=None,
            match=match, published=at(minutes + 5), profile=a_profile(at(minutes + 5), **terms), seen=at(minutes + 5),
        )  # fmt: skip
        sides = a_side(article=first.article), a_side(article=other.article)
        store.save_conflict(HOME, story, a_conflict(id="", story="", sides=sides))
    return store


def state(store: SqlStore) -> list[object]:
    """Everything that a decision may move."""
    stories = [store.story(HOME, f"s{n}") for n in (1, 2)]
    return [
        [articles_of(store, f"s{n}") for n in (1, 2)],
        stories,
        [store.former_story(HOME, f"s{n}") for n in (1, 2)],
        [sorted((c.id, c.key, c.status) for c in store.conflicts(HOME, f"s{n}")) for n in (1, 2)],
        [[(q.quote, q.utterance) for q in store.quote_reports(HOME, story=f"s{n}")] for n in (1, 2)],
        [[(h.utterance, h.elsewhere) for h in store.heard(HOME, f"s{n}")] for n in (1, 2)],
        [known(store, f"s{n}") for n in (1, 2)],
        [store.muted_kinds(HOME, f"s{n}") for n in (1, 2)],
        [story.id for story in store.stories(HOME)],
    ]


def test_a_merge_moves_all_of_a_story_and_its_names_find_the_one_it_is_part_of(two: SqlStore) -> None:
    two.mute_conflicts(HOME, "s2", "wording", "U1", NOON)
    made = two.decide_story(HOME, a_decision())
    assert made.id == "d1"
    assert made.titles == ("Ferry pier", "Pier struck")
    assert articles_of(two, "s1") == ["a1", "a2", "a3", "a4"]
    for ref in ("s2", "pier-struck", "Pier-Struck"):
        found = two.story(HOME, ref)
        assert found
        assert found.id == "s1"
    sheet = two.sheet(HOME, "s2")
    assert sheet
    assert sheet.story.id == "s1"
    assert sheet.decisions == (made,)
    former = two.former_story(HOME, "s2")
    assert former
    assert (former.title, two.former_story(HOME, "s1")) == ("Pier struck", None)
    assert [story.id for story in two.stories(HOME)] == ["s1"]
    assert {q.story for q in two.quote_reports(HOME)} == {"s1"}
    assert len({c.key for c in two.conflicts(HOME, "s1")}) == 2
    assert two.muted_kinds(HOME, "s1") == ["wording"]
    assert two.moved_by(HOME, "d1") == ["a3", "a4"]
    assert (sheet.story.first, sheet.story.last) == (NOON, at(65))


def test_a_later_report_finds_the_story_that_another_is_part_of(two: SqlStore) -> None:
    two.decide_story(HOME, a_decision())
    (found,) = two.story_candidates(HOME, a_profile(pier=1.0))
    assert (found.story, found.articles) == ("s1", 4)
    assert found.terms == pytest.approx({"ferry": 6.0, "pier": 2.0})


def test_undoing_a_merge_brings_everything_back(two: SqlStore) -> None:
    before = state(two)
    two.decide_story(HOME, a_decision(), [Pair(one="a1", other="a3", same=True)])
    undone = two.undo_decision(HOME, "d1", "U2", at(9))
    assert (undone.status, undone.by, undone.at) == ("undone", "U2", at(9))
    assert state(two) == before
    assert two.pairs(HOME) == []
    with pytest.raises(UserError, match="already"):
        two.undo_decision(HOME, "d1", "U2", at(9))


def test_a_split_takes_the_copies_along_and_resolves_what_it_parts(two: SqlStore) -> None:
    side = a_side(article="a1"), a_side(article="a3")
    two.decide_story(HOME, a_decision())
    across = two.save_conflict(HOME, "s1", a_conflict(id="", story="", key="across", sides=side))
    before = state(two)
    own = a_story(two, "own-story")
    two.decide_story(HOME, a_decision(kind="move", story=own, other="s1", article="a3"))
    assert (articles_of(two, "s1"), articles_of(two, own)) == (["a1", "a2"], ["a3", "a4"])
    parted = two.conflict(HOME, across.id)
    assert parted
    assert parted.status == "resolved"
    assert [c.sides[0].article for c in two.conflicts(HOME, own)] == ["a3"]
    two.undo_decision(HOME, "d2", "U1", NOON)
    assert state(two) == before
    found = two.story(HOME, "own-story")
    assert found
    assert found.id == "s1"


def test_what_came_since_stays_but_a_copy_goes_with_its_original(two: SqlStore) -> None:
    two.decide_story(HOME, a_decision())
    an_article(two, "s1", drop="own", body="Something else.", canonical=None, url=None)
    an_article(two, "s1", drop="copy", body="x", canonical=None, url=None, match=a_match(outcome="copy", of="a4"))
    two.undo_decision(HOME, "d1", "U1", NOON)
    assert (articles_of(two, "s1"), articles_of(two, "s2")) == (["a1", "a2", "a5"], ["a3", "a4", "a6"])


def test_undoing_leaves_what_was_decided_since(two: SqlStore) -> None:
    two.decide_story(HOME, a_decision())
    third = a_story(two, "third")
    two.decide_story(HOME, a_decision(kind="move", story=third, other="s1", article="a3"))
    (moved,) = two.conflicts(HOME, third)
    two.judge_conflict(HOME, moved.id, "dismissed", "U1", NOON)
    two.undo_decision(HOME, "d1", "U1", NOON)
    assert (articles_of(two, "s2"), articles_of(two, third)) == ([], ["a3", "a4"])
    two.undo_decision(HOME, "d2", "U1", NOON)
    assert articles_of(two, "s1") == ["a1", "a2", "a3", "a4"]
    kept = two.conflict(HOME, moved.id)
    assert kept
    assert kept.status == "dismissed"


def test_merges_upon_merges_come_undone_in_any_order(two: SqlStore) -> None:
    third = a_story(two, "third")
    an_article(two, third, drop="third", body="Third.", canonical=None, url=None)
    before = state(two)
    two.decide_story(HOME, a_decision())
    two.decide_story(HOME, a_decision(story=third, other="s1"))
    found = two.story(HOME, "pier-struck")
    assert found
    assert found.id == third
    two.undo_decision(HOME, "d1", "U1", NOON)
    assert (articles_of(two, "s2"), articles_of(two, third)) == (["a3", "a4"], ["a1", "a2", "a5"])
    two.undo_decision(HOME, "d2", "U1", NOON)
    assert state(two) == before


def test_a_question_is_answered_and_asked_again_when_the_answer_is_undone(two: SqlStore) -> None:
    asked = two.decide_story(
        HOME, a_decision(status="asked", by=None, asked=NOON, score=0.2, article="a3", reason="Both speak of it.")
    )
    assert articles_of(two, "s2") == ["a3", "a4"]
    answer = asked.model_copy(update={"status": "declined", "by": "U1", "at": at(5)})
    two.decide_story(HOME, answer, [Pair(one="a1", other="a3", same=False, score=0.2)])
    assert two.decisions(HOME, "s2") == two.decisions(HOME, "s1") == [answer]
    assert articles_of(two, "s2") == ["a3", "a4"]
    undone = two.undo_decision(HOME, asked.id, "U1", at(6))
    assert (undone.status, undone.asked, two.pairs(HOME)) == ("asked", NOON, [])


def a_judgement(store: SqlStore, *pairs: tuple[str, str, bool], **fields: Any) -> None:
    said = [Pair(one=one, other=other, same=same) for one, other, same in pairs]
    store.decide_story(HOME, a_decision(status="declined", **fields), said)


@pytest.mark.parametrize(
    ("said", "going", "story", "against"),
    [
        ([("a1", "a3", False)], ["a3", "a4"], "s1", [("a1", "a3")]),
        ([("a3", "a1", False)], ["a3"], "s1", [("a1", "a3")]),
        ([("a1", "a3", False)], ["a4"], "s1", []),
        ([("a1", "a3", False), ("a1", "a3", True)], ["a3"], "s1", []),
        ([("a3", "a4", True)], ["a3"], "s1", [("a3", "a4")]),
        ([("a3", "a4", True)], ["a3", "a4"], "s1", []),
        ([("a1", "a3", True)], ["a3"], "s1", []),
        ([("a1", "a3", False)], ["strange"], "s1", []),
    ],
)
def test_what_people_said_against_a_move(
    two: SqlStore,
    said: Sequence[tuple[str, str, bool]],
    going: Sequence[str],
    story: str,
    against: Sequence[tuple[str, str]],
) -> None:
    for pair in said:
        a_judgement(two, pair)
    assert [(pair.one, pair.other) for pair in two.objections(HOME, going, story)] == against


def test_pairs_tell_who_said_it_and_only_what_stands(two: SqlStore) -> None:
    a_judgement(two, ("a1", "a3", False), ("a2", "a3", False), at=at(1))
    a_judgement(two, ("a3", "a1", True), by="U2", at=at(2))
    said = [(pair.one, pair.other, pair.same, pair.by, pair.at) for pair in two.pairs(HOME)]
    assert said == [("a2", "a3", False, "U1", at(1)), ("a1", "a3", True, "U2", at(2))]
    assert [pair.one for pair in two.pairs(HOME, since=at(2))] == ["a1"]
    assert two.pairs(AWAY) == []


def test_another_workspace_decides_nothing_here(two: SqlStore) -> None:
    two.decide_story(HOME, a_decision())
    assert two.decision(AWAY, "d1") is None
    assert two.former_story(AWAY, "s2") is None
    assert two.known_story(AWAY, "s1") is None
    assert two.decisions(AWAY, "s1") == []
    assert two.moved_by(AWAY, "d1") == []
    with pytest.raises(UserError):
        two.undo_decision(AWAY, "d1", "U1", NOON)


def test_what_is_not_kept_is_not_decided(two: SqlStore) -> None:
    with pytest.raises(UserError):
        two.decide_story(HOME, a_decision(kind="move", article="a99"))
    with pytest.raises(StoreError):
        two.decide_story(HOME, a_decision(id="d99", status="declined"))
    assert articles_of(two, "s2") == ["a3", "a4"]


def test_what_a_round_up_touches_is_kept_with_it(two: SqlStore) -> None:
    two.keep_touches(HOME, "a1", ["s2", "strange"])
    article = two.article(HOME, "a1")
    assert article
    assert article.touches == ("s2",)


def test_replies_that_wait_go_below_the_other_card(store: SqlStore) -> None:
    for key in ("report a1", "report a2"):
        store.want(a_notice(key=key, kind="report", parent="card s2", story="s2"), NOON)
    store.told(HOME, "report a1", 1, "7.1")
    store.move_replies(HOME, "card s2", "card s1", "s1")
    postings = [store.posting(HOME, key) for key in ("report a1", "report a2")]
    assert [(p.notice.parent, p.notice.story) for p in postings if p] == [("card s2", "s2"), ("card s1", "s1")]
