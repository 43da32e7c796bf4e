"""Stories are found by slug and by their terms; a sheet shows all of one."""

from __future__ import annotations

import pytest

from bot.errors import StoreError
from bot.shapes import Profile
from store import SqlStore, held, stories
from tests.factories import NOON, a_conflict, at
from tests.store.archive import (
    AWAY,
    HOME,
    a_claim,
    a_later_version,
    a_match,
    a_profile,
    a_story,
    an_article,
    say,
)


def test_a_story_is_found_by_id_and_by_slug(store: SqlStore) -> None:
    opened = store.open_story(HOME, "ferry-pier", "Ferry strikes pier", NOON)
    assert (opened.id, opened.slug, opened.first, opened.last) == ("s1", "ferry-pier", NOON, NOON)
    for ref in ("s1", "ferry-pier", " Ferry-Pier "):
        assert store.story(HOME, ref) == opened
        assert store.story(AWAY, ref) is None


def test_a_slug_gets_a_number_where_it_is_taken(store: SqlStore) -> None:
    wanted = ["budget", "budget", "budget-2", "budget", "", ""]
    slugs = [store.open_story(HOME, slug, "T", NOON).slug for slug in wanted]
    assert slugs == ["budget", "budget-2", "budget-2-2", "budget-3", "story", "story-2"]
    assert store.open_story(AWAY, "budget", "T", NOON).slug == "budget"


def test_an_article_stretches_its_story(store: SqlStore) -> None:
    story = a_story(store, first=at(0))
    early = an_article(store, story, profile=a_profile(at(-5)))
    an_article(store, story, profile=a_profile(at(7)))
    a_later_version(store, early.article, profile=a_profile(at(9)))
    found = store.story(HOME, story)
    assert found and (found.first, found.last) == (at(-5), at(9))


def test_an_article_needs_a_story_of_its_workspace(store: SqlStore) -> None:
    story = a_story(store, workspace=AWAY)
    with pytest.raises(StoreError, match=f"no story '{story}'"):
        an_article(store, story, workspace=HOME)
    assert store.articles(HOME) == []


def test_stories_come_latest_arrival_first(store: SqlStore) -> None:
    one, two, _bare = a_story(store, "one"), a_story(store, "two"), a_story(store, "bare")
    first = an_article(store, one, seen=at(1))
    an_article(store, two, seen=at(2))
    assert [story.id for story in store.stories(HOME)] == [two, one]
    assert [story.id for story in store.stories(HOME, since=at(2))] == [two]
    a_later_version(store, first.article, seen=at(3))
    assert [story.id for story in store.stories(HOME, limit=1)] == [one]
    assert store.stories(AWAY) == []


# --- terms -----------------------------------------------------------------------------------


def test_terms_are_counted_by_article(store: SqlStore) -> None:
    story = a_story(store)
    first = an_article(store, story, profile=a_profile(ferry=2, pier=1))
    an_article(store, story, profile=a_profile(ferry=1))
    assert store.term_counts(HOME, ["ferry", "pier", "other", ""]) == (2, {"ferry": 2, "pier": 1, "other": 0, "": 0})
    a_later_version(store, first.article, profile=a_profile(crane=1, ferry=1))
    assert store.term_counts(HOME, ["ferry", "pier", "crane"]) == (2, {"ferry": 2, "pier": 0, "crane": 1})
    assert store.term_counts(AWAY, ["ferry"]) == (0, {"ferry": 0})


def test_terms_match_as_exact_strings(store: SqlStore) -> None:
    an_article(store, a_story(store), profile=Profile(terms={"n:Ferry": 1, "t" * 5000: 1}, when=NOON))
    assert store.term_counts(HOME, ["n:ferry", "ferry", "n:Ferry"])[1] == {"n:ferry": 0, "ferry": 0, "n:Ferry": 1}
    assert store.term_counts(HOME, ["t" * 5000, "t" * 4999])[1] == {"t" * 5000: 1, "t" * 4999: 0}


def test_candidates_share_terms_the_most_telling_first(store: SqlStore) -> None:
    ferry, fire, budget = a_story(store, "ferry"), a_story(store, "fire"), a_story(store, "budget")
    for _ in range(4):
        an_article(store, fire, profile=a_profile(harbour=1, fire=1))
    an_article(store, ferry, profile=a_profile(harbour=1, ferry=1))
    an_article(store, budget, profile=a_profile(budget=1))
    found = store.story_candidates(HOME, a_profile(harbour=1, ferry=1, crane=1))
    assert [known.story for known in found] == [ferry, fire]
    assert [known.story for known in store.story_candidates(HOME, a_profile(harbour=1), limit=1)] == [ferry]  # newest
    assert store.story_candidates(AWAY, a_profile(harbour=1)) == []
    assert store.story_candidates(HOME, Profile(terms={}, when=NOON)) == []


def test_a_candidate_is_the_sum_of_its_articles(store: SqlStore) -> None:
    story = a_story(store)
    first = an_article(store, story, profile=a_profile(at(1), ferry=2, pier=1))
    an_article(store, story, profile=a_profile(at(2), ferry=1))
    a_later_version(store, first.article, profile=a_profile(at(3), ferry=1, crane=4))
    (known,) = store.story_candidates(HOME, a_profile(ferry=1))
    assert known.terms == {"ferry": 2, "crane": 4}
    assert known.articles == 2
    assert (known.first, known.last) == (NOON, at(3))
    assert known.members == (a_profile(at(2), ferry=1), a_profile(at(3), ferry=1, crane=4))


