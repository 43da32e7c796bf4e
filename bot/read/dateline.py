"""Where a report was filed and by whom: 'HARBOUR CITY, Oct. 6 (UPI) --' and its like."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.read.phrases import AGENCY

MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"

CREDITED = r"[A-Z][\w.&’'-]{1,30}(?: [A-Z][\w.&’'-]{1,30}){0,3}"
"Behind a place any name in brackets is the agency's, known or not."

DATELINE = re.compile(
    r"^(?:(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ.’'-]+(?:[ /][A-ZÀ-Þ][A-ZÀ-Þ.’'-]*){0,3})"
    r"(?:, (?:[A-Z]\.[A-Z]\.|[A-Z]{2}\b|[A-Z][a-z][A-Za-z. ]{1,24}))?"
    rf"(?:,? {MONTH} \d{{1,2}}(?:, \d{{4}})?)?,? ?(?:\((?P<named>{CREDITED})\) ?)?"
    rf"|\((?P<agency>{AGENCY})\) ?)(?:--|[-–—]) ?"
)
"A place in capitals, a day and an agency in brackets, of which the place or a known agency must be there."

LABELS = frozenset(
    {
        "EXCLUSIVE",
        "BREAKING",
        "WATCH",
        "UPDATE",
        "UPDATED",
        "OPINION",
        "ANALYSIS",
        "COMMENT",
        "EXPLAINER",
        "VIDEO",
        "LIVE",
        "URGENT",
        "NEWS",
    }
)
"Words in capitals before a dash that are no place."


@dataclass(frozen=True)
class Dateline:
    """How much of the line it takes, and the agency in it."""

    length: int
    agency: str | None


def dateline(line: str) -> Dateline | None:
    """The dateline a line begins with."""
    found = DATELINE.match(line)
    if not found or not line[found.end() :].strip():
        return None
    place, agency = found["place"] or "", found["agency"] or found["named"]
    is_place = len(place) > 3 and place not in LABELS and found[0].endswith(("- ", "– ", "— "))
    return Dateline(found.end(), agency) if agency or is_place else None
