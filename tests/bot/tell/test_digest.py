"""What a digest tells, and in what order."""

from __future__ import annotations

from bot.shapes import StorySheet
from bot.tell.digest import digest
from tests.factories import a_conflict, a_sheet, a_side, an_article, at

SURE = 0.6


def ids(sheets: list[StorySheet]) -> list[str]:
    return [entry.sheet.story.id for entry in digest(sheets, at(0), at(60), SURE).entries]


def story(name: str, **fields: object) -> StorySheet:
    sheet = a_sheet(**fields)
    return sheet.model_copy(update={"story": sheet.story.model_copy(update={"id": name})})


def test_a_story_without_anything_new_is_left_out() -> None:
    old = story("old", articles=(an_article(seen=at(-5)),))
    later = story("later", articles=(an_article(seen=at(60)),))
    assert ids([old, later]) == []


def test_a_story_that_began_before_counts_only_its_new_reports() -> None:
    running = story("running", articles=(an_article(seen=at(-5)), an_article(seen=at(5)), an_article(seen=at(9))))
    (entry,) = digest([running], at(0), at(60), SURE).entries
    assert (entry.fresh, entry.reports) == (False, 2)


def test_a_revised_article_alone_brings_its_story_in() -> None:
    revised = story("revised", articles=(an_article(seen=at(-90), versions=2, updated=at(5)),), revisions=1)
    (entry,) = digest([revised], at(0), at(60), SURE).entries
    assert (entry.reports, entry.revised) == (0, 1)


def test_an_open_conflict_comes_before_two_more_reports() -> None:
    busy = story("busy", articles=(an_article(seen=at(5)),), voices=3)
    disputed = story("disputed", articles=(an_article(seen=at(5)),), voices=1, conflicts=(a_conflict(),))
    assert ids([busy, disputed]) == ["disputed", "busy"]


def test_a_dismissed_conflict_weighs_nothing() -> None:
    busy = story("busy", articles=(an_article(seen=at(5)),), voices=2)
    settled = story("settled", articles=(an_article(seen=at(5)),), conflicts=(a_conflict(status="dismissed"),))
    assert ids([settled, busy]) == ["busy", "settled"]


def test_a_conflict_that_is_only_possible_weighs_nothing_and_is_not_told() -> None:
    busy = story("busy", articles=(an_article(seen=at(5)),), voices=2)
    possible = story("possible", articles=(an_article(seen=at(5)),), conflicts=(a_conflict(confidence=0.4),))
    assert ids([possible, busy]) == ["busy", "possible"]
    (entry,) = digest([possible], at(0), at(60), SURE).entries
    assert entry.conflicts == ()


def test_what_came_is_told_the_latest_first_and_copies_are_counted() -> None:
    came = (
        an_article(id="a0", seen=at(-5)),
        an_article(id="a1", seen=at(5)),
        an_article(id="a2", seen=at(9), outcome="copy", of="a1"),
    )
    (entry,) = digest([story("s", articles=came)], at(0), at(60), SURE).entries
    assert (entry.reports, entry.copies, [one.id for one in entry.came]) == (2, 1, ["a2", "a1"])


def test_a_conflict_that_a_new_report_raised_comes_before_a_surer_old_one() -> None:
    articles = (an_article(id="a1", seen=at(-9)), an_article(id="a2", seen=at(-5)), an_article(id="a3", seen=at(5)))
    old = a_conflict(id="old", confidence=0.95)
    new = a_conflict(id="new", confidence=0.7, sides=(a_side(), a_side(article="a3", version="v3")))
    (entry,) = digest([story("s", articles=articles, conflicts=(old, new))], at(0), at(60), SURE).entries
    assert ([one.id for one in entry.conflicts], entry.new_conflicts) == (["new", "old"], 1)
