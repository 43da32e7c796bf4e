"""What a text says of itself where its drop is silent: headline, byline, language. Guessed modestly."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.read.lines import WORD, Line
from bot.read.phrases import BYLINE

HEADLINE_WORDS = (3, 22)
"The length of a headline, fewest and most words."

PROSE_WORDS = 12
"A line this long that ends as a sentence is prose: under a headline there must be some."

BY = re.compile(r"^(?:By|BY|Written by|Story by|Posted by):?\s+", re.I)

STOPWORDS = {
    "en": "the of and to in that is was for it with as his on be at by had not are but from or have an they which were",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er",
    "fr": "de la le et les des en un du une que est pour qui dans par plus pas au sur ne se ce il sont avec à",
    "es": "de la que el en y los se del las un por con una su para es al lo como más o pero sus le ha",
    "it": "di e il la che in un per è una sono con non da del si le della dei nel al alla i ha gli",
    "nl": "de en van het een in is dat op te zijn met voor die niet aan er om ook als dan bij door",
    "pt": "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao",
}
STOPS = {language: frozenset(words.split()) for language, words in STOPWORDS.items()}

ENOUGH = 0.08
"English prose is a third stop words, other languages that share a few of them under a twentieth."


def headline(prose: list[Line]) -> str | None:
    """The first line, where it is plainly a headline: short, no sentence, and with prose below it."""
    if not prose:
        return None
    first, fewest, most = prose[0], *HEADLINE_WORDS
    if not (fewest <= first.words <= most) or (first.is_sentence and not first.text.endswith("?")):
        return None
    if first.text[-1] in ',:;”"' or not (first.text[0].isalnum() or first.text[0] in "‘“'\""):
        return None
    below = prose[1:8]
    return first.text if any(line.is_sentence and line.words >= PROSE_WORDS for line in below) else None


def byline(lines: Iterable[Line]) -> str | None:
    """Who wrote it, from a line such as 'By Jane Roe'."""
    for line in lines:
        if BYLINE.search(line.text):
            return BY.sub("", line.text)
    return None


def language(text: str) -> str:
    """The language most of whose commonest words stand in a text, as ISO 639-1; `und` where none does."""
    words = [word.lower() for word in WORD.findall(text[:20_000])]
    shares = {name: sum(word in stops for word in words) / (len(words) or 1) for name, stops in STOPS.items()}
    best = max(shares, key=lambda name: shares[name])
    if len(words) < 20:
        return (
            "en"
            if (shares["en"] == shares[best] and text.isascii()) or (shares[best] == 0 and text.isascii())
            else best
            if shares[best]
            else "und"
        )
    return best if shares[best] >= ENOUGH else "und"
