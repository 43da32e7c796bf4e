"""The words of a sentence in normal form, so that two outlets' sentences about one thing can meet.

A token's `term` is a stem, a concept that several stems stand for (`incursion` for violate, intrude ...), or a
name's one form (`russia` for Moscow, Kremlin and Russian).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from bot.analyse.lexicon import words

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|\d[\d,.]*\d|\d|[^\W\d_]+(?:['’][^\W\d_]+)*")

STOP = words(
    "a an the and or but nor so yet of in on at by to for from with as into onto over under about after before "
    "between during through against among within without upon per than then that this these those there here it its "
    "he him his she her they them their we us our you your i me my who whom whose which what when where why how is "
    "are was were be been being am do does did done have has had having will would shall should can could may might "
    "must not no none never neither if whether while because since until unless although though also just only even "
    "still very more most much many some any all each every both other another such same own too up down out off "
    "again further once now later earlier ago yesterday today tomorrow said say says saying told tell added adding "
    "according mr mrs ms dr s t re ve ll d m one two first second new last next week month year day days time people "
    "person night morning evening afternoon"
)
"Words that tell no event from another."

_LIGHT_WORDS = words(
    "carry conduct take took taken make made give get got go come came happen occur place plan intend intention want "
    "believe think know see report claim allege allegation accuse accusation suggest suggestion deny denial reject "
    "dismiss insist statement spokesman spokeswoman official ministry minister government leader call ask include "
    "use near around way thing lot number part were was"
)
"Stems too common in reports to show that two sentences speak of one thing."

_CONCEPTS = {
    "strike": "strike struck airstrike bomb bombard raid hit hits hitting target shell pound attack",
    "incursion": "incursion violate violation intrude intrusion trespass encroach",
    "crash": "crash crashed",
    "kill": "kill dead death deaths die died dies dying fatal slay slain lethal toll fatality",
    "injure": "injure injury wound hospitalise hospitalize",
    "arrest": "arrest detain detention custody",
    "deploy": "deploy send sent dispatch deployment",
    "forces": "troop soldier fighter forces militia militiaman troops",
    "fault": "fault faults faulty defect defective",
    "blast": "blast explosion explode detonate detonation",
    "blaze": "fire fires blaze wildfire",
    "quake": "quake earthquake tremor temblor",
    "shoot": "shoot shot shooting gunfire",
    "collide": "collide collision",
    "warn": "warn warned warning warnings alerted",
    "bribe": "bribe bribery kickback",
    "quit": "resign quit resignation",
    "oust": "sack oust",
}

_NAMES = {
    "russia": "russia russian russians moscow kremlin",
    "us": "u.s. us usa american americans america washington pentagon",
    "britain": "britain british uk u.k. london briton britons",
    "china": "china chinese beijing",
    "france": "france french paris",
    "germany": "germany german germans berlin",
    "turkey": "turkey turkish ankara turks",
    "israel": "israel israeli israelis jerusalem",
    "iran": "iran iranian iranians tehran",
    "iraq": "iraq iraqi iraqis",
    "syria": "syria syrian syrians",
    "india": "india indian indians delhi",
    "pakistan": "pakistan pakistani pakistanis islamabad",
    "ukraine": "ukraine ukrainian ukrainians kyiv kiev",
    "japan": "japan japanese tokyo",
    "isis": "isis isil daesh",
}
"Capitals stand for their governments, adjectives for their countries."

_PHRASES = {
    ("islamic", "state"): "isis",
    ("united", "states"): "us",
    ("united", "kingdom"): "britain",
    ("white", "house"): "us",
    ("downing", "street"): "britain",
    ("air", "strikes"): "strike",
    ("air", "strike"): "strike",
    ("shot", "down"): "shootdown",
    ("shoot", "down"): "shootdown",
    ("cease", "fire"): "ceasefire",
    ("cease", "firing"): "ceasefire",
    ("opened", "fire"): "shoot",
    ("hunger", "strike"): "hungerstrike",
    ("hunger", "strikes"): "hungerstrike",
}


@dataclass(frozen=True, slots=True)
class Token:
    """One word and where it stands."""

    start: int
    end: int
    text: str
    low: str
    term: str
    is_name: bool


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The words of text[start:end] in order; a known phrase (Islamic State) keeps its term on every word."""
    found = list(_TOKEN.finditer(text, start, len(text) if end is None else end))
    lows = [_bare(m.group()) for m in found]
    plain = [
        _token(m, low, at == 0 or _opens(text, m.start())) for at, (m, low) in enumerate(zip(found, lows, strict=True))
    ]
    plain = [_told(token, plain[at - 1]) if at else token for at, token in enumerate(plain)]
    plain = [_untitled(token, plain[at - 1]) if at else token for at, token in enumerate(plain)]
    for at, pair in enumerate(pairwise(lows)):
        if term := _PHRASES.get(pair):
            for i in (at, at + 1):
                plain[i] = _renamed(plain[i], term)
    return plain


