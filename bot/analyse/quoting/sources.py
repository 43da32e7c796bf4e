"""Says who a source phrase is, pronouns aside: somebody of the cast, a newcomer, a body, or an unnamed source."""

from __future__ import annotations

import re

from bot.analyse.lexicon import words
from bot.analyse.quoting.bodies import Bodies
from bot.analyse.quoting.cast import Cast
from bot.analyse.quoting.grammar import AGENTS, DETERMINERS, PREPOSITIONS, is_agent
from bot.analyse.quoting.labels import is_label, label, ordinary
from bot.analyse.quoting.offices import Offices
from bot.analyse.quoting.people import Member, Mention, Who
from bot.analyse.quoting.persons import holds_body, is_taken_up, owns
from bot.analyse.quoting.phrases import head, is_collective, is_plural, kind_of, named_thing, plain_name
from bot.analyse.quoting.runs import fold, is_given, lone, run_at_end, run_from, run_of
from bot.analyse.quoting.titles import BODIES, COMPANIES, DAYS_AND_MONTHS, PARTICLES, PLACES, THINGS, TITLES
from bot.analyse.sentences import STARTERS

_NOBODY = words("who which that it this these those more less there here nothing none an")
_BEFORE_TITLES = words("state us former the")
_AGES = words("elder younger older oldest youngest eldest")

_OWNED = re.compile(
    r"(?<!\w)((?:An?|The|an?|the) [a-z]+(?:man|woman|person) for (?:its|his|her|their|the) [a-z]{3,20}, )\Z"
)
_LEFT = 70
"'A spokeswoman for its owner, | Marsh Ellery' is the spokeswoman, within so many characters before the phrase."

_BELONGS = re.compile(r" (?:of|from|for|at) ")
_AT_MOST = 30
"Characters between a phrase and a name that belongs to it."

_CLOCK = re.compile(r"\s*(?:\d{1,2}[.:]\d\d\s+)?")
"A live page's time, taken for a part of the phrase."

_TAIL = re.compile(r", (?=[a-z0-9])| \(@")
"Behind it a source phrase only adds to who it is: 'Anna Ashby, who ...', 'Anna Ashby, 34, ...', 'Anna (@anna)'."


def core(text: str, start: int, end: int) -> tuple[int, int]:
    """A source phrase without what it adds behind the name, and without the 's of 'Ashby's claim'."""
    tail = _TAIL.search(text, start, end)
    end = tail.start() if tail and tail.start() > start else end
    while end > start and text[end - 1] in " ,.;:\n" and not (text[end - 1] == "." and text[end - 2].isupper()):
        end -= 1
    clock = _CLOCK.match(text, start, end)
    start = clock.end() if clock else start
    return start, end - 2 if text[start:end].endswith(("'s", "’s")) else end


