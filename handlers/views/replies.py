"""Draws what is told in a story's thread: another report, a later version; and what became of a drop."""

from __future__ import annotations

from collections.abc import Sequence

from bot.shapes import Article, Change, Outcome, StorySheet, Version
from handlers.answers import Taken
from handlers.views import ids
from handlers.views.blocks import (
    Block,
    Message,
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
from handlers.views.changing import change_block
from handlers.views.parts import source
from handlers.views.text import NO_OUTLET, clip, plural, safe_url, tidy, when

HEADLINE_LENGTH, REASON_LENGTH = 200, 400
CHANGES_SHOWN = 4
OUTCOMES_SHOWN = 15

WHAT_IT_IS = {
    "new": "New report",
    "rewrite": "Report that builds on another",
    "copy": "Copy",
    "duplicate": "Known text",
}

BECAME = {
    "new": "Taken in: a report of its own",
    "rewrite": "Taken in: it builds on another report",
    "copy": "Taken in: a copy of another outlet's text",
    "revision": "Taken in: a later version of a known article",
    "duplicate": "Known already: the same text was taken in before",
    "rejected": "Not taken in",
    "unpacked": "Opened: each drop in it is taken in by itself",
}


def report_reply(article: Article, sheet: StorySheet) -> Message:
    """Another outlet's report of the story."""
    where = source(article.outlet, article.published or article.seen, article.url)
    title = clip(tidy(article.title or ""), HEADLINE_LENGTH)
    return message(
        rich(
            line(t(f"{WHAT_IT_IS.get(article.outcome, 'Report')}: ", "bold"), *where),
            quoted(link(safe_url(article.url), title)),
            line(t(clip(tidy(article.reason), REASON_LENGTH))),
        ),
        context(_so_far(sheet)),
        actions(open_button("Open the report", ids.OPEN, article.url)),
    )


def _so_far(sheet: StorySheet) -> str:
    outlets = len({article.outlet for article in sheet.articles})
    return f"The story now has {plural(sheet.voices, 'independent report')} from {plural(outlets, 'outlet')}."


def version_reply(article: Article, before: Version, after: Version, changes: Sequence[Change]) -> Message:
    """What a later version of an article changed, as far as it matters."""
    telling = [change for change in changes if change.matters] or list(changes)
    rest = len(changes) - len(telling[:CHANGES_SHOWN])
    spoken = f" changed its report: version {after.number}, seen {when(after.seen)}"
    return message(
        rich(
            line(link(safe_url(article.url), article.outlet or NO_OUTLET, "bold"), t(spoken)),
            quoted(t(clip(tidy(after.title or article.title or ""), HEADLINE_LENGTH))),
        ),
        *(change_block(change.kind, change.before, change.after, change.why) for change in telling[:CHANGES_SHOWN]),
        context(f"{plural(rest, 'further change')}, smaller." if rest else ""),
        context(f"Compared with version {before.number}, seen {when(before.seen)}."),
        actions(
            button("All changes", ids.PICK, f"/what-changed {article.id}"),
            open_button("Open the report", ids.OPEN, after.url or article.url),
        ),
    )


def taken(outcome: Outcome, sheet: StorySheet | None) -> Message:
    """The answer where somebody posted a link or a file."""
    return message(_became(outcome, sheet), *_asked_next([outcome], sheet))


def taken_view(answer: Taken) -> Message:
    """What became of one drop, or of each that a page or feed held."""
    if len(answer.outcomes) == 1:
        return message(_became(answer.outcomes[0], answer.sheet), *_asked_next(answer.outcomes, answer.sheet))
    rows = [
        [t(f"{clip(tidy(one.drop), 80)}: ", "bold"), t(f"{BECAME[one.outcome]}. {clip(tidy(one.reason), 160)}")]
        for one in answer.outcomes[:OUTCOMES_SHOWN]
    ]
    rest = len(answer.outcomes) - len(rows)
    return message(
        header(f"{plural(len(answer.outcomes), 'drop')} taken"),
        rich(bullets(rows)) if rows else None,
        context(f"and {rest} more" if rest > 0 else answer.note),
        *_asked_next(answer.outcomes, answer.sheet),
    )


def _became(outcome: Outcome, sheet: StorySheet | None) -> Block | None:
    lines = [line(t(f"{BECAME[outcome.outcome]}.", "bold")), line(t(clip(tidy(outcome.reason), REASON_LENGTH)))]
    if sheet and outcome.outcome != "rejected":
        lines.append(line(t("Story: "), t(clip(tidy(sheet.story.title), HEADLINE_LENGTH), "bold")))
    if outcome.conflicts:
        lines.append(line(t(f"It raises {plural(len(outcome.conflicts), 'conflict')} with other reports.")))
    return rich(*lines)


def _asked_next(outcomes: Sequence[Outcome], sheet: StorySheet | None) -> list[Block | None]:
    if sheet is None:
        return []
    conflicts = any(outcome.conflicts for outcome in outcomes)
    story = sheet.story.id
    line_ = f"/conflicts {story}" if conflicts else f"/story {story}"
    return [actions(button("Show the conflicts" if conflicts else "Show the story", ids.PICK, line_))]