def terms(found: Iterable[Token]) -> frozenset[str]:
    """The terms that say what is spoken of: no stop words, no figures."""
    return frozenset(t.term for t in found if is_content(t))


def is_content(token: Token) -> bool:
    """Whether a word tells of a matter: no stop word, figure, day or month."""
    if token.low in _CALENDAR and token.text[0].isupper():
        return False
    if token.low in STOP and not token.is_name:
        return False
    return not token.low[0].isdigit() and len(token.term) > 1 and token.term not in LIGHT


def stem(word: str) -> str:
    """A word's stem: plural, -ing, -ed, -ion, -ly and a final e taken off. Cruder than Porter's, and enough to meet."""
    low = word
    for ending, put in (("ies", "y"), ("sses", "ss"), ("xes", "x"), ("ches", "ch"), ("shes", "sh")):
        if low.endswith(ending) and len(low) > len(ending) + 1:
            low = low[: -len(ending)] + put
            break
    else:
        if low.endswith("s") and not low.endswith(("ss", "us", "is")) and len(low) > 3:
            low = low[:-1]
    for ending in ("ingly", "edly", "ing", "ed", "ally", "ly", "ion"):
        if low.endswith(ending) and len(low) - len(ending) >= 3 and _may_go(low, ending):
            low = low[: -len(ending)]
            break
    if len(low) > 3 and low[-1] == low[-2] and low[-1] in "bdgmnprt":
        low = low[:-1]
    if low.endswith("e") and len(low) > 3:
        low = low[:-1]
    return low[:-1] + "i" if low.endswith("y") and len(low) > 3 else low


def _may_go(low: str, ending: str) -> bool:
    rest = low[: -len(ending)]
    return rest[-1] in "st" if ending == "ion" else any(c in "aeiouy" for c in rest)


def _bare(word: str) -> str:
    low = word.lower().replace("’", "'")
    return low[:-2] if low.endswith("'s") else low


def _opens(text: str, at: int) -> bool:
    before = text[max(0, at - 3) : at].rstrip(" “\"‘'(")
    return not before or before[-1] in ".!?:\n"


def _token(match: re.Match[str], low: str, opens: bool) -> Token:
    word = match.group()
    capital = word[0].isupper()
    term = "isis" if word == "IS" else _NAME_OF.get(low) if capital or low not in STOP else None
    if term is None or (low == "us" and word != "US"):
        root = stem(low)
        return Token(
            match.start(),
            match.end(),
            word,
            low,
            _CONCEPT_OF.get(low) or _CONCEPT_OF.get(root) or root,
            capital and not opens,
        )
    return Token(match.start(), match.end(), word, low, term, True)


def _told(token: Token, before: Token) -> Token:
    """'Crew had reported the fault' is a warning; 'police reported' only a report."""
    warned = token.low in ("reported", "alerted", "complained") and before.low in ("had", "have", "has")
    return _renamed(token, "warn") if warned else token


def _untitled(token: Token, before: Token) -> Token:
    """A happening's word inside a name (Catching Fire, Strike Force) is no happening."""
    inside = token.text[0].isupper() and before.text[0].isupper() and token.start - before.end == 1
    return _renamed(token, stem(token.low)) if inside and token.term in CONCEPTS else token


def _renamed(token: Token, term: str) -> Token:
    return Token(token.start, token.end, token.text, token.low, term, token.is_name)


def _forms(word: str) -> tuple[str, ...]:
    """A word and its stem, unless that is so short that it is other words' stem too: fire, fired."""
    root = stem(word)
    return (word, root) if len(root) >= _LEAST_STEM else (word,)


_LEAST_STEM = 4
_CALENDAR = words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december jan feb aug sept oct nov dec"
)
LIGHT = frozenset(stem(w) for w in _LIGHT_WORDS)
_CONCEPT_OF = {form: concept for concept, listed in _CONCEPTS.items() for w in listed.split() for form in _forms(w)}
_NAME_OF = {form: name for name, listed in _NAMES.items() for form in listed.split()}

COUNTRIES = frozenset(_NAMES) - {"isis"}
"Terms of countries and their governments: in foreign news they are in every other sentence."

CONCEPTS = frozenset(_CONCEPTS) - {"forces", "arrest", "fault"} | {"shootdown"}
"Terms that are happenings. Arrests are not: 'no arrests' is true until there is one."
