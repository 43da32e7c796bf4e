"""Articles are found again by id, address, drop and text, and their versions are never rewritten."""

from __future__ import annotations

from typing import Any

import pytest

from bot.errors import StoreError
from bot.shapes import Mark, Profile
from store import SqlStore
from tests.factories import NOON, a_conflict, a_side, at
from tests.store.archive import (
    AWAY,
    HOME,
    a_claim,
    a_later_version,
    a_match,
    a_notice,
    a_print,
    a_report,
    a_story,
    an_article,
    say,
)


def test_an_article_shows_its_first_version(store: SqlStore) -> None:
    story = a_story(store)
    furniture = (Mark(start=0, end=4, kind="caption"),)
    match = a_match(outcome="rewrite", similarity=0.4, reason="Built on it.", version="v9", new=0.6, kept=0.3)
    version = an_article(store, story, seen=at(1), match=match, furniture=furniture, language="fr")
    article = store.article(HOME, version.article)
    assert article
    assert article.model_dump() == {
        "id": "a1", "workspace": HOME, "story": story, "outlet": "The Harbour Post", "title": "Ferry strikes pier",
        "published": NOON, "seen": at(1), "updated": at(1), "url": "https://post.example/ferry?from=feed",
        "versions": 1, "outcome": "rewrite", "of": None, "similarity": 0.4, "reason": "Built on it.", "drop": "d1",
        "touches": (),
        "lineage": "rewrite", "root": None, "of_version": "v9", "new": 0.6, "kept": 0.3, "agency": None,
    }  # fmt: skip
    assert store.version(HOME, version.id) == version
    assert (version.number, version.body, version.furniture, version.language) == (1, a_report().body, furniture, "fr")


def test_a_later_version_is_shown_and_the_former_one_kept(store: SqlStore) -> None:
    first = an_article(store, a_story(store))
    second = a_later_version(
        store, first.article, seen=at(9), title="Ferry strikes pier, ten dead", body="Ten.", published=None
    )
    article = store.article(HOME, first.article)
    assert article
    assert (article.title, article.versions, article.seen, article.updated) == (second.title, 2, NOON, at(9))
    assert article.published == NOON  # what a later version does not say stays
    assert store.versions(HOME, first.article) == [first, second]
    assert second.number == 2


def test_a_version_of_no_article_is_refused(store: SqlStore) -> None:
    with pytest.raises(StoreError, match="no article 'a99'"):
        a_later_version(store, "a99")


@pytest.mark.parametrize("ref", ["a1", "https://post.example/ferry", "https://post.example/ferry?from=feed", "d1"])
def test_an_article_is_found_by(store: SqlStore, ref: str) -> None:
    an_article(store, a_story(store))
    found = store.article(HOME, ref)
    assert found and found.id == "a1"
    assert store.article(AWAY, ref) is None


def test_an_article_is_found_at_every_address_it_was_seen_at(store: SqlStore) -> None:
    first = an_article(store, a_story(store))
    a_later_version(store, first.article, url="https://post.example/moved", canonical="https://post.example/moved")
    for address in ("https://post.example/ferry", "https://post.example/moved"):
        found = store.article(HOME, address)
        assert found and found.id == first.article
        assert store.article(AWAY, address) is None


HOSTILE = [
    "",
    " ",
    "a",
    "a0",
    "a-1",
    "a٣",
    "a1 ",
    "a99999999999999999999",
    "a1\0",
    "\ud800",
    "a" * 100_000,
    "'; --",
    "%",
    "a1;a2",
]


@pytest.mark.parametrize("ref", HOSTILE)
def test_a_hostile_ref_finds_nothing(store: SqlStore, ref: str) -> None:
    an_article(store, a_story(store))
    assert store.article(HOME, ref) is None
    assert store.version(HOME, ref) is None
    assert store.versions(HOME, ref) == []
    assert store.story(HOME, ref) is None
    assert store.sheet(HOME, ref) is None
    assert store.accounts(HOME, ref) == []
    assert store.conflict(HOME, ref) is None
    assert store.conflicts(HOME, ref) == []
    assert store.quote_reports(HOME, person=ref, story=ref, words=[ref], outlet=ref) == []
    assert store.story_people(HOME, ref) == []
    assert store.heard(HOME, ref) == []
    assert store.muted_kinds(HOME, ref) == []
    assert store.posting(HOME, ref) is None
    assert store.channel(HOME, ref) is None


