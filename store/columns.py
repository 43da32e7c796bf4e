"""The kinds of columns the tables are made of: what both databases keep alike, whatever comes from outside.

A Key is looked up: it is clipped, because PostgreSQL refuses an index entry beyond 2,704 bytes and guids, addresses
and headlines from outside may be longer. Long texts are Packed: SQLite keeps them as they are given, and a story's
claims repeat its sentences, so they take a third of the room.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, DateTime, Dialect, Integer, LargeBinary, Text, TypeDecorator

# Three keys and a workspace's id in one index stay under PostgreSQL's 2,704 bytes.
KEY_BYTES = 700

# PostgreSQL keeps no NUL, UTF-8 no lone surrogate. Each becomes one character, so offsets stay true.
_UNKEPT = {0: "�", **dict.fromkeys(range(0xD800, 0xE000), "�")}


class Words(TypeDecorator[str]):
    """Text from outside: characters that no database keeps become U+FFFD, on both databases alike."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else value.translate(_UNKEPT)


class Key(TypeDecorator[str]):
    """Text that is looked up by equality. A long one keeps its beginning and gets a digest of the whole."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else clip(value)


def clip(value: str) -> str:
    """The key that stands for a text; a clipped one is its own key."""
    kept = value.translate(_UNKEPT)
    whole = kept.encode()
    if len(whole) <= KEY_BYTES:
        return kept
    digest = hashlib.sha256(whole).hexdigest()
    return f"{whole[: KEY_BYTES - len(digest) - 1].decode(errors='ignore')}#{digest}"


class Packed(TypeDecorator[str]):
    """A long text, as a zlib stream (RFC 1950) of its UTF-8."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:
        return None if value is None else zlib.compress(value.translate(_UNKEPT).encode())

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> str | None:
        return None if value is None else zlib.decompress(value).decode()


class PackedData(TypeDecorator[Any]):
    """What JSON can say, packed as a long text is."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> bytes | None:
        return None if value is None else zlib.compress(json.dumps(value).encode())

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> Any:
        return None if value is None else json.loads(zlib.decompress(value))


class Utc(TypeDecorator[datetime]):
    """An aware time; it comes back aware and in UTC from both databases. A naive one is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without a time zone")
        try:
            return value.astimezone(UTC)
        except OverflowError:  # a feed's year 1 or 9999, within hours of the calendar's ends
            return value.replace(tzinfo=UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


Number = BigInteger().with_variant(Integer, "sqlite")
"SQLite counts up only a column that is INTEGER."

Data = JSON(none_as_null=True)
