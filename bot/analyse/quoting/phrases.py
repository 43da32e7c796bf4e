"""Reads a source phrase that names nobody of the cast: its head, what to call it, and whether it is a body."""

from __future__ import annotations

from bot.analyse.lexicon import words
from bot.analyse.quoting.epithets import ONE_OF_A_PEOPLE
from bot.analyse.quoting.grammar import AGENTS, DETERMINERS, PREPOSITIONS, is_agent
from bot.analyse.quoting.people import Kind
from bot.analyse.quoting.runs import fold
from bot.analyse.quoting.titles import BODIES, COMPANIES, PLACES, THINGS, TITLES
from bot.analyse.sentences import STARTERS

_NOBODYS = words("reports polls studies documents records figures rumours rumors")
_VAGUE = words("a an one some many several two three four five dozens hundreds thousands")
_PEOPLES = ("ian", "ish", "ese", "can", "man", "woman", "ench", "utch", "ans")
"'The Italian' is somebody of that country."

_OPENERS = (DETERMINERS | AGENTS | STARTERS) - PLACES
"Words whose capital only opens a sentence."

_GROUPS = words(
    "army military troops regime cabinet staff crew family couple media opposition administration campaign delegation "
    "panel militia jury public crowd company firm board agency kremlin website newspaper paper defence prosecution"
)
"Nouns of many who speak as one."

_HONORIFICS = words("mr mrs ms miss mx dr sir dame lord lady")
_SMALL = words("of and the for &")


def head(low: list[str]) -> str:
    """The noun of a phrase, in lower case: what stands before its first preposition, or its last word."""
    for index in range(1, len(low)):
        if low[index] in PREPOSITIONS or low[index] == "who":
            before = low[index - 1]
            return low[index - 2] if index > 1 and not is_agent(before) and is_agent(low[index - 2]) else before
    return low[-1]


def plain_name(said: list[str]) -> str:
    """The phrase as a name: without 'the'; a capital that only opened the sentence goes."""
    if said[0].lower() == "the" and len(said) > 1:
        said = said[1:]
    elif said[0].lower() == "one" and len(said) > 1 and said[1] not in ("of", "in"):
        said = ["a", *said[1:]]
    if len(said) > 1 and said[0].isupper() and len(said[0]) > 4 and said[1].istitle():
        said = said[1:]  # 'FULL-TIME Ashby', a live page's shout
    first = said[0]
    opened = first[1:].islower() and first.lower() in _OPENERS
    if opened or first in ("A", "One"):
        said = [first.lower(), *said[1:]]
    return " ".join(said)


def named_thing(said: list[str]) -> str | None:
    """'Kalvik' of 'Ship operator Kalvik', 'the budget airline Kalvik': a firm behind what it is."""
    at = len(said)
    while at and said[at - 1][0].isupper():
        at -= 1
    described, name = said[:at], said[at:]
    if not name or not described or len(described) > 4 or described[-1].lower() not in THINGS:
        return None
    is_plain = all(word.replace("-", "").isalpha() and word.lower() not in PREPOSITIONS for word in described)
    return " ".join(name) if is_plain else None


def kind_of(said: list[str], noun: str) -> Kind:
    """Whether a phrase names a body. A lone capitalised word that the article never explains names nobody for sure."""
    inner = said[1:] if said[0].lower() == "the" and len(said) > 1 else said
    if not _is_one_body(inner) or (fold(inner[0]) in TITLES and noun not in BODIES) or _is_honoured(inner):
        return "unnamed"
    if len(inner) == 1:
        return _kind_of_one(inner[0], noun, inner is not said)
    if noun in BODIES or (noun in COMPANIES and inner[-1][0].isupper()):
        return "body"
    if is_agent(noun) or noun in ONE_OF_A_PEOPLE:
        return "unnamed"
    return "body" if all(word[0].isupper() or word in _SMALL for word in inner) else "unnamed"


def _is_honoured(inner: list[str]) -> bool:
    """'Ms. Park', 'Dr. Bank'."""
    return fold(inner[0]) in _HONORIFICS and len(inner) == 2


def _kind_of_one(word: str, noun: str, has_article: bool) -> Kind:
    """'NATO', 'Norway', 'the Pentagon', 'the Guild'; not 'police', 'the President' or a word never explained."""
    if not word[0].isupper():
        return "unnamed"
    acronym = word.replace(".", "").isupper() and len(word) > 1
    if noun in PLACES or acronym:
        return "body"
    if noun.endswith(_PEOPLES) or noun in ONE_OF_A_PEOPLE:
        return "unnamed"
    return "body" if has_article and (noun in BODIES or not is_agent(noun)) else "unnamed"


def _is_one_body(inner: list[str]) -> bool:
    """Two bodies joined by 'and' are none; neither is 'some' of one, nor what reports say."""
    if inner[0].lower() in _VAGUE or (len(inner) == 1 and inner[0].lower() in _NOBODYS):
        return False
    return not ("and" in inner and _joins_two(inner))


def _joins_two(inner: list[str]) -> bool:
    """'Harbours and Coasts Board' is one body; 'Norway and Sweden', 'the Post and the Courier' are two."""
    at = inner.index("and")
    rest = inner[at + 1 :]
    if not rest or rest[0].lower() in DETERMINERS or at > 2:
        return True
    last = rest[-1].lower()
    return not (len(rest) >= 2 and (last in BODIES or last in COMPANIES)) or inner[at - 1].lower() in BODIES | PLACES


def may_speak(noun: str) -> bool:
    """Whether a noun behind 'his' or 'her' is of people or a body: 'his aides', not 'his verdict'."""
    return is_agent(noun) or noun in TITLES or noun in BODIES or noun.endswith("s")


def is_plural(noun: str) -> bool:
    """'ministers', 'people'; not 'boss'."""
    return (noun.endswith("s") and not noun.endswith("ss")) or noun in ("people", "men", "women", "children", "police")


def is_collective(phrase: str) -> bool:
    """Whether a phrase is of a body or a group as one: 'the army', 'the ministry', 'its board'."""
    noun = head(phrase.lower().split())
    return noun in BODIES or noun in COMPANIES or noun in _GROUPS
