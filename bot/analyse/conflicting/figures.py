"""Clashes of figures: ranges that cannot both hold of one thing at one time.

A later and higher figure is an update: tolls rise while a story runs. So is any figure that comes days later.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from bot.analyse.claiming.sources import same_voice
from bot.analyse.claiming.terms import is_content, tokens
from bot.analyse.conflicting.pairs import Clash, Weights, account_pairs, contradicts_itself, hours_between, spoken
from bot.shapes import Account, Claim

UPDATE_AFTER = 1.0
"Hours. A higher figure published this much later is an update; within the hour two desks had the same news to go on."

STALE_AFTER = 36.0
"Hours. After a night and a day any figure, lower too, is a later count and no contradiction."

RIVALS = 6.0
"Hours within which the figures of two named sides are rival counts; later, one has only counted on."

_FALLING = ("missing",)
"Counts that go down as well as up: the missing are found."

ROUNDING = 0.03
"1,000 was written for 1,012 and 970: figures nearer than this agree where one of them is round."

_TOLERANCE = {"magnitude": 0.1}
"Units whose figures are first estimates: magnitudes of 5.6 and 5.7 are one quake in two catalogues."

_LEAD = 4
"Sentences. Figures in both leads are the story's own; further down stand its parts and its background."


def number_clashes(accounts: Sequence[Account], of: Account | None = None) -> Iterator[Clash]:
    """Figures that exclude each other, across accounts and between two sources of one account."""
    weights = Weights(accounts)
    tables = {account.version: _figures(account) for account in accounts}
    for one, other in account_pairs(accounts, of):
        for about in sorted(tables[one.version].keys() & tables[other.version].keys()):
            yield from _differing(one, tables[one.version][about], other, tables[other.version][about], weights)
    for account in [of] if of else accounts:
        for counted in tables[account.version].values():
            yield from _differing_inside(account, counted, weights)


def _figures(account: Account) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in account.claims:
        if claim.kind == "number":
            found[claim.about].append(claim)
    return {about: _plainest(counted) for about, counted in found.items()}


def _plainest(counted: list[Claim]) -> list[Claim]:
    """Without 'at least 9' where the report also says '9' flatly."""
    flat = {(c.low, c.scope) for c in counted if c.qualifier == "exact"}
    return [c for c in counted if c.qualifier != "at least" or (c.low, c.scope) not in flat]


def _differing(
    one: Account, mine: list[Claim], other: Account, theirs: list[Claim], weights: Weights
) -> Iterator[Clash]:
    """The clash of the first figures of two accounts, if none of one's figures agrees with any of the other's."""
    pairs = [(a, b) for a in mine for b in theirs if _is_comparable(a, b, weights)]
    if not pairs or any(agree(a, b) for a, b in pairs):
        return
    a, b = pairs[0]
    if not is_update(a, one, b, other):
        yield _number_clash(one, a, other, b, weights)


def _differing_inside(account: Account, counted: list[Claim], weights: Weights) -> Iterator[Clash]:
    for at, a in enumerate(counted):
        for b in counted[at + 1 :]:
            if contradicts_itself(a, b) and _is_comparable(a, b, weights) and not agree(a, b):
                yield _number_clash(account, a, account, b, weights)


def _is_comparable(a: Claim, b: Claim, weights: Weights) -> bool:
    """Whether two figures count the same: same part, no other day, and for plain counts much the same sentence."""
    if not _is_same_part(a, b) or (a.days and b.days and not set(a.days) & set(b.days)):
        return False
    if a.unit in ("people", "magnitude") or a.about.startswith("age of"):
        return True
    mine, theirs = frozenset(a.words), frozenset(b.words)
    if not _names(a) & _names(b) and a.unit not in ("children", "length"):
        return False
    if a.about.startswith("count:"):
        return min(weights.cover(mine, theirs), weights.cover(theirs, mine)) >= _SAME_COUNT
    return weights.total(mine & theirs) >= _SAME_THING


def _names(claim: Claim) -> frozenset[str]:
    """The names in a claim's sentence: without one in common two plain counts may be of anything."""
    return frozenset(t.term for t in tokens(claim.text) if t.is_name and is_content(t))


