"""The noun phrase behind a verb of reporting: 'said Anna Ashby, the minister'."""

from __future__ import annotations

from collections.abc import Sequence

from bot.analyse.quoting.grammar import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    TIMES,
    is_adverb,
    looks_past,
)
from bot.analyse.quoting.nounphrases import PARTICLES, Range, describes, is_name
from bot.analyse.quoting.tokens import LONG_QUOTE, Token

_LONGEST = 28
"A noun phrase with its appositive is seldom longer than this many words."


def subject_after(tokens: Sequence[Token], verb: int) -> Range | None:
    """The phrase right after a verb in inverted order: 'said a spokesman for the ministry'."""
    start = index = verb + 1
    stop = min(len(tokens), start + _LONGEST)
    while index < stop and _continues(tokens, start, index):
        index += 1
    while index > start and (tokens[index - 1].low in PREPOSITIONS or tokens[index - 1].low in ("the", "and")):
        index -= 1
    if index == start or tokens[index - 1].low in POSSESSIVES:
        return None
    return start, index


def named_after(tokens: Sequence[Token], phrase: Range | None) -> Range | None:
    """'said its master, Anna Ashby': the name behind a description, if one follows."""
    if phrase is None or not describes(tokens, phrase) or phrase[1] >= len(tokens) or tokens[phrase[1]].low != ",":
        return phrase
    start = end = phrase[1] + 1
    while end < len(tokens) and tokens[end].kind == "w" and (tokens[end].cap or tokens[end].low in PARTICLES):
        end += 1
    closed = end == len(tokens) or tokens[end].low in (",", ".", ";", "as", "on", "in", "at", "!", "?")
    return (start, end) if 2 <= end - start <= 6 and closed else phrase


def _continues(tokens: Sequence[Token], start: int, index: int) -> bool:
    token = tokens[index]
    low = token.low
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if token.kind == "q":
        return token.words < LONG_QUOTE and index > start
    if token.kind == "p":
        return low in ("&", "'", "’")
    if low in PRONOUNS:
        return index == start and low in ("he", "she", "they", "we", "i")
    if tokens[start].low in PRONOUNS and index > start:
        return False
    if low in ("and", "or"):
        return index > start and following is not None and (following.cap or following.low in DETERMINERS)
    if low in CONJUNCTIONS or low in AUXILIARIES or (low in TIMES and not token.cap):
        return False
    if low in PREPOSITIONS and not token.cap:  # 'Per' is a name behind a verb
        return _goes_on_after(tokens, start, index)
    if token.cap and low in TIMES:
        return False
    doing = low.endswith("ing") and index > start and not token.cap and not _opens(tokens[index - 1])
    adjective = _opens(tokens[index - 1]) if index > start else following is not None and following.kind == "w"
    past = looks_past(low) and not token.cap and not adjective
    return not ((is_adverb(low) and not token.cap) or past or doing)


def _opens(token: Token) -> bool:
    """Whether an adjective may follow: 'its managing director'."""
    return token.low in DETERMINERS or token.low in POSSESSIVES


def _goes_on_after(tokens: Sequence[Token], start: int, index: int) -> bool:
    low = tokens[index].low
    if index == start or index + 1 >= len(tokens) or low not in ("of", "for", "at", "with", "from", "in"):
        return False
    following = tokens[index + 1]
    if following.low in TIMES or any(t.low in TIMES for t in tokens[index + 1 : index + 4]):
        return False
    return low in ("of", "for") or not is_name(tokens, (start, index))
