"""A desk over a real store, and a short way to fill it with reports whose quotes are known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from shutil import copy
from typing import Any

import pytest

from bot.desk import Desk
from bot.match.fingerprints import fingerprint
from bot.match.stories import profile
from bot.pipeline import Pipeline
from bot.ports import Store
from bot.settings import Settings
from bot.shapes import LOCAL, Match, Quote, Report, Version
from handlers.answers import Answer
from handlers.commands import Asker, ask
from store import open_store
from tests.factories import NOON, a_conflict, a_side
from tests.handlers.conftest import NoNetwork

QUAY = "QUAY"


@dataclass
class Newsroom:
    """A desk at noon, with a channel to ask from."""

    desk: Desk
    channel: str | None = QUAY

    @property
    def store(self) -> Store:
        return self.desk.store

    def ask(self, line: str) -> Any:
        """The answer; `Any` because each test knows which it asks for."""
        answer: Answer = ask(line, self.desk, Asker(LOCAL, self.channel, "U1"))
        return answer

    def story(self, title: str, slug: str) -> str:
        return self.store.open_story(LOCAL, slug, title, NOON).id

    def report(
        self,
        story: str,
        outlet: str,
        body: str,
        minutes: int = 0,
        title: str | None = None,
        copy_of: str | None = None,
        dated: bool = True,
    ) -> Version:
        """An article that came so many minutes after noon, and says so where it is dated."""
        match = Match(outcome="copy" if copy_of else "new", of=copy_of, reason="A test says so.")
        read = self._read(outlet, body, minutes, title or outlet)
        read = read if dated else read.model_copy(update={"published": None})
        about = profile(read, NOON)
        with self.store.transaction(LOCAL):
            return self.store.add_article(
                LOCAL, story, read, fingerprint(body), match, about, NOON + timedelta(minutes=minutes)
            )

    def revise(self, version: Version, outlet: str, body: str, minutes: int, title: str | None = None) -> Version:
        """A later version of an article."""
        read = self._read(outlet, body, minutes, title or outlet)
        about, seen = profile(read, NOON), NOON + timedelta(minutes=minutes)
        with self.store.transaction(LOCAL):
            return self.store.add_version(LOCAL, version.article, read, fingerprint(body), about, seen)

    def _read(self, outlet: str, body: str, minutes: int, title: str) -> Report:
        url = f"https://{outlet.lower().replace(' ', '')}.example/{title.lower().replace(' ', '-')}"
        published = NOON + timedelta(minutes=minutes)
        return Report(
            drop=f"{outlet} {minutes}",
            outlet=outlet,
            title=title,
            published=published,
            url=url,
            canonical=url,
            body=body,
        )

    def person(self, name: str) -> str:
        return self.store.add_person(LOCAL, name, "person").id

    def says(
        self, version: Version, person: str | None, words: str, utterance: str | None = None, **fields: Any
    ) -> str:
        """Marks words of a version as somebody's; the utterance they report."""
        start = version.body.index(words)
        article = self.store.article(LOCAL, version.article)
        assert article is not None
        kept = utterance or self.store.open_utterance(LOCAL, person, article.story, words)
        given = {
            "content": ((start, start + len(words)),),
            "speaker": None,
            "cue": None,
            "name": None,
            "kind": "direct",
        }
        quote = Quote.model_validate(given | {"named": "person"} | fields)
        self.store.add_findings(version, LOCAL, [(quote, person, kept)], [])
        return kept

    def conflict(self, story: str, one: Version, other: Version, **fields: Any) -> str:
        """Two versions' first sentences against each other."""
        sides = tuple(
            a_side(article=v.article, version=v.id, text=v.body[:20], start=0, end=20, spot=(0, 4))
            for v in (one, other)
        )
        conflict = a_conflict(**({"id": "", "story": story, "sides": sides} | fields))
        return self.store.save_conflict(LOCAL, story, conflict).id


@pytest.fixture(scope="session")
def fresh_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty archive, made once: making its tables takes longer than most tests here."""
    path = tmp_path_factory.mktemp("fresh") / "desk.db"
    open_store(f"sqlite:///{path}").close()
    return path


@pytest.fixture
def empty(tmp_path: Path, fresh_database: Path) -> Iterator[Newsroom]:
    """A newsroom on its first day."""
    store = open_store(f"sqlite:///{copy(fresh_database, tmp_path / 'desk.db')}")
    fetcher = NoNetwork()

    def clock() -> datetime:
        return NOON + timedelta(hours=2)

    yield Newsroom(Desk(Settings(), store, fetcher, clock, Pipeline(store, fetcher, clock)))
    store.close()


HALLORAN = "“She went over on her side in less than two minutes,” Maren Halloran told reporters."
HALLORAN_AGAIN = "“She went over on her side in two minutes,” said harbour master Halloran."
VOSS = "Piet Voss of Kestrel Line said the lifeboats were checked in spring."


@pytest.fixture
def room(empty: Newsroom) -> Newsroom:
    """One ferry story from three outlets, two people called Halloran, and a story nearby."""
    ferry = empty.story("Ferry and dredger collide off Harrowmouth", "ferry-harrowmouth")
    tarrow = empty.story("Ferry strikes the quay at Tarrow", "ferry-tarrow")
    meridian = empty.report(ferry, "Meridian Press", f"At least three died. {HALLORAN} {VOSS}", 0, "Ferry sinks")
    beacon = empty.report(ferry, "The Evening Beacon", f"Nine people died. {HALLORAN_AGAIN}", 20, "Ferry horror")
    later = empty.report(
        tarrow, "Coast Radio", "“I saw the quay shake,” said Jon Halloran, a baker.", 40, "Quay struck"
    )
    maren, jon, voss = (empty.person(name) for name in ("Maren Halloran", "Jon Halloran", "Piet Voss"))
    side = empty.says(meridian, maren, "“She went over on her side in less than two minutes,”")
    empty.says(beacon, maren, "“She went over on her side in two minutes,”", side, confidence=0.7)
    empty.says(meridian, voss, "the lifeboats were checked in spring", kind="indirect", via="Coast Radio")
    empty.says(later, jon, "“I saw the quay shake,”")
    empty.conflict(ferry, meridian, beacon)
    return empty