@pytest.mark.parametrize("odd", ["\0", "\ud800", "\U0001f4f0", "\u202e", "<!channel>", "%s {} :x \\"])
def test_odd_characters_stay_where_they_are(store: SqlStore, odd: str) -> None:
    text = f"{odd}“{odd}word{odd},” {odd} said."
    story = store.open_story(HOME, odd, odd, NOON).id
    version = an_article(
        store, story, body=text, title=odd, outlet=odd, canonical=odd, profile=Profile(terms={odd: 1}, when=NOON)
    )
    holt = store.add_person(HOME, odd, "person").id
    say(store, version, f"“{version.body[0]}" if len(odd) == 1 else f"“{odd}", person=holt, name=odd)
    store.add_findings(version, HOME, [], [a_claim(text, odd)])
    store.save_conflict(HOME, story, a_conflict(key=odd, summary=odd, sides=(a_side(text=text, says=odd),)))
    store.want(a_notice(key=odd, why=odd), NOON)
    assert len(version.body) == len(text)
    assert store.sheet(HOME, story) and store.accounts(HOME, story)[0].claims[0].says == f"{odd} killed"
    assert store.story_candidates(HOME, Profile(terms={odd: 1}, when=NOON))
    assert store.posting(HOME, odd) and store.article(HOME, odd)


def test_articles_come_in_the_order_of_arrival(store: SqlStore) -> None:
    story = a_story(store)
    for minute in (3, 1, 2):
        an_article(store, story, seen=at(minute), published=at(-minute))
    an_article(store, a_story(store, workspace=AWAY), workspace=AWAY, seen=at(2))
    assert [article.seen for article in store.articles(HOME)] == [at(1), at(2), at(3)]
    assert [article.seen for article in store.articles(HOME, since=at(2))] == [at(2), at(3)]
    assert [article.seen for article in store.articles(HOME, since=at(1), until=at(3))] == [at(1), at(2)]


# --- lookalikes: each test adds the article of the same number and looks for its likes -----------------

UNLIKE: dict[str, Any] = {"title": "Budget passed", "canonical": "https://post.example/budget", "url": None}


def test_likes_share_bands_the_most_first(store: SqlStore) -> None:
    story = a_story(store)
    an_article(store, story, print_=a_print("one", [1, 50, 51]), **UNLIKE)
    an_article(store, story, print_=a_print("two", [1, 2, 3]), **UNLIKE)
    an_article(store, story, print_=a_print("three", [-(2**63), 2**63 - 1]), **UNLIKE)
    looked = a_report(outlet="Coast Radio")
    assert [known.article for known in store.lookalikes(HOME, looked, a_print("new", [1, 2, 9]))] == ["a2", "a1"]
    assert [known.article for known in store.lookalikes(HOME, looked, a_print("new", [2**63 - 1]))] == ["a3"]
    assert store.lookalikes(AWAY, looked, a_print("new", [1, 2, 9])) == []


def test_a_like_carries_what_deciding_needs(store: SqlStore) -> None:
    furniture = (Mark(start=0, end=4, kind="caption"),)
    an_article(store, a_story(store), print_=a_print("one"), furniture=furniture, credit="Agence Nord")
    (known,) = store.lookalikes(HOME, a_report(outlet="Coast Radio"), a_print("one", []))
    assert known.prose == "     people died. “We saw nothing,” Mira Holt said."
    assert (known.version, known.story, known.credit, known.exact) == ("v1", "s1", "Agence Nord", "one")
    assert known.canonical == "https://post.example/ferry"


