"""What is left of one text in another where hardly a run of words is: its beginning, its subject."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz.distance import Indel

from bot.match.likeness import MOST_SIGNS, MOST_WORDS
from bot.match.words import words

SHORTER = 0.7
"of the whole: a longer part is the whole with its end edited"

BEGINNING = 0.9
"of a teaser's words, in order; 'Read more' stands behind many"

LONG_WORD = 5
"letters; shorter words stand in every report"

FIRST_WORDS = 600
"characters in which a notice says what became of a report"

_WITHDRAWN = re.compile(
    r"\b(?:article|story|report|piece|post|page)\b[^.]{0,40}\b(?:has|have|had|was|were|is)\b(?: been)?"
    r"(?: temporarily)? (?:withdrawn|retracted|removed|taken (?:down|offline)|unpublished|deleted|pulled)\b",
    re.I,
)

_OPEN = re.compile(r"(?:…|\.\.\.|\[\W{1,6}\])\W*$")


def is_beginning(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether words are the first part of others and no more, as a feed's teaser or a page behind a wall is."""
    length = len(ours)
    if not 0 < length <= min(SHORTER * len(theirs), MOST_WORDS):
        return False
    return float(Indel.normalized_similarity(ours, theirs[:length])) >= BEGINNING


def breaks_off(prose: str) -> bool:
    """Whether it ends in the dots that say it goes on elsewhere."""
    return bool(_OPEN.search(prose.rstrip()[-20:]))


def withdraws(prose: str) -> bool:
    """Whether a text stands where a report stood and says that it is gone."""
    return bool(_WITHDRAWN.search(prose[:FIRST_WORDS]))


def shared_vocabulary(ours: str, theirs: str) -> float:
    """Of the different long words of the text that has fewer, the share that the other has too, 0 to 1."""
    one, other = ({word for word in words(text[:MOST_SIGNS]) if len(word) >= LONG_WORD} for text in (ours, theirs))
    fewer = min(len(one), len(other))
    return len(one & other) / fewer if fewer else 0.0
