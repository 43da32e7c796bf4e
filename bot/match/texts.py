"""What a new report is to those kept: the same text again, a later version, a copy, a rewrite, or new.

Every rule looks at one kept article; the strongest finding decides. All figures are shares of words that
stand in the same runs (see `likeness`), so each can be shown to an editor and checked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.match import versions
from bot.match.chrome import without_chrome
from bot.match.likeness import MOST_SIGNS, Likeness, Wording, likeness, wording
from bot.match.outlets import outlet_key, same_outlet
from bot.match.pages import same_page
from bot.match.telling import called, percent
from bot.match.versions import IN_ORDER, SAME
from bot.shapes import Fingerprint, Known, Match, Report

COPY = 0.8
"a text of which this much stands in another is that text, cut or trimmed; own reporting starts where a fifth is own"

PART = 0.35
"a report that holds all of a short one is its full version down to here; below, most of it is its own"

REWRITE = 0.5
"half of the words word for word is no chance and no quotation: below, reports of one press conference begin"

CREDITED = 0.3
"as REWRITE, where the report itself credits or names the outlet that the other text is from"

PASSING = 0.1
"a round-up that holds a whole brief among much else is not built on it; from a tenth of its own words on it is"

LEAST_WORDS = 25
"fewer shared words may be a subscription appeal or one quotation; only whole equal texts are called the same then"

SHORTEST_NAMED = 5
"letters of an outlet's name that make it one wherever it stands; AP and Sky are in too many words"

NEAR = 0.03
"originals closer than this are told apart by time: the oldest is the source"

_RANK = {"duplicate": 0, "revision": 1, "copy": 2, "rewrite": 3}


@dataclass(frozen=True)
class _Finding:
    """What the new report is to one kept article."""

    known: Known
    match: Match
    standing: int
    "as `_standing` says"
    part: float
    "of the report's words, how many are from it: similarity may be how much of the article stands in the report"


def decide(report: Report, print_: Fingerprint, known: Sequence[Known]) -> Match:
    """The outcome, the article it is of, how much is shared (0 to 1) and a sentence that says why."""
    if not print_.words:
        return Match(outcome="new", reason="It holds no words to compare.")
    equal = [found for article in known if (found := _judge_equal(report, print_, article))]
    if any(found.match.outcome == "duplicate" for found in equal):
        return _best(equal).match
    ours = wording(report.prose)
    alike = [found for article in known if (found := _judge_alike(report, print_, ours, article))]
    if equal or alike:
        return _best([*equal, *alike]).match
    aside = versions.displaced(report, known)
    return Match(outcome="new", reason=aside or _why_new(len(known)), aside=aside)


def _judge_equal(report: Report, print_: Fingerprint, known: Known) -> _Finding | None:
    """The very same words."""
    if print_.exact != known.exact:
        return None
    own = versions.same_words(report, known)
    if own:
        return _finding(report, known, own)
    there = called(known, report.published)
    return _found(report, known, "copy", 1.0, f"It has the words of {there}, all of them and no others.")


def _judge_alike(report: Report, print_: Fingerprint, ours: Wording, known: Known) -> _Finding | None:
    """Words in common, though not all. What the pages' sites set around their texts is left out where it shows."""
    if print_.exact == known.exact:
        return None
    theirs = wording(known.prose)
    shared = likeness(ours, theirs)
    if shared.words < LEAST_WORDS or same_page(report, known) or not (bare := without_chrome(report, known)):
        return _compared(report, known, shared, ours, theirs)
    ours, theirs = map(wording, bare)
    found = _compared(report, known, likeness(ours, theirs), ours, theirs)
    return found and replace(found, match=_but_for_chrome(found.match))


def _compared(report: Report, known: Known, shared: Likeness, ours: Wording, theirs: Wording) -> _Finding | None:
    own = versions.again(report, known, shared, ours, theirs)
    if own:
        return _finding(report, known, own)
    return None if shared.words < LEAST_WORDS else _reuse(report, known, shared, ours, theirs)


def _but_for_chrome(match: Match) -> Match:
    """The reason says what its figures leave out."""
    why = f"{match.reason.removesuffix('.')}, not counting what the pages set around their texts."
    return match.model_copy(update={"reason": why})


