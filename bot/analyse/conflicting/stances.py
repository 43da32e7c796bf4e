"""Clashes of word: one says it happened and another denies it; one calls it accidental and another deliberate."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from bot.analyse.claiming.oppositions import AXIS_TERMS, axis
from bot.analyse.claiming.sources import same_voice
from bot.analyse.claiming.terms import CONCEPTS, COUNTRIES, terms, tokens
from bot.analyse.conflicting.pairs import Clash, Weights, hours_between, narrowed, shortened, spoken
from bot.shapes import Account, Claim

_LEAST_COVER = 0.5
"How much of what is denied the other sentence must speak of; below half, pairs of the tuning stories met by chance."

_TELLING = 0.4
"A shared term of this weight or more is particular to few sentences of the story; one such must be shared."

OUTDATED = 7 * 24.0
"Hours. Reports further apart speak of the same kind of happening, not of the same one."

Placed = tuple[Account, Claim]


def denial_clashes(accounts: Sequence[Account], of: Account | None = None) -> Iterator[Clash]:
    """Denials against what others say happened, inside one account and across; only those with `of` if given."""
    weights = Weights(accounts)
    index: dict[str, list[Placed]] = defaultdict(list)
    for account in accounts:
        for claim in account.claims:
            if claim.kind == "event":
                for word in claim.words:
                    index[word].append((account, claim))
    for account in accounts:
        for claim in account.claims:
            if claim.kind == "denial" and len(claim.words) > 1:
                yield from _answers(account, claim, index, weights, of)


def _answers(
    account: Account, denial: Claim, index: dict[str, list[Placed]], weights: Weights, of: Account | None
) -> Iterator[Clash]:
    words = frozenset(denial.words)
    seen: set[tuple[str, int, str | None]] = set()
    for term in sorted(words):
        if weights.of(term) < _TELLING or term in CONCEPTS:
            continue
        for other, event in index[term]:
            place = (other.version, event.start, event.value)
            if place in seen or (of is not None and of not in (account, other)):
                continue
            seen.add(place)
            if _may_meet(account, denial, other, event) and (score := _denial_score(denial, event, weights)):
                yield _denial_clash(account, denial, other, event, score, weights)


def _may_meet(account: Account, denial: Claim, other: Account, event: Claim) -> bool:
    """Whether the two are from different voices, and of the same modality: plans are denied by 'no plans'."""
    if account is not other and account.voice == other.voice:
        return False
    if account is other and event.start == denial.start:
        return False
    if same_voice(denial.source, event.source) or abs(hours_between(account, other)) > OUTDATED:
        return False
    return event.value == "yes" or _denies_plans(denial)


def _denies_plans(denial: Claim) -> bool:
    spot = denial.text[denial.spot[0] - denial.start : denial.spot[1] - denial.start].lower()
    return any(word in spot for word in ("plan", "intend", "intention", "consider"))


def _denial_score(denial: Claim, event: Claim, weights: Weights) -> float:
    """0 where the two do not meet, else how sure it is that they clash."""
    words, others = frozenset(denial.words), frozenset(event.words)
    shared = words & others
    if not shared & CONCEPTS or not _telling(_well_placed(denial, event, shared), weights):
        return 0.0
    if denial.about not in (*others, "answer") or (denial.scope and denial.scope not in others):
        return 0.0
    cover = weights.cover(words, others)
    if cover < _LEAST_COVER:
        return 0.0
    return 0.25 + 0.35 * cover + (0.15 if denial.source else -0.15) + (0.1 if event.source else 0.0)


def _well_placed(denial: Claim, event: Claim, shared: frozenset[str]) -> frozenset[str]:
    """The shared terms, of names those that have the same part in both: who is hit is not who hits.

    A country counts only as what a thing was done to: the doers of foreign news are the same few in every sentence.
    """
    happening = denial.about if denial.about in CONCEPTS else min(shared & CONCEPTS)
    mine, theirs = _after(denial.text, happening), _after(event.text, happening)
    names = {t.term for t in tokens(denial.text) if t.is_name}
    placed = {term for term in shared - CONCEPTS if term not in names or (term in mine) == (term in theirs)}
    return frozenset(term for term in placed if term not in COUNTRIES or term in mine & theirs)


def _after(sentence: str, happening: str) -> frozenset[str]:
    """The terms after the happening, or before it where it stands in the passive: what it was done to."""
    found = tokens(sentence)
    at = next((i for i, t in enumerate(found) if t.term == happening), None)
    if at is None:
        return frozenset()
    passive = any(t.low in ("been", "was", "were", "being") for t in found[max(0, at - 2) : at])
    return terms(found[:at] if passive else found[at + 1 :])


def _telling(terms: frozenset[str], weights: Weights) -> bool:
    return any(weights.of(term) >= _TELLING for term in terms)


def _denial_clash(
    account: Account, denial: Claim, other: Account, event: Claim, score: float, weights: Weights
) -> Clash:
    shared = frozenset(denial.words) & frozenset(event.words)
    subject = _subject(denial, shared)
    return Clash(
        kind="denial",
        topic="-".join(sorted(denial.words)),
        subject=subject,
        about=_about(shared, weights),
        one=narrowed(spoken(other, event), shared, weights),
        other=shortened(spoken(account, denial)),
        confidence=score,
        why=f"One side reports this and the other denies it: “{subject}”.",
    )


def _about(shared: frozenset[str], weights: Weights) -> tuple[str, ...]:
    """The happening with each telling thing it is said of: 'strike palmyra'."""
    happening = max(shared & CONCEPTS, key=lambda t: (weights.of(t), t))
    return tuple(f"{happening} {term}" for term in sorted(shared - CONCEPTS) if weights.of(term) >= _TELLING)


def _subject(denial: Claim, shared: frozenset[str]) -> str:
    """What is denied, in the denial's own words, without the cue: 'its missiles crashed'."""
    spot = denial.text[denial.spot[0] - denial.start : denial.spot[1] - denial.start]
    first = next((t.start for t in tokens(spot) if t.term in shared), 0)
    return spot[first:].strip()


