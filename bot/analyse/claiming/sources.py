"""Who a sentence is from, as written, and whether two sources are one voice."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.analyse.claiming.scopes import is_break
from bot.analyse.claiming.terms import COUNTRIES, STOP, Token, is_content, tokens
from bot.analyse.lexicon import words
from bot.analyse.quoting.grammar import TIMES, is_agent
from bot.analyse.quoting.titles import BODIES, COMPANIES
from bot.shapes import Quote, Span

REPORT_VERBS = words(
    "denounced condemned welcomed said says say saying insisting claiming arguing told announced insisted insists "
    "insist asserted asserts claimed claims claim denied denies deny accused accuses accuse argued argues reported "
    "reports report confirmed confirms acknowledged acknowledges warned warns rejected rejects dismissed dismisses "
    "stated called believes believe alleged alleges alleging added estimated estimates suggested suggests expressed "
    "criticized criticised blamed blames"
)
_AUXILIARIES = words("has have had is was were are also strongly repeatedly later earlier been have")
_SPEAKING = words("said says added reported announced told insisted warned claimed confirmed")
"Report verbs that may stand before their subject; after the others stands who is spoken of: accused Moscow."
_PARTICIPLES = words("saying adding insisting claiming alleging arguing")
_OPENERS = words("but and however the meanwhile")
_NOUNS_TOO = words("report reports claim claims")
_NOUNS_AFTER = words(
    "the a an its his her their our these those such any some no earlier recent of on many these false initial early "
    "media news unconfirmed local conflicting police press first latest official"
)
"'the reports', 'its claims': nouns, not verbs."
_OBJECTS = words("the a an it him her them this that these his its their")
_PASSIVE = words("to is are was were be been")
"'are said to have', 'was told': no subject that says."
_PREPOSITIONS = words("of near in at by with from including despite on after before who which whose where for like")
_PRONOUNS = words("he she it they we i you who which that this there")
_EDGES = words("that which who and but while as because although after before when where if since")
_ACCORDING = re.compile(r"\baccording to ((?:[\w’'.&-]{1,30} ?){1,7})", re.IGNORECASE)
_LONGEST = 9
"Words a source may have; longer ones are clauses misread."


def source_of(text: str, sentence: Span, spot: Span, found: Sequence[Token], quotes: Sequence[Quote]) -> str | None:
    """Who says the words at `spot` of this sentence, as written; None where it is the outlet itself."""
    touching = [
        (end - start, quote) for quote in quotes for start, end in quote.content if start < spot[1] and spot[0] < end
    ]
    for _, quote in sorted(touching, key=lambda found: found[0]):  # of quotes inside quotes the innermost
        if quote.name:
            return speaker(quote.name)
        if quote.speaker:
            return speaker(text[slice(*quote.speaker)])
    return speaker(_subject(text, found, spot) or _according(text, sentence))


def denier_of(text: str, found: Sequence[Token], verb: int, quotes: Sequence[Quote]) -> str | None:
    """Who denies, rejects or rules out: the speaker whose cue the verb found[verb] is, else the verb's subject."""
    at = found[verb].start
    cued = next((q.name for q in quotes if q.name and q.cue and q.cue[0] <= at < q.cue[1]), None)
    return speaker(cued or subject_of(text, found, verb))


def subject_of(text: str, found: Sequence[Token], verb: int) -> str | None:
    """The subject of the report verb found[verb], as written; None for a pronoun or where it is not plain."""
    return _before(text, found, verb) or _after(text, found, verb)


def speaker(written: str | None) -> str | None:
    """A source without the words that only surround it ('Police on Wednesday', 'records seen', 'its chief executive').

    None for what cannot say anything: a clause misread ('the cause was not'), a thing, a bare number.
    """
    found = tokens(written or "")
    if not written or {t.low for t in found if t.text.islower()} & _CLAUSE_WORDS:
        return None
    last = len(found)
    while last and (found[last - 1].low in TIMES or found[last - 1].low in _TRAILING):
        last -= 1
    first = 1 if found and found[0].low in _POSSESSIVES else 0
    if first >= last or not _can_speak(found[first:last]):
        return None
    return written[found[first].start : found[last - 1].end]


