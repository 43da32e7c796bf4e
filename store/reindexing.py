"""Makes the index anew from the kept texts, where it was made by an earlier edition of what is indexed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, select, update

from bot.match.fingerprints import fingerprint
from bot.match.outlets import outlet_key
from bot.match.stories import profile
from bot.shapes import Mark, Report
from store.indexing import EDITION, index_addresses, index_bands, index_terms, indexed, number_place
from store.session import read_shape
from store.tables import articles, bands, index_edition, quotes, terms, versions

BATCH = 200
"Versions read at once: some megabytes of text."


def is_indexed(connection: Connection) -> bool:
    """Whether the index is of this edition."""
    return connection.execute(select(index_edition.c.edition)).scalar() == EDITION


def reindex(connection: Connection) -> None:
    """Walks every version in the order they came, as if each were filed now; takes some milliseconds for each."""
    connection.execute(delete(bands))
    connection.execute(delete(terms))
    for batch in _versions(connection):
        by_workspace: dict[str, list[Row[Any]]] = defaultdict(list)
        for row in batch:
            by_workspace[row.workspace].append(row)
        for workspace, rows in by_workspace.items():
            _index(connection, number_place(connection, workspace), rows)
    connection.execute(delete(index_edition))
    connection.execute(index_edition.insert().values(edition=EDITION))


def _versions(connection: Connection) -> Iterator[Sequence[Row[Any]]]:
    wanted = select(versions, articles.c.outlet, articles.c.drop, articles.c.latest).join(
        articles, articles.c.number == versions.c.article
    )
    last = 0
    while rows := connection.execute(
        wanted.where(versions.c.number > last).order_by(versions.c.number).limit(BATCH)
    ).all():
        yield rows
        last = rows[-1].number


def _index(connection: Connection, place: int, rows: Sequence[Row[Any]]) -> None:
    reports = {row.number: _report(row) for row in rows}
    prints = {row.number: fingerprint(reports[row.number].prose) for row in rows}
    shown = [(row.article, profile(reports[row.number], row.seen)) for row in rows if row.number == row.latest]
    for row in rows:
        index_addresses(connection, row.workspace, row.article, reports[row.number])
    index_bands(connection, place, [(row.article, prints[row.number]) for row in rows])
    index_terms(connection, place, [(article, {}, indexed(about)) for article, about in shown])
    connection.execute(_PRINT, [{"n": n, "exact": print_.exact, "words": print_.words} for n, print_ in prints.items()])
    if shown:
        connection.execute(
            _PROFILE, [{"n": n, "profile": about.model_dump(mode="json"), "when": about.when} for n, about in shown]
        )
        _name_outlets(connection, [row for row in rows if row.number == row.latest])


def _name_outlets(connection: Connection, rows: Sequence[Row[Any]]) -> None:
    """Gives articles and their quotes the key that their outlet's name makes now."""
    keys = [{"n": row.article, "outlet_key": outlet_key(row.outlet)} for row in rows]
    connection.execute(_OUTLET, keys)
    connection.execute(_QUOTED, keys)


_PRINT = update(versions).where(versions.c.number == bindparam("n"))
_PROFILE = _OUTLET = update(articles).where(articles.c.number == bindparam("n"))
_QUOTED = update(quotes).where(quotes.c.article == bindparam("n"))


def _report(row: Row[Any]) -> Report:
    """What a version was made of."""
    told = ("drop", "outlet", "title", "published", "url", "canonical", "byline", "credit", "language", "body")
    furniture = tuple(read_shape(Mark, mark) for mark in row.furniture)
    return Report(**{name: getattr(row, name) for name in told}, own_body=row.own_body, furniture=furniture)
