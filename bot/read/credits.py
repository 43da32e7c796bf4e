"""Which wire agency a text says it is from, and whether the agency wrote it or only helped.

Read from where newsrooms say it: the dateline, the byline, the sign-off, the copyright line. What a sentence tells of
an agency ("the harbour master told Reuters") is no credit, nor is that of a photograph.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from bot.read.dateline import MONTH, dateline
from bot.read.lines import Line

NAMES = {
    "AAP": "Australian Associated Press|AAP",
    "AFP": "Agence France[- ]Presse|AFP",
    "ANI": "Asian News International|ANI",
    "ANSA": "ANSA",
    "AP": "Associated Press|AP",
    "Bloomberg": "Bloomberg(?: News)?",
    "CNN": "CNN(?: Wire)?",
    "CNS": "China News Service|CNS",
    "CP": "Canadian Press|CP",
    "dpa": "Deutsche Presse-Agentur|dpa|DPA",
    "EFE": "EFE",
    "IANS": "Indo-Asian News Service|IANS",
    "Interfax": "Interfax",
    "Kyodo": "Kyodo(?: News)?",
    "PA": "Press Association|PA Media|PA news agency|PA",
    "PTI": "Press Trust of India|PTI",
    "Reuters": "Thomson Reuters|Reuters|REUTERS",
    "RIA Novosti": "RIA Novosti",
    "TASS": "TASS|Tass",
    "UPI": "United Press International|UPI",
    "Xinhua": "Xinhua(?: News Agency)?",
}
"One way of writing each agency's name, so that two reports from it can be seen to be, and how it is met."

_NAMED = re.compile("|".join(f"({names})" for names in NAMES.values()), re.I)
_AGENCY = rf"(?:[Tt]he )?(?P<agency>{'|'.join(NAMES.values())})"
_PERSON = r"(?:[A-Z][\w.’'-]{0,30},? (?:(?:and|&|in|of) ){0,1}){1,8}"

HELPED = (
    re.compile(rf"(?i:\b(?:with|additional) (?:reporting|inputs?|reports?) (?:by|from) ){_AGENCY}\b"),
    re.compile(rf"(?i:\bwith (?:files|material|information) from ){_AGENCY}\b"),
    re.compile(rf"(?i:\bwith ){_AGENCY}(?i: (?:inputs?|reports?|files))\b"),
    re.compile(rf"^\(?{_AGENCY}(?: [\w ,.]{{0,80}})? contributed to this (?:report|story|article)"),
    re.compile(rf"\b{_AGENCY} (?:writers?|reporters?|journalists?)\b[^!?]{{0,300}}\bcontributed to this"),
)
"The outlet's own text, to which an agency added."

WROTE = (
    re.compile(rf"^(?:By|BY)[: ] ?{_AGENCY}(?: (?:[Ss]taff|[Rr]eporters?|[Ww]riters?|[Cc]orrespondents?))?$"),
    re.compile(rf"^(?:By|BY)[: ] ?[^!?:;]{{2,80}}(?:,| \||/| for| of| -| –| —) ?{_AGENCY}$"),
    re.compile(rf"^(?:By|BY)[: ] ?[^!?:;()]{{2,80}} \({_AGENCY}\)$"),
    re.compile(rf"^Reporting by [^!?:]{{2,120}} for {_AGENCY}\.?$"),
    re.compile(rf"(?i:\bcopyright|©|\(c\)) ?©? ?\d{{4}},?(?: by)? {_AGENCY}\b"),
    re.compile(rf"©(?: {_AGENCY},? \d{{4}}\b| (?P<other>Associated Press|Thomson Reuters|Agence France-Presse)\b)"),
    re.compile(r"^Our Standards: The Thomson (?P<agency>Reuters) Trust Principles"),
)
"The agency's text, as a line says anywhere at the beginning or end of it."

BARE = re.compile(rf"^\(?{_AGENCY}(?: [Ss]taff)?\)?$")
"A line at the top that is nothing but the agency."

SIGN_OFF = re.compile(
    rf"^(?:(?:[-–—]{{1,2}} ?|Source: ){_AGENCY}|\({_AGENCY.replace('agency', 'other')}\)"
    r"|(?P<third>Reuters|Associated Press|Press Association|Agence France-Presse))$"
)
"A line at the foot: a mere 'AP' stands there under the last photograph."

BARE_BYLINE = re.compile(
    rf"^{_PERSON}(?:\| |- |– |— |of |for )?(?P<agency>Thomson Reuters|Reuters|Associated Press|Press Association)$"
)
"Without a By only a name spelled out is no state: 'Ellery, PA'."

SIGNED = re.compile(rf"[.!?][”’\"')]*\s+(?:[-–—]{{1,2}} ?{_AGENCY}|\({_AGENCY.replace('agency', 'other')}\))$")
"The end of the last paragraph: 'before Tuesday. — Reuters'."

OPENED = re.compile(
    rf"^(?:(?:[A-Z][\w.’'-]{{1,20}},? ){{1,5}}(?:{MONTH} \d{{1,2}},? ?)?)?\({_AGENCY}\) ?[-–—:]"
    rf"|^(?P<other>Reuters|REUTERS|AP|AFP|UPI|PTI|ANI|CNN) ?[-–—]{{1,2}} ?[A-Z]"
)
"A dateline whose place is not in capitals: 'Ellery (AFP) - A crane fell'."

HEAD, TOP, TAIL, FOOT = 15, 4, 15, 3
"lines: where a dateline may stand, where a bare byline may; where notes below the text, where a bare sign-off"


class Credit(NamedTuple):
    """An agency, and whether the text is its own or was only helped by it."""

    agency: str
    wrote: bool


def credit(lines: list[Line], byline: str | None = None) -> Credit | None:
    """The agency whose text this says it is or builds on. `byline`: who wrote it, as the page's own data have it."""
    foot = [line.text[-60:] for line in lines[-FOOT:]]
    return (
        (_by_notes([f"By {byline[:200]}"]) if byline else None)
        or _by_dateline(line.text[:200] for line in lines[:HEAD])
        or _by_notes(line.text[:1000] for line in (*lines[:8], *lines[-TAIL:]))
        or _wrote((BARE,), (line.text[:60] for line in lines[:TOP]))
        or _wrote((SIGN_OFF, SIGNED), foot)
    )


def _by_dateline(lines: Iterable[str]) -> Credit | None:
    for line in lines:
        origin = dateline(line)
        if origin and origin.agency:
            return Credit(short(origin.agency), wrote=True)
        if found := _wrote((OPENED,), (line,)):
            return found
    return None


def _by_notes(lines: Iterable[str]) -> Credit | None:
    for line in lines:
        if helped := _wrote(HELPED, (line,)):
            return helped._replace(wrote=False)
        if wrote := _wrote((*WROTE, BARE_BYLINE), (line,)):
            return wrote
    return None


def _wrote(patterns: Iterable[re.Pattern[str]], lines: Iterable[str]) -> Credit | None:
    """The agency that the first of the lines names."""
    hits = (pattern.search(line) for line in lines for pattern in patterns)
    found = next(filter(None, hits), None)
    return Credit(short(next(filter(None, found.groups()))), wrote=True) if found else None


def short(agency: str) -> str:
    """The one way of writing an agency's name; a name that is not known stays as it is."""
    found = _NAMED.fullmatch(agency)
    return list(NAMES)[found.lastindex - 1] if found and found.lastindex else agency
