"""Draws a story: its card in the channel, and what /story answers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from bot.shapes import COPIES, Article, Conflict, QuoteReport, StorySheet
from handlers.answers import StoryAnswer, StoryList, told
from handlers.views import conflicts, ids
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
    rich,
    section,
    select,
    t,
)
from handlers.views.parts import footer, latest, listed, pages, shown, source
from handlers.views.stories import decided_blocks, named, put_here, wrong_button
from handlers.views.text import NO_OUTLET, clip, clip_said, plural, safe_url, sureness, tidy, when
from handlers.views.wire import carried, confirmed_by, share

# A card is read on one phone screen; the whole list is a press away.
CARD_REPORTS, CARD_CONFLICTS, CARD_QUOTES = 6, 3, 3
STORY_REPORTS, STORY_CONFLICTS, STORY_QUOTES = 25, 10, 5
SOURCES_SHOWN = 2
QUOTE_LENGTH, SUMMARY_LENGTH, HEADLINE_LENGTH, TOUCHED_LENGTH = 220, 200, 150, 60
STORIES_SHOWN = 8

# A page names its time a little before we see it.
SAME_TIME = timedelta(hours=1)

KIND_WORDS = {kind: words[0].lower() + words[1:] for kind, words in conflicts.KIND_WORDS.items()}


def card(sheet: StorySheet) -> Message:
    """The parent message of a story's thread."""
    return message(*_story(sheet, CARD_REPORTS, CARD_CONFLICTS, CARD_QUOTES), _menu(sheet))


def story_view(answer: StoryAnswer) -> Message:
    """The same, whole."""
    return message(
        *_story(answer.sheet, STORY_REPORTS, STORY_CONFLICTS, STORY_QUOTES),
        *decided_blocks(answer.sheet),
        _menu(answer.sheet),
        footer(answer, 1),
    )


def list_view(answer: StoryList, page: int = 0) -> Message:
    """Stories to choose from, the latest first."""
    start, end = pages(len(answer.stories), STORIES_SHOWN, page)
    title = f"Stories with “{answer.asked}”" if answer.asked else "Latest stories"
    rows = [
        section(
            clip(tidy(one.story.title), HEADLINE_LENGTH),
            f"{plural(one.outlets, 'outlet')}, {plural(one.articles, 'report')}"
            f"{', ' + plural(one.conflicts, 'open conflict') if one.conflicts else ''} · {when(one.story.last)}",
            button("Open", ids.PICK, one.line),
        )
        for one in answer.stories[start:end]
    ]
    return message(
        header(title),
        context(answer.note or shown(len(answer.stories), STORIES_SHOWN, page, "story", "stories")),
        *rows,
        footer(answer, len(answer.stories), STORIES_SHOWN, page),
    )


def counts(sheet: StorySheet) -> str:
    """`5 outlets · 3 independent reports, 1 built on them · 2 open conflicts`."""
    outlets = {article.outlet for article in sheet.articles}
    open_ = len(told(sheet.conflicts))
    parts = [plural(len(outlets), "outlet"), confirmed_by(sheet.voices, sheet.built)]
    if sheet.revisions:
        parts.append(plural(sheet.revisions, "later version"))
    if open_:
        parts.append(plural(open_, "open conflict"))
    return " · ".join(parts)


def _story(sheet: StorySheet, reports: int, disputes: int, quotes: int) -> list[Block | None]:
    last = latest([sheet.story.last, *(article.updated for article in sheet.articles if article.versions > 1)])
    return [
        header(sheet.story.title),
        _newest(sheet),
        context(f"{counts(sheet)} · latest {when(last)}"),
        rich(*(line(t(carried(one))) for one in sheet.sources[:SOURCES_SHOWN])),
        rich(line(t("Reports", "bold")), _reports(sheet, reports)),
        _conflicts(sheet.conflicts, disputes),
        _quotes(sheet.quotes[:quotes], sheet),
        context(f"Story {sheet.story.id} · {sheet.story.slug}"),
    ]


def _newest(sheet: StorySheet) -> Block | None:
    """The newest headline, where it is not the one the story is known by: three were killed then, ten are now."""
    own = [article for article in sheet.articles if article.lineage not in COPIES and article.title]
    newest = max(own, key=_told_at, default=None)
    if newest is None or tidy(newest.title or "").casefold() == tidy(sheet.story.title).casefold():
        return None
    title = link(safe_url(newest.url), clip(tidy(newest.title or ""), HEADLINE_LENGTH))
    outlet = clip(tidy(newest.outlet or NO_OUTLET), 60)
    came = "" if newest.published else "came "
    at = f" – {outlet}, {came}{when(_told_at(newest), sheet.story.last)}"
    return rich(line(t("Latest: ", "bold"), title, t(at)))