def opposite_clashes(accounts: Sequence[Account], of: Account | None = None) -> Iterator[Clash]:
    """Opposed words said of one thing by two voices."""
    weights = Weights(accounts)
    axes: dict[str, list[Placed]] = defaultdict(list)
    for account in accounts:
        for claim in _joined([c for c in account.claims if c.kind == "opposite"]):
            axes[claim.about].append((account, claim))
    for placed in axes.values():
        for at, (account, claim) in enumerate(placed):
            for other, opposed in placed[at + 1 :]:
                if of is None or of in (account, other):
                    yield from _opposed(account, claim, other, opposed, weights)


def _in_common(shared: Sequence[str], *sentences: str) -> str | None:
    """A common noun among the shared terms, as the sentences write it: 'collision' for collide."""
    found = (t.text for sentence in sentences for t in tokens(sentence) if t.term in shared and t.text.islower())
    return next(found, None)


def _joined(claims: list[Claim]) -> list[Claim]:
    """Claims of one end in sentences beside each other speak of one thing: each gets the words of all."""
    return [
        claim.model_copy(
            update={
                "words": tuple(
                    sorted(
                        {
                            word
                            for other in claims
                            if (other.about, other.value) == (claim.about, claim.value)
                            and abs(other.sentence - claim.sentence) <= 1
                            for word in other.words
                        }
                    )
                )
            }
        )
        for claim in claims
    ]


def _is_mixed(account: Account, about: str) -> bool:
    """Whether a report itself uses both ends, of two things: acquitted of one charge, convicted of another."""
    return about != "intent" and len({c.value for c in account.claims if c.kind == "opposite" and c.about == about}) > 1


def _opposed(account: Account, claim: Claim, other: Account, opposed: Claim, weights: Weights) -> Iterator[Clash]:
    if claim.value == opposed.value or same_voice(claim.source, opposed.source):
        return
    if account is not other and account.voice == other.voice:
        return
    if _is_mixed(account, claim.about) or _is_mixed(other, claim.about):
        return
    shared = frozenset(claim.words) & frozenset(opposed.words)
    happening = sorted(shared & CONCEPTS, key=lambda term: (-weights.of(term), term))
    telling = [t for t in shared - CONCEPTS - AXIS_TERMS if weights.of(t) >= _TELLING]
    if len(telling) < 2 and (not happening or claim.about != "intent"):
        return  # armed and unarmed are often two men; an act is deliberate or accidental whoever names it
    subject = _in_common(happening or telling, claim.text, opposed.text)
    sourced = sum(s is not None for s in (claim.source, opposed.source))
    yield Clash(
        kind="opposite",
        topic=claim.about,
        subject=subject or axis(claim.about).question,
        one=spoken(account, claim),
        other=spoken(other, opposed),
        confidence=0.5 + (0.1 if happening else 0.0) + 0.1 * sourced + 0.05 * min(2, len(shared) - 1),
        why=f"Both speak of the same thing{f' ({subject})' if subject else ''}, which cannot be both "
        f"{claim.says} and {opposed.says}.",
    )
