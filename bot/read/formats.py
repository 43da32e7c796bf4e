"""A file's bytes to the drops in it, by its name and by what it holds. Never raises: what cannot be read becomes
a drop with a problem, kept and rejected in words."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from pathlib import PurePath

from bot.errors import BadDrop
from bot.read.decode import binary_kind, decode_page, decode_text, storable
from bot.read.feed import entries_of, entry_drop, is_feed
from bot.read.records import SHOWN, Record, from_document, from_lines
from bot.shapes import Drop, Source

MAX_BODY = 5_000_000
"The longest body taken, in characters. The longest reports are a twentieth of it; pages with all their markup fit."

LONGEST_NAME = 300
"An id is shown and typed; a longer one is clipped."

HTML_START = re.compile(
    r"^\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)

ENDINGS = {
    ".json": "json",
    ".jsonl": "lines",
    ".ndjson": "lines",
    ".txt": "text",
    ".md": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".rss": "feed",
    ".atom": "feed",
    ".xml": "feed",
}


def drops_in(
    name: str, data: bytes, *, source: Source, where: str, received: datetime, workspace: str, key: str
) -> list[Drop]:
    """The drops a file holds, at least one. Several get keys of their own, `key#1` and so on."""
    stem = stem_of(name)
    kind, problem = kind_of(name, data)
    if problem:
        records = [{"id": stem, "body": decode_text(data[:SHOWN])[0], "problem": problem}]
    elif kind == "feed":
        return _feed_drops(stem, data, source=source, where=where, received=received, workspace=workspace, key=key)
    else:
        records = READERS[kind](data, stem)
    many = len(records) > 1
    return [
        _drop(
            record,
            source=source,
            where=where,
            received=received,
            workspace=workspace,
            key=f"{key}#{n}" if many else key,
        )
        for n, record in enumerate(records, 1)
    ]


def stem_of(name: str) -> str:
    """A file's name without its folder and ending."""
    return storable(PurePath(name.replace("\x00", "")).stem)[:LONGEST_NAME] or "drop"


def kind_of(name: str, data: bytes) -> tuple[str, str | None]:
    """What a file is read as (`json`, `lines`, `text`, `html`, `feed`), and what is wrong with it at first sight."""
    ending = ENDINGS.get(PurePath(name.replace("\x00", "")).suffix.lower())
    if not data.strip():
        return "text", "is empty"
    binary = binary_kind(data)
    if binary:
        return "text", f"is {binary}, not text"
    start = decode_page(data[:8000])
    if ending in ("json", "lines"):
        return ending, None
    if is_feed(start):
        return "feed", None
    if HTML_START.match(start):
        return "html", None
    if ending == "feed":
        return "feed", None
    return ending or ("json" if start.lstrip()[:1] in ("{", "[") else "text"), None


def _text_record(data: bytes, stem: str) -> list[Record]:
    body, problem = decode_text(data)
    return [{"id": stem, "body": body, "problem": problem}]


def _html_record(data: bytes, stem: str) -> list[Record]:
    return [{"id": stem, "media": "html", "body": decode_page(data)}]


def _json_records(data: bytes, stem: str) -> list[Record]:
    return from_document(data, stem)


READERS: dict[str, Callable[[bytes, str], list[Record]]] = {
    "json": _json_records,
    "lines": from_lines,
    "text": _text_record,
    "html": _html_record,
}


def _drop(record: Record, **common: object) -> Drop:
    body = record["body"]
    problem = record.get("problem") or (too_long(len(body)) if len(body) > MAX_BODY else None)
    if problem:
        record |= {"body": body[:SHOWN], "problem": sentence(problem)}
    return Drop.model_validate(record | {"id": record["id"][:LONGEST_NAME]} | common)


def too_long(length: int, most: int = MAX_BODY) -> str:
    """Why a body over the limit is refused."""
    return f"is too long: {length:,} characters, and {most:,} is the most that is taken"


def sentence(problem: str) -> str:
    """A problem as a sentence of its own: 'is empty' -> 'It is empty.'"""
    words = problem if problem.startswith(("line ", "It ")) else f"It {problem}"
    return words[:1].upper() + words[1:].rstrip(".") + "."


def _feed_drops(
    stem: str, data: bytes, *, source: Source, where: str, received: datetime, workspace: str, key: str
) -> list[Drop]:
    """A feed's entries. What a feed carries is what was handed in, so the shortest summary is taken for the text."""
    common = {"source": source, "where": where, "received": received, "workspace": workspace}
    try:
        feed = entries_of(data)
    except BadDrop as error:
        record = {"id": stem, "body": decode_page(data[:SHOWN]), "problem": str(error)}
        return [_drop(record, **common, key=key)]
    if not feed.entries:
        return [_drop({"id": stem, "body": "", "problem": "is a feed without items"}, **common, key=key)]
    keys = [f"{key}#{n}" if len(feed.entries) > 1 else key for n in range(1, len(feed.entries) + 1)]
    return [
        entry_drop(
            entry, feed, least=1, source=source, where=where, received=received, workspace=workspace, key=entry_key
        )
        for entry, entry_key in zip(feed.entries, keys, strict=True)
    ]
