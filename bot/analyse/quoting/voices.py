"""Words that somebody quotes inside their own: 'I told him: “Go.”' is the speaker's, 'he told me' another's."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator

from bot.analyse.lexicon import words
from bot.shapes import Quote, Span

FIRST_PERSON = words("i me my we us our")
_SURE, _KIN = 0.95, 0.76
_DEPTH = 8
"Contents before a place that are looked at to find the one around it."


def voices(text: str, quotes: list[Quote], relative: Callable[[str, str], str | None]) -> list[Quote]:
    """The quotes, those inside another's words with 'I' for who speaks there, and never 'he' for the same.

    `relative` tells who is the uncle, say, of somebody named.
    """
    parts = sorted((span, index) for index, quote in enumerate(quotes) for span in quote.content)
    found = list(quotes)
    for index, quote in enumerate(quotes):
        if quote.speaker is None:
            continue
        low = text[slice(*quote.speaker)].lower().replace("’", "'").split("'")[0]
        if low in FIRST_PERSON or low in ("he", "she", "his", "her"):
            around = next(_around(parts, quote.speaker, index), None)
            if around is not None:
                found[index] = _in_voice(quote, quotes[around], low in FIRST_PERSON)
        elif low.startswith("my ") and low.count(" ") == 1:
            around = next(_around(parts, quote.speaker, index), None)
            owner = quotes[around].name if around is not None else None
            name = relative(owner, low.removeprefix("my ")) if owner else None
            if name is not None:
                found[index] = quote.model_copy(update={"name": name, "named": "person", "confidence": _KIN})
    return found


def _around(parts: list[tuple[Span, int]], speaker: Span, own: int) -> Iterator[int]:
    """The quotes whose content holds a place, the innermost first."""
    at = bisect_right(parts, (speaker, len(parts)))
    for (start, end), index in reversed(parts[max(0, at - _DEPTH) : at]):
        if index != own and start <= speaker[0] and speaker[1] <= end:
            yield index


def _in_voice(quote: Quote, around: Quote, is_own: bool) -> Quote:
    if is_own and quote.name is None and around.name is not None:
        sure = round(min(quote.confidence + 0.5, _SURE) * around.confidence, 2)
        return quote.model_copy(update={"name": around.name, "named": around.named, "confidence": sure})
    if not is_own and around.kind == "direct" and quote.name is not None and quote.name == around.name:
        return quote.model_copy(update={"name": None, "named": "unnamed", "confidence": min(quote.confidence, 0.45)})
    return quote
