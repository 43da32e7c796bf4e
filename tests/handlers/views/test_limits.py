"""Whatever comes in, Slack takes what goes out, and nothing in it is markup."""

from __future__ import annotations

import json
from typing import Any, cast

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.shapes import (
    Article,
    Change,
    Conflict,
    Decision,
    Digest,
    KnownStory,
    Moved,
    Outcome,
    Pair,
    StorySheet,
    Version,
)
from handlers import views
from handlers.answers import Answer
from handlers.views import Message, stories, wrong_story
from tests.handlers.views import hostile
from tests.handlers.views.limits import refusals

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example]
generated = settings(max_examples=150, deadline=None, suppress_health_check=SLOW)


def is_taken(message: Message) -> None:
    assert refusals(cast("dict[str, Any]", message)) == []
    json.dumps(message, ensure_ascii=False).encode()  # half a surrogate pair cannot be sent


@generated
@given(hostile.answers, st.integers(-1, 200))
def test_an_answer(answer: Answer, page: int) -> None:
    is_taken(views.draw(answer, page))


@generated
@given(hostile.sheets)
def test_a_card(sheet: StorySheet) -> None:
    is_taken(views.card(sheet))


@generated
@given(hostile.articles, hostile.sheets, hostile.texts, st.lists(hostile.figures, max_size=9), st.lists(hostile.texts))
def test_a_report(article: Article, sheet: StorySheet, why: str, figures: list[Moved], names: list[str]) -> None:
    is_taken(views.report_reply(article, sheet, why, figures, names))


@generated
@given(hostile.articles, hostile.versions, hostile.versions, st.lists(hostile.changes, max_size=12))
def test_a_version(article: Article, before: Version, after: Version, changes: list[Change]) -> None:
    is_taken(views.version_reply(article, before, after, changes))


@generated
@given(hostile.conflicts, hostile.sheets, hostile.judges)
def test_a_conflict(conflict: Conflict, sheet: StorySheet, by: str | None) -> None:
    is_taken(views.conflict_reply(conflict, sheet, by))


@generated
@given(hostile.decisions, hostile.sheets, hostile.articles, hostile.urls)
def test_a_decision_about_stories(decision: Decision, sheet: StorySheet, article: Article, thread: str | None) -> None:
    near = [KnownStory(story="s9", title=title, first=decision.at, last=decision.at, articles=1, terms={})
            for title in (decision.reason, *decision.titles)]  # fmt: skip
    said = Pair(one="a1", other="a2", same=False, by=decision.by, at=decision.asked)
    for drawn in (
        stories.question_reply(decision, sheet, thread),
        stories.decision_reply(decision, article, 7),
        stories.moved_reply(article, sheet.story),
        stories.former_card(sheet.story, sheet.story, decision, thread),
        wrong_story.wrong_view(sheet, near),
        wrong_story.where_view(article, sheet.articles, near),
        wrong_story.contradiction_view(said, decision.titles, "Merge?", "Merge", "story_merge", "s1|s2|"),
        wrong_story.decided(decision.reason, decision.id),
    ):
        is_taken(drawn)


@generated
@given(hostile.digests)
def test_a_digest(digest: Digest) -> None:
    is_taken(views.digest(digest))


@generated
@given(hostile.outcomes, st.one_of(st.none(), hostile.sheets))
def test_what_became_of_a_drop(outcome: Outcome, sheet: StorySheet | None) -> None:
    is_taken(views.taken(outcome, sheet))
