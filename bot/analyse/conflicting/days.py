"""Clashes of when and where: days that exclude each other, and two places for what can be in one only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from bot.analyse.claiming.terms import CONCEPTS, tokens
from bot.analyse.conflicting.pairs import Clash, Weights, account_pairs, spoken
from bot.shapes import Account, Claim

_DAYS_APART = 3
"Days further apart than this are of two happenings more often than of one told wrongly, unless all else is the same."

_SAME_SENTENCE = 0.4
"How much one sentence must cover of the other before dates far apart, or two places, are of one thing."


def date_clashes(accounts: Sequence[Account], of: Account | None = None) -> Iterator[Clash]:
    """Days that exclude each other, said of one happening."""
    weights = Weights(accounts)
    for one, a, other, b in _pairs(accounts, of, "date"):
        if not days_agree(a, b) and (score := _date_score(a, b, weights)):
            yield Clash(
                kind="date",
                topic=a.about,
                subject=_subject(a),
                one=spoken(one, a),
                other=spoken(other, b),
                confidence=min(0.9, score),
                why=f"Both date the same thing ({_subject(a)}), and {_shown(a)} does not fit {_shown(b)}.",
            )


def place_clashes(accounts: Sequence[Account], of: Account | None = None) -> Iterator[Clash]:
    """Two places for one doing: towed to one harbour and to another."""
    weights = Weights(accounts)
    for one, a, other, b in _pairs(accounts, of, "place"):
        if score := _place_score(a, b, weights):
            yield Clash(
                kind="place",
                topic=a.about,
                subject=_subject(a),
                one=spoken(one, a),
                other=spoken(other, b),
                confidence=min(0.9, score),
                why=f"Both speak of the same thing, which cannot be both {a.says} and {b.says}.",
            )


def _pairs(
    accounts: Sequence[Account], of: Account | None, kind: str
) -> Iterator[tuple[Account, Claim, Account, Claim]]:
    for one, other in account_pairs(accounts, of):
        for a in (c for c in one.claims if c.kind == kind):
            for b in other.claims:
                if b.kind == kind and a.about == b.about:
                    yield one, a, other, b


def days_agree(a: Claim, b: Claim) -> bool:
    """Whether two sets of days can be of one happening. All days that are listed must lie in a stretch."""
    mine, theirs = set(a.days), set(b.days)
    if a.stretch and b.stretch:
        return bool(mine & theirs)
    if a.stretch or b.stretch:
        listed, stretch = (theirs, mine) if a.stretch else (mine, theirs)
        return listed <= stretch or not listed & stretch  # wholly outside it: some other happening
    return mine <= theirs or theirs <= mine


def _date_score(a: Claim, b: Claim, weights: Weights) -> float:
    mine, theirs = frozenset(a.words), frozenset(b.words)
    cover = max(weights.cover(mine, theirs), weights.cover(theirs, mine))
    apart = min(abs((date.fromisoformat(x) - date.fromisoformat(y)).days) for x in a.days for y in b.days)
    if not (mine & theirs) - CONCEPTS - {a.about} or (apart > _DAYS_APART and cover < _SAME_SENTENCE):
        return 0.0
    return 0.35 + 0.5 * cover + (0.25 if set(a.days) & set(b.days) else 0.0)


def _place_score(a: Claim, b: Claim, weights: Weights) -> float:
    if a.value == b.value or a.value in b.words or b.value in a.words:
        return 0.0
    shared = set((a.scope or "").split()) & set((b.scope or "").split())
    if not shared:
        return 0.0
    return 0.35 + 0.3 * min(1.0, weights.total(shared))


def _subject(claim: Claim) -> str:
    """The happening in the claim's own word: 'inspected', 'violating'."""
    return next((t.low for t in tokens(claim.text) if t.term == claim.about), claim.about)


def _shown(claim: Claim) -> str:
    days = ", ".join(f"{date.fromisoformat(day):%a %-d %b}" for day in claim.days)
    return f"{claim.says} ({days})"