def _can_speak(found: Sequence[Token]) -> bool:
    """Whether the head of a phrase is somebody: the word before its first preposition is a name or an office."""
    head = next((i for i, t in enumerate(found) if i and t.low in _PREPOSITIONS), len(found)) - 1
    token = found[head]
    if is_agent(token.low) or token.low in BODIES or token.low in COMPANIES or token.low in _SOURCES:
        return True
    if head == 0 and len(found) > 1 and token.term not in COUNTRIES:  # Testimony in the trial: only its place is large
        return False
    is_counted = found[0].low in _COUNTS and len(found) <= 2
    return token.text[0].isupper() and len(token.text) > 1 and not is_counted and not (head and token.low in STOP)


_CLAUSE_WORDS = words("is was are were not has had have still did does would will could which that when to if it")
_TRAILING = words("on in at also seen obtained reviewed viewed released published shown earlier later last this")
_POSSESSIVES = words("its his her their our my your")
_COUNTS = words("one two three four five six seven eight nine ten")
_SOURCES = words(
    "records documents certificate certificates report reports figures data statement letter letters log logs "
    "detectives deputies rescuers divers crews relatives paramedics inspectors captains pilots historians guild "
    "charity charities ministries tv nation country insurgents militants separatists guerrillas clerics cleric "
    "surgeon surgeons medics eyewitness eyewitnesses locals suspects neighbour neighbours brigade"
)
"Who or what else is cited in news: papers, trades and kin."


def same_voice(one: str | None, other: str | None) -> bool:
    """Whether two sources speak for one side: they share a name or a role. An unnamed source is like no other."""
    if one is None or other is None:
        return False
    return one.casefold() == other.casefold() or bool(_keys(one) & _keys(other))


def _keys(source: str) -> frozenset[str]:
    found = [t for t in tokens(source) if is_content(t)]
    names = frozenset(t.term for t in found if t.text[0].isupper())
    return names or frozenset(t.term for t in found)


def _according(text: str, sentence: Span) -> str | None:
    match = _ACCORDING.search(text, *sentence)
    return match.group(1).strip(" .,") if match else None


def _subject(text: str, found: Sequence[Token], spot: Span) -> str | None:
    """The subject of the report verb that governs the spot: the last one before it, else the first after it."""
    verbs = [i for i, t in enumerate(found) if _is_report_verb(found, i)]
    before = [i for i in verbs if found[i].start < spot[0]]
    for i in [*reversed(before), *(i for i in verbs if i not in before and not _is_clause_apart(found, i, spot))]:
        if subject := subject_of(text, found, i):
            return subject
    return None


def _is_clause_apart(found: Sequence[Token], verb: int, spot: Span) -> bool:
    """Whether a conjunction parts the verb from the spot before it: 'it was no bomb, and police said that ...'."""
    between = [t for t in found[:verb] if t.start >= spot[1]]
    return any(t.low in ("and", "but", "while", "although", "though") for t in between[-_LONGEST:])


def _is_report_verb(found: Sequence[Token], at: int) -> bool:
    token = found[at]
    after = found[at + 1].low if at + 1 < len(found) else ""
    if token.low not in REPORT_VERBS or token.is_name or (token.low.startswith("accus") and after == "of"):
        return False
    if token.low == "called" and after not in _OBJECTS:
        return False  # a witness called in the trial
    before = found[at - 1].low if at else ""
    return before not in _PASSIVE and not (token.low in _NOUNS_TOO and before in _NOUNS_AFTER)


