"""Says with whom a description goes on that no name was tied to: 'the mayor', 'the plucky gran', 'her husband'."""

from __future__ import annotations

from bot.analyse.quoting.bridging import (
    BY_AGE,
    BY_OFFICE,
    OF_FIRM,
    OF_PLACE,
    RELATIVE,
    bridge,
    fits,
    has_office,
    is_chair,
    is_of_place,
    relation,
    relative,
    was_called,
)
from bot.analyse.quoting.cast import Cast
from bot.analyse.quoting.discourse import PRONOUNS, Discourse, is_lone
from bot.analyse.quoting.epithets import is_firm, is_kind_of_people, may_be_firm
from bot.analyse.quoting.kin import KIN
from bot.analyse.quoting.people import Member, Who
from bot.analyse.quoting.roles import norm
from bot.analyse.quoting.runs import fold
from bot.shapes import Span

UNTOLD = 0.82
"'The mayor' or 'her husband', where the article never says who that is."

_LATELY, _JUST_NOW = 3, 2
"Sentences in which somebody spoken of may go on as 'the mayor', and as 'the Ellery senator'."


class Descriptions:
    """Ties the descriptions of one article to whom its text spoke of last; likely, never sure."""

    def __init__(self, text: str, cast: Cast, spoken_of: Discourse) -> None:
        self.text = text
        self.cast = cast
        self.spoken_of = spoken_of

    def tied(self, who: Who | None, span: Span, is_inside: bool) -> Who | None:
        """A source as it was resolved, or the person with whom its description goes on.

        Nobody speaks of themselves so in their own words (`is_inside`).
        """
        if who is None or who.kind != "unnamed" or is_inside:
            return who
        said = self.text[span[0] : span[1]].split()
        low = [word.lower() for word in said]
        if who.name.lower() not in " ".join(low):
            return who  # 'the official', met before as 'a senior official'
        if is_firm(low) and (firm := self._firm()):
            return firm
        if kin := relation(low):
            return self._relative(low[0], kin, span) or who._replace(sure=min(who.sure, UNTOLD))
        if is_kind_of_people(said):
            return self._bridged(low, span[0]) or who
        if said[-1][0].isupper():
            return who  # 'The Ellery Leader' is a paper
        if is_of_place(said) and (local := self._of_place(low[-1])):
            return local
        if is_chair(low):
            return self._in_office(low[-1], who)
        return self._bridged(low, span[0]) or who

    def relative_of(self, name: str, kin: str) -> str | None:
        """Who is somebody's husband, uncle or sister, where only one of the surname can be."""
        family = self.cast.members.get(fold(name.split()[-1]), []) if kin in KIN else []
        owner = next((member for member in family if member.full == name), None)
        member = relative(owner, kin, family) if owner else None
        return member.full if member else None

    def _relative(self, owner: str, kin: str, span: Span) -> Who | None:
        whose = self.spoken_of.meant(owner, span)[0] if owner in PRONOUNS else None
        if whose is None or whose.member is None:
            return None
        member = relative(whose.member, kin, self.cast.members.get(whose.member.surname, []))
        return _likely(member, RELATIVE) if member else None

    def _firm(self) -> Who | None:
        """Which institution 'the company' goes on with: the last one spoken of, if it is no public one."""
        topic = self.spoken_of.body
        if topic is None or topic.who.member or not may_be_firm(topic.who.name):
            return None
        return topic.who._replace(sure=OF_FIRM)

    def _of_place(self, noun: str) -> Who | None:
        """'The Ellery senator', where a senator was spoken of just now and nothing else tells where from."""
        member = next((who.member for who in reversed(self.spoken_of.within(_JUST_NOW))), None)
        return _likely(member, OF_PLACE) if member and norm(noun) in member.roles else None

    def _in_office(self, noun: str, who: Who) -> Who | None:
        """The only one spoken of lately whom the article calls nothing: whom else should 'the mayor' mean?

        Nobody where it may be one of several, and the office alone where there is no such person.
        """
        unexplained = [other for other in self.spoken_of.within(_LATELY) if _is_unexplained(other)]
        if not unexplained:
            return who._replace(sure=min(who.sure, UNTOLD))
        first = self.cast.first_at(unexplained[0].member)
        if len(unexplained) > 1 or was_called(self.text, noun, first):
            return None
        return unexplained[0]._replace(sure=BY_OFFICE)

    def _bridged(self, low: list[str], start: int) -> Who | None:
        """Who was named right before 'the plucky gran', or whom the sentence before 'the 74-year-old' was about."""
        sure = bridge(self.text, low, start)
        if not sure:
            return None
        latest = self.spoken_of.latest
        member = latest.who.member if sure == BY_AGE and latest else self.spoken_of.named_last
        return _likely(member, sure) if member and fits(low, member) else None


def _is_unexplained(who: Who) -> bool:
    return not has_office(who.member) if who.member else is_lone(who)


def _likely(member: Member, sure: float) -> Who:
    return Who(member.full, "person", sure, member)
