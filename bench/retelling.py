"""A shard told again: the same articles about other people, in other places, with other rare words, days earlier.

To make a million articles one by one takes a machine hours, and what an archive costs is decided by what they are found
by. So all that is changed: bands, terms, profiles, people, words of quotes, addresses, numbers and times. The packed
texts and the sentences of headlines and reasons are those of the first telling.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import cached_property
from typing import Any

import numpy as np

from bench.archive import QUOTES, SHARD, Shard
from bench.generator import lexicon
from bench.packing import Values
from bot.match.terms import NAME
from store.tables import metadata

DAYS = 5
"from one shard to the next, rounded up to whole days"

NEAR = 1.5
"Words change places with words about as common: of ranks no further apart than by this."

_COUNTED = {  # columns that count articles, versions, stories or what is numbered like them
    "articles": ("number", "story", "of", "voice", "of_version", "latest"),
    "versions": ("number", "article"),
    "drops": ("number",),
    "stories": ("number",),
    "outbox": ("number",),
    "quotes": ("version", "article", "story"),
    "utterances": ("story",),
    "addresses": ("article",),
}
_QUOTES = {"quotes": ("number", "utterance"), "utterances": ("number",), "quote_words": ("quote",)}
_TIMES = ("published", "seen", "updated", "when", "received", "first", "last", "active", "at", "not_before")
_NAMED = {  # columns that hold a name of which the archive has one
    "articles": ("drop", "drop_key"),
    "drops": ("key", "id"),
    "stories": ("slug", "stem"),
    "outbox": ("key", "subject", "story"),
    "addresses": ("address",),
}


class Retelling:
    """`nth` tells one from another, 0 changes no words; numbers go up by `ahead`, times back by `earlier` shards."""

    def __init__(self, nth: int, ahead: int, earlier: int) -> None:
        self.nth, self.ahead, self.days = nth, ahead, timedelta(days=DAYS * earlier)
        self._dates: dict[str, str] = {}

    def of(self, shard: Shard) -> Shard:
        told = Shard()
        told.rows = {name: [self._row(name, row) for row in rows] for name, rows in shard.rows.items()}
        told.bands = shard.bands[0] ^ self._mixed, shard.bands[1] + np.uint32(self.ahead)
        told.terms = {self._term(term): (count, self._later(held)) for term, (count, held) in shard.terms.items()}
        told.seen = {self._person(name): seen for name, seen in shard.seen.items()}
        for (person, role, place), (first, last, article) in shard.held.items():
            held = first - self.days, last - self.days, article + self.ahead
            told.held[self._number(person), role, place] = held
        return told

    # --- words -----------------------------------------------------------------------------

    @cached_property
    def _mixed(self) -> np.int64:
        return np.int64(random.Random(f"bands {self.nth}").getrandbits(62) if self.nth else 0)

    @cached_property
    def _words(self) -> dict[str, str]:
        return self._exchanged(lexicon.compounds())

    @cached_property
    def _surnames(self) -> dict[str, str]:
        return self._exchanged(lexicon.surnames())

    @cached_property
    def _proper(self) -> dict[str, str]:
        both = self._surnames | self._exchanged(lexicon.places())
        return {f"{NAME}{one.lower()}": f"{NAME}{other.lower()}" for one, other in both.items()}

    def _exchanged(self, words: Sequence[str]) -> dict[str, str]:
        """Each word -> one about as common."""
        rng, changed, at = random.Random(f"words {self.nth}"), list(words), 0
        while self.nth and at < len(words):
            end = max(at + 2, int((at + lexicon.FLATTENED) * NEAR) - lexicon.FLATTENED)
            group = changed[at:end]
            rng.shuffle(group)
            changed[at:end] = group
            at = end
        return dict(zip(words, changed, strict=True))

    def _term(self, term: str) -> str:
        return self._proper.get(term) or self._words.get(term, term)

    def _person(self, name: str) -> str:
        given, surname = name.split()
        return f"{given} {self._surnames[surname]}"

    def _number(self, person: int) -> int:
        return lexicon.person_number(self._person(lexicon.person_of(person)))

    # --- rows ------------------------------------------------------------------------------

    def _row(self, table: str, row: Values) -> Values:
        changed = list(row)
        for at, way in self._ways[table]:
            if changed[at] is not None:
                changed[at] = way(changed[at])
        return tuple(changed)

    @cached_property
    def _ways(self) -> dict[str, list[tuple[int, Callable[[Any], Any]]]]:
        """For each table the places of what is changed in a row, and how."""
        quotes = self.ahead * QUOTES
        ways: dict[str, list[tuple[int, Callable[[Any], Any]]]] = {}
        for name, table in metadata.tables.items():
            columns = [column.name for column in table.columns]
            found: list[tuple[str, Callable[[Any], Any]]] = [
                *((column, lambda number: number + self.ahead) for column in _COUNTED.get(name, ())),
                *((column, lambda number: number + quotes) for column in _QUOTES.get(name, ())),
                *((column, self._named) for column in _NAMED.get(name, ())),
                *((column, self._when) for column in _TIMES if column in columns),
                *((column, self._number) for column in ("person",) if column in columns),
                *((column, self._profile) for column in ("profile",) if column in columns),
                *((column, self._exact) for column in ("exact",) if column in columns),
                *((column, self._word) for column in ("word",) if column in columns),
            ]
            ways[name] = [(columns.index(column), way) for column, way in found]
        return ways

    def _named(self, name: str) -> str:
        """A story's or an article's name with its number put up."""
        stem = name.rstrip("0123456789")
        number = int(name[len(stem) :]) + self.ahead
        return f"{stem}{number:07d}" if stem == "g" else f"{stem}{number}"

    def _when(self, at: str) -> str:
        day = self._dates.get(at[:10])
        if day is None:
            day = self._dates[at[:10]] = (date.fromisoformat(at[:10]) - self.days).isoformat()
        return day + at[10:]

    def _profile(self, kept: str) -> str:
        profile = json.loads(kept)
        profile["terms"] = {self._term(term): weight for term, weight in profile["terms"].items()}
        profile["when"] = self._when(profile["when"])
        return json.dumps(profile)

    def _exact(self, digest: str) -> str:
        return f"{int(digest, 16) ^ (self.nth << 64 | self.nth):032x}"

    def _word(self, word: str) -> str:
        return self._words.get(word, word)

    def _later(self, held: bytes) -> bytes:
        cut = len(held) // 5 * 4
        numbers = np.frombuffer(held[:cut], "<u4") + np.uint32(self.ahead)
        return numbers.astype("<u4").tobytes() + held[cut:]


def shard_of(bases: Sequence[Shard], place: int, size: int) -> Shard:
    """The shard at a place of an archive, 0 being the newest. The newest and the oldest are those that were made."""
    count = size // SHARD
    is_made = place in (0, count - 1)
    base = (0 if place == 0 else len(bases) - 1) if is_made else place % len(bases)
    nth = 0 if is_made else 1 + place // len(bases)
    return Retelling(nth, size - (place + 1) * SHARD, place - base).of(bases[base])
