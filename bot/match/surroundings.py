"""What of a text is the report's own, and what a page sets around it: counters, labels, lists of links.

What can be told from one text is marked as furniture when it is read. The rest shows only beside another text of
the same article: a line without a full stop above or below all sentences that is there today and gone tomorrow.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from bot.match.words import words

LABEL = 4
"words; a shorter line without a figure is a button or a rubric wherever it stands"

LINK, LONGEST_LINK = 25, 300
"words and characters; a longer line below the last sentence is no link"

WRAPPED = 60
"characters from which a line may be broken before its end"

_ENDS = re.compile(r"[.!?…][\"'”’»)\]]*\s*$")
_OWNS_UP = re.compile(r"^\W*(?:correct|clarif|amend|retract|update|editor)", re.I)


def own_words(text: str, headings: Collection[str | None] = ()) -> list[str]:
    """The words of the lines that are the report's own: no labels, no headline set once more above the text, none of
    the rubrics above its first sentence and of the links below its last."""
    titles = [words(title) for title in headings if title]
    lines = [line for line in _unwrapped(text) if line.strip()]
    ends = [n for n, line in enumerate(lines) if _ENDS.search(line[-20:])] or [0, len(lines)]
    kept = [line for n, line in enumerate(lines) if not _is_around(line, n < ends[0], n > ends[-1])]
    return words("\n".join(line for line in kept if words(line[:LONGEST_LINK]) not in titles))


def _unwrapped(text: str) -> Iterator[str]:
    """Its lines; one that was broken to fit a width is whole again."""
    whole: list[str] = []
    for piece in text.split("\n"):
        goes_on = whole and len(whole[-1]) >= WRAPPED and not _ENDS.search(whole[-1][-20:])
        if whole and not (goes_on and piece.strip()):
            yield "\n".join(whole)
            whole = []
        whole.append(piece)
    yield "\n".join(whole)


def _is_around(line: str, above: bool, below: bool) -> bool:
    """Whether a line stands around the report. A figure above it may be the news in short."""
    if _is_label(line):
        return True
    return (below or (above and not _has_figure(line))) and _is_link(line)


def _is_label(line: str) -> bool:
    plain = not _ENDS.search(line[-20:]) and not _has_figure(line)
    return plain and len(line) < 60 and len(words(line)) <= LABEL


def _is_link(line: str) -> bool:
    return len(line) < LONGEST_LINK and len(words(line)) <= LINK and not _OWNS_UP.match(line)


def _has_figure(line: str) -> bool:
    return any(sign.isdigit() for sign in line)
