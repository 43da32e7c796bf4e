"""What tells an unnamed source from others: 'two people | briefed on the matter', 'a log | seen by the Marrow Post'."""

from __future__ import annotations

import re

from bot.shapes import Span

_LONGEST = 90

# why somebody is not named tells nobody apart: 'who spoke on condition of anonymity', 'who was not authorized'
_BEFORE_CUE = re.compile(
    r" (?:who(?! (?:spoke|asked|declined|requested|insisted|wished|w(?:as|ere) not))|"
    r"familiar|involved|waiting|living|sheltering|queueing|queuing|working|standing|sitting|gathered|camped|"
    r"stranded|trapped|attending|leaving|filling|taking|watching|visiting|speaking|inside|outside|near|aboard|"
    r"(?:briefed|close) (?:on|to|by)|(?:seen|obtained|reviewed|published|released|issued|compiled|commissioned|leaked|"
    r"filed|shared|posted|sent) by) [^,.;:“”\"\n()]{2,80}"
)
_TO_THE_END = re.compile(
    r" (?:(?:who (?:was|were|has|have|had|is|are)(?! not)|briefed|familiar|close|involved|seen|obtained|reviewed|"
    r"published|released|compiled|leaked|with (?:direct )?knowledge) [^,.;:“”\"\n()]{2,80}|filing|briefing|"
    r"posting|ruling|by [^,.;:“”\"\n()]{2,60})(?=[,.;\n]|\Z)"
)


def told_apart(text: str, name: str, speaker: Span, cue: Span | None) -> str:
    """An unnamed source's name with what its phrase was cut off from: up to the cue, or to the end of the clause.

    Only where the name is the phrase as it stands, not one met before.
    """
    start = speaker[1]
    if cue is None or name.lower() not in text[speaker[0] : start].lower() or not name[:1].isascii():
        return name
    if cue[0] > start:
        more = text[start : min(cue[0], start + _LONGEST)].rstrip()
        return name + more if cue[0] - start < _LONGEST and _tells(name, more) else name
    behind = _TO_THE_END.match(text, start, start + _LONGEST) if text[cue[0] : cue[1]].startswith("accord") else None
    return name + behind.group() if behind else name


def _tells(name: str, more: str) -> bool:
    return _BEFORE_CUE.fullmatch(more) is not None or (name.endswith(" close") and more.startswith(" to "))
