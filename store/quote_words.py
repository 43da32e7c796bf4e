"""The word index of quotes: which hold a word, or a word spelled nearly like it.

Only quotes of latest versions stand in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rapidfuzz import process
from rapidfuzz.distance import OSA
from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    Subquery,
    bindparam,
    delete,
    func,
    literal,
    select,
    union_all,
)

from store.columns import clip
from store.session import insert
from store.tables import quote_words, quotes, versions

# Words of a letter or two stand in nearly every quote.
WORD_LETTERS = 3
# Quotes read per word that is looked for, the newest first: a frequent word must not cost more with every year kept.
NEWEST_PER_WORD = 2000
# Words that are looked for at once; the longest say most.
MOST_WORDS = 12
# Forms and spellings of a word that are looked for beside it.
MOST_NEAR = 8
# How alike they must be (rapidfuzz, 0 to 1): one letter in three, so that endings (deny, denies) are within reach.
NEAR = 0.67
# A slip of the pen seldom hits the first two letters: only words that begin alike are compared, and of these so many.
BEGINNING = 2
MOST_READ = 3000

_WORD = re.compile(rf"\w{{{WORD_LETTERS},}}")


def index_words(connection: Connection, workspace: str, quote: int, parts: Iterable[str]) -> None:
    rows = words_of(workspace, quote, parts)
    if rows:
        connection.execute(insert(connection, quote_words), rows)


def forget_words(connection: Connection, article: int) -> None:
    """Takes the quotes of an article's latest version out. Their words are cut again, which costs less than an index
    that names them would in every article."""
    wanted = (
        select(quotes.c.workspace, quotes.c.number, quotes.c.parts, versions.c.body)
        .join(versions, versions.c.number == quotes.c.version)
        .where(quotes.c.article == article, quotes.c.current)
    )
    rows = [
        word
        for quote in connection.execute(wanted)
        for word in words_of(quote.workspace, quote.number, [quote.body[slice(*part)] for part in quote.parts])
    ]
    if rows:
        connection.execute(_FORGOTTEN, rows)


_FORGOTTEN = delete(quote_words).where(
    *(quote_words.c[key] == bindparam(key) for key in ("workspace", "word", "quote"))
)


def words_of(workspace: str, quote: int, parts: Iterable[str]) -> list[Mapping[str, Any]]:
    """A quote's rows in the index."""
    words = {clip(word) for part in parts for word in _WORD.findall(part.lower())}
    return [{"workspace": workspace, "word": word, "quote": quote} for word in sorted(words)]


def with_near_words(connection: Connection, workspace: str, words: Iterable[str]) -> list[list[str]]:
    """For each word that is looked for, it and the kept words spelled nearly like it, the likest first."""
    looked_for = sorted(dict.fromkeys(clip(word.lower()) for word in words), key=lambda word: -len(word))[:MOST_WORDS]
    return [_near(word, _beginning_with(connection, workspace, word[:BEGINNING])) for word in looked_for]


def _near(word: str, kept: Sequence[str]) -> list[str]:
    found = process.extract(word, kept, scorer=OSA.normalized_similarity, score_cutoff=NEAR, limit=MOST_NEAR)
    return list(dict.fromkeys([word, *(near for near, _, _ in found)]))


def _beginning_with(connection: Connection, workspace: str, beginning: str) -> list[str]:
    """The kept words that begin so. Each is found by the one before it: one step in the index, however often it stands
    there."""
    first = select(func.min(quote_words.c.word).label("word")).where(
        quote_words.c.workspace == workspace, quote_words.c.word >= beginning
    )
    steps = first.cte("steps", recursive=True)
    following = (
        select(func.min(quote_words.c.word))
        .where(quote_words.c.workspace == workspace, quote_words.c.word > steps.c.word)
        .scalar_subquery()
    )
    steps = steps.union_all(select(following).where(func.substr(steps.c.word, 1, len(beginning)) == beginning))
    found = connection.execute(select(steps.c.word).limit(MOST_READ)).scalars()
    return [word for word in found if word is not None and word.startswith(beginning)]


def holding(
    wanted: Select[Any], workspace: str, words: Sequence[Sequence[str]], few: str | None
) -> tuple[Select[Any], ColumnElement[int]]:
    """The quotes of a search that hold any of these words, and how many of them; a word is any of its spellings.

    The quotes of one person or story are `few`: each is looked at. Otherwise the words' newest quotes are, and only
    they: these are of the workspace already, and to name it again would lead SQLite to read all of its quotes.
    """
    if few is None:
        held = _newest_holding(workspace, words)
        return wanted.join(held, held.c.quote == quotes.c.number), held.c.words
    every = [spelling for word in words for spelling in word]
    most = (
        select(func.count())
        .where(quote_words.c.workspace == workspace, quote_words.c.word.in_(every))
        .where(quote_words.c.quote == quotes.c.number)
        .scalar_subquery()
    )
    return wanted.where(quotes.c.workspace == workspace, most > 0), most


def _newest_holding(workspace: str, words: Sequence[Sequence[str]]) -> Subquery:
    newest = union_all(
        *(
            select(
                select(quote_words.c.quote, literal(place, Integer).label("place"))
                .where(quote_words.c.workspace == workspace, quote_words.c.word == spelling)
                .order_by(quote_words.c.quote.desc())
                .limit(NEWEST_PER_WORD)
                .subquery()
            )
            for place, word in enumerate(words)
            for spelling in word
        )
    ).subquery()
    return (
        select(newest.c.quote, func.count(newest.c.place.distinct()).label("words")).group_by(newest.c.quote).subquery()
    )
