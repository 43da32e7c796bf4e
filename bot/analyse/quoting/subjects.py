"""Finds the noun phrase a verb of reporting belongs to, before it, over appositions and relative clauses."""

from __future__ import annotations

from collections.abc import Sequence

from bot.analyse.quoting.grammar import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    NEGATIONS,
    PREPOSITIONS,
    PRONOUNS,
    TIMES,
    WEEKDAYS,
    is_adverb,
    is_agent,
    looks_past,
)
from bot.analyse.quoting.nounphrases import Range, describes, head_of, is_name, phrase_before
from bot.analyse.quoting.tokens import LONG_QUOTE, Token

_LONGEST = 28
"A noun phrase with its appositive is seldom longer than this many words."

_WHEN = WEEKDAYS | frozenset(["on", "late", "early", "this", "last", "week", "month", "morning", "night", "evening"])

_PAPERS = frozenset(
    ["report", "reports", "poll", "polls", "study", "survey", "letter", "statement", "document", "email"]
)

_PAIRED = {")": "(", "—": "—", "–": "–", "--": "--", "]": "["}


def skip_back(tokens: Sequence[Token], index: int) -> tuple[int, bool]:
    """The last token before `index` that is no adverb or auxiliary, and whether a form of 'be' was among those."""
    be = False
    while index >= 0 and tokens[index].kind == "w":
        low = tokens[index].low
        if low in AUXILIARIES and not (tokens[index].cap and index > 0):
            be = be or low in BE
        elif not (low in NEGATIONS or (is_adverb(low) and not tokens[index].cap)) and not _is_first(tokens, index):
            break
        index -= 1
    return index, be


def _is_first(tokens: Sequence[Token], index: int) -> bool:
    """'who | first | said so': the word as an adverb."""
    return index > 0 and tokens[index].low == "first" and tokens[index - 1].low in ("who", "he", "she", "they")


def subject_before(tokens: Sequence[Token], verb: int) -> Range | None:
    """The phrase right before a finite verb; across an appositive between commas, brackets or dashes."""
    last, _ = skip_back(tokens, verb - 1)
    for _ in range(3):
        last = _past_time(tokens, last)
        if last < 0 or (tokens[last].kind == "q" and not tokens[last].stops):
            return None
        low = tokens[last].low or ","  # 'Poe, star of “The Long Way,” said'
        if low in ("who", "which"):
            before = last - 2 if last and tokens[last - 1].low == "," else last - 1
            return _antecedent(tokens, phrase_before(tokens, before)) or (last, last + 1)
        if low == "," and tokens[last - 1].low == ")" and _opening(tokens, last - 1) is not None:
            last -= 1  # 'Poe (Spring Party), said'
        elif low not in {",", *_PAIRED}:
            break
        opening = _opening(tokens, last)
        if opening is None:
            return None
        low = tokens[last].low
        inner = (opening + 1, last)
        described = phrase_before(tokens, opening - 1)
        if low == "," and is_name(tokens, inner) and describes(tokens, described):
            return _whose_description(tokens, described) or inner
        last = opening - 1
        if last >= 2 and tokens[last].low.isdigit() and tokens[last - 1].low == ",":
            last -= 2  # an age
    found = _owner_of(tokens, phrase_before(tokens, last))
    return _over_appositive(tokens, found) if found and last != skip_back(tokens, verb - 1)[0] else found


def _antecedent(tokens: Sequence[Token], phrase: Range | None) -> Range | None:
    """Whom 'who' means: in 'a letter from Mayor Ann Poe, who' it is the name at the end."""
    if phrase is None or is_agent(head_of(tokens, phrase).low):
        return phrase
    for index in range(phrase[1] - 2, phrase[0], -1):
        if tokens[index].low in PREPOSITIONS and is_name(tokens, (index + 1, phrase[1])):
            return index + 1, phrase[1]
    return phrase


def _whose_description(tokens: Sequence[Token], described: Range | None) -> Range | None:
    """'Ann Poe, the editor of its paper, Port News, said': a name that is described by what holds another name."""
    if described is None or described[0] < 3 or tokens[described[0]].low not in ("the", "a", "an"):
        return None
    name = phrase_before(tokens, described[0] - 2) if tokens[described[0] - 1].low == "," else None
    return name if name and name[1] - name[0] > 1 and is_name(tokens, name) else None


