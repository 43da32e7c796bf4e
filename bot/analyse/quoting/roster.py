"""The people of one article by name: who is entered, whom a name or a given name means, what each is called.

"Ashby", "Gen. Ashby" and "Anna Ashby" become one person where the article leaves no doubt; where two people fit,
nobody is chosen.
"""

from __future__ import annotations

from itertools import chain

from bot.analyse.quoting.labels import ordinary
from bot.analyse.quoting.people import Member, Mention, fullness, gender, same_given
from bot.analyse.quoting.persons import holds_body
from bot.analyse.quoting.roles import HONORIFICS, norm, roles_after, roles_before, said_of
from bot.analyse.quoting.runs import Run, fold

_NAMESAKES = 40
"People of one surname who are told apart; no article has more."

_JUST_BEFORE = 600
"Characters within which somebody just spoken of is meant by a surname or an office that two people share."


class Roster:
    """The people of one article and where they are named, as far as they have been entered."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.members: dict[str, list[Member]] = {}
        "folded surname -> the people of it"
        self.mentions: list[Mention] = []
        self._roles_at: dict[int, set[str]] = {}
        self._initials: dict[str, list[Member]] = {}
        self._given: dict[str, list[Member]] = {}
        self._middle: dict[str, list[Member]] = {}
        "names between the first and the last: 'Lopez' of 'Maria Lopez Garcia'"

    def enter(self, run: Run) -> Member:
        """The person of a name, new where nobody known can bear it."""
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
        member.roles |= self.roles_of(run)
        member.gender = member.gender or gender(given, run.titles, said_of(self.text, run.start, run.end))
        return member

    def called(self, phrase: str) -> Member | None:
        """'Anna', where one person of the article is called so: families and children are told apart by it."""
        if " " in phrase or not phrase.istitle():
            return None
        called = self.all_called(fold(phrase))
        return called[0] if len(called) == 1 else None

    def all_called(self, low: str) -> list[Member]:
        """Everybody with a given name, or with a name between it and the surname; `low` is folded."""
        return self._given.get(low) or (self._middle.get(low, []) if len(low) > 2 else [])

    def of_initials(self, letters: str) -> Member | None:
        """The one person whose initials these are: 'AA' in an interview with Anna Ashby."""
        if not self._initials:
            for member in chain.from_iterable(self.members.values()):
                self._initials.setdefault("".join(word[0] for word in (*member.given, member.surname)), []).append(
                    member
                )
        found = self._initials.get(letters.lower(), [])
        return found[0] if len(found) == 1 else None

    def shortened(self, given: str, initial: str) -> Member | None:
        """'Anna A.', the one Anna whose surname begins so."""
        found = [member for member in self.all_called(fold(given)) if _begins(member.surname, initial.lower())]
        return found[0] if len(found) == 1 else None

    def under(self, run: Run) -> Member | None:
        """Whom a label names: somebody known, or a newcomer where it has a given name or a title."""
        known = self.find(run)
        if known is None and run.name and not holds_body(run.name) and run.surname not in self.members:
            known = self.enter(run)
        if known and fullness(run.given) > fullness(known.given):
            known.given, known.full = run.given, " ".join(run.name)
        return known

    def find(self, run: Run) -> Member | None:
        """Who is named, where only one can be: by given name, by 'Mr' and 'Mrs', by what they are called."""
        known, given = self.members.get(run.surname), run.given
        if not known:
            return None
        called = gender((), run.titles, set())
        fitting = [m for m in known[-_NAMESAKES:] if same_given(m.given, given) and (not called or m.may_be(called))]
        fitting = [m for m in fitting if called and m.gender == called] or fitting
        if len(fitting) > 1:
            fitting = [m for m in fitting if self.roles_of(run) & m.roles] or self._latest(fitting, run.start)
        if len(fitting) == 1 and not given and _of_other_rank(run, fitting[0]):
            return None
        return fitting[0] if len(fitting) == 1 else None

    def _latest(self, members: list[Member], before: int) -> list[Member]:
        """Of people with one surname, the one spoken of just before; nobody where that is unclear."""
        near = [m.member for m in self.mentions[-3:] if m.member in members and before - m.end < _JUST_BEFORE]
        return near[-1:] if near and all(member is near[-1] for member in near) else []

    def roles_of(self, run: Run) -> set[str]:
        """What the article calls who is named there, in normal form."""
        if run.start not in self._roles_at:
            titles = {norm(word) for word in run.titles}
            self._roles_at[run.start] = titles | self._described_as(run)
        return self._roles_at[run.start]

    def _described_as(self, run: Run) -> set[str]:
        return roles_before(self.text, run.start) | roles_after(self.text, run.end)


def _begins(surname: str, initial: str) -> bool:
    return len(surname) > 1 and surname.startswith(initial)


def _shown(run: Run) -> str:
    """A name as it is written, in ordinary letters where it is all capitals: 'ANNA ASHBY' in a caption."""
    name = " ".join(run.name)
    return ordinary(name) if name.isupper() and len(run.name) > 1 and max(map(len, run.name)) > 3 else name


def _of_other_rank(run: Run, member: Member) -> bool:
    """'Supt Marsh' is not the Marsh whom the article calls 'Mr Marsh'."""
    ranks = {norm(word) for word in run.titles} - HONORIFICS
    return bool(ranks) and bool(member.roles & HONORIFICS) and not ranks & member.roles
