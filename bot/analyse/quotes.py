"""Finds who said what in a report: direct and mixed quotations, common indirect speech, and whose words they are.

Works by hand-written rules and word lists alone, in time linear in the length of the text. The parts live in
`bot.analyse.quoting`: marks, tokens, verbs and subjects find attributions; the cast names the speakers.
"""

from __future__ import annotations

from collections.abc import Iterable

from bot.analyse.quoting.found import Turn
from bot.analyse.quoting.joining import read_paragraph
from bot.analyse.quoting.naming import Naming
from bot.analyse.quoting.nesting import read_inside
from bot.analyse.quoting.tokens import paragraph
from bot.analyse.quoting.turns import past_stamp, turns
from bot.analyse.sentences import paragraphs
from bot.shapes import Quote, Span

LIKELY = 0.5
"Below it nobody should act on an attribution: whom somebody backs is no speech, and 'he' may be anybody."


def quotes(prose: str, outlet: str | None = None) -> tuple[Quote, ...]:
    """Every quote of a report, in the order of the text.

    `prose` is the body with furniture blanked out, so the spans are those of the body. What somebody told `outlet`
    is first-hand in its own report, and second-hand (`via`) in another's. `content` holds the
    parts of one quotation with their marks; `speaker` is the phrase next to the cue and `name` whom it means in
    this article, None where the text gives no clue. `confidence`: from .85 as good as sure, below .5 nobody
    should act on it.
    """
    naming = Naming(prose, outlet)
    spans = paragraphs(prose)
    spoken = turns(prose, spans)
    for number, span in enumerate(spans):
        turn = spoken.get(number) or naming.introduced(span)
        if turn is None:
            _read(prose, past_stamp(prose, span), naming)
        elif number not in turn.paragraphs[1:]:
            _read_turn(prose, turn, naming)
    return naming.quotes()


def speech(found: Iterable[Quote]) -> tuple[Quote, ...]:
    """Those to be kept as things said: every quotation, and in the reporter's words what is likely its speaker's."""
    return tuple(one for one in found if one.kind != "indirect" or one.name is None or one.confidence >= LIKELY)


def _read_turn(prose: str, turn: Turn, naming: Naming) -> None:
    """Somebody's words as a whole, and whom they quote in turn."""
    naming.hear(turn)
    for span in turn.content:
        _read(prose, span, naming, voiced=True)
    naming.fall_silent()


def _read(prose: str, span: Span, naming: Naming, voiced: bool = False) -> None:
    """One paragraph, and what its quotations hold."""
    read = paragraph(prose, span)
    found = read_paragraph(prose, read, voiced)
    if voiced:
        found = [item for item in found if item.cue or (item.speaker and not item.bare)]  # no terms, no headline again
    read_inside(prose, read, found)
    naming.take(read, found)
