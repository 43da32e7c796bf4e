"""Whether a report is one of its own outlet's articles again: the same text, or a later version of it.

An article is what an outlet keeps at one address, or moves with its words (docs/decisions/0021).
What is another outlet's text is decided in `texts`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from bot.match import headlines
from bot.match.dating import dated, is_later, is_surely_earlier, stood
from bot.match.likeness import Likeness, Wording
from bot.match.outlets import same_outlet
from bot.match.pages import is_now, names_article, other_part, same_number, same_page, two_pages
from bot.match.remains import breaks_off, is_beginning, shared_vocabulary, withdraws
from bot.match.surroundings import own_words
from bot.match.telling import called, moment, shared_words
from bot.shapes import Known, Match, Report

SAME = 0.6
"this much of each standing in the other makes both one text, edited, rather than a part and its whole"

GROWN = 0.8
"a text of which this much is left, or which was this much of the later one, has been added to or cut"

VERSION = 0.35
"with the same headline, an outlet's text that keeps this much is its later version; a new report keeps only background"

IN_ORDER = 0.75
"two texts of near length whose words align this well are one text lightly edited; unrelated English reaches .45"

UNNAMED = 0.9
"with no outlet named on either side only a text this near is a version; below, two outlets may have edited one wire"

NEXT_DAY = 0.9
"""what both must share once a day has passed, where no address joins them: 'Weather for the coast' and the day's second
report on a running story keep three quarters of the day before"""

UPDATED_WITHIN = timedelta(hours=18)
"an update comes while the news is fresh; a headline that comes again the next morning heads another article"

VERSION_DAYS = timedelta(days=7)
"after a week nothing but its address makes a text a version"

LEAST_WORDS = 25
"fewer shared words may be a subscription appeal or one quotation"

REMAINS = 0.1
"of either text in the other: less is nearly nothing"

UNRELATED, UNRELATED_NAMED = 0.2, 0.1
"""of the shorter text's long words that the other has too: two reports on two events share .06 (one in fifty .22), two
on one event .29. An address that names its article is believed until the words share next to nothing."""


def same_words(report: Report, known: Known) -> Match | None:
    """What a report of the very same words is; None where it is another outlet's."""
    now = known.latest or known
    if same_outlet(report, known) is False and not same_page(report, now):
        return None
    if known.latest:
        return _old_words(report, known, known.latest)
    return _same_text(report, known, 1.0, "word for word")


def again(report: Report, known: Known, shared: Likeness, ours: Wording, theirs: Wording) -> Match | None:
    """What a report of other words is; None where it is another article."""
    note = _same_article(report, known, shared, ours, theirs)
    if note is None:
        return None
    there, alike = called(known, report.published), _alike(shared, ours, theirs)
    own, kept = (own_words(text, (report.title, known.title)) for text in (report.prose, known.prose))
    if own and own == kept:
        return _same_text(report, known, alike, "but for what the page sets around it")
    no_news = _no_news(report, known, own, kept, there)
    if no_news:
        return found(known, "duplicate", alike, no_news)
    return found(known, "revision", alike, f"A later version of {there}{note}.")


def completes(report: Report, known: Known) -> bool:
    """Whether it is the whole of a text that was kept as far as a teaser went, and no more news than that was."""
    if not breaks_off(known.prose):
        return False
    own, kept = (own_words(text, (report.title, known.title)) for text in (report.prose, known.prose))
    return is_beginning(kept, own)


def displaced(report: Report, known: Sequence[Known]) -> str:
    """Words for the article whose address a new one has taken over; none where there is none."""
    before = next((article for article in known if same_page(report, article)), None)
    return f"Its address showed another article before, {called(before, report.published)}." if before else ""


def found(known: Known, outcome: str, similarity: float, why: str) -> Match:
    """What a report is to a kept article."""
    return Match.model_validate(
        {"outcome": outcome, "of": known.article, "similarity": min(1.0, similarity), "reason": why}
    )


def _same_text(report: Report, known: Known, alike: float, how_far: str) -> Match:
    """The text it shows already, perhaps under a new headline."""
    there = called(known, report.published)
    same = f"The same text as {there}, {how_far}"
    if not same_outlet(report, known) or not headlines.changed(report.title, known.title, known.outlet):
        return found(known, "duplicate", alike, f"{same}.")
    if is_surely_earlier(report, known) or (known.here and not is_now(report, known)):
        return found(known, "duplicate", alike, f"{same}, under an older headline.")
    return found(known, "revision", alike, f"A later version of {there}: the headline has changed.")


