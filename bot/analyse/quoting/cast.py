"""Who is who in one article: finds the people it names, and where it names them."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from bot.analyse.quoting.kin import KIN, family_before, kin_before, kin_gender, owner_before
from bot.analyse.quoting.people import Member, Mention, Who, gender, learn_genders
from bot.analyse.quoting.persons import (
    holds_body,
    is_introduced,
    is_owner,
    is_person,
    is_ship,
    may_be_person,
    names_team,
)
from bot.analyse.quoting.roster import Roster
from bot.analyse.quoting.runs import Run, fold, is_given, lone, runs, surnamed
from bot.analyse.quoting.titles import PLACES, TITLES

_KIN_NEAR = 300
"Characters between somebody and 'her brother Colin'."

_NICKNAMED = {(f" {opening}", f"{closing} ") for opening, closing in ("“”", "‘’", '""', "''")}


class Cast(Roster):
    """The people of one article, found in its text."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._first: dict[int, int] = {}
        named = list(runs(text))
        found = [run for run in named if run.plain and not (run.titles and is_ship(text, run))]
        teams = {run.surname for run in found if names_team(text, run.end)}
        alone = {run.surname for run in found if len(run.name) == 1}
        self._collect([run for run in found if len(run.name) >= 2], alone, teams)
        self._enter_joined(found)
        found = sorted([*found, *self._titles_for_names(named)])
        self._mention_all([run for run in found if len(run.name) > 1])
        learn_genders(text, self.mentions)
        self.mentions = []
        self._mention_all(found)
        learn_genders(text, self.mentions)
        self._shared = {m.full.split()[-1] for known in self.members.values() if len(known) > 1 for m in known}
        self._starts = [mention.start for mention in self.mentions]

    def between(self, start: int, end: int) -> list[Mention]:
        """People named in a stretch of the text."""
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def first(self) -> Who | None:
        """The first person the article names: whom an interview is with."""
        return Who(self.mentions[0].member.full, "person", 0.9, self.mentions[0].member) if self.mentions else None

    def first_at(self, member: Member | None) -> int:
        """Where somebody is named first."""
        if not self._first:
            for mention in reversed(self.mentions):
                self._first[id(mention.member)] = mention.start
        return self._first.get(id(member), 0)

    def is_shared(self, phrase: str) -> bool:
        """Whether a phrase ends on a surname that two people of the article have."""
        return phrase.rpartition(" ")[2] in self._shared

    def _collect(self, found: list[Run], alone: set[str], teams: set[str]) -> None:
        """Enters who is surely a person, then who may be one and shares no surname with them: 'Wow Marsh' is nobody."""
        unsure = []
        for run in found:
            if is_person(self.text, run, self.roles_of, teams):
                self.enter(run)
            else:
                unsure.append(run)
        sure = set(self.members)
        for run in unsure:
            is_new = run.surname not in sure and may_be_person(self.text, run, alone, teams)
            is_kin = run.surname in sure and is_owner(self.text, run)
            if is_new or is_kin or (run.surname not in teams and is_introduced(self.text, run)):
                self.enter(run)

    def _titles_for_names(self, named: list[Run]) -> list[Run]:
        """'King said' of Anna King: a lone title that is somebody's surname, not 'the King'."""
        lone_ones = [
            run for run in named if not run.plain and len(run.titles) == 1 and fold(run.titles[0]) in self.members
        ]
        return [
            lone(run.start, run.titles[0])
            for run in lone_ones
            if not self.text.endswith(("the ", "The "), 0, run.start)
        ]

    def _mention_all(self, found: list[Run]) -> None:
        """Finds who is named in each run: full names first, that 'Mr' may tell two of a surname apart after."""
        for run in found:
            if run.titles or run.surname in self.members:
                self._mention(run)
            elif len(run.name) == 1:
                self._mention_given(run)

    def _mention(self, run: Run) -> None:
        member = self.find(run)
        if member is None and len(run.name) == 1 and run.titles:
            member = self._titled(run)
        if member is not None:
            member.roles |= self.roles_of(run)
            member.gender = member.gender or gender((), run.titles, set())
            self.mentions.append(Mention(run.start, run.end, member))

    def _titled(self, run: Run) -> Member | None:
        """'Judge Marsh', whose given name the article does not tell; 'Hubby Colin', who has no surname."""
        called = self.all_called(run.surname)
        if called or holds_body(run.name) or run.surname in self.members:
            return called[0] if len(called) == 1 else None
        title = fold(run.titles[-1])
        member = self.enter(run) if title in TITLES or title in KIN or is_given(run.name[0]) else None
        if member is not None:
            member.gender = member.gender or kin_gender(title)
        return member

    def _mention_given(self, run: Run) -> None:
        """'Anna' alone, who has a surname elsewhere in the article; 'her husband Colin', who has none."""
        called = self.all_called(run.surname)
        if len(called) == 1 and not holds_body(run.name) and run.surname not in PLACES:
            self.mentions.append(Mention(run.start, run.end, called[0]))
        elif not called and (relation := kin_before(self.text, run.start)):
            self.mentions.append(Mention(run.start, run.end, self._relative(run, relation)))

    def _relative(self, run: Run, relation: str) -> Member:
        """'Colin Marsh’s wife Helen', who shares his name, and 'her nephew Colin', who is hers."""
        owner = family_before(self.text, run.start, relation)
        known = self.members.get(owner, [])
        known = known or (self.all_called(owner) if owner else [])
        member = self.enter(surnamed(run, known[0].full.split()[-1]) if known else run)
        member.gender = member.gender or kin_gender(relation)
        near = self.mentions[-1] if self.mentions and run.start - self.mentions[-1].end < _KIN_NEAR else None
        owner = owner_before(self.text, run.start, relation)
        if near and near.member is not member and owner and near.member.may_be(owner):
            member.kin = near.member
        return member

    def _enter_joined(self, found: list[Run]) -> None:
        """'Anna and Colin Marsh' are two of one surname; 'Anna “Tug” Marsh' is one, with a nickname between."""
        for one, other in pairwise(found):
            is_pair = len(one.name) == 1 and other.given and self.text[one.end : other.start] == " and "
            if is_pair and is_given(one.name[0]) and other.surname in self.members:
                self.enter(surnamed(one, other.name[-1]))
        for one, nick, other in zip(found, found[1:], found[2:], strict=False):
            if len(one.name) == len(other.name) == 1:
                around = self.text[one.end : nick.start], self.text[nick.end : other.start]
                if around in _NICKNAMED:
                    self.enter(surnamed(one, other.name[-1]))
