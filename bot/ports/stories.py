"""What the store promises of stories, and of what is decided about them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from bot.shapes import Account, Decision, KnownStory, Pair, Profile, Story, StorySheet


class Stories(Protocol):
    """Stories and the postings that find them."""

    def story_candidates(self, workspace: str, profile: Profile, limit: int = 20) -> list[KnownStory]:
        """Stories that share the most telling terms, best first: of the many articles with a term the newest are
        looked at. `members` are the profiles of their latest articles, the latest first, and `terms` their sum. Terms
        match as exact strings."""
        ...

    def term_counts(self, workspace: str, terms: Sequence[str]) -> tuple[int, dict[str, int]]:
        """How many articles are kept, and in how many each term stands."""
        ...

    def open_story(self, workspace: str, slug: str, title: str, first: datetime) -> Story:
        """A new story; the slug is made unique in its workspace by a number where it must be."""
        ...

    def story(self, workspace: str, ref: str) -> Story | None:
        """By id, or by slug. Where it was merged into another story, that one; so does every method that is given a
        story's id to read one story."""
        ...

    def former_story(self, workspace: str, story: str) -> Story | None:
        """A story that was merged into another, as it was called, by its own id; None where it is a story."""
        ...

    def known_story(self, workspace: str, story: str) -> KnownStory | None:
        """A story as `story_candidates` returns it, by id."""
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


class Decisions(Protocol):
    """What was asked and decided about which reports belong in which story; people have the last word."""

    def decide_story(self, workspace: str, decision: Decision, said: Sequence[Pair] = ()) -> Decision:
        """Keeps a decision, or with the id of a question its answer, and the pairs of articles it says are of one event
        or of two. One that is `done` moves the articles: a merge all of `other` to `story`, a move its article with the
        copies of it; quotes, utterances, conflicts and mutes go along, and conflicts whose sides are parted are
        resolved. A story left without articles is part of where they went. Raises UserError where the article is not
        kept."""
        ...

    def undo_decision(self, workspace: str, decision: str, by: str | None, at: datetime) -> Decision:
        """As it was before: every article it moved that has not been moved on, and the copies of those that came since.
        A question is open again. Raises UserError where there is nothing to undo."""
        ...

    def decision(self, workspace: str, decision: str) -> Decision | None: ...

    def decisions(self, workspace: str, story: str) -> list[Decision]:
        """Those that concern a story, oldest first."""
        ...

    def moved_by(self, workspace: str, decision: str) -> list[str]:
        """The articles that a decision moved."""
        ...

    def objections(self, workspace: str, going: Collection[str], story: str) -> list[Pair]:
        """What people said against these articles going to a story: that one of them is not of one event with one that
        is there, or is of one event with one that stays behind."""
        ...

    def pairs(self, workspace: str, since: datetime | None = None) -> list[Pair]:
        """What people said of pairs of articles, in the order they said it; of each two the last that stands."""
        ...
