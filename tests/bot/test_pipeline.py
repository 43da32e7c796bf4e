"""One drop through all steps: what is kept, what is told, and what a second time changes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest

from bot.errors import FetchRefused
from bot.pipeline import Pipeline
from bot.ports import Store
from bot.shapes import LOCAL, Asked, Channel, Drop, FeedAnswer, Outcome, Page
from store import open_store
from tests.factories import NOON, a_drop, at

BARGE = """A grain barge broke loose in the harbour of Velmouth on Monday night and sank a pilot boat.

"We heard a crack like a gunshot," said the harbour master, Ines Calder. "Nobody was aboard."

Two divers searched the wreck until midnight, and the channel will stay shut until the boat is raised, the port said.
"""

LATER = BARGE.replace("Two divers", "Four divers") + "\nCalder said a tug would be sent from Osterly on Tuesday.\n"


class Pages:
    """A fetcher over pages that a test lays out."""

    def __init__(self) -> None:
        self.found: dict[str, list[Drop]] = {}

    def page(self, url: str) -> Page:
        raise FetchRefused(f"I cannot fetch {url}.")

    def feed(self, url: str, etag: str | None = None, modified: str | None = None) -> FeedAnswer:
        raise FetchRefused(f"I cannot fetch {url}.")

    def contents(self, drop: Drop) -> list[Drop]:
        if drop.key not in self.found:
            raise FetchRefused("The address points inside this network.")
        return self.found[drop.key]


class Desk:
    """A pipeline over a real store."""

    def __init__(self, store: Store) -> None:
        self.store, self.pages, self.now = store, Pages(), NOON
        self.pipeline = Pipeline(store, self.pages, self.time)
        store.save_channel(Channel(workspace=LOCAL, id="C1"))

    def time(self) -> datetime:
        return self.now

    def take(self, **fields: Any) -> Outcome:
        (outcome,) = self.pipeline.take(a_drop(**fields))
        return outcome

    def told(self) -> list[str]:
        """The kinds of messages wanted, in the order they would be told, with parents taken as told."""
        kinds: list[str] = []
        while due := self.store.due_postings(at(9999), limit=50):
            for posting in due:
                self.store.told(LOCAL, posting.notice.key, posting.wanted, f"{len(kinds)}.0")
                kinds.append(posting.notice.kind)
        return kinds


@pytest.fixture
def desk() -> Iterator[Desk]:
    store = open_store("sqlite://")
    yield Desk(store)
    store.close()


def test_a_first_report_opens_a_story_and_its_thread(desk: Desk) -> None:
    outcome = desk.take(key="1", body=BARGE, outlet="Velmouth Echo")
    assert (outcome.outcome, outcome.of, outcome.similarity) == ("new", None, 0.0)
    assert desk.told() == ["card"]


def test_its_quotes_are_credited(desk: Desk) -> None:
    outcome = desk.take(key="1", body=BARGE, outlet="Velmouth Echo")
    direct = [quote for quote in desk.store.quote_reports(LOCAL, story=outcome.story) if quote.kind == "direct"]
    assert [quote.name for quote in direct] == ["Ines Calder"]


def test_whom_somebody_backs_is_not_kept_as_their_words(desk: Desk) -> None:
    body = BARGE + "\nCalder backed the port. Calder hopes to raise the boat by Friday.\n"
    outcome = desk.take(key="1", body=body, outlet="Velmouth Echo")
    kept = [quote.text for quote in desk.store.quote_reports(LOCAL, story=outcome.story) if quote.name == "Ines Calder"]
    assert not any("the port" in text for text in kept)
    assert any("raise the boat by Friday" in text for text in kept)


def test_the_same_drop_is_never_taken_twice(desk: Desk) -> None:
    first = desk.take(key="1", body=BARGE)
    assert desk.take(key="1", body=BARGE) == first
    assert len(desk.store.articles(LOCAL)) == 1


def test_the_same_text_again_is_a_duplicate_and_silent(desk: Desk) -> None:
    first = desk.take(key="1", body=BARGE, outlet="Velmouth Echo")
    desk.told()
    again = desk.take(key="2", body=BARGE, outlet="Velmouth Echo")
    assert (again.outcome, again.of, again.story) == ("duplicate", first.article, first.story)
    assert desk.told() == []


def test_a_copy_alters_the_card_and_posts_nothing(desk: Desk) -> None:
    desk.take(key="1", body=BARGE, outlet="Velmouth Echo")
    desk.told()
    copy = desk.take(key="2", body=BARGE, outlet="The Osterly Times")
    assert copy.outcome == "copy"
    assert desk.told() == ["card"]


def test_both_outlets_report_one_utterance(desk: Desk) -> None:
    story = desk.take(key="1", body=BARGE, outlet="Velmouth Echo").story
    desk.take(key="2", body=BARGE, outlet="The Osterly Times")
    direct = [quote for quote in desk.store.quote_reports(LOCAL, story=story) if quote.kind == "direct"]
    assert len(direct) == 2
    assert len({quote.utterance for quote in direct}) == 1


def test_a_later_version_is_told_in_the_thread(desk: Desk) -> None:
    url = "https://echo.example/barge"
    first = desk.take(key="1", body=BARGE, outlet="Velmouth Echo", url=url)
    desk.told()
    later = desk.take(key="2", body=LATER, outlet="Velmouth Echo", url=url, received=at(60))
    assert (later.outcome, later.of, later.article) == ("revision", first.article, first.article)
    assert desk.told() == ["card", "version"]


def test_a_page_that_says_when_it_was_changed_is_dated_by_that(desk: Desk) -> None:
    page = "<html><head>{}</head><body><article><p>{}</p></article></body></html>"
    dates = '<meta property="article:published_time" content="2026-10-06T12:00:00Z"/>'
    changed = dates + '<meta property="article:modified_time" content="2026-10-06T15:30:00Z"/>'
    url = "https://echo.example/barge"
    paragraphs = [text.replace("\n\n", "</p><p>") for text in (BARGE, LATER)]
    first = desk.take(key="1", media="html", body=page.format(dates, paragraphs[0]), url=url, outlet="Echo")
    later = desk.take(key="2", media="html", body=page.format(changed, paragraphs[1]), url=url, outlet="Echo")
    assert later.outcome == "revision"
    published = [version.published for version in desk.store.versions(LOCAL, str(first.article))]
    assert published == [at(0), at(210)]


def test_an_unreadable_drop_is_kept_with_its_reason(desk: Desk) -> None:
    outcome = desk.take(key="1", body="", problem="It is empty.")
    assert (outcome.outcome, outcome.article, outcome.reason) == ("rejected", None, "It is empty.")
    assert desk.store.drop(LOCAL, "1") is not None


def test_a_link_that_is_refused_is_answered_where_it_was_posted(desk: Desk) -> None:
    asked = Asked(channel="C1", thread="9.9", user="U1")
    outcome = desk.take(key="1", source="link", body=None, url="http://127.0.0.1/", asked=asked)
    assert (outcome.outcome, outcome.reason) == ("rejected", "The address points inside this network.")
    assert desk.told() == ["answer"]


def test_a_file_of_several_drops_is_unpacked(desk: Desk) -> None:
    upload = a_drop(key="file", source="upload", body=None)
    desk.pages.found["file"] = [a_drop(key="file#1", body=BARGE), a_drop(key="file#2", body="", problem="It is empty.")]
    outcomes = desk.pipeline.take(upload)
    assert [outcome.outcome for outcome in outcomes] == ["new", "rejected"]
    whole = desk.store.outcome(LOCAL, "file")
    assert whole and whole.outcome == "unpacked"


def test_what_a_stop_left_behind_is_finished(desk: Desk) -> None:
    desk.store.keep_drop(a_drop(key="1", body=BARGE))
    assert [outcome.outcome for outcome in desk.pipeline.finish_waiting()] == ["new"]
    assert desk.store.waiting_drops() == []


# --- who is who ------------------------------------------------------------------------------

NAMED = """Northland will mend the lock at Velmouth before the winter, its transport minister said on Monday.

"The lock is older than the town," Transport Minister Anna Ashby told reporters beside the canal at Velmouth.
"""

UNNAMED = """Fares on the night trains to Osterly will rise by a tenth in January, the government said on Friday.

"Nobody likes a dearer ticket," the transport minister said in parliament, where members shouted at the announcement.
"""


def test_the_holder_of_an_office_is_known_from_other_reports(desk: Desk) -> None:
    desk.take(body=NAMED, published=NOON)
    desk.take(key="d2", id="d2", body=UNNAMED, published=at(5 * 24 * 60))
    (person,) = [one for one in desk.store.people(LOCAL) if one.name == "Anna Ashby"]
    (later,) = [one for one in desk.store.quote_reports(LOCAL, person=person.id) if "dearer" in one.text]
    assert later.called == "transport minister"
    assert later.confidence < 0.85
    assert later.why
    assert "Anna Ashby, who is called so in reports of 6 October 2026" in later.why
