"""Rows as the tables' columns keep them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy.dialects import sqlite

from store.tables import metadata

Row = dict[str, Any]
Values = tuple[Any, ...]


def packed(name: str, rows: Sequence[Row]) -> list[Values]:
    """Rows of a table in the order of its columns, as SQLite keeps them; PostgreSQL reads the same by COPY."""
    dialect = sqlite.dialect()
    ways = [
        (column.name, column.type.dialect_impl(dialect).bind_processor(dialect))
        for column in metadata.tables[name].columns
    ]
    return [tuple(_kept(way, row.get(name)) for name, way in ways) for row in rows]


def _kept(way: Callable[[Any], Any] | None, value: Any) -> Any:
    return way(value) if way else value
