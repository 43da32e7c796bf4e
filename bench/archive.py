"""What the pipeline leaves in the database of made articles, by what they truly are: a million in minutes.

Texts are packed, fingerprints and profiles made as they are for every article. Only what is found by reading closely
is not looked for: quotations and their people are those that were put in, claims are those of a few articles in turn.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bench.generator import lexicon
from bench.generator.stream import CLOCK, Made, Newsroom
from bench.packing import Row, Values, packed
from bot.analyse.claims import claims
from bot.analyse.names import sound
from bot.analyse.offices import offices
from bot.match.fingerprints import fingerprint
from bot.match.outlets import outlet_key
from bot.match.stories import profile
from bot.shapes import LOCAL, Drop, Profile, Report
from store.held import NEWEST_WITH_TERM, with_posting
from store.indexing import address_keys, indexed, title_key
from store.people import last_word
from store.quote_words import words_of

SHARD = 10_000
"articles made in one go; a shard knows nothing of another"

BASES = 2
"shards that are made; an archive's others are these, told again (see retelling.py)"

END = datetime(2031, 6, 1, tzinfo=UTC)
"when the newest shard ends"

QUOTES = 16
"room for the numbers of one article's quotes"

OUTCOMES = {"report": "new", "copy": "copy", "subbed": "copy", "cut": "copy", "rewrite": "rewrite"}


@dataclass
class Shard:
    """The rows of some articles, by table and as its columns keep them, and their part of the index."""

    rows: dict[str, list[Values]] = field(default_factory=dict)
    bands: tuple[NDArray[np.int64], NDArray[np.uint32]] = (np.empty(0, np.int64), np.empty(0, np.uint32))
    terms: dict[str, tuple[int, bytes]] = field(default_factory=dict)
    seen: dict[str, int] = field(default_factory=dict)
    "names of people -> how often they are quoted"
    held: dict[tuple[int, str, str], tuple[datetime, datetime, int]] = field(default_factory=dict)
    "offices -> first, last, article"


def newsroom(shard: int, size: int) -> Newsroom:
    """The newsroom of a shard of an archive; 0 is the newest, and the same whatever the archive's size."""
    first = size - (shard + 1) * SHARD + 1
    return Newsroom(shard, END - (shard + 1) * SHARD * CLOCK, first)


def made(shard: int, size: int) -> Iterator[Made]:
    return itertools.islice(newsroom(shard, size), SHARD)


def report_of(drop: Drop) -> Report:
    """What reading a made drop comes to: it holds no furniture, and its address is canonical."""
    told = drop.model_dump(include={"outlet", "title", "published", "url", "body"})
    return Report(drop=drop.id, canonical=drop.url, **told)


def rows_of(shard: int, size: int) -> Shard:
    """All rows of one shard of an archive of so many articles."""
    filing = _Filing()
    for one in made(shard, size):
        filing.file(one)
    return filing.done()


