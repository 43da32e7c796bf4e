"""Finds the kept articles that may be the same text as a new report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, and_, select

from bot.match.fingerprints import worth_comparing
from bot.match.outlets import outlet_key
from bot.shapes import Fingerprint, Known, Report
from store.articles import as_version
from store.held import articles_in
from store.ids import spelled
from store.indexing import address_keys, place_of, title_key
from store.session import Rows
from store.tables import addresses, articles, bands, versions

# Of those that share words, address or headline exactly the newest are enough: one of them decides.
SURE = 10
# An article may have the same words in several of its versions.
SURE_VERSIONS = 4 * SURE


class LookalikeRows(Rows):
    def lookalikes(self, workspace: str, report: Report, print_: Fingerprint, limit: int = 50) -> list[Known]:
        with self.door.read() as connection:
            same = _same_words(connection, workspace, print_.exact)
            here = _seen_at(connection, workspace, report.canonical)
            page = [*here, *_same_headline(connection, workspace, report)]
            shared = _shared_bands(connection, workspace, print_)
            found = dict.fromkeys(page, 0) | shared | dict.fromkeys(same, len(print_.bands))
            ranked = sorted(found, key=lambda article: (-found[article], article not in same, article))
            return _known(connection, _within(limit, ranked, {*same, *page}), same, {*here})


def _within(limit: int, ranked: Sequence[int], sure: set[int]) -> list[int]:
    """The first of a ranking, with those in it that must be compared whatever their rank."""
    room = limit - len(sure.intersection(ranked))
    others = [article for article in ranked if article not in sure][: max(room, 0)]
    kept = sure | {*others}
    return [article for article in ranked if article in kept][:limit]


def _same_words(connection: Connection, workspace: str, exact: str) -> dict[int, int]:
    """Articles one of whose versions has exactly these words -> the latest such version."""
    rows = connection.execute(
        select(versions.c.article, versions.c.number)
        .where(versions.c.workspace == workspace, versions.c.exact == exact)
        .order_by(versions.c.number.desc())
        .limit(SURE_VERSIONS)
    )
    found: dict[int, int] = {}
    for row in rows:
        found.setdefault(row.article, row.number)
    return dict(list(found.items())[:SURE])


def _seen_at(connection: Connection, workspace: str, address: str | None) -> list[int]:
    """Articles that were seen at an address, or at one with the same number in it, however their outlet is called."""
    found: list[int] = []
    for key in address_keys(address):
        wanted = (
            select(addresses.c.article)
            .where(addresses.c.workspace == workspace, addresses.c.address == key)
            .order_by(addresses.c.article.desc())
            .limit(SURE)
        )
        found += connection.execute(wanted).scalars()
    return found


def _same_headline(connection: Connection, workspace: str, report: Report) -> Sequence[int]:
    """The newest articles of the same outlet under the same headline."""
    outlet, title = outlet_key(report.outlet), title_key(report.title)
    if title is None:
        return []
    # spelled out: PostgreSQL looks up IS NOT DISTINCT FROM in no index
    same_outlet = articles.c.outlet_key.is_(None) if outlet is None else articles.c.outlet_key == outlet
    wanted = select(articles.c.number).where(
        articles.c.workspace == workspace, same_outlet, articles.c.title_key == title
    )
    return connection.execute(wanted.order_by(articles.c.number.desc()).limit(SURE)).scalars().all()


def _shared_bands(connection: Connection, workspace: str, print_: Fingerprint) -> dict[int, float]:
    """Articles -> how much the bands speak for that they share with this text; those that are worth comparing."""
    rows = connection.execute(
        select(bands.c.band, bands.c.held).where(
            bands.c.workspace == place_of(workspace), bands.c.band.in_(print_.bands)
        )
    )
    return worth_comparing(print_.bands, {row.band: articles_in(row.held) for row in rows})


def _known(connection: Connection, found: Sequence[int], earlier: dict[int, int], here: set[int]) -> list[Known]:
    """Found articles as matching needs them: the version that has the same words, otherwise the latest.

    They were found in their workspace. To name it again would lead SQLite to read all of the workspace.
    """
    shown = connection.execute(select(articles.c.number, articles.c.latest).where(articles.c.number.in_(found)))
    latest = {row.number: row.latest for row in shown}
    wanted = {*latest.values(), *(version for article, version in earlier.items() if article in latest)}
    first = versions.alias("first")
    rows = connection.execute(
        select(versions, articles.c.story, articles.c.outlet, first.c.published.label("first"))
        .join(articles, articles.c.number == versions.c.article)
        .join(first, and_(first.c.article == versions.c.article, first.c.nth == 1))
        .where(versions.c.number.in_(wanted))
    )
    kept = {row.number: _as_known(row, row.article in here) for row in rows}
    return [_shown(kept[earlier.get(article, latest[article])], kept[latest[article]]) for article in found]


def _shown(known: Known, latest: Known) -> Known:
    return known if known.version == latest.version else known.model_copy(update={"latest": latest})


def _as_known(row: Row[Any], here: bool) -> Known:
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
        number=row.nth,
        seen=row.seen,
        first=row.first,
        here=here,
    )
