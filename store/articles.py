"""Articles and their versions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, select, update

from bot.errors import StoreError
from bot.match.lineage import lineage_of
from bot.match.outlets import outlet_key
from bot.shapes import COPIES, Article, Fingerprint, Mark, Match, Profile, Report, Version
from store.ids import number, spelled, spelled_if
from store.indexing import index_addresses, index_bands, index_terms, indexed, number_place, title_key
from store.quote_words import forget_words
from store.session import Rows, read_shape
from store.tables import addresses, articles, quotes, stories, versions


class ArticleRows(Rows):
    def add_article(
        self,
        workspace: str,
        story: str,
        report: Report,
        print_: Fingerprint,
        match: Match,
        profile: Profile,
        seen: datetime,
    ) -> Version:
        with self.door.write(workspace) as connection:
            of = _article_row(connection, workspace, match.of)
            article = connection.execute(
                articles.insert()
                .values(
                    workspace=workspace,
                    story=_story_number(connection, workspace, story),
                    outlet=report.outlet,
                    seen=seen,
                    updated=seen,
                    versions=0,
                    outcome=match.outcome,
                    of=of and of.number,
                    similarity=match.similarity,
                    reason=match.reason,
                    drop=report.drop,
                    drop_key=report.drop,
                    **_descent(match, of),
                    outlet_key=outlet_key(report.outlet),
                    profile={},
                    when=profile.when,
                )
                .returning(articles.c.number)
            ).scalar_one()
            return _add_version(connection, workspace, article, report, print_, profile, seen)

    def add_version(
        self,
        workspace: str,
        article: str,
        report: Report,
        print_: Fingerprint,
        profile: Profile,
        seen: datetime,
        match: Match | None = None,
    ) -> Version:
        with self.door.write(workspace) as connection:
            row = _article_row(connection, workspace, article)
            if row is None:
                raise StoreError(f"no article {article!r} to add a version to")
            _retire_findings(connection, row.number)
            if match is not None:
                _trace(connection, row.number, match, _article_row(connection, workspace, match.of))
            return _add_version(connection, workspace, row.number, report, print_, profile, seen)

    def article(self, workspace: str, ref: str) -> Article | None:
        with self.door.read() as connection:
            row = (
                _article_row(connection, workspace, ref)
                or _article_at(connection, workspace, ref)
                or connection.execute(
                    _all_articles(workspace).where(articles.c.drop_key == ref).order_by(articles.c.number.desc())
                ).first()
            )
        return as_article(row) if row else None

    def articles(self, workspace: str, since: datetime | None = None, until: datetime | None = None) -> list[Article]:
        wanted = _all_articles(workspace).order_by(articles.c.seen, articles.c.number)
        if since is not None:
            wanted = wanted.where(articles.c.seen >= since)
        if until is not None:
            wanted = wanted.where(articles.c.seen < until)
        with self.door.read() as connection:
            return [as_article(row) for row in connection.execute(wanted)]

    def keep_touches(self, workspace: str, article: str, stories: Sequence[str]) -> None:
        touched = [row for story in stories if (row := number("s", story))]
        one = (articles.c.workspace == workspace) & (articles.c.number == (number("a", article) or 0))
        with self.door.write(workspace) as connection:
            connection.execute(update(articles).where(one).values(touches=touched))

    def profile(self, workspace: str, article: str) -> Profile | None:
        with self.door.read() as connection:
            row = _article_row(connection, workspace, article)
        return read_shape(Profile, row.profile) if row else None

    def versions(self, workspace: str, article: str) -> list[Version]:
        row = number("a", article)
        if row is None:
            return []
        with self.door.read() as connection:
            found = connection.execute(
                select(versions)
                .where(versions.c.workspace == workspace, versions.c.article == row)
                .order_by(versions.c.nth)
            )
            return [as_version(version) for version in found]

    def version(self, workspace: str, version: str) -> Version | None:
        row = number("v", version)
        if row is None:
            return None
        with self.door.read() as connection:
            found = connection.execute(
                select(versions).where(versions.c.workspace == workspace, versions.c.number == row)
            ).first()
        return as_version(found) if found else None


def _all_articles(workspace: str) -> Select[Any]:
    return select(articles).where(articles.c.workspace == workspace)


def _article_row(connection: Connection, workspace: str, ref: str | None) -> Row[Any] | None:
    row = number("a", ref or "")
    return None if row is None else connection.execute(_all_articles(workspace).where(articles.c.number == row)).first()


def _article_at(connection: Connection, workspace: str, address: str) -> Row[Any] | None:
    """The latest article that was seen at an address."""
    return connection.execute(
        _all_articles(workspace)
        .join(addresses, addresses.c.article == articles.c.number)
        .where(addresses.c.workspace == workspace, addresses.c.address == address)
        .order_by(articles.c.number.desc())
    ).first()


def _story_number(connection: Connection, workspace: str, story: str) -> int:
    row = number("s", story)
    if row is None:
        raise StoreError(f"no story {story!r} to add an article to")
    counted = connection.execute(
        update(stories)
        .where(stories.c.workspace == workspace, stories.c.number == row)
        .values(articles=stories.c.articles + 1)
    )
    if not counted.rowcount:
        raise StoreError(f"no story {story!r} to add an article to")
    return row


def _descent(match: Match, of: Row[Any] | None) -> dict[str, Any]:
    """The columns that say whose text an article's is."""
    lineage = lineage_of(match)
    return {
        "lineage": lineage,
        "voice": (of.voice or of.number) if of and lineage in COPIES else None,
        "of_version": number("v", match.version or ""),
        "new_share": match.new,
        "kept_share": match.kept,
    }


