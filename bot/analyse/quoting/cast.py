"""Who is who in one article: collects the people it names, what it calls them, and resolves a source to one of them.

"Ashby", "Gen. Ashby", "the general" and "Anna Ashby" become one person where the article leaves no doubt; where two
people fit, nobody is chosen.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from bot.analyse.lexicon import words
from bot.analyse.quoting.grammar import AGENTS, DETERMINERS, PREPOSITIONS, is_agent
from bot.analyse.quoting.people import Member, Mention, Who, fullness, gender, same_given
from bot.analyse.quoting.phrases import head, kind_of, plain_name
from bot.analyse.quoting.roles import norm, roles_after, roles_before
from bot.analyse.quoting.runs import Run, fold, is_given, lone, run_at_end, run_of, runs
from bot.analyse.quoting.titles import BODIES, COMPANIES, DAYS_AND_MONTHS, PARTICLES, PLACES, THINGS, TITLES
from bot.analyse.sentences import STARTERS

_SHIPS = words("lady sir king queen prince princess lord duke duchess admiral general captain")
"Behind 'the' these open the name of a ship or a house: 'the Lady Marian'. A person takes no article before them."

_HONORIFICS = words("mr mrs ms miss mx")
_OWNED = re.compile(
    r"['’]s? (?:chief executive|shares|shareholders|profits|fleet|headquarters|board|customers|parent)\b"
)
"What a company has and a person has not."

_PRONOUN = re.compile(r"\b(?:(he|she|his|her|him)|its?|they|their)\b", re.IGNORECASE)
_NEXT = 300
"Characters behind a name in which the pronoun that takes it up is looked for."

_LATELY = 1200
_JUST_BEFORE = 600
"Characters within which somebody just spoken of is meant by a surname or an office that two people share."


class Cast:
    """The people of one article."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.members: dict[str, list[Member]] = {}
        self.mentions: list[Mention] = []
        self._by_words: dict[frozenset[str], list[Member]] = {}
        self._roles_at: dict[int, set[str]] = {}
        self._given: dict[str, list[Member]] | None = None
        self._unnamed: dict[str, list[tuple[int, str]]] = {}
        found = [run for run in runs(text) if run.plain and not self._is_ship(run)]
        alone = {run.surname for run in found if len(run.name) == 1}
        for run in found:
            if len(run.name) >= 2 and self._is_person(run, alone):
                self._enter(run)
        for run in found:
            self._mention(run)
        self._shared = {m.full.split()[-1] for known in self.members.values() if len(known) > 1 for m in known}
        self._starts = [mention.start for mention in self.mentions]

    def between(self, start: int, end: int) -> list[Mention]:
        """People named in a stretch of the text."""
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def first(self) -> Who | None:
        """The first person the article names: whom an interview is with."""
        return Who(self.mentions[0].member.full, "person", 0.9, self.mentions[0].member) if self.mentions else None

    def who(self, start: int, end: int) -> Who | None:
        """Who a source phrase is, pronouns aside; None where it is nobody in particular."""
        named = [mention for mention in self.between(start, end) if mention.end <= end + 1]
        phrase = self.text[start:end].strip()
        if named and not _is_of(self.text, start, named[0].start) and not _owns_rest(self.text, named[-1].end, end):
            if len({id(mention.member) for mention in named}) > 1:
                return self._first_of(named, phrase)
            return Who(named[0].member.full, "person", 1.0, named[0].member)
        if phrase.split()[-1:] and phrase.split()[-1] in self._shared:
            return Who(phrase, "unnamed", 0.6)  # two people of that surname, and no telling which
        return self._described(phrase, start)

    # --- collecting ------------------------------------------------------------------------

    def _is_ship(self, run: Run) -> bool:
        if not run.titles or fold(run.titles[0]) not in _SHIPS:
            return False
        before = self.text[max(0, run.start - 40) : run.start].lower().split()
        return before[-len(run.titles) - 1 :][:1] == ["the"]

    def _is_person(self, run: Run, alone: set[str]) -> bool:
        name, last = run.plain, run.surname
        if len(name) > 5 or _holds_body(name) or ("-" in name[0] and not name[0].istitle()):
            return False
        if run.titles or is_given(name[0]):
            return True
        if self._roles(run):
            return not self._owns(run.end)
        if self.text[max(0, run.start - 4) : run.start].lower().endswith("the "):
            return False
        if last in AGENTS or last in PLACES or len(name) > 4 or name[-1].isupper():
            return False
        return (last in alone and _is_spelled(name[-1])) or self._is_met(run)

    def _is_met(self, run: Run) -> bool:
        """'One of them was Anna Ashby. She ...': two names, no place, that 'he' or 'she' takes up."""
        before = self.text[max(0, run.start - 24) : run.start].lower().split()
        if before and before[-1] not in ("was", "is", "were", "are") and before[-1][-1] not in '.!?”"':
            return False
        spelled = all(word[1:].islower() and fold(word) not in PLACES for word in run.name)
        return spelled and len(run.name) == 2 and self._pronoun_behind(run.end)

    def _owns(self, end: int) -> bool:
        """Whether what follows a name is a company's: 'Marsh Ellery's chief executive'."""
        return _OWNED.match(self.text, end) is not None

    def _enter(self, run: Run) -> Member:
        surname, given = run.surname, run.given
        for member in self.members.get(surname, []):
            if same_given(member.given, given):
                if fullness(given) > fullness(member.given):
                    member.given, member.full = given, " ".join(run.name)
                break
        else:
            member = Member(" ".join(run.name), surname, given)
            self.members.setdefault(surname, []).append(member)
        member.roles |= self._roles(run)
        member.gender = member.gender or gender(given, run.titles, member.roles)
        return member

    def _mention(self, run: Run) -> None:
        member = self._find(run)
        if member is None and len(run.name) == 1 and run.titles and fold(run.titles[-1]) in TITLES:
            if _holds_body(run.name) or run.surname in self.members:
                return
            member = self._enter(run)
        if member is not None:
            member.roles |= self._roles(run)
            member.gender = member.gender or gender((), run.titles, set())
            self.mentions.append(Mention(run.start, run.end, member))

    def _find(self, run: Run) -> Member | None:
        known, given = self.members.get(run.surname), run.given
        if not known:
            return None
        called = gender((), run.titles, set())
        fitting = [m for m in known if same_given(m.given, given) and (not called or m.may_be(called))]
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

    # --- resolving -------------------------------------------------------------------------

    def _first_of(self, named: list[Mention], phrase: str) -> Who:
        """'Anna Ashby of the Marsh Fund' is Ashby; 'Anna Ashby and Colin Marsh' are nobody in particular."""
        between = self.text[named[0].end : named[1].start]
        if between.split()[:1] in (["of"], ["from"], ["at"], [","]) and " and " not in between:
            return Who(named[0].member.full, "person", 1.0, named[0].member)
        return Who(phrase, "unnamed", 0.9)

    def _described(self, phrase: str, start: int) -> Who | None:
        said = phrase.split()
        low = [word.lower().strip(".,") for word in said]
        if not low or low[-1] in ("who", "which", "that", "it", "this", "these", "those"):
            return None
        noun = head(low)
        if low[0] == "the" and len(low) > 1 and (is_agent(noun) or noun in TITLES) and not noun.endswith("s"):
            known = self._by_office(low[1:], start)
            if known:
                return known
        member = self._by_given(phrase) or self._newcomer(phrase, start)
        if member:
            return Who(member.full, "person", 0.95, member)
        name, kind = plain_name(said), kind_of(said, noun)
        if kind == "unnamed":
            self._unnamed.setdefault(noun, []).append((start, name))
        return Who(name, kind, 1.0)

    def _by_given(self, phrase: str) -> Member | None:
        """'Anna', where one person of the article is called so: families and children are told apart by it."""
        if " " in phrase or not phrase.istitle():
            return None
        if self._given is None:
            self._given = {}
            for member in (m for known in self.members.values() for m in known if m.given):
                self._given.setdefault(member.given[0], []).append(member)
        called = self._given.get(fold(phrase), [])
        return called[0] if len(called) == 1 else None

    def _by_office(self, low: list[str], start: int) -> Who | None:
        member = self._by_role(low, start)
        if member:
            return Who(member.full, "person", 0.9, member)
        before = self._before(low)
        return Who(before, "unnamed", 0.95) if before else None

    def _newcomer(self, phrase: str, start: int) -> Member | None:
        """Two to four capitalised words that say something are a person, if nothing speaks against it: alone, before
        where they belong ('Anna Ashby of the Fund'), or behind what they do ('its retired engineer Anna Ashby')."""
        if self._is_taken_up(phrase, start):
            return self._enter(lone(start, phrase))
        name = re.split(r" (?:of|from|for|at) ", phrase, maxsplit=1)[0]
        run = run_of(self.text, start, name)
        if run is None and self._does(phrase):
            run = run_at_end(self.text, start, phrase)
        if run is not None and not run.titles and phrase.startswith(("The ", "the ")):
            return None
        if run is None or not 2 <= len(run.name) <= 4 or self._owns(run.end):
            return None
        if _holds_body(run.name) or any(fold(w) in PLACES or fold(w) in AGENTS for w in run.name):
            return None
        spelled = all(word[1:].islower() or not word.isalpha() for word in run.name if len(word) > 2)
        return self._enter(run) if spelled else None

    def _is_taken_up(self, phrase: str, start: int) -> bool:
        """Whether one unknown name is somebody's: the first pronoun behind it is 'he' or 'she'."""
        low = fold(phrase)
        known = low in PLACES or low in BODIES or low in AGENTS or low in COMPANIES or low in DAYS_AND_MONTHS
        if known or low in STARTERS or not (phrase.isalpha() and phrase.istitle()):
            return False
        if is_given(phrase):
            return True
        return self._pronoun_behind(start + len(phrase))

    def _pronoun_behind(self, end: int) -> bool:
        pronoun = _PRONOUN.search(self.text, end, end + _NEXT)
        return pronoun is not None and pronoun.group(1) is not None

    def _does(self, phrase: str) -> bool:
        """Whether a word of small letters before the name at a phrase's end says what somebody is."""
        small = [word for word in phrase.split() if word[0].islower() and word not in PARTICLES]
        if not small or small[-1] in PREPOSITIONS or small[-1] in THINGS or small[-1] in BODIES:
            return False
        return small[-1] not in DETERMINERS and small[-1] not in ("and", "or", "&")

    def _by_role(self, low: list[str], start: int) -> Member | None:
        wanted = {norm(word) for word in low if word not in PREPOSITIONS and word not in DETERMINERS}
        fitting = self._bearing(frozenset(wanted))
        if len(fitting) > 1:
            near = self.between(max(0, start - _LATELY), start)
            recent = [m.member for m in near if any(m.member is f for f in fitting)]
            fitting = recent[-1:] if len({id(member) for member in recent}) == 1 else []
        return fitting[0] if fitting else None

    def _bearing(self, wanted: frozenset[str]) -> list[Member]:
        """The people who are called all of these words somewhere in the article."""
        if wanted not in self._by_words:
            everybody = (member for known in self.members.values() for member in known)
            self._by_words[wanted] = [member for member in everybody if wanted <= member.roles]
        return self._by_words[wanted]

    def _before(self, low: list[str]) -> str | None:
        """An unnamed source met before: 'the senior official' after 'a senior customs official'."""
        wanted = set(low)
        for _, name in reversed(self._unnamed.get(head(low), [])[-12:]):
            if wanted <= set(name.lower().split()):
                return name
        return None