def test_members_are_the_latest(store: SqlStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stories, "MEMBERS", 2)
    story = a_story(store)
    for minute in range(4):
        an_article(store, story, profile=a_profile(at(minute), ferry=1))
    (known,) = store.story_candidates(HOME, a_profile(ferry=1))
    assert [member.when for member in known.members] == [at(3), at(2)]


def test_stories_are_looked_up_until_there_are_enough(store: SqlStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stories, "LIKEST", 3)
    ferry, fire, long = a_story(store, "ferry"), a_story(store, "fire"), a_story(store, "long")
    an_article(store, fire, profile=a_profile(harbour=1))
    an_article(store, ferry, profile=a_profile(harbour=2))
    for _ in range(7):
        an_article(store, long, profile=a_profile(harbour=3))
    found = [known.story for known in store.story_candidates(HOME, a_profile(harbour=1))]
    assert found == [long, ferry, fire]
    assert [known.story for known in store.story_candidates(HOME, a_profile(harbour=1), limit=2)] == [long, ferry]


def test_only_the_newest_articles_with_the_most_telling_terms_are_read(
    store: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(held, "NEWEST_WITH_TERM", 2)
    monkeypatch.setattr(stories, "MOST_POSTINGS", 3)
    everywhere = [a_story(store, f"harbour-{number}") for number in range(5)]
    for story in everywhere:
        an_article(store, story, profile=a_profile(harbour=1))
    ferry = a_story(store, "ferry")
    an_article(store, ferry, profile=a_profile(ferry=1, quay=1))
    assert [known.story for known in store.story_candidates(HOME, a_profile(harbour=1))] == everywhere[:-3:-1]
    found = store.story_candidates(HOME, a_profile(harbour=1, ferry=1, quay=1))
    assert [known.story for known in found] == [ferry, *everywhere[:-3:-1]]


# --- sheets and accounts -----------------------------------------------------------------------


def test_a_sheet_shows_all_of_a_story(store: SqlStore) -> None:
    story = a_story(store)
    wire = an_article(store, story, seen=at(1))
    an_article(store, story, seen=at(2), match=a_match(outcome="copy", of=wire.article), drop="d2")
    an_article(store, story, seen=at(0), match=a_match(outcome="rewrite", of=wire.article), drop="d3")
    a_later_version(store, wire.article, seen=at(5))
    conflict = store.save_conflict(HOME, story, a_conflict())
    sheet = store.sheet(HOME, story)
    assert sheet
    assert [article.drop for article in sheet.articles] == ["d3", "d1", "d2"]
    assert (sheet.voices, sheet.built, sheet.revisions, sheet.conflicts) == (1, 1, 1, (conflict,))
    assert sheet.articles[2].of == wire.article
    assert store.sheet(AWAY, story) is None


def test_a_sheet_quotes_one_long_direct_quote_a_person(store: SqlStore) -> None:
    body = (
        "“Short one.” “A much longer one.” “Longest of them all, but of a ministry.” Indirect words that are very long."
    )
    version = an_article(store, a_story(store), body=body)
    holt, berg = (store.add_person(HOME, name, "person").id for name in ("Mira Holt", "Jon Berg"))
    ministry = store.add_person(HOME, "Transport Ministry", "body").id
    say(store, version, "“Short one.”", person=holt)
    say(store, version, "“A much longer one.”", person=holt)
    say(store, version, "“Longest of them all, but of a ministry.”", person=ministry)
    say(store, version, "“Longest of them all, but of a ministry.”")
    say(store, version, "Indirect words that are very long", person=berg, kind="indirect")
    sheet = store.sheet(HOME, "s1")
    assert sheet and [quote.text for quote in sheet.quotes] == ["“A much longer one.”"]


def test_accounts_are_the_latest_versions_oldest_article_first(store: SqlStore) -> None:
    story = a_story(store)
    wire = an_article(store, story, body="Nine died.", seen=at(1))
    copy = an_article(store, story, match=a_match(outcome="copy", of=wire.article), seen=at(2))
    cut = an_article(store, story, match=a_match(outcome="copy", of=copy.article), seen=at(3))
    store.add_findings(wire, HOME, [], [a_claim("Nine died.", "Nine")])
    later = a_later_version(store, wire.article, body="Ten died, “all of them,” she said.", seen=at(4), published=at(4))
    claim = a_claim(later.body, "Ten", low=10, words=("die",))
    store.add_findings(later, HOME, [], [claim])
    accounts = store.accounts(HOME, story)
    assert [account.article for account in accounts] == [wire.article, copy.article, cut.article]
    assert {account.voice for account in accounts} == {wire.article}
    first = accounts[0]
    assert (first.version, first.claims, first.seen, first.published) == (later.id, (claim,), at(4), at(4))


def test_a_later_version_that_keeps_the_first_time_is_as_new_as_its_arrival(store: SqlStore) -> None:
    wire = an_article(store, a_story(store), seen=at(1), published=at(0))
    a_later_version(store, wire.article, body="Ten died.", seen=at(90), published=at(0))
    (account,) = store.accounts(HOME, "s1")
    assert account.published == at(90)


def test_an_account_says_what_it_quotes_under_the_name_shown(store: SqlStore) -> None:
    version = an_article(store, a_story(store))
    holt = store.add_person(HOME, "Mira Holt", "person").id
    say(store, version, "“We saw nothing,”", person=holt, name="Holt", via="Coast Radio")
    ((said,),) = [account.said for account in store.accounts(HOME, "s1")]
    assert (said.text, said.name, said.via) == ("“We saw nothing,”", "Mira Holt", "Coast Radio")
    assert version.body[said.start : said.end] == said.text
