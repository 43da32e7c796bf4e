"""A text as the words it is made of, so that typography never decides whether two texts are the same."""

from __future__ import annotations

import re
import unicodedata

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))
"soft hyphens, zero-width spaces, marks of direction: what copying from a page leaves behind"

_APOSTROPHES = re.compile(r"(?<=\w)['’‘ʼ`´](?=\w)")
_ABBREVIATION_DOTS = re.compile(r"(?<=\b[^\W\d_])\.(?=[^\W\d_]\b)")
_DIGIT_COMMAS = re.compile(r"(?<=\d),(?=\d{3}\b)")
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_\u3040-\u30ff\u3400-\u9fff]+")
"a run of letters or digits; Chinese and Japanese, which set no spaces, are taken sign by sign"


def words(text: str) -> list[str]:
    """The words in order, folded: "The U.S. didn’t — 1,200" is the, us, didnt, 1200."""
    text = unicodedata.normalize("NFKC", text).translate(_INVISIBLE).casefold()
    text = _APOSTROPHES.sub("", text)
    text = _ABBREVIATION_DOTS.sub("", text)
    return _WORD.findall(_DIGIT_COMMAS.sub("", text))
