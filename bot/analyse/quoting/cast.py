"""Who is who in one article: collects the people it names, what it calls them, and resolves a source to one of them.

"Ashby", "Gen. Ashby", "the general" and "Anna Ashby" become one person where the article leaves no doubt; where two
people fit, nobody is chosen.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from bot.analyse.quoting.grammar import AGENTS, DETERMINERS, PREPOSITIONS, is_agent
from bot.analyse.quoting.titles import (
    BODIES,
    DAYS_AND_MONTHS,
    GIVEN_MEN,
    GIVEN_WOMEN,
    PARTICLES,
    PLACES,
    PORTFOLIOS,
    SUFFIXES,
    TITLES,
)
from bot.analyse.sentences import _STARTERS as STARTERS

Kind = Literal["person", "body", "unnamed"]

_UPPER = r"[^\W\d_a-zß-öø-ÿ]"
_RUN_WORD = (
    rf"(?:(?:{_UPPER}\.)+|(?:Mr|Mrs|Ms|Dr|Prof|Sens?|Reps?|Gov|Gen|Lt|Col|Maj|Capt|Cmdr|Adm|Sgt|Cpl|Brig|Rev|Jr|Sr)\."
    rf"|{_UPPER}[\w-]*(?:’(?!s\b)\w+|'(?!s\b)\w+)*)"
)
_PARTICLE = r"(?:(?:de|van|von|der|den|la|le|du|da|dos|al|el|bin|ibn|ter|di|del|af|av) )"
_RUN = re.compile(rf"(?<![\w’'.])(?:al-|el-)?{_RUN_WORD}(?: {_PARTICLE}{{0,2}}(?:al-|el-)?{_RUN_WORD})*")
_ROLE_BEFORE = re.compile(r"(?:[\w.’'-]+[ ]){1,7}\Z")
_ROLE_AFTER = re.compile(r",[ ]((?:[\w.’'-]+[ ]?){1,9})")
_WINDOW = 90


@dataclass
class Member:
    """One person of the article."""

    full: str
    surname: str
    given: tuple[str, ...]
    roles: set[str] = field(default_factory=set)
    "what the article calls them, word by word in normal form"
    gender: str = ""

    def may_be(self, pronoun: str) -> bool:
        """Whether 'he' or 'she' can mean this person, as far as known."""
        return not self.gender or self.gender == pronoun


class Mention(NamedTuple):
    """A person named at a place."""

    start: int
    end: int
    member: Member


class Who(NamedTuple):
    """A resolved source."""

    name: str
    kind: Kind
    sure: float
    "1 where the text names them there, less where it was inferred"
    member: Member | None = None


@dataclass
class _Run:
    start: int
    end: int
    titles: list[str]
    name: list[str]


class Cast:
    """The people of one article."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.members: dict[str, list[Member]] = {}
        self.mentions: list[Mention] = []
        self._by_words: dict[frozenset[str], list[Member]] = {}
        self._unnamed: dict[str, list[tuple[int, str]]] = {}
        runs = [run for match in _RUN.finditer(text) for run in _split(text, match.start(), match.end())]
        alone = {fold(run.name[0]) for run in runs if len(run.name) == 1}
        for run in runs:
            if (
                len(run.name) >= 2
                and not all(fold(word) in SUFFIXES for word in run.name)
                and self._is_person(run, alone)
            ):
                self._enter(run)
        for run in runs:
            self._mention(run)
        self._shared = {m.full.split()[-1] for known in self.members.values() if len(known) > 1 for m in known}
        self._starts = [mention.start for mention in self.mentions]

    # --- collecting ------------------------------------------------------------------------

    def _is_person(self, run: _Run, alone: set[str]) -> bool:
        name = [word for word in run.name if word.lower().strip(".") not in SUFFIXES]
        last = fold(name[-1])
        if len(name) > 5 or any(fold(word) in BODIES or fold(word) in DAYS_AND_MONTHS for word in name):
            return False
        if run.titles or fold(name[0]) in GIVEN_MEN or fold(name[0]) in GIVEN_WOMEN:
            return True
        if self._roles_before(run) or self._roles_after(run):
            return True
        if self.text[max(0, run.start - 4) : run.start].lower().endswith("the "):
            return False
        return last in alone and last not in AGENTS and len(name) <= 4 and not name[-1].isupper()

    def _enter(self, run: _Run) -> Member:
        name = list(run.name)
        plain = [word for word in name if word.lower().strip(".") not in SUFFIXES]
        surname = fold(plain[-1])
        given = tuple(fold(word) for word in plain[:-1] if word.lower() not in PARTICLES)
        for member in self.members.get(surname, []):
            if _same_given(member.given, given):
                if _fullness(given) > _fullness(member.given):
                    member.given, member.full = given, " ".join(name)
                break
        else:
            member = Member(" ".join(name), surname, given)
            self.members.setdefault(surname, []).append(member)
        member.roles |= self._roles(run)
        member.gender = member.gender or _gender(given, run.titles, member.roles)
        return member

    def _mention(self, run: _Run) -> None:
        if all(fold(word) in SUFFIXES for word in run.name):
            return
        member = self._find(run)
        if member is None and run.titles and len(run.name) == 1 and _is_title(run.titles[-1]):
            if fold(run.name[0]) in BODIES or fold(run.name[0]) in DAYS_AND_MONTHS:
                return
            member = self._enter(run)
        if member is not None:
            member.roles |= self._roles(run)
            self.mentions.append(Mention(run.start, run.end, member))

    def _find(self, run: _Run) -> Member | None:
        plain = [word for word in run.name if word.lower().strip(".") not in SUFFIXES]
        if not plain:
            return None
        known = self.members.get(fold(plain[-1]), [])
        given = tuple(fold(word) for word in plain[:-1] if word.lower() not in PARTICLES)
        fitting = [member for member in known if _same_given(member.given, given)]
        if len(fitting) > 1:
            fitting = [m for m in fitting if self._roles(run) & m.roles] or self._latest(fitting, run.start)
        return fitting[0] if len(fitting) == 1 else None

    def _latest(self, members: list[Member], before: int) -> list[Member]:
        """Of people with one surname, the one spoken of just before; nobody where that is unclear."""
        near = [m.member for m in self.mentions[-3:] if m.member in members and before - m.end < 600]
        return near[-1:] if near and all(member is near[-1] for member in near) else []

    def _roles(self, run: _Run) -> set[str]:
        titles = {norm(word) for word in run.titles}
        return titles | self._roles_before(run) | self._roles_after(run)

    def _roles_before(self, run: _Run) -> set[str]:
        """The description right before a name: 'harbour spokeswoman Anna Ashby', 'its envoy, Anna Ashby'."""
        before = self.text[max(0, run.start - _WINDOW) : run.start]
        if before.endswith(", "):
            before = before[:-2] + " "
        match = _ROLE_BEFORE.search(before)
        if match is None:
            return set()
        said = []
        for word in reversed(match.group().split()):
            low = word.lower()
            if (
                low in DETERMINERS
                or low in PREPOSITIONS
                or low in STARTERS
                or (word.endswith(("'s", "’s", ".")) and "." not in word[:-1])
            ):
                if word.endswith(("'s", "’s")):
                    said.append(word[:-2])
                break
            said.append(word)
        return {norm(word) for word in said} if said and is_agent(said[0].lower()) else set()

    def _roles_after(self, run: _Run) -> set[str]:
        """The description behind a name: 'Anna Ashby, the harbour spokeswoman,'."""
        match = _ROLE_AFTER.match(self.text, run.end, min(len(self.text), run.end + _WINDOW))
        if match is None:
            return set()
        said = match.group(1).split()
        first = said[0].lower()
        agent_near = first not in STARTERS and any(is_agent(word.lower()) for word in said[:4])
        if first not in ("the", "a", "an", "its", "their", "his", "her") and not agent_near:
            return set()
        for index, word in enumerate(said):
            if index > 6 or word.lower() in ("who", "which", "said", "told", "says", "and", "in", "at", "on"):
                said = said[:index]
                break
        words_ = {norm(word) for word in said if word.lower() not in DETERMINERS}
        return words_ if any(is_agent(word.lower()) for word in said) else set()

    # --- resolving -------------------------------------------------------------------------

    def between(self, start: int, end: int) -> list[Mention]:
        """People named in a stretch of the text."""
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def who(self, start: int, end: int) -> Who | None:
        """Who a source phrase is, pronouns aside; None where it is nobody in particular."""
        named = [mention for mention in self.between(start, end) if mention.end <= end + 1]
        phrase = self.text[start:end].strip()
        if named and not _is_of(self.text, start, named[0].start):
            if len({id(mention.member) for mention in named}) > 1:
                return Who(phrase, "unnamed", 0.9)
            return Who(named[0].member.full, "person", 1.0, named[0].member)
        if phrase in self._shared:
            return Who(phrase, "unnamed", 0.6)  # two people of that surname, and no telling which
        return self._described(phrase, start)

    def _described(self, phrase: str, start: int) -> Who | None:
        words_ = phrase.split()
        low = [word.lower().strip(".,") for word in words_]
        if not low or low[-1] in ("who", "which", "that", "it", "this", "these", "those"):
            return None
        head = _head(low)
        if low[0] == "the" and len(low) > 1 and (is_agent(head) or head in TITLES) and not head.endswith("s"):
            member = self._by_role(low[1:], start)
            if member:
                return Who(member.full, "person", 0.9, member)
            before = self._before(low[1:], start)
            if before:
                return Who(before, "unnamed", 0.95)
        member = self._newcomer(phrase, start)
        if member:
            return Who(member.full, "person", 0.95, member)
        name = _plain_name(words_)
        kind = _kind(words_, head)
        if kind == "unnamed":
            self._unnamed.setdefault(head, []).append((start, name))
        return Who(name, kind, 1.0)

    def _newcomer(self, phrase: str, start: int) -> Member | None:
        """Two to four capitalised words that say something are a person, if nothing speaks against it."""
        runs = _split(self.text, start, start + len(phrase)) if _RUN.fullmatch(phrase) else []
        if len(runs) != 1 or not 2 <= len(runs[0].name) <= 4:
            return None
        low = [fold(word) for word in runs[0].name]
        if any(w in BODIES or w in PLACES or w in AGENTS or w in DAYS_AND_MONTHS for w in low):
            return None
        return self._enter(runs[0]) if all(word[1:].islower() for word in runs[0].name if len(word) > 2) else None

    def _by_role(self, low: list[str], start: int) -> Member | None:
        wanted = {norm(word) for word in low if word not in PREPOSITIONS and word not in DETERMINERS}
        fitting = self._bearing(frozenset(wanted))
        if len(fitting) > 1:
            recent = [
                m.member for m in self.between(max(0, start - 1200), start) if any(m.member is f for f in fitting)
            ]
            fitting = recent[-1:] if len({id(member) for member in recent}) == 1 else []
        return fitting[0] if fitting else None

    def _bearing(self, wanted: frozenset[str]) -> list[Member]:
        """The people who are called all of these words somewhere in the article."""
        if wanted not in self._by_words:
            everybody = (member for known in self.members.values() for member in known)
            self._by_words[wanted] = [member for member in everybody if wanted <= member.roles]
        return self._by_words[wanted]

    def _before(self, low: list[str], start: int) -> str | None:
        """An unnamed source met before: 'the senior official' after 'a senior customs official'."""
        wanted = set(low)
        for _, name in reversed(self._unnamed.get(_head(low), [])[-12:]):
            if wanted <= set(name.lower().split()):
                return name
        return None


