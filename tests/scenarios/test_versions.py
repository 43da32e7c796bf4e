"""Articles through their lives, as feeds, crawlers, folders and people bring them: what becomes a version, what the
thread is told of it, and what is nothing new."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app import open_desk
from bot.shapes import LOCAL, Channel, Outcome, Version
from handlers.showing import message
from handlers.terminal.stage import PlayClock
from tests.bot.match.texts import COUNCIL, FERRY, FERRY_LATER, FERRY_REWRITE
from tests.factories import NOON, a_drop, at

PAGE = "https://www.harbourpost.example/news/2026/10/ferry-strikes-pier-812345"
POST = {"outlet": "The Harbour Post", "title": "Ferry strikes pier at Orsund", "url": PAGE}


class Newsroom:
    """The pipeline over a real store, with one channel that follows everything."""

    def __init__(self, folder: Path) -> None:
        self.clock = PlayClock(NOON)
        self.desk = open_desk(f"sqlite:///{folder / 'desk.db'}", self.clock)
        self.store = self.desk.store
        self.store.save_channel(Channel(workspace=LOCAL, id="C1"))
        self.taken = 0

    def take(self, body: str, minute: float, **fields: Any) -> Outcome:
        """A drop comes in so many minutes after noon."""
        self.taken += 1
        self.clock.move(at(minute))
        drop = a_drop(id=f"d{self.taken}", key=f"k{self.taken}", body=body, received=self.clock(), **fields)
        (outcome,) = self.desk.pipeline.take(drop)
        return outcome

    def fetch(self, text: str, minute: float, url: str = PAGE, **page: str) -> Outcome:
        """Somebody posts a link, and this is the page behind it."""
        return self.take(a_page(text, **page), minute, source="link", url=url, media="html")

    def versions(self, outcome: Outcome) -> list[Version]:
        assert outcome.article
        return self.store.versions(LOCAL, outcome.article)

    def told(self, outcome: Outcome) -> list[int]:
        """The numbers of the article's versions that its thread is told of."""
        wanted = [one for one in self.versions(outcome) if self.store.posting(LOCAL, f"version:C1:{one.id}")]
        return [version.number for version in wanted]

    def message(self, version: int) -> str:
        """What the thread shows of the article's version."""
        posting = self.store.posting(LOCAL, f"version:C1:v{version}")
        shown = message(self.store, posting.notice) if posting else None
        return shown["text"] if shown else ""


def a_page(text: str, title: str = POST["title"], head: str = "", before: str = "", after: str = "") -> str:
    prose = "".join(f"<p>{paragraph}</p>" for paragraph in text.split("\n\n"))
    return (
        f"<!doctype html><html><head><title>{title} | The Harbour Post</title>{head}"
        f'<meta property="og:site_name" content="The Harbour Post"><meta property="og:title" content="{title}"></head>'
        f"<body><nav>Home News Sport</nav>{before}<article><h1>{title}</h1>{prose}</article>{after}"
        "<footer>All rights reserved.</footer></body></html>"
    )


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Newsroom]:
    newsroom = Newsroom(tmp_path)
    yield newsroom
    newsroom.store.close()


def test_back_to_the_first_text_is_three_versions_of_which_two_have_one_text(room: Newsroom) -> None:
    room.take(FERRY, 0, **POST, published=NOON)
    room.take(FERRY_LATER, 60, **POST, published=at(60))
    third = room.take(FERRY, 120, **POST, published=at(120))
    bodies = [version.body for version in room.versions(third)]
    assert (len(bodies), len(set(bodies)), bodies[0]) == (3, 2, bodies[2])
    assert third.reason == (
        "A later version of The Harbour Post's report of 13:00 UTC: it went back to its text of 12:00 UTC."
    )
    assert room.told(third) == [2, 3]
    assert "went back to its text of" in room.message(3)


def test_the_first_text_on_a_slow_road_is_nothing_new(room: Newsroom) -> None:
    room.take(FERRY, 0, **POST, published=NOON)
    room.take(FERRY_LATER, 60, **POST, published=at(60))
    late = room.take(FERRY, 61, source="feed", published=NOON, **POST | {"outlet": "Harbour Post - World"})
    nameless = room.take(FERRY, 62)
    assert {late.outcome, nameless.outcome} == {"duplicate"}
    assert "came late" in late.reason and "nothing says that it is back" in nameless.reason
    assert (len(room.versions(late)), room.told(late)) == (2, [2])


