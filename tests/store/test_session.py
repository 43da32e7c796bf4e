"""One door: transactions that hold together, keep each other out, and fail in our words."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy.exc import SQLAlchemyError

from bot.errors import StoreError, UserError
from bot.ports import Store
from bot.shapes import Channel, Judgement, Office
from store import SqlStore, open_store
from store.indexing import EDITION
from store.tables import REVISION
from tests.factories import NOON, a_conflict, a_drop, an_outcome, at
from tests.store.archive import (
    AWAY,
    HOME,
    a_match,
    a_notice,
    a_print,
    a_profile,
    a_report,
    a_story,
    an_article,
)

_: type[Store] = SqlStore  # mypy holds the promise against what keeps it


def test_a_transaction_is_kept_whole(store: SqlStore) -> None:
    with store.transaction(HOME):
        store.keep_drop(a_drop(workspace=HOME))
        assert store.drop(HOME, "d1")  # what was written inside it is seen inside it
        store.want(a_notice(), at(0))
    assert store.drop(HOME, "d1") and store.posting(HOME, "card s1")


def test_a_transaction_that_ends_badly_leaves_nothing(store: SqlStore) -> None:
    with pytest.raises(ZeroDivisionError), store.transaction(HOME):
        store.keep_drop(a_drop(workspace=HOME))
        a_story(store)
        raise ZeroDivisionError
    assert store.drop(HOME, "d1") is None
    assert store.story(HOME, "s1") is None


def test_a_transaction_inside_one_is_part_of_it(store: SqlStore) -> None:
    with pytest.raises(ZeroDivisionError), store.transaction(HOME):
        with store.transaction(HOME):
            store.keep_drop(a_drop(workspace=HOME))
        raise ZeroDivisionError
    assert store.drop(HOME, "d1") is None


def test_a_failure_that_is_caught_inside_still_fails_the_whole(store: SqlStore) -> None:
    with pytest.raises(StoreError, match="nothing was written"), store.transaction(HOME):
        store.keep_drop(a_drop(workspace=HOME))
        with pytest.raises(StoreError):
            store.add_name(HOME, "p99", "Nobody")
    assert store.drop(HOME, "d1") is None
    store.keep_drop(a_drop(workspace=HOME))  # and the thread is out of it


def test_another_thread_does_not_see_what_is_not_kept_yet(store: SqlStore) -> None:
    with ThreadPoolExecutor(1) as other, store.transaction(HOME):
        store.keep_drop(a_drop(workspace=HOME))
        assert other.submit(store.drop, HOME, "d1").result() is None
    assert store.drop(HOME, "d1")


def test_blocks_of_one_workspace_never_overlap(store: SqlStore) -> None:
    """Eight threads each read a number and write the next: none may be lost."""
    store.save_channel(Channel(workspace=HOME, id="C1", timezone="0"))

    def count_one(_: int) -> None:
        with store.transaction(HOME):
            channel = store.channel(HOME, "C1")
            assert channel
            store.save_channel(channel.model_copy(update={"timezone": str(int(channel.timezone) + 1)}))

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(count_one, range(40)))
    counted = store.channel(HOME, "C1")
    assert counted and counted.timezone == "40"


def test_two_stores_on_one_database_keep_each_other_out(store: SqlStore, url: str) -> None:
    """As two processes would: the second block begins only when the first has ended."""
    other = open_store(url)
    inside, order = threading.Event(), []

    def second() -> None:
        inside.wait()
        with other.transaction(HOME):
            order.append("second began")

    thread = threading.Thread(target=second)
    thread.start()
    with store.transaction(HOME):
        inside.set()
        thread.join(0.1)
        order.append("first ends")
    thread.join()
    other.close()
    assert order == ["first ends", "second began"]


def test_many_threads_read_and_write_at_once(store: SqlStore) -> None:
    story = a_story(store)

    def work(number: int) -> int:
        store.keep_drop(a_drop(workspace=HOME, key=f"d{number}"))
        an_article(store, story, body=f"Report {number}.", drop=f"d{number}")
        store.finish_drop(HOME, f"d{number}", an_outcome())
        return len(store.articles(HOME))

    with ThreadPoolExecutor(8) as threads:
        assert max(threads.map(work, range(24))) <= 24
    assert len(store.articles(HOME)) == store.term_counts(HOME, [])[0] == 24
    assert store.waiting_drops() == []


def test_a_write_inside_a_read_is_a_mistake(store: SqlStore) -> None:
    with pytest.raises(RuntimeError, match="write inside a read"), store.door.read():
        store.keep_drop(a_drop(workspace=HOME))


@pytest.mark.parametrize("zone", [UTC, timezone(timedelta(hours=-9, minutes=-30)), timezone(timedelta(hours=14))])
def test_times_come_back_aware_and_in_utc(store: SqlStore, zone: timezone) -> None:
    received = datetime(2026, 10, 25, 2, 30, 1, 999999, tzinfo=zone)
    store.keep_drop(a_drop(workspace=HOME, received=received))
    kept = store.drop(HOME, "d1")
    assert kept and kept.received == received
    assert kept.received.utcoffset() == timedelta(0)


@pytest.mark.parametrize("year", [1, 9999])
def test_a_time_at_the_end_of_the_calendar_is_kept(store: SqlStore, year: int) -> None:
    moment = datetime(year, 1, 1) if year == 1 else datetime(year, 12, 31, 23)  # noqa: DTZ001
    for hours in (-9, 9):
        published = moment.replace(tzinfo=timezone(timedelta(hours=hours)))
        assert store.keep_drop(a_drop(workspace=HOME, key=f"d{hours}", published=published))
        kept = store.drop(HOME, f"d{hours}")
        assert kept and kept.published and kept.published.utcoffset() == timedelta(0)


def test_a_naive_time_is_refused(store: SqlStore) -> None:
    with pytest.raises(StoreError, match="time zone"):
        store.keep_drop(a_drop(workspace=HOME, received=datetime(2026, 10, 6)))  # noqa: DTZ001


# --- failures ----------------------------------------------------------------------------------

METHODS: dict[str, Callable[[Store], object]] = {
    "keep_drop": lambda store: store.keep_drop(a_drop()),
    "refill_drop": lambda store: store.refill_drop(a_drop()),
    "drop": lambda store: store.drop(HOME, "d1"),
    "waiting_drops": lambda store: store.waiting_drops(),
    "finish_drop": lambda store: store.finish_drop(HOME, "d1", an_outcome()),
    "outcome": lambda store: store.outcome(HOME, "d1"),
    "lookalikes": lambda store: store.lookalikes(HOME, a_report(), a_print()),
    "add_article": lambda store: store.add_article(HOME, "s1", a_report(), a_print(), a_match(), a_profile(), NOON),
    "add_version": lambda store: store.add_version(HOME, "a1", a_report(), a_print(), a_profile(), NOON),
    "article": lambda store: store.article(HOME, "a1"),
    "articles": lambda store: store.articles(HOME),
    "versions": lambda store: store.versions(HOME, "a1"),
    "version": lambda store: store.version(HOME, "v1"),
    "story_candidates": lambda store: store.story_candidates(HOME, a_profile()),
    "term_counts": lambda store: store.term_counts(HOME, ["x"]),
    "open_story": lambda store: store.open_story(HOME, "x", "X", NOON),
    "story": lambda store: store.story(HOME, "s1"),
    "stories": lambda store: store.stories(HOME),
    "sheet": lambda store: store.sheet(HOME, "s1"),
    "accounts": lambda store: store.accounts(HOME, "s1"),
    "people": lambda store: store.people(HOME),
    "add_person": lambda store: store.add_person(HOME, "Mira Holt", "person"),
    "add_name": lambda store: store.add_name(HOME, "p1", "Holt"),
    "story_people": lambda store: store.story_people(HOME, "s1"),
    "person": lambda store: store.person(HOME, "p1"),
    "judge_people": lambda store: store.judge_people(HOME, Judgement(one="p1", other="p2", same=True, at=NOON)),
    "forget_judgement": lambda store: store.forget_judgement(HOME, "p1", "p2"),
    "judgements": lambda store: store.judgements(HOME, "p1"),
    "unlike": lambda store: store.unlike(HOME, "p1"),
    "split_person": lambda store: store.split_person(HOME, "p1", "U1", NOON, name="Holt"),
    "keep_office": lambda store: store.keep_office(HOME, "p1", Office(role="mayor"), NOON, "a1"),
    "bearers": lambda store: store.bearers(HOME, "mayor"),
    "heard": lambda store: store.heard(HOME, "s1"),
    "heard_elsewhere": lambda store: store.heard_elsewhere(HOME, "s1", ["p1"], NOON),
    "open_utterance": lambda store: store.open_utterance(HOME, None, "s1", "x"),
    "quote_reports": lambda store: store.quote_reports(HOME),
    "save_conflict": lambda store: store.save_conflict(HOME, "s1", a_conflict()),
    "conflicts": lambda store: store.conflicts(HOME),
    "conflict": lambda store: store.conflict(HOME, "c1"),
    "judge_conflict": lambda store: store.judge_conflict(HOME, "c1", "dismissed", "U1", NOON),
    "mute_conflicts": lambda store: store.mute_conflicts(HOME, "s1", "number", "U1", NOON),
    "muted_kinds": lambda store: store.muted_kinds(HOME, "s1"),
    "channel": lambda store: store.channel(HOME, "C1"),
    "save_channel": lambda store: store.save_channel(Channel(workspace=HOME, id="C1")),
    "channels": lambda store: store.channels(),
    "want": lambda store: store.want(a_notice(), NOON),
    "due_postings": lambda store: store.due_postings(NOON),
    "begin_posting": lambda store: store.begin_posting(HOME, "x"),
    "told": lambda store: store.told(HOME, "x", 1, "1.1"),
    "put_off": lambda store: store.put_off(HOME, "x", NOON, "refused"),
    "posting": lambda store: store.posting(HOME, "x"),
    "story_of_thread": lambda store: store.story_of_thread(HOME, "C1", "1.1"),
    "follow_feed": lambda store: store.follow_feed(HOME, "x", NOON),
    "unfollow_feed": lambda store: store.unfollow_feed(HOME, "x"),
    "feeds": lambda store: store.feeds(),
    "due_feeds": lambda store: store.due_feeds(NOON),
    "first_time": lambda store: store.first_time(HOME, "E1", NOON),
    "forget_events": lambda store: store.forget_events(NOON),
}


@pytest.mark.parametrize("method", METHODS)
def test_a_driver_error_comes_out_as_ours(tmp_path: Path, method: str) -> None:
    file = tmp_path / "copydesk.db"
    with sqlite3.connect(file) as connection:
        connection.execute(f"CREATE TABLE alembic_version AS SELECT '{REVISION}' AS version_num")
        connection.execute(f"CREATE TABLE index_edition AS SELECT {EDITION} AS edition")  # and no other table
    connection.close()
    store = open_store(f"sqlite:///{file}")
    with pytest.raises(StoreError, match="no such table") as raised:
        METHODS[method](store)
    assert isinstance(raised.value.__cause__, SQLAlchemyError)
    store.close()


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("Not a database, but long enough to be taken for one by its length alone. " * 9)
    with pytest.raises(StoreError, match="not a database"):
        open_store(f"sqlite:///{file}")


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="no folder for the database"):
        open_store(f"sqlite:///{tmp_path}/file/copydesk.db")


@pytest.mark.parametrize("address", ["", "copydesk.db", "mysql://localhost/copydesk", "sqlite"])
def test_an_address_that_cannot_be_one_is_explained(address: str) -> None:
    with pytest.raises(UserError):
        open_store(address)


def test_a_server_that_does_not_answer_is_a_store_error(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        open_store(f"postgresql:///copydesk?host={tmp_path}")


def test_a_database_in_memory_is_one_for_all_threads() -> None:
    store = open_store("sqlite://")
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(lambda n: store.keep_drop(a_drop(key=f"d{n}")), range(12)))
        assert set(threads.map(lambda _: len(store.waiting_drops()), range(4))) == {12}
    store.close()


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)  # SQLite has one writer for all
def test_workspaces_do_not_wait_for_each_other(store: SqlStore) -> None:
    with ThreadPoolExecutor(1) as other, store.transaction(HOME):
        assert other.submit(store.keep_drop, a_drop(workspace=AWAY)).result(timeout=10)