class Sources:
    """Resolves the source phrases of one article."""

    def __init__(self, text: str, cast: Cast) -> None:
        self.text = text
        self.cast = cast
        self._offices = Offices(cast)
        self.bodies = Bodies(text)

    def who(self, start: int, end: int) -> Who | None:
        """Who a source phrase is; None where it is nobody in particular."""
        start, end = core(self.text, start, end)
        phrase = self.text[start:end]
        if known := self._abbreviated(phrase):
            return Who(known.full, "person", 0.9, known)
        if is_label(phrase):
            return self._labelled(phrase, start)
        if owned := _OWNED.search(self.text[max(0, start - _LEFT) : start]):
            return Who(plain_name((owned[1] + phrase).split()), "unnamed", 0.9)
        return self._named(start, end, phrase) or self._beside(phrase, end) or self._described(phrase, start, end)

    def _abbreviated(self, phrase: str) -> Member | None:
        """'AA' and 'Anna A.' of Anna Ashby."""
        if phrase.isalpha() and phrase.isupper() and 2 <= len(phrase) <= 3:
            return self.cast.of_initials(phrase)
        given, _, rest = phrase.partition(" ")
        is_short = len(rest) in (1, 2) and rest[0].isupper() and rest[1:] in ("", ".")
        return self.cast.shortened(given, rest[0]) if is_short else None

    def _labelled(self, phrase: str, start: int) -> Who | None:
        """'MS S. ODUYA (Sarn)', a label in capitals."""
        shown = label(phrase)
        if not shown or shown.islower():
            return Who(shown, "unnamed", 0.9) if shown else None
        member = self.cast.under(run_from(shown, start))
        if member and member.full.isupper() and member.full.isalpha():
            member.full = ordinary(member.full)
        return Who(member.full, "person", 0.95, member) if member else Who(shown, kind_of([phrase], shown.lower()), 0.9)

    def _named(self, start: int, end: int, phrase: str) -> Who | None:
        """Somebody of the cast whom the phrase names, if not to say whose spokesman or lawyer speaks."""
        named = [mention for mention in self.cast.between(start, end) if mention.end <= end + 1]
        if not named or _is_of(self.text, start, named[0].start) or _owns_rest(self.text, named[-1].end, end):
            if self.cast.is_shared(phrase):
                return Who(phrase, "unnamed", 0.6)  # two people of that surname, and no telling which
            return None
        if self.cast.is_shared(phrase) and _AGES & set(phrase.lower().split()) and phrase.count(" ") < 3:
            return Who(phrase, "unnamed", 0.45)  # 'the elder Marsh'
        if len({id(mention.member) for mention in named}) > 1:
            return self._one_of(named, phrase)
        return Who(named[0].member.full, "person", 1.0, named[0].member)

    def _beside(self, phrase: str, end: int) -> Who | None:
        """The name that a phrase was cut off from: 'her father | , Colin,', 'Ellery | captain Anna Ashby'."""
        before = self.cast.between(end - len(phrase) - _AT_MOST, end - len(phrase))[-1:] if phrase[:4] == "the " else []
        if before and before[0].end == end - len(phrase) - 1 and is_agent(head(phrase.split())):
            return Who(before[0].member.full, "person", 0.95, before[0].member)  # 'Mr Marsh | the baker'
        following = self.cast.between(end, end + _AT_MOST)[:1]
        if not following:
            return None
        mention, between = following[0], self.text[end : following[0].start]
        behind = self.text[mention.end : mention.end + 5]
        noun = head(phrase.lower().split()) if phrase else ""
        is_one = is_agent(noun) and not phrase.lower().startswith(("a ", "an "))
        titles = between[2:].replace(".", "").lower().split()
        is_titled = between.startswith(", ") and all(word in TITLES or word in _BEFORE_TITLES for word in titles)
        apposed = is_titled and is_one and behind[:1] in tuple(",.;—")
        if between in (" named ", " called ", ", whose real name is ", ", whose name is ", ", real name "):
            return Who(mention.member.full, "person", 0.95, mention.member)
        of_team = phrase[:1].isupper() and between.strip().islower() and is_agent(between.split()[-1])
        return Who(mention.member.full, "person", 0.95, mention.member) if apposed or of_team else None

    def _one_of(self, named: list[Mention], phrase: str) -> Who:
        """'Ashby of the Marsh Fund' is Ashby; 'Ashby’s father, Colin,' and 'Ashby aide Colin' Colin; others are two."""
        between = self.text[named[0].end : named[1].start]
        if between.split()[:1] in (["of"], ["from"], ["at"], [","]) and " and " not in between:
            return Who(named[0].member.full, "person", 1.0, named[0].member)
        if between.startswith(("'s ", "’s ")) and " and " not in between:
            return Who(named[1].member.full, "person", 0.95, named[1].member)
        if between.strip().islower() and is_agent(between.split()[-1]):
            return Who(named[1].member.full, "person", 0.95, named[1].member)
        return Who(phrase, "unnamed", 0.9)

    def _described(self, phrase: str, start: int, end: int) -> Who | None:
        said = phrase.split()
        low = [word.lower().strip(".,").removeprefix("ex-") for word in said]
        if len(low) == 2 and low[0] in ("mr", "madam", "mrs", "ms") and low[1] in TITLES:
            low = ["the", low[1]]  # 'Mr Speaker'
        if not low or (low[-1] in _NOBODY and (len(low) < 2 or low[-2] not in PREPOSITIONS)):
            return None
        noun = head(low)
        is_office = len(low) > 1 and (is_agent(noun) or noun in TITLES) and not is_plural(noun)
        is_office = is_office and not is_collective(noun)
        known = self._holder(low, noun, start, end) if is_office else None
        if known:
            return known
        member = self.cast.called(phrase) or self._newcomer(phrase, start) or self._apposed(phrase, start)
        if member:
            return Who(member.full, "person", 0.95, member)
        body = self.bodies.full(low[1]) if len(low) == 2 and low[0] == "the" and noun in BODIES else None
        if body:
            return Who(body, "body", 0.86)
        if owned := named_thing(said):
            return Who(owned, "unnamed" if kind_of(owned.split(), owned.lower()) == "unnamed" else "body", 0.9)
        name, kind = plain_name(said), kind_of(said, noun)
        if kind == "unnamed":
            self._offices.met(noun, name)
        return Who(name, kind, 1.0)

    def _holder(self, low: list[str], noun: str, start: int, end: int) -> Who | None:
        """Whom an office means: 'the minister', 'its chief executive', 'an engineer' who is named later."""
        if low[0] in ("the", "its", "their", "our", "that"):
            return self._offices.holder(low[1:], start)
        return self._offices.introduced(noun, end) if low[0] in ("a", "an") else None

    def _apposed(self, phrase: str, start: int) -> Member | None:
        """'The referee, Anna Ashby', met here for the first time; not 'a spokesman for its owner, Marsh Ellery'."""
        described, comma, name = phrase.partition(", ")
        low = described.lower().split()
        if not comma or not is_agent(head(low)) or "for" in low:
            return None
        return self._newcomer(name, start + len(described) + 2)

    def _newcomer(self, phrase: str, start: int) -> Member | None:
        """Two to four capitalised words that say something are a person, if nothing speaks against it: alone, before
        where they belong ('Anna Ashby of the Fund'), or behind what they do ('its retired engineer Anna Ashby')."""
        if self._is_taken_up(phrase, start):
            return self.cast.enter(lone(start, phrase))
        name = _BELONGS.split(phrase, maxsplit=1)[0]
        run = run_of(self.text, start, name)
        if run is None and _does(phrase):
            run = run_at_end(self.text, start, phrase)
        if run is not None and not run.titles and phrase.startswith(("The ", "the ")):
            return None
        if run is not None and run.titles and len(run.name) == 1 and is_given(run.name[0]):
            return self.cast.enter(run)  # 'Reader Hal'
        if run is None or not 2 <= len(run.name) <= 4 or owns(self.text, run.end):
            return None
        if holds_body(run.name) or any(fold(w) in PLACES or fold(w) in AGENTS for w in run.name):
            return None
        spelled = all(word[1:].islower() or not word.isalpha() for word in run.name if len(word) > 2)
        return self.cast.enter(run) if spelled else None

    def _is_taken_up(self, phrase: str, start: int) -> bool:
        """Whether one unknown name is somebody's: the first pronoun behind it is 'he' or 'she'."""
        low = fold(phrase)
        known = low in PLACES or low in BODIES or low in AGENTS or low in COMPANIES or low in DAYS_AND_MONTHS
        if known or low in STARTERS or not (phrase.isalpha() and phrase.istitle()):
            return False
        return is_given(phrase) or is_taken_up(self.text, start + len(phrase))


def _does(phrase: str) -> bool:
    """Whether a word of small letters before the name at a phrase's end says what somebody is."""
    small = [word for word in phrase.split() if word[0].islower() and word not in PARTICLES]
    if not small or small[-1] in PREPOSITIONS or small[-1] in THINGS or small[-1] in BODIES:
        return False
    return small[-1] not in DETERMINERS and small[-1] not in ("and", "or", "&")


_GOES_ON = words("and the a an")
"What stands behind a name that only adds to it: 'Mr Marsh the baker'."


def _owns_rest(text: str, at: int, end: int) -> bool:
    """Whether a name only opens a description: 'the Ashby campaign', 'Ashby spokesman', 'Ashby’s lawyer'."""
    rest = text[at:end].strip()
    if not rest:
        return False
    first = rest.split()[0].lower()
    return rest.startswith(("'s", "’s")) or (rest[0].isalpha() and first not in PREPOSITIONS | _GOES_ON)


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
