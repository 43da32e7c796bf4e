"""What the newsroom's reasoning needs from outside. `store/` keeps these promises, `handlers/` the rest.

Every method of Store is bounded by a workspace. Each runs in a transaction of its own, or in the one
opened by `with store.transaction(workspace):` around it in the same thread. That block is exclusive: two of
them on one workspace never overlap, whatever process they are in, so a decision made from what was
read inside it still holds when it is written. It is kept whole or, where it ends with an error, not at all.

A ref that names nothing, however strange, finds nothing: None or an empty list. Ids are those of bot.shapes.
Where the database fails, every method raises StoreError.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol

from bot.shapes import (
    Account,
    Article,
    Bearer,
    Channel,
    Claim,
    Conflict,
    ConflictKind,
    ConflictStatus,
    Drop,
    Feed,
    FeedAnswer,
    Fingerprint,
    Heard,
    Judgement,
    Known,
    KnownStory,
    Match,
    Notice,
    Office,
    Outcome,
    Page,
    Person,
    Posting,
    Profile,
    Quote,
    QuoteReport,
    Report,
    Story,
    StorySheet,
    Version,
)


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
        """Articles that may be the same text: same exact hash, a shared band, same outlet and canonical
        address, or same outlet and same title words. Most shared bands first. Bands, address and title are those of the
        latest version; an earlier version is found by its exact hash, and is then the one that is returned."""
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
        self, workspace: str, article: str, report: Report, print_: Fingerprint, profile: Profile, seen: datetime
    ) -> Version:
        """A later version of an article; it becomes the one that is compared and shown."""
        ...

    def article(self, workspace: str, ref: str) -> Article | None:
        """By id, by any address it was seen at, or by the id its drop had."""
        ...

    def articles(self, workspace: str, since: datetime | None = None, until: datetime | None = None) -> list[Article]:
        """In the order they came; times are those of arrival, `until` is outside."""
        ...

    def versions(self, workspace: str, article: str) -> list[Version]:
        """Oldest first."""
        ...

    def version(self, workspace: str, version: str) -> Version | None: ...


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


class People(Protocol):
    """People and bodies that are quoted, who is the same as whom, and who held which office when.

    Where two were decided to be one, every method means both by the id of either; the one returned is the earlier.
    """

    def people(self, workspace: str, called: str | None = None) -> list[Person]:
        """Those with a name whose surname sounds like this one's, or everybody."""
        ...

    def person(self, workspace: str, person: str) -> Person | None:
        """By id; whom they are the same as where that was decided."""
        ...

    def add_person(self, workspace: str, name: str, named: str, article: str | None = None) -> Person:
        """`article`: where the name was first seen."""
        ...

    def add_name(self, workspace: str, person: str, name: str, article: str | None = None) -> None:
        """Another name of theirs; the fullest becomes the one shown. Raises StoreError where nobody has this id."""
        ...

    def story_people(self, workspace: str, story: str) -> list[Person]:
        """Those who are quoted in a story's articles."""
        ...

    def judge_people(self, workspace: str, judgement: Judgement) -> None:
        """Keeps what was decided about two people in place of what was decided before; those who are the same are one
        from then on. Raises UserError where one is not kept."""
        ...

    def forget_judgement(self, workspace: str, one: str, other: str) -> None:
        """As if nothing had been decided about them."""
        ...

    def judgements(self, workspace: str, person: str) -> list[Judgement]:
        """What was decided about somebody, and about whom they are the same as; oldest first."""
        ...

    def unlike(self, workspace: str, person: str) -> set[str]:
        """The ids of those who were decided not to be this person."""
        ...

    def split_person(
        self, workspace: str, person: str, by: str, at: datetime, name: str | None = None, story: str | None = None
    ) -> Person:
        """Somebody new, to whom go the quotes that reports give to this person under `name`, or in `story`; decided not
        to be the same. Raises UserError where there are no such quotes."""
        ...

    def keep_office(self, workspace: str, person: str, office: Office, at: datetime, article: str) -> None:
        """That a report published then says somebody is in an office."""
        ...

    def bearers(self, workspace: str, role: str | None = None, person: str | None = None) -> list[Bearer]:
        """Who was in an office of this role, or which offices somebody was in."""
        ...


