"""When a later account settles a conflict of figures: the news has moved on, or an outlet has taken its figure back."""

from __future__ import annotations

from collections.abc import Sequence

from bot.analyse.claiming.figures import figures
from bot.analyse.claiming.terms import tokens
from bot.analyse.conflicting.figures import UPDATE_AFTER
from bot.analyse.conflicting.pairs import moment
from bot.shapes import Account, Claim, Conflict, Side


def superseded(new: Account, kept: Sequence[Conflict]) -> list[Conflict]:
    """Open conflicts of numbers that the new account closes: by a later and no lower figure of the outlet's own, or
    because an outlet now says what the other side said."""
    closed = []
    for conflict in kept:
        if conflict.kind != "number" or conflict.status != "open":
            continue
        about = conflict.key.split(":", 1)[1]
        counted = next((c for c in new.claims if c.kind == "number" and _topic(c) == about), None)
        if counted and (_is_overtaken(new, counted, conflict.sides) or _is_taken_back(new, counted, conflict.sides)):
            closed.append(conflict.model_copy(update={"status": "superseded"}))
    return closed


def _topic(claim: Claim) -> str:
    return f"{claim.about}:{claim.scope}" if claim.scope else claim.about


def _is_overtaken(new: Account, counted: Claim, sides: Sequence[Side]) -> bool:
    """Whether the account is from well after every side, by the outlets' own times, and counts no fewer than any."""
    if (counted.low or 0.0) < max(_value(side) for side in sides):
        return False
    now = moment(new.published, new.seen)
    return all(
        side.published is not None and (now - side.published).total_seconds() / 3600 >= UPDATE_AFTER for side in sides
    )


def _is_taken_back(new: Account, counted: Claim, sides: Sequence[Side]) -> bool:
    """Whether a later version of one side's article now agrees with every other side."""
    mine = [side for side in sides if side.article == new.article and side.version != new.version]
    others = [side for side in sides if side.article != new.article]
    return bool(mine and others) and all((counted.low or 0.0) == _value(side) for side in others)


def _value(side: Side) -> float:
    found = figures(side.says, tokens(side.says))
    return found[0].low if found else float("inf")
