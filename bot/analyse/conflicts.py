"""Where a new account of a story contradicts the others, or itself.

Clashes of two sentences are found kind by kind, and those about one thing are told as one conflict with all its
sides. A conflict's key is what most of its clashes are about, or the key it was kept under, so a third report joins it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from bot.analyse.claiming.terms import terms, tokens
from bot.analyse.conflicting.days import date_clashes, place_clashes
from bot.analyse.conflicting.figures import number_clashes
from bot.analyse.conflicting.pairs import Clash, Spoken, original_voices
from bot.analyse.conflicting.quotations import quote_clashes
from bot.analyse.conflicting.settling import superseded
from bot.analyse.conflicting.stances import denial_clashes, opposite_clashes
from bot.analyse.conflicting.telling import summary
from bot.shapes import Account, Conflict

__all__ = ["LEAST", "MOST_SIDES", "POSTING_THRESHOLD", "conflicts", "superseded"]

POSTING_THRESHOLD = 0.6
"""Conflicts with this confidence are posted, the others kept as possible. Below it stand pairs that share one term or
half of what is denied: read by eye on the tuning stories, fewer than half of those were contradictions."""

Finder = Callable[..., Iterator[Clash]]
"(accounts, the one that must be a part or None) -> clashes of one kind"

_KINDS: tuple[Finder, ...] = (
    number_clashes,
    date_clashes,
    place_clashes,
    denial_clashes,
    opposite_clashes,
    quote_clashes,
)

_STRAY = 0.2
"A sentence that clashes so much less surely than the others is left out: it may speak of another thing."

MOST_SIDES = 8
"Of one conflict. More is no longer read; the first ones and the surest stay."


LEAST = 0.55
"""Below this nothing is kept: of what the tuning stories gave there, hardly one in ten was a contradiction, and a
list of possible ones that is mostly none is not read."""


def conflicts(
    new: Account, others: Sequence[Account], muted: Sequence[str] = (), kept: Sequence[Conflict] = ()
) -> list[Conflict]:
    """The disagreements the new account has with the story's others or inside itself, surest first.

    Each holds all its sides, those of earlier accounts too. `others`: oldest first; of several accounts that are one
    voice only the original is heard. `muted`: kinds or keys that people want to hear no more of. `kept`: the story's
    conflicts so far; one that is found again keeps its key, also where a later report has put it in other words, and
    one that was superseded comes back with what the new account says against whom, never with old sides alone.
    """
    heard = original_voices(other for other in others if other.article != new.article)
    if any(other.voice == new.voice and other.article == new.voice for other in heard):
        return []  # a copy: its original has been compared
    accounts = [*(other for other in heard if other.voice != new.voice), new]
    found: list[Conflict] = []
    for kind in _KINDS:
        if touched := _clashes(kind, accounts, new):
            found += _touched(_clashes(kind, accounts), touched, accounts, kept)
    found = [conflict for conflict in found if conflict.confidence >= LEAST and new.article in _articles(conflict)]
    found = _rekeyed(found, kept)
    wanted = [c for c in found if c.kind not in muted and c.key not in muted]
    return sorted(wanted, key=lambda conflict: (-conflict.confidence, conflict.key))


def _clashes(kind: Finder, accounts: Sequence[Account], of: Account | None = None) -> list[Clash]:
    """The clashes of a kind, without denials that are told as a matter of wording."""
    found = list(kind(accounts, of))
    if kind is not denial_clashes or not found:
        return found
    worded = [clash for clash in quote_clashes(accounts) if clash.kind == "wording"]
    return [clash for clash in found if not _is_told_as_wording(clash, worded)]


def _touched(
    clashes: Sequence[Clash], touched: Sequence[Clash], accounts: Sequence[Account], kept: Sequence[Conflict]
) -> Iterator[Conflict]:
    """The conflicts that the touched clashes belong to, with their other clashes unless those are settled."""
    order = {account.version: at for at, account in enumerate(accounts)}
    names = {_name(clash) for clash in touched}
    settled = {conflict.key for conflict in kept if conflict.status == "superseded"}
    for group in _groups(sorted(clashes, key=lambda clash: _age(clash, order))):
        mine = [clash for clash in group if _name(clash) in names]
        if not mine:
            continue
        key = f"{group[0].kind}:{_topic_of(group)}"
        conflict = _conflict(key, mine if key in settled else group, order)
        if not any(superseded(account, [conflict]) for account in accounts):  # a late arrival from before the update
            yield conflict


def _articles(conflict: Conflict) -> set[str]:
    return {side.article for side in conflict.sides}


def _rekeyed(found: Sequence[Conflict], kept: Sequence[Conflict]) -> list[Conflict]:
    """The conflicts with the keys of kept ones that hold the same sentences; no key twice."""
    taken = {conflict.key for conflict in found} & {conflict.key for conflict in kept}
    renamed = []
    for conflict in found:
        if conflict.key not in taken and (key := _kept_key(conflict, kept, taken)):
            taken.add(key)
            conflict = conflict.model_copy(update={"key": key})
        renamed.append(conflict)
    return renamed


def _kept_key(conflict: Conflict, kept: Sequence[Conflict], taken: set[str]) -> str | None:
    """The key of the kept conflict that shares most sentences with this one, two at least."""
    places = {(side.article, side.start) for side in conflict.sides}
    shared = {
        old.key: len(places & {(side.article, side.start) for side in old.sides})
        for old in kept
        if old.kind == conflict.kind and old.key not in taken
    }
    best = max(shared, key=lambda key: (shared[key], key), default=None)
    return best if best and shared[best] >= _SAME_SENTENCES else None


_SAME_SENTENCES = 2
"One sentence can be a side of two disagreements; two are the same one."


def _is_told_as_wording(clash: Clash, worded: Sequence[Clash]) -> bool:
    """Whether a denial is only one quotation told with and without its 'not', or built on a disputed quotation.

    The denying sentence may be the headline that repeats the quotation.
    """
    sides = [side for wording in worded for side in (wording.one, wording.other)]
    return any(_overlap(clash.one, side) for side in sides) or (
        any(_repeats(clash.one, side) for side in sides) and any(_repeats(clash.other, side) for side in sides)
    )


def _overlap(one: Spoken, other: Spoken) -> bool:
    return one.account.version == other.account.version and one.start < other.end and other.start < one.end


def _repeats(side: Spoken, quoted: Spoken) -> bool:
    """Whether a sentence is the quotation's own or, in the same report, marks nothing but words of it."""
    marked = terms(tokens(side.text[side.spot[0] - side.start : side.spot[1] - side.start]))
    is_same_report = side.account.version == quoted.account.version
    return _overlap(side, quoted) or (is_same_report and marked <= terms(tokens(quoted.text)))


