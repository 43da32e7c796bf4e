"""What the store promises of stories."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.shapes import Account, KnownStory, Profile, Story, StorySheet


class Stories(Protocol):
    """Stories and the postings that find them."""

    def story_candidates(self, workspace: str, profile: Profile, limit: int = 20) -> list[KnownStory]:
        """Stories that share the most telling terms, best first; `members` are the profiles of their latest
        articles, the latest first. Terms match as exact strings."""
        ...

    def term_counts(self, workspace: str, terms: Sequence[str]) -> tuple[int, dict[str, int]]:
        """How many articles are kept, and in how many each term stands."""
        ...

    def open_story(self, workspace: str, slug: str, title: str, first: datetime) -> Story:
        """A new story; the slug is made unique in its workspace by a number where it must be."""
        ...

    def story(self, workspace: str, ref: str) -> Story | None:
        """By id, or by slug."""
        ...

    def stories(self, workspace: str, since: datetime | None = None, limit: int = 100) -> list[Story]:
        """Those in which an article or a version arrived since then, latest first."""
        ...

    def sheet(self, workspace: str, story: str) -> StorySheet | None:
        """By the story's id. Its quotes: the longest direct ones of named people, one of each."""
        ...

    def accounts(self, workspace: str, story: str) -> list[Account]:
        """What each article of a story claims and quotes in its latest version, oldest first."""
        ...
