"""Filters quotes by outlet and subject, and gathers them into utterances: each thing said once, with its reports."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.analyse.lexicon import words
from bot.analyse.utterances import differs
from bot.match.outlets import outlet_key
from bot.shapes import QuoteReport
from handlers.answers import Speaker, Telling, Utterance

_WORD = re.compile(r"\w+")
_FULLEST = {"direct": 2, "mixed": 1, "indirect": 0}
_SMALL = words(
    "a an and are at be but by for from has have he her his in is it its of on or she that the their they this to was "
    "we were will with you"
)
_ENDINGS = ("ing", "ed", "es", "s")


def in_outlet(reports: Sequence[QuoteReport], outlet: str | None) -> list[QuoteReport]:
    """Those of an outlet, named in full or by a part of its name."""
    if outlet is None:
        return list(reports)
    wanted = outlet_key(outlet) or ""
    exact = [report for report in reports if outlet_key(report.outlet) == wanted]
    return exact or [report for report in reports if wanted and wanted in (outlet_key(report.outlet) or "")]


def about_it(reports: Sequence[QuoteReport], about: str) -> list[QuoteReport]:
    """Those whose words, or the words around them, hold all that is asked about."""
    wanted = [_root(word) for word in _WORD.findall(about.lower()) if word not in _SMALL]
    return [report for report in reports if _is_about(report, wanted)]


def _is_about(report: QuoteReport, wanted: Sequence[str]) -> bool:
    held = _WORD.findall(f"{report.before} {report.text} {report.after}".lower())
    return all(any(word.startswith(root) for word in held) for root in wanted)


def _root(word: str) -> str:
    """A word without its commonest endings, so that "attacks" finds "attacked"."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word.removesuffix(ending)
    return word


def utterances(reports: Sequence[QuoteReport]) -> tuple[Utterance, ...]:
    """One for each thing said, in the order its first report has here."""
    grouped: dict[str, list[QuoteReport]] = {}
    for report in reports:
        grouped.setdefault(report.utterance, []).append(report)
    return tuple(_utterance(group) for group in grouped.values())


def _utterance(reports: Sequence[QuoteReport]) -> Utterance:
    fullest = max(reports, key=lambda report: (_FULLEST[report.kind], len(quotation(report))))
    named = next((report for report in reports if report.name), None)
    ordered = sorted(reports, key=lambda report: (report.published is None, report.published, report.article))
    return Utterance(
        utterance=fullest.utterance,
        text=fullest.text,
        lead=fullest.lead if fullest.kind == "indirect" else None,
        kind=fullest.kind,
        speaker=Speaker(name=named.name, also=named.also) if named and named.name else None,
        confidence=max(report.confidence for report in reports),
        story=fullest.story,
        reports=tuple(_telling(report, fullest) for report in ordered),
    )


def _telling(report: QuoteReport, fullest: QuoteReport) -> Telling:
    return Telling(
        **report.model_dump(include=set(Telling.model_fields) - {"differs", "said", "seen"}),
        said=quotation(report),
        differs=None if report is fullest else differs(quotation(report), quotation(fullest)),
    )


def quotation(report: QuoteReport) -> str:
    """The quoted words alone, without the "she said" between two parts."""
    inside = [(start, end) for start, end in report.parts if report.start <= start and end <= report.end]
    pieces = [report.text[start - report.start : end - report.start] for start, end in inside]
    return " ".join(pieces) or report.text
