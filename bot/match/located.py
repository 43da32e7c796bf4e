"""The words of a text with the places where they stand, folded as `words` folds them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.match.words import words
from bot.shapes import Span

_CHUNK = re.compile(r"\S+")
_PIECE = re.compile(r"[^\W_]+")
"One word of a chunk that holds several: 'north-east'."


@dataclass(frozen=True)
class Located:
    """The words of a text in order and, for each, its span in code points."""

    words: tuple[str, ...]
    spans: tuple[Span, ...]

    def span(self, first: int, last: int) -> Span:
        """From one word to another, both inside."""
        return self.spans[first][0], self.spans[last][1]


def located(text: str, most: int) -> Located:
    """At most so many of its words. What cannot be parted as the words are ('½', which is 1 and 2) stays one."""
    found: list[str] = []
    spans: list[Span] = []
    folded: dict[str, list[str]] = {}
    for match in _CHUNK.finditer(text):
        if len(found) >= most:
            break
        chunk = match.group()
        if chunk not in folded:
            folded[chunk] = words(chunk)
        for word, (start, end) in _placed(chunk, folded[chunk]):
            found.append(word)
            spans.append((match.start() + start, match.start() + end))
    return Located(tuple(found[:most]), tuple(spans[:most]))


def _placed(chunk: str, folded: list[str]) -> list[tuple[str, Span]]:
    """A chunk's words with their places in it."""
    if not folded:
        return []
    pieces = [piece.span() for piece in _PIECE.finditer(chunk)]
    if len(pieces) == len(folded):
        return list(zip(folded, pieces, strict=True))
    whole = (pieces[0][0], pieces[-1][1]) if pieces else (0, len(chunk))
    return [(" ".join(folded), whole)]