def fold(word: str) -> str:
    """A name's word in lower case without its dot."""
    return word.lower().strip(".").replace("’", "'")


_NORMAL = {
    "defence": "defense", "u.s": "us", "american": "us", "u.k": "uk", "british": "uk", "britain": "uk",
    "french": "fran",
    "spokeswoman": "spokesman", "spokesperson": "spokesman", "sen": "senator", "gen": "general", "gov": "governor",
    "rep": "representative", "congressman": "representative", "congresswoman": "representative",
    "chairwoman": "chairman",
    "lt": "lieutenant", "col": "colonel", "capt": "captain", "adm": "admiral", "maj": "major", "prof": "professor",
    "pm": "premier",
}  # fmt: skip


def norm(word: str) -> str:
    """One form for the words of a role: Northlandic and Northland's meet in their first letters."""
    low = word.lower().strip(".,")
    for ending in ("'s", "’s", "'", "’"):
        low = low.removesuffix(ending)
    low = _NORMAL.get(low, low)
    return low if low in TITLES or low in AGENTS else low[:5]


def _head(low: list[str]) -> str:
    for index in range(1, len(low)):
        if low[index] in PREPOSITIONS or low[index] == "who":
            return low[index - 1]
    return low[-1]


def _is_title(word: str) -> bool:
    return fold(word) in TITLES


