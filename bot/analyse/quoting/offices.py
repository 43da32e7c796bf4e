"""Descriptions of one article and whom each means: 'the harbour minister', 'the senior official' met before."""

from __future__ import annotations

from bot.analyse.quoting.cast import Cast
from bot.analyse.quoting.grammar import DETERMINERS, PREPOSITIONS
from bot.analyse.quoting.people import Member, Who
from bot.analyse.quoting.phrases import head
from bot.analyse.quoting.roles import norm

_LATELY = 1200
"Characters within which somebody just spoken of is meant by an office that two people share."

_KEPT = 12
"Unnamed sources with one noun that are remembered, so that time stays linear."


class Offices:
    """Finds whom a description means; learns the unnamed sources as they come."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self._by_words: dict[frozenset[str], list[Member]] = {}
        self._unnamed: dict[str, list[str]] = {}

    def met(self, noun: str, name: str) -> None:
        """Remembers an unnamed source."""
        self._unnamed.setdefault(noun, []).append(name)

    def holder(self, low: list[str], start: int) -> Who | None:
        """Whom 'the harbour minister' means (its words without 'the'): a person, or an unnamed source met before."""
        member = self._by_role(low, start)
        if member:
            return Who(member.full, "person", 0.9, member)
        before = self._before(low)
        return Who(before, "unnamed", 0.95) if before else None

    def _by_role(self, low: list[str], start: int) -> Member | None:
        wanted = {norm(word) for word in low if word not in PREPOSITIONS and word not in DETERMINERS}
        fitting = self._bearing(frozenset(wanted))
        if len(fitting) > 1:
            near = self.cast.between(max(0, start - _LATELY), start)
            recent = [m.member for m in near if any(m.member is f for f in fitting)]
            fitting = recent[-1:] if len({id(member) for member in recent}) == 1 else []
        return fitting[0] if fitting else None

    def _bearing(self, wanted: frozenset[str]) -> list[Member]:
        """The people who are called all of these words somewhere in the article."""
        if wanted not in self._by_words:
            everybody = (member for known in self.cast.members.values() for member in known)
            self._by_words[wanted] = [member for member in everybody if wanted <= member.roles]
        return self._by_words[wanted]

    def _before(self, low: list[str]) -> str | None:
        """An unnamed source met before: 'the senior official' after 'a senior customs official'."""
        wanted = set(low)
        for name in reversed(self._unnamed.get(head(low), [])[-_KEPT:]):
            if wanted <= set(name.lower().split()):
                return name
        return None