def _name(clash: Clash) -> tuple[str, tuple[str, int], tuple[str, int], str]:
    return clash.kind, clash.one.place, clash.other.place, clash.topic


def _age(clash: Clash, order: dict[str, int]) -> tuple[int, int, int, int]:
    """Clashes of early accounts first: those an earlier report raised keep their conflict's key."""
    one, other = order[clash.one.account.version], order[clash.other.account.version]
    return max(one, other), min(one, other), clash.other.start, clash.one.start


def _groups(clashes: Sequence[Clash]) -> list[list[Clash]]:
    """Clashes of one topic, or with the same answering sentence, together; in order of their first."""
    group_of: dict[object, list[Clash]] = {}
    for clash in clashes:
        marks = _marks(clash)
        group: list[Clash] = []
        for met in {id(g): g for mark in marks if (g := group_of.get(mark)) is not None}.values():
            group += met
        group.append(clash)
        for mark in [*marks, *(mark for met in group[:-1] for mark in _marks(met))]:
            group_of[mark] = group
    groups = list({id(group): group for group in group_of.values()}.values())
    return [sorted(group, key=clashes.index) for group in groups]


def _marks(clash: Clash) -> list[object]:
    """What two clashes must have one of in common to be one disagreement."""
    return [(clash.kind, clash.topic), *clash.about, *([clash.other.place] if clash.kind == "denial" else [])]


def _conflict(key: str, group: Sequence[Clash], order: dict[str, int]) -> Conflict:
    first = group[0]
    best = max(group, key=lambda clash: clash.confidence)
    sides = _sides(group, order)
    return Conflict(
        key=key,
        kind=first.kind,
        summary=summary(best),
        why=best.why,
        confidence=round(min(0.98, best.confidence), 2),
        sides=tuple(side.side() for side in sides),
    )


def _topic_of(group: Sequence[Clash]) -> str:
    """What most clashes of a group have in common; the first in the alphabet of several, so that it stays the same."""
    if not any(clash.about for clash in group):
        return group[0].topic
    counts = Counter(about for clash in group for about in clash.about)
    return min(counts, key=lambda about: (-counts[about], about))


def _sides(group: Sequence[Clash], order: dict[str, int]) -> list[Spoken]:
    """One sentence an account for each thing said, the surest; oldest account first."""
    kept: dict[tuple[str, str], Spoken] = {}
    surest = max(clash.confidence for clash in group)
    for clash in sorted(group, key=lambda clash: -clash.confidence):
        if clash.confidence < surest - _STRAY:
            break
        for side, stance in ((clash.one, "one"), (clash.other, "other")):
            stance = stance if clash.kind == "denial" else side.says
            kept.setdefault((side.account.version, stance), side)
    chosen = list(kept.values())[:MOST_SIDES]
    return sorted(chosen, key=lambda side: (order[side.account.version], side.start))
