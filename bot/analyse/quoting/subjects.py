"""Finds the noun phrase a verb of reporting belongs to, before it or after it, without a parser.

Walks over words that can belong to a noun phrase and stops at those that cannot. Windows are bounded, so a sentence
of a million words costs no more than its length.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.analyse.quoting.grammar import (
    ADVERBS,
    AUXILIARIES,
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    NEGATIONS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    TIMES,
    WEEKDAYS,
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
        if low == "," and _is_name(tokens, inner) and _describes(tokens, described):
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
        if tokens[index].low in PREPOSITIONS and _is_name(tokens, (index + 1, phrase[1])):
            return index + 1, phrase[1]
    return phrase


def _whose_description(tokens: Sequence[Token], described: Range | None) -> Range | None:
    """'Ann Poe, the editor of its paper, Port News, said': a name that is described by what holds another name."""
    if described is None or described[0] < 3 or tokens[described[0]].low not in ("the", "a", "an"):
        return None
    name = phrase_before(tokens, described[0] - 2) if tokens[described[0] - 1].low == "," else None
    return name if name and name[1] - name[0] > 1 and _is_name(tokens, name) else None


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
        if outer and _is_name(tokens, outer) and not (outer[0] > 0 and tokens[outer[0] - 1].low in PREPOSITIONS):
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


def _is_name(tokens: Sequence[Token], phrase: Range | None) -> bool:
    """Two or more capitalised words, particles allowed, with nothing else around them."""
    if phrase is None:
        return False
    inside = tokens[phrase[0] : phrase[1]]
    return (
        len(inside) >= 1
        and inside[-1].cap
        and inside[0].cap
        and all(t.kind == "w" and (t.cap or t.low in _PARTICLES) for t in inside)
        and inside[0].low not in DETERMINERS
    )


def _describes(tokens: Sequence[Token], phrase: Range | None) -> bool:
    """Whether a phrase says what somebody is rather than who: 'Northland’s foreign minister'."""
    return phrase is not None and (not _is_name(tokens, phrase) or is_agent(tokens[phrase[1] - 1].low))


def head_of(tokens: Sequence[Token], phrase: Range) -> Token:
    """The noun a phrase is about: the word before its first preposition, or its last."""
    for index in range(phrase[0] + 1, phrase[1]):
        if tokens[index].low in PREPOSITIONS:
            return tokens[index - 1]
    return tokens[phrase[1] - 1]


_PARTICLES = frozenset(
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


def _is_only_name(tokens: Sequence[Token], first: int, end: int) -> bool:
    """'Early said': a word of time that is all there is of a subject."""
    return end - first == 1 and tokens[first].cap and tokens[first].low not in WEEKDAYS and tokens[first].low != "last"


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
            named = _is_name(tokens, (first, index)) and tokens[index].low != "for"
            if timed or (named and not _is_share(tokens, index + 1)):
                return index
    return end


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
    if phrase is None or not _describes(tokens, phrase) or phrase[1] >= len(tokens) or tokens[phrase[1]].low != ",":
        return phrase
    start = end = phrase[1] + 1
    while end < len(tokens) and tokens[end].kind == "w" and (tokens[end].cap or tokens[end].low in _PARTICLES):
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
    return low in ("of", "for") or not _is_name(tokens, (start, index))
