"""Moves articles between stories, with all that hangs on them: quotes, utterances, conflicts, counts.

What stood where before is returned, so that a decision can be taken back.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, func, select, update

from bot.shapes import COPIES
from store.ids import number
from store.tables import articles, conflicts, quotes, stories, utterances

Moved = dict[str, list[list[Any]]]
"""Rows that a move changed, by table, each with what stood there: `articles` and `utterances` [number, story],
`conflicts` [number, story, key, status]. It is kept as JSON."""

# As many numbers as one question may hold on every database.
PART = 900


def move(connection: Connection, workspace: str, wanted: Mapping[int, int]) -> Moved:
    """Puts articles into the story wanted for each. A story that is left without any becomes part of where its articles
    went; one that gets some is a story again."""
    was = {row.number: row.story for row in _rows(connection, articles.c.number, wanted, articles.c.story)}
    going = {article: to for article, to in wanted.items() if article in was and was[article] != to}
    for to, group in _groups(going).items():
        for part in in_parts(group):
            connection.execute(update(articles).where(articles.c.number.in_(part)).values(story=to))
            connection.execute(update(quotes).where(quotes.c.article.in_(part)).values(story=to))
    told = _move_utterances(connection, going)
    left = {was[article]: to for article, to in going.items()}
    touched = {*left, *going.values()}
    for story in touched:
        _count_again(connection, workspace, story, left.get(story))
    disputes = _settle_conflicts(connection, workspace, touched)
    return {"articles": [[one, was[one]] for one in sorted(going)], "utterances": told, "conflicts": disputes}


def put_back(connection: Connection, moved: Moved) -> None:
    """Utterances and conflicts as they stood before a move, once its articles are back."""
    for utterance, story in moved["utterances"]:
        connection.execute(update(utterances).where(utterances.c.number == utterance).values(story=story))
    for conflict, story, key, status in moved["conflicts"]:
        row = connection.execute(select(conflicts).where(conflicts.c.number == conflict)).one()
        if _homes(connection, [row])[conflict] != {story}:
            continue
        values = {"story": story, "key": _free_key(connection, row, story, key)}
        if row.status == "resolved":  # by the move; anything else was decided since
            values["status"] = status
        connection.execute(update(conflicts).where(conflicts.c.number == conflict).values(values))


def with_copies(connection: Connection, article: int) -> list[int]:
    """An article and the copies of it, and of those, that are in its story."""
    own = connection.execute(select(articles.c.workspace, articles.c.story).where(articles.c.number == article)).one()
    found = [article]
    for one in found:
        copies = select(articles.c.number).where(
            articles.c.workspace == own.workspace,
            articles.c.story == own.story,
            articles.c.of == one,
            articles.c.lineage.in_(COPIES),
        )
        found += [copy for copy in connection.execute(copies).scalars() if copy not in found]
    return found


def in_parts(numbers: Collection[int]) -> Iterator[Sequence[int]]:
    """Numbers, so many at a time as one question holds."""
    ordered = sorted(numbers)
    for at in range(0, len(ordered), PART):
        yield ordered[at : at + PART]


def _rows(connection: Connection, column: Any, numbers: Collection[int], *more: Any) -> Iterator[Row[Any]]:
    for part in in_parts(numbers):
        yield from connection.execute(select(column, *more).where(column.in_(part)).distinct())


def _groups(going: Mapping[int, int]) -> dict[int, list[int]]:
    """The story articles go to -> these articles."""
    groups: dict[int, list[int]] = defaultdict(list)
    for article, to in going.items():
        groups[to].append(article)
    return groups


def _move_utterances(connection: Connection, going: Mapping[int, int]) -> list[list[int]]:
    """An utterance none of whose reports is in its story any more goes with them."""
    touched = {row.utterance for row in _rows(connection, quotes.c.article, going, quotes.c.utterance)}
    homes: dict[int, set[int]] = defaultdict(set)
    for row in _rows(connection, quotes.c.utterance, touched, quotes.c.story):
        homes[row.utterance].add(row.story)
    changed = []
    for row in _rows(connection, utterances.c.number, touched, utterances.c.story):
        if row.story not in homes[row.number]:
            changed.append([row.number, row.story])
            to = min(homes[row.number])
            connection.execute(update(utterances).where(utterances.c.number == row.number).values(story=to))
    return changed


def _count_again(connection: Connection, workspace: str, story: int, into: int | None) -> None:
    """A story's number of articles and its times, by the articles it has now."""
    row = connection.execute(
        select(
            func.count().label("articles"),
            func.min(articles.c.when).label("first"),
            func.max(articles.c.when).label("last"),
            func.max(articles.c.updated).label("active"),
        ).where(articles.c.workspace == workspace, articles.c.story == story)
    ).one()
    values = row._asdict() | {"into": None} if row.articles else {"articles": 0, "active": None, "into": into}
    connection.execute(update(stories).where(stories.c.number == story).values(values))


def _settle_conflicts(connection: Connection, workspace: str, touched: Collection[int]) -> list[list[Any]]:
    """A conflict goes where its sides' articles are; one whose sides were parted is resolved."""
    kept = select(conflicts).where(conflicts.c.workspace == workspace, conflicts.c.story.in_(sorted(touched)))
    rows = connection.execute(kept.order_by(conflicts.c.number)).all()
    homes, changed = _homes(connection, rows), []
    for row in rows:
        values: dict[str, Any] = {}
        if len(homes[row.number]) > 1 and row.status == "open":
            values = {"status": "resolved"}
        elif len(homes[row.number]) == 1 and row.story not in homes[row.number]:
            (to,) = homes[row.number]
            values = {"story": to, "key": _free_key(connection, row, to, row.key)}
        if values:
            changed.append([row.number, row.story, row.key, row.status])
            connection.execute(update(conflicts).where(conflicts.c.number == row.number).values(values))
    return changed


def _homes(connection: Connection, disputes: Collection[Row[Any]]) -> dict[int, set[int]]:
    """Each conflict -> the stories that its sides' articles are in."""
    sides = {row.number: {number("a", side["article"]) or 0 for side in row.sides} for row in disputes}
    wanted = {article for told in sides.values() for article in told}
    home = {row.number: row.story for row in _rows(connection, articles.c.number, wanted, articles.c.story)}
    return {row: {home[article] for article in told if article in home} for row, told in sides.items()}


def _free_key(connection: Connection, row: Row[Any], story: int, key: str) -> str:
    """A conflict's key in another story, which may hold another one of this key."""
    taken = select(conflicts.c.number).where(
        conflicts.c.workspace == row.workspace,
        conflicts.c.story == story,
        conflicts.c.key == key,
        conflicts.c.number != row.number,
    )
    return f"{key} #{row.number}" if connection.execute(taken).first() else key
