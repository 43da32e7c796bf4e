"""Draws what is told in a story's thread: another report, a later version; and what became of a drop."""

from __future__ import annotations

from collections.abc import Sequence

from bot.shapes import Article, Change, Moved, Outcome, StorySheet, Version
from handlers.answers import Taken
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
from handlers.views.changing import change_block
from handlers.views.parts import listed, source
from handlers.views.standing import standing
from handlers.views.text import NO_OUTLET, clip, plural, safe_url, tidy, when
from handlers.views.wire import confirmed_by, share

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
    "unpacked": "Opened",
}


def report_reply(
    article: Article, sheet: StorySheet, why: str = "", figures: Sequence[Moved] = (), quotes_first: Sequence[str] = ()
) -> Message:
    """Another outlet's report of the story: what it brings that was not there, and why it belongs here."""
    where = source(article.outlet, article.published, article.url, seen=article.seen)
    title = clip(tidy(article.title or ""), HEADLINE_LENGTH)
    return message(
        rich(
            line(t(f"{WHAT_IT_IS.get(article.outcome, 'Report')}: ", "bold"), *where),
            quoted(link(safe_url(article.url), title)),
            line(*_built_on(article, sheet)),
            line(*_news(figures, quotes_first)),
        ),
        context(_why(why or article.reason, sheet), _so_far(sheet)),
        actions(open_button("Open the report", ids.OPEN, article.url)),
    )


def _news(figures: Sequence[Moved], quotes_first: Sequence[str]) -> list[Part]:
    """`New in it: killed 7 → 9 · first to quote Maren Halloran`."""
    news = [f"{one.what} {one.before} → {one.after}" for one in figures]
    if quotes_first:
        news.append(f"first to quote {listed(quotes_first)}")
    return [t("New in it: ", "bold"), t(" · ".join(news))] if news else []


def _built_on(article: Article, sheet: StorySheet) -> list[Part]:
    """`Built on Quay Press, 6 Oct 12:00 UTC; 51 % of it is new`."""
    there = next((one for one in sheet.articles if one.id == article.of), None)
    if article.lineage != "rewrite" or there is None or article.new is None:
        return []
    where = source(there.outlet, there.published, there.url, "", article.published or article.seen, there.seen)
    return [t("Built on ", "bold"), *where, t(f"; {share(article.new)} of it is new")]


def _why(reason: str, sheet: StorySheet) -> str:
    """The story's own title is above already."""
    shared = reason.removeprefix(f"It belongs to “{sheet.story.title}”: ")
    return clip(tidy(reason if shared == reason else f"Belongs here: {shared}"), REASON_LENGTH)


def _so_far(sheet: StorySheet) -> str:
    outlets = len({article.outlet for article in sheet.articles})
    told = confirmed_by(sheet.voices, sheet.built) + ("," if sheet.built else "")
    return f"The story now has {told} from {plural(outlets, 'outlet')}."


def version_reply(
    article: Article, before: Version, after: Version, changes: Sequence[Change], again: Version | None = None
) -> Message:
    """What a later version of an article changed, as far as it matters; `again` is the earlier one with its text."""
    telling = [change for change in changes if change.matters] or list(changes)
    shown = telling[:CHANGES_SHOWN]
    went = f" went back to its text of {when(again.seen)}" if again else " changed its report"
    spoken = f"{went}: version {after.number}, seen {when(after.seen)}"
    title = clip(tidy(after.title or article.title or ""), HEADLINE_LENGTH)
    return message(
        rich(
            line(link(safe_url(article.url), article.outlet or NO_OUTLET, "bold"), t(spoken)),
            *([] if any(change.kind == "headline" for change in shown) else [quoted(t(title))]),
        ),
        *(change_block(change.kind, change.before, change.after, change.why) for change in shown),
        context(_rest(len(telling) - len(shown), len(changes) - len(telling))),
        context(f"Compared with version {before.number}, seen {when(before.seen)}."),
        actions(
            button("All changes", ids.PICK, f"/what-changed {article.id}"),
            open_button("Open the report", ids.OPEN, after.url or article.url),
        ),
    )


def _rest(telling: int, small: int) -> str:
    """What is not shown: `2 further changes that matter, 3 smaller ones`."""
    parts = [f"{plural(telling, 'further change')} that {'matters' if telling == 1 else 'matter'}"] if telling else []
    if small:
        parts.append(f"{small} smaller" if telling else plural(small, "smaller change"))
    return f"Not shown: {', '.join(parts)}." if parts else ""


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
    lines += [line(*parts) for parts in standing(outcome, sheet)] if sheet else []
    if sheet and outcome.outcome != "rejected" and sheet.story.title not in outcome.reason:
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