class _Filing:
    """Files made articles into rows, one after the other."""

    def __init__(self) -> None:
        self.shard = Shard()
        self.rows: dict[str, list[Row]] = defaultdict(list)
        self.articles: dict[int, Row] = {}
        self.stories: dict[int, Row] = {}
        self.profiles: dict[int, Profile] = {}
        self.article_of: dict[str, int] = {}
        self.bands: list[NDArray[np.int64]] = []
        self.owners: list[NDArray[np.uint32]] = []

    def file(self, one: Made) -> None:
        report = report_of(one.drop)
        about, print_ = profile(report, one.drop.received), fingerprint(report.prose)
        article = self.article_of[one.of] if one.truth == "version" and one.of else one.number
        self.article_of[one.drop.id] = article
        self._story(one, about)
        if article == one.number:
            self.articles[article] = _article(one, self.articles, self.article_of)
            for key in {*address_keys(report.canonical), report.url}:
                self._add("addresses", workspace=LOCAL, address=key, article=article)
        self._version(one, article, report, print_.exact, print_.words, about)
        self._drop(one, article)
        self._quotes(one, article)
        self.bands.append(np.array(print_.bands, np.int64))
        self.owners.append(np.full(len(print_.bands), article, np.uint32))
        self.profiles[article] = about

    def done(self) -> Shard:
        self.rows["stories"], self.rows["articles"] = [*self.stories.values()], [*self.articles.values()]
        self.shard.rows = {name: packed(name, rows) for name, rows in self.rows.items()}
        self.shard.bands = np.concatenate(self.bands), np.concatenate(self.owners)
        terms: dict[str, tuple[int, bytes]] = {}
        for article, about in self.profiles.items():
            for term, weight in indexed(about).items():
                count, held = terms.get(term, (0, b""))
                terms[term] = count + 1, with_posting(held, article, weight)
        self.shard.terms = terms
        return self.shard

    def _add(self, table: str, **row: Any) -> None:
        self.rows[table].append(row)

    def _story(self, one: Made, about: Profile) -> None:
        number, received = one.event.number, one.drop.received
        story = self.stories.get(number)
        if story is None:
            name = f"{one.event.facts['place'].lower()}-{one.event.kind}-{number}"
            opened: Row = {"number": number, "workspace": LOCAL, "slug": name, "stem": name, "title": one.drop.title}
            story = self.stories[number] = opened | {"first": about.when, "articles": 0, "into": None}
            self._add("outbox", **_card(number, received))
        story |= {"last": about.when, "active": received, "articles": story["articles"] + (one.truth != "version")}

    def _version(self, one: Made, article: int, report: Report, exact: str, words: int, about: Profile) -> None:
        row = self.articles[article]
        row |= {
            "title": report.title,
            "title_key": title_key(report.title),
            "published": report.published,
            "updated": one.drop.received,
            "versions": row["versions"] + 1,
            "latest": one.number,
            "profile": about.model_dump(mode="json"),
            "when": about.when,
        }
        self._add(
            "versions",
            **report.model_dump(include={"title", "published", "url", "canonical", "byline", "credit", "language"}),
            number=one.number,
            workspace=LOCAL,
            article=article,
            nth=row["versions"],
            seen=one.drop.received,
            body=report.body,
            own_body=True,
            furniture=[],
            exact=exact,
            words=words,
            claims=_some_claims()[one.number % len(_some_claims())],
        )

    def _drop(self, one: Made, article: int) -> None:
        row = self.articles[article]
        told = {"outcome": row["outcome"], "similarity": row["similarity"], "reason": row["reason"], "conflicts": []}
        names = {"drop": one.drop.id, "article": f"a{article}", "story": f"s{row['story']}", "of": row["of"]}
        self._add(
            "drops", **one.drop.model_dump(exclude={"asked"}), number=one.number, asked=None, outcome=told | names
        )

    def _quotes(self, one: Made, article: int) -> None:
        who, body = one.event.facts["who"], one.drop.body or ""
        for nth, (words, name) in enumerate(one.text.said):
            row = _quote(one, article, self.articles[article], one.number * QUOTES + nth, words, name)
            self._add("quotes", **row)
            self._add("utterances", **{k: row[k] for k in ("number", "workspace", "person", "story", "text")})
            self.rows["quote_words"] += map(dict, words_of(LOCAL, row["number"], [row["text"]]))
            self.shard.seen[name] = self.shard.seen.get(name, 0) + 1
        opening = body.find(f"{who}, the ")
        for _, told in offices(body[max(0, opening - 40) : opening + 120], [who]) if opening >= 0 else ():
            key, at = (lexicon.person_number(who), told.role, told.place or ""), one.drop.received
            first, _, where = self.shard.held.get(key, (at, at, article))
            self.shard.held[key] = first, at, where


