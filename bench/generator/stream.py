"""A newsroom's incoming articles, one after the other, each with what it truly is."""

from __future__ import annotations

import random
import re
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Literal

from bench.generator import lexicon
from bench.generator.editing import carried, cut, rewritten, subbed, updated
from bench.generator.events import Event, Text, happen, report
from bot.shapes import Drop

Truth = Literal["report", "copy", "subbed", "cut", "rewrite", "version"]

CLOCK = timedelta(seconds=40)
"between two articles: some two thousand a day"

LIVE = 600
"events that are reported on at a time, each for about a day"
RUNNING = 60
"of these, stories that go on for weeks"
LOOK_ALIKES = 0.1
"new events of the kind and in the place of one before"

MIX: tuple[tuple[str, int], ...] = (
    ("event", 38), ("report", 27), ("copy", 10), ("subbed", 6), ("cut", 5), ("rewrite", 7), ("version", 7),
)  # fmt: skip
"what comes in, of a hundred"

OUTLETS = [
    f"{place} {name}"
    for place, name in zip(
        lexicon.places()[2000:2060], ["Post", "Courier", "Herald", "Echo", "Times", "Mail"] * 10, strict=True
    )
]
AGENCIES = ("Fjordwire", "Norpress", "Landnews")


@dataclass(frozen=True)
class Made:
    """An article, its event, and what it is built on: the drop `of` which `truth` says it is."""

    drop: Drop
    event: Event
    text: Text
    truth: Truth
    of: str | None = None
    like: int | None = None
    "the event that its own looks like"

    @property
    def number(self) -> int:
        return int(self.drop.id[1:])


@dataclass
class Live:
    """An event that is being reported on, with its latest articles."""

    event: Event
    like: int | None = None
    articles: deque[Made] = field(default_factory=lambda: deque(maxlen=5))


class Newsroom:
    """Makes articles; what it remembers does not grow. Numbers of drops and events start at `first`."""

    def __init__(self, seed: int | str, at: datetime = datetime(2031, 1, 1, tzinfo=UTC), first: int = 1) -> None:
        self.rng, self.at, self.number, self.events = random.Random(f"news {seed}"), at, first, first
        self.live: deque[Live] = deque(maxlen=LIVE)
        self.running: deque[Live] = deque(maxlen=RUNNING)

    def __iter__(self) -> Iterator[Made]:
        while True:
            yield self.next()

    def next(self) -> Made:
        self.at += CLOCK
        (what,) = self.rng.choices([name for name, _ in MIX], [share for _, share in MIX])
        if what == "event" or not self.live:
            return self.break_news()
        live = self._pick()
        if what == "report":
            return self.tell(live, "report", report(self.rng, live.event), outlet=self.rng.choice(OUTLETS))
        return self.reuse(live, self.rng.choice(live.articles), what)

    def break_news(self) -> Made:
        """A new event's first report."""
        model = self._pick().event if self.live and self.rng.random() < LOOK_ALIKES else None
        event = happen(self.rng, self.events, self.at, model)
        self.events += 1
        live = Live(event, model.number if model else None)
        self.live.append(live)
        if self.rng.random() < RUNNING / LIVE:
            self.running.append(live)
        outlet = self.rng.choice((*AGENCIES, self.rng.choice(OUTLETS)))
        return self.tell(live, "report", report(self.rng, event), outlet)

    def reuse(self, live: Live, source: Made, what: str) -> Made:
        """Another outlet's, or for a version the same one's, article made from one before."""
        if what == "version":
            text = updated(self.rng, source.text, live.event)
            return self.tell(live, "version", text, source.drop.outlet or "", source, source.drop.url)
        outlet = self.rng.choice([name for name in OUTLETS if name != source.drop.outlet])
        if what == "rewrite":
            return self.tell(live, "rewrite", rewritten(self.rng, source.text, live.event), outlet, source)
        truth, edit = _EDITS[what]
        return self.tell(live, truth, edit(self.rng, source.text), outlet, source)

    def tell(
        self, live: Live, truth: Truth, text: Text, outlet: str, of: Made | None = None, url: str | None = None
    ) -> Made:
        name = f"g{self.number:07d}"
        drop = Drop(
            id=name,
            key=name,
            source="feed",
            where=f"https://{_host(outlet)}/feed.xml",
            outlet=outlet,
            title=text.title,
            published=self.at,
            url=url or f"https://{_host(outlet)}/{self.at:%Y/%m/%d}/{_slug(text.title)}-{self.number}",
            body=text.body,
            received=self.at + timedelta(seconds=30),
        )
        self.number += 1
        made = Made(drop, live.event, text, truth, of.drop.id if of else None, live.like)
        live.articles.append(made)
        return made

    def _pick(self) -> Live:
        """An event to go on with: a running story, or one of the day, the newest likelier."""
        if self.running and self.rng.random() < 0.1:
            return self.rng.choice(self.running)
        return self.live[-1 - lexicon.rank(self.rng, len(self.live), 40)]


_EDITS: dict[str, tuple[Truth, Callable[[random.Random, Text], Text]]] = {
    "copy": ("copy", carried),
    "subbed": ("subbed", subbed),
    "cut": ("cut", cut),
}


def _host(outlet: str) -> str:
    return f"{_slug(outlet)}.example"


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
