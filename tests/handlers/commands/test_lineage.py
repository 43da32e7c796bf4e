from __future__ import annotations

from typing import Any

import pytest

from bot.errors import UserError
from bot.shapes import LOCAL
from handlers.lineage import ArticleLineage, StoryLineage
from handlers.views import draw
from tests.factories import a_drop, at
from tests.handlers.commands.conftest import Newsroom
from tests.wire_story import DENIAL, DIVERS, STORY


def url(outlet: str) -> str:
    return f"https://{outlet.lower().replace(' ', '')}.example/barge"


@pytest.fixture
def wired(empty: Newsroom) -> Newsroom:
    """A newsroom that took in a wire report and what five outlets made of it."""
    for told in STORY:
        when = at(told.minutes)
        drop = a_drop(
            key=told.outlet, id=told.outlet, body=told.body, outlet=told.outlet, title=told.title, published=when,
            received=when, url=url(told.outlet),
        )  # fmt: skip
        empty.desk.pipeline.take(drop)
    return empty


def contract(answer: StoryLineage | ArticleLineage) -> dict[str, Any]:
    return answer.contract()


def outlets(carriers: list[dict[str, Any]]) -> list[str]:
    return [one["outlet"] for one in carriers]


def test_a_story_tells_whose_texts_its_reports_are(wired: Newsroom) -> None:
    told = contract(wired.ask("/lineage s1"))
    assert (told["command"], told["story"], told["independent"], told["built"]) == ("lineage", "s1", 2, 1)
    assert told["newsrooms"] == ["Quay Press", "Harbour Radio"]
    (text,) = told["texts"]
    assert (text["root"], text["credit"], text["unseen"]) == ("a1", "Quay Press", False)
    assert [outlets(text[kind]) for kind in ("carried", "cut", "changed", "built_on")] == [
        ["Velmouth Echo"], ["Tarn Courier"], ["Coast Ledger"], ["The Osterly Times"],
    ]  # fmt: skip
    changes = {(one["kind"], one["before"], one["after"]) for one in text["changed"][0]["changes"]}
    assert {("number", DIVERS, DIVERS.replace("Two", "Four")), ("removed", DENIAL, None)} <= changes


def test_a_story_is_shown_in_a_few_lines(wired: Newsroom) -> None:
    text = draw(wired.ask("/lineage loose barge"))["text"]
    assert "6 reports · 2 independent reports, 1 built on them · 1 shared text" in text
    assert "• As it is: Velmouth Echo" in text
    assert "• Changed: Coast Ledger, 6 Oct 12:30 UTC – figure changed (two became four): Four divers searched" in text
    assert "• Cut to 42 %: Tarn Courier, 6 Oct 12:20 UTC – left out: The barge belongs to" in text
    assert "• Built on it: The Osterly Times (51 % new)" in text
    assert "Own reporting: Quay Press, Harbour Radio" in text


@pytest.mark.parametrize("ref", ["a5", url("The Osterly Times"), f"{url('The Osterly Times')}?utm_source=mail"])
def test_an_article_shows_what_is_new_first(wired: Newsroom, ref: str) -> None:
    answer = wired.ask(f"/lineage {ref}")
    assert answer.line == "/lineage a5"
    first, second, *_ = draw(answer)["text"].splitlines()
    assert first == "Bakers fear for their flour"
    assert second == "Rewrite: 49 % of it stands in Quay Press, 6 Oct 12:00 UTC; 51 % of it is new."
    text = draw(answer)["text"]
    assert text.index("Bakers in Osterly are counting") < text.index("Two divers searched")


def test_the_spans_of_passages_and_new_sentences_hold(wired: Newsroom) -> None:
    told = contract(wired.ask("/lineage a5"))
    bodies = [version.body for article in ("a5", "a1") for version in wired.store.versions(LOCAL, article)]
    assert (told["lineage"], told["of"], told["new"]) == ("rewrite", "a1", pytest.approx(0.51, abs=0.01))
    assert len(told["passages"]) == 2
    for one in told["passages"]:
        assert bodies[0][slice(*one["ours"])] == one["text"] == bodies[1][slice(*one["theirs"])]
    assert all(bodies[0][one["start"] : one["end"]] == one["text"] for one in told["fresh"])


