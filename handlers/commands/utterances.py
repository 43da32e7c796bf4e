"""Filters quotes by outlet and subject, and gathers them into utterances: each thing said once, with its reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from bot.analyse.uttering.differing import Difference, difference
from bot.analyse.uttering.words import COMMON, heard, nearly, root
from bot.match.outlets import outlet_key
from bot.shapes import QuoteReport
from handlers.answers import Speaker, Telling, Utterance

_FULLEST = {"direct": 2, "mixed": 1, "indirect": 0}

_NEVER = datetime.max.replace(tzinfo=UTC)

# A beginning this long is enough for what a word is about: "flood" finds "floodwater".
_BEGINNING = 4


def in_outlet(reports: Sequence[QuoteReport], outlet: str | None) -> list[QuoteReport]:
    """Those of an outlet, named in full or by a part of its name."""
    if outlet is None:
        return list(reports)
    wanted = outlet_key(outlet) or ""
    exact = [report for report in reports if outlet_key(report.outlet) == wanted]
    return exact or [report for report in reports if wanted and wanted in (outlet_key(report.outlet) or "")]


def about_it(reports: Sequence[QuoteReport], about: str) -> list[QuoteReport]:
    """Those whose words, or the words around them, hold all that is asked about, in any form or spelling."""
    wanted = _asked(about)
    return [report for report in reports if _holds(f"{report.before} {report.text} {report.after}", wanted)]


def says_it(text: str, about: str) -> bool:
    """Whether the text itself holds all that is asked about."""
    return _holds(text, _asked(about))


def _asked(about: str) -> list[str]:
    asked = heard(about)
    return [word for word in asked if word not in COMMON] or list(asked)


def _holds(text: str, wanted: Sequence[str]) -> bool:
    held = set(heard(text))
    return all(any(_is_meant(word, other) for other in held) for word in wanted)


def _is_meant(word: str, other: str) -> bool:
    return (len(word) >= _BEGINNING and other.startswith(word)) or root(word) == root(other) or nearly(word, other) > 0


def utterances(
    reports: Sequence[QuoteReport], came: Mapping[str, datetime], of: str | None = None
) -> tuple[Utterance, ...]:
    """One for each thing said, in the order its first report has here.

    `came` is when the articles came that do not say when they were published; `of` the person who is asked about.
    """
    grouped: dict[str, list[QuoteReport]] = {}
    for report in reports:
        grouped.setdefault(report.utterance, []).append(report)
    return tuple(_utterance(group, came, of) for group in grouped.values())


def _utterance(reports: Sequence[QuoteReport], came: Mapping[str, datetime], of: str | None) -> Utterance:
    ordered = sorted(reports, key=lambda report: (report.published or came.get(report.article, _NEVER), report.article))
    speaker = _speaker(ordered, of)
    fullest = max(ordered, key=lambda report: _fullness(report, speaker))
    surest = max(reports, key=lambda report: report.confidence)
    first_hand = [report for report in ordered if report.via is None]
    return Utterance(
        utterance=fullest.utterance,
        text=fullest.text,
        lead=fullest.lead if fullest.kind == "indirect" else None,
        kind=fullest.kind,
        speaker=Speaker(name=speaker.name, also=speaker.also) if speaker and speaker.name else None,
        confidence=surest.confidence,
        why=surest.why,
        story=fullest.story,
        fullest=fullest.article,
        first=(first_hand or ordered)[0].article,
        reports=tuple(_telling(report, fullest, speaker, came) for report in ordered),
    )


def _speaker(ordered: Sequence[QuoteReport], of: str | None) -> QuoteReport | None:
    """A report that names whose words they are: whoever is asked about, else whom most reports name."""
    named = [report for report in ordered if report.name]
    asked = next((report for report in named if of and report.person == of), None)
    if asked or not named:
        return asked
    most = Counter(report.person or report.name for report in named).most_common(1)[0][0]
    return next(report for report in named if (report.person or report.name) == most)


def _fullness(report: QuoteReport, speaker: QuoteReport | None) -> tuple[int, bool, int]:
    return _FULLEST[report.kind], speaker is None or _is_by(report, speaker), len(quotation(report))


def _is_by(report: QuoteReport, speaker: QuoteReport) -> bool:
    return (report.person, report.name) == (speaker.person, speaker.name) if report.name else True


def _telling(
    report: QuoteReport, fullest: QuoteReport, speaker: QuoteReport | None, came: Mapping[str, datetime]
) -> Telling:
    differs = None if report is fullest else _difference(report, fullest)
    other = report.name if speaker and not _is_by(report, speaker) else None
    told = [f"given to {other}" if report.person else f"calls the speaker “{other}”"] if other else []
    return Telling(
        **report.model_dump(include=set(Telling.model_fields) - {"differs", "said", "seen", "how"}),
        seen=None if report.published else came.get(report.article),
        said=quotation(report),
        how=differs.how if differs else None,
        other=other,
        differs="; ".join(told + ([differs.told] if differs else [])) or None,
    )


def _difference(report: QuoteReport, fullest: QuoteReport) -> Difference | None:
    return difference(quotation(report), report.kind, quotation(fullest), fullest.kind)


def quotation(report: QuoteReport) -> str:
    """The quoted words alone, without the "she said" between two parts."""
    inside = [(start, end) for start, end in report.parts if report.start <= start and end <= report.end]
    pieces = [report.text[start - report.start : end - report.start] for start, end in inside]
    return " ".join(pieces) or report.text
