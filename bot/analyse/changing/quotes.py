"""What stands in quotation marks, and whether a text holds it already."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz.distance import LCSseq

from bot.analyse.changing.words import folded, straightened

_QUOTED = re.compile(r'"([^"]+)"?')

LEAST = 3
"words of a quotation; fewer are a phrase or a title in quotation marks, not what somebody said"

KEPT = 0.85
"of a quotation's words in the same order: it is the same quotation, perhaps trimmed"


def quoted(text: str) -> list[tuple[str, ...]]:
    """The words of each quotation in a text."""
    found = [tuple(word.fold for word in folded(inner)) for inner in _QUOTED.findall(straightened(text))]
    return [words for words in found if len(words) >= LEAST]


class Quoted:
    """All that stands in quotation marks in a text."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._words = tuple(word for text in texts for words in quoted(text) for word in words)
        self._known = set(self._words)
        self._line = f" {' '.join(self._words)} "

    def holds(self, words: tuple[str, ...]) -> bool:
        """Whether these very words stand there, even cut into parts by a "she said"."""
        return f" {' '.join(words)} " in self._line

    def nearly_holds(self, words: tuple[str, ...]) -> bool:
        """Whether most of these words stand there in this order."""
        if sum(word in self._known for word in words) < KEPT * len(words):
            return False
        return LCSseq.similarity(words, self._words) >= KEPT * len(words)
