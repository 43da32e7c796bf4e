"""Which articles have a band or a term, as the row of that band or term keeps them.

An inverted index of short lists: only the newest articles of a list are ever looked at (and of a band the first, among
which the source of a text is), so only they are kept. Reading one costs the same whatever the archive's size, and
the common words' lists, which would be most of an index, have an end. Numbers of articles take four bytes each.
"""

from __future__ import annotations

import struct

# A story that is looked for is nearly always among the newest with its words. A row of so many is under a thousand
# bytes, which SQLite keeps in its page; a longer one would be read from a second.
NEWEST_WITH_TERM = 180

# A text that every outlet of a country has is a copy of the first; what stands on every page of one is in the newest.
FIRST_WITH_BAND = 8
NEWEST_WITH_BAND = 42

_NUMBER = 4
_POSTING = _NUMBER + 1
_WEIGHT_STEPS = 20
"A weight is kept in twentieths, up to 12.75: the terms of an article weigh 1 to 10."


def articles_in(held: bytes) -> tuple[int, ...]:
    """The articles of a band's list, in the order they came."""
    return struct.unpack(f"<{len(held) // _NUMBER}I", held)


def with_article(held: bytes, article: int) -> bytes:
    """A band's list with one more article at its end; the same where it is there already."""
    articles = articles_in(held)
    if article in articles:
        return held
    longer = held + struct.pack("<I", article)
    if len(articles) < FIRST_WITH_BAND + NEWEST_WITH_BAND:
        return longer
    return longer[: _NUMBER * FIRST_WITH_BAND] + longer[-_NUMBER * NEWEST_WITH_BAND :]


def postings(held: bytes) -> tuple[tuple[int, ...], list[float]]:
    """The articles of a term's list, in the order they came, and the weight it has in each."""
    count = len(held) // _POSTING
    articles = struct.unpack(f"<{count}I", held[: count * _NUMBER])
    return articles, [step / _WEIGHT_STEPS for step in held[count * _NUMBER :]]


def with_posting(held: bytes, article: int, weight: float) -> bytes:
    """A term's list with one more article at its end."""
    cut = len(held) // _POSTING * _NUMBER
    articles = held[:cut] + struct.pack("<I", article)
    weights = held[cut:] + bytes([min(255, round(weight * _WEIGHT_STEPS))])
    return articles[-_NUMBER * NEWEST_WITH_TERM :] + weights[-NEWEST_WITH_TERM:]


def without_posting(held: bytes, article: int) -> bytes:
    """A term's list without an article."""
    count = len(held) // _POSTING
    articles = struct.unpack(f"<{count}I", held[: count * _NUMBER])
    if article not in articles:
        return held
    place, weight = articles.index(article) * _NUMBER, count * _NUMBER + articles.index(article)
    return held[:place] + held[place + _NUMBER : weight] + held[weight + 1 :]
