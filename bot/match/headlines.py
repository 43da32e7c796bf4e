"""Whether two headlines are one."""

from __future__ import annotations

import re

from rapidfuzz.fuzz import token_set_ratio, token_sort_ratio

from bot.match.outlets import outlet_key
from bot.match.words import words

EDITED = 85.0
"of 100: 'Dam bursts above Lund' and 'Dam bursts above Lund, 3 dead' are one headline, edited"

RELATED = 55.0
"of 100: two headlines on one event share names; those on two events reach .45 by their common words"

LONGEST = 300
"characters of a headline are compared"

LONGEST_NAME = 5
"words"

_LINKS = frozenset(["of", "and", "&", "the", "for", "on", "de", "la"])

_PARTS = re.compile(r"\s+[|–—»·•-]+\s+|\s*\|\s*")
_LABEL = re.compile(r"^\W*(?:live|updated?|breaking(?: news)?|watch|video|just in|exclusive)\b\s*[:|–—-]\s*", re.I)


def kept(ours: str | None, theirs: str | None) -> bool:
    """One headline, perhaps edited. A missing one says nothing."""
    if not ours or not theirs:
        return False
    return token_sort_ratio(_folded(ours), _folded(theirs)) >= EDITED


def changed(ours: str | None, theirs: str | None, outlet: str | None) -> bool:
    """Other words, whatever a page or a feed sets around a headline: its outlet's name, `LIVE:`, a section."""
    return bool(ours and theirs) and _bare(ours or "", outlet) != _bare(theirs or "", outlet)


def is_another(ours: str | None, theirs: str | None) -> bool:
    """Whether two headlines share nothing that would make them one article's; a missing one may be any."""
    if not ours or not theirs:
        return True
    return token_set_ratio(_folded(ours), _folded(theirs)) < RELATED


def _folded(title: str) -> str:
    return " ".join(words(title[:LONGEST]))


def _bare(title: str, outlet: str | None) -> list[str]:
    """Its words without a label before it and the outlet's name beside it, or what may be one where none is given."""
    parts = _PARTS.split(_LABEL.sub("", title[:LONGEST]))
    name = outlet_key(outlet)
    if name:
        own = [part for part in parts if outlet_key(part) != name]
    else:
        own = [part for n, part in enumerate(parts) if n == 0 or _no_name(part)]
    return words(" ".join(own or parts))


def _no_name(part: str) -> bool:
    """ "The Salt Coast Bee" may be an outlet's name, "nine hurt" is none."""
    tokens = part.split()
    return len(tokens) > LONGEST_NAME or not all(token[0].isupper() or token in _LINKS for token in tokens)
