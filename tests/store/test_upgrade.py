"""A database is made and brought up to date by its migrations alone, whoever starts first."""

from __future__ import annotations

import gzip
import subprocess
import sys
from pathlib import Path
from subprocess import PIPE

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text, update

import store.migrations
from bot.errors import UserError
from bot.match.fingerprints import fingerprint
from bot.match.stories import profile
from bot.shapes import Decision, Judgement
from store import SqlStore, open_store, reindexing
from store.tables import REVISION, articles, metadata, quotes, versions
from tests.factories import NOON, a_drop
from tests.store.archive import AWAY, HOME, a_claim, a_later_version, a_report, a_story, an_article, say

OLD_DATABASES = sorted((Path(__file__).parents[1] / "old_databases").glob("*.db.gz"))


def test_tables_and_migrations_agree(store: SqlStore) -> None:
    with store.door.read() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_the_revision_of_the_tables_is_the_last_migration() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(str(store.migrations.__file__)).parent))
    assert ScriptDirectory.from_config(config).get_heads() == [REVISION]


def test_an_empty_database_is_filled_and_opened_again(empty_url: str) -> None:
    first = open_store(empty_url)
    first.keep_drop(a_drop(workspace=HOME))
    first.close()
    again = open_store(empty_url)
    assert again.drop(HOME, "d1")
    again.close()


STARTER = """
import sys
from bot.shapes import Channel
from store import open_store
print("ready", flush=True)
sys.stdin.readline()
store = open_store(sys.argv[1])
store.save_channel(Channel(workspace="T1", id=sys.argv[2]))
store.close()
"""


def test_several_processes_may_start_at_once(empty_url: str) -> None:
    start = [sys.executable, "-c", STARTER, empty_url]
    starters = [
        subprocess.Popen([*start, name], stdin=PIPE, stdout=PIPE, stderr=PIPE, text=True) for name in ("C1", "C2")
    ]
    for starter in starters:
        assert starter.stdout and starter.stdout.readline() == "ready\n"
    for starter in starters:
        assert starter.stdin
        starter.stdin.write("go\n")
        starter.stdin.flush()
    assert [(starter.communicate()[1], starter.returncode) for starter in starters] == [("", 0)] * 2
    opened = open_store(empty_url)
    assert [channel.id for channel in opened.channels(HOME)] == ["C1", "C2"]
    opened.close()


def test_a_database_of_a_later_copydesk_is_left_alone(url: str) -> None:
    opened = open_store(url)
    with opened.door.write("") as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    opened.close()
    with pytest.raises(UserError, match="later copydesk"):
        open_store(url)


@pytest.mark.parametrize("old", OLD_DATABASES, ids=lambda path: path.name)
def test_an_old_database_is_upgraded_and_used(old: Path, tmp_path: Path) -> None:
    (tmp_path / "copydesk.db").write_bytes(gzip.decompress(old.read_bytes()))
    opened = open_store(f"sqlite:///{tmp_path / 'copydesk.db'}")
    story = opened.story(HOME, "ferry-pier")
    sheet = story and opened.sheet(HOME, story.id)
    assert sheet
    assert [article.versions for article in sheet.articles] == [2, 1]
    assert [conflict.status for conflict in sheet.conflicts] == ["dismissed"]
    assert [quote.name for quote in sheet.quotes] == ["Mira Holt"]
    assert [posting.notice.key for posting in opened.due_postings(sheet.story.last)] == ["card s1"]
    assert [drop.key for drop in opened.waiting_drops()] == ["waiting"]
    channels = opened.channels(HOME)
    assert [channel.timezone for channel in channels] == ["Europe/Oslo"]
    _part_and_join(opened)
    _split_and_undo(opened, sheet.story.id)
    opened.close()


def _part_and_join(opened: SqlStore) -> None:
    """Somebody who was kept before people could be told apart by hand."""
    (holt,) = opened.people(HOME, "Mira Holt")
    other = opened.split_person(HOME, holt.id, "U1", NOON, name="Holt")
    assert [person.id for person in opened.people(HOME, "Holt")] == [holt.id, other.id]
    opened.judge_people(HOME, Judgement(one=holt.id, other=other.id, same=True, by="U1", at=NOON))
    assert [report.called for report in opened.quote_reports(HOME, person=other.id)] == ["Holt"]


