"""An invented event, and independent reports of it."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from bench.generator import lexicon
from bench.generator.sentences import BACKGROUND, KINDS, QUOTES, ROLES, SITES

FIGURES = 20_000
"Public figures: half of those who speak. The others speak once in their lives."

_DRAWN: dict[str, Callable[[random.Random], str]] = {
    "noun": lexicon.noun,
    "nouns": lambda rng: lexicon.plural(lexicon.noun(rng)),
    "Nouns": lambda rng: lexicon.plural(lexicon.noun(rng)).capitalize(),
    "verb": lexicon.verb,
    "adj": lexicon.adjective,
    "adv": lexicon.adverb,
    "small": lambda rng: rng.choice(("two", "three", "four", "five", "six", "seven", "eight", "nine", "11", "12")),
    "month": lambda rng: rng.choice(("January", "March", "April", "June", "July", "August", "October", "November")),
}

_BEFORE_VOWEL = re.compile(r"(?<=\b[Aa])(?= [aeiou])")
_QUOTED = re.compile(r"“[^”]+”|: “([^”]+)”")


class Slots(dict[str, str]):
    """The event's facts, and for every other open place a word drawn anew."""

    def __init__(self, facts: dict[str, str], rng: random.Random) -> None:
        super().__init__(facts)
        self.rng = rng

    def __missing__(self, slot: str) -> str:
        return _DRAWN[slot](self.rng)


@dataclass(frozen=True)
class Event:
    """What happened, as every report of it has it."""

    number: int
    kind: str
    facts: dict[str, str]
    begun: datetime


@dataclass(frozen=True)
class Text:
    """What a report says: `said` holds its quotations with who is quoted."""

    title: str
    paragraphs: tuple[str, ...]
    said: tuple[tuple[str, str], ...]

    @property
    def body(self) -> str:
        return "\n\n".join(self.paragraphs)


def happen(rng: random.Random, number: int, at: datetime, like: Event | None = None) -> Event:
    """Something new. `like` makes it look like that event: of its kind, in its place, of other people and figures."""
    kind = like.kind if like else rng.choice(sorted(KINDS))
    place = like.facts["place"] if like else lexicon.place(rng)
    region, site = lexicon.place(rng), rng.choice(SITES)
    who, other = (_speaker(rng) for _ in range(2))
    post = rng.choice(sorted(ROLES))
    facts = {
        "place": place,
        "region": region,
        "site": site,
        "who": who,
        "surname": who.split()[-1],
        "other": other,
        "rival": other.split()[-1],
        "role": ROLES[post].format(place=place, region=region, site=site),
        "post": post,
        "count": str(rng.randint(13, 980)),
        "sum": f"{rng.randint(2, 900)},{rng.randint(0, 9)}00,000",
        "magnitude": f"{rng.randint(4, 7)}.{rng.randint(0, 9)}",
        "day": f"{at:%A}",
    }
    return Event(number, kind, facts, at)


def report(rng: random.Random, event: Event) -> Text:
    """An independent report: the event's names, places and figures in words of its own."""
    kind, slots = KINDS[event.kind], Slots(event.facts, rng)
    quotes = [QUOTES[0], *rng.sample(QUOTES[1:], rng.randint(1, 4))]
    told = [*rng.sample(kind.facts, rng.randint(3, 5)), *rng.choices(BACKGROUND, k=rng.randint(4, 16)), *quotes[1:]]
    rng.shuffle(told)
    sentences = (rng.choice(kind.openings), quotes[0], *told)
    paragraphs = [_filled(sentence, slots) for sentence in sentences]
    said = [_said(sentence, quoted, event) for sentence, quoted in zip(sentences, paragraphs, strict=True)]
    return Text(
        title=rng.choice(kind.headlines).format_map(slots),
        paragraphs=tuple(_together(rng, paragraphs)),
        said=tuple(pair for pair in said if pair),
    )


def further(rng: random.Random, event: Event, sentences: int) -> list[str]:
    """More sentences about an event, for a text that goes on."""
    slots = Slots(event.facts, rng)
    kinds = (*KINDS[event.kind].facts, *BACKGROUND)
    return [_filled(rng.choice(kinds), slots) for _ in range(sentences)]


def _filled(sentence: str, slots: Slots) -> str:
    told = _BEFORE_VOWEL.sub("n", sentence.format_map(slots))
    return told[0].upper() + told[1:]


def _speaker(rng: random.Random) -> str:
    if rng.random() < 0.5:
        return lexicon.figure(lexicon.rank(rng, FIGURES))
    return lexicon.person(rng)


def _said(sentence: str, told: str, event: Event) -> tuple[str, str] | None:
    """The quotation in a filled sentence, and the full name of whose it is."""
    quoted = _QUOTED.search(told)
    if quoted is None:
        return None
    is_first = any(slot in sentence for slot in ("{who}", "{surname}", "{post}"))
    return quoted[1] or quoted[0][1:-1], event.facts["who" if is_first else "other"]


def _together(rng: random.Random, sentences: list[str]) -> list[str]:
    """One or two sentences a paragraph; one that quotes stands alone."""
    paragraphs = sentences[:2]
    for before, sentence in pairwise(sentences[1:]):
        if "“" not in before + sentence and rng.random() < 0.5:
            paragraphs[-1] += " " + sentence
        else:
            paragraphs.append(sentence)
    return paragraphs