def _past_time(tokens: Sequence[Token], last: int) -> int:
    """Over the day in 'Poe, the mayor, on Tuesday said', 'Poe during a Sunday said'."""
    at = last
    while at > 0 and tokens[at].low in _WHEN and not (tokens[at].cap and tokens[at].low not in TIMES | WEEKDAYS):
        at -= 1
    if at == last:
        return last
    article = tokens[at].low in ("a", "the")
    placed = tokens[at - article].low in ("during", "since")
    if placed and at - article > 0:
        return at - article - 1
    return at if tokens[at].low in (",", ")") else last


def _owner_of(tokens: Sequence[Token], found: Range | None) -> Range | None:
    """'A source speaking to the paper said', 'the firm that owns the ferry said': who speaks is before that."""
    if found is None or found[0] < 3 or tokens[found[0]].low in PRONOUNS:
        return found
    at = found[0] - 1
    relative, be = skip_back(tokens, at - (tokens[at].low in PREPOSITIONS))
    if be and relative > 1 and tokens[relative].low in ("who", "which"):
        comma = tokens[relative - 1].low == ","
        return phrase_before(tokens, relative - 1 - comma) or found  # 'a clerk who is now a baker said'
    if tokens[at].low in PREPOSITIONS and tokens[at - 1].low in ("speaking", "talking", "writing"):
        return phrase_before(tokens, at - 2) or found
    verb = at - 1 if tokens[at].low in PREPOSITIONS else at
    verb -= verb > 1 and tokens[verb].low in PREPOSITIONS  # 'filling up at'
    doing = tokens[verb].low.endswith("ing") and not tokens[verb].cap and verb > 0 and is_agent(tokens[verb - 1].low)
    if doing and tokens[verb].low not in PREPOSITIONS:
        return phrase_before(tokens, verb - 1) or found  # 'people waiting at the gate said'
    if looks_past(tokens[verb].low) and verb > 1 and tokens[verb - 1].low in ("who", "that"):
        return phrase_before(tokens, verb - 2) or found  # 'an aide who spoke on condition of secrecy said'
    if looks_past(tokens[verb].low) and not tokens[verb].cap and _ends_noun(tokens[verb - 1]):
        return phrase_before(tokens, verb - 1) or found  # 'people briefed on the talks said'
    relative = tokens[at - 1].low in ("that", "which", "who") and is_agent(tokens[at - 2].low)
    if relative and tokens[at].kind == "w" and tokens[at].low not in AUXILIARIES | PREPOSITIONS | DETERMINERS:
        return phrase_before(tokens, at - 2) or found
    return found


def _ends_noun(token: Token) -> bool:
    """Whether a participle behind this word can only belong to it: 'a report | published by the board'."""
    return is_agent(token.low) or token.low in _PAPERS


def _over_appositive(tokens: Sequence[Token], found: Range) -> Range:
    """'Poe, 35, of Springfield, said': what was reached by one jump may be one more addition to the name."""
    first = tokens[found[0]].low
    owner = phrase_before(tokens, found[0] - 2) if found[0] >= 2 and tokens[found[0] - 1].low == "," else None
    if owner and owner[0] > 2 and tokens[owner[0] - 1].low == "whose":
        return phrase_before(tokens, owner[0] - 3) or found  # 'Poe, whose paper, Port News, is old, said'
    added = first.isdigit() or first in ("a", "an", "the") or first[:2] in ("r-", "d-", "i-")
    if found[0] >= 2 and tokens[found[0] - 1].low == "," and added:
        outer = phrase_before(tokens, found[0] - 2)
        if outer and is_name(tokens, outer) and not (outer[0] > 0 and tokens[outer[0] - 1].low in PREPOSITIONS):
            return outer
    return found


def _opening(tokens: Sequence[Token], closing: int) -> int | None:
    wanted = _PAIRED.get(tokens[closing].low, ",")
    for index in range(closing - 1, max(-1, closing - _LONGEST), -1):
        if tokens[index].low == wanted:
            return index
        if tokens[index].kind == "q" and tokens[index].words >= LONG_QUOTE:
            return None
    return None
