"""Ids as the program speaks them (`a12`) and as the tables count them (12)."""

from __future__ import annotations

import re
from typing import Literal

Prefix = Literal["a", "v", "s", "c", "p", "u", "q", "f", "d"]

# 18 digits always fit the databases' 64 bits.
_ID = re.compile(r"([a-z])([1-9][0-9]{0,17})", re.ASCII)


def number(prefix: Prefix, ref: str) -> int | None:
    """The row an id names; None where the text is not such an id."""
    found = _ID.fullmatch(ref)
    return int(found[2]) if found and found[1] == prefix else None


def spelled(prefix: Prefix, row: int) -> str:
    return f"{prefix}{row}"


def spelled_if(prefix: Prefix, row: int | None) -> str | None:
    return None if row is None else spelled(prefix, row)
