"""What a page says of itself beside its text: its outlet, headline, times and addresses."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from lxml import etree  # type: ignore[import-untyped]

from bot.read.dates import time_or_none

OUTLET_FIELDS = ("og:site_name", "application-name", "dc.publisher")
TITLE_FIELDS = ("og:title", "twitter:title", "headline", "dc.title")
TIME_FIELDS = (
    "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date",
    "article.published", "dc.date.issued", "dcterms.created", "dc.date", "date", "pubdate",
)  # fmt: skip

CHANGE_FIELDS = ("article:modified_time", "og:article:modified_time", "datemodified", "og:updated_time", "lastmod")

PUBLISHED = re.compile(r'"datePublished"\s{0,9}:\s{0,9}"([^"\\]{4,64})"')

CHANGED = re.compile(r'"dateModified"\s{0,9}:\s{0,9}"([^"\\]{4,64})"')

MAIN_ENTITY = re.compile(
    r'"mainEntityOfPage"\s{0,9}:\s{0,9}(?:"([^"]{8,2000})"|\{[^{}]{0,500}"@id"\s{0,9}:\s{0,9}"([^"]{8,2000})")'
)
"In schema.org's NewsArticle: the page that is about this article, by its address or as an object that holds it."


class Metadata(NamedTuple):
    """`links` are the page's own addresses as it gives them, the most telling first."""

    outlet: str | None
    title: str | None
    published: datetime | None
    modified: datetime | None
    links: tuple[str, ...]


def read(tree: etree._Element, html: str) -> Metadata:
    """From the parsed page, and from the page as it came for what its scripts hold."""
    fields = _fields(tree)
    return Metadata(
        outlet=_first(fields, OUTLET_FIELDS),
        title=_first(fields, TITLE_FIELDS),
        published=_first_time(fields, TIME_FIELDS) or _scripted_time(PUBLISHED, html),
        modified=_first_time(fields, CHANGE_FIELDS) or _scripted_time(CHANGED, html),
        links=tuple(_links(tree, fields, html)),
    )


def _fields(tree: etree._Element) -> dict[str, str]:
    """The page's `<meta>` fields by lower-case name, the first of each."""
    fields: dict[str, str] = {}
    for meta in tree.iterfind(".//meta[@content]"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
        if name and meta.get("content").strip():
            fields.setdefault(name, " ".join(meta.get("content").split())[:500])
    return fields


def _first(fields: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((fields[name] for name in names if name in fields), None)


def _first_time(fields: dict[str, str], names: tuple[str, ...]) -> datetime | None:
    times = (time_or_none(fields.get(name)) for name in names)
    return next((when for when in times if when), None)


def _scripted_time(pattern: re.Pattern[str], html: str) -> datetime | None:
    """With its hour, which trafilatura's date has not."""
    found = pattern.search(html)
    return time_or_none(json.loads(f'"{found[1]}"', strict=False)) if found else None


def _links(tree: etree._Element, fields: dict[str, str], html: str) -> Iterator[str]:
    """Those in its head count before one that stands in its text, where a reader's comment may have put it."""
    links = [*tree.iterfind("./head/link[@href]"), *tree.iterfind(".//link[@href]")]
    yield from (link.get("href") for link in links if "canonical" in (link.get("rel") or "").lower().split())
    if "og:url" in fields:
        yield fields["og:url"]
    found = MAIN_ENTITY.search(html)
    if found:
        yield (found[1] or found[2]).replace("\\/", "/")