def _holds_body(name: tuple[str, ...]) -> bool:
    low = [fold(word) for word in name]
    return low[-1] in COMPANIES or any(word in BODIES or word in DAYS_AND_MONTHS for word in low)


def _of_other_rank(run: Run, member: Member) -> bool:
    """'Supt Marsh' is not the Marsh whom the article calls 'Mr Marsh'."""
    ranks = {norm(word) for word in run.titles} - _HONORIFICS
    return bool(ranks) and bool(member.roles & _HONORIFICS) and not ranks & member.roles


def _is_spelled(word: str) -> bool:
    """Whether a word is written as surnames are: Marsh, McColl, O'Dowd, DeLong; not YouTube."""
    return re.fullmatch(r"(?:Mc|Mac|De|La|Le|Di|Du|Van|Fitz|O['’])?[^\W\d_][^\W\d_A-Z]*(?:-.+)?", word) is not None


def _owns_rest(text: str, at: int, end: int) -> bool:
    """Whether a name only opens a description: 'the Ashby campaign', 'Ashby spokesman', 'Ashby’s lawyer'."""
    rest = text[at:end].strip()
    if not rest:
        return False
    first = rest.split()[0].lower()
    return rest.startswith(("'s", "’s")) or (rest[0].isalpha() and first not in PREPOSITIONS and first != "and")


def _is_of(text: str, start: int, at: int) -> bool:
    """Whether a name stands inside a description: 'a spokesman for Ashby', 'crew of the Lady Ashby'."""
    words_ = text[start:at].split()
    last = max(
        (i for i, word in enumerate(words_) if word in ("of", "for", "to", "with", "at", "from", "by")), default=0
    )
    if last and words_[last - 1][0].islower() and all(word[0].isupper() for word in words_[last + 1 :]):
        return True
    before = [word.lower() for word in words_]
    while before and (before[-1].strip(".") in TITLES or before[-1] in DETERMINERS):
        before.pop()
    return bool(before) and before[-1] in ("of", "for", "to", "with", "at", "from", "by", "and", "behind", "near")