def _old_words(report: Report, known: Known, now: Known) -> Match:
    """A text that has been replaced since, come again: its outlet went back to it, or it was late on its way."""
    there, then = called(now, report.published), moment(known, now, report.published)
    later = is_later(report, now)
    if is_now(report, now) if later is None else later and not two_pages(report, now):
        return found(known, "revision", 1.0, f"A later version of {there}: it went back to its text of {then}.")
    if later is False:
        why = f"An old text of {there} that came late: word for word that of {then}, which has been replaced since."
    else:
        why = f"An old text of {there}, word for word that of {then}: nothing says that it is back."
    return found(known, "duplicate", 1.0, why)


def _no_news(report: Report, known: Known, own: list[str], kept: list[str], there: str) -> str | None:
    """Why an article's text with other words is still no version of it."""
    if is_beginning(own, kept) and (not is_later(report, known) or breaks_off(report.prose)):
        return f"The beginning of {there}, which is kept in full."
    if is_surely_earlier(report, known):
        return f"An older text of {there} that came late: a later one is kept."
    return None


def _same_article(report: Report, known: Known, shared: Likeness, ours: Wording, theirs: Wording) -> str | None:
    """What shows that both are one article, as a reason goes on; None where they are not."""
    if same_page(report, known):
        if _is_another(report, known, shared):
            return None
        left = "it says that the report was withdrawn" if withdraws(report.prose) else shared_words(shared.ours)
        return f": {_joined_by(report, known)}; {left}"
    if other_part(report, known) or shared.words < LEAST_WORDS:
        return None
    return _by_words(report, known, shared, ours, theirs)


def _by_words(report: Report, known: Known, shared: Likeness, ours: Wording, theirs: Wording) -> str | None:
    """One article at two addresses, or with none."""
    house, gap = same_outlet(report, known), _gap(report, known)
    if house is False or (house is None and (report.outlet or known.outlet)) or gap > VERSION_DAYS:
        return None
    alike, headline = _alike(shared, ours, theirs), headlines.kept(report.title, known.title)
    if gap > UPDATED_WITHIN:
        return _moved(report, known, shared) if max(shared.least, alike) >= NEXT_DAY else None
    grown = shared.most >= GROWN and shared.least >= VERSION
    same = shared.least >= SAME or alike >= IN_ORDER or grown
    if same if house else alike >= UNNAMED:
        return _moved(report, known, shared) + ("" if house else ", and no outlet is named")
    kept = house and headline and shared.most >= VERSION
    return f": the same headline and {shared_words(shared.ours)}" if kept else None


def _is_another(report: Report, known: Known, shared: Likeness) -> bool:
    """Whether a page shows another article now: nearly nothing of the old text is left, and the headline is another."""
    if shared.most >= REMAINS or withdraws(report.prose) or not headlines.is_another(report.title, known.title):
        return False
    floor = UNRELATED_NAMED if is_now(report, known) and names_article(report.canonical) else UNRELATED
    return shared_vocabulary(report.prose, known.prose) < floor


def _joined_by(report: Report, known: Known) -> str:
    if is_now(report, known):
        return "the same address"
    return "the same number in its address" if same_number(report, known) else "an address it had before"


def _moved(report: Report, known: Known, shared: Likeness) -> str:
    """What besides its words is new in a version."""
    new = ["at a new address"] if two_pages(report, known) else []
    new += ["under a new headline"] if headlines.changed(report.title, known.title, known.outlet) else []
    return f"{', ' if new else ''}{' and '.join(new)}: {shared_words(shared.ours)}"


def _alike(shared: Likeness, ours: Wording, theirs: Wording) -> float:
    """One figure for two versions: aligned in order where they are short enough, else what both share."""
    return ours.in_order(theirs) or (shared.ours + shared.theirs) / 2


def _gap(report: Report, known: Known) -> timedelta:
    """The time between the two texts; none where one does not tell."""
    ours, theirs = dated(report), stood(known)
    return abs(ours - theirs) if ours and theirs else timedelta(0)
