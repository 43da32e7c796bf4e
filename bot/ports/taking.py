"""What the store promises of drops, of articles with their versions, and of feeds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.shapes import Article, Drop, Feed, Fingerprint, Known, Match, Outcome, Profile, Report, Version


class Drops(Protocol):
    """The inbox."""

    def keep_drop(self, drop: Drop) -> bool:
        """Writes a drop to the inbox; False where its key is there already (nothing is written)."""
        ...

    def refill_drop(self, drop: Drop) -> None:
        """Writes what was fetched for a kept drop: its body, title, outlet, published, url, media, problem."""
        ...

    def drop(self, workspace: str, key: str) -> Drop | None: ...

    def waiting_drops(self, workspace: str | None = None, limit: int = 100) -> list[Drop]:
        """Drops without an outcome, oldest first; of every workspace where none is named."""
        ...

    def finish_drop(self, workspace: str, key: str, outcome: Outcome) -> None:
        """Writes a drop's outcome; once written it never changes."""
        ...

    def outcome(self, workspace: str, key: str) -> Outcome | None: ...


class Articles(Protocol):
    """Articles, their versions and the index that finds their likes."""

    def lookalikes(self, workspace: str, report: Report, print_: Fingerprint, limit: int = 50) -> list[Known]:
        """Articles that may be the same text: same exact hash, bands that speak for it, same outlet and canonical
        address, or same outlet and same title words. What most speaks for first, of equals the oldest.
        Address and title are those of the latest version; an earlier version is found by its exact hash, and is then
        the one that is returned, or by its bands. Of the many articles that share a band the first and the newest are
        looked at."""
        ...

    def add_article(
        self,
        workspace: str,
        story: str,
        report: Report,
        print_: Fingerprint,
        match: Match,
        profile: Profile,
        seen: datetime,
    ) -> Version:
        """A new article with its first version, indexed. Raises StoreError where the story is not kept."""
        ...

    def add_version(
        self,
        workspace: str,
        article: str,
        report: Report,
        print_: Fingerprint,
        profile: Profile,
        seen: datetime,
        match: Match | None = None,
    ) -> Version:
        """A later version of an article; it becomes the one that is compared and shown. `match`: what it is to the
        other article whose text the earlier one was."""
        ...

    def article(self, workspace: str, ref: str) -> Article | None:
        """By id, by any address it was seen at, or by the id its drop had."""
        ...

    def articles(self, workspace: str, since: datetime | None = None, until: datetime | None = None) -> list[Article]:
        """In the order they came; times are those of arrival, `until` is outside."""
        ...

    def keep_touches(self, workspace: str, article: str, stories: Sequence[str]) -> None:
        """That an article is a round-up that speaks of these stories."""
        ...

    def profile(self, workspace: str, article: str) -> Profile | None:
        """What an article's latest version is about."""
        ...

    def versions(self, workspace: str, article: str) -> list[Version]:
        """Oldest first."""
        ...

    def version(self, workspace: str, version: str) -> Version | None: ...


class Feeds(Protocol):
    """Feeds that are polled."""

    def follow_feed(self, workspace: str, url: str, at: datetime) -> Feed:
        """A feed that is due at once, or the one that is followed at this address already."""
        ...

    def unfollow_feed(self, workspace: str, url: str) -> bool:
        """False where it was not followed."""
        ...

    def feeds(self, workspace: str | None = None) -> list[Feed]: ...

    def due_feeds(self, at: datetime) -> list[Feed]:
        """Of all workspaces, the longest overdue first."""
        ...

    def save_feed(self, feed: Feed) -> None:
        """What a poll changed; nothing where the feed is followed no longer."""
        ...
