"""What of a text is the report's own, and what a page sets around it: counters, labels, lists of links.

What can be told from one text is marked as furniture when it is read. The rest shows only beside another text of
the same article: a line without a full stop above or below all sentences that is there today and gone tomorrow.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from bot.match.words import words

LABEL = 4
"words; a shorter line without a figure is a button or a rubric wherever it stands"

LINK, LONGEST_LINK = 25, 300
"words and characters; a longer line below the last sentence is no link"

_ENDS = re.compile(r"[.!?…][\"'”’»)\]]*\s*$")
_OWNS_UP = re.compile(r"^\W*(?:correct|clarif|amend|retract|update|editor)", re.I)


def own_words(text: str, headings: Collection[str | None] = ()) -> list[str]:
    """The words of the lines that are the report's own: neither labels nor a headline set once more above the text, nor
    what stands below its last sentence."""
    titles = [words(title) for title in headings if title]
    lines = [line for line in text.split("\n") if line.strip()]
    last = max((n for n, line in enumerate(lines) if _ENDS.search(line[-20:])), default=len(lines))
    kept = [line for n, line in enumerate(lines) if not (_is_label(line) or (n > last and _is_link(line)))]
    return words("\n".join(line for line in kept if words(line[:LONGEST_LINK]) not in titles))


def _is_label(line: str) -> bool:
    plain = not _ENDS.search(line[-20:]) and not any(sign.isdigit() for sign in line)
    return plain and len(line) < 60 and len(words(line)) <= LABEL


def _is_link(line: str) -> bool:
    return len(line) < LONGEST_LINK and len(words(line)) <= LINK and not _OWNS_UP.match(line)
