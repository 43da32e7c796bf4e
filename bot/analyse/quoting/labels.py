"""Reads the labels of speakers in capitals: 'MS S. ODUYA (Sarn):', 'THE PREMIER (Mr R. Penhale):', 'HOST:'."""

from __future__ import annotations

import re

from bot.analyse.lexicon import words
from bot.analyse.quoting.grammar import AGENTS, DETERMINERS
from bot.analyse.quoting.titles import TITLES

_BRACKETS = re.compile(r"\(([^()]{1,60})\)")
_ASKING = words("q question a answer q. a.")
_ROLES = words("host caller presenter interviewer court witness audience bench second first third member members")
_JUDGES = words("j lj cj jj p")
"What English courts set behind a judge's name."


def is_label(phrase: str) -> bool:
    """Whether a phrase is written in capitals, brackets aside: not 'NATO' and other names of one short word."""
    outside = _BRACKETS.sub("", phrase).strip() if "(" in phrase else phrase.strip()
    if _is_asking(outside):
        return True
    is_long = len(outside) > 4 or " " in outside or outside != phrase
    return outside.isupper() and (is_long or _is_role(outside))


def label(phrase: str) -> str:
    """What a label calls the speaker, in ordinary letters; empty for 'Q', small letters for 'host'."""
    inside = next((match[1] for match in _BRACKETS.finditer(phrase)), "")
    outside = _BRACKETS.sub("", phrase).split(",")[0].strip()
    said = [word for word in outside.split() if word.lower() not in DETERMINERS]
    if said and said[-1].lower() in _JUDGES and len(said) > 1:
        said.pop()
    roles = all(_is_role(word) for word in said)
    if (roles or _is_asking(outside)) and inside and not inside.isupper():
        return inside.split(",")[0].strip()
    if _is_asking(outside):
        return ""
    return " ".join(word.lower() if roles else ordinary(word) for word in said)


def _is_role(word: str) -> bool:
    low = word.lower().strip(".")
    return low in _ROLES or low in TITLES or low in AGENTS


def _is_asking(outside: str) -> bool:
    return outside.lower() in _ASKING


def ordinary(word: str) -> str:
    """'O’BRIEN' is O’Brien, 'TRAN-HELLER' Tran-Heller, 'R.' stays."""
    return re.sub(r"[^\W\d_]+", lambda match: match[0].capitalize(), word)
