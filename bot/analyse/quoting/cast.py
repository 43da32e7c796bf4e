"""Who is who in one article: collects the people it names, and what it calls them.

"Ashby", "Gen. Ashby", "the general" and "Anna Ashby" become one person where the article leaves no doubt; where two
people fit, nobody is chosen.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from bot.analyse.quoting.kin import KIN, family_before, has_owner, kin_before, kin_gender
from bot.analyse.quoting.labels import ordinary
from bot.analyse.quoting.people import HONORIFICS, Member, Mention, Who, fullness, gender, learn_genders, same_given
from bot.analyse.quoting.persons import holds_body, is_introduced, is_person, is_ship, may_be_person, names_team
from bot.analyse.quoting.roles import norm, roles_after, roles_before
from bot.analyse.quoting.runs import Run, fold, is_given, runs, surnamed
from bot.analyse.quoting.titles import PLACES, TITLES

_NAMESAKES = 40
"People of one surname who are told apart; no article has more."

_JUST_BEFORE = 600
"Characters within which somebody just spoken of is meant by a surname or an office that two people share."


_KIN_NEAR = 60
"Characters between somebody and 'her brother Colin'."

_NICKNAMED = {(f" {opening}", f"{closing} ") for opening, closing in ("“”", "‘’", '""', "''")}


class Cast:
    """The people of one article."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.members: dict[str, list[Member]] = {}
        self.mentions: list[Mention] = []
        self._roles_at: dict[int, set[str]] = {}
        self._first: dict[int, int] = {}
        self._given: dict[str, list[Member]] = {}
        self._middle: dict[str, list[Member]] = {}
        "names between the first and the last: 'Lopez' of 'Maria Lopez Garcia'"
        found = [run for run in runs(text) if run.plain and not (run.titles and is_ship(text, run))]
        teams = {run.surname for run in found if names_team(text, run.end)}
        alone = {run.surname for run in found if len(run.name) == 1}
        self._collect([run for run in found if len(run.name) >= 2], alone, teams)
        self._enter_joined(found)
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

    def called(self, phrase: str) -> Member | None:
        """'Anna', where one person of the article is called so: families and children are told apart by it."""
        if " " in phrase or not phrase.istitle():
            return None
        called = self._called(fold(phrase))
        return called[0] if len(called) == 1 else None

    def under(self, run: Run) -> Member | None:
        """Whom a label names: somebody known, or a newcomer where it has a given name or a title."""
        known = self._find(run)
        if known is None and run.name and not holds_body(run.name) and run.surname not in self.members:
            known = self.enter(run)
        if known and fullness(run.given) > fullness(known.given):
            known.given, known.full = run.given, " ".join(run.name)
        return known

    # --- collecting ------------------------------------------------------------------------

    def _collect(self, found: list[Run], alone: set[str], teams: set[str]) -> None:
        """Enters who is surely a person, then who may be one and shares no surname with them: 'Wow Marsh' is nobody."""
        unsure = []
        for run in found:
            if is_person(self.text, run, self._roles, teams):
                self.enter(run)
            else:
                unsure.append(run)
        sure = set(self.members)
        for run in unsure:
            is_new = run.surname not in sure and may_be_person(self.text, run, alone, teams)
            if is_new or (run.surname not in teams and is_introduced(self.text, run)):
                self.enter(run)

    def enter(self, run: Run) -> Member:
        surname, given = run.surname, run.given
        for member in self.members.get(surname, [])[-_NAMESAKES:]:
            if same_given(member.given, given):
                if fullness(given) > fullness(member.given):
                    member.given, member.full = given, _shown(run)
                break
        else:
            member = Member(_shown(run), surname, given)
            self.members.setdefault(surname, []).append(member)
            if given:
                self._given.setdefault(given[0], []).append(member)
            for middle in given[1:]:
                self._middle.setdefault(middle, []).append(member)
        member.roles |= self._roles(run)
        member.gender = member.gender or gender(given, run.titles, member.roles)
        return member

    def _mention_all(self, found: list[Run]) -> None:
        """Finds who is named in each run: full names first, that 'Mr' may tell two of a surname apart after."""
        for run in found:
            if run.titles or run.surname in self.members:
                self._mention(run)
            elif len(run.name) == 1:
                self._mention_given(run)

    def _mention(self, run: Run) -> None:
        member = self._find(run)
        if member is None and len(run.name) == 1 and run.titles:
            member = self._titled(run)
        if member is not None:
            member.roles |= self._roles(run)
            member.gender = member.gender or gender((), run.titles, set())
            self.mentions.append(Mention(run.start, run.end, member))

    def _titled(self, run: Run) -> Member | None:
        """'Judge Marsh', whose given name the article does not tell; 'Hubby Colin', who has no surname."""
        called = self._given.get(run.surname, [])
        if called or holds_body(run.name) or run.surname in self.members:
            return called[0] if len(called) == 1 else None
        title = fold(run.titles[-1])
        member = self.enter(run) if title in TITLES or title in KIN or is_given(run.name[0]) else None
        if member is not None:
            member.gender = member.gender or kin_gender(title)
        return member

    def _mention_given(self, run: Run) -> None:
        """'Anna' alone, who has a surname elsewhere in the article; 'her husband Colin', who has none."""
        called = self._called(run.surname)
        if len(called) == 1 and not holds_body(run.name) and run.surname not in PLACES:
            self.mentions.append(Mention(run.start, run.end, called[0]))
        elif not called and (relation := kin_before(self.text, run.start)):
            family = family_before(self.text, run.start, relation)
            known = self.members.get(family, [])
            member = self.enter(surnamed(run, known[0].full.split()[-1]) if known else run)
            member.gender = member.gender or kin_gender(relation)
            near = self.mentions[-1] if self.mentions and run.start - self.mentions[-1].end < _KIN_NEAR else None
            if near and near.member is not member and has_owner(self.text, run.start, relation):
                member.kin = near.member
            self.mentions.append(Mention(run.start, run.end, member))

    def _called(self, low: str) -> list[Member]:
        return self._given.get(low) or (self._middle.get(low, []) if len(low) > 2 else [])

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

    def _find(self, run: Run) -> Member | None:
        known, given = self.members.get(run.surname), run.given
        if not known:
            return None
        called = gender((), run.titles, set())
        fitting = [m for m in known[-_NAMESAKES:] if same_given(m.given, given) and (not called or m.may_be(called))]
        fitting = [m for m in fitting if called and m.gender == called] or fitting
        if len(fitting) > 1:
            fitting = [m for m in fitting if self._roles(run) & m.roles] or self._latest(fitting, run.start)
        if len(fitting) == 1 and not given and _of_other_rank(run, fitting[0]):
            return None
        return fitting[0] if len(fitting) == 1 else None

    def _latest(self, members: list[Member], before: int) -> list[Member]:
        """Of people with one surname, the one spoken of just before; nobody where that is unclear."""
        near = [m.member for m in self.mentions[-3:] if m.member in members and before - m.end < _JUST_BEFORE]
        return near[-1:] if near and all(member is near[-1] for member in near) else []

    def _roles(self, run: Run) -> set[str]:
        if run.start not in self._roles_at:
            titles = {norm(word) for word in run.titles}
            self._roles_at[run.start] = titles | self._described_as(run)
        return self._roles_at[run.start]

    def _described_as(self, run: Run) -> set[str]:
        return roles_before(self.text, run.start) | roles_after(self.text, run.end)


def _shown(run: Run) -> str:
    """A name as it is written, in ordinary letters where it is all capitals: 'ANNA ASHBY' in a caption."""
    name = " ".join(run.name)
    return ordinary(name) if name.isupper() and len(run.name) > 1 and max(map(len, run.name)) > 3 else name


def _of_other_rank(run: Run, member: Member) -> bool:
    """'Supt Marsh' is not the Marsh whom the article calls 'Mr Marsh'."""
    ranks = {norm(word) for word in run.titles} - HONORIFICS
    return bool(ranks) and bool(member.roles & HONORIFICS) and not ranks & member.roles
