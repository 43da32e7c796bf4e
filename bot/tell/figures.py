"""Which figures of a story moved: the toll that was nine and is ten."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from bot.shapes import Account, Claim, Moved

RISING = ("killed", "injured")
"A toll only rises; a lower one is another count or a correction, and those are told as such."

FOLLOWED = (*RISING, "missing")
"What a desk follows through a running story; other figures belong to one report."

TOP = 3
"The first sentences, where a report gives the toll of its own event; further down it may recall another one."


def moved(accounts: Iterable[Account], since: datetime, until: datetime) -> tuple[Moved, ...]:
    """Figures that the latest report of `since <= t < until` gives otherwise than the latest one before; where none
    gave it before, than the first one of that time. With each stands who gave the new figure first."""
    ordered = sorted((account for account in accounts if account.seen < until), key=_moment)
    moves = (_move(about, _told(ordered, about), since) for about in FOLLOWED)
    return tuple(move for move in moves if move)


def _moment(account: Account) -> datetime:
    return account.published or account.seen


def _told(ordered: Iterable[Account], about: str) -> list[tuple[Account, Claim]]:
    """Each report that gives the figure, and how."""
    found = ((account, [claim for claim in account.claims if _is_toll(claim, about)]) for account in ordered)
    return [(account, claims[0]) for account, claims in found if claims]


def _move(about: str, told: Sequence[tuple[Account, Claim]], since: datetime) -> Moved | None:
    if len(told) < 2 or told[-1][0].seen < since:
        return None
    before = [claim for account, claim in told if account.seen < since]
    was, is_ = before[-1] if before else told[0][1], told[-1][1]
    if not _differs(about, was, is_):
        return None
    first = next(account for account, claim in told if account.seen >= since and claim.low == is_.low)
    given = {"what": about, "before": _figure(was), "after": _figure(is_)}
    return Moved.model_validate(given | {"outlet": first.outlet, "at": _moment(first)})


def _is_toll(claim: Claim, about: str) -> bool:
    counted = claim.kind == "number" and claim.about == about and claim.unit == "people" and claim.low is not None
    return counted and claim.scope is None and claim.qualifier in ("exact", "at least") and claim.sentence < TOP


def _differs(about: str, was: Claim, is_: Claim) -> bool:
    if was.low is None or is_.low is None or was.low == is_.low:
        return False
    return is_.low > was.low or about not in RISING


def _figure(claim: Claim) -> str:
    """`at least 9`: in digits, so that nine and 9 read alike."""
    figure = f"{claim.low or 0:,.0f}"
    return f"at least {figure}" if claim.qualifier == "at least" else figure
