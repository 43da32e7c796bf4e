"""One utterance where it stands: for each of its reports the sentences before and after, for the reader's own check."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.analyse.sentences import sentences
from bot.desk import Desk
from bot.errors import UserError
from bot.shapes import QuoteReport, Version
from handlers.answers import InPlace, Passage, Speaker
from handlers.commands.asker import Asker
from handlers.commands.utterances import utterances

# Sentences shown on each side of the one that is quoted from.
AROUND = 2

MOST_REPORTS = 50


def in_place(line: str, utterance: str, desk: Desk, asker: Asker) -> InPlace:
    """Raises UserError where no report that stands now has it."""
    found = desk.store.quote_reports(asker.workspace, utterances=[utterance], limit=MOST_REPORTS)
    if not found:
        raise UserError("No report that stands now quotes this any longer.")
    came = arrivals(found, desk, asker)
    (said,) = utterances(found, came)
    by_place = {(report.article, report.start): report for report in found}
    reports = [by_place[(told.article, told.start)] for told in said.reports]
    versions = {report.version: desk.store.version(asker.workspace, report.version) for report in reports}
    passages = [_passage(report, version, came) for report in reports if (version := versions[report.version])]
    return InPlace(
        line=line,
        asked=said.speaker.name if said.speaker else "Speaker unknown",
        speaker=Speaker(name=said.speaker.name, also=said.speaker.also) if said.speaker else None,
        utterances=(said,),
        passages=_once(passages),
    )


def arrivals(reports: Sequence[QuoteReport], desk: Desk, asker: Asker) -> dict[str, datetime]:
    """When those articles came that do not say when they were published."""
    undated = {report.article for report in reports if report.published is None}
    articles = (desk.store.article(asker.workspace, article) for article in undated)
    return {article.id: article.seen for article in articles if article}


def _passage(report: QuoteReport, version: Version, came: dict[str, datetime]) -> Passage:
    """The sentences that a quote's parts stand in, and those on both sides of them."""
    spans = sentences(version.prose)
    inside = [at for at, (start, end) in enumerate(spans) if start < report.end and report.start < end]
    first, last = (inside[0], inside[-1]) if inside else (0, -1)
    start, end = (spans[first][0], spans[last][1]) if inside else (report.start, report.end)
    return Passage(
        article=report.article,
        outlet=report.outlet,
        url=report.url,
        published=report.published,
        seen=None if report.published else came.get(report.article),
        before=_text(version, spans[max(0, first - AROUND) : first]) if inside else "",
        text=version.body[start:end],
        parts=tuple((a - start, b - start) for a, b in report.parts if start <= a and b <= end),
        after=_text(version, spans[last + 1 : last + 1 + AROUND]) if inside else "",
    )


def _text(version: Version, spans: Sequence[tuple[int, int]]) -> str:
    """What stands there, without the furniture in between."""
    return version.prose[spans[0][0] : spans[-1][1]] if spans else ""


def _once(passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """Each passage once, with the other outlets that have it word for word: copies of one report read alike."""
    kept: dict[tuple[str, str, str], Passage] = {}
    for passage in passages:
        key = tuple(" ".join(text.split()) for text in (passage.before, passage.text, passage.after))
        first = kept.get((key[0], key[1], key[2]))
        if first is None:
            kept[(key[0], key[1], key[2])] = passage
        elif passage.outlet and passage.outlet not in (first.outlet, *first.same_in):
            kept[(key[0], key[1], key[2])] = first.model_copy(update={"same_in": (*first.same_in, passage.outlet)})
    return tuple(kept.values())
