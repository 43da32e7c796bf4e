"""What an article says somebody is, right before a name or right behind it: 'harbour spokeswoman Anna Ashby'."""

from __future__ import annotations

import re

from bot.analyse.lexicon import words
from bot.analyse.quoting.grammar import AGENTS, DETERMINERS, PREPOSITIONS, is_agent, looks_past
from bot.analyse.quoting.titles import TITLES
from bot.analyse.sentences import STARTERS

_PLAIN = re.compile(r"[\w.’'-]+")
_AFTER = re.compile(r",[ ]((?:[\w.’'-]+[ ]?){1,9})")
_STOPS = re.compile(r"[,.;:“”\"\n]")
_WINDOW = 90
_ENDS = frozenset(["who", "which", "said", "told", "says", "and", "in", "at", "on"])

HONORIFICS = words("mr mrs ms miss mx")

_NORMAL = {
    "defence": "defense", "u.s": "us", "american": "us", "u.k": "uk", "british": "uk", "britain": "uk",
    "french": "fran",
    "spokeswoman": "spokesman", "spokesperson": "spokesman", "sen": "senator", "gen": "general", "gov": "governor",
    "rep": "representative", "congressman": "representative", "congresswoman": "representative",
    "chairwoman": "chairman",
    "lt": "lieutenant", "col": "colonel", "capt": "captain", "adm": "admiral", "maj": "major", "prof": "professor",
    "supt": "superintendent", "insp": "inspector", "det": "detective", "cllr": "councillor", "cdr": "commander",
    "cmdr": "commander", "rev": "reverend", "sgt": "sergeant", "pm": "premier", "dr": "doctor", "pc": "constable",
}  # fmt: skip


def norm(word: str) -> str:
    """One form for the words of a role: Northlandic and Northland's meet in their first letters."""
    low = word.lower().strip(".,").removeprefix("ex-")
    for ending in ("'s", "’s", "'", "’"):
        low = low.removesuffix(ending)
    low = _NORMAL.get(low, low)
    return low if low in TITLES or low in AGENTS else low[:5]


def roles_before(text: str, start: int) -> set[str]:
    """The description right before a name: 'harbour spokeswoman Anna Ashby', 'its envoy, Anna Ashby'."""
    before = text[max(0, start - _WINDOW) : start]
    if not before.endswith(" "):
        return set()
    apposed = before.endswith(", ")
    before = before[:-1].removesuffix(",")
    last = before[before.rfind(" ") + 1 :]
    if not _is_office(last.lower().removesuffix("'s").removesuffix("’s")):
        return _office_of(before) if apposed else set()
    said: list[str] = []
    for word in reversed(before.split(" ")[-7:]):
        if not _PLAIN.fullmatch(word):
            break
        if _breaks(word):
            if word.endswith(("'s", "’s")):
                said.append(word[:-2])
            break
        if looks_past(word):
            break  # 'the union endorsed Councilwoman'
        said.append(word)
    return {norm(word) for word in said} if said and _is_office(said[0].lower()) else set()


def _is_office(low: str) -> bool:
    return is_agent(low) or low in TITLES


def _office_of(before: str) -> set[str]:
    """'The captain of the Lady Marian, | Anna Ashby': an office with what it is of."""
    said = _STOPS.split(before)[-1].split()[-8:]
    low = [word.lower() for word in said]
    at = low.index("of") if "of" in low else 0
    if not at:
        at = next((i for i, word in enumerate(low) if word in ("for", "to", "at", "in")), 0)
        said = [word for i, word in enumerate(said) if i < at or word.islower()]  # a spokesman for a minister is none
    return {norm(word) for word in said if word.lower() not in DETERMINERS} if at and _is_office(low[at - 1]) else set()


def _breaks(word: str) -> bool:
    """Whether a description begins behind this word."""
    low = word.lower()
    if low in DETERMINERS or low in PREPOSITIONS or low in STARTERS:
        return True
    return word.endswith(("'s", "’s", ".")) and "." not in word[:-1]


def roles_after(text: str, end: int) -> set[str]:
    """The description behind a name: 'Anna Ashby, the harbour spokeswoman,'."""
    said = _behind(text, end)
    return {norm(word) for word in said if word.lower() not in DETERMINERS} - HONORIFICS


def said_of(text: str, start: int, end: int) -> set[str]:
    """What is said of the person named, not of others: 'actress' before, of 'the daughter of a king' 'daughter'."""
    said = [word.lower() for word in _behind(text, end)]
    own = next((i for i, word in enumerate(said) if word in PREPOSITIONS), len(said))
    before = text[max(0, start - 20) : start].rstrip(" ,").rpartition(" ")[2].lower()
    return {before, *said[:own]}


def _behind(text: str, end: int) -> list[str]:
    match = _AFTER.match(text, end, min(len(text), end + _WINDOW))
    if match is None:
        return []
    said = match.group(1).split()
    first = said[0].lower()
    agent_near = first not in STARTERS and any(is_agent(word.lower()) for word in said[:4])
    if first not in ("the", "a", "an", "its", "their", "his", "her") and not agent_near:
        return []
    for index, word in enumerate(said):
        if index > 6 or word.lower() in _ENDS:
            said = said[:index]
            break
    return said if any(is_agent(word.lower()) for word in said) else []
