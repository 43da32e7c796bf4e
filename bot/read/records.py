"""Drops as JSON: one object, a list of them, or JSON Lines. A broken line never costs the others."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from bot.read.dates import parse_time
from bot.read.decode import decode_text, storable

Record = dict[str, Any]
"""A drop's fields as far as they could be read, and `problem` where they could not all be."""

SHOWN = 100_000
"How much of a body that is refused is kept, in characters: enough to see what it was."

TEXTS = ("outlet", "title", "url", "text", "html")


def from_document(data: bytes, name: str) -> list[Record]:
    """The drops in one JSON document. JSON Lines under a `.json` name are taken as what they are."""
    text, problem = decode_text(data)
    try:
        value = _parsed(text)
    except ValueError as error:
        if _first_line_parses(text):
            return from_lines(data, name)
        return [{"id": name, "body": text[:SHOWN], "problem": problem or f"is not JSON: {error}"}]
    values = value if isinstance(value, list) else [value]
    if not values:
        return [{"id": name, "body": "", "problem": "is an empty list: it holds no drop"}]
    many = len(values) > 1
    return [_record(value, f"{name}#{n}" if many else name, problem) for n, value in enumerate(values, 1)]


def from_lines(data: bytes, name: str) -> list[Record]:
    """The drops in JSON Lines, one a line; blank lines are passed over."""
    lines = list(_lines(data))
    records = [_line(line, n, name if len(lines) == 1 else f"{name}#{n}") for n, line in lines]
    return records or [{"id": name, "body": "", "problem": "is empty: it holds no drop"}]


def _lines(data: bytes) -> Iterator[tuple[int, bytes]]:
    # Only a line feed ends a line: JSON strings may hold the other Unicode line ends as they are.
    for n, line in enumerate(data.split(b"\n"), 1):
        if line.strip(b" \t\r\xef\xbb\xbf"):
            yield n, line


def _line(line: bytes, n: int, name: str) -> Record:
    text, problem = decode_text(line)
    try:
        value = _parsed(text)
    except ValueError as error:
        words = f"line {n} {problem}" if problem else f"line {n} is not JSON: {error}"
        return {"id": name, "body": text[:SHOWN], "problem": words}
    return _record(value, name, f"line {n} {problem}" if problem else None)


def _parsed(text: str) -> Any:
    """A JSON value. Raises ValueError in words for a person."""
    try:
        return json.loads(text.strip("\ufeff \t\r\n"))
    except json.JSONDecodeError as error:
        what = error.msg[:1].lower() + error.msg[1:].removesuffix(" at")
        raise ValueError(f"{what} at character {error.pos + 1}") from error
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error
    except ValueError as error:  # Python reads no integer of thousands of digits
        raise ValueError("it holds a number of too many digits") from error


def _first_line_parses(text: str) -> bool:
    first, _, rest = text.strip("\ufeff \t\r\n").partition("\n")
    try:
        return bool(rest) and isinstance(_parsed(first), dict)
    except ValueError:
        return False


def _record(value: Any, name: str, problem: str | None) -> Record:
    """One drop's fields, its id defaulting to `name`. The first thing wrong with it becomes its problem."""
    if not isinstance(value, dict):
        words = f'is {_kind(value)} where a drop should be an object with "text" or "html"'
        return {"id": name, "body": storable(json.dumps(value))[:SHOWN], "problem": words}
    record, problems = _texts(value)
    html = not record.get("text") and record.get("html")
    body = record.pop("html", None) if html else record.pop("text", None)
    record = {field: record.get(field) or None for field in ("outlet", "title", "url")}
    record |= {"id": _id(value, name), "media": "html" if html else "text", "body": body or ""}
    record["published"] = _published(value, problems)
    if not body and not problems:
        problems.append('has neither "text" nor "html"' if body is None else "is empty: it has no text")
    record["problem"] = next(iter([*([problem] if problem else []), *problems]), None)
    return record


def _texts(value: Record) -> tuple[Record, list[str]]:
    record: Record = {}
    problems = []
    for field in TEXTS:
        given = value.get(field)
        if isinstance(given, str):
            record[field] = storable(given)
        elif given is not None:
            problems.append(f'has {_kind(given)} as its "{field}", which must be text')
    return record, problems


def _id(value: Record, name: str) -> str:
    given = value.get("id")
    if isinstance(given, int) and not isinstance(given, bool):
        return str(given)
    return storable(given).strip() or name if isinstance(given, str) else name


def _published(value: Record, problems: list[str]) -> datetime | None:
    given = value.get("published")
    if given is None or given == "":
        return None
    try:
        return parse_time(given) if isinstance(given, str) else _refuse(given)
    except (ValueError, TypeError, IndexError):
        shown = json.dumps(given, ensure_ascii=False)[:80]
        problems.append(f'has {storable(shown)} as its "published", which must be a time like "2026-11-24T09:30:00Z"')
        return None


def _refuse(given: object) -> datetime:
    raise ValueError(f"{given!r:.80} is no time")


def _kind(value: object) -> str:
    if value is None:
        return "null"
    kinds = {bool: "true or false", int: "a number", float: "a number", str: "text", list: "a list", dict: "an object"}
    return kinds[type(value)]
