"""/what-changed, over a real store."""

from __future__ import annotations

import pytest

from bot.errors import UserError
from handlers.commands import what_changed
from handlers.views import draw
from tests.handlers.commands.conftest import Newsroom

FIRST = "Three people died when the ferry sank off Harrowmouth. The search for survivors went on through the night."
SECOND = "Nine people died when the ferry sank off Harrowmouth. The search for survivors went on through the night."


def changed(room: Newsroom) -> str:
    """An article of the ferry story with a second version; its id."""
    version = room.report("s1", "The Lantern", FIRST, 10, "Three dead in ferry disaster")
    return room.revise(version, "The Lantern", SECOND, 50, "Nine dead in ferry disaster").article


def test_an_article_by_its_id(room: Newsroom) -> None:
    answer = room.ask(f"/what-changed {changed(room)}")
    assert {"headline", "number"} <= {change.kind for change in answer.changes}
    assert [article.outlet for article in answer.articles] == ["The Lantern"]


def test_an_article_by_its_address_whatever_hangs_on_it(room: Newsroom) -> None:
    changed(room)
    answer = room.ask("/what-changed https://thelantern.example/nine-dead-in-ferry-disaster?utm_source=feed")
    assert answer.changes


def test_a_story_by_words_of_its_headline(room: Newsroom) -> None:
    changed(room)
    answer = room.ask("/what-changed dredger")
    assert answer.story == "s1"
    assert len(answer.articles) == 3
    assert answer.changes


def test_the_spans_lead_to_the_words_of_the_versions(room: Newsroom) -> None:
    change = next(one for one in room.ask(f"/what-changed {changed(room)}").changes if one.kind == "number")
    (seen,) = change.reports
    before, after = (room.store.version("local", id_) for id_ in (seen.before_version, seen.after_version))
    assert before is not None and after is not None
    assert before.body[slice(*seen.before_span)] == change.before
    assert after.body[slice(*seen.after_span)] == change.after


def test_a_change_that_a_copy_makes_too_is_one_change(room: Newsroom) -> None:
    for outlet in ("The Lantern", "Tarrow Star"):
        version = room.report("s2", outlet, FIRST, 10)
        room.revise(version, outlet, SECOND, 50)
    (change,) = room.ask("/what-changed s2").changes
    assert {seen.outlet for seen in change.reports} == {"The Lantern", "Tarrow Star"}


def test_since_leaves_earlier_changes_out(room: Newsroom) -> None:
    article = changed(room)
    assert room.ask(f"/what-changed {article} since 2h").changes
    answer = room.ask(f"/what-changed {article} since 10m")
    assert answer.changes == ()
    assert "Nothing changed since 10m" in answer.note


def test_words_that_fit_two_stories_bring_a_picker(room: Newsroom) -> None:
    answer = room.ask("/what-changed ferry since 24h")
    assert {one.line for one in answer.candidates} == {"/what-changed s1 since 24h", "/what-changed s2 since 24h"}
    assert answer.contract()["changes"] == []


@pytest.mark.parametrize("name", ["The Lantern", "lantern", "Lantern ferry", "dredger lantern"])
def test_an_outlet_s_name_is_its_latest_changed_article(room: Newsroom, name: str) -> None:
    article = changed(room)
    room.report("s1", "The Lantern", "The town holds a day of mourning for all who were lost at sea.", 70, "Mourning")
    answer = room.ask(f"/what-changed {name}")
    assert [one.article for one in answer.articles] == [article]
    assert answer.line == f"/what-changed {article}"
    assert answer.changes


def test_further_changed_articles_of_an_outlet_are_counted(room: Newsroom) -> None:
    changed(room)
    other = room.report("s2", "The Lantern", "Two people were hurt at the quay in Tarrow.", 20, "Quay")
    room.revise(other, "The Lantern", "Three people were hurt at the quay in Tarrow.", 60, "Quay")
    answer = room.ask("/what-changed lantern")
    assert [one.article for one in answer.articles] == [other.article]
    assert answer.note == "The Lantern changed another article too; this is the latest."


def test_an_outlet_that_changed_nothing_brings_what_others_changed(room: Newsroom) -> None:
    article = changed(room)
    answer = room.ask("/what-changed coast radio")
    assert answer.note == "Coast Radio's one recent article has no later version. These changed of late:"
    assert [one.line for one in answer.instead] == [f"/what-changed {article}"]
    assert answer.changes == ()


def test_more_versions_than_one_answer_compares_are_cut_and_said_to_be(
    room: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(what_changed, "MOST_COMPARED", 1)
    version = room.report("s1", "The Lantern", FIRST, 10)
    second = room.revise(version, "The Lantern", SECOND, 50)
    room.revise(second, "The Lantern", SECOND.replace("Nine", "Ten"), 60)
    answer = room.ask("/what-changed s1")
    assert "Only the latest 1 of 2 later versions" in answer.note
    assert {change.after for change in answer.changes} == {"Ten people died when the ferry sank off Harrowmouth."}


def test_how_many_of_the_articles_changed(room: Newsroom) -> None:
    changed(room)
    assert "in 1 of 3 articles" in draw(room.ask("/what-changed s1"))["text"]


def test_one_version_only_says_so(room: Newsroom) -> None:
    assert "one version so far" in room.ask("/what-changed a1").note
    assert "type A vs B of: Meridian Press, The Evening Beacon" in room.ask("/what-changed s1").note


@pytest.mark.parametrize(
    "line",
    [
        "/what-changed s1 Meridian Press vs The Evening Beacon",
        "/what-changed dredger Meridian vs Beacon",
        '/what-changed "dredger collide" "meridian press" VS "evening beacon"',
    ],
)
def test_two_outlets_side_by_side(room: Newsroom, line: str) -> None:
    answer = room.ask(line)
    assert answer.versus == ("Meridian Press", "The Evening Beacon")
    assert {seen.outlet for change in answer.changes for seen in change.reports} == set(answer.versus)
    assert room.ask(answer.line).versus == answer.versus
    assert "Meridian Press vs The Evening Beacon" in draw(answer)["text"]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("/what-changed", "Changed in what"),
        ("/what-changed Meridian vs Beacon", "Name the story"),
        ("/what-changed s1 Meridian vs", "Name the story"),
        ("/what-changed s1 Meridian vs Nobody Times", "These do: Meridian Press, The Evening Beacon"),
        ("/what-changed s1 Nobody Times vs Meridian", "These do: Meridian Press, The Evening Beacon"),
    ],
)
def test_what_cannot_be_compared_is_said_in_words(room: Newsroom, line: str, words: str) -> None:
    with pytest.raises(UserError, match=words):
        room.ask(line)


def test_no_such_story_brings_those_there_are(room: Newsroom) -> None:
    answer = room.ask("/what-changed volcano")
    assert "No story is called “volcano”" in answer.note
    assert len(answer.instead) == 2
    assert answer.contract()["articles"] == []


def test_the_contract(room: Newsroom) -> None:
    found = room.ask(f"/what-changed {changed(room)}").contract()
    assert found["command"] == "what-changed"
    assert found.keys() >= {"story", "articles", "changes"}
    assert found["changes"][0].keys() >= {"kind", "before", "after", "reports", "matters"}
