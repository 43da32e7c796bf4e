"""What a sentence says happened, denies, or calls by one of two opposite words."""

from __future__ import annotations

from collections.abc import Iterator

from bot.analyse.claiming.oppositions import Axis, axis_words
from bot.analyse.claiming.reading import Reading
from bot.analyse.claiming.scopes import Scope, governing_concept
from bot.analyse.claiming.sources import speaker
from bot.analyse.claiming.tense import is_of_old
from bot.analyse.claiming.terms import CONCEPTS, Token, is_content, terms, tokens
from bot.analyse.lexicon import words
from bot.shapes import Claim


def stances(reading: Reading) -> Iterator[Claim]:
    """The denials, statements of fact and opposed words of one sentence."""
    yield from _denials(reading)
    yield from _events(reading)
    yield from _opposites(reading)


def open_denials(reading: Reading, before: Reading | None) -> Iterator[Claim]:
    """'He denied the allegations': what is denied stands in the sentence before, if it alleges anything."""
    scope = next((s for s in reading.scopes if s.is_open), None)
    if scope is None or before is None or any(s.kind == "denied" and not s.is_open for s in reading.scopes):
        return
    if not {"accus", "alleg", "claim", "suspect", "charg"} & {t.term for t in before.tokens}:
        return
    meant = _asserted(before)
    if meant:
        yield _denial(reading, scope, meant, about="answer")


def _denials(reading: Reading) -> Iterator[Claim]:
    for scope in reading.scopes:
        if scope.kind != "denied" or scope.is_open or _is_supposed(reading, scope):
            continue
        if any(scope.first <= at < scope.last and axis.flips for axis, _, at in axis_words(reading.tokens)):
            continue  # 'was not deliberate' is told as its opposite
        inner = [s for s in reading.scopes if s.kind == "denied" and scope.first <= s.cue < scope.last]
        meant = _core(reading, scope)
        if not meant:
            continue
        if inner and scope.by == "verb":
            yield _affirmed(reading, scope, meant)
        elif not _is_inside_verb(reading, scope):
            yield _denial(reading, scope, meant)


def _is_inside_verb(reading: Reading, scope: Scope) -> bool:
    return any(s.by == "verb" and s.first <= scope.cue < s.last for s in reading.scopes)


def _is_supposed(reading: Reading, scope: Scope) -> bool:
    return any(s.kind == "supposed" and s.first <= scope.cue < s.last for s in reading.scopes)


def _core(reading: Reading, scope: Scope) -> frozenset[str]:
    """The terms of what is denied; 'rather than X' and 'non-X' deny what was last said to happen, of X."""
    inside = _before_circumstances(reading.tokens[scope.first : scope.last])
    if scope.by == "verb":
        inside = [t for t in inside if is_content(t)][:_CORE]
    meant = terms(inside)
    if scope.by == "negator" and reading.tokens[scope.cue].low in ("rather", "non"):
        governor = governing_concept(reading.tokens, scope.cue)
        return meant | {governor.term} if governor and meant else frozenset()
    return meant


def _before_circumstances(inside: list[Token]) -> list[Token]:
    """Without when it was: 'was not there at the time of the attack' denies no attack."""
    return inside[: next((i for i, t in enumerate(inside) if t.low in ("time", "during")), len(inside))]


def _denial(reading: Reading, scope: Scope, meant: frozenset[str], about: str = "") -> Claim:
    spot = reading.spot(scope.cue, scope.last)
    source = reading.denier(scope.cue) if scope.by == "verb" else reading.source(spot)
    return reading.claim(
        spot,
        kind="denial",
        about=about or _denied(reading, scope),
        says=f"denied by {source}" if source else "denied",
        value="no",
        source=source,
        scope=_blamed(reading, scope, source),
        words=tuple(sorted(meant)),
    )


def _denied(reading: Reading, scope: Scope) -> str:
    """What is denied to have happened: after a negator one of the next few words, not one far into the sentence."""
    if reading.tokens[scope.cue].low in ("rather", "non") and scope.by == "negator":
        governor = governing_concept(reading.tokens, scope.cue)
        return governor.term if governor else ""
    blame = next((t.term for t in reading.tokens[scope.first : scope.last] if t.low in _BLAME), None)
    if blame and scope.by == "negator":
        return blame
    found = [t.term for t in _before_circumstances(reading.tokens[scope.first : scope.last]) if is_content(t)]
    near = found if scope.by == "verb" else found[:_NEAR]
    return next((term for term in near if term in CONCEPTS), found[0] if found else "")


_CORE = 4
"Of what a verb of denial denies, the first words say what; after them come where, when and to whom."

_NEAR = 3
"'did not declare the weapons used in the attack' denies declaring; the attack is four meant away."

_BLAME = words("responsible behind involved blame linked")
"'was not behind the attack' denies the blame, not the attack."

_INVOLVEMENT = words("involvement responsibility role wrongdoing part knowledge links complicity")


