"""What finds a text's likes and an event's stories: addresses, bands, and terms with their counts.

Bands and addresses of all versions of an article lead to it; terms are those of its latest version.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from sqlalchemy import Connection, Executable, ScalarSelect, Table, select

from bot.match.pages import page_number
from bot.shapes import Fingerprint, Profile, Report
from store.columns import clip
from store.held import with_article, with_posting, without_posting
from store.session import insert
from store.tables import addresses, bands, terms, workspaces

EDITION = 2
"""What the index of a database was made by. Raise it where `fingerprint` or `profile` comes to mean something else: the
next start makes the index anew from the kept texts."""

EVERY_ARTICLE = ""
"The term that stands in every article: its count is how many are kept."

BATCH = 2000
"Keys asked for at once: SQLite takes 32,766 parameters."

_WORD = re.compile(r"\w+")

T = TypeVar("T", int, str)


def folded(text: str) -> str:
    """Lower case without accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in plain if not unicodedata.combining(character))


def title_key(title: str | None) -> str | None:
    """A headline's words alone; None where there are none."""
    return " ".join(_WORD.findall(folded(title or ""))) or None


def place_of(workspace: str) -> ScalarSelect[int]:
    """A workspace's number, for a query to be bounded by; of one that has no article it is NULL and finds nothing."""
    return select(workspaces.c.number).where(workspaces.c.workspace == workspace).scalar_subquery()


def number_place(connection: Connection, workspace: str) -> int:
    """A workspace's number, given to it with its first article."""
    found: int | None = connection.execute(
        select(workspaces.c.number).where(workspaces.c.workspace == workspace)
    ).scalar()
    if found is not None:
        return found
    fresh: int = connection.execute(
        workspaces.insert().values(workspace=workspace).returning(workspaces.c.number)
    ).scalar_one()
    return fresh


def address_keys(address: str | None) -> list[str]:
    """What an article seen at an address is found by: that, and the number in it, which stays when it is renamed."""
    return [clip(key) for key in (address, page_number(address)) if key]


def index_addresses(connection: Connection, workspace: str, article: int, report: Report) -> None:
    keys = {*address_keys(report.canonical), *([clip(report.url)] if report.url else [])}
    if keys:
        rows = [{"workspace": workspace, "address": key, "article": article} for key in sorted(keys)]
        connection.execute(insert(connection, addresses).on_conflict_do_nothing(), rows)


def index_bands(connection: Connection, place: int, found: Sequence[tuple[int, Fingerprint]]) -> None:
    """Adds articles to the lists of their texts' bands."""
    before: dict[int, bytes] = {}
    for asked in _batches({band for _, print_ in found for band in print_.bands}):
        wanted = select(bands.c.band, bands.c.held).where(bands.c.workspace == place, bands.c.band.in_(asked))
        before |= {row.band: row.held for row in connection.execute(wanted)}
    after = dict(before)
    for article, print_ in found:
        for band in print_.bands:
            after[band] = with_article(after.get(band, b""), article)
    changed = [band for band, held in after.items() if held != before.get(band)]
    rows = [{"workspace": place, "band": band, "held": after[band]} for band in sorted(changed)]
    if rows:
        connection.execute(_written(connection, bands, "band", "held"), rows)


def indexed(profile: Profile) -> dict[str, float]:
    """A profile's terms as they are looked up, and the one that every article has."""
    return {EVERY_ARTICLE: 0.0} | {clip(term): weight for term, weight in profile.terms.items() if term}


def index_terms(
    connection: Connection, place: int, found: Sequence[tuple[int, Mapping[str, float], Mapping[str, float]]]
) -> None:
    """Puts articles at the end of the lists of the terms they have now, takes each from those of the terms it had
    before, and counts along."""
    lists: dict[str, tuple[int, bytes]] = {}
    for asked in _batches({term for _, before, after in found for term in (*before, *after)}):
        lists |= dict.fromkeys(asked, (0, b""))
        rows = connection.execute(select(terms).where(terms.c.workspace == place, terms.c.term.in_(asked)))
        lists |= {row.term: (row.articles, row.held) for row in rows}
    for article, before, after in found:
        for term in before:
            count, held = lists[term]
            lists[term] = count - 1, without_posting(held, article)
        for term, weight in after.items():
            count, held = lists[term]
            lists[term] = count + 1, with_posting(held, article, weight)
    changed = [
        {"workspace": place, "term": term, "articles": count, "held": held}
        for term, (count, held) in sorted(lists.items())
    ]
    if changed:
        connection.execute(_written(connection, terms, "term", "articles", "held"), changed)


def _batches(wanted: Iterable[T]) -> Iterator[list[T]]:
    """Keys in their order in the index, so many at a time as a database takes in one question."""
    ordered = sorted(wanted)
    return (ordered[at : at + BATCH] for at in range(0, len(ordered), BATCH))


def _written(connection: Connection, table: Table, key: str, *values: str) -> Executable:
    """Writes rows in the place of those of the same key."""
    row = insert(connection, table)
    return row.on_conflict_do_update(
        index_elements=["workspace", key], set_={value: row.excluded[value] for value in values}
    )
