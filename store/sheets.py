"""A story as a whole: the sheet its card shows, and its articles' accounts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, func, select

from bot.match.lineage import built, independent
from bot.shapes import Account, Article, Claim, QuoteReport, Said, Story, StorySheet
from store.articles import as_article
from store.conflicts import as_conflict
from store.decisions import story_decisions
from store.ids import spelled
from store.quotes import as_report, found_quotes
from store.session import Rows, read_shape
from store.stories import as_story, story_row
from store.tables import articles, conflicts, people, quotes, versions

# As many as a card has room for; long direct words of a named person say most.
TELLING_QUOTES = 5


class SheetRows(Rows):
    def sheet(self, workspace: str, story: str) -> StorySheet | None:
        with self.door.read() as connection:
            row = story_row(connection, workspace, story)
            if row is None:
                return None
            kept = [as_article(article) for article in _articles(connection, workspace, row.number)]
            disputes = connection.execute(
                select(conflicts)
                .where(conflicts.c.workspace == workspace, conflicts.c.story == row.number)
                .order_by(conflicts.c.number.desc())
            )
            return StorySheet(
                story=as_story(row),
                articles=tuple(kept),
                conflicts=tuple(as_conflict(conflict) for conflict in disputes),
                voices=independent(kept),
                built=built(kept),
                revisions=sum(article.versions - 1 for article in kept),
                quotes=_telling_quotes(connection, workspace, row.number),
                decisions=tuple(story_decisions(connection, workspace, row.number)),
                touched=_touched(connection, workspace, kept),
            )

    def accounts(self, workspace: str, story: str) -> list[Account]:
        with self.door.read() as connection:
            row = story_row(connection, workspace, story)
            if row is None:
                return []
            said = _said(connection, workspace, row.number)
            return [_account(account, said[account.latest]) for account in _latest(connection, workspace, row.number)]


def _touched(connection: Connection, workspace: str, kept: Sequence[Article]) -> tuple[Story, ...]:
    """The stories that these articles touch, or what they are part of by now."""
    touched = dict.fromkeys(story for article in kept for story in article.touches)
    rows = (story_row(connection, workspace, story) for story in touched)
    return tuple(as_story(row) for row in rows if row)


def _articles(connection: Connection, workspace: str, story: int) -> list[Row[Any]]:
    return list(
        connection.execute(
            select(articles)
            .where(articles.c.workspace == workspace, articles.c.story == story)
            .order_by(articles.c.seen, articles.c.number)
        )
    )


def _telling_quotes(connection: Connection, workspace: str, story: int) -> tuple[QuoteReport, ...]:
    """The longest direct quotes of named people, one of each."""
    rows = connection.execute(
        found_quotes(workspace)
        .where(quotes.c.story == story, quotes.c.kind == "direct", people.c.named == "person")
        .order_by((quotes.c.end - quotes.c.start).desc(), quotes.c.number)
    )
    by_person: dict[int, Row[Any]] = {}
    for row in rows:
        by_person.setdefault(row.who, row)
        if len(by_person) == TELLING_QUOTES:
            break
    return tuple(as_report(row, ()) for row in by_person.values())


def _latest(connection: Connection, workspace: str, story: int) -> list[Row[Any]]:
    """Each article with its latest version; `before` is when the ones before it were published at the latest."""
    earlier = versions.alias()
    before = (
        select(func.max(earlier.c.published))
        .where(earlier.c.article == versions.c.article, earlier.c.nth < versions.c.nth)
        .scalar_subquery()
    )
    return list(
        connection.execute(
            select(
                articles.c.number,
                articles.c.latest,
                articles.c.voice,
                articles.c.outlet,
                versions.c.published,
                versions.c.seen,
                versions.c.claims,
                before.label("before"),
            )
            .join(versions, versions.c.number == articles.c.latest)
            .where(articles.c.workspace == workspace, articles.c.story == story)
            .order_by(articles.c.seen, articles.c.number)
        )
    )


_SAID = (
    *(quotes.c[name] for name in ("version", "text", "start", "end", "name", "kind", "via", "confidence")),
    people.c.name.label("person_name"),
)


def _said(connection: Connection, workspace: str, story: int) -> dict[int, list[Said]]:
    """Version -> its quotes, in the order of the text."""
    said: dict[int, list[Said]] = defaultdict(list)
    wanted = found_quotes(workspace).where(quotes.c.story == story).order_by(quotes.c.start, quotes.c.number)
    for row in connection.execute(wanted.with_only_columns(*_SAID)):
        name = row.person_name or row.name
        quote = Said(
            text=row.text,
            start=row.start,
            end=row.end,
            name=name,
            kind=row.kind,
            via=row.via,
            confidence=row.confidence,
        )
        said[row.version].append(quote)
    return said


def _told_at(row: Row[Any]) -> datetime | None:
    """When what a version says was first said. A later version that keeps the first one's time is as new as its
    arrival, or its figures would count as old."""
    published: datetime | None = row.published
    before: datetime | None = row.before
    if before is None or (published is not None and published > before):
        return published
    seen: datetime = row.seen
    return seen


def _account(row: Row[Any], said: list[Said]) -> Account:
    return Account(
        article=spelled("a", row.number),
        version=spelled("v", row.latest),
        voice=spelled("a", row.voice or row.number),
        outlet=row.outlet,
        published=_told_at(row),
        seen=row.seen,
        claims=tuple(read_shape(Claim, claim) for claim in row.claims or ()),
        said=tuple(said),
    )
