"""Makes the small database of this version: python -m tests.old_databases.make. See README.md beside it."""

from __future__ import annotations

import gzip
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

from bot.shapes import Channel
from store import SqlStore, open_store
from tests.factories import NOON, a_conflict, a_drop, an_outcome
from tests.store.archive import HOME, a_claim, a_later_version, a_match, a_notice, a_story, an_article, say


def fill(store: SqlStore) -> None:
    """One story told twice, once in two versions, with all that hangs on it."""
    store.keep_drop(a_drop(workspace=HOME))
    store.finish_drop(HOME, "d1", an_outcome())
    store.keep_drop(a_drop(workspace=HOME, key="waiting", body=None, source="link"))
    story = a_story(store)
    first = an_article(store, story)
    later = a_later_version(store, first.article, body="Ten people died. “We saw nothing,” Mira Holt said.")
    copy = a_match(outcome="copy", of=first.article, similarity=1.0)
    an_article(store, story, outlet="Coast Radio", canonical=None, url=None, match=copy, drop="d2")
    holt = store.add_person(HOME, "Mira Holt", "person").id
    say(store, later, "“We saw nothing,”", person=holt, name="Holt")
    store.add_findings(later, HOME, [], [a_claim(later.body, "Ten", low=10)])
    conflict = store.save_conflict(HOME, story, a_conflict())
    store.judge_conflict(HOME, conflict.id, "dismissed", by="U1", at=NOON)
    store.mute_conflicts(HOME, story, "wording", by="U1", at=NOON)
    store.save_channel(Channel(workspace=HOME, id="C1", timezone="Europe/Oslo"))
    store.want(a_notice(), NOON)
    store.follow_feed(HOME, "https://post.example/feed.xml", NOON)
    store.first_time(HOME, "Ev1", NOON)


def main() -> None:
    kept = Path(__file__).parent / f"{version('copydesk')}.db.gz"
    if kept.exists():
        sys.exit(f"{kept.name} is a released version's: it is kept as it is.")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "copydesk.db"
        store = open_store(f"sqlite:///{file}")
        fill(store)
        store.close()
        kept.write_bytes(gzip.compress(file.read_bytes(), mtime=0))


if __name__ == "__main__":
    main()