@pytest.mark.parametrize(
    ("ref", "lineage", "words"),
    [
        ("a1", "own", "Its own text: no report that came before shares a passage with it."),
        ("a2", "copy", "A copy of Quay Press, 6 Oct 12:00 UTC; nothing in it is new."),
        ("a3", "cut", "A cut, 42 % of Quay Press, 6 Oct 12:00 UTC; nothing in it is new."),
        ("a4", "copy", "A copy of Quay Press, 6 Oct 12:00 UTC; 1 % of it is new."),
        ("a6", "own", "Its own text: no report that came before shares a passage with it."),
    ],
)
def test_each_article_says_what_it_is(wired: Newsroom, ref: str, lineage: str, words: str) -> None:
    answer = wired.ask(f"/lineage {ref}")
    assert contract(answer)["lineage"] == lineage
    assert draw(answer)["text"].splitlines()[1] == words


def test_what_a_copy_changed_and_left_out_is_told(wired: Newsroom) -> None:
    text = draw(wired.ask("/lineage a4"))["text"]
    assert "Changed\n• figure changed (two became four): Four divers searched the wreck" in text
    assert f"Left out\n• {DENIAL}" in text
    assert "Quay Press copy in 3 outlets, 1 changed it, 1 cut it." in text


def test_words_that_change_nothing_are_not_called_new(wired: Newsroom) -> None:
    body = STORY[0].body.replace("which the authority expects to take", "something the authority thinks will take")
    wired.desk.pipeline.take(a_drop(key="tarn", body=body, outlet="Tarn Star", received=at(200)))
    assert (
        "Quay Press, 6 Oct 12:00 UTC; a few words differ, none that matter." in draw(wired.ask("/lineage a7"))["text"]
    )


def test_an_agency_whose_own_text_was_not_seen_is_named(empty: Newsroom) -> None:
    for told in STORY[1:3]:
        empty.desk.pipeline.take(a_drop(key=told.outlet, body=told.body, outlet=told.outlet))
    first, copy = (draw(empty.ask(f"/lineage {ref}"))["text"] for ref in ("a1", "a2"))
    assert "Quay Press copy by its credit; the agency’s own was not seen." in first
    assert "A cut of Quay Press’s text, 42 % of Velmouth Echo" in copy
    text = draw(empty.ask("/lineage s1"))["text"]
    assert "first seen: Velmouth Echo, came 6 Oct 2026 12:00 UTC; the agency’s own was not seen" in text


def test_the_card_tells_it_in_one_line(wired: Newsroom) -> None:
    text = draw(wired.ask("/story s1"))["text"]
    assert "6 outlets · 2 independent reports, 1 built on them" in text
    assert "Quay Press copy in 3 outlets, 1 changed it, 1 cut it" in text
    assert "The Osterly Times, 6 Oct 13:30 UTC · builds on Quay Press, 51 % new" in text


def test_the_digest_tells_it_too(wired: Newsroom) -> None:
    text = draw(wired.ask("/digest since 24h"))["text"]
    assert "Quay Press copy in 3 outlets, 1 changed it, 1 cut it" in text


def test_a_story_of_own_reports_says_so(room: Newsroom) -> None:
    text = draw(room.ask("/lineage ferry-harrowmouth"))["text"]
    assert "No report of this story carries another's text." in text
    assert "2 independent reports" in text


def test_where_nothing_is_named_so_the_nearest_are_offered(room: Newsroom) -> None:
    answer = room.ask("/lineage ferri")
    assert {one.line for one in answer.instead} == {"/lineage s1", "/lineage s2"}
    assert len(room.ask("/lineage ferry").candidates) == 2


def test_it_must_be_told_whose(empty: Newsroom) -> None:
    with pytest.raises(UserError, match="Whose text"):
        empty.ask("/lineage")
