"""Whose words: the kept person that a quote's source is, and why where its report does not name them in full.

A name in full is looked for in the whole archive, a surname alone among the people of the story, an office among those
who held it at that time. Nothing here goes against what people decided.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from bot.analyse.names import SURE, best, is_full, is_surname_only
from bot.analyse.offices import clash, may_be_of, office, offices
from bot.ports import Store
from bot.shapes import Bearer, Judgement, Office, Person, Quote

LIKELY_AT_MOST = 0.84
"Whom a report does not name in full is likely, never sure (bot.shapes: sure is .85 and over)."

BY_OFFICE = 0.8
BY_OFFICE_ELSEWHERE = 0.7
"The same of an office, held by one of the story's people, or only in other stories' reports."

TERM = timedelta(days=45)
"So long around the reports that say so somebody is taken to hold an office: weeks go by without one."


MOST_HOLDERS = 20
"Of more, no decision that some are not meant would leave one."

EARLIEST, LATEST = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)


class Identified(NamedTuple):
    """Whom a source is."""

    person: str | None
    at_most: float = 1.0
    "no confidence in it goes beyond this"
    why: str | None = None


NOBODY = Identified(None)


class Identifying:
    """Identifies the sources of one article; who was found once is not looked up again.

    `at` is when its report was published; `article` is where a new name is first seen.
    """

    def __init__(
        self, store: Store, workspace: str, story: str, at: datetime, prose: str = "", article: str | None = None
    ) -> None:
        self.store, self.workspace, self.story = store, workspace, story
        self.at, self.prose, self.article = at, prose, article
        self._found: dict[tuple[str, str], Identified] = {}
        self._people: dict[str, Person] | None = None

    def who(self, quote: Quote) -> Identified:
        """The person or body of a quote; nobody where its source is open."""
        if quote.name is None:
            return NOBODY
        key = (quote.name, quote.named)
        if key not in self._found:
            self._found[key] = self._unnamed(quote.name) if quote.named == "unnamed" else self.named(*key)
        return self._found[key]

    def learn(self) -> None:
        """Keeps which offices the report says its people hold."""
        named = {name: found.person for (name, named), found in self._found.items() if named == "person"}
        for name, told in offices(self.prose, named):
            person = named[name]
            if person and self.article:
                self.store.keep_office(self.workspace, person, told, self.at, self.article)

    # --- by a name -------------------------------------------------------------------------

    def named(self, name: str, named: str) -> Identified:
        """Whoever bears a name, or somebody new."""
        here = [person for person in self._here() if person.named == named]
        known = self._anywhere(name, named, here)
        if known:
            return self._as(self._taken_in(known, name, here), name)
        found, score, why = best(name, here)
        if found:
            return self._as(found, name, *((1.0, None) if score >= SURE else (LIKELY_AT_MOST, why)))
        fresh = self.store.add_person(self.workspace, name, named, self.article)
        self._meet(fresh)
        return Identified(fresh.id)

    def _anywhere(self, name: str, named: str, here: Sequence[Person]) -> Person | None:
        """Whom a full name surely means: one of the story's people, else the one who bears it in the archive."""
        if named != "body" and not is_full(name):
            return None
        everywhere = [person for person in self.store.people(self.workspace, name) if person.named == named]
        elsewhere = best(name, everywhere, SURE)[0]
        return best(name, here, SURE)[0] or (elsewhere if elsewhere and not self._is_other(elsewhere, name) else None)

    def _is_other(self, person: Person, name: str) -> bool:
        """Whether the report calls who bears this name what somebody of that name is not at the time."""
        told = [office for _, office in offices(self.prose, [name])]
        held = [bearer for bearer in self.store.bearers(self.workspace, person=person.id) if self._is_then(bearer)]
        return any(clash(one, bearer.office) for one in told for bearer in held)

    def _taken_in(self, known: Person, name: str, here: Sequence[Person]) -> Person:
        """The story's "Ashby", of whom no report told the given name, is the Ashby who is named in full now."""
        if known.named != "person" or any(person.id == known.id for person in here):
            return known
        unlike = self.store.unlike(self.workspace, known.id)
        bare = [person for person in here if is_surname_only(person, name) and person.id not in unlike]
        if len(bare) == 1 and self._is_new_here(bare[0]):
            same = Judgement(one=bare[0].id, other=known.id, same=True, at=self.at)
            self.store.judge_people(self.workspace, same)
            self._people = None
        return self.store.person(self.workspace, known.id) or known

    def _is_new_here(self, person: Person) -> bool:
        """Whether nobody has decided anything about somebody, and no other story quotes them."""
        said = self.store.quote_reports(self.workspace, person=person.id)
        return not self.store.judgements(self.workspace, person.id) and all(one.story == self.story for one in said)

    def _as(self, person: Person, name: str, at_most: float = 1.0, why: str | None = None) -> Identified:
        self.store.add_name(self.workspace, person.id, name, self.article)
        self._meet(self.store.person(self.workspace, person.id))
        return Identified(person.id, at_most, why)

    # --- without one -----------------------------------------------------------------------

    def _unnamed(self, name: str) -> Identified:
        """Somebody of the story by a surname that the report does not explain, or the holder of an office."""
        told = office(name)
        if told:
            return self._by_office(name, told)
        title, _, surname = name.rpartition(" ")
        rank = office(title)
        if (title and not rank) or not surname.istitle():
            return NOBODY
        here = [person for person in self._here() if person.named == "person"]
        found, _, why = best(name, [person for person in here if self._holds(person, rank)] if rank else here)
        return Identified(found.id, LIKELY_AT_MOST, why) if found else NOBODY

    def _holds(self, person: Person, rank: Office) -> bool:
        """Whether somebody is what stands before a surname: of two Penhales, Supt Penhale."""
        held = self.store.bearers(self.workspace, rank.role, person.id)
        return any(may_be_of(bearer.office, rank) and self._is_then(bearer) for bearer in held)

    def _by_office(self, name: str, told: Office) -> Identified:
        """One alone must have held it then: in this story, or anywhere where it is told of what."""
        for bearers, sure in self._holders(told):
            if len({bearer.person for bearer in bearers}) > MOST_HOLDERS:
                return NOBODY
            holding = [bearer for bearer in bearers if self._may_be(bearer.person, name)]
            persons = {bearer.person for bearer in holding}
            if len(persons) == 1:
                return self._holding(name, persons.pop(), holding, sure)
            if persons:
                return NOBODY
        return NOBODY

    def _holders(self, told: Office) -> Iterator[tuple[list[Bearer], float]]:
        yield self._bearers(told, [person.id for person in self._here()]), BY_OFFICE
        if told.place or " " in told.role:
            yield self._bearers(told), BY_OFFICE_ELSEWHERE

    def _bearers(self, told: Office, among: Sequence[str] | None = None) -> list[Bearer]:
        at = min(max(self.at, EARLIEST + TERM), LATEST - TERM)
        held = self.store.bearers(self.workspace, told.role, among=among, since=at - TERM, until=at + TERM)
        return [bearer for bearer in held if may_be_of(bearer.office, told) and self._is_then(bearer)]

    def _is_then(self, bearer: Bearer) -> bool:
        return bearer.first - TERM <= self.at <= bearer.last + TERM

    def _may_be(self, person: str, name: str) -> bool:
        """Whether nobody has decided that "the harbour master" is somebody else than they."""
        others = (self.store.person(self.workspace, other) for other in self.store.unlike(self.workspace, person))
        return not any(name in (other.name, *other.also) for other in others if other)

    def _holding(self, name: str, person: str, holding: Sequence[Bearer], sure: float) -> Identified:
        found = self.store.person(self.workspace, person)
        seen = [bearer for bearer in holding if bearer.person == person]
        if found is None:
            return NOBODY
        first, last = min(bearer.first for bearer in seen), max(bearer.last for bearer in seen)
        days = _day(first) if first.date() == last.date() else f"{_day(first)} to {_day(last)}"
        return Identified(person, sure, f"“{name}” is taken for {found.name}, who is called so in reports of {days}.")

    def _here(self) -> list[Person]:
        """The story's people, those of this article among them, whose quotes are not written yet."""
        if self._people is None:
            self._people = {person.id: person for person in self.store.story_people(self.workspace, self.story)}
        return list(self._people.values())

    def _meet(self, person: Person | None) -> None:
        """Has somebody among the story's people, as they are kept now."""
        if self._people is not None and person is not None:
            self._people[person.id] = person


def _day(at: datetime) -> str:
    return f"{at.day} {at:%B %Y}"
