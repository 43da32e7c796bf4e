"""Tells the name of a book or a film in quotation marks from somebody's words."""

from __future__ import annotations

import re

from bot.analyse.lexicon import words
from bot.analyse.quoting.grammar import AUXILIARIES, PREPOSITIONS, is_adverb
from bot.analyse.quoting.tokens import Token, words_in

_TITLE_BEFORE = re.compile(
    r"\b(?:book|novel|memoir|song|album|film|movie|show|series|play|poem|essay|article|report|documentary|programme|program|"
    r"podcast|titled|entitled|headlined|named|dubbed|hit|single|column|work|slogan|sign|banner|hashtag|memoirs?)(,?)\s*\Z",
    re.IGNORECASE,
)
_LONGEST_LABEL = 6
_SMALL = words("a an and as at by de for from in la le of on or the to with vs is")


_OPENS_NOUN = words("a an the his her its their our my this that these those every no")
_NO_NOUN = words(
    "and or but as in on at of for to with from by is was were are has had said says who which that when while"
)


def _is_label(tokens: list[Token], at: int) -> bool:
    """'their “fair fares” badges': a quotation between an article and its noun says what is on something."""
    if tokens[at].stops or at + 1 >= len(tokens) or tokens[at].words > _LONGEST_LABEL:
        return False
    before = [token.low for token in tokens[max(0, at - 2) : at]]
    after = tokens[at + 1]
    if not any(word in _OPENS_NOUN or word.endswith("'s") for word in before) or before[-1] in _NO_NOUN:
        return False
    if before[0] == "that" and len(before) > 1:
        return False  # 'that it “never came” back'
    behind = after.low in _NO_NOUN or after.low in PREPOSITIONS or is_adverb(after.low)
    return after.kind == "w" and not after.cap and not behind


def names_something(tokens: list[Token], at: int) -> bool:
    """'the cup they call “Old Bucket”', 'a rule that locals call “the drowner”': what something goes by."""
    cue = at - 1 - (1 < at <= len(tokens) and tokens[at - 1].low in ("the", "a"))
    if cue < 2 or at >= len(tokens) or tokens[at].kind != "q" or tokens[cue].low not in ("call", "calls"):
        return False
    caller = cue - 1
    if not tokens[caller].cap and tokens[caller - 1].low in ("the", "a", "his", "her", "their", "its"):
        caller -= 1
    before = tokens[caller - 1]
    relative = before.low in ("which", "that") or (before.kind == "w" and tokens[cue - 1].low == "they")
    return relative and not tokens[cue - 1].cap and before.low not in _NO_NOUN - {"which", "that"}


def is_title(text: str, tokens: list[Token], at: int) -> bool:
    """Whether a quotation names a work: capitals throughout, or 'the film' before it."""
    inner = text[tokens[at].start : tokens[at].end].strip("“”\"'‘’`")
    named = [word for word in inner.split() if word.lower() not in _SMALL]
    capitals = len(inner) < 100 and all(word[0].isupper() or not word[0].isalpha() for word in named)
    if capitals and words_in(inner) <= 12 and not inner.endswith(("!", "?")):
        is_subject = at + 1 < len(tokens) and tokens[at + 1].low in AUXILIARIES  # 'a boat, “Roll On By,” is for sale'
        said = at > 0 and tokens[at - 1].low in (",", ":") and not is_subject
        described = at + 1 < len(tokens) and tokens[at + 1].low in ("a", "an")  # '“The Long Pier,” a novel, is out'
        if not inner.endswith((".", ",")) or (len(named) > 1 and (at > 0 or described) and not said):
            return True
    if at == 0:
        return False
    if _is_label(tokens, at) or names_something(tokens, at):
        return True
    work = _TITLE_BEFORE.search(text[max(0, tokens[at].start - 24) : tokens[at].start])
    return work is not None and (capitals or work[1] == "")  # 'in a report, “Nothing lasts.”' is no title
