"""Finds where a quotation ends or begins whose mark was lost: beside 'said Poe' or 'she said', outside all marks."""

from __future__ import annotations

import re
from itertools import takewhile

from bot.analyse.quoting.grammar import DETERMINERS, is_adverb
from bot.analyse.quoting.verbs import VERBS
from bot.shapes import Span

_ENDS = re.compile(r"[,?!](?=\s|\Z)")
_WORD = re.compile(r"[^\W_]+(?:[-’'.][^\W_]+)*\.?|\S")
_INNER_TAG = re.compile(
    r"(?<=,)\s(?:said|says|added|adds|wrote|insisted)\s"
    r"(?:he|she|they|[A-Z][\w.’'-]{0,30}(?:\s[A-Z][\w.’'-]{0,30}){0,3}),\s(?=\w)"
)
_SEEN = 90
"Characters behind a lost mark within which its cue must stand."

_LONGEST_NAME = 5
"Words of 'the harbour minister', 'Sen. Anna van Ashby'."

_CUES = frozenset(
    form
    for form, verbs in VERBS.items()
    if any(verb.kind in ("say", "tell", "quote") and verb.form in ("past", "present") for verb in verbs)
)


def lost_end(text: str, start: int, end: int) -> int | None:
    """Behind the comma that closes the words opened at `start`, where an attribution follows it before `end`."""
    return next((m.end() for m in _ENDS.finditer(text, start, end) if is_attributed(text, m.end())), None)


def inner_tag(text: str, start: int, end: int) -> Span | None:
    """', said Poe, ' within quoted words, which no speaker puts there: from behind its first comma to what goes on."""
    tag = _INNER_TAG.search(text, start, end)
    return tag.span() if tag else None


def is_attributed(text: str, at: int) -> bool:
    """Whether what stands at a place of the text says whose words these were: 'said Poe', 'the minister added'."""
    words = [word.rstrip(".") or word for word in _WORD.findall(text[at : at + _SEEN])]
    if len(words) < 2:
        return False
    if words[0] in _CUES:
        return words[1][0].isupper() or words[1] in DETERMINERS or words[1] in ("he", "she", "they")
    said = next((i for i, word in enumerate(words[: _LONGEST_NAME + 4]) if word in _CUES), 0)
    source = words[:said]
    if source[-1:] == [","]:
        source = source[: source.index(",")]  # 'the minister, Anna Ashby, said'
    while source and is_adverb(source[-1]):
        source.pop()
    if not source or len(source) > _LONGEST_NAME:
        return False
    if source[0] in DETERMINERS:
        return len(source) > 1 and all(word[0].isalpha() for word in source)
    return source in (["he"], ["she"], ["they"]) or len(list(takewhile(_is_name, source))) == len(source)


def _is_name(word: str) -> bool:
    return word[0].isupper() or word in ("de", "van", "von", "al", "bin", "der", "la")