def test_a_page_fetched_twice_shows_what_stands_there_now(room: Newsroom) -> None:
    room.fetch(FERRY, 0)
    room.fetch(FERRY_LATER, 60)
    third = room.fetch(FERRY, 120)
    assert (third.outcome, len(room.versions(third))) == ("revision", 3)
    assert "it went back to its text of version 1" in third.reason


ADDRESSES = [
    PAGE.replace("https://www.", "http://"),
    PAGE + "?utm_source=rss&fbclid=x#comments",
    PAGE + "/amp",
    PAGE.replace("www.", "m."),
    PAGE + "?print=1",
    "https://www.google.com/amp/s/" + PAGE.removeprefix("https://"),
    PAGE.replace("/news/2026/10/ferry-strikes-pier", "/n/ferry"),
]
SURROUNDINGS = [
    {"before": "<div>We use cookies to improve your visit.</div><p>Updated 5 minutes ago</p>"},
    {"before": "<p>1,204 views</p><p>12 comments</p>", "after": "<p>Most read</p><ul><li>Fish prices up</li></ul>"},
    {"head": '<meta property="article:published_time" content="2026-10-06T15:00:00Z">'},
]


@pytest.mark.parametrize("url", ADDRESSES)
def test_another_form_of_the_address_makes_no_version(room: Newsroom, url: str) -> None:
    room.take(FERRY, 0, **POST, published=NOON)
    for again in (room.take(FERRY, 5, **POST | {"url": url}), room.fetch(FERRY, 6, url)):
        assert (again.outcome, again.article) == ("duplicate", "a1"), again.reason
    assert len(room.versions(again)) == 1


@pytest.mark.parametrize("page", SURROUNDINGS)
def test_other_surroundings_make_no_version(room: Newsroom, page: dict[str, str]) -> None:
    room.take(FERRY, 0, **POST, published=NOON)
    again = room.fetch(FERRY.replace('"', "”").replace(" the ", "  the "), 30, **page)
    assert (again.outcome, len(room.versions(again))) == ("duplicate", 1), again.reason


def test_a_headline_alone_is_a_version_and_told(room: Newsroom) -> None:
    room.take(FERRY, 0, **POST, published=NOON)
    second = room.fetch(FERRY, 30, title="Two officers suspended after ferry strikes pier at Orsund")
    assert (second.outcome, room.told(second)) == ("revision", [2]), second.reason
    assert (
        room.fetch(FERRY, 40, title="Two officers suspended after ferry strikes pier at Orsund").outcome == "duplicate"
    )


def test_a_teaser_never_takes_the_place_of_the_whole(room: Newsroom) -> None:
    teaser = FERRY[:200] + " […]"
    room.take(teaser, 0, **POST, published=NOON, source="feed")
    whole = room.fetch(FERRY, 10)
    again = room.take(teaser, 20, **POST, published=NOON, source="feed")
    assert (whole.outcome, again.outcome) == ("revision", "duplicate"), again.reason
    assert room.told(whole) == []
    assert room.versions(again)[-1].body == room.versions(whole)[1].body


def test_an_article_moves_with_its_words(room: Newsroom) -> None:
    room.take(FERRY, 0, **POST, published=NOON)
    moved = {"title": "Fourteen hurt on the Orsund ferry", "url": "https://harbourpost.example/sea/fourteen-hurt"}
    second = room.take(FERRY_LATER, 60, **POST | moved, published=at(60))
    assert "at a new address and under a new headline" in second.reason
    old = room.take(FERRY_LATER, 70, **POST | {"title": moved["title"]}, published=at(60))
    assert (second.outcome, old.outcome, old.article) == ("revision", "duplicate", second.article)
    found = [room.store.article(LOCAL, address) for address in (PAGE, moved["url"])]
    assert {article and article.id for article in found} == {second.article}


