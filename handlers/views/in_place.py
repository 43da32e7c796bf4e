"""Draws one utterance where it stands in its reports: what comes before, its sentence, what comes after."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from handlers.answers import InPlace, Passage
from handlers.views.blocks import Block, Message, Part, context, header, line, message, quoted, rich, t
from handlers.views.highlighting import highlighted
from handlers.views.parts import footer, latest, listed, pages, source
from handlers.views.text import clip, plural, tidy

PASSAGES_SHOWN = 4
TEXT, SIDE = 700, 420


def in_place_view(answer: InPlace, page: int = 0) -> Message:
    """Each passage with its outlet, which leads to the words on its page."""
    total = len(answer.passages)
    start, end = pages(total, PASSAGES_SHOWN, page)
    last = latest(passage.published for passage in answer.passages)
    return message(
        header(answer.asked),
        context(f"Before and after, in {plural(total, 'report')}"),
        *(rich(*_passage(passage, last)) for passage in answer.passages[start:end]),
        footer(answer, total, PASSAGES_SHOWN, page),
    )


def _passage(passage: Passage, last: datetime | None) -> Iterable[Block]:
    told = source(passage.outlet, passage.published, passage.url, _first_words(passage), last, passage.seen)
    same = f" – the same in {listed(passage.same_in)}" if passage.same_in else ""
    yield line(*told, t(same))
    yield quoted(*_words(passage))


def _words(passage: Passage) -> list[Part]:
    before, after = tidy(passage.before), tidy(passage.after)
    cut = f"… {before[-SIDE:].partition(' ')[2]}" if len(before) > SIDE else before
    sides = [t(f"{cut} ")] if cut else [], [t(f" {clip(after, SIDE)}")] if after else []
    return [*sides[0], *highlighted(passage.text, passage.parts, TEXT), *sides[1]]


def _first_words(passage: Passage) -> str:
    """What the link leads to: the quoted words."""
    start, end = passage.parts[0] if passage.parts else (0, len(passage.text))
    return passage.text[start:end]