def _before(text: str, found: Sequence[Token], verb: int) -> str | None:
    last = verb - 1
    if last >= 0 and (found[last].low in ("and", "but") or found[verb].low in _PARTICIPLES):
        return _opening_name(text, found, verb)
    while last >= 0 and found[last].low in _AUXILIARIES and not is_break(text, found, last):
        last -= 1
    if last < 0 or found[last].low in _PRONOUNS:
        return None
    first = _clause_start(text, found, last)
    if first > 1 and found[first - 1].low == "who":  # the officer who fired the shot says
        first, last = _clause_start(text, found, first - 2), first - 2
    if is_break(text, found, last) and first > 1 and found[first].low in _PREPOSITIONS:
        last = first - 1  # Officials in A, near the border, said: the subject is one comma further back
        return _named(text, found, _clause_start(text, found, last), last)
    if is_break(text, found, last) and not _is_apposition(text, found, first, last):
        return None
    return _named(text, found, first, last)


def _clause_start(text: str, found: Sequence[Token], at: int) -> int:
    while at > 0 and not is_break(text, found, at - 1) and found[at - 1].low not in _EDGES:
        at -= 1
    return at


def _named(text: str, found: Sequence[Token], first: int, last: int) -> str | None:
    """The words found[first..last] as a source, if they can be one; of a long clause the name it ends with."""
    inner = next((i for i in range(first + 1, last + 1) if _is_report_verb(found, i)), None)
    if inner is not None:  # The union said crew members had reported: the union
        last = inner - 1
    if last - first >= _LONGEST:
        first = _name_ending(found, first, last)
    if first > last or found[first].low in _PRONOUNS | _PREPOSITIONS | _AUXILIARIES:
        return None
    if found[first].low.endswith("ed") and found[first].low == found[first].text:
        return None  # a clause without its subject: 'received an estimated ...'
    if all(t.low in STOP for t in found[first : last + 1]):
        return None
    return text[found[first].start : found[last].end]


def _opening_name(text: str, found: Sequence[Token], verb: int) -> str | None:
    """The name a sentence opens with, for a verb whose subject is left out: 'Russia began ..., saying that'."""
    first = next((i + 1 for i in range(min(8, verb)) if _is_dateline_end(text, found, i)), 0)
    while first < verb and found[first].low in _OPENERS:
        first += 1
    last = first
    while last + 1 < verb and found[last + 1].text[0].isupper() and not is_break(text, found, last):
        last += 1
    is_name = first < verb and found[first].text[0].isupper() and found[first].low not in STOP
    return text[found[first].start : found[last].end] if is_name or last > first else None


def _is_dateline_end(text: str, found: Sequence[Token], at: int) -> bool:
    gap = text[found[at].end : found[at + 1].start] if at + 1 < len(found) else ""
    return " - " in gap or "--" in gap or " – " in gap or "—" in gap


def _name_ending(found: Sequence[Token], first: int, last: int) -> int:
    """Where the name that ends a long clause begins: 'the same day that Interior Minister Jo Doe'."""
    at = last + 1
    while at > first and found[at - 1].text[0].isupper():
        at -= 1
    return at


def _is_apposition(text: str, found: Sequence[Token], first: int, last: int) -> bool:
    """Whether the words before the verb's comma name its subject: the envoy, Jo Doe, said; Jo Doe, the envoy, said."""
    commas = text[found[last].end : found[last + 1].start].strip() == ","
    return commas and first > 0 and last - first < 6 and any(t.is_name for t in found[first : last + 1])


def _after(text: str, found: Sequence[Token], verb: int) -> str | None:
    """The subject after its verb: '..., said Jo Doe.'"""
    if (
        found[verb].low not in _SPEAKING
        or verb + 1 >= len(found)
        or not found[verb + 1].text[0].isupper()
        or is_break(text, found, verb)
    ):
        return None
    last = verb + 1
    while last + 1 < len(found) and found[last + 1].text[0].isupper() and not is_break(text, found, last):
        last += 1
    return text[found[verb + 1].start : found[last].end]
