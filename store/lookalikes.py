"""Finds the kept articles that may be the same text as a new report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, func, select

from bot.match.outlets import outlet_key
from bot.shapes import Fingerprint, Known, Report
from store.articles import as_version
from store.ids import spelled
from store.indexing import title_key
from store.session import Rows
from store.tables import articles, bands, versions

# Of those that share words, address or headline exactly the newest are enough: one of them decides.
SURE = 10


class LookalikeRows(Rows):
    def lookalikes(self, workspace: str, report: Report, print_: Fingerprint, limit: int = 50) -> list[Known]:
        with self.door.read() as connection:
            same = _same_words(connection, workspace, print_.exact)
            shared = _shared_bands(connection, workspace, print_, limit)
            shared |= dict.fromkeys(same, len(print_.bands))
            page = _same_page(connection, workspace, report)
            found = dict.fromkeys(page, 0) | shared
            ranked = sorted(found, key=lambda article: (-found[article], article not in same, -article))
            return _known(connection, _within(limit, ranked, {*same, *page}), same)


def _within(limit: int, ranked: Sequence[int], sure: set[int]) -> list[int]:
    """The first of a ranking, with those in it that must be compared whatever their rank."""
    room = limit - len(sure.intersection(ranked))
    others = [article for article in ranked if article not in sure][: max(room, 0)]
    kept = sure | {*others}
    return [article for article in ranked if article in kept][:limit]


def _same_words(connection: Connection, workspace: str, exact: str) -> dict[int, int]:
    """Articles one of whose versions has exactly these words -> that version."""
    rows = connection.execute(
        select(versions.c.article, func.max(versions.c.number).label("version"))
        .where(versions.c.workspace == workspace, versions.c.exact == exact)
        .group_by(versions.c.article)
        .order_by(versions.c.article.desc())
        .limit(SURE)
    )
    return {row.article: row.version for row in rows}


def _same_page(connection: Connection, workspace: str, report: Report) -> list[int]:
    """Articles at the same address, however their outlet is called, and those of the same outlet under the same
    headline."""
    found: list[int] = []
    outlet, title = outlet_key(report.outlet), title_key(report.title)
    if report.canonical is not None:
        found += _newest(connection, workspace, articles.c.canonical_key == report.canonical)
    if title is not None:
        same_outlet = articles.c.outlet_key.is_not_distinct_from(outlet)
        found += _newest(connection, workspace, same_outlet, articles.c.title_key == title)
    return found


def _newest(connection: Connection, workspace: str, *like: ColumnElement[bool]) -> Sequence[int]:
    return (
        connection.execute(
            select(articles.c.number)
            .where(articles.c.workspace == workspace, *like)
            .order_by(articles.c.number.desc())
            .limit(SURE)
        )
        .scalars()
        .all()
    )


def _shared_bands(connection: Connection, workspace: str, print_: Fingerprint, limit: int) -> dict[int, int]:
    """Articles -> how many bands of this text they share, the most first."""
    shared = func.count().label("shared")
    rows = connection.execute(
        select(bands.c.article, shared)
        .where(bands.c.workspace == workspace, bands.c.band.in_(print_.bands))
        .group_by(bands.c.article)
        .order_by(shared.desc(), bands.c.article.desc())
        .limit(limit)
    )
    return {row.article: row.shared for row in rows}


def _known(connection: Connection, found: Sequence[int], earlier: dict[int, int]) -> list[Known]:
    """Found articles as matching needs them: the version that has the same words, otherwise the latest.

    They were found in their workspace. To name it again would lead SQLite to read all of the workspace.
    """
    latest = {
        row.number: row.latest
        for row in connection.execute(select(articles.c.number, articles.c.latest).where(articles.c.number.in_(found)))
    }
    shown = {earlier.get(article, latest[article]) for article in found}
    rows = connection.execute(
        select(versions, articles.c.story, articles.c.outlet)
        .join(articles, articles.c.number == versions.c.article)
        .where(versions.c.number.in_(shown))
    )
    by_article = {row.article: _as_known(row) for row in rows}
    return [by_article[article] for article in found]


def _as_known(row: Row[Any]) -> Known:
    return Known(
        article=spelled("a", row.article),
        version=spelled("v", row.number),
        story=spelled("s", row.story),
        outlet=row.outlet,
        title=row.title,
        canonical=row.canonical,
        published=row.published,
        credit=row.credit,
        exact=row.exact,
        prose=as_version(row).prose,
    )