def _is_of(text: str, start: int, at: int) -> bool:
    """Whether a name stands inside a description: 'a spokesman for Ashby', 'Ashby's lawyer'."""
    before = text[start:at].lower().split()
    return bool(before) and before[-1] in ("of", "for", "to", "with", "at", "from", "by", "and", "behind", "near")


def _split(text: str, start: int, end: int) -> list[_Run]:
    """A run of capitalised words as titles and a name; words that only open the sentence are dropped."""
    found = [(m.group(), start + m.start()) for m in re.finditer(r"\S+", text[start:end])]
    while found and fold(found[0][0]) in STARTERS and len(found[0][0]) > 1 and not found[0][0].endswith("."):
        found.pop(0)
    if not found:
        return []
    last_title = max((i for i, (word, _) in enumerate(found) if fold(word) in TITLES), default=-1)
    if last_title == len(found) - 1 and (fold(found[0][0]) in GIVEN_MEN or fold(found[0][0]) in GIVEN_WOMEN):
        last_title = -1  # a surname that is a title, too
    while last_title + 2 < len(found) and fold(found[last_title + 1][0]) in AGENTS:
        last_title += 1  # 'Boss Anna Ashby'
    while last_title >= 0 and last_title + 1 < len(found) and fold(found[last_title + 1][0]) in ("general",):
        last_title += 1
    titles = [word for word, _ in found[: last_title + 1]]
    name = found[last_title + 1 :]
    if not titles and text[max(0, start - 4) : start] == " of " and len(name) > 1 and fold(name[0][0]) in PORTFOLIOS:
        while len(name) > 1 and fold(name[0][0]) in PORTFOLIOS:  # 'the Minister of Defence Anna Ashby'
            titles.append(name.pop(0)[0])
        titles += text[max(0, start - 40) : start - 4].split()[-2:]
    return [_Run(name[0][1] if name else found[0][1], end, titles, [word for word, _ in name])]


