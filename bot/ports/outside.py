"""What the newsroom needs from outside besides the store: the time, and the network."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from bot.shapes import Drop, FeedAnswer, Page


class Clock(Protocol):
    """The time, handed in so that a test can set it."""

    def __call__(self) -> datetime:
        """Now, aware, in UTC."""
        ...


class Fetcher(Protocol):
    """Gets what a drop refers to."""

    def page(self, url: str) -> Page:
        """The document at a public address. Raises FetchRefused with words for a person."""
        ...

    def contents(self, drop: Drop) -> list[Drop]:
        """The drops that a reference stands for: the page behind a link, the one or many drops in an
        uploaded file. One that is the reference itself keeps its key; parts have keys of their own,
        made from it. Raises FetchRefused or BadDrop with words for a person."""
        ...

    def feed(self, url: str, etag: str | None = None, modified: str | None = None) -> FeedAnswer:
        """A feed, asked for only if it changed since the answer that carried `etag` and `modified`. Raises
        FetchRefused with words for a person."""
        ...
