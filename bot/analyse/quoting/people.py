"""The people of one article: what is known of each, where each is named, and whom a source is resolved to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from bot.analyse.lexicon import words
from bot.analyse.quoting.given_names import GIVEN_MEN, GIVEN_WOMEN
from bot.analyse.quoting.kin import MEN, WOMEN
from bot.analyse.quoting.runs import fold

Kind = Literal["person", "body", "unnamed"]

_HE = MEN | words("mr sir lord king prince baron congressman fr man boy lad bloke chap gentleman actor hero duke")
_SHE = WOMEN | words(
    "mrs ms miss dame lady queen princess baroness congresswoman actress woman girl lass heroine duchess nun "
    "waitress stewardess headmistress landlady"
)

_APART = 150
"Characters around a name within which a pronoun is taken for its own, unless somebody else is named there."

_QUOTATION = re.compile(r"[“\"‘«]|''")
_SUBJECTS = re.compile(r"\b(?:([Hh]e|himself)|[Ss]he|herself)\b")
_OWNERS = re.compile(r"\b(?:([Hh]is|him)|[Hh]ers?)\b")


@dataclass(eq=False)
class Member:
    """One person of the article."""

    full: str
    surname: str
    given: tuple[str, ...]
    roles: set[str] = field(default_factory=set)
    "what the article calls them, word by word in normal form"
    gender: str = ""
    is_guessed: bool = False
    "the gender, by pronouns alone"
    kin: Member | None = None
    "whose husband, sister or nephew they are, where the article says so"

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


def same_given(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether given names can be one person's: one missing, an initial, a short form."""
    if not one or not other:
        return True
    a, b = one[0], other[0]
    if a == b or (len(a) == 1 and b.startswith(a)) or (len(b) == 1 and a.startswith(b)):
        return True
    return min(len(a), len(b)) >= 3 and (a.startswith(b) or b.startswith(a))


def fullness(given: tuple[str, ...]) -> tuple[int, int]:
    """How much of somebody's given names a mention has; more is better to show."""
    return (max((len(word) for word in given[:1]), default=0), len(given))


def gender(given: tuple[str, ...], titles: Sequence[str], said: set[str]) -> str:
    """'he' or 'she' where a title, a given name or what is said of somebody tells, in this order; else ''."""
    called = _gender_of({fold(word) for word in titles})
    if called or not given:
        return called or _gender_of(said)
    if given[0] in GIVEN_MEN:
        return "he"
    return "she" if given[0] in GIVEN_WOMEN else _gender_of(said)


def _gender_of(low: set[str]) -> str:
    return "he" if low & _HE else "she" if low & _SHE else ""


_ADDED = re.compile(r" (?:of|from|for|in|at|on|who|with) ")


def noun_gender(phrase: str) -> str:
    """'he' or 'she' where a description tells: 'a boatman', 'the woman from the rescue service'."""
    low = _ADDED.split(phrase.lower(), maxsplit=1)[0].split()
    if any(word in _HE or (word.endswith("man") and not word.endswith("woman")) for word in low[-2:]):
        return "he"
    return "she" if any(word in _SHE or word.endswith("woman") for word in low[-2:]) else ""


def learn_genders(text: str, mentions: Sequence[Mention]) -> None:
    """Tells whom the pronouns behind their name call 'he' or 'she', with nobody else named near it.

    'She' weighs more than 'her', which may be another's: 'Ashby, who wants her job'.
    """
    votes: dict[int, int] = {}
    unknown = {id(mention.member): mention.member for mention in mentions if not mention.member.gender}
    for index, mention in enumerate(mentions):
        if id(mention.member) in unknown and _stands_apart(mentions, index):
            after = mentions[index + 1] if index + 1 < len(mentions) else None
            near = after.start if after and after.member is not mention.member else len(text)
            near = min(near, _to_quotation(text, mention.end))
            vote = _pronouns(text, mention.end, min(mention.end + _APART, near))
            votes[id(mention.member)] = votes.get(id(mention.member), 0) + vote
    for key, vote in votes.items():
        unknown[key].gender = "he" if vote > 0 else "she" if vote < 0 else ""
        unknown[key].is_guessed = True


def _to_quotation(text: str, start: int) -> int:
    """Where the next quotation opens: its pronouns are another's."""
    opening = _QUOTATION.search(text, start, start + _APART)
    return opening.start() if opening else start + _APART


def _pronouns(text: str, start: int, end: int) -> int:
    """Above 0 for 'he', below for 'she'."""
    own = _SUBJECTS.search(text, start, max(start, end))
    theirs = _OWNERS.search(text, start, max(start, end))
    vote = (2 if own.group(1) else -2) if own else 0
    return vote + ((1 if theirs.group(1) else -1) if theirs else 0)


def _stands_apart(mentions: Sequence[Mention], index: int) -> bool:
    before = mentions[index - 1] if index else None
    if before is None or before.member is mentions[index].member:
        return True
    return mentions[index].start - before.end > _APART