def _reuse(report: Report, known: Known, shared: Likeness, ours: Wording, theirs: Wording) -> _Finding | None:
    """The text, or passages, of another article."""
    there, part = called(known, report.published), percent(shared.ours)
    if same_outlet(report, known):
        return _own_reuse(report, known, shared, there)
    if shared.ours >= COPY:
        cut = shared.theirs < SAME
        why = f"{part} of its words stand in {there}{' (which is longer)' if cut else ''}."
        return _found(report, known, "copy", shared.ours, why, cut)
    if shared.theirs >= COPY and shared.ours >= PART:
        why = f"It holds {percent(shared.theirs)} of {there} and more; {part} of its words are from it."
        return _found(report, known, "copy", shared.theirs, why, part=shared.ours)
    if shared.most >= CREDITED and (alike := ours.in_order(theirs, IN_ORDER)):
        why = f"It is {there} lightly edited: {percent(alike)} of the words stand in the same order."
        return _found(report, known, "copy", alike, why)
    return _rewrite(report, known, shared, there)


def _own_reuse(report: Report, known: Known, shared: Likeness, there: str) -> _Finding | None:
    """What an outlet makes of its own report: a teaser, a follow-up, tomorrow's forecast. It does not copy itself."""
    cut = shared.ours >= COPY and shared.theirs < SAME
    if shared.ours >= REWRITE:
        why = f"Another report by the same outlet: {percent(shared.ours)} of its words stand in {there}"
        return _found(report, known, "rewrite", shared.ours, f"{why}{' (which is longer)' if cut else ''}.", cut)
    if shared.theirs >= REWRITE and shared.ours >= PASSING:
        why = f"Another report by the same outlet: it takes up {percent(shared.theirs)} of {there}."
        return _found(report, known, "rewrite", shared.theirs, why, part=shared.ours)
    return None


def _rewrite(report: Report, known: Known, shared: Likeness, there: str) -> _Finding | None:
    enough, part = CREDITED if _credits(report, known) else REWRITE, percent(shared.ours)
    if shared.ours >= enough:
        why = f"{part} of its words stand in passages of {there}; the rest is its own."
        return _found(report, known, "rewrite", shared.ours, why)
    if shared.theirs >= enough and shared.ours >= PASSING:
        why = f"It takes up {percent(shared.theirs)} of {there}, which makes {part} of its own words."
        return _found(report, known, "rewrite", shared.theirs, why, part=shared.ours)
    return None


def _best(findings: Sequence[_Finding]) -> _Finding:
    """The strongest outcome; of those from which as much of the report comes, the credited agency's own, then the
    oldest."""
    rank = min(_RANK[found.match.outcome] for found in findings)
    rivals = [found for found in findings if _RANK[found.match.outcome] == rank]
    top = max(found.part for found in rivals)
    return min(
        (found for found in rivals if found.part >= top - NEAR),
        key=lambda found: (found.standing, _age(found.known.published), -found.part),
    )


def _found(
    report: Report,
    known: Known,
    outcome: str,
    similarity: float,
    why: str,
    cut: bool = False,
    part: float | None = None,
) -> _Finding:
    match = versions.found(known, outcome, similarity, why)
    return _finding(report, known, match.model_copy(update={"cut": cut}), part)


def _finding(report: Report, known: Known, match: Match, part: float | None = None) -> _Finding:
    return _Finding(known, match, _standing(report, known), match.similarity if part is None else part)


def _standing(report: Report, known: Known) -> int:
    """Which of several texts as alike is the original: 0 that of the agency which the report credits, 1 that of an
    outlet it names or one from the same agency, 2 any other."""
    if report.credit and outlet_key(report.credit) == outlet_key(known.outlet):
        return 0
    return 1 if _credits(report, known) else 2


def _credits(report: Report, known: Known) -> bool:
    """The report says it builds on that outlet's text, names it as a source, or both build on one agency's."""
    source = outlet_key(report.credit)
    if source is not None and source in (outlet_key(known.outlet), outlet_key(known.credit)):
        return True
    name = (known.outlet or "").removeprefix("The ")
    return len(name) >= SHORTEST_NAMED and same_outlet(report, known) is False and name in report.prose[:MOST_SIGNS]


def _age(published: datetime | None) -> float:
    return published.timestamp() if published else float("inf")


def _why_new(compared: int) -> str:
    if not compared:
        return "No kept article shares a passage, an address or a headline with it."
    return f"It shares no long passages with {compared} kept article{'s' if compared > 1 else ''} that looked alike."
