"""Tells whether a run of capitalised words names a person: by its words, and by what stands around it."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.analyse.lexicon import words
from bot.analyse.quoting.grammar import AGENTS, PREPOSITIONS, is_agent, looks_past
from bot.analyse.quoting.runs import Run, fold, is_given
from bot.analyse.quoting.titles import BODIES, COMPANIES, DAYS_AND_MONTHS, PLACES
from bot.analyse.sentences import STARTERS

_SHIPS = words("lady sir king queen prince princess lord duke duchess admiral general captain")
"Behind 'the' these open the name of a ship or a house: 'the Lady Marian'. A person takes no article before them."

_OWNED = re.compile(
    r"['’]s? (?:chief executive|shares|shareholders|profits|fleet|headquarters|board|customers|parent)\b"
)
"What a company has and a person has not."

_PRONOUN = re.compile(r"\b(?:(he|she|his|her|him)|its?|they|their)\b", re.IGNORECASE)
_NEXT = 300
"Characters behind a name in which the pronoun that takes it up is looked for."

_MARKED = re.compile(r", (?:\d{1,2}(?=[,.;:)\n]|\Z)|who\b)| \((?:@|[A-Z](?:-[A-Z][\w .’'-]{1,20})?\))")
"What follows a person's name only: an age, 'who', a party, a handle."

_FOR_OTHERS = re.compile(r" ([a-z-]{3,20}) (?=[A-Z])")
"A small word between two names: 'Port Ellery captain Anna Ashby'."

_SPELLED = re.compile(r"(?:Mc|Mac|De|La|Le|Di|Du|Van|Fitz|O['’])?[^\W\d_][^\W\d_A-Z]*(?:-.+)?")
_TWO_SYLLABLES = re.compile(r"[A-Z][a-z]{1,5}-[a-z]{2,6}")
_MONTHS_TOO = words("june april may august")
"Given names that are months."

_THING = re.compile(
    r", (?:which\b|(?:the|an?|its|their) (?:[\w-]+ ){0,4}(?:company|firm|group|airline|operator|carrier|lender|bank|"
    r"retailer|union|charity|club|party|agency|ministry|broadcaster|newspaper|utility|insurer|manufacturer|maker|"
    r"developer|supplier|body|regulator|watchdog|ship|ferry|trawler|vessel|yacht|village|town|city|port|island|region|"
    r"province|district)(?=[,.;]| that\b| which\b| behind\b))"
)
"Behind what is no person: 'Marrow Copper, which', 'Marrow Copper, the state company that'."

_DATES = words("in on of by since until last early late mid this next from before after during through")
_OF_HIM = re.compile(r", (?:whose\b|from [A-Z]|formerly\b|aged\b|[^.;:\n]{0,40}\b(?:he|she|his|her)\b)")
_DOES = words("has had is was will would says said tells told")
_ENGLISH = (
    "ed", "ing", "ly", "ish", "ian", "ese", "ern", "ous", "ive", "ful", "less", "ment", "tion", "ness", "ship", "ers",
    "ies", "ity", "ism", "ical", "wide",
)  # fmt: skip
"Endings of what opens a headline or names a thing, not a person."

_SMALL_WORDS = words("with and the of for to in on at from till as or is my i you we like after before over under")
_PLACES_OPEN = words(
    "north south east west new saint st port fort mount lake san los las great upper lower grand royal united"
)
_GROUPS = words(
    "republican democrat democratic conservative liberal labour tory muslim christian jewish american british"
)


def is_person(text: str, run: Run, roles: Callable[[Run], set[str]], teams: set[str]) -> bool:
    """Whether a run of several words is surely somebody's name: by a title, a given name, what is said around it.

    `roles` tells what the text calls a run; `teams` the last words of names that somebody is somebody of.
    """
    if len(run.plain) > 5 or _is_no_name(text, run) or (not run.titles and _THING.match(text, run.end)):
        return False
    if run.titles or is_given(run.plain[0]) or _MARKED.match(text, run.end):
        return True
    return run.surname not in teams and bool(roles(run)) and not owns(text, run.end)


def may_be_person(text: str, run: Run, alone: set[str], teams: set[str]) -> bool:
    """Whether a run is likely a name, where its last word is nobody's surname yet.

    `alone` are the last words that stand alone somewhere in the article, as surnames do.
    """
    name, last = run.plain, run.surname
    if len(name) > 4 or last in teams or _is_no_name(text, run):
        return False
    if last in AGENTS or last in PLACES or last in _GROUPS or name[-1].isupper():
        return False
    if text[max(0, run.start - 4) : run.start].lower().endswith("the "):
        return False
    return (last in alone and is_spelled(name[-1])) or _is_met(text, run)


def is_introduced(text: str, run: Run) -> bool:
    """Whether an unknown name of two words is somebody's by what it does or what is said of it.

    'His sister is Anna Marsh', 'then Anna Marsh left', 'Anna Marsh, whose ship sank', 'Anna Marsh. She left'.
    """
    if len(run.name) != 2 or _is_no_name(text, run) or _THING.match(text, run.end):
        return False
    if not all(_looks_named(word) for word in run.name):
        return False
    before = text[max(0, run.start - 8) : run.start].lower().split()
    if before and before[-1] in ("was", "is"):
        return True
    if _OF_HIM.match(text, run.end):
        return True
    if before and (before[-1] == "the" or before[-1] in PREPOSITIONS):
        return False
    behind = text[run.end : run.end + 24].split(" ")
    doing = len(behind) > 2 and not behind[0] and (looks_past(behind[1]) or behind[1] in _DOES)
    return doing or _is_met(text, run)


def is_owner(text: str, run: Run) -> bool:
    """Whether what looks like a name owns something: 'Joren Marsh’s yacht', where there is another Marsh."""
    owns_something = text.startswith(("'s ", "’s "), run.end)
    return owns_something and len(run.name) == 2 and not _is_no_name(text, run) and all(map(_looks_named, run.name))


def _looks_named(word: str) -> bool:
    """Whether a word can be a name: no English ending, no place, body or office."""
    low = fold(word)
    known = low in PLACES or low in BODIES or low in COMPANIES or low in AGENTS or low in _GROUPS or low in STARTERS
    return is_spelled(word) and word.isalpha() and not known and not low.endswith(_ENGLISH)


def is_ship(text: str, run: Run) -> bool:
    """'the Lady Marian' is no lady. For runs with titles."""
    if fold(run.titles[0]) not in _SHIPS:
        return False
    before = text[max(0, run.start - 40) : run.start].lower().split()
    return before[-len(run.titles) - 1 :][:1] == ["the"]


def holds_body(name: tuple[str, ...]) -> bool:
    """Whether the words hold one of an institution, a place or a date."""
    low = [fold(word) for word in name]
    if len(low) == 2 and _TWO_SYLLABLES.fullmatch(name[1]):
        return False  # Park Ji-won
    if len(low) > 1 and is_given(low[0]) and low[0] not in DAYS_AND_MONTHS:
        low = low[1:]  # Bill, Grant
    return low[-1] in COMPANIES or any(word in BODIES or word in DAYS_AND_MONTHS for word in low)


def owns(text: str, end: int) -> bool:
    """Whether what follows a name is a company's: 'Marsh Ellery's chief executive'."""
    return _OWNED.match(text, end) is not None


def is_taken_up(text: str, end: int) -> bool:
    """Whether the first pronoun behind a name is somebody's: 'he' or 'she', not 'it'."""
    pronoun = _PRONOUN.search(text, end, end + _NEXT)
    return pronoun is not None and pronoun.group(1) is not None


