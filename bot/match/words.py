"""A text as the words it is made of, so that typography never decides whether two texts are the same."""

from __future__ import annotations

import re
import unicodedata

_DROPPED = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff’‘ʼ´"
"soft hyphens, zero-width spaces, marks of direction, which copying from a page leaves behind; and apostrophes"

_ABBREVIATION_DOTS = re.compile(r"(?<=\b[^\W\d_])\.(?=[^\W\d_]\b)")
_DIGIT_COMMAS = re.compile(r"(?<=\d),(?=\d{3}\b)")
_UNSPACED = re.compile(r"([\u3040-\u30ff\u3400-\u9fff])")
"Chinese and Japanese set no spaces: they are taken sign by sign"
_WORD = re.compile(r"\w+")


def words(text: str) -> list[str]:
    """The words in order, folded: "The U.S. didn’t — 1,200" is the, us, didnt, 1200."""
    text = text.replace("'", "").replace("`", "").replace("_", " ").casefold()
    if not text.isascii():
        text = _plain(text)
    return _WORD.findall(_DIGIT_COMMAS.sub("", _ABBREVIATION_DOTS.sub("", text)))


def _plain(text: str) -> str:
    for sign in _DROPPED:
        text = text.replace(sign, "")
    text = unicodedata.normalize("NFKC", text).casefold()
    return _UNSPACED.sub(r" \1 ", text)
