"""The verbs of stance by form: each with what may follow it and how surely it is then somebody's stance."""

from __future__ import annotations

from typing import NamedTuple

from bot.analyse.quoting.stance_words import ANNOUNCEMENTS, ATTITUDES, JUDGING, SIDING, TALKING, THINKING, WANTING
from bot.analyse.quoting.verbs import SAYING, Form, forms


class Stance(NamedTuple):
    """One form of a verb of stance."""

    lemma: str
    particle: str
    form: Form
    takes: dict[str, float]
    "what may follow -> how sure that is"


_SURENESS = ((SIDING, 0.45), (THINKING, 0.5), (WANTING, 0.55), (JUDGING, 0.6), (TALKING, 0.6))
LIKELY_ATTITUDE, LIKELY_NOUN = 0.52, 0.5
"Below .5 nobody should act on it: whom somebody backs is no speech."


def _table() -> dict[str, tuple[Stance, ...]]:
    verbs: dict[str, dict[str, float]] = {}
    for lists, sure in _SURENESS:
        for frame, lemmas in lists.items():
            for lemma in lemmas.split():
                verbs.setdefault(lemma, {})[frame] = sure
    for lemma in SAYING.split():
        verbs.setdefault(lemma, {}).setdefault("that", 0.6)
    table: dict[str, list[Stance]] = {}
    for verb, takes in verbs.items():
        lemma, _, particle = verb.partition("_")
        for form, tense in forms(lemma):
            table.setdefault(form, []).append(Stance(lemma, particle, tense, takes))
    return {form: tuple(sorted(found, key=lambda one: not one.particle)) for form, found in table.items()}


STANCES = _table()
"Each form, those with a particle first."


def _by_word(lists: dict[str, str]) -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for frame, listed in lists.items():
        for word in listed.split():
            table.setdefault(word, set()).add(frame)
    return {word: frozenset(frames) for word, frames in table.items()}


ATTITUDE_FRAMES = _by_word(ATTITUDES)
"Each adjective of attitude, and what may follow it."

ANNOUNCEMENT_FRAMES = _by_word(ANNOUNCEMENTS)
"Each noun for what somebody said or means, and what may follow it."
