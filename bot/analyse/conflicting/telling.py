"""The lines an editor reads about a conflict: what it is about, who says which, and why it is one."""

from __future__ import annotations

from itertools import pairwise

from bot.analyse.conflicting.pairs import Clash, Spoken
from bot.analyse.lexicon import words
from bot.analyse.quoting.grammar import is_agent
from bot.analyse.quoting.titles import BODIES

_LONGEST = 90
"Characters a subject may have in a summary; the sentences follow below it."

_LEADS = ("The ", "A ", "An ")


def summary(clash: Clash) -> str:
    """One line that begins with what is disputed: 'Killed: 12 according to Anchor, 19 according to Beacon'."""
    if clash.kind == "wording":
        one, other = (f"“{side.says}” ({_outlet(side)})" for side in (clash.one, clash.other))
        return f"{clash.subject} is quoted with {one} and with {other}"
    subject = _short(clash.subject[:1].upper() + clash.subject[1:])
    joint = " " if subject.endswith("?") else ": "
    one, other = _names(clash)
    if clash.kind == "speaker":
        return f"{subject}{joint}said by {clash.one.says} ({one}) or by {clash.other.says} ({other})"
    if clash.kind == "denial":
        return f"{subject}{joint}{_reported(clash.one)} {one}, denied by {other}{_both(clash)}"
    first, second = _value(clash, clash.one), _value(clash, clash.other)
    first = first[:1].upper() + first[1:] if subject.endswith("?") else first
    return f"{subject}{joint}{first} according to {one}, {second} according to {other}{_both(clash)}"


def _names(clash: Clash) -> tuple[str, str]:
    """Who says each side; the outlet behind a source, unless both are in one report."""
    if clash.kind == "speaker":
        return _outlet(clash.one), _outlet(clash.other)
    is_one_report = clash.one.account is clash.other.account and clash.one.source and clash.other.source
    return _who(clash.one, not is_one_report), _who(clash.other, not is_one_report)


def _both(clash: Clash) -> str:
    is_one_report = clash.one.account is clash.other.account and clash.one.source and clash.other.source
    return f" (both in {_outlet(clash.one)})" if is_one_report else ""


def _reported(side: Spoken) -> str:
    """How the affirming side puts it: as a fact, or as something that may come."""
    return "suggested by" if side.says.startswith("suggested") else "said by" if side.source else "reported by"


def _value(clash: Clash, side: Spoken) -> str:
    """The side's value without what the subject says already: 'five', 'to Harrowmouth', 'Oct. 1', 'deliberate'."""
    if clash.kind == "opposite":
        return side.says
    if clash.kind == "number":
        shown = side.text[side.spot[0] - side.start : side.spot[1] - side.start]
        return "none" if shown.lower() == "no" else shown.lower()
    lead = f"{clash.subject.lower()} "
    return side.says[len(lead) :] if side.says.lower().startswith(lead) else side.says


def _who(side: Spoken, with_outlet: bool) -> str:
    if not side.source:
        return _outlet(side)
    name = in_sentence(side.source)
    return f"{name} ({_outlet(side)})" if with_outlet else name


def in_sentence(source: str) -> str:
    """A source as it stands inside a sentence: with 'the' where the report wrote it without, or at its start."""
    if source.startswith(_LEADS):
        return source[:1].lower() + source[1:]
    written = source.split()
    head = next((before for before, word in pairwise(written) if word in _INNER), written[-1])
    takes_article = written[0] == "United" or head.lower() in _OFFICES or _is_one(head)
    return f"the {source}" if takes_article and written[0].lower() not in _DETERMINERS else source


def _is_one(head: str) -> bool:
    """Whether a common noun stands for one office, body or paper."""
    is_single = head.islower() and not head.endswith("s") and head not in _BARE
    return is_single and (head in BODIES or head in _PAPERS or is_agent(head))


_INNER = words("of in for at from to with on near who")
_PAPERS = words("certificate statement report letter log")
_BARE = words("police television media radio press staff people crew troops everybody men women some many few most")
_OFFICES = words("ministry department office council committee commission court union bureau board authority agency")
"A body named after its kind takes an article, also in capitals: the Defence Ministry."
_DETERMINERS = words("the a an some one several his her its their both all")


def _outlet(side: Spoken) -> str:
    return side.account.outlet or side.account.article


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
