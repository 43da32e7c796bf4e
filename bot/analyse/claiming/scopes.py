"""Which words of a sentence are denied, and which only supposed.

No parser: a denial or a supposition reaches from its cue to the end of its clause, which in news prose is nearly
always the next comma, dash, quotation mark or conjunction.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from bot.analyse.claiming.terms import CONCEPTS, Token, is_content
from bot.analyse.lexicon import words

Scoped = Literal["denied", "supposed"]

_NEGATORS = words("not never no none few neither nor cannot nobody nothing")
_HARMLESS = words("only just longer doubt wonder matter sooner later least more less fewer comment")
"After a negator: not only, no doubt, no more than ... deny nothing."
_WHILE = words("when while after before until since as")
_UNSAID = words(
    "meant ruled rule reason good positive convinced revealed reveal decided decide explained explain known know clear "
    "sure confirm confirmed comment say said specify specified determine determined disclose disclosed respond "
    "responded immediately want wanted need expect expected appear certain verify verified identify identified "
    "expecting expected likely release released enough yet provide provided give given say said"
)
"After a negator: did not confirm, is not clear, not to go: nothing is denied."
_SUPPOSERS = words(
    "could might may would if whether unless avoid avoiding prevent preventing risk risks potential possible "
    "possibly possibility fear fears feared threaten threatens threatened danger should hypothetical chance deter "
    "capable ways how future will prevented avoided proposed likely warn warned warns"
)
_CLAUSE_ENDS = words(
    "whether if but because while although though who which after before saying said when as since so or adding"
)
_SAYING_ON = words("said says suggested told added called accused warned insisted claimed urged")
"'it was not an attack and suggested that ...': what follows is said anew."
_BREAKS = frozenset(",;:.()–—!?\n")
'Quotation marks alone part nothing: might send "volunteer" fighters.'

_DENY = words("denied denies deny denying")
_REJECT = words(
    "rejected rejects rejecting dismissed dismisses dismissing refuted refutes refuting disputed disputes disputing "
    "rebutted rebuffed contradicted contradicts"
)
_CLAIMS = words(
    "claim claims allegation allegations accusation accusations report reports suggestion suggestions assertion "
    "assertions rumour rumours rumor rumors notion speculation idea"
)
_NO_DENIAL = words(
    "entry access bail visa visas asylum permission parole request requests him her them us me right rights "
    "opportunity treatment motion appeal application boarding chance justice repeatedly arson murder manslaughter "
    "rape fraud assault theft burglary robbery conspiracy conspiring charge charges causing"
)
"denied entry, denied bail: refused, not disputed; denied murder: a plea, as every defendant's."

_DECLINED = words("declined declines refused refuses refusing declining failed fails")
"'declined to deny it' denies nothing."

_LEFT = 8
"How far a reject-verb may stand from the claim it rejects."


@dataclass(frozen=True, slots=True)
class Scope:
    """tokens[first:last] are denied or supposed because of tokens[cue]."""

    kind: Scoped
    cue: int
    first: int
    last: int
    by: Literal["verb", "negator"] = "negator"
    owner: str | None = None
    "whose claim it is that is denied, as written: 'Russia' in 'rejected Russia's claim that'"
    is_open: bool = False
    "it denies 'the reports', and says not which: those in the sentences before"


def scopes(text: str, tokens: Sequence[Token]) -> list[Scope]:
    """The denied and supposed parts of a sentence's tokens, in order of their cues."""
    found = []
    for at in range(len(tokens)):
        scope = _verb_denial(text, tokens, at) or _negation(text, tokens, at) or _supposition(text, tokens, at)
        if scope and scope.first <= scope.last:
            found.append(scope)
    return found


def clause_end(text: str, tokens: Sequence[Token], at: int, is_listed: bool = False) -> int:
    """The index after the last token of the clause that tokens[at] stands in; `is_listed`: 'or' goes on with it."""
    for i in range(at, len(tokens) - 1):
        if is_break(text, tokens, i):
            return i + 1
        if tokens[i + 1].low in _CLAUSE_ENDS and not (is_listed and tokens[i + 1].low == "or"):
            return i + 1
        if tokens[i + 1].low == "and" and i + 2 < len(tokens) and tokens[i + 2].low in _SAYING_ON:
            return i + 1
    return len(tokens)


