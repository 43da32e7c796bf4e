"""Draws what /who-said answers: each thing said once, with every report of it."""

from __future__ import annotations

from datetime import datetime

from handlers.answers import Telling, Utterance, WhoSaid
from handlers.views.blocks import Block, Message, Part, bullets, context, header, line, message, quoted, rich, t
from handlers.views.changing import marked
from handlers.views.parts import footer, latest, pages, picker, shown, source
from handlers.views.text import clip, clip_said, plural, sureness, tidy, when

UTTERANCES_SHOWN = 5
REPORTS_SHOWN = 5
NAMES_SHOWN = 5
TEXT, WORDING, DIFFERS, LEAD = 500, 300, 160, 80

KIND_WORDS = {"direct": "word for word", "mixed": "partly word for word", "indirect": "in the reporter's words"}
SURE_WORDS = {"sure": "speaker sure", "likely": "speaker likely", "unknown": "speaker not sure"}


def who_said_view(answer: WhoSaid, page: int = 0) -> Message:
    """Utterances, the latest first; or the people that may have been meant."""
    total = len(answer.utterances)
    start, end = pages(total, UTTERANCES_SHOWN, page)
    last = latest(report.published for one in answer.utterances for report in one.reports)
    return message(
        header(answer.speaker.name if answer.speaker else answer.asked),
        context(_summary(answer, page, last)),
        rich(line(t(answer.note))) if answer.note else None,
        *picker(answer.candidates or answer.instead),
        *(_utterance(one, answer.speaker is None, last) for one in answer.utterances[start:end]),
        footer(answer, total, UTTERANCES_SHOWN, page),
    )


def _summary(answer: WhoSaid, page: int, last: datetime | None) -> str:
    parts = []
    if answer.utterances:
        parts.append(shown(len(answer.utterances), UTTERANCES_SHOWN, page, "thing said", "things said"))
        parts.append(f"latest {when(last)}")
    if answer.speaker and answer.speaker.also:
        names = ", ".join(clip(tidy(name), 60) for name in answer.speaker.also[:NAMES_SHOWN])
        parts.append(f"also written {names}")
    return " · ".join(parts)


def _utterance(one: Utterance, names_speaker: bool, last: datetime | None) -> Block | None:
    words = clip_said(tidy(one.text), TEXT)
    kept = _once(one)
    shown = [(report, _wording(one, report)) for report in kept[:REPORTS_SHOWN]]
    reports = [_report(report, wording, last) for report, wording in shown]
    if len(kept) > REPORTS_SHOWN:
        reports.append([t(f"and {plural(len(kept) - REPORTS_SHOWN, 'more report')}")])
    differing = next((wording for _, wording in shown if wording), None)
    marked_ = differing[0] if differing and one.text == _said(one) else [t(words)]
    lead = [t(f"{clip(tidy(one.lead), LEAD)} ", "italic")] if one.lead else []
    return rich(line(*_heading(one, names_speaker)), quoted(*lead, *marked_), bullets(reports))


def _once(one: Utterance) -> list[Telling]:
    """Its reports without those that only repeat in a headline or a caption what their article has in full."""
    fuller = {report.article for report in one.reports if report.differs != "shorter"}
    return [report for report in one.reports if report.differs != "shorter" or report.article not in fuller]


def _wording(one: Utterance, report: Telling) -> tuple[list[Part], list[Part]] | None:
    """The fullest wording and a report's own, with the words in bold that differ; None where it is only cut."""
    if report.differs in (None, "shorter", "longer"):
        return None
    return marked(clip_said(tidy(_said(one)), TEXT), clip_said(tidy(report.said or report.text), WORDING), strike=False)


def _said(one: Utterance) -> str:
    """The fullest report's quotation without its cue."""
    return next((report.said for report in one.reports if report.text == one.text and report.said), one.text)


def _heading(one: Utterance, names_speaker: bool) -> list[Part]:
    """`Ann Lee · word for word, speaker sure`."""
    how = f"{KIND_WORDS[one.kind]}, {SURE_WORDS[sureness(one.confidence)]}"
    if one.speaker is None:
        return [t("Speaker unknown", "bold"), t(f" · {KIND_WORDS[one.kind]}")]
    if names_speaker:
        return [t(clip(tidy(one.speaker.name), 100), "bold"), t(f" · {how}")]
    return [t(how[0].upper() + how[1:], "italic")]


def _report(report: Telling, wording: tuple[list[Part], list[Part]] | None, last: datetime | None) -> list[Part]:
    """`Coast Radio, 6 Oct 14:05 UTC, via the agency: “in *two* minutes”`."""
    parts = source(report.outlet, report.published, report.url, report.text, last, report.seen)
    if report.via:
        parts.append(t(f", via {clip(tidy(report.via), 80)}"))
    if wording:
        parts += [t(": "), *wording[1]]
    if report.differs and not (wording and any("style" in part for part in wording[1])):
        parts.append(t(f" – {clip(tidy(report.differs), DIFFERS)}"))
    return parts
