"""One sound in several spellings: accents, other alphabets, slips of the hand. Only used to compare."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein, LCSseq

_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th"})

_ENDINGS = (
    ("skaya", "skaia"), ("iy", "i"), ("yy", "i"), ("yi", "i"), ("ii", "i"), ("ie", "i"), ("ey", "i"), ("ei", "i"),
    ("ij", "i"), ("oy", "oi"), ("y", "i"), ("off", "ov"), ("eff", "ev"), ("ow", "ov"), ("ew", "ev"),
)  # fmt: skip

_SPELLINGS = (
    ("shch", "sh"), ("sch", "sh"), ("tsch", "ch"), ("tch", "ch"), ("tz", "ts"), ("cz", "ch"), ("kh", "h"), ("zh", "j"),
    ("dj", "j"), ("gh", "g"), ("dh", "d"), ("ph", "f"), ("ou", "u"), ("oo", "u"), ("ue", "u"), ("oe", "o"),
    ("ae", "a"), ("ee", "i"), ("aa", "a"), ("yo", "o"), ("yu", "u"), ("iu", "u"), ("ya", "a"), ("ia", "a"),
    ("ye", "e"), ("ey", "i"), ("ei", "i"), ("ij", "i"), ("iy", "i"), ("yy", "i"), ("oy", "oi"), ("ay", "ai"),
    ("ahl", "al"), ("ehl", "el"), ("ohl", "ol"), ("uhl", "ul"), ("ahn", "an"), ("ehn", "en"), ("ehr", "er"),
    ("w", "v"), ("q", "k"), ("ck", "k"), ("x", "ks"), ("y", "i"), ("j", "i"), ("ii", "i"), ("ie", "e"),
)  # fmt: skip
"Ways one sound of another alphabet is spelled in English, reduced to one."

_LONG = 8
"From so many letters on, one wrong letter leaves no other name that is meant."


def plain(name: str) -> str:
    """Lower case, no accents, straight apostrophes, no possessive."""
    low = unicodedata.normalize("NFKD", name.casefold().replace("’", "'").replace("‘", "'"))
    bare = "".join(c for c in low if not unicodedata.combining(c)).translate(_LETTERS)
    return bare.strip().removesuffix("'s").removesuffix("'")


@lru_cache(maxsize=8192)
def spelled(word: str) -> str:
    """A plain word with each sound in one spelling: 'zelenskyy' and 'zelenski' meet."""
    word = word.replace("'", "")
    ending = next((pair for pair in _ENDINGS if word.endswith(pair[0])), ("", ""))
    word = word.removesuffix(ending[0]) + ending[1]
    for one, other in _SPELLINGS:
        word = word.replace(one, other)
    return re.sub(r"(.)\1", r"\1", word)


def skeleton(word: str) -> str:
    """What is left of a word in every spelling of it: its first letter and the consonants behind."""
    sound = spelled(word)
    return sound[:1] + re.sub(r"[aeiouh]", "", sound[1:])


def same_surname(a: str, b: str) -> float:
    """How surely two plain surnames are one: 1 letter for letter, less in another spelling, 0 where they differ."""
    if a == b:
        return 1.0
    if spelled(a) == spelled(b):
        return 0.97
    if _is_misspelt(a, b):
        return 0.85
    one, other = a.split("-"), b.split("-")
    return 0.93 if len(one) + len(other) > 2 and (one[-1] == other[-1] or one[0] == other[0]) else 0.0


def _is_misspelt(a: str, b: str) -> bool:
    """Whether one surname is the other with a slip in it, as ears and hurried fingers make them."""
    short, long_ = sorted((a, b), key=len)
    if len(short) >= _LONG - 1 and DamerauLevenshtein.distance(short, long_) == 1:
        return len(short) >= _LONG or sorted(short) == sorted(long_)
    if len(short) >= 4 and long_ == short + "e":
        return True
    if len(long_) < 6 or not 1 <= len(long_) - len(short) <= 2 or short[0] != long_[0] or short[-1] != long_[-1]:
        return False
    return LCSseq.similarity(short, long_) == len(short)
