"""What finds a text's likes and an event's stories: addresses, bands, and terms with their counts.

Only an article's latest version stands in it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

from sqlalchemy import Connection, delete, func, select

from bot.match.pages import page_number
from bot.shapes import Fingerprint, Profile, Report
from store.session import insert
from store.tables import addresses, bands, clip, postings, story_terms, term_counts

EVERY_ARTICLE = ""
"The term that stands in every article: its count is how many are kept."

_WORD = re.compile(r"\w+")


def folded(text: str) -> str:
    """Lower case without accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in plain if not unicodedata.combining(character))


def title_key(title: str | None) -> str | None:
    """A headline's words alone; None where there are none."""
    return " ".join(_WORD.findall(folded(title or ""))) or None


def address_keys(address: str | None) -> list[str]:
    """What an article seen at an address is found by: that, and the number in it, which stays when it is renamed."""
    return [clip(key) for key in (address, page_number(address)) if key]


def index_addresses(connection: Connection, workspace: str, article: int, report: Report) -> None:
    keys = {*address_keys(report.canonical), *([clip(report.url)] if report.url else [])}
    if keys:
        rows = [{"workspace": workspace, "address": key, "article": article} for key in sorted(keys)]
        connection.execute(insert(connection, addresses).on_conflict_do_nothing(), rows)


def index_bands(connection: Connection, workspace: str, article: int, print_: Fingerprint) -> None:
    """Puts an article's latest text in the place of its former one."""
    connection.execute(delete(bands).where(bands.c.article == article))
    if print_.bands:
        connection.execute(
            bands.insert(), [{"workspace": workspace, "band": b, "article": article} for b in {*print_.bands}]
        )


def index_terms(connection: Connection, workspace: str, article: int, story: int, profile: Profile) -> None:
    """Puts an article's latest profile in the place of its former one, and counts along."""
    before = {
        row.term: row.weight
        for row in connection.execute(select(postings.c.term, postings.c.weight).where(postings.c.article == article))
    }
    terms = {clip(term): weight for term, weight in profile.terms.items() if term}
    connection.execute(delete(postings).where(postings.c.article == article))
    if terms:
        connection.execute(
            postings.insert(),
            [{"workspace": workspace, "term": t, "article": article, "weight": w} for t, w in terms.items()],
        )
    count_terms(
        connection, workspace, {**dict.fromkeys(terms.keys() - before, 1), **dict.fromkeys(before.keys() - terms, -1)}
    )
    weigh_story(connection, workspace, story, {t: terms.get(t, 0.0) - before.get(t, 0.0) for t in {*terms, *before}})


def count_terms(connection: Connection, workspace: str, changes: dict[str, int]) -> None:
    """Adds to the number of articles that each term stands in."""
    added = insert(connection, term_counts)
    added = added.on_conflict_do_update(
        index_elements=["workspace", "term"],
        set_={"articles": term_counts.c.articles + added.excluded.articles},
    )
    rows = [{"workspace": workspace, "term": term, "articles": change} for term, change in sorted(changes.items())]
    if rows:
        connection.execute(added, rows)


def weigh_story(connection: Connection, workspace: str, story: int, changes: dict[str, float]) -> None:
    """Adds to the weights of a story's terms; those that come to nothing go."""
    added = insert(connection, story_terms)
    added = added.on_conflict_do_update(
        index_elements=["workspace", "story", "term"],
        set_={"weight": story_terms.c.weight + added.excluded.weight},
    )
    rows = [
        {"workspace": workspace, "story": story, "term": term, "weight": change}
        for term, change in sorted(changes.items())
        if change
    ]
    if rows:
        connection.execute(added, rows)
    gone = [term for term, change in changes.items() if change < 0]
    if gone:
        connection.execute(
            delete(story_terms).where(
                story_terms.c.workspace == workspace,
                story_terms.c.story == story,
                story_terms.c.term.in_(gone),
                story_terms.c.weight < 1e-9,
            )
        )


def move_terms(connection: Connection, workspace: str, moved: Collection[int], story: int, to: int) -> None:
    """Takes the weights of some articles' terms from one story to another."""
    weights = {
        row.term: row.weight
        for row in connection.execute(
            select(postings.c.term, func.sum(postings.c.weight).label("weight"))
            .where(postings.c.article.in_(moved))
            .group_by(postings.c.term)
        )
    }
    weigh_story(connection, workspace, story, {term: -weight for term, weight in weights.items()})
    weigh_story(connection, workspace, to, weights)