def _same_given(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether given names can be one person's: one missing, an initial, a short form."""
    if not one or not other:
        return True
    a, b = one[0], other[0]
    return (
        a == b
        or (len(a) == 1 and b.startswith(a))
        or (len(b) == 1 and a.startswith(b))
        or (min(len(a), len(b)) >= 3 and (a.startswith(b) or b.startswith(a)))
    )


def _fullness(given: tuple[str, ...]) -> tuple[int, int]:
    return (max((len(word) for word in given[:1]), default=0), len(given))


def _gender(given: tuple[str, ...], titles: list[str], roles: set[str]) -> str:
    low = {fold(word) for word in titles} | roles
    if low & {"mr", "sir", "lord", "king", "prince", "congressman", "chairman", "spokesman"} - {
        "spokesman",
        "chairman",
    }:
        return "he"
    if low & {"mrs", "ms", "miss", "dame", "lady", "queen", "princess"}:
        return "she"
    if given and given[0] in GIVEN_MEN:
        return "he"
    return "she" if given and given[0] in GIVEN_WOMEN else ""


def _plain_name(words_: list[str]) -> str:
    """The phrase as a name: without 'the'; a capital that only opened the sentence goes."""
    if words_[0].lower() == "the" and len(words_) > 1:
        words_ = words_[1:]
    elif words_[0].lower() == "one" and len(words_) > 1:
        words_ = ["a", *words_[1:]]
    first = words_[0]
    if (
        first[1:].islower() and (first.lower() in DETERMINERS or first.lower() in AGENTS or first.lower() in STARTERS)
    ) or first in ("A", "One"):
        words_ = [first.lower(), *words_[1:]]
    return " ".join(words_)


def _kind(words_: list[str], head: str) -> Kind:
    if head in BODIES:
        return "body"
    if len(words_) == 1 and head in (
        "reports",
        "polls",
        "studies",
        "documents",
        "records",
        "figures",
        "rumours",
        "rumors",
    ):
        return "unnamed"
    if is_agent(head) or words_[0].lower() in ("a", "an", "one", "some", "many", "several"):
        return "unnamed"
    if len(words_) == 1 and words_[0].istitle() and head not in PLACES:
        return "person"
    inner = words_[1:] if words_[0].lower() == "the" else words_
    if all(word[0].isupper() or word in ("of", "and", "the", "for", "&") for word in inner):
        return "body"
    return "unnamed"
