"""Stories, and the terms by which a new article finds its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from math import log
from typing import Any

from sqlalchemy import Connection, Integer, Row, Select, bindparam, func, select

from bot.shapes import KnownStory, Profile, Story
from store.columns import clip
from store.held import postings
from store.ids import number, spelled
from store.indexing import EVERY_ARTICLE, indexed, place_of
from store.session import Rows, read_shape
from store.tables import articles, stories, terms

# So many postings are read for one article, those of its most telling terms first; the last terms rarely add a story.
MOST_POSTINGS = 4000
# The stories of so many articles are looked up at once, the likest first, until there are enough stories.
LIKEST = 100
MEMBERS = 20


class StoryRows(Rows):
    def story_candidates(self, workspace: str, profile: Profile, limit: int = 20) -> list[KnownStory]:
        with self.door.read() as connection:
            likest = _likest(connection, workspace, indexed(profile))
            return [_known_story(connection, story) for story in _stories_of(connection, likest, limit)]

    def term_counts(self, workspace: str, terms: Sequence[str]) -> tuple[int, dict[str, int]]:
        with self.door.read() as connection:
            counts = {
                row.term: row.articles for row in _rows(connection, workspace, [EVERY_ARTICLE, *map(clip, terms)])
            }
        return counts.get(EVERY_ARTICLE, 0), {term: counts.get(clip(term), 0) if term else 0 for term in terms}

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
            return _known_story(connection, row) if row else None

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


def _rows(connection: Connection, workspace: str, wanted: Sequence[str]) -> Sequence[Row[Any]]:
    return connection.execute(
        select(terms).where(terms.c.workspace == place_of(workspace), terms.c.term.in_(wanted), terms.c.articles > 0)
    ).all()


def _likest(connection: Connection, workspace: str, wanted: Mapping[str, float]) -> list[int]:
    """The articles that share terms with a new one, by the weights of those they share, each by its rarity."""
    rows = {row.term: row for row in _rows(connection, workspace, list(wanted))}
    every = rows.pop(EVERY_ARTICLE).articles if rows else 0
    rare = {term: wanted[term] * log(1 + every / row.articles) for term, row in rows.items()}
    scores: dict[int, float] = defaultdict(float)
    room = MOST_POSTINGS
    for term in sorted(rare, key=lambda term: (-rare[term], term)):
        if room <= 0:
            break
        held, weights = postings(rows[term].held)
        room -= len(held)
        for article, weight in zip(held, weights, strict=True):
            scores[article] += rare[term] * weight
    return sorted(scores, key=lambda article: (-scores[article], -article))


def _stories_of(connection: Connection, likest: Sequence[int], limit: int) -> list[Row[Any]]:
    """The stories of the first articles of a ranking, in its order.

    A story is as good as its likest article, not as the sum of all, or the largest would always come first.
    """
    found: dict[int, None] = {}
    for at in range(0, len(likest), LIKEST):
        asked = likest[at : at + LIKEST]
        wanted = select(articles.c.number, articles.c.story).where(articles.c.number.in_(asked))
        story = {row.number: row.story for row in connection.execute(wanted)}
        found |= dict.fromkeys(story[article] for article in asked)
        if len(found) >= limit:
            break
    best = list(found)[:limit]  # all in the workspace: to name it again would lead SQLite to read all of its stories
    rows = {row.number: row for row in connection.execute(select(stories).where(stories.c.number.in_(best)))}
    return [rows[number_] for number_ in best]


def _known_story(connection: Connection, row: Row[Any]) -> KnownStory:
    members = _members(connection, row)
    terms: dict[str, float] = defaultdict(float)
    for member in members:
        for term, weight in member.terms.items():
            terms[term] += weight
    return KnownStory(
        story=spelled("s", row.number),
        title=row.title,
        first=row.first,
        last=row.last,
        articles=row.articles,
        terms=dict(terms),
        members=members,
    )


# Built once: to build a query costs more than to ask it, and this is asked of every candidate.
_LATEST_PROFILES = (
    select(articles.c.profile)
    .where(articles.c.workspace == bindparam("workspace"), articles.c.story == bindparam("story"))
    .order_by(articles.c.seen.desc(), articles.c.number.desc())
    .limit(bindparam("members", type_=Integer))
)


def _members(connection: Connection, row: Row[Any]) -> tuple[Profile, ...]:
    """The profiles of a story's latest articles, the latest first."""
    asked = {"workspace": row.workspace, "story": row.number, "members": MEMBERS}
    return tuple(read_shape(Profile, kept) for kept in connection.execute(_LATEST_PROFILES, asked).scalars())
