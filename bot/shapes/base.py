"""What every shape is."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

Span = tuple[int, int]

LOCAL = "local"
"""The workspace of a one-newsroom installation; the command line and two-token Slack share it."""


class Shape(BaseModel):
    """Frozen, and strict about its fields: a misspelt one is a bug found at once."""

    model_config = ConfigDict(frozen=True, extra="forbid")
