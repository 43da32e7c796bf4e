"""Whether two reports are of one outlet."""

from __future__ import annotations

import re

from bot.match.words import words
from bot.shapes import Known, Report

_DOMAIN_ENDS = (".com", ".org", ".net", ".co.uk", ".news")


def outlet_key(name: str | None) -> str | None:
    """ "The Harbour Post" and "HarbourPost.com" are one outlet."""
    if not name:
        return None
    folded = name.strip().casefold().removeprefix("www.")
    for end in _DOMAIN_ENDS:
        folded = folded.removesuffix(end)
    parts = words(folded)
    return "".join(parts[1:] if parts[:1] == ["the"] and len(parts) > 1 else parts) or None


def same_outlet(report: Report, known: Known) -> bool | None:
    """None where a side names no outlet and the addresses do not tell either."""
    ours, theirs = outlet_key(report.outlet), outlet_key(known.outlet)
    if ours and theirs:
        return ours == theirs
    if report.canonical and known.canonical:
        return _host(report.canonical) == _host(known.canonical)
    return None


def _host(address: str) -> str:
    return re.sub(r"^[a-z]+://", "", address.casefold()).partition("/")[0].removeprefix("www.")