class Quotes(Protocol):
    """Quotes, and utterances: one thing said, with its reports."""

    def add_findings(
        self, version: Version, workspace: str, quotes: Sequence[tuple[Quote, str | None, str]], claims: Sequence[Claim]
    ) -> None:
        """A version's quotes, each with its person's id and its utterance's id, and its claims. Earlier versions'
        findings stay kept but are no longer found by the other methods."""
        ...

    def heard(self, workspace: str, story: str) -> list[Heard]:
        """The latest quotes of a story, oldest first, each with its utterance; those of earlier versions are among
        them."""
        ...

    def heard_elsewhere(self, workspace: str, story: str, persons: Collection[str], since: datetime) -> list[Heard]:
        """The latest quotes of some people in other stories, oldest first: those told since then."""
        ...

    def open_utterance(self, workspace: str, person: str | None, story: str, text: str) -> str:
        """A new utterance's id."""
        ...

    def quote_reports(
        self,
        workspace: str,
        person: str | None = None,
        story: str | None = None,
        words: Sequence[str] = (),
        since: datetime | None = None,
        outlet: str | None = None,
        utterances: Collection[str] | None = None,
        limit: int = 500,
    ) -> list[QuoteReport]:
        """Quotes of latest versions, newest first by publication. `words`: those that hold any of these words of
        three letters or more, or words spelled nearly like them, the most of them first. `since` is arrival; `outlet`
        is a name however written."""
        ...


class Conflicts(Protocol):
    """Conflicts and what people decided about them."""

    def save_conflict(self, workspace: str, story: str, conflict: Conflict) -> Conflict:
        """Keeps it, or where its story holds its key already, puts the new sides and words in; a status that a
        person gave stays."""
        ...

    def conflicts(
        self, workspace: str, story: str | None = None, status: ConflictStatus | None = None
    ) -> list[Conflict]:
        """Latest first."""
        ...

    def conflict(self, workspace: str, conflict: str) -> Conflict | None: ...

    def judge_conflict(
        self, workspace: str, conflict: str, status: ConflictStatus, by: str, at: datetime, confirmed: bool = False
    ) -> Conflict:
        """What a person decided; kept with their name, and never undone by a machine. Raises UserError where there
        is no such conflict."""
        ...

    def mute_conflicts(self, workspace: str, story: str, kind: ConflictKind, by: str, at: datetime) -> None:
        """No more conflicts of this kind are told of this story. Raises UserError where there is no such story."""
        ...

    def muted_kinds(self, workspace: str, story: str) -> list[str]: ...


class Channels(Protocol):
    """Channel settings."""

    def channel(self, workspace: str, channel: str) -> Channel | None: ...

    def save_channel(self, channel: Channel) -> None: ...

    def channels(self, workspace: str | None = None) -> list[Channel]: ...


class Outbox(Protocol):
    """What is to be told, and what has been."""

    def want(self, notice: Notice, at: datetime) -> None:
        """Asks for a message: a first post where the key is new, an edit where it has been posted."""
        ...

    def due_postings(self, at: datetime, limit: int = 20) -> list[Posting]:
        """Messages of all workspaces that are wanted and not told, oldest first; a reply only once its parent has a
        ts, none that was given up."""
        ...

    def is_teller(self) -> bool:
        """Whether it is this process that posts: one of all that share the store, the first that asks. When it ends,
        the next that asks is."""
        ...

    def begin_posting(self, workspace: str, key: str) -> None:
        """Notes, in a transaction of its own, that Slack is about to be called for a first post. A RuntimeError inside
        another transaction, which would put the note off until after the call."""
        ...

    def told(self, workspace: str, key: str, wanted: int, ts: str) -> None:
        """Slack took it: at `ts`, as of the revision `wanted`."""
        ...

    def put_off(
        self, workspace: str, key: str, until: datetime, error: str, give_up: bool = False, unsure: bool = False
    ) -> None:
        """Slack did not take it: try again later, or never. `unsure`: whether it did is not known (the line
        broke), so the posting stays `sending`."""
        ...

    def posting(self, workspace: str, key: str) -> Posting | None: ...

    def thread_ts(self, workspace: str, posting: Posting) -> str | None:
        """The ts of the thread it belongs in: its own `thread`, or its parent's."""
        ...

    def story_of_thread(self, workspace: str, channel: str, ts: str) -> str | None:
        """The story whose card is at this ts."""
        ...


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


class Events(Protocol):
    """Slack events, which Slack may send again."""

    def first_time(self, workspace: str, event: str, at: datetime) -> bool:
        """Notes an event's id; False where it was noted before."""
        ...

    def forget_events(self, before: datetime) -> int:
        """Forgets what was noted before then, in all workspaces; returns how many."""
        ...


class Store(Drops, Articles, Stories, People, Quotes, Conflicts, Channels, Outbox, Feeds, Events, Protocol):
    """Everything kept."""

    def transaction(self, workspace: str) -> AbstractContextManager[None]: ...

    def close(self) -> None: ...
