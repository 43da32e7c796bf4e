"""Whether a report is one of its own outlet's articles again: the same text, or a later version of it.

What is another outlet's text is decided in `texts`.
"""

from __future__ import annotations

from datetime import timedelta

from rapidfuzz.fuzz import token_sort_ratio

from bot.match.likeness import Likeness, Wording
from bot.match.outlets import same_outlet, same_page
from bot.match.telling import called, shared_words
from bot.match.words import words
from bot.shapes import Known, Match, Report

SAME = 0.6
"this much of each standing in the other makes both one text, edited, rather than a part and its whole"

GROWN = 0.8
"a text of which this much is left, or which was this much of the later one, has been added to or cut"

HEADLINE = 85.0
"of 100: 'Dam bursts above Lund' and 'Dam bursts above Lund, 3 dead' are one headline, edited"

VERSION = 0.35
"with the same headline, an outlet's text that keeps this much is its later version; a new report keeps only background"

IN_ORDER = 0.75
"two texts of near length whose words align this well are one text lightly edited; unrelated English reaches .45"

UNNAMED = 0.9
"with no outlet named on either side only a text this near is a version; below, two outlets may have edited one wire"

VERSION_DAYS = timedelta(days=7)
"the same headline a week later ('Weather for the coast') is a new edition, not a version"


def same_words(report: Report, known: Known) -> Match | None:
    """What a report of the very same words is; None where it is another outlet's."""
    there, house = called(known, report.published), same_outlet(report, known)
    if house is False and not same_page(report, known):
        return None
    if house and _headline_changed(report.title, known.title):
        return found(known, "revision", 1.0, f"A later version of {there}: the headline has changed.")
    return found(known, "duplicate", 1.0, f"The same text as {there}, word for word.")


def same_address(report: Report, known: Known, shared: Likeness, ours: Wording, theirs: Wording) -> Match | None:
    """A later version at the same address, whatever is left of the words."""
    if not same_page(report, known):
        return None
    why = f"A later version of {called(known, report.published)}: the same address; {shared_words(shared.ours)}."
    return found(known, "revision", _alike(shared, ours, theirs), why)


def later(report: Report, known: Known, shared: Likeness, ours: Wording, theirs: Wording) -> Match | None:
    """A later version by the same outlet at another address, or with none."""
    house = same_outlet(report, known)
    if house is False or (house is None and (report.outlet or known.outlet)) or not _close(report, known):
        return None
    alike = _alike(shared, ours, theirs)
    headline = _headline_kept(report.title, known.title)
    grown = shared.most >= GROWN and shared.least >= VERSION
    same = shared.least >= SAME or alike >= IN_ORDER or grown
    if same if house else alike >= UNNAMED:
        note = shared_words(shared.ours)
    elif headline and shared.most >= VERSION:
        note = f"the same headline and {shared_words(shared.ours)}"
    else:
        return None
    return found(known, "revision", alike, f"A later version of {called(known, report.published)}: {note}.")


def found(known: Known, outcome: str, similarity: float, why: str) -> Match:
    """What a report is to a kept article."""
    return Match.model_validate(
        {"outcome": outcome, "of": known.article, "similarity": min(1.0, similarity), "reason": why}
    )


def _alike(shared: Likeness, ours: Wording, theirs: Wording) -> float:
    """One figure for two versions: aligned in order where they are short enough, else what both share."""
    return ours.in_order(theirs) or (shared.ours + shared.theirs) / 2


def _headline_kept(ours: str | None, theirs: str | None) -> bool:
    """One headline, perhaps edited. A missing one says nothing."""
    if not ours or not theirs:
        return False
    return token_sort_ratio(" ".join(words(ours)), " ".join(words(theirs))) >= HEADLINE


def _headline_changed(ours: str | None, theirs: str | None) -> bool:
    return bool(ours and theirs) and words(ours or "") != words(theirs or "")


def _close(report: Report, known: Known) -> bool:
    if not report.published or not known.published:
        return True
    return abs(report.published - known.published) <= VERSION_DAYS
