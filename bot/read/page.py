"""What a page turned out to hold. Apart from its reader, which takes long to load and is not needed for plain text."""

from __future__ import annotations

from datetime import datetime

from bot.shapes import Shape


class Page(Shape):
    """A page that has been read; `text` is None where there was nothing to read."""

    text: str | None
    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    published: datetime | None = None
    modified: datetime | None = None
    links: tuple[str, ...] = ()
    "its own address as it gives it, in each place where it does, the most telling first"
    signs_in: bool = False
    "whether it asks for a password"
