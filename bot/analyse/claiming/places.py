"""Where a sentence says that something was done which can only be done in one place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.analyse.claiming.scopes import is_break
from bot.analyse.claiming.terms import Token, is_content
from bot.analyse.lexicon import words

_DONE_ONCE = words("towed buried born crashed landed sank sunk docked moored arrested captured held moved signed fled")
"What one body, ship or person does in one place at a time; people are killed and goods seized in many."

_IN = words("in at near off to into outside")


@dataclass(frozen=True, slots=True)
class Place:
    """tokens[verb] was done at the place tokens[first:last]; `subject` are the terms of who or what it was done to."""

    verb: int
    first: int
    last: int
    subject: frozenset[str]


def places(text: str, tokens: list[Token]) -> Iterator[Place]:
    """The places of a sentence's doings: 'will be towed to Tarrow'."""
    for verb, token in enumerate(tokens[:-2]):
        if token.low not in _DONE_ONCE or is_break(text, tokens, verb) or tokens[verb + 1].low not in _IN:
            continue
        first = verb + 2
        last = first
        while last < len(tokens) and tokens[last].is_name and (last == first or not is_break(text, tokens, last - 1)):
            last += 1
        subject = frozenset(t.term for t in tokens[max(0, verb - _SUBJECT) : verb] if is_content(t))
        if last > first and subject and is_content(tokens[first]):
            yield Place(verb, first, last, subject)


_SUBJECT = 10
"How many words before the verb its subject may stand."