ENTRIES = [
    "The coast road is closed between Velmouth and Orsund, the county said. Lorries are being held at Halden.",
    "Two hundred homes in the lower town are without power, the grid company says. Crews wait for the wind to fall.",
    "The lifeboat at Velmouth has been called out to a trawler with engine trouble. All five of the crew are well.",
    "Schools along the coast will stay shut on Tuesday as well, the county has decided. Pupils can call a help line.",
    "A roof has come off a warehouse in the port of Orsund. Nobody was inside, the fire service says.",
    "The wind reached 41 metres a second at the Skerry light, the highest since 1987, the weather office says.",
    "Power is back in most of the lower town. Some thirty homes will have to wait for the morning.",
    "The coast road is open again in one direction. Drivers should allow an hour more, the county says.",
]
LIVE = {"outlet": "Tide News", "url": "https://tidenews.example/live"}


def test_a_live_page_is_one_article_however_long_it_runs(room: Newsroom) -> None:
    for hour in range(len(ENTRIES) - 2):
        shown = "\n\n".join(reversed(ENTRIES[hour : hour + 3]))
        live = room.take(shown, 60 * hour, title=f"Storm Aldous live: hour {hour}", **LIVE)
        assert (live.outcome, live.article) == ("revision" if hour else "new", "a1"), live.reason
        assert room.take(shown, 60 * hour + 5, title=f"Storm Aldous live: hour {hour}", **LIVE).outcome == "duplicate"
    assert len(room.versions(live)) == len(ENTRIES) - 2


def test_a_page_that_shows_another_event_shows_another_article(room: Newsroom) -> None:
    room.take("\n\n".join(ENTRIES[:4]), 0, title="Storm Aldous: live updates", **LIVE)
    other = room.take(COUNCIL, 3000, title="Council sells the customs house", **LIVE)
    assert (other.outcome, other.article) == ("new", "a2")
    assert "Its address showed another article before, Tide News's report" in other.reason
    assert room.take(COUNCIL, 3010, title="Council sells the customs house", **LIVE).article == "a2"


def test_tomorrows_briefing_and_page_two_are_articles_of_their_own(room: Newsroom) -> None:
    briefing = {"outlet": "The Harbour Post", "title": "Morning briefing"}
    room.take(FERRY, 0, **briefing, url="https://harbourpost.example/briefing/6-october", published=NOON)
    url = "https://harbourpost.example/briefing/7-october"
    tomorrow = room.take(COUNCIL, 1440, **briefing, url=url, published=at(1440))
    second_page = room.take(FERRY_REWRITE, 1441, **briefing, url=url + "?page=2", published=at(1440))
    assert (tomorrow.article, second_page.article) == ("a2", "a3")


def test_a_follow_up_the_day_after_is_no_version(room: Newsroom) -> None:
    room.take(FERRY, 0, **POST, published=NOON)
    url = "https://www.harbourpost.example/news/2026/10/a-night-of-darkness"
    next_day = room.take(
        FERRY_REWRITE, 1500, outlet="The Harbour Post", title="A night of darkness", url=url, published=at(1500)
    )
    assert (next_day.outcome, next_day.of, next_day.story) == ("rewrite", "a1", "s1")
    assert next_day.reason.startswith("Another report by the same outlet")


def test_a_syndicated_page_is_a_copy_whatever_address_it_names(room: Newsroom) -> None:
    room.fetch(FERRY, 0)
    head = f'<link rel="canonical" href="{PAGE}">'
    page = a_page(FERRY, head=head).replace("The Harbour Post", "Coast Radio")
    copy = room.take(page, 60, source="link", url="https://coastradio.example/ferry", media="html")
    assert (copy.outcome, copy.of, copy.article) == ("copy", "a1", "a2"), copy.reason


@pytest.mark.parametrize(
    "name", ["harbourpost.com", "Harbour Post (subscription)", "Harbour Post | Top Stories", "World - Harbour Post"]
)
def test_an_outlet_is_one_under_each_of_its_names(room: Newsroom, name: str) -> None:
    room.take(FERRY, 0, outlet="The Harbour Post")
    later = room.take(FERRY_LATER, 30, outlet=name)
    assert (later.outcome, later.article) == ("revision", "a1"), later.reason
