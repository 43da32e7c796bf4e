"""Stories, and the terms by which a new article finds its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from math import log
from typing import Any

from sqlalchemy import Connection, Integer, Row, Select, bindparam, func, select

from bot.shapes import KnownStory, Profile, Story
from store.ids import number, spelled
from store.indexing import EVERY_ARTICLE
from store.session import Rows
from store.tables import articles, clip, postings, stories, story_terms, term_counts

# A story that is looked for is nearly always among the newest: reading on would cost more with every year kept.
NEWEST_PER_TERM = 200
# So many postings are read for one article, those of its most telling terms first; the last terms rarely add a story.
MOST_POSTINGS = 4000
MEMBERS = 20


class StoryRows(Rows):
    def story_candidates(self, workspace: str, profile: Profile, limit: int = 20) -> list[KnownStory]:
        wanted = {clip(term): weight for term, weight in profile.terms.items() if term}
        with self.door.read() as connection:
            every, counts = _counts(connection, workspace, list(wanted))
            scores = _scores(connection, workspace, _telling(wanted, every, counts))
            best = sorted(scores, key=lambda story: (-scores[story], -story))[:limit]
            return _known_stories(connection, workspace, best)

    def term_counts(self, workspace: str, terms: Sequence[str]) -> tuple[int, dict[str, int]]:
        with self.door.read() as connection:
            every, counts = _counts(connection, workspace, [clip(term) for term in terms])
        return every, {term: counts.get(clip(term), 0) for term in terms}

    def open_story(self, workspace: str, slug: str, title: str, first: datetime) -> Story:
        stem = clip(slug) or "story"
        with self.door.write(workspace) as connection:
            row = connection.execute(
                stories.insert()
                .values(
                    workspace=workspace,
                    slug=_free_slug(connection, workspace, stem),
                    stem=stem,
                    title=title,
                    first=first,
                    last=first,
                    articles=0,
                )
                .returning(stories)
            ).one()
        return as_story(row)

    def story(self, workspace: str, ref: str) -> Story | None:
        with self.door.read() as connection:
            named = _all_stories(workspace).where(stories.c.slug == ref.strip().lower())
            row = story_row(connection, workspace, ref) or _whole(connection, connection.execute(named).first())
        return as_story(row) if row else None

    def former_story(self, workspace: str, story: str) -> Story | None:
        with self.door.read() as connection:
            row = _own_row(connection, workspace, story)
        return as_story(row) if row and row.into is not None else None

    def known_story(self, workspace: str, story: str) -> KnownStory | None:
        with self.door.read() as connection:
            row = story_row(connection, workspace, story)
            return _known_stories(connection, workspace, [row.number])[0] if row else None

    def stories(self, workspace: str, since: datetime | None = None, limit: int = 100) -> list[Story]:
        latest = _all_stories(workspace).where(stories.c.active.is_not(None))
        if since is not None:
            latest = latest.where(stories.c.active >= since)
        latest = latest.order_by(stories.c.active.desc(), stories.c.number.desc()).limit(limit)
        with self.door.read() as connection:
            return [as_story(row) for row in connection.execute(latest)]


def story_row(connection: Connection, workspace: str, ref: str) -> Row[Any] | None:
    """A story by its id alone; where it was merged into another, that one."""
    return _whole(connection, _own_row(connection, workspace, ref))


def _own_row(connection: Connection, workspace: str, ref: str) -> Row[Any] | None:
    row = number("s", ref)
    return None if row is None else connection.execute(_all_stories(workspace).where(stories.c.number == row)).first()


def _whole(connection: Connection, row: Row[Any] | None) -> Row[Any] | None:
    """The story that one is part of."""
    while row is not None and row.into is not None:
        row = connection.execute(select(stories).where(stories.c.number == row.into)).first()
    return row


def as_story(row: Row[Any]) -> Story:
    return Story(
        id=spelled("s", row.number),
        workspace=row.workspace,
        slug=row.slug,
        title=row.title,
        first=row.first,
        last=row.last,
    )


def _all_stories(workspace: str) -> Select[Any]:
    return select(stories).where(stories.c.workspace == workspace)


def _free_slug(connection: Connection, workspace: str, stem: str) -> str:
    """The stem, or the stem with the first number that is free from its count on."""
    taken = connection.execute(
        select(func.count()).where(stories.c.workspace == workspace, stories.c.stem == stem)
    ).scalar_one()
    slug, nth = (stem, 1) if not taken else (f"{stem}-{taken + 1}", taken + 1)
    while connection.execute(_all_stories(workspace).where(stories.c.slug == slug)).first():
        nth += 1
        slug = f"{stem}-{nth}"
    return slug


def _counts(connection: Connection, workspace: str, terms: Sequence[str]) -> tuple[int, dict[str, int]]:
    rows = connection.execute(
        select(term_counts.c.term, term_counts.c.articles).where(
            term_counts.c.workspace == workspace,
            term_counts.c.term.in_([EVERY_ARTICLE, *terms]),
            term_counts.c.articles > 0,
        )
    )
    counts: dict[str, int] = {row.term: row.articles for row in rows}
    return counts.pop(EVERY_ARTICLE, 0), counts


def _telling(wanted: Mapping[str, float], every: int, counts: Mapping[str, int]) -> dict[str, float]:
    """The terms to look stories up by, each with its weight by its rarity (log of the share of articles it is in).

    A term of every article counts little, but counts: one running story may be most of a newsroom's archive.
    """
    rare = {term: wanted[term] * log(1 + every / count) for term, count in counts.items()}
    telling: dict[str, float] = {}
    room = MOST_POSTINGS
    for term in sorted(rare, key=lambda term: (-rare[term], term)):
        if room <= 0:
            break
        room -= min(counts[term], NEWEST_PER_TERM)
        telling[term] = rare[term]
    return telling


def _scores(connection: Connection, workspace: str, telling: Mapping[str, float]) -> dict[int, float]:
    """Stories -> the score of their likest article: the weights of the terms it shares, each by its rarity.

    The likest article and not the sum of all, or the largest story would always come first.
    """
    scores: dict[int, dict[int, float]] = defaultdict(lambda: defaultdict(float))
    for term, rarity in telling.items():
        for row in connection.execute(_NEWEST_WITH, {"workspace": workspace, "term": term, "newest": NEWEST_PER_TERM}):
            scores[row.story][row.article] += rarity * row.weight
    return {story: max(by_article.values()) for story, by_article in scores.items()}


# A question for each term: one for all of them would be another text each time, and compiling it cost more than asking.
_NEWEST_WITH = (
    select(postings.c.article, postings.c.weight, articles.c.story)
    .join(articles, articles.c.number == postings.c.article)
    .where(postings.c.workspace == bindparam("workspace"), postings.c.term == bindparam("term"))
    .order_by(postings.c.article.desc())
    .limit(bindparam("newest", type_=Integer))
)


def _known_stories(connection: Connection, workspace: str, found: Sequence[int]) -> list[KnownStory]:
    rows = {row.number: row for row in connection.execute(select(stories).where(stories.c.number.in_(found)))}
    terms: dict[int, dict[str, float]] = defaultdict(dict)
    for row in connection.execute(
        select(story_terms).where(story_terms.c.workspace == workspace, story_terms.c.story.in_(found))
    ):
        terms[row.story][row.term] = row.weight
    return [
        KnownStory(
            story=spelled("s", story),
            title=rows[story].title,
            first=rows[story].first,
            last=rows[story].last,
            articles=rows[story].articles,
            terms=terms[story],
            members=_members(connection, workspace, story),
        )
        for story in found
    ]


def _members(connection: Connection, workspace: str, story: int) -> tuple[Profile, ...]:
    """The profiles of a story's latest articles, the latest first."""
    rows = connection.execute(
        select(articles.c.terms, articles.c.when)
        .where(articles.c.workspace == workspace, articles.c.story == story)
        .order_by(articles.c.seen.desc(), articles.c.number.desc())
        .limit(MEMBERS)
    )
    return tuple(Profile(terms=row.terms, when=row.when) for row in rows)
