"""Word lists typed by hand for reading news prose: what to call a word when no parser is at hand."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a list written as running text."""
    return frozenset(text.split())