def _blamed(reading: Reading, scope: Scope, source: str | None) -> str | None:
    """Who denies a part in it, as a term: then it clashes only with what names him, not with that it happened."""
    if scope.by != "verb" or not source:
        return None
    if not {t.low for t in reading.tokens[scope.first : scope.first + 3]} & _INVOLVEMENT:
        return None
    return next((t.term for t in tokens(source) if t.is_name or t.text[0].isupper()), None)


def _affirmed(reading: Reading, scope: Scope, meant: frozenset[str]) -> Claim:
    """Who denies that it was not so says that it was."""
    spot, source = reading.spot(scope.cue, scope.last), reading.denier(scope.cue)
    says = f"said by {source}" if source else "reported"
    return reading.claim(
        spot, kind="event", about="happening", says=says, value="yes", source=source, words=tuple(sorted(meant))
    )


def _events(reading: Reading) -> Iterator[Claim]:
    """What the sentence says happened, and apart from it what it only supposes; nothing of other times."""
    if is_of_old(reading.tokens, reading.prose[slice(*reading.span)], reading.published):
        return
    for value, meant in (("yes", _asserted(reading)), ("maybe", _supposed(reading))):
        if len(meant) < 2 or (value == "maybe" and not meant & CONCEPTS):
            continue
        spot = reading.spot(0, len(reading.tokens))
        source = (_suggesting(reading) if value == "maybe" else None) or reading.source(_middle(reading))
        verb = "said" if value == "yes" else "suggested"
        says = f"{verb} by {source}" if source else "reported"
        yield reading.claim(
            spot, kind="event", about="happening", says=says, value=value, source=source, words=tuple(sorted(meant))
        )


def _middle(reading: Reading) -> tuple[int, int]:
    """Where to ask for a sentence's source: its first happening, or its end."""
    at = next((t for t in reading.tokens if t.term in CONCEPTS), reading.tokens[-1])
    return at.start, at.end


def _suggesting(reading: Reading) -> str | None:
    """Whose suggestion it is that a sentence only passes on: 'criticising suggestions from lawmakers that ...'."""
    for at, token in enumerate(reading.tokens[:-2]):
        if token.low in _SUGGESTIONS and reading.tokens[at + 1].low in ("from", "by"):
            rest = reading.tokens[at + 2 : at + 2 + _OWNER]
            last = next((i for i, t in enumerate(rest) if t.low in ("that", "of")), 0)
            if last and (owner := speaker(reading.prose[rest[0].start : rest[last - 1].end])):
                return owner
    return None


_SUGGESTIONS = words("suggestion suggestions claim claims hint hints warnings threats threat calls proposals proposal")
_OWNER = 8
"How many words after 'suggestions from' the name may take."


def _asserted(reading: Reading) -> frozenset[str]:
    scoped = {i for s in reading.scopes for i in range(s.first, s.last)}
    return terms(t for i, t in enumerate(reading.tokens) if i not in scoped)


def _supposed(reading: Reading) -> frozenset[str]:
    """What may come; not what stands after 'if' or is to be prevented, which nobody says will be."""
    return terms(
        t
        for s in reading.scopes
        if s.kind == "supposed" and reading.tokens[s.cue].low in _MAY_COME
        for t in reading.tokens[s.first : s.last]
    )


_MAY_COME = words("could might may would will future proposed likely possible possibly should")


def _opposites(reading: Reading) -> Iterator[Claim]:
    for axis, end, at in axis_words(reading.tokens):
        if any(s.kind == "supposed" and s.first <= at < s.last for s in reading.scopes):
            continue
        denied = next((s for s in reading.scopes if s.kind == "denied" and s.first <= at < s.last), None)
        if denied is None:
            yield _opposite(reading, axis, end, at, reading.source(reading.spot(at, at + 1)))
        elif axis.flips:
            source = reading.denier(denied.cue) if denied.by == "verb" else reading.source(reading.spot(at, at + 1))
            yield _opposite(reading, axis, 1 - end, at, source)
            if denied.owner:
                yield _opposite(reading, axis, end, at, denied.owner)


def _opposite(reading: Reading, axis: Axis, end: int, at: int, source: str | None) -> Claim:
    meant = _spoken_of(reading, at)
    return reading.claim(
        reading.spot(at, at + 1),
        kind="opposite",
        about=axis.name,
        says=axis.ends[end],
        value=axis.ends[end],
        source=source,
        words=tuple(sorted(meant)),
    )


def _spoken_of(reading: Reading, at: int) -> frozenset[str]:
    """What the opposed word is said of: the happening beside it, with the sentence's names; else the whole sentence."""
    beside = next((t for t in reading.tokens[at + 1 : at + 3] if is_content(t)), None)
    if beside and (beside.term in CONCEPTS or not _happenings(reading.tokens)):
        names = {t.term for t in reading.tokens if t.is_name and is_content(t)}
        return frozenset({beside.term} | names)
    return reading.terms


def _happenings(found: list[Token]) -> bool:
    return any(t.term in CONCEPTS for t in found)
