"""Draws whose text an article is and what is new in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.shapes import COPIES, Shared, Traced
from handlers.lineage import ArticleLineage
from handlers.views import ids
from handlers.views.blocks import (
    Block,
    Message,
    Part,
    actions,
    bullets,
    button,
    context,
    header,
    line,
    link,
    message,
    open_button,
    quoted,
    rich,
    t,
)
from handlers.views.parts import footer, pages, shown, source
from handlers.views.text import NO_OUTLET, clip, clip_said, deep_link, sentence_ends, tidy, when
from handlers.views.wire import WORDS, carried, change_line, share, text_block

SENTENCES_SHOWN, PASSAGES_SHOWN = 5, 2
SENTENCE = 320

HANGING = 3
"Fewer words of a passage beyond the end of a sentence are there by chance."

ADDED, LEFT_OUT = frozenset({"added", "quote-added"}), frozenset({"removed", "quote-removed"})

_CLOSING = re.compile(r"[.!?…,]*[)\]\"”’»']*")


def article_view(answer: ArticleLineage, page: int = 0) -> Message:
    """What it is and of what, then what is new in it, then the rest."""
    traced, first = answer.traced, page <= 0
    many = len(traced.fresh)
    start, end = pages(many, SENTENCES_SHOWN, page)
    return message(
        header(clip(tidy(traced.article.title or answer.title), 150)),
        rich(line(*_is(answer))),
        context(_where(traced)),
        _fresh(traced, start, end),
        context(shown(many, SENTENCES_SHOWN, page, "new sentence") if many > SENTENCES_SHOWN else ""),
        *(_changes(traced) if first else ()),
        _passages(traced) if first else None,
        _carried(answer) if first else None,
        *_next(answer),
        footer(answer, max(1, many), SENTENCES_SHOWN, page),
    )


def _is(answer: ArticleLineage) -> list[Part]:
    """`Rewrite: 49 % of it stands in Quay Press, 6 Oct 12:00 UTC; 51 % of it is new.`"""
    there, traced = answer.traced.source, answer.traced
    if there is None and answer.credit:
        return [t(f"{clip(tidy(answer.credit), 60)} copy by its credit", "bold"), t("; the agency’s own was not seen.")]
    if there is None:
        return [t("Its own text: ", "bold"), t("no report that came before shares a passage with it.")]
    article = traced.article
    where = source(there.outlet, there.published, there.url, "", article.published or article.seen, there.seen)
    return [t(f"{_kind(answer)} ", "bold"), *where, t(f"; {_new(traced)}.", "bold")]


def _kind(answer: ArticleLineage) -> str:
    """What it is of its source; where that only carries an agency's text, of the agency's."""
    traced, text = answer.traced, answer.text
    agency = clip(tidy(text.agency), 60) if text and text.agency and text.unseen else None
    if traced.article.lineage == "cut":
        return f"A cut{f' of {agency}’s text' if agency else ''}, {share(traced.kept)} of"
    if traced.article.lineage == "rewrite":
        return f"Rewrite: {share(1 - traced.new)} of it stands in"
    return f"{agency} copy, as in" if agency else "A copy of"


def _new(traced: Traced) -> str:
    if traced.new and traced.article.lineage in COPIES and not (traced.fresh or traced.changes):
        return "a few words differ, none that matter"
    return f"{share(traced.new)} of it is new" if traced.new else "nothing in it is new"


def _where(traced: Traced) -> str:
    """`The Osterly Times, 6 Oct 2026 13:30 UTC · version 2 of 2 · compared with version 1 of 3`."""
    article = traced.article
    at = when(article.published) if article.published else f"came {when(article.seen)}"
    told = [f"{clip(tidy(article.outlet or NO_OUTLET), 60)}, {at}"]
    if article.versions > 1:
        told.append(f"version {traced.version.number} of {article.versions}")
    if traced.source and traced.source_version and traced.source.versions > 1:
        told.append(f"compared with version {traced.source_version.number} of {traced.source.versions}")
    return " · ".join(told)


def _fresh(traced: Traced, start: int, end: int) -> Block | None:
    """Its new sentences, each leading to its place."""
    if not traced.fresh:
        return None
    lines = [
        quoted(link(deep_link(traced.article.url, one.text), clip_said(tidy(one.text), SENTENCE)))
        for one in traced.fresh[start:end]
    ]
    return rich(line(t("New in it", "bold")), *lines)


def _changes(traced: Traced) -> list[Block | None]:
    """What one that carries another's text changed and left out, as far as that matters."""
    found = traced.changes
    listed_above = ADDED if traced.fresh else frozenset()
    changed = [change_line(one) for one in found if one.kind not in listed_above | LEFT_OUT]
    gone = [clip(tidy(one.before), WORDS) for one in found if one.kind in LEFT_OUT and one.before]
    return [_list("Changed", changed), _list("Left out", gone)]


def _list(label: str, told: Sequence[str]) -> Block | None:
    if not told:
        return None
    rest = len(told) - SENTENCES_SHOWN
    lines: list[list[Part]] = [[t(one)] for one in told[:SENTENCES_SHOWN]]
    return rich(line(t(label, "bold")), bullets([*lines, *([[t(f"and {rest} more", "italic")]] if rest > 0 else [])]))


def _passages(traced: Traced) -> Block | None:
    """Of a rewrite, the longest of what is not its own, each leading to where it stands."""
    if not traced.source or traced.article.lineage != "rewrite" or not traced.passages:
        return None
    longest = sorted(traced.passages, key=lambda one: -len(one.text))[:PASSAGES_SHOWN]
    many = len(traced.passages)
    label = "Not new" if many <= PASSAGES_SHOWN else f"Not new: {many} passages, the longest"
    words = [_whole(one, traced) for one in longest]
    return rich(
        line(t(label, "bold")),
        *(quoted(link(deep_link(traced.source.url, one), clip_said(one, SENTENCE))) for one in words),
    )


def _whole(passage: Shared, traced: Traced) -> str:
    """A passage with the marks that close it, and without the few words that hang over from the next sentence."""
    start, end = passage.ours
    closing = _CLOSING.match(traced.version.prose, end)
    words = tidy(traced.version.prose[start : closing.end() if closing else end])
    ends = sentence_ends(words)
    hanging = ends and 0 < len(words[ends[-1] :].split()) < HANGING
    return words[: ends[-1]] if hanging else words


def _carried(answer: ArticleLineage) -> Block | None:
    """Who else has it: of its own text all of them, of another's how many."""
    if answer.text is None:
        return None
    if answer.traced.source is None:
        return text_block(answer.text)
    return rich(line(*(t(f"{carried(one)}.") for one in answer.sources)))


def _next(answer: ArticleLineage) -> list[Block | None]:
    """What one asks next; no block of Slack's holds two buttons of one kind."""
    article = answer.traced.article
    changed = button("What its versions changed", ids.PICK, f"/what-changed {article.id}")
    texts = button("All texts of the story", ids.PICK, f"/lineage {answer.story}")
    return [
        actions(open_button("Open the report", ids.OPEN, article.url), texts),
        actions(changed) if article.versions > 1 else None,
    ]