def _told_at(article: Article) -> datetime:
    """When its latest version came, or when it was published."""
    return (article.updated if article.versions > 1 else None) or article.published or article.seen


def _menu(sheet: StorySheet) -> Block | None:
    """What one asks next, in one menu."""
    story = sheet.story.id
    asked = [("The whole story", f"/story {story}"), ("What changed", f"/what-changed {story}")]
    if sheet.sources or sheet.built:
        asked.append(("Whose texts they are", f"/lineage {story}"))
    if sheet.conflicts:
        asked.append(("All conflicts", f"/conflicts {story} all"))
    return actions(select("Ask about this story", ids.PICK, asked), wrong_button(sheet))


def _reports(sheet: StorySheet, limit: int) -> Block:
    """One line for each independent report, the first one and then the latest; copies stand behind theirs."""
    copies: dict[str, list[Article]] = {}
    for article in sheet.articles:
        if article.lineage in COPIES and (root := article.root or article.of):
            copies.setdefault(root, []).append(article)
    known = {article.id for article in sheet.articles}
    own = [a for a in sheet.articles if a.lineage not in COPIES or (a.root or a.of) not in known]
    kept = own if len(own) <= limit else [own[0], *own[-(limit - 1) :]]
    lines = [_report(article, copies.get(article.id, ()), sheet) for article in kept]
    if len(own) > len(kept):
        lines.insert(1, [t(f"{plural(len(own) - len(kept), 'report')} in between", "italic")])
    return bullets(lines)


def _report(article: Article, copies: Sequence[Article], sheet: StorySheet) -> list[Part]:
    parts = source(article.outlet, article.published, article.url, beside=sheet.story.last, seen=article.seen)
    if article.versions > 1:
        parts.append(t(f" · {_versions(article, sheet.story.last)}"))
    if article.lineage == "rewrite":
        new = "" if article.new is None else f", {share(article.new)} new"
        parts.append(t(f" · builds on {_outlet_of(article.of, sheet)}{new}"))
    if copies:
        parts.append(t(" · copied by " + listed([copy.outlet or NO_OUTLET for copy in copies])))
    touched = [named(story.title, TOUCHED_LENGTH) for story in sheet.touched if story.id in article.touches]
    if touched:
        parts.append(t(" · a round-up, also of " + listed(touched)))
    return parts + put_here(article, sheet)


def _versions(article: Article, beside: datetime) -> str:
    """`3 versions, changed 6 Oct 14:05 UTC`; where that is the time it gives itself, when it first came."""
    many = plural(article.versions, "version")
    if article.published and article.updated and article.updated - article.published <= SAME_TIME:
        return f"{many}, the first came {when(article.seen, beside)}"
    return f"{many}, changed {when(article.updated, beside)}" if article.updated else many


def _outlet_of(article_id: str | None, sheet: StorySheet) -> str:
    found = next((article for article in sheet.articles if article.id == article_id), None)
    return (found.outlet if found else None) or "another report"


def _conflicts(kept: Iterable[Conflict], limit: int) -> Block | None:
    """Open ones, the surest first."""
    open_ = told(kept)
    if not open_:
        return None
    lines = [
        [t(clip(tidy(one.summary), SUMMARY_LENGTH)), t(f" ({KIND_WORDS[one.kind]}{confirmed(one.confirmed)})")]
        for one in open_[:limit]
    ]
    if len(open_) > limit:
        lines.append([t(f"and {len(open_) - limit} more", "italic")])
    return rich(line(t("Open conflicts", "bold")), bullets(lines))


def confirmed(is_confirmed: bool) -> str:
    return ", confirmed" if is_confirmed else ""


def _quotes(quotes: Iterable[QuoteReport], sheet: StorySheet) -> Block | None:
    lines = [_quote(quote, sheet) for quote in quotes]
    return rich(line(t("Said", "bold")), bullets(lines)) if lines else None


def _quote(quote: QuoteReport, sheet: StorySheet) -> list[Part]:
    name = quote.name or quote.speaker_text or "speaker unknown"
    doubt = "" if sureness(quote.confidence) == "sure" else f" ({sureness(quote.confidence)})"
    via = [t(f", via {clip(tidy(quote.via), 80)}")] if quote.via else []
    seen = next((article.seen for article in sheet.articles if article.id == quote.article), None)
    return [
        t(f"{clip(tidy(name), 80)}{doubt}: ", "bold"),
        t(clip_said(tidy(quote.text), QUOTE_LENGTH)),
        t(" – "),
        *source(quote.outlet, quote.published, quote.url, quote.text, sheet.story.last, seen),
        *via,
    ]