def _is_same_part(a: Claim, b: Claim) -> bool:
    """Whether two figures count the same part; of two ages, whether the first names may be one person's."""
    if a.scope == b.scope:
        return True
    if not a.about.startswith("age of"):
        return False
    return a.scope is None or b.scope is None or fuzz.ratio(a.scope, b.scope) >= _ONE_NAME


_ONE_NAME = 60.0
"rapidfuzz ratio: Catherine and Kathryn have 67, Gary and Catherine 31."

_SAME_COUNT = 0.45
"How much two sentences must share before their plain counts (26 missiles) are taken for one count."

_SAME_THING = 1.2
"How much weight two sentences must share before their lengths, sentences or numbers of children are of one thing."


def agree(a: Claim, b: Claim) -> bool:
    """Whether two ranges can both hold, rounding and first estimates allowed for."""
    low, high = max(_low(a), _low(b)), min(_high(a), _high(b))
    if low <= high:
        return True
    if low - high <= _TOLERANCE.get(a.unit or "", 0.0) + 1e-9:
        return True
    return low - high <= ROUNDING * low and (_is_round(low) or _is_round(high) or a.unit in ("length", "weight"))


def _low(claim: Claim) -> float:
    return claim.low or 0.0


def _high(claim: Claim) -> float:
    return float("inf") if claim.high is None else claim.high


def _is_round(value: float) -> bool:
    return value >= 100 and value % 100 == 0


def is_update(a: Claim, one: Account, b: Claim, other: Account) -> bool:
    """Whether the later published figure only brings the earlier up to date."""
    if hours_between(one, other) < 0:
        a, one, b, other = b, other, a, one
    hours = hours_between(one, other)
    if hours >= STALE_AFTER:
        return True
    if hours < UPDATE_AFTER or (_low(b) < _low(a) and a.about not in _FALLING):
        return False
    return hours >= RIVALS or not _are_parties(a.source, b.source)


def _are_parties(one: str | None, other: str | None) -> bool:
    """Whether two figures are from two named sides, each with its own count."""
    return one is not None and other is not None and not same_voice(one, other)


def _number_clash(one: Account, a: Claim, other: Account, b: Claim, weights: Weights) -> Clash:
    subject = _subject(a)
    return Clash(
        kind="number",
        topic=f"{a.about}:{a.scope}" if a.scope else a.about,
        subject=subject,
        one=spoken(one, a),
        other=spoken(other, b),
        confidence=_number_confidence(a, b, weights),
        why=f"Both give a figure for the same thing ({subject}), and {_low_first(a.says)} and {_low_first(b.says)} "
        "cannot both be right.",
    )


def _low_first(says: str) -> str:
    return says[:1].lower() + says[1:]


_FAR = 4.0
"Tolls that differ by more than this count a day and a war, or a town and a country, far oftener than they disagree."


def _subject(claim: Claim) -> str:
    """What is counted, for a reader: 'children killed', 'missiles', 'age of Doe', 'length of the fall'."""
    kind, _, rest = claim.about.partition(": ")
    if rest:
        return claim.unit or rest if kind == "count" else f"{kind} of the {rest}"
    if claim.about.startswith("age of "):
        return "age of " + " ".join(part.title() for part in (claim.scope, claim.about.removeprefix("age of ")) if part)
    return f"{claim.scope} {claim.about}" if claim.scope else claim.about


def _number_confidence(a: Claim, b: Claim, weights: Weights) -> float:
    shared = frozenset(a.words) & frozenset(b.words)
    score = 0.45 + 0.15 * min(2.0, weights.total(shared))
    if a.sentence < _LEAD and b.sentence < _LEAD:
        score += 0.1
    if "vague" in (a.qualifier, b.qualifier):
        score -= 0.15
    if _low(a) and _low(b) and not 1 / _FAR <= _low(a) / _low(b) <= _FAR:
        score -= 0.3
    return round(min(0.95, score), 2)
