"""Finds whom a sentence is about: the person, the people or the body it opens with, outside quotations."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter

from bot.analyse.lexicon import words
from bot.analyse.quoting.cast import Cast
from bot.analyse.quoting.grammar import AUXILIARIES, PREPOSITIONS, is_agent, looks_past
from bot.analyse.quoting.people import Mention
from bot.analyse.quoting.titles import BODIES, COMPANIES
from bot.analyse.quoting.tokens import Paragraph, Sentence, Token
from bot.analyse.sentences import STARTERS
from bot.shapes import Span

_OPENING = 6
"Words within which the noun of a sentence's subject stands: 'The three oldest harbour pilots left.'"


_QUANTITIES = words(
    "hundreds dozens thousands scores tens millions some many most both several crowds groups gangs teams rows handfuls"
)


def subject_of(text: str, sentence: Sentence, read: Paragraph, cast: Cast) -> Span | None:
    """The phrase that names or describes a sentence's subject; None where it is a thing or a pronoun."""
    opening = _opening(sentence.tokens)
    if opening is not None:
        return opening
    named = _named(text, sentence, read, cast)
    return (named.start, named.end) if named else _lone(sentence.tokens)


def _opening(tokens: list[Token]) -> Span | None:
    """'The superintendent', 'Furious villagers', 'The Landowners League'; not 'Ashby', not 'The ministers’ car'."""
    last = None
    for index, token in enumerate(tokens[:_OPENING]):
        if index == 1 and token.low == "of" and tokens[0].low in _QUANTITIES:
            continue
        if token.kind != "w" or token.low in PREPOSITIONS:
            break
        if token.low.endswith(("'s", "s'")):
            return None
        if is_agent(token.low) or token.low in BODIES or (token.cap and token.low in COMPANIES):
            last = index
        elif last is not None:
            break
    if last is None or (last == 0 and not tokens[0].low.endswith("s")):
        return None
    following = tokens[last + 1] if last + 1 < len(tokens) else None
    if following is None or following.cap or following.low == "of":
        return None
    if following.low in ("who", "whose"):
        return None  # 'A president who': anybody
    if following.low == "," and last + 2 < len(tokens) and tokens[last + 2].cap:
        return None  # 'Her deputy, Anna Ashby, waited': the name tells more
    return tokens[0].start, tokens[last].end


def _lone(tokens: list[Token]) -> Span | None:
    """'Marsh pushed back hard.': one unknown name before a verb, somebody's if a pronoun takes it up."""
    if len(tokens) < 3 or not tokens[0].cap or tokens[0].kind != "w" or tokens[0].low in STARTERS:
        return None
    does = looks_past(tokens[1].low) or tokens[1].low in AUXILIARIES
    is_somebody = tokens[1].low == "," and tokens[2].low in ("who", "whose")
    return (tokens[0].start, tokens[0].end) if does or is_somebody else None


def last_named(sentence: Sentence, read: Paragraph, cast: Cast) -> Mention | None:
    """The person whom a sentence names last, outside quotations."""
    return next((m for m in reversed(cast.between(sentence.start, sentence.end)) if not _is_quoted(m, read)), None)


def _named(text: str, sentence: Sentence, read: Paragraph, cast: Cast) -> Mention | None:
    """The first person a sentence names as its subject: outside quotations, behind no preposition."""
    for mention in cast.between(sentence.start, sentence.end):
        before = text[max(sentence.start, mention.start - 24) : mention.start].lower().split()
        owned = text[mention.end : mention.end + 2] in ("'s", "’s")
        if not owned and not (before and before[-1] in PREPOSITIONS) and not _is_quoted(mention, read):
            return mention
    return None


def _is_quoted(mention: Mention, read: Paragraph) -> bool:
    at = bisect_right(read.stretches, mention.start, key=attrgetter("start")) - 1
    return at >= 0 and mention.start < read.stretches[at].end
