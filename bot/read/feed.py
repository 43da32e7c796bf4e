"""RSS and Atom: a feed's bytes to its entries. XML is parsed without entities."""

from __future__ import annotations

import calendar
import hashlib
import io
import re
from collections import Counter
from datetime import UTC, datetime
from typing import Any, Literal
from xml.etree.ElementTree import ParseError

from bot.errors import BadDrop
from bot.read.decode import decode_page, storable
from bot.shapes import Drop, Shape, Source

MOST_ENTRIES = 500
"A feed lists its latest; one with more is an archive, and would drown a newsroom."

LARGEST_FEED = 5_000_000
MOST_ITEMS = 2_000
"Bytes, and items in it: a parser takes a millisecond an item, so what is larger is not even looked at."

FEED_ROOT = re.compile(
    r"^\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*|<\?.{0,500}?\?>\s*|<!DOCTYPE[^>\[]{0,300}>\s*){0,9}<(?:rss|feed|rdf:RDF|RDF)\b",
    re.S,
)

ENTITIES = "It is XML that declares entities, which are refused because they can hide a trap."

ENTITY = re.compile(r"<!ENTITY", re.I)


class Entry(Shape):
    """One item of a feed."""

    id: str
    "its guid or, without one, its link"
    link: str | None
    title: str | None
    published: datetime | None
    media: Literal["text", "html"]
    content: str | None
    "the whole text, where the feed carries it"
    summary: str | None

    @property
    def mark(self) -> str:
        """What an item is known by from one poll to the next."""
        return _digest(self.id or self.title or "")

    @property
    def print(self) -> str:
        """What tells an altered item from a repeated one."""
        return _digest("\n".join((self.title or "", self.content or self.summary or "")))


class Entries(Shape):
    """A feed that has been read."""

    title: str | None
    entries: tuple[Entry, ...]

    @property
    def shown(self) -> dict[str, str]:
        """Each item's mark -> its print; an id that stands twice tells no items apart."""
        often = Counter(entry.mark for entry in self.entries)
        return {entry.mark: entry.print for entry in self.entries if often[entry.mark] == 1}


def is_feed(text: str) -> bool:
    """Whether this begins as a feed does."""
    return bool(FEED_ROOT.match(text[:8000].lstrip("\ufeff")))


def entries_of(data: bytes) -> Entries:
    """A feed's entries in its own order, each once. Raises BadDrop where it is none, or declares entities."""
    import feedparser  # where it is needed: it takes long to load

    _refuse_archives(data)
    _refuse_entities(data)
    # A stream, because feedparser takes a string for an address to fetch or a file to open.
    feed: Any = feedparser.parse(io.BytesIO(data))  # type: ignore[attr-defined, no-untyped-call]
    if not feed.version:
        raise BadDrop("It is neither an RSS nor an Atom feed.")
    once: dict[tuple[str, str], Entry] = {}
    for item in feed.entries[:MOST_ENTRIES]:
        entry = _entry(item)
        once.setdefault((entry.id, entry.print), entry)
    return Entries(title=_text(feed.feed, "title"), entries=tuple(once.values()))


def entry_drop(
    entry: Entry, feed: Entries, *, least: int, source: Source, where: str, received: datetime, workspace: str, key: str
) -> Drop:
    """An entry as a drop: its text, or its summary of at least `least` words, or else the link alone, to be fetched."""
    body = entry.content or entry.summary
    if body and entry.link and not entry.content and len(body.split()) < least:
        body = None
    return Drop(
        id=entry.id or entry.title or key,
        key=key,
        workspace=workspace,
        source=source,
        where=where,
        outlet=feed.title,
        title=entry.title,
        published=entry.published,
        url=entry.link,
        media=entry.media if body else "html",
        body=body,
        problem=None if body or entry.link else "It is a feed item with neither text nor a link.",
        received=received,
    )


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _refuse_archives(data: bytes) -> None:
    items = sum(data.count(tag) for tag in (b"<item", b"<entry"))
    if len(data) > LARGEST_FEED or items > MOST_ITEMS:
        raise BadDrop(f"It is too large a feed: {len(data):,} bytes with {items:,} items. A feed lists its latest.")


def _refuse_entities(data: bytes) -> None:
    """Entities can blow a small file up to gigabytes, or read the machine's own files."""
    from defusedxml import ElementTree  # type: ignore[import-untyped]
    from defusedxml.common import DefusedXmlException  # type: ignore[import-untyped]

    try:
        ElementTree.fromstring(data, forbid_dtd=False, forbid_entities=True, forbid_external=True)
    except DefusedXmlException as error:
        raise BadDrop(ENTITIES) from error
    except (ParseError, ValueError, LookupError):
        # Many a real feed is not well-formed. feedparser copes, so only look for the declaration by eye.
        if ENTITY.search(decode_page(data)):
            raise BadDrop(ENTITIES) from None


def _entry(item: Any) -> Entry:
    link = _text(item, "link")
    link = link if link and link.startswith(("http://", "https://")) else None
    contents = [content for content in item.get("content", []) if content.get("value", "").strip()]
    whole = max(contents, key=lambda content: len(content["value"])) if contents else None
    detail = whole or item.get("summary_detail") or {}
    summary = _text(item, "summary")
    return Entry(
        id=_text(item, "id") or link or "",
        link=link,
        title=_text(item, "title"),
        published=_time(item.get("published_parsed") or item.get("updated_parsed")),
        media="text" if detail.get("type") == "text/plain" else "html",
        content=storable(whole["value"]) if whole else None,
        summary=summary,
    )


def _text(item: Any, name: str) -> str | None:
    value = item.get(name)
    return storable(value).strip() or None if isinstance(value, str) else None


def _time(parsed: Any) -> datetime | None:
    try:
        return datetime.fromtimestamp(calendar.timegm(parsed), UTC) if parsed else None
    except (ValueError, OverflowError, TypeError):
        return None
