"""`copydesk export`: every article kept, with its state as it stands now."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TextIO

from bot.desk import Desk
from bot.shapes import LOCAL, Article
from handlers.commands.times import since_when

FIELDS = (
    "drop", "article", "outcome", "of", "similarity", "story", "conflicts", "reason",
    "outlet", "title", "published", "url", "versions", "lineage", "new", "root", "agency",
)  # fmt: skip

PAIR_FIELDS = ("one", "other", "same", "by", "at", "score", "decision", "stories")


def rows(desk: Desk, since: str | None) -> Iterator[dict[str, Any]]:
    """One row an article, in the order they came. Raises UserError where `since` is no time."""
    start = since_when(since, desk.clock()) if since else None
    raised: dict[str, list[str]] = {}
    for conflict in desk.store.conflicts(LOCAL):
        for side in {side.article for side in conflict.sides}:
            raised.setdefault(side, []).append(conflict.id)
    for article in desk.store.articles(LOCAL, since=start):
        yield _row(article, raised.get(article.id, []))


def _row(article: Article, conflicts: list[str]) -> dict[str, Any]:
    row = article.model_dump(mode="json") | {"article": article.id, "conflicts": conflicts}
    return {field: row[field] for field in FIELDS}


def pair_rows(desk: Desk, since: str | None) -> Iterator[dict[str, Any]]:
    """One row for each two articles of which somebody said whether they are of one event, in the order it was said."""
    start = since_when(since, desk.clock()) if since else None
    for pair in desk.store.pairs(LOCAL, since=start):
        articles = (desk.store.article(LOCAL, article) for article in (pair.one, pair.other))
        row = pair.model_dump(mode="json") | {"stories": [article.story for article in articles if article]}
        yield {field: row[field] for field in PAIR_FIELDS}


def as_csv(lines: Iterable[dict[str, Any]], fields: Sequence[str], file: TextIO) -> None:
    """The same rows as CSV (RFC 4180), several conflicts separated by spaces. A value that a spreadsheet would
    run as a formula is kept as text by an apostrophe."""
    writer = csv.DictWriter(file, fields)
    writer.writeheader()
    for line in lines:
        writer.writerow({field: _cell(value) for field, value in line.items()})


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        return " ".join(value)
    if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t")):
        return "'" + value
    return value