def _split_and_undo(opened: SqlStore, story: str) -> None:
    """Articles that were kept before they could be moved between stories."""
    own = a_story(opened, "own-story")
    moved = Decision(kind="move", status="done", story=own, other=story, article="a1", by="U1", at=NOON)
    decided = opened.decide_story(HOME, moved)
    assert opened.moved_by(HOME, decided.id) == ["a1", "a2"]
    assert [conflict.status for conflict in opened.conflicts(HOME)] == ["dismissed"]
    opened.undo_decision(HOME, decided.id, "U1", NOON)
    assert [account.article for account in opened.accounts(HOME, story)] == ["a1", "a2"]


def _find_again(opened: SqlStore) -> None:
    """The index is made anew from the kept texts, and texts that were kept plain are read."""
    (first, second) = opened.articles(HOME)
    body = opened.versions(HOME, first.id)[0].body
    assert body == a_report().body
    found = opened.lookalikes(HOME, a_report(outlet="Hill News", canonical=None, title=None), fingerprint(body))
    assert {known.article for known in found} == {first.id, second.id}
    (known,) = opened.story_candidates(HOME, profile(a_report(), NOON))
    assert len(known.members) == 2
    assert opened.term_counts(HOME, ["died", "ten"]) == (2, {"died": 2, "ten": 0})
    assert opened.drop(HOME, "d1") == a_drop(workspace=HOME)
    assert [claim.says for claim in opened.accounts(HOME, first.story)[0].claims] == ["Ten killed"]
    (report,) = opened.quote_reports(HOME, words=["nothing"])
    assert report.before == "Ten people died. "


def test_a_new_edition_of_the_index_is_made_from_the_kept_texts(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = open_store(url)
    report = a_report(body="A dredger lost its anchor off Skarvik and drifted on to the eastern breakwater at dawn.")
    first = an_article(opened, a_story(opened), **report.model_dump())  # with a fingerprint that is not the text's
    later = a_later_version(opened, first.article, **report.model_dump() | {"body": "Nobody was hurt on the dredger."})
    an_article(opened, a_story(opened, workspace=AWAY), workspace=AWAY, **report.model_dump())
    opened.close()
    monkeypatch.setattr(reindexing, "EDITION", 99)
    again = open_store(url)
    looked = a_report(outlet="Hill News", canonical=None, title=None)
    for words, versions_ in ((report.body, [first.id, "v3"]), (f"{report.body} A tug came.", [later.id, "v3"])):
        found = [again.lookalikes(workspace, looked, fingerprint(words)) for workspace in (HOME, AWAY)]
        assert [[known.version for known in likes] for likes in found] == [[version] for version in versions_]
    assert again.term_counts(HOME, ["n:skarvik", "dredger"]) == (1, {"n:skarvik": 0, "dredger": 1})
    assert again.term_counts(AWAY, ["n:skarvik", "dredger"]) == (1, {"n:skarvik": 1, "dredger": 1})
    assert again.profile(HOME, first.article) == profile(report.model_copy(update={"body": later.body}), NOON)
    again.close()


def test_outlets_get_the_key_that_their_names_make_now(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = open_store(url)
    first = an_article(opened, a_story(opened), outlet="Harbour Post - World")
    say(opened, first, "“We saw nothing,”")
    with opened.door.write(HOME) as connection:
        connection.execute(update(articles).values(outlet_key="harbourpostworld"))
        connection.execute(update(quotes).values(outlet_key="harbourpostworld"))
    opened.close()
    monkeypatch.setattr(reindexing, "EDITION", 99)
    again = open_store(url)
    looked = a_report(outlet="The Harbour Post", canonical=None, body="A tug came.")
    assert [known.article for known in again.lookalikes(HOME, looked, fingerprint("A tug came."))] == [first.article]
    assert [report.article for report in again.quote_reports(HOME, outlet="harbourpost.com")] == [first.article]
    again.close()


def test_data_with_a_field_that_is_gone_since_is_read(store: SqlStore) -> None:
    version = an_article(store, a_story(store), body="Ten died.")
    claim = a_claim("Ten died.", "Ten")
    store.add_findings(version, HOME, [], [claim])
    with store.door.write(HOME) as connection:
        connection.execute(update(versions).values(claims=[claim.model_dump(mode="json") | {"gone": "since"}]))
    assert [account.claims for account in store.accounts(HOME, "s1")] == [(claim,)]


def test_there_is_an_old_database() -> None:
    assert OLD_DATABASES
