"""Whether two quotations report one thing said, and in what their wording differs.

Outlets cut, stitch and shorten the same words; what counts is how much of the shorter
text stands in the longer one, in order.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from bot.analyse.lexicon import words as listed

SAME_WORDS = 0.8
"""From this likeness two quotations report one utterance. Below it they share a topic, not the words; a wrong join
would put one outlet's wording beside another sentence and call it a difference."""

_FEW = 4
"Fewer content words than this say too little to be recognised by: 'very serious' may be said of anything."

_SHARED = 0.3
"Two texts that share less of their words are not looked at further: they could not come near one utterance."

_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_COMMON = listed(
    "the a an and or but of to in on at for with by from as is are was were be been it that this he she "
    "they we i you his her its their our not no so do does did have has had will would can could there "
    "what which who if about into than then said says say"
)
_STRETCH = 8
"Words shown of a difference; the rest is an ellipsis."


def belongs(text: str, others: Sequence[str]) -> float:
    """How surely a quotation reports the same thing said as these texts of one utterance: 0 to 1.

    Cut, stitched and shortened quotations of the same words are one. Reported speech may match a quotation, but must
    share more of its words to do so.
    """
    return max((_alike(text, other) for other in others), default=0.0)


def differs(text: str, other: str) -> str | None:
    """What a reader should know of two wordings, in few words; None where they are the same to the ear."""
    ours, theirs = _words(text), _words(other)
    if ours == theirs:
        return None
    if _is_cut(ours, theirs):
        return "shorter"
    if _is_cut(theirs, ours):
        return "longer"
    return _difference(ours, theirs)


def holds(words: str, text: str) -> float:
    """How surely a text holds words that somebody half remembers: 1 word for word, less for nearly so, 0 for not."""
    wanted, have = _words(words), _words(text)
    if not wanted or not have:
        return 0.0
    if " ".join(wanted) in " ".join(have):
        return 1.0
    near = fuzz.partial_ratio(" ".join(wanted), " ".join(have)) / 100
    together = _overlap(wanted, have)
    return round(max(near if len(wanted) > 1 else near * near, 0.95 * together), 3)


def _alike(text: str, other: str) -> float:
    a, b = _words(text), _words(other)
    if not a or not b:
        return 0.0
    if a == b:
        return 1.0
    if len(_stems(text) & _stems(other)) < _SHARED * min(len(_stems(text)), len(_stems(other))):
        return 0.0
    short, long_ = sorted((a, b), key=len)
    in_order = LCSseq.similarity(short, long_) / len(short)
    content = _overlap(short, long_)
    telling = sum(word not in _COMMON for word in short)
    if telling < _FEW and not (telling >= 2 and " ".join(short) in " ".join(long_)):
        return round(0.5 * in_order, 3)
    score = min(in_order, content) * 0.6 + max(in_order, content) * 0.4
    if _is_reported(text) != _is_reported(other):
        score *= 0.94
    if _turned(short, long_):
        score *= 0.6
    return round(score, 3)


def _turned(short: Sequence[str], long_: Sequence[str]) -> bool:
    """Whether one text says no where the other says yes: the same words, and a 'not' in one of them only."""
    if len(long_) > len(short) * 1.6:
        return False
    return any(_is_no(word) for word in short) != any(_is_no(word) for word in long_)


def _is_no(word: str) -> bool:
    return word in ("not", "no", "never", "nobody", "nothing", "none", "cannot", "without") or word.endswith("n't")


def _overlap(short: Sequence[str], long_: Sequence[str]) -> float:
    """The share of the shorter text's telling words that stand in the longer one."""
    wanted = [word for word in short if word not in _COMMON] or list(short)
    have = {_stem(word) for word in long_}
    return sum(_stem(word) in have for word in wanted) / len(wanted)


def _is_reported(text: str) -> bool:
    return not any(mark in text for mark in '“”"«»') and "''" not in text


def _is_cut(short: Sequence[str], long_: Sequence[str]) -> bool:
    """Whether the shorter text is the longer one with words left out at ends or at one place, none altered."""
    if not short or len(short) >= len(long_):
        return False
    return LCSseq.similarity(short, long_) == len(short) and _pieces(short, long_) <= 1 + len(short) // 6


def _pieces(short: Sequence[str], long_: Sequence[str]) -> int:
    blocks = SequenceMatcher(None, short, long_, autojunk=False).get_matching_blocks()
    return len([block for block in blocks if block.size])


def _difference(ours: Sequence[str], theirs: Sequence[str]) -> str:
    changes = [op for op in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes() if op[0] != "equal"]
    inner = [op for op in changes if op[0] == "replace"] or changes
    if len(ours) != len(theirs) and len(inner) > 4:
        return "worded differently"
    _, a, b, c, d = inner[0]
    more = f", and {len(inner) - 1} more" if len(inner) > 1 else ""
    if a == b:
        return f"without “{_shown(theirs[c:d])}”{more}"
    if c == d:
        return f"with “{_shown(ours[a:b])}”{more}"
    return f"“{_shown(ours[a:b])}” where the other has “{_shown(theirs[c:d])}”{more}"


def _shown(found: Sequence[str]) -> str:
    return " ".join(found[:_STRETCH]) + (" …" if len(found) > _STRETCH else "")


@lru_cache(maxsize=4096)
def _stems(text: str) -> frozenset[str]:
    return frozenset(_stem(word) for word in _words(text))


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    for ending in ("ings", "ing", "edly", "ed", "es", "s", "'s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    """The words of a quotation: marks, dots, case, bracketed additions and the joints of its parts gone."""
    plain = unicodedata.normalize("NFKC", text).replace("’", "'").replace("‘", "'")
    plain = re.sub(r"\[[^\[\]]{0,60}\]", " ", plain)
    found = [word.casefold().replace("-", " ") for word in _WORD.findall(plain)]
    found = [part for word in found for part in word.split()]
    return tuple(found[1:] if found[:1] == ["that"] else found)