@pytest.mark.parametrize(
    ("likeness", "is_found"),
    [
        ({"canonical": "https://post.example/ferry", "title": "Other"}, True),
        ({"canonical": "https://post.example/ferry", "title": "Other", "outlet": None}, True),
        ({"canonical": None, "title": "Ferry strikes pier", "outlet": "Coast Radio"}, False),
        ({"canonical": None, "title": "Ferry strikes pier", "outlet": "harbourpost.com"}, True),
        ({"canonical": None, "title": "FERRY strikes — pier!"}, True),
        ({"canonical": None, "title": "Ferry strikes pier", "outlet": None}, False),
        ({"canonical": None, "title": None}, False),
        ({"canonical": None, "title": "…"}, False),
    ],
)
def test_likes_share_an_address_or_an_outlets_headline(
    store: SqlStore, likeness: dict[str, str | None], is_found: bool
) -> None:
    an_article(store, a_story(store), print_=a_print("one", [1]))
    assert bool(store.lookalikes(HOME, a_report(**likeness), a_print("new", [9]))) == is_found


def test_the_bands_of_every_version_find_the_latest(store: SqlStore) -> None:
    first = an_article(store, a_story(store), print_=a_print("one", [1]), **UNLIKE)
    second = a_later_version(store, first.article, print_=a_print("two", [1, 2]), **UNLIKE)
    looked = a_report(outlet="Coast Radio")
    for bands in ([1], [2], [1, 2]):
        assert [known.version for known in store.lookalikes(HOME, looked, a_print("new", bands))] == [second.id]


def test_of_likes_that_share_as_much_the_first_come_first(store: SqlStore) -> None:
    story = a_story(store)
    for number in range(60):
        an_article(store, story, print_=a_print(f"wire {number}", [1]), **UNLIKE, outlet=f"Paper {number}")
    looked = a_report(outlet="Coast Radio")
    found = [known.article for known in store.lookalikes(HOME, looked, a_print("new", [1]))]
    assert found == [f"a{number}" for number in (*range(1, 9), *range(19, 61))]


def test_the_same_words_as_an_earlier_version_find_that_version(store: SqlStore) -> None:
    first = an_article(store, a_story(store), print_=a_print("one", [1]))
    a_later_version(store, first.article, print_=a_print("two", [2]))
    (known,) = store.lookalikes(HOME, a_report(), a_print("one", [1]))
    assert (known.version, known.exact) == (first.id, "one")


def test_a_like_by_address_is_not_crowded_out(store: SqlStore) -> None:
    story = a_story(store)
    an_article(store, story, print_=a_print("one", [99]))
    for _ in range(5):
        an_article(store, story, print_=a_print("wire", [1]), **UNLIKE, outlet="Coast Radio")
    assert "a1" in [known.article for known in store.lookalikes(HOME, a_report(), a_print("new", [1]), limit=3)]


# --- whose text it is --------------------------------------------------------------------------


def test_a_copy_of_a_copy_has_the_first_as_its_root(store: SqlStore) -> None:
    story = a_story(store)
    wire = an_article(store, story, credit="Quay Press", wire=True)
    copy = an_article(store, story, match=a_match(outcome="copy", of=wire.article, version=wire.id, new=0.0, kept=1.0))
    cut = an_article(store, story, match=a_match(outcome="copy", of=copy.article, cut=True))
    kept = [store.article(HOME, version.article) for version in (wire, copy, cut)]
    assert [one and (one.lineage, one.root, one.agency) for one in kept] == [
        ("own", None, "Quay Press"), ("copy", wire.article, None), ("cut", wire.article, None),
    ]  # fmt: skip


def test_a_page_that_opened_with_a_copy_may_become_a_report_of_its_own(store: SqlStore) -> None:
    story = a_story(store)
    wire = an_article(store, story)
    copy = an_article(store, story, credit="AP", wire=True, match=a_match(outcome="copy", of=wire.article, new=0.0))
    a_later_version(store, copy.article, body="Our own reporter was there.", match=a_match(new=1.0))
    later = store.article(HOME, copy.article)
    assert later and (later.outcome, later.of) == ("copy", wire.article)
    assert (later.lineage, later.root, later.new, later.agency) == ("own", None, 1.0, None)
