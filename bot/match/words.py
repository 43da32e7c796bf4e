"""A text as the words it is made of, so that typography never decides whether two texts are the same."""

from __future__ import annotations

import re
import unicodedata

_MARKS = "“”–—…•·→«»©®×£€¢°\u00a0"
"what news pages set between words besides ASCII: without it most are plain ASCII, which is read fast"

_DROPPED = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeffʼ´"
"soft hyphens, zero-width spaces, marks of direction, which copying from a page leaves behind; and rarer apostrophes"

_ABBREVIATION_DOTS = re.compile(r"\.(?<=\b[^\W\d_]\.)(?=[^\W\d_]\b)")
_DIGIT_COMMAS = re.compile(r",(?<=\d,)(?=\d{3}\b)")
_UNSPACED = re.compile(r"([\u3040-\u30ff\u3400-\u9fff])")
"Chinese and Japanese set no spaces: they are taken sign by sign"
_WORD = re.compile(r"\w+")
_ASCII = {sign: chr(sign).lower() if chr(sign).isalnum() else " " for sign in range(128)}


def words(text: str) -> list[str]:
    """The words in order, folded: "The U.S. didn’t — 1,200" is the, us, didnt, 1200."""
    text = text.replace("'", "").replace("`", "").replace("_", " ")
    if text.isascii():
        return _plain(text)
    text = text.replace("’", "").replace("‘", "")
    for sign in _MARKS:
        text = text.replace(sign, " ")
    if text.isascii():
        return _plain(text)
    return [word for line in text.split("\n") for word in (_plain(line) if line.isascii() else _folded(line))]


def _plain(text: str) -> list[str]:
    """Of ASCII alone: what is no letter and no digit is a space."""
    return _joined(text).translate(_ASCII).split()


def _folded(text: str) -> list[str]:
    """Of any script: letters that are read as the same are the same."""
    text = text.casefold()
    for sign in _DROPPED:
        text = text.replace(sign, "")
    text = unicodedata.normalize("NFKC", text).casefold()
    return _WORD.findall(_joined(_UNSPACED.sub(r" \1 ", text)))


def _joined(text: str) -> str:
    """U.S. and 1,200 are one word each."""
    return _DIGIT_COMMAS.sub("", _ABBREVIATION_DOTS.sub("", text))
