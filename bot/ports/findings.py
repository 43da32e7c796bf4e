"""What the store promises of people, of what they said, and of what contradicts it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from bot.shapes import (
    Bearer,
    Claim,
    Conflict,
    ConflictKind,
    ConflictStatus,
    Heard,
    Judgement,
    Office,
    Person,
    Quote,
    QuoteReport,
    Version,
)


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

    def bearers(
        self,
        workspace: str,
        role: str | None = None,
        person: str | None = None,
        among: Collection[str] | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
    ) -> list[Bearer]:
        """Who was in an office of this role, or which offices somebody was in; `among` the people of these ids, by what
        reports between `since` and `until` say. Of many the latest few hundred."""
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
