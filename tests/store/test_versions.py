"""What a kept article's versions say when a report is held against them: the one it shows, and the one it equals."""

from __future__ import annotations

import pytest

from bot.shapes import Known
from store import SqlStore
from tests.factories import at
from tests.store.archive import AWAY, HOME, a_later_version, a_print, a_report, a_story, an_article

PAGE = "https://post.example/news/ferry-strikes-pier-812345"
MOVED = "https://post.example/sea/nine-hurt-812345"
ELSEWHERE = "https://post.example/2026/10/ferry"


def found(store: SqlStore, exact: str = "new", canonical: str | None = None) -> list[Known]:
    report = a_report(outlet="Coast Radio", title="Something else", url=None, canonical=canonical)
    return store.lookalikes(HOME, report, a_print(exact, []))


def test_an_earlier_version_brings_the_latest_with_it(store: SqlStore) -> None:
    first = an_article(store, a_story(store), print_=a_print("one"), published=at(1), seen=at(2))
    second = a_later_version(store, first.article, print_=a_print("two"), body="Two.", published=at(3), seen=at(4))
    (known,) = found(store, "one")
    assert (known.version, known.number, known.published, known.seen) == (first.id, 1, at(1), at(2))
    assert known.latest
    latest = known.latest
    assert (latest.version, latest.number, latest.prose, latest.exact) == (second.id, 2, "Two.", "two")
    assert (latest.published, latest.seen, latest.first, latest.latest) == (at(3), at(4), at(1), None)


def test_back_to_the_first_text_the_third_version_is_the_latest(store: SqlStore) -> None:
    first = an_article(store, a_story(store), print_=a_print("one"))
    a_later_version(store, first.article, print_=a_print("two"))
    third = a_later_version(store, first.article, print_=a_print("one"))
    (known,) = found(store, "one")
    assert (known.version, known.number, known.latest) == (third.id, 3, None)
    assert found(store, "two")[0].latest == known.model_copy(update={"here": False})


@pytest.mark.parametrize(
    ("address", "is_here"),
    [(PAGE, True), (ELSEWHERE, True), (MOVED, True), ("https://post.example/other-812346", False), (None, False)],
)
def test_an_article_is_found_at_each_address_it_had_and_by_the_number_in_it(
    store: SqlStore, address: str | None, is_here: bool
) -> None:
    first = an_article(store, a_story(store), canonical=ELSEWHERE, url=None)
    a_later_version(store, first.article, canonical=PAGE, url=PAGE + "?utm_id=81234567")
    assert [known.here for known in found(store, canonical=address)] == ([True] if is_here else [])
    assert store.lookalikes(AWAY, a_report(canonical=address), a_print("new", [])) == []


def test_a_number_in_a_link_that_only_tracks_finds_nothing(store: SqlStore) -> None:
    an_article(store, a_story(store), canonical=ELSEWHERE, url=ELSEWHERE + "?utm_id=81234567")
    assert found(store, canonical="https://post.example/a/81234567") == []


def test_one_found_by_its_words_was_not_here(store: SqlStore) -> None:
    an_article(store, a_story(store), print_=a_print("one"), canonical=PAGE)
    assert [known.here for known in found(store, "one", ELSEWHERE)] == [False]
