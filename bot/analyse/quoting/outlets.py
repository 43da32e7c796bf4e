"""Media among the sources: those who report what others said."""

from __future__ import annotations

from bot.analyse.lexicon import words

_OUTLET_WORDS = words(
    "agency agencies news newspaper magazine daily times post journal television tv radio media "
    "broadcaster website channel bulletin courier gazette herald tribune telegraph wire reuters guardian "
    "observer chronicle ap afp upi dpa bbc cnn npr press"
)


def is_outlet(phrase: str) -> bool:
    """Whether a source is a medium that reports others' words."""
    return any(word in _OUTLET_WORDS for word in phrase.lower().replace("-", " ").split())
