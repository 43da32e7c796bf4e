"""What a notice shows: read from the store at the moment it is sent, drawn by the views."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from itertools import takewhile

from bot.analyse.changes import changes
from bot.match.words import words
from bot.ports import Store
from bot.shapes import COPIES, Account, Article, Moved, Notice, QuoteReport, StorySheet, Version
from bot.tell.figures import moved
from bot.tell.notices import card_key
from bot.tell.quotes import telling
from bot.wire import wire_sources, wire_texts
from handlers import views
from handlers.digests import digest_of
from handlers.views import Message, stories
from handlers.views.text import sureness, thread_link

# The latest quotes of a story that are looked through.
MOST_QUOTES = 300

# Copies of a text that a card's line holds against it: it is drawn anew with every report.
MOST_COMPARED = 12

Draw = Callable[[Store, Notice], Message | None]


def message(store: Store, notice: Notice) -> Message | None:
    """None where what it should show is not kept."""
    return SHOWN[notice.kind](store, notice)


def _card(store: Store, notice: Notice) -> Message | None:
    sheet = sheet_of(store, notice.workspace, notice.subject)
    former = store.former_story(notice.workspace, notice.subject)
    if sheet and former:
        merged = [one for one in store.decisions(notice.workspace, former.id) if one.other == former.id]
        made = next((one for one in reversed(merged) if one.status == "done"), None)
        return stories.former_card(former, sheet.story, made, _thread(store, notice, sheet.story.id))
    return views.card(sheet) if sheet else None


def _thread(store: Store, notice: Notice, story: str) -> str | None:
    """The address of a story's thread in a notice's channel, where it has one."""
    posting = store.posting(notice.workspace, card_key(notice.channel, story))
    return thread_link(notice.channel, posting.ts) if posting and posting.ts else None


def sheet_of(store: Store, workspace: str, story: str) -> StorySheet | None:
    """A story as it is shown, with the most telling of its latest quotes; what a copy quotes, its original did."""
    sheet = store.sheet(workspace, story)
    if sheet is None:
        return None
    own = {one.id: one.seen for one in sheet.articles if one.lineage not in COPIES}
    said = store.quote_reports(workspace, story=sheet.story.id, limit=MOST_QUOTES)
    quotes = telling((quote for quote in said if quote.article in own), own)
    sources = wire_sources(wire_texts(store, sheet.articles, MOST_COMPARED))
    return sheet.model_copy(update={"quotes": tuple(quotes) or sheet.quotes, "sources": sources})


def _report(store: Store, notice: Notice) -> Message | None:
    article = store.article(notice.workspace, notice.subject)
    sheet = store.sheet(notice.workspace, article.story) if article else None
    if article is None or sheet is None:
        return None
    home = store.story(notice.workspace, notice.story) if notice.story else None
    if home and home.id != sheet.story.id:
        return stories.moved_reply(article, sheet.story)
    earlier = _earlier(article, sheet)
    figures = _moved_by(article, earlier, store.accounts(notice.workspace, sheet.story.id))
    return views.report_reply(article, sheet, notice.why, figures, _first_quoted(store, article, earlier))


def _earlier(article: Article, sheet: StorySheet) -> set[str]:
    """The story's reports that came before this one; those of one file came at one time, in the file's order."""
    return {one.id for one in takewhile(lambda one: one.id != article.id, sheet.articles)}


def _moved_by(article: Article, earlier: set[str], accounts: Sequence[Account]) -> tuple[Moved, ...]:
    """The figures that this report gives otherwise than those before it, whatever came with it or since."""
    just = timedelta(microseconds=1)
    before = [one.model_copy(update={"seen": article.seen - just}) for one in accounts if one.article in earlier]
    own = [one for one in accounts if one.article == article.id]
    return moved([*before, *own], article.seen, article.seen + just)


def _first_quoted(store: Store, article: Article, earlier: set[str]) -> list[str]:
    """Whom a report quotes word for word and no earlier one of its story does."""
    said = store.quote_reports(article.workspace, story=article.story, limit=MOST_QUOTES)
    known = {quote.person for quote in said if quote.article in earlier}
    own = sorted((quote for quote in said if quote.article == article.id), key=lambda quote: quote.start)
    new = [quote for quote in own if quote.person and quote.person not in known and _is_surely_said(quote)]
    return list(dict.fromkeys(quote.name for quote in new if quote.name))


def _is_surely_said(quote: QuoteReport) -> bool:
    return quote.kind == "direct" and quote.via is None and sureness(quote.confidence) == "sure"


def _version(store: Store, notice: Notice) -> Message | None:
    """What it changed against the one before it."""
    after = store.version(notice.workspace, notice.subject)
    article = store.article(notice.workspace, after.article) if after else None
    if after is None or article is None:
        return None
    earlier = [one for one in store.versions(notice.workspace, after.article) if one.number < after.number]
    if not earlier:
        return None
    before = earlier[-1]
    found = changes(before.prose, after.prose, before.title, after.title)
    return views.version_reply(article, before, after, found, _same_text(after, earlier))


def _same_text(after: Version, earlier: Sequence[Version]) -> Version | None:
    """The last of the earlier versions that has its words: its outlet went back to it."""
    own = words(after.prose)
    return next((one for one in reversed(earlier[:-1]) if words(one.prose) == own), None)


def _conflict(store: Store, notice: Notice) -> Message | None:
    conflict = store.conflict(notice.workspace, notice.subject)
    sheet = store.sheet(notice.workspace, conflict.story) if conflict else None
    return views.conflict_reply(conflict, sheet) if conflict and sheet else None


def _question(store: Store, notice: Notice) -> Message | None:
    question = store.decision(notice.workspace, notice.subject)
    sheet = store.sheet(notice.workspace, question.story) if question else None
    if question is None or sheet is None:
        return None
    return stories.question_reply(question, sheet, _thread(store, notice, sheet.story.id))


def _decision(store: Store, notice: Notice) -> Message | None:
    decision = store.decision(notice.workspace, notice.subject)
    if decision is None:
        return None
    article = store.article(notice.workspace, decision.article) if decision.article else None
    return stories.decision_reply(decision, article, len(store.moved_by(notice.workspace, decision.id)))


def _digest(store: Store, notice: Notice) -> Message | None:
    return views.digest(digest_of(store, notice))


def _answer(store: Store, notice: Notice) -> Message | None:
    outcome = store.outcome(notice.workspace, notice.subject)
    if outcome is None:
        return None
    sheet = store.sheet(notice.workspace, outcome.story) if outcome.story else None
    return views.taken(outcome, sheet)


SHOWN: dict[str, Draw] = {
    "card": _card,
    "report": _report,
    "version": _version,
    "conflict": _conflict,
    "question": _question,
    "decision": _decision,
    "digest": _digest,
    "answer": _answer,
}
