"""Whom an editor means by what they type: a surname, a beginning or a slip of the thumb is enough."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz
from rapidfuzz.distance import DamerauLevenshtein

from bot.analyse.identity.forms import is_form_abroad, is_short_form
from bot.analyse.identity.parts import TITLES
from bot.analyse.identity.spelling import plain, spelled
from bot.shapes import Person

_TYPED_WELL = 80.0
"rapidfuzz ratio from which a typed word is a slip for a name's: two letters in ten."


def fits(query: str, people: Sequence[Person]) -> list[tuple[Person, float]]:
    """Whom an editor may mean, best first: case and accents aside, a surname, a beginning or a slip is enough."""
    typed = [word for word in re.split(r"[\s,.]+", plain(query)) if word]
    typed = [word for word in typed if word not in TITLES] or typed
    if not typed:
        return []
    scored = [(person, max(_fit(typed, known) for known in (person.name, *person.also))) for person in people]
    return sorted(((p, s) for p, s in scored if s > 0), key=lambda pair: (-pair[1], pair[0].name))


def _fit(typed: list[str], name: str) -> float:
    """Every typed word must be found in the name; the better each fits, the higher."""
    bearing = [word for word in re.split(r"[\s,.]+", plain(name)) if word]
    if typed == bearing:
        return 1.0
    scores = []
    for word in typed:
        score = max(
            (_word_fit(word, other) * (1.0 if other == bearing[-1] else 0.97) for other in bearing), default=0.0
        )
        if not score:
            return 0.0
        scores.append(score)
    covered = min(1.0, len(typed) / max(1, len(bearing)))
    return round(min(scores) * (0.9 + 0.09 * covered), 3)


def _word_fit(typed: str, word: str) -> float:
    if typed == word:
        return 1.0
    if is_short_form(typed, word) and spelled(typed) != spelled(word):
        return 0.92
    if spelled(typed) == spelled(word):
        return 0.95
    if is_form_abroad(typed, word):
        return 0.9
    if len(typed) >= 2 and word.startswith(typed):
        return 0.85
    if len(typed) >= 4 and (fuzz.ratio(typed, word) >= _TYPED_WELL or DamerauLevenshtein.distance(typed, word) == 1):
        return 0.7
    return 0.0
