"""What two accounts of one story have to show before they are called a clash: the parts every kind shares."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import combinations

from bot.analyse.claiming.sources import same_voice
from bot.analyse.claiming.terms import STOP, tokens
from bot.shapes import Account, Claim, ConflictKind, Side, Span


@dataclass(frozen=True)
class Spoken:
    """One side of a clash: a sentence of an account."""

    account: Account
    start: int
    end: int
    text: str
    spot: Span
    says: str
    source: str | None = None

    def side(self) -> Side:
        account = self.account
        return Side(
            article=account.article,
            version=account.version,
            outlet=account.outlet,
            published=account.published,
            source=self.source,
            text=self.text,
            start=self.start,
            end=self.end,
            spot=self.spot,
            says=self.says,
        )

    @property
    def place(self) -> tuple[str, int]:
        return self.account.article, self.start


@dataclass(frozen=True)
class Clash:
    """Two sentences that cannot both be right. Clashes with the same topic, or the same answer, are one conflict."""

    kind: ConflictKind
    topic: str
    subject: str
    "what they disagree about, for a reader"
    one: Spoken
    other: Spoken
    confidence: float
    why: str
    about: tuple[str, ...] = ()
    "what several topics may have in common: denials of one happening in other words"


def spoken(account: Account, claim: Claim) -> Spoken:
    """A claim as a side; where the outlet only names itself, nobody else is its source."""
    source = None if is_own(claim.source, account.outlet) else claim.source
    says = "reported" if claim.kind == "event" and source is None else claim.says
    return Spoken(account, claim.start, claim.end, claim.text, claim.spot, says, source)


def is_own(source: str | None, outlet: str | None) -> bool:
    """Whether a source is the outlet itself: 'the Lantern can reveal' in the Daily Lantern."""
    named = {t.low for t in tokens(source or "")} - {"the"}
    return bool(named) and named <= {t.low for t in tokens(outlet or "")}


def narrowed(side: Spoken, clashing: frozenset[str], weights: Weights) -> Spoken:
    """The side with its spot on the few words that clash: the most telling of them that stand close together."""
    found = [(at, t) for at, t in enumerate(tokens(side.text)) if t.term in clashing]
    best: tuple[float, int, int, int] | None = None
    for first, (at, token) in enumerate(found):
        for until, last in found[first:]:
            if until - at >= MOST_MARKED:
                break
            telling = weights.total({t.term for i, t in found if at <= i <= until})
            same = next((t for i, t in found if i == until + 1 and t.term == last.term), last)  # Islamic State
            rank = (round(telling, 3), at - until, token.start, same.end)
            best = rank if best is None or rank[:2] > best[:2] else best
    return replace(side, spot=(side.start + best[2], side.start + best[3])) if best else side


MOST_MARKED = 8
"Words. What is marked in a sentence should be seen at a glance."


def shortened(side: Spoken) -> Spoken:
    """The side with no more than the first few words of its spot marked."""
    inside = [t for t in tokens(side.text) if side.spot[0] <= side.start + t.start < side.spot[1]]
    if len(inside) <= MOST_MARKED:
        return side
    last = next(t for t in reversed(inside[:MOST_MARKED]) if t.low not in STOP or t is inside[0])
    return replace(side, spot=(side.spot[0], side.start + last.end))


def original_voices(accounts: Iterable[Account]) -> list[Account]:
    """One account of each voice, the report itself where it is there: copies add no side."""
    chosen: dict[str, Account] = {}
    for account in accounts:
        if account.voice not in chosen or account.article == account.voice:
            chosen[account.voice] = account
    return list(chosen.values())


def account_pairs(accounts: Sequence[Account], of: Account | None = None) -> Iterator[tuple[Account, Account]]:
    """Pairs of accounts that are voices of their own; only those with `of` where it is given."""
    for one, other in combinations(accounts, 2) if of is None else _pairs_with(of, accounts):
        if one.voice != other.voice:
            yield one, other


def _pairs_with(of: Account, accounts: Sequence[Account]) -> Iterator[tuple[Account, Account]]:
    """The pairs that one account is part of, in the order of all pairs; found in one pass, however many there are."""
    at = next(at for at, account in enumerate(accounts) if account.version == of.version)
    yield from ((one, of) for one in accounts[:at])
    yield from ((of, other) for other in accounts[at + 1 :])


def contradicts_itself(one: Claim, other: Claim) -> bool:
    """Whether two claims of one account are from two sources that are not one side."""
    return one.source is not None and other.source is not None and not same_voice(one.source, other.source)


def hours_between(one: Account, other: Account) -> float:
    """How many hours later than `one` the other account was published."""
    return (moment(other.published, other.seen) - moment(one.published, one.seen)).total_seconds() / 3600


def moment(published: datetime | None, seen: datetime) -> datetime:
    """When a report was published. Where it gives only a day, or nothing, when it came, if that can be about then."""
    if published is None:
        return seen
    is_day_only = (published.hour, published.minute, published.second) == (0, 0, 0)
    return seen if is_day_only and timedelta() <= seen - published <= _FRESH else published


_FRESH = timedelta(hours=48)
"A day-only report that comes later than this is from an archive, and its arrival tells nothing."


class Weights:
    """How much a term tells of what a sentence speaks of, by how rare it is in the story's own sentences.

    1 for a term never seen, falling by half where it stands in one sentence in eight (and always in at least four
    sentences): in a story about Syria the word Syria tells nothing.
    """

    def __init__(self, accounts: Iterable[Account]) -> None:
        self._seen: Counter[str] = Counter()
        total = 0
        for account in accounts:
            sentences = {(c.start, c.words) for c in account.claims if c.kind == "event"}
            total += len(sentences)
            for _, words in sentences:
                self._seen.update(words)
        self._half = 4 + total / 8

    def of(self, term: str) -> float:
        return 1 / (1 + self._seen[term] / self._half)

    def total(self, terms: Iterable[str]) -> float:
        return sum(self.of(term) for term in terms)

    def cover(self, terms: frozenset[str], by: frozenset[str]) -> float:
        """How much of `terms` another sentence shares: 0 to 1."""
        whole = self.total(terms)
        return self.total(terms & by) / whole if whole else 0.0
