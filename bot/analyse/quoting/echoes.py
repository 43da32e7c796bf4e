"""Credits words that stand alone, in a headline or beside a picture, to whoever says them in the report itself."""

from __future__ import annotations

import re

from bot.shapes import Quote

_ECHO = 0.8
"The same words in a row elsewhere in the report with their speaker: as good as sure, but not beside a cue."

_FEWEST = 3
"Words; two may be anybody's."

_MOST = 40
"Quotations without a speaker that are looked up; a report has a headline and a few lines set apart."

_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")


def echoes(text: str, quotes: list[Quote]) -> list[Quote]:
    """The quotes, those without a speaker credited where a credited one holds their words."""
    lone = [index for index, quote in enumerate(quotes) if quote.name is None and quote.speaker is None][:_MOST]
    if not lone:
        return quotes
    said = [(_words(text, quote), quote) for quote in quotes if quote.name is not None and quote.kind != "indirect"]
    found = list(quotes)
    for index in lone:
        words = _words(text, quotes[index])
        source = next((quote for other, quote in said if words in other), None) if words.count(" ") > _FEWEST else None
        if source is not None:
            credit = {"speaker": source.speaker, "name": source.name, "named": source.named, "confidence": _ECHO}
            found[index] = quotes[index].model_copy(update=credit)
    return found


def _words(text: str, quote: Quote) -> str:
    parts = " ".join(text[start:end] for start, end in quote.content)
    return f" {' '.join(_WORD.findall(parts.lower().replace('’', chr(39))))} "