def is_spelled(word: str) -> bool:
    """Whether a word is written as surnames are: Marsh, McColl, O'Dowd, DeLong; not YouTube."""
    return _SPELLED.fullmatch(word) is not None


def _is_no_name(text: str, run: Run) -> bool:
    """'Roll With Gus' and 'In June Marsh' are none; 'June Marsh' is one where no date is meant."""
    if any(word.lower() in _SMALL_WORDS for word in run.plain):
        return True
    if fold(run.plain[0]) in _PLACES_OPEN:
        return True
    if "-" in run.plain[0] and not run.plain[0].istitle():
        return True
    if fold(run.plain[0]) not in _MONTHS_TOO:
        return holds_body(run.plain)
    before = text[max(0, run.start - 12) : run.start].lower().split()
    return holds_body(run.plain[1:]) or bool(before and before[-1] in _DATES)


def names_team(text: str, end: int) -> bool:
    """Whether somebody is said to be of what is named: 'Port Ellery captain Anna Ashby'."""
    between = _FOR_OTHERS.match(text, end)
    return between is not None and is_agent(between.group(1))


def _is_met(text: str, run: Run) -> bool:
    """'One of them was Anna Ashby. She ...': two names, no place, that 'he' or 'she' takes up."""
    before = text[max(0, run.start - 24) : run.start].lower().split()
    if before and before[-1] not in ("was", "is", "were", "are") and before[-1][-1] not in '.!?”"':
        return False
    spelled = all(word[1:].islower() and fold(word) not in PLACES for word in run.name)
    return spelled and len(run.name) == 2 and is_taken_up(text, run.end)
