"""Draws what /who-said answers: each thing said once, in its sentence, with every report of it and how that differs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime

from handlers.answers import Telling, Utterance, WhoSaid
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
    message,
    quoted,
    rich,
    t,
)
from handlers.views.highlighting import differing, in_sentence
from handlers.views.parts import footer, latest, pages, picker, shown, source
from handlers.views.people import people_blocks
from handlers.views.text import clip, clip_said, plural, sureness, tidy, when

UTTERANCES_SHOWN = 5
REPORTS_SHOWN = 5
ALIKE_SHOWN = 4
NAMES_SHOWN = 5
TEXT, WORDING, DIFFERS, WHY = 500, 300, 160, 200

KIND_WORDS = {"direct": "word for word", "mixed": "partly word for word", "indirect": "in the reporter's words"}
SURE_WORDS = {"sure": "speaker sure", "likely": "speaker likely", "unknown": "speaker not sure"}


def who_said_view(answer: WhoSaid, page: int = 0) -> Message:
    """Utterances, or the people that may have been meant."""
    total = len(answer.utterances)
    start, end = pages(total, UTTERANCES_SHOWN, page)
    last = latest(report.published for one in answer.utterances for report in one.reports)
    return message(
        header(_title(answer)),
        context(_summary(answer, page, last)),
        rich(line(t(answer.note))) if answer.note else None,
        *picker(answer.candidates or answer.instead),
        *_utterances(answer, answer.utterances[start:end], last),
        *people_blocks(answer),
        footer(answer, total, UTTERANCES_SHOWN, page),
    )


def _title(answer: WhoSaid) -> str:
    name = answer.speaker.name if answer.speaker else answer.asked
    return f"{name} about {answer.topic}" if answer.topic else name


def _summary(answer: WhoSaid, page: int, last: datetime | None) -> str:
    parts = []
    if answer.utterances:
        parts.append(shown(len(answer.utterances), UTTERANCES_SHOWN, page, "thing said", "things said"))
        parts.append(f"latest {when(last)}")
    if answer.speaker and answer.speaker.also:
        names = ", ".join(clip(tidy(name), 60) for name in answer.speaker.also[:NAMES_SHOWN])
        parts.append(f"also written {names}")
    return " · ".join(parts)


def _utterances(answer: WhoSaid, said: Sequence[Utterance], last: datetime | None) -> Iterator[Block | None]:
    """One after the other; where a topic was asked for, under the days on which they were first reported."""
    day: date | None = None
    for one in said:
        at = one.at
        if answer.topic and at and at.date() != day:
            day = at.date()
            yield rich(line(t(f"{at.day} {at:%B} {at.year}", "bold")))
        yield _utterance(one, answer.speaker is None, last)
        yield actions(button("Before and after", ids.AROUND, f"/who-said {one.utterance}"))


def _utterance(one: Utterance, names_speaker: bool, last: datetime | None) -> Block | None:
    fullest = next(
        (report for report in one.reports if report.article == one.fullest and report.text == one.text), None
    )
    words = in_sentence(fullest, TEXT) if fullest else [t(clip_said(tidy(one.text), TEXT), "bold")]
    return rich(line(*_heading(one, names_speaker)), quoted(*words), bullets(_reports(one, last)))


def _heading(one: Utterance, names_speaker: bool) -> list[Part]:
    """`Ann Lee · word for word, speaker sure`; where no report names them in full, why it is they."""
    why = f": {clip(tidy(one.why), WHY)}" if one.why else ""
    how = f"{KIND_WORDS[one.kind]}, {SURE_WORDS[sureness(one.confidence)]}{why}"
    if one.speaker is None:
        return [t("Speaker unknown", "bold"), t(f" · {KIND_WORDS[one.kind]}")]
    if names_speaker:
        return [t(clip(tidy(one.speaker.name), 100), "bold"), t(f" · {how}")]
    return [t(how[0].upper() + how[1:], "italic")]


def _reports(one: Utterance, last: datetime | None) -> list[list[Part]]:
    """Who had it first, who has it alike, and how each other report differs: a line each."""
    kept = _an_article_each(one.reports)
    first = next((report for report in kept if report.article == one.first), None)
    alike = [report for report in kept if report is not first and report.differs is None and report.via is None]
    others = [report for report in kept if report is not first and report not in alike]
    lines = [_report(first, one, last, "First: " if len(kept) > 1 else "")] if first else []
    opening = "The same words: " if first and first.how is None else "In full: "
    lines += [_alike(alike, opening, last)] if alike else []
    lines += [_report(report, one, last) for report in others[:REPORTS_SHOWN]]
    if len(others) > REPORTS_SHOWN:
        lines.append([t(f"and {plural(len(others) - REPORTS_SHOWN, 'more report')}")])
    return lines


def _an_article_each(reports: Iterable[Telling]) -> list[Telling]:
    """The fullest of each article: a headline or a caption only repeats what stands below it."""
    kept: dict[str, Telling] = {}
    for report in reports:
        other = kept.get(report.article)
        if other is None or len(report.said) > len(other.said):
            kept[report.article] = report
    return [report for report in reports if kept[report.article] is report]


def _alike(reports: Sequence[Telling], opening: str, last: datetime | None) -> list[Part]:
    """`The same words: Coast Radio, 6 Oct 14:05 UTC; The Evening Beacon, 6 Oct 14:20 UTC`."""
    parts = [t(opening)]
    for at, report in enumerate(reports[:ALIKE_SHOWN]):
        parts += [t("; ")] if at else []
        parts += source(report.outlet, report.published, report.url, report.text, last, report.seen)
    more = len(reports) - ALIKE_SHOWN
    return parts + ([t(f" and {plural(more, 'more report')}")] if more > 0 else [])


def _report(report: Telling, one: Utterance, last: datetime | None, opening: str = "") -> list[Part]:
    """`Coast Radio, 6 Oct 14:05 UTC, via the agency: “in *two* minutes” – “two” for “three”`."""
    parts = [t(opening)] if opening else []
    parts += source(report.outlet, report.published, report.url, report.text, last, report.seen)
    if report.via:
        parts.append(t(f", via {clip(tidy(report.via), 80)}"))
    if report.how not in (None, "cut", "stitched", "longer", "cleaned up"):
        parts += [t(": "), *_wording(report, one)]
    if report.differs:
        parts.append(t(f" – {clip(tidy(report.differs), DIFFERS)}"))
    return parts


def _wording(report: Telling, one: Utterance) -> list[Part]:
    """A report's own words, with those in bold that the fullest has not."""
    fullest = next((other.said for other in one.reports if other.text == one.text and other.said), one.text)
    own = clip_said(tidy(report.said or report.text), WORDING)
    return differing(own, clip_said(tidy(fullest), TEXT))