def _trace(connection: Connection, article: int, match: Match, of: Row[Any] | None) -> None:
    """What an article's later text is to the one it was built on, in place of what the earlier one was."""
    connection.execute(update(articles).where(articles.c.number == article).values(_descent(match, of)))


def _retire_findings(connection: Connection, article: int) -> None:
    """An earlier version's quotes are found no longer."""
    forget_words(connection, article)
    connection.execute(update(quotes).where(quotes.c.article == article).values(current=False))


def _add_version(
    connection: Connection,
    workspace: str,
    article: int,
    report: Report,
    print_: Fingerprint,
    profile: Profile,
    seen: datetime,
) -> Version:
    before = connection.execute(
        select(articles.c.versions, articles.c.profile).where(articles.c.number == article)
    ).one()
    row = connection.execute(
        versions.insert()
        .values(
            **report.model_dump(include={"title", "published", "url", "canonical", "byline", "credit"}),
            **report.model_dump(include={"language", "body", "own_body"}),
            workspace=workspace,
            article=article,
            nth=before.versions + 1,
            seen=seen,
            furniture=[mark.model_dump() for mark in report.furniture],
            exact=print_.exact,
            words=print_.words,
        )
        .returning(versions)
    ).one()
    story = _show_version(connection, article, row, report, profile)
    _stir_story(connection, story, profile.when, seen)
    index_addresses(connection, workspace, article, report)
    place = number_place(connection, workspace)
    index_bands(connection, place, [(article, print_)])
    former = indexed(read_shape(Profile, before.profile)) if before.versions else {}
    index_terms(connection, place, [(article, former, indexed(profile))])
    return as_version(row)


def _show_version(connection: Connection, article: int, row: Row[Any], report: Report, profile: Profile) -> int:
    """Makes a version the one its article shows; what the new one does not say stays. Returns the story."""
    said: dict[str, Any] = {
        "title": row.title,
        "published": row.published,
        "url": row.url,
        "title_key": title_key(row.title),
    }
    story: int = connection.execute(
        update(articles)
        .where(articles.c.number == article)
        .values(
            {name: value for name, value in said.items() if value is not None},
        )
        .values(versions=row.nth, latest=row.number, updated=row.seen)
        .values(profile=profile.model_dump(mode="json"), when=profile.when)
        .values(agency=report.credit if report.wire else None)
        .returning(articles.c.story)
    ).scalar_one()
    return story


def _stir_story(connection: Connection, story: int, when: datetime, seen: datetime) -> None:
    """Stretches a story's time to an article's."""
    row = connection.execute(select(stories).where(stories.c.number == story)).one()
    connection.execute(
        update(stories)
        .where(stories.c.number == story)
        .values(first=min(row.first, when), last=max(row.last, when), active=max(row.active or seen, seen))
    )


def _marks(row: Row[Any]) -> tuple[Mark, ...]:
    return tuple(read_shape(Mark, mark) for mark in row.furniture)


def as_version(row: Row[Any]) -> Version:
    return Version(
        id=spelled("v", row.number),
        article=spelled("a", row.article),
        number=row.nth,
        title=row.title,
        published=row.published,
        seen=row.seen,
        url=row.url,
        body=row.body,
        furniture=_marks(row),
        language=row.language,
    )


def as_article(row: Row[Any]) -> Article:
    return Article(
        id=spelled("a", row.number),
        workspace=row.workspace,
        story=spelled("s", row.story),
        outlet=row.outlet,
        title=row.title,
        published=row.published,
        seen=row.seen,
        url=row.url,
        versions=row.versions,
        updated=row.updated,
        outcome=row.outcome,
        of=spelled_if("a", row.of),
        similarity=row.similarity,
        reason=row.reason,
        drop=row.drop,
        touches=tuple(spelled("s", story) for story in row.touches or ()),
        lineage=row.lineage,
        root=spelled_if("a", row.voice),
        of_version=spelled_if("v", row.of_version),
        new=row.new_share,
        kept=row.kept_share,
        agency=row.agency,
    )