def is_break(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether punctuation that parts clauses stands after tokens[at]."""
    if at + 1 >= len(tokens):
        return True
    gap = text[tokens[at].end : tokens[at + 1].start]
    return any(c in _BREAKS for c in gap) or " - " in gap or "--" in gap


def _verb_denial(text: str, tokens: Sequence[Token], at: int) -> Scope | None:
    low = tokens[at].low
    if _rules_out(tokens, at):
        return Scope("denied", at, at + 2, clause_end(text, tokens, at + 1), "verb")
    if low not in _DENY and low not in _REJECT:
        return None
    if at and (tokens[at - 1].low in _NEGATORS or tokens[at - 1].low.endswith("n't")):
        return None
    if at > 1 and tokens[at - 1].low == "to" and tokens[at - 2].low in _DECLINED:
        return None
    end = clause_end(text, tokens, at + 1) if at + 1 < len(tokens) else at + 1
    claim = next((i for i in range(at + 1, min(end, at + _LEFT)) if tokens[i].low in _CLAIMS), None)
    after = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if low in _REJECT and claim is None:
        return None
    if claim is not None:
        return _of_claim(text, tokens, at, claim, end)
    if (
        after in _NO_DENIAL
        or (at and tokens[at - 1].low in ("been", "be", "was", "were"))
        or is_break(text, tokens, at)
    ):
        return None
    return Scope("denied", at, at + 1, end, "verb")


def _rules_out(tokens: Sequence[Token], at: int) -> bool:
    """'ruled out a deliberate act', 'found no evidence of it'; not 'has not ruled out'."""
    pair = (tokens[at].low, tokens[at + 1].low if at + 1 < len(tokens) else "")
    denied = at > 0 and (tokens[at - 1].low in _NEGATORS or tokens[at - 1].low == "be")
    return pair in (("ruled", "out"), ("rules", "out")) and not denied


def _of_claim(text: str, tokens: Sequence[Token], at: int, claim: int, end: int) -> Scope:
    """A denied claim: its content after 'that' or 'of', or none where it stands in the sentences before."""
    owner = next((t.text for t in tokens[at + 1 : claim] if t.is_name and t.text.endswith(("'s", "’s"))), None)
    owner = owner[:-2] if owner else None
    follows = tokens[claim + 1].low if claim + 1 < len(tokens) else ""
    if follows in ("that", "of", "it", "he", "she", "they"):
        return Scope("denied", at, claim + 1, clause_end(text, tokens, claim + 1), "verb", owner)
    return Scope("denied", at, at + 1, end, "verb", owner, is_open=True)


def _negation(text: str, tokens: Sequence[Token], at: int) -> Scope | None:
    low = tokens[at].low
    after = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if (low in _NEGATORS or low.endswith("n't")) and after not in _HARMLESS and not is_break(text, tokens, at):
        if (
            after == "to"
            or after in _UNSAID
            or (after == "be" and at + 2 < len(tokens) and tokens[at + 2].low in _UNSAID)
        ):
            return None
        if _is_purpose(tokens, at):
            return None
        if low == "few" and at and tokens[at - 1].low in ("a", "the", "past", "last", "next"):
            return None
        end = clause_end(text, tokens, at + 1)
        if end < len(tokens) and tokens[end].low in _WHILE and not is_break(text, tokens, end - 1):
            return Scope("supposed", at, at + 1, end)  # no shots were fired when he was arrested: earlier, perhaps
        return Scope("denied", at, at + 1, end)
    if low == "non" and after:
        return Scope("denied", at, at + 1, at + 2)
    if low == "rather" and after == "than":
        return Scope("denied", at, at + 2, min(at + 5, clause_end(text, tokens, min(at + 2, len(tokens) - 1))))
    return None


def _is_purpose(tokens: Sequence[Token], at: int) -> bool:
    """'so that no attack succeeds', 'to be sure that nobody is hurt': what is to be, not what was."""
    before = tokens[max(0, at - _PURPOSE) : at]
    return any(t.low == "ensure" for t in before) or bool(
        {("so", "that"), ("sure", "that")} & set(pairwise(t.low for t in before))
    )


_PURPOSE = 12
"How many words before its negator a purpose may be named."


def _supposition(text: str, tokens: Sequence[Token], at: int) -> Scope | None:
    if tokens[at].low not in _SUPPOSERS or (tokens[at].low == "may" and tokens[at].is_name):
        return None
    if at + 1 >= len(tokens):
        return None
    return Scope("supposed", at, at + 1, clause_end(text, tokens, at + 1, is_listed=True))


def governing_concept(tokens: Sequence[Token], at: int) -> Token | None:
    """The happening last named before tokens[at]: what 'rather than X' and 'non-X' are said of."""
    return next((t for t in reversed(tokens[:at]) if t.term in CONCEPTS and is_content(t)), None)
