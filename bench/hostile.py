"""Texts that no paper prints, with a clock: the time for a quote must grow with the length of a text and no faster.

An article comes from outside, so somebody can send a megabyte of anything. Each text is read at an eighth of its length
and whole; twice the text should take twice the time.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from bot.analyse.quotes import quotes

LONG = 1_000_000
"Characters of a text."

SLOWEST = 10.0
"Seconds one may take."

STEEPEST = 2.6
"Times the seconds for twice the text: 2 is linear, 4 is quadratic, and a busy machine blurs both."

_DOUBLINGS = 3

_CLAUSE = "and the boats that Anna Ashby had seen at the old pier went on to Marrow "
_SAID = "“We will rebuild it,” Ashby said of the pier. She told reporters that “nothing is lost.” "


def _repeated(piece: str) -> Callable[[int], str]:
    return lambda length: (piece * (length // len(piece) + 1))[:length]


def _nested(length: int) -> str:
    return "(“" * (length // 4) + "”)" * (length // 4)


def _opened(piece: str) -> Callable[[int], str]:
    """One opening mark, and no other."""
    return lambda length: "“" + _repeated(piece)(length - 1)


TEXTS: dict[str, Callable[[int], str]] = {
    "quoted prose": _repeated(_SAID + "The harbour board met on Monday in Port Ellery and left it there.\n\n"),
    "quotations alone": _repeated("“We will rebuild the pier.” "),
    "quoted paragraphs": _repeated("“We will rebuild the pier.”\n\n"),
    "one sentence": _repeated(_CLAUSE),
    "one sentence of attributions": _repeated("Ashby said the pier was lost and Marsh told her that it was not, "),
    "one quotation": lambda length: "“" + _repeated(_CLAUSE)(length - 2) + "”",
    "one unclosed quotation": _opened(_CLAUSE),
    "unclosed marks": _repeated("“We will rebuild, she said "),
    "unclosed paragraphs": _repeated("“We will rebuild the pier, she said\n\n"),
    "single marks": _repeated("‘We’ll rebuild' the boys' "),
    "apostrophes": _repeated("'"),
    "straight marks": _repeated('"'),
    "spaced marks": _repeated(' " a'),
    "brackets": _repeated("("),
    "commas": _repeated(", "),
    "stops": _repeated("."),
    "dashes": _repeated("— "),
    "spaces": _repeated(" "),
    "spaces before a mark": lambda length: "a" + " " * (length - 4) + "“b”",
    "newlines": _repeated("\n"),
    "short lines": _repeated("a\n"),
    "speaker labels": _repeated("ASHBY: We will rebuild the pier.\n"),
    "interview": _repeated("Q: Will you?\n\nA: We will.\n\n"),
    "names alone": _repeated("Anna Ashby "),
    "names and commas": _repeated("Anna Ashby, the harbour minister, "),
    "names all different": lambda length: " ".join(_name(n) for n in range(length // 12))[:length],
    "namesakes": lambda length: " ".join(f"{_name(n)} Ashby said so." for n in range(length // 24))[:length],
    "people and offices": lambda length: "".join(map(_officer, range(length // 80)))[:length],
    "one office": lambda length: "".join(map(_minister, range(length // 80)))[:length],
    "said": _repeated("said "),
    "he said": _repeated("he said "),
    "according to": _repeated("according to "),
    "one word": _repeated("a"),
    "one capital word": _repeated("A"),
    "one hyphenated word": _repeated("a-"),
    "initials": _repeated("A."),
    "figures": _repeated("1,"),
    "no spaces": _repeated("Ashbysaid“wewill”andleft."),
    "nested": _nested,
    "other scripts": _repeated("Эшби сказала «мы построим» 她说 "),
    "handles": _repeated("— A (@a) "),
    "letters": _repeated("Dear Sir: we met.\n\n"),
}
"Name and maker of each text, for a length in characters."


def hostile() -> dict[str, Any]:
    """Seconds for each text of 1 MB, how they grow when it doubles, and the names of those that take too long."""
    timed = {name: (seconds(make(LONG >> _DOUBLINGS)), seconds(make(LONG))) for name, make in TEXTS.items()}
    growth = {name: (whole / max(part, 0.002)) ** (1 / _DOUBLINGS) for name, (part, whole) in timed.items()}
    return {
        "characters": LONG,
        "seconds": {name: round(whole, 2) for name, (_, whole) in timed.items()},
        "growth_when_doubled": {name: round(times, 1) for name, times in growth.items()},
        "too_slow": [name for name, (_, whole) in timed.items() if whole >= SLOWEST],
        "too_steep": [name for name, times in growth.items() if times >= STEEPEST],
    }


def seconds(text: str) -> float:
    """Processor time that reading a text takes."""
    begin = time.process_time()
    quotes(text)
    return time.process_time() - begin


def _officer(number: int) -> str:
    low = _name(number).lower()
    return f"{_name(number)} Ashby, a {low} minister and {low}man, left. The {low} minister said so. A {low}man left.\n"


def _minister(number: int) -> str:
    return f"{_name(number)} Ashby{number}, the minister, left. A minister said so. The minister said no. So it is.\n"


def _name(number: int) -> str:
    """A name for each number: Ba, Ca, ... Bab, Cab, ..."""
    letters = ""
    while number or not letters:
        number, last = divmod(number, 90)
        letters += "bcdfgklmnprstvz"[last % 15] + "aeiouy"[last // 15]
    return letters.title()
