"""Tells the name of a book or a film in quotation marks from somebody's words."""

from __future__ import annotations

import re

from bot.analyse.lexicon import words
from bot.analyse.quoting.tokens import Token, words_in

_TITLE_BEFORE = re.compile(
    r"(?:book|novel|memoir|song|album|film|movie|show|series|play|poem|essay|article|report|documentary|programme|program|"
    r"podcast|titled|entitled|headlined|named|dubbed|hit|single|column|work|slogan|sign|banner|hashtag|memoirs?)[,:]?\s*\Z",
    re.IGNORECASE,
)
_SMALL = words("a an and as at by de for from in la le of on or the to with vs is")


def is_title(text: str, tokens: list[Token], at: int) -> bool:
    """Whether a quotation names a work: capitals throughout, or 'the film' before it."""
    inner = text[tokens[at].start : tokens[at].end].strip("“”\"'‘’`")
    named = [word for word in inner.split() if word.lower() not in _SMALL]
    capitals = len(inner) < 100 and all(word[0].isupper() or not word[0].isalpha() for word in named)
    if capitals and words_in(inner) <= 12 and not inner.endswith((".", ",", "!", "?")):
        return True
    if at == 0:
        return False
    return _TITLE_BEFORE.search(text[max(0, tokens[at].start - 24) : tokens[at].start]) is not None
