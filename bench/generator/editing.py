"""What newsrooms do with another's text: carry it, cut it, sub-edit it, rework it, bring it up to date."""

from __future__ import annotations

import random
from dataclasses import replace

from bench.generator import lexicon
from bench.generator.events import Event, Text, further

SUBBED = 0.02
"of the words are changed in light sub-editing"


def carried(rng: random.Random, text: Text) -> Text:
    """The same text, now and then under another headline."""
    return replace(text, title=_retitled(rng, text)) if rng.random() < 0.5 else text


def subbed(rng: random.Random, text: Text) -> Text:
    """The same text with a word changed here and there outside quotations, and perhaps without its last paragraph."""
    kept = text.paragraphs[:-1] if rng.random() < 0.5 else text.paragraphs
    return _with(text, tuple(_subbed(rng, paragraph) for paragraph in kept), _retitled(rng, text))


def cut(rng: random.Random, text: Text) -> Text:
    """Its beginning, two fifths to seven tenths of it."""
    size = max(3, round(len(text.paragraphs) * rng.uniform(0.4, 0.7)))
    return _with(text, text.paragraphs[:size], text.title)


def rewritten(rng: random.Random, text: Text, event: Event) -> Text:
    """Some seven in ten of its paragraphs in another order, among sentences of one's own."""
    kept = rng.sample(text.paragraphs[1:], round((len(text.paragraphs) - 1) * 0.75))
    own = further(rng, event, max(2, round(len(text.paragraphs) * 0.4)))
    paragraphs = [*own[1:], *(_subbed(rng, paragraph) for paragraph in kept)]
    rng.shuffle(paragraphs)
    return _with(text, (own[0], *paragraphs), _retitled(rng, text))


def updated(rng: random.Random, text: Text, event: Event) -> Text:
    """A later version: another figure, something new near the top."""
    more = further(rng, event, rng.randint(1, 3))
    count = event.facts["count"]
    later = str(int(count) + rng.randint(1, 30))
    paragraphs = [paragraph.replace(count, later) for paragraph in text.paragraphs]
    return _with(text, (paragraphs[0], *more, *paragraphs[1:]), text.title.replace(count, later))


def _subbed(rng: random.Random, paragraph: str) -> str:
    if "“" in paragraph:
        return paragraph
    words = paragraph.split(" ")
    for at in range(len(words)):
        if rng.random() < SUBBED and words[at].isalpha() and words[at].islower():
            words[at] = lexicon.adjective(rng)
    return " ".join(words)


def _retitled(rng: random.Random, text: Text) -> str:
    return f"{rng.choice(('Update', 'Region', 'North', 'At home', 'Latest'))}: {text.title}"


def _with(text: Text, paragraphs: tuple[str, ...], title: str) -> Text:
    body = "\n\n".join(paragraphs)
    return Text(title, paragraphs, tuple(pair for pair in text.said if pair[0] in body))
