"""The noun phrase that ends at a word: which words before it belong to it, without a parser.

Walks over words that can belong to a noun phrase and stops at those that cannot. Windows are bounded, so a sentence
of a million words costs no more than its length.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.analyse.quoting.grammar import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    TIMES,
    is_adverb,
    is_agent,
    looks_past,
)
from bot.analyse.quoting.tokens import LONG_QUOTE, Token
from bot.analyse.quoting.verbs import VERBS

Range = tuple[int, int]
"Token indexes of a phrase, end exclusive."

_LONGEST = 28
"A noun phrase with its appositive is seldom longer than this many words."

_INSIDE = frozenset(["of", "for", "at", "from", "in", "on", "with", "to", "by", "near", "behind"])
"Prepositions that may stand inside the phrase of a source: a spokesman for the ministry, officials in the capital."


def head_of(tokens: Sequence[Token], phrase: Range) -> Token:
    """The noun a phrase is about: the word before its first preposition, or its last."""
    for index in range(phrase[0] + 1, phrase[1]):
        if tokens[index].low in PREPOSITIONS:
            return tokens[index - 1]
    return tokens[phrase[1] - 1]


PARTICLES = frozenset(
    ["de", "van", "von", "der", "den", "la", "le", "du", "da", "dos", "al", "el", "bin", "ibn", "ter"]
)


def phrase_before(tokens: Sequence[Token], last: int) -> Range | None:
    """The noun phrase that ends with the token `last`."""
    if last < 0 or tokens[last].kind != "w":
        return None
    if tokens[last].low in PRONOUNS:
        return last, last + 1
    first = _walk(tokens, last, max(0, last - _LONGEST))
    return _tidied(tokens, first, last + 1)


def _walk(tokens: Sequence[Token], last: int, floor: int) -> int:
    """The earliest token that may belong to the phrase ending at `last`."""
    index = last
    while index >= floor and _belongs(tokens, index, last):
        if tokens[index].low in DETERMINERS and not _goes_on(tokens, index - 1):
            return index
        index -= 1
    return index + 1


def _goes_on(tokens: Sequence[Token], index: int) -> bool:
    """Whether the phrase may go on before a determiner: 'a spokesman for | the ministry'."""
    if index < 1:
        return False
    low = tokens[index].low
    if low in ("and", "or"):
        return _nounlike(tokens, index - 1)
    return low in _INSIDE or low in ("all", "both", "half", "'")


def _nounlike(tokens: Sequence[Token], index: int) -> bool:
    token = tokens[index]
    return token.kind == "w" and not looks_past(token.low) and token.low not in AUXILIARIES


def _belongs(tokens: Sequence[Token], index: int, last: int) -> bool:
    token = tokens[index]
    low = token.low
    before = tokens[index - 1] if index > 0 else None
    if token.kind == "q":
        return token.words < LONG_QUOTE and index != last and not token.stops
    if token.kind == "p":
        return low in ("&", "%", "$", "'", "’")
    if low in ("and", "or"):
        return index != last and before is not None and _coordinates(tokens, index, last)
    if low in CONJUNCTIONS or low in PRONOUNS:
        return False
    if low in PREPOSITIONS:
        return low in _INSIDE and index != last and before is not None and _nounlike(tokens, index - 1)
    if low in AUXILIARIES:
        return token.cap and index < last and tokens[index + 1].cap and index > 0
    return not _is_verb(token, before)


def _coordinates(tokens: Sequence[Token], index: int, last: int) -> bool:
    """Whether 'and' joins two nouns: what stands before it goes back to the clause's edge without a verb."""
    for back in range(index - 1, max(-1, index - 8), -1):
        token = tokens[back]
        if token.kind == "p":
            return token.low == ","
        if token.kind == "q":
            return token.stops and back < index - 1
        if token.low in AUXILIARIES or token.low in CONJUNCTIONS or token.low in PREPOSITIONS:
            return False
        if _is_verb(token, tokens[back - 1] if back else None):
            return False
    return index <= 7 and not tokens[last].low.isdigit()


def _is_verb(token: Token, before: Token | None) -> bool:
    low = token.low
    adjective = before is not None and (before.low in DETERMINERS or before.low.endswith("'s"))
    if token.cap and (before is not None or low not in VERBS):
        return low == "according"
    if looks_past(low) or (low.endswith("ing") and len(low) > 5):
        return not adjective
    finite = any(not verb.noun and verb.form in ("past", "present") for verb in VERBS.get(low, ()))
    return finite and not adjective and not is_agent(low)


def _tidied(tokens: Sequence[Token], first: int, end: int) -> Range | None:
    """Cuts what is no part of a source: adverbs, weekdays and phrases of time or place around it."""
    whole = end
    while (
        end > first
        and not _is_share(tokens, end - 1)
        and (tokens[end - 1].low.isdigit() or (tokens[end - 1].low in TIMES and tokens[end - 1].low != "may"))
    ):
        end -= 1
    if first < end < whole and tokens[end - 1].low in ("on", "in"):
        end -= 1  # 'the board on Monday rejected'
    first = _past_day(tokens, first, end)
    while first < end and _is_loose(tokens[first]):
        first += 1
    end = _without_trailing_place(tokens, first, end)
    if first >= end or tokens[end - 1].low in PREPOSITIONS or tokens[end - 1].low in POSSESSIVES:
        return None
    if tokens[end - 1].low in ("the", "a", "an") or all(t.kind == "p" for t in tokens[first:end]):
        return None
    return first, end


def _is_share(tokens: Sequence[Token], last: int) -> bool:
    """'About six in 10 said': a number that counts people."""
    return 2 <= last < len(tokens) and tokens[last].low.isdigit() and tokens[last - 1].low in ("in", "of")


def _past_day(tokens: Sequence[Token], first: int, end: int) -> int:
    """'the same day Poe': the day is no part of the name."""
    for index in range(first, min(first + 3, end - 1)):
        if tokens[index].low in ("day", "week", "month", "year", "time", "morning") and tokens[index + 1].cap:
            return index + 1
    return first


def _is_loose(token: Token) -> bool:
    low = token.low
    return (
        low in PREPOSITIONS
        or (low in TIMES and low not in ("may", "last", "this", "next", "march"))
        or (is_adverb(low) and low != "only" and (low in ADVERBS or not token.cap))
        or low in ("and", "or", "but", "so", "yet", "'", "’")
    )


def _without_trailing_place(tokens: Sequence[Token], first: int, end: int) -> int:
    for index in range(first + 1, end):
        if tokens[index].low in PREPOSITIONS and tokens[index].low != "of":
            timed = any(t.low in TIMES or t.low in ("day", "time") for t in tokens[index:end])
            named = is_name(tokens, (first, index)) and tokens[index].low != "for"
            if timed or (named and not _is_share(tokens, index + 1)):
                return index
    return end


def is_name(tokens: Sequence[Token], phrase: Range | None) -> bool:
    """Two or more capitalised words, particles allowed, with nothing else around them."""
    if phrase is None:
        return False
    inside = tokens[phrase[0] : phrase[1]]
    return (
        len(inside) >= 1
        and inside[-1].cap
        and inside[0].cap
        and all(t.kind == "w" and (t.cap or t.low in PARTICLES) for t in inside)
        and inside[0].low not in DETERMINERS
    )


def describes(tokens: Sequence[Token], phrase: Range | None) -> bool:
    """Whether a phrase says what somebody is rather than who: 'Northland’s foreign minister'."""
    return phrase is not None and (not is_name(tokens, phrase) or is_agent(tokens[phrase[1] - 1].low))
