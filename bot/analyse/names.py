"""Whether two names are one person's, which kept person a name belongs to, and whom an editor means.

Names are compared part by part: surnames must agree (spelling of another alphabet aside), given names may be
missing, an initial or a short form. A surname alone never joins two people unless the caller has narrowed the
choice to one story.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.analyse.identity.asking import fits
from bot.analyse.identity.bodies import body, same_body
from bot.analyse.identity.comparing import BARE, contradict, same_parts, same_person
from bot.analyse.identity.forms import is_short_form
from bot.analyse.identity.parts import Parts, parts
from bot.analyse.identity.spelling import skeleton
from bot.shapes import Person

__all__ = [
    "LIKELY",
    "SURE",
    "best",
    "fits",
    "fullest",
    "is_full",
    "is_surname_only",
    "may_be_one",
    "same_body",
    "same_person",
    "sound",
]

SURE = 0.9
"From here two names are one person's without asking, whatever they are quoted in."

LIKELY = 0.75
"An initial, another language's form or a first name's beginning with the same surname: one person in one story."

_ALONE = 0.42
"A surname alone, a slip in its spelling included: whoever alone bears it in the story is meant."


def sound(name: str) -> str:
    """The key that a name is found by, whatever its spelling: the consonants of the surname, or of a body's last word;
    '' for no name."""
    low = body(name)
    if low.startswith("united ") or low == "european union":
        return low
    return skeleton(parts(name).family.split("-")[-1])


def fullest(seen: Mapping[str, int]) -> str:
    """The name that somebody is shown by, of names in the order they were seen and how often: the one that says most,
    of several spellings the commonest. One in capitals is a headline's, and a word put before the given name
    ("Devastated Anna Ashby") is no name."""
    shown, *others = seen
    for name in others:
        if (*_says(name), seen[name]) > (*_says(shown), seen[shown]) and _goes_on(parts(shown), parts(name)):
            shown = name
    return shown


def _says(name: str) -> tuple[bool, int, int]:
    told = parts(name)
    return not name.isupper(), len(told.given), len(" ".join(told.given))


def _goes_on(shown: Parts, name: Parts) -> bool:
    return not shown.full or not name.full or same_parts(shown, name._replace(given=name.given[:1])) > 0


def is_full(name: str) -> bool:
    """Whether a name says more than a surname."""
    return parts(name).full


def is_surname_only(person: Person, name: str) -> bool:
    """Whether somebody was never called more than the surname of this name."""
    told = parts(name)
    known = [parts(seen) for seen in (person.name, *person.also)]
    return not any(one.full for one in known) and all(same_parts(told, one) >= _ALONE for one in known)


def may_be_one(one: Person, other: Person) -> bool:
    """Whether two kept people may be one, so that an editor is asked: nothing in their names speaks against it."""
    if one.named != other.named or one.named == "unnamed":
        return False
    if one.named == "body":
        return sound(one.name) == sound(other.name)
    return max(_score(one.name, other), _score(other.name, one)) >= _ALONE


def best(name: str, people: Sequence[Person], at_least: float = LIKELY) -> tuple[Person | None, float, str]:
    """The kept person or body a name from an article belongs to, how surely, and why; (None, 0, why not) where that is
    open.

    `people` are those of one story, or with `at_least` SURE those of the archive: there a surname alone, an initial
    or a beginning join nobody.
    """
    scored = [(_score(name, person), person) for person in people]
    top = max((score for score, _ in scored), default=0.0)
    winners = [person for score, person in scored if score == top]
    if top >= at_least:
        return _one(name, winners, top, _why(top))
    if at_least > LIKELY:
        return None, 0.0, f"Nobody called {name} is known here."
    bare = [person for score, person in scored if score >= _ALONE] or _called(name, people)
    return _one(name, bare, BARE, "the only one of that name here")


def _one(name: str, people: Sequence[Person], score: float, why: str) -> tuple[Person | None, float, str]:
    if len(people) == 1:
        return people[0], score, f"{name} is taken for {people[0].name}: {why}."
    if people:
        return None, 0.0, f"{name} could be {' or '.join(sorted(person.name for person in people))}."
    return None, 0.0, f"Nobody called {name} is known here."


def _score(name: str, person: Person) -> float:
    """How surely a name is a person's. Where it contradicts the name they are shown by, only a name they bear letter
    for letter is theirs, and a surname they are also called by tells nothing."""
    if person.named == "body":
        return float(any(same_body(name, known) for known in (person.name, *person.also)))
    told, shown = parts(name), parts(person.name)
    if told.full and any(same_parts(told, parts(known)) == 1.0 and parts(known).full for known in person.also):
        return 1.0
    if any(contradict(told, parts(known)) for known in (person.name, *person.also)):
        return 0.0
    others = [parts(known) for known in person.also] if _agree(told, shown) else []
    return max(same_parts(told, known) for known in (shown, *_telling(others, told)))


def _agree(told: Parts, shown: Parts) -> bool:
    return not told.full or not shown.full or same_parts(told, shown) >= BARE


def _telling(others: Sequence[Parts], told: Parts) -> list[Parts]:
    return [known for known in others if known.full or not told.full]


def _called(name: str, people: Sequence[Person]) -> list[Person]:
    """Whom a name alone calls by the given name: families, children, and people known by it."""
    told = parts(name)
    if told.full or len(told.family) < 3 or told.gender:
        return []
    called = (person for person in people if person.named == "person")
    given = ((person, name) for person in called for name in parts(person.name).given[:1])
    return [person for person, name in given if name == told.family or is_short_form(name, told.family)]


def _why(score: float) -> str:
    if score >= 1.0:
        return "the same name"
    if score >= SURE:
        return "the same name in a short form or another spelling"
    return "a surname and a given name that fit"
