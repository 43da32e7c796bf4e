"""Draws conflicts: the reply in a story's thread, and the list of /conflicts.

Both sides stand under each other, each with the words that clash in bold, its outlet, time and source.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from bot.shapes import Conflict, Side, StorySheet
from handlers.answers import ConflictList, Disagreement
from handlers.views import ids
from handlers.views.blocks import (
    Block,
    Message,
    Part,
    actions,
    button,
    context,
    header,
    line,
    message,
    person,
    quoted,
    rich,
    t,
)
from handlers.views.parts import footer, pages, picker, shown, source
from handlers.views.text import clip, plural, sureness, tidy

CONFLICTS_SHOWN = 4
SIDES_SHOWN = 4
SENTENCE, SUMMARY, WHY, SAYS = 420, 250, 300, 60

NOT_KNOWN: Mapping[str, datetime] = {}

KIND_WORDS = {
    "number": "Figures differ",
    "date": "Dates differ",
    "place": "Places differ",
    "denial": "Said and denied",
    "opposite": "The opposite is said",
    "speaker": "Same words, two speakers",
    "wording": "Quoted differently",
}
STATUS_WORDS = {
    "open": "Open",
    "dismissed": "Dismissed: it is no contradiction",
    "resolved": "Resolved",
    "superseded": "An update: the later account replaces the earlier",
}


PARTED = "Closed: one of these reports is in another story now"


def conflict_reply(conflict: Conflict, sheet: StorySheet, by: str | None = None) -> Message:
    """A conflict in its story's thread; `by` is who judged it, a Slack user's id or a name."""
    judged = conflict.status != "open" or conflict.confirmed
    came = {article.id: article.seen for article in sheet.articles}
    parted = conflict.status == "resolved" and any(side.article not in came for side in conflict.sides)
    return message(
        *_conflict(conflict, conflict.sides, came=came),
        rich(line(t(PARTED, "bold"))) if parted else None,
        _judgement(conflict.status, conflict.confirmed, by or conflict.judged_by) if judged and not parted else None,
        context(f"Conflict {conflict.id} · in: {clip(tidy(sheet.story.title), 150)}"),
        _buttons(conflict.id, judged, mute=True),
    )


def list_view(answer: ConflictList, page: int = 0) -> Message:
    """Conflicts, the surest first, each with its buttons."""
    start, end = pages(len(answer.conflicts), CONFLICTS_SHOWN, page)
    total = len(answer.conflicts)
    return message(
        header(f"Conflicts: {answer.title}" if answer.title else "Conflicts"),
        context(_summary(answer, page)) if total else None,
        rich(line(t(answer.note))) if answer.note else None,
        *picker(answer.candidates or answer.instead),
        *(block for one in answer.conflicts[start:end] for block in _listed(one, answer, start // CONFLICTS_SHOWN)),
        footer(answer, total, CONFLICTS_SHOWN, page),
    )


def _summary(answer: ConflictList, page: int) -> str:
    possible = sum(one.status == "open" and not one.posted and not one.confirmed for one in answer.conflicts)
    rest = f" · {possible} only possible" if possible else ""
    return shown(len(answer.conflicts), CONFLICTS_SHOWN, page, "conflict") + rest


def _listed(one: Disagreement, answer: ConflictList, page: int) -> Iterable[Block | None]:
    judged = one.status != "open" or one.confirmed
    possible = one.status == "open" and not one.posted and not one.confirmed
    yield from _conflict(one, one.sides, possible, one.came)
    yield _judgement(one.status, one.confirmed, one.judged_by) if judged else None
    yield context(f"Conflict {one.id}" + ("" if answer.story else f" · in: {clip(tidy(one.title), 150)}"))
    yield _buttons(ids.listed_value(one.id, page, answer.line), judged, mute=False)


def _conflict(
    one: Conflict | Disagreement,
    sides: Sequence[Side],
    possible: bool = False,
    came: Mapping[str, datetime] = NOT_KNOWN,
) -> Iterable[Block | None]:
    """What clashes, each side's sentence, and why it is thought to be one."""
    kind = KIND_WORDS[one.kind] + (", possibly" if possible else "")
    parts = [line(t(f"{kind}: ", "bold"), t(clip(tidy(one.summary), SUMMARY)))]
    for at, side in enumerate(sides[:SIDES_SHOWN]):
        beside = sides[0].published if at else None  # the first tells its year
        parts += [line(*_says(side, beside, came.get(side.article))), quoted(*_sentence(side))]
    if len(sides) > SIDES_SHOWN:
        parts.append(line(t(f"and {plural(len(sides) - SIDES_SHOWN, 'further report')}", "italic")))
    yield rich(*parts)
    yield context(f"Why: {clip(tidy(one.why), WHY)} ({sureness(one.confidence)})")


def _says(side: Side, beside: datetime | None, came: datetime | None) -> list[Part]:
    """`The Harbour Post, 6 Oct 14:05 UTC, from the coastguard: 9 killed`."""
    told = source(side.outlet, side.published, side.url, side.text, beside, came)
    named = side.source and side.source.lower() not in side.says.lower()  # "denied by the ministry" names it
    by = f", from {clip(tidy(side.source or ''), SAYS)}" if named else ""
    return [*told, t(f"{by}: "), t(clip(tidy(side.says), SAYS), "bold")]


def _sentence(side: Side) -> list[Part]:
    """The sentence with the words that clash in bold; a long one is cut around them."""
    start = min(max(side.spot[0] - side.start, 0), len(side.text))
    end = min(max(side.spot[1] - side.start, start), len(side.text))
    if end - start > SENTENCE:
        return [t(clip(tidy(side.text), SENTENCE))]
    room = (SENTENCE - (end - start)) // 2
    before, after = side.text[:start], side.text[end:]
    before = before if len(before) <= room else "… " + before[-room:].partition(" ")[2]
    return [t(before), t(side.text[start:end], "bold"), t(clip(after, max(room, 2)))]


def _judgement(status: str, is_confirmed: bool, by: str | None) -> Block | None:
    words = "Confirmed: these accounts contradict each other" if is_confirmed else STATUS_WORDS[status]
    return rich(line(t(words, "bold"), *([t(" – "), person(by)] if by else [])))


def _buttons(conflict: str, judged: bool, mute: bool) -> Block | None:
    if judged:
        return actions(button("Open again", ids.CONFLICT_REOPEN, conflict))
    return actions(
        button("Confirm", ids.CONFLICT_CONFIRM, conflict, "primary"),
        button("Dismiss", ids.CONFLICT_DISMISS, conflict),
        button("It is an update", ids.CONFLICT_UPDATE, conflict),
        button("Mute this kind here", ids.CONFLICT_MUTE, conflict) if mute else None,
    )
