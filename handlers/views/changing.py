"""Draws what changed between two texts of an article, or how two outlets differ."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from handlers.answers import Difference, Seen, WhatChanged
from handlers.views.blocks import Block, Message, Part, bullets, context, header, line, message, quoted, rich, t
from handlers.views.parts import footer, latest, pages, picker, shown, source
from handlers.views.text import clip, plural, tidy, when

CHANGES_SHOWN = 5
PASSAGE, WHY = 420, 160
SOURCES_SHOWN = 4

LABELS = {
    "headline": "New headline",
    "added": "Added",
    "removed": "Taken out",
    "reworded": "Reworded",
    "number": "Figure changed",
    "quote-added": "New quote",
    "quote-removed": "Quote taken out",
    "quote-reworded": "Quote reworded",
    "attribution": "Attribution changed",
    "correction": "Correction",
}
VERSUS_LABELS = {
    "headline": "Headlines",
    "reworded": "Worded differently",
    "number": "Figures differ",
    "quote-reworded": "Quoted differently",
    "attribution": "Attributed differently",
    "correction": "Correction",
}

# What the label says already.
_SAID_BY_LABEL = {
    "new", "no longer there", "a correction notice", "the headline", "a new quotation", "a quotation was taken out",
    "other words", "the words in quotation marks differ",
}  # fmt: skip
_FIGURE_CAME = {"a figure came in": "now with", "a figure was taken out": "now without"}
_OPENINGS = ("the headline: ", "new, ", "no longer there, ")

# Marking what differs helps where most words stay; in another sentence altogether it is noise.
ALIKE = 0.5

_WORD = re.compile(r"\s*\S+")
_NUMBER_WORD = re.compile(r"\b[A-Z][a-z]+\b")


def reason(kind: str, why: str) -> str:
    """Why a change matters, without what its label says: `five became nine`, `with the figures 34, two`."""
    if why in _SAID_BY_LABEL:
        return ""
    for opening in _OPENINGS:
        if why.startswith(opening):
            why = why.removeprefix(opening)
            break
    came, _, figure = why.partition(": ")
    if came in _FIGURE_CAME:
        return f"{_FIGURE_CAME[came]} {_small(figure)}"
    if why.startswith("with "):
        figures = why.removeprefix("with ")
        return f"with the {'figures' if ', ' in figures else 'figure'} {_small(figures)}"
    return _small(why) if "became" in why and kind in ("number", "headline") and not why.startswith("another") else why


def _small(figures: str) -> str:
    """A figure that began a sentence in small letters: `Nine` is `nine` where it is told."""
    return _NUMBER_WORD.sub(lambda word: word[0].lower(), figures)


def changed_view(answer: WhatChanged, page: int = 0) -> Message:
    """The changes, those that matter most first; or the articles that may have been meant."""
    start, end = pages(len(answer.changes), CHANGES_SHOWN, page)
    return message(
        header(_title(answer)),
        context(_summary(answer, page)),
        rich(line(t(answer.note))) if answer.note else None,
        *picker(answer.candidates or answer.instead),
        *(_difference(one, answer) for one in answer.changes[start:end]),
        footer(answer, len(answer.changes), CHANGES_SHOWN, page),
    )


def _title(answer: WhatChanged) -> str:
    if answer.versus:
        return f"{answer.versus[0]} vs {answer.versus[1]}"
    return f"What changed: {answer.title}" if answer.title else "What changed"


def _summary(answer: WhatChanged, page: int) -> str:
    """How many, of which articles, and up to when."""
    if not answer.changes:
        return ""
    what = "difference" if answer.versus else "change"
    telling = sum(one.matters for one in answer.changes)
    last = latest(seen.published for one in answer.changes for seen in one.reports)
    parts = [shown(len(answer.changes), CHANGES_SHOWN, page, what)]
    if telling < len(answer.changes):
        parts.append(f"{telling} that matter" if telling != 1 else "1 that matters")
    parts.append(f"in {_articles(answer)}")
    return " · ".join([*parts, f"latest {when(last)}"])


def _articles(answer: WhatChanged) -> str:
    """`1 of 21 articles`."""
    changed = len({seen.article for one in answer.changes for seen in one.reports})
    many = len(answer.articles)
    return plural(many, "article") if changed >= many else f"{changed} of {plural(many, 'article')}"


def _difference(one: Difference, answer: WhatChanged) -> Block | None:
    label = _versus_label(one, answer.versus) if answer.versus else _label(one.kind, one.before, one.after)
    last = latest(seen.published for change in answer.changes for seen in change.reports)
    lines = [source(seen.outlet, seen.published, seen.url, _words(one, seen, answer), last) for seen in one.reports]
    if len(lines) > SOURCES_SHOWN:
        lines = [*lines[:SOURCES_SHOWN], [t(f"and {len(lines) - SOURCES_SHOWN} more")]]
    why = "" if answer.versus else reason(one.kind, one.why)
    return rich(*_change(label, one.before, one.after, why, answer.versus), bullets(lines))


def _words(one: Difference, seen: Seen, answer: WhatChanged) -> str:
    """The words that stand on a report's page; of two outlets, the first has those before."""
    is_first = answer.versus is not None and bool(answer.articles) and seen.article == answer.articles[0].article
    return (one.before if is_first else one.after) or ""


def _versus_label(one: Difference, versus: tuple[str, str]) -> str:
    if one.before is None:
        return f"Only in {versus[1]}"
    if one.after is None:
        return f"Only in {versus[0]}"
    return VERSUS_LABELS.get(one.kind, "Worded differently")


def change_block(kind: str, before: str | None, after: str | None, why: str) -> Block | None:
    """One change of one article, as a reply in a thread shows it."""
    return rich(*_change(_label(kind, before, after), before, after, reason(kind, why), None))


def _label(kind: str, before: str | None, after: str | None) -> str:
    if kind == "correction" and after is None:
        return "Correction taken out"
    return LABELS[kind]


def _change(
    label: str, before: str | None, after: str | None, why: str, versus: tuple[str, str] | None
) -> Iterable[Block]:
    """The label with the reason; the old words struck where they went, the new ones bold where they came."""
    yield line(t(label, "bold"), t(f": {clip(tidy(why), WHY)}" if why else ""))
    if before is not None and after is not None:
        old, new = marked(clip(tidy(before), PASSAGE), clip(tidy(after), PASSAGE), strike=versus is None)
        yield quoted(*old)
        yield line(t("↓" if versus is None else "≠"))
        yield quoted(*new)
    elif before is not None:
        yield quoted(t(clip(tidy(before), PASSAGE), *(() if versus else ("strike",))))
    elif after is not None:
        yield quoted(t(clip(tidy(after), PASSAGE)))


def marked(before: str, after: str, strike: bool) -> tuple[list[Part], list[Part]]:
    """Two passages with the words marked that differ."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < ALIKE:
        return [t(before)], [t(after)]
    pairs = matcher.get_opcodes()
    style = ("strike",) if strike else ("bold",)
    return (
        _joined((old[start:end], style if same != "equal" else ()) for same, start, end, _, _ in pairs),
        _joined((new[start:end], ("bold",) if same != "equal" else ()) for same, _, _, start, end in pairs),
    )


def _joined(pieces: Iterable[tuple[list[str], tuple[str, ...]]]) -> list[Part]:
    return [t("".join(words), *styles) for words, styles in pieces if words]