def _article(one: Made, kept: dict[int, Row], article_of: dict[str, int]) -> Row:
    of = article_of[one.of] if one.of else None
    source = kept[of] if of else None
    outcome = OUTCOMES[one.truth]
    return {
        "number": one.number,
        "workspace": LOCAL,
        "story": one.event.number,
        "outlet": one.drop.outlet,
        "url": one.drop.url,
        "seen": one.drop.received,
        "versions": 0,
        "outcome": outcome,
        "of": of,
        "similarity": 1.0 if of else 0.0,
        "reason": f"It belongs to “{one.drop.title}”: both speak of {', '.join(list(one.event.facts.values())[:4])}.",
        "drop": one.drop.id,
        "drop_key": one.drop.id,
        "voice": (source["voice"] or of) if source and outcome == "copy" else None,
        "lineage": outcome if of else "own",
        "of_version": source["latest"] if source else None,
        "new_share": 0.0 if of else 1.0,
        "kept_share": 1.0 if of else None,
        "agency": None,
        "outlet_key": outlet_key(one.drop.outlet),
        "touches": None,
    }


def _quote(one: Made, article: int, row: Row, number: int, words: str, name: str) -> Row:
    start = (one.drop.body or "").index(f"“{words}”")
    end = start + len(words) + 2
    return {
        "number": number,
        "workspace": LOCAL,
        "version": one.number,
        "article": article,
        "story": one.event.number,
        "person": lexicon.person_number(name),
        "utterance": number,
        "current": True,
        "at": one.drop.published,
        "seen": one.drop.received,
        "outlet_key": row["outlet_key"],
        "name": name,
        "text": f"“{words}”",
        "start": start,
        "end": end,
        "parts": [[start, end]],
        "speaker_text": name.split()[-1],
        "lead": None,
        "kind": "direct",
        "via": None,
        "confidence": 1.0,
        "why": None,
    }


def _card(story: int, at: datetime) -> Row:
    """A story's card that was posted."""
    asked = {"workspace": LOCAL, "key": f"card:C0:s{story}", "channel": "C0", "kind": "card", "subject": f"s{story}"}
    told = {"wanted": 2, "told": 2, "ts": f"{at.timestamp():.6f}", "sending": False, "attempts": 0, "given_up": False}
    where = {"story": f"s{story}", "parent": None, "thread": None, "why": "It opens a new story.", "error": None}
    return {"number": story} | asked | where | told | {"not_before": at}


def people_rows(seen: dict[str, int]) -> dict[str, list[Row]]:
    """Everybody quoted, with the one name each has."""
    people, names = [], []
    for number, name in sorted((lexicon.person_number(name), name) for name in seen):
        people.append({"number": number, "workspace": LOCAL, "name": name, "named": "person", "one": None})
        found_by = {"surname": last_word(name), "sound": sound(name), "article": None, "seen": seen[name]}
        names.append({"number": number, "workspace": LOCAL, "person": number, "name": name} | found_by)
    return {"people": people, "names": names}


def office_rows(held: dict[tuple[int, str, str], tuple[datetime, datetime, int]]) -> list[Row]:
    return [
        {"number": nth, "workspace": LOCAL, "person": person, "role": role, "place": place}
        | {"first": first, "last": last, "article": article}
        for nth, ((person, role, place), (first, last, article)) in enumerate(sorted(held.items()), start=1)
    ]


def joined_terms(older: dict[str, tuple[int, bytes]], newer: dict[str, tuple[int, bytes]]) -> None:
    """Puts a later shard's terms behind those of the shards before it."""
    for term, (count, held) in newer.items():
        before, longer = older.get(term, (0, b""))
        older[term] = before + count, _joined(longer, held)


def _joined(older: bytes, newer: bytes) -> bytes:
    """Two lists of a term as one, of its newest articles."""
    one, other = len(older) // 5 * 4, len(newer) // 5 * 4
    articles, weights = older[:one] + newer[:other], older[one:] + newer[other:]
    return articles[-4 * NEWEST_WITH_TERM :] + weights[-NEWEST_WITH_TERM:]


@cache
def _some_claims() -> list[Any]:
    """What is claimed in some made articles, as it is kept."""
    found = []
    for one in itertools.islice(Newsroom("claims"), 150):
        said = claims(one.drop.body or "", one.drop.received, ())
        found.append([claim.model_dump(mode="json", exclude_defaults=True) for claim in said])
    return found
