"""Saying which report belongs in which story, by button and menu, and taking it back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

import bot.filing
from bot.shapes import Channel, Decision, Maybe, Placement
from handlers.commands import Asker, ask
from handlers.events.mention import in_thread
from handlers.showing import message
from handlers.views import draw, ids
from tests.factories import a_drop, at
from tests.fake_slack import EDITOR, NEWSROOM
from tests.handlers.conftest import Newsroom

FERRY = """Nine people died when the ferry Alda struck the north pier at Orsund on Tuesday evening, the coastguard said.

"The rudder did not answer," said Lars Vik of the coastguard, who had spoken to the captain of the Alda."""

PIER = """Twelve people died in Orsund's harbour on Tuesday evening, according to the town's hospital.

"We have counted twelve," said Dr Mira Holt of the hospital, where the families waited through the night."""

COUNCIL = """The council of Velmouth voted on Tuesday to sell the old library to a hotel company for two million crowns.

"It stood empty for years," said the mayor, Piet Voss, after the vote."""

TITLES = {"Ferry strikes pier": FERRY, "Twelve dead in the harbour": PIER, "Library is sold": COUNCIL}

Shown = dict[str, Any]


@pytest.fixture
def newsroom(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> Newsroom:
    """Three stories of one report each, told in a channel; the second may be the event of the first."""
    placements = iter(
        [
            Placement(story=None, score=0.0, reason="It opens a new story."),
            Placement(
                story=None, score=0.2, reason="It opens a new story.",
                maybe=(Maybe(story="s1", score=0.2, reason="Both speak of Orsund."),),
            ),
            Placement(story=None, score=0.0, reason="It opens a new story."),
        ]
    )  # fmt: skip
    with monkeypatch.context() as patched:
        patched.setattr(bot.filing, "place", lambda *_: next(placements))
        newsroom.store.save_channel(Channel(workspace="local", id=NEWSROOM))
        for nth, (title, body) in enumerate(TITLES.items(), 1):
            drop = a_drop(
                key=f"d{nth}", id=f"d{nth}", title=title, body=body, outlet=f"Paper {nth}", published=at(nth),
                received=at(nth),
            )  # fmt: skip
            newsroom.desk.pipeline.take(drop)
    tell(newsroom)
    return newsroom


def tell(newsroom: Newsroom) -> list[str]:
    """What is due is told; the keys of it."""
    told: list[str] = []
    while due := newsroom.store.due_postings(at(9999), limit=100):
        for posting in due:
            key, ts = posting.notice.key, posting.ts or f"{len(told) + 1}.{posting.notice.kind}{posting.notice.subject}"
            newsroom.store.told("local", key, posting.wanted, ts)
            told.append(key)
    return told


def shown(newsroom: Newsroom, kind: str, subject: str) -> Shown:
    """What a told message shows now."""
    posting = newsroom.store.posting("local", f"{kind}:{NEWSROOM}:{subject}")
    assert posting, f"no {kind} of {subject} was asked for"
    drawn = message(newsroom.store, posting.notice)
    assert drawn
    return dict(drawn)


def asked(newsroom: Newsroom, line: str) -> Shown:
    return dict(draw(ask(line, newsroom.desk, Asker("local", None, EDITOR))))


def pressable(drawn: Shown, action: str) -> list[str]:
    """The values of what can be pressed in a message, a menu's options each."""

    def values() -> Iterator[str]:
        for block in drawn["blocks"]:
            for element in block.get("elements", []) if block["type"] == "actions" else []:
                if element["action_id"] == action:
                    yield from [one["value"] for one in element.get("options", [element])]

    return list(values())


def press(newsroom: Newsroom, action: str, value: str, menu: bool = False) -> Shown:
    """Presses a button, or chooses from a menu; the answer to it."""
    chosen = {"type": "static_select", "selected_option": {"value": value}} if menu else {"value": value}
    response = newsroom.sends.press({"action_id": action, **chosen})
    assert response.status == 200
    said: Shown = newsroom.answers[-1]
    return said


def articles(newsroom: Newsroom, story: str) -> list[str]:
    sheet = newsroom.store.sheet("local", story)
    assert sheet
    return sorted(article.id for article in sheet.articles)


def decision(newsroom: Newsroom, number: int = 1) -> Decision:
    found = newsroom.store.decision("local", f"d{number}")
    assert found
    return found


# --- same story? -----------------------------------------------------------------------------


def test_a_story_that_may_be_another_is_asked_about_once_in_its_thread(newsroom: Newsroom) -> None:
    drawn = shown(newsroom, "question", "d1")
    posting = newsroom.store.posting("local", f"question:{NEWSROOM}:d1")
    assert posting
    assert posting.notice.parent == f"card:{NEWSROOM}:s2"
    assert "Same story?" in drawn["text"]
    assert "Ferry strikes pier · 1 outlet, 1 report" in drawn["text"]
    assert "Both speak of Orsund." in drawn["text"]
    assert pressable(drawn, ids.STORY_SAME) == pressable(drawn, ids.STORY_OTHER) == ["d1"]


def test_same_story_makes_them_one(newsroom: Newsroom) -> None:
    said = press(newsroom, ids.STORY_SAME, "d1")

    assert said["text"] == "One story now: “Twelve dead in the harbour” is part of “Ferry strikes pier”."
    assert (said["response_type"], said["replace_original"]) == ("ephemeral", False)
    assert newsroom.wakes == ["woken"]
    assert articles(newsroom, "s2") == articles(newsroom, "s1") == ["a1", "a2"]
    assert {f"{kind}:{NEWSROOM}:{subject}" for kind, subject in [
        ("card", "s1"), ("card", "s2"), ("question", "d1"), ("decision", "d1"),
    ]} <= set(tell(newsroom))  # fmt: skip
    question = shown(newsroom, "question", "d1")
    assert "Same story – U0EDITOR, 6 Oct 2026" in question["text"]
    assert pressable(question, ids.STORY_UNDO) == ["d1"]
    assert not pressable(question, ids.STORY_SAME)
    joined = shown(newsroom, "decision", "d1")
    assert "Joined: “Twelve dead in the harbour” is part of this story now, with 1 report" in joined["text"]


def test_the_card_of_a_merged_story_leads_to_the_thread_it_is_part_of(newsroom: Newsroom) -> None:
    press(newsroom, ids.STORY_SAME, "d1")
    card = shown(newsroom, "card", "s2")
    assert card["blocks"][0]["text"]["text"] == "Twelve dead in the harbour"
    kept = newsroom.store.posting("local", f"card:{NEWSROOM}:s1")
    assert kept
    assert kept.ts
    links = [part for part in card["blocks"][1]["elements"][0]["elements"] if part["type"] == "link"]
    assert [one["url"] for one in links] == [f"https://slack.com/archives/{NEWSROOM}/p{kept.ts.replace('.', '')}"]
    assert pressable(card, ids.PICK) == ["/story s1"]


def test_a_question_in_the_thread_of_a_merged_story_is_about_the_one_it_is_part_of(newsroom: Newsroom) -> None:
    thread = newsroom.store.posting("local", f"card:{NEWSROOM}:s2")
    assert thread
    press(newsroom, ids.STORY_SAME, "d1")
    line = in_thread("/story", newsroom.store, Asker("local", NEWSROOM, EDITOR, thread.ts))
    for typed in (line, "/story s2", "/story twelve-dead-harbour"):
        assert "Ferry strikes pier" in asked(newsroom, typed)["blocks"][0]["text"]["text"]


def test_reports_that_meet_are_held_against_each_other(newsroom: Newsroom) -> None:
    assert newsroom.store.conflicts("local") == []
    press(newsroom, ids.STORY_SAME, "d1")
    (conflict,) = newsroom.store.conflicts("local", "s1")
    assert {side.article for side in conflict.sides} == {"a1", "a2"}
    assert f"conflict:{NEWSROOM}:{conflict.id}" in tell(newsroom)
    press(newsroom, ids.STORY_UNDO, "d1")
    parted = newsroom.store.conflict("local", conflict.id)
    assert parted
    assert parted.status == "resolved"
    assert f"conflict:{NEWSROOM}:{conflict.id}" in newsroom.wanted()
    assert "one of these reports is in another story now" in shown(newsroom, "conflict", conflict.id)["text"]


DIVERS = """Ten people died when the ferry Alda struck the north pier at Orsund on Tuesday evening, divers said.

The wreck lies on its side in eleven metres of water, and a crane was on its way from Halden to raise it."""

MAYOR = """Fifteen people died in Orsund's harbour on Tuesday evening, the mayor's office said in a short statement.

Flags will hang at half mast for a week, and the fish market will stay shut until the funerals are over."""


def test_conflicts_of_one_thing_become_one_and_two_again(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    for nth, (story, body) in enumerate({"s1": DIVERS, "s2": MAYOR}.items(), 5):
        placement = Placement(story=story, score=0.5, reason="It belongs there.")
        monkeypatch.setattr(bot.filing, "place", lambda *_, found=placement: found)
        drop = a_drop(key=f"d{nth}", id=f"d{nth}", title=body[:20], body=body, published=at(nth), received=at(nth))
        newsroom.desk.pipeline.take(drop)

    def told(story: str) -> list[set[str]]:
        kept = [one for one in newsroom.store.conflicts("local", story) if one.status == "open"]
        return [{side.article for side in one.sides} for one in kept]

    assert (told("s1"), told("s2")) == ([{"a1", "a4"}], [{"a2", "a5"}])
    press(newsroom, ids.STORY_SAME, "d1")
    assert told("s1") == [{"a1", "a2", "a4", "a5"}]
    press(newsroom, ids.STORY_UNDO, "d1")
    assert (told("s1"), told("s2")) == ([{"a1", "a4"}], [{"a2", "a5"}])


def test_a_later_report_of_a_merged_story_goes_to_the_kept_thread(newsroom: Newsroom) -> None:
    press(newsroom, ids.STORY_SAME, "d1")
    tell(newsroom)
    copy = a_drop(key="d9", id="d9", title="Twelve are dead", body=PIER, outlet="Coast Radio", received=at(9))
    (outcome,) = newsroom.desk.pipeline.take(copy)
    assert (outcome.outcome, outcome.story) == ("copy", "s1")
    assert newsroom.wanted() == [f"card:{NEWSROOM}:s1"]


def test_undo_makes_two_of_it_again_and_asks_again(newsroom: Newsroom) -> None:
    said = press(newsroom, ids.STORY_SAME, "d1")
    undone = press(newsroom, ids.STORY_UNDO, pressable(said, ids.STORY_UNDO)[0])
    assert "are two stories. The question is open again." in undone["text"]
    assert (articles(newsroom, "s1"), articles(newsroom, "s2")) == (["a1"], ["a2"])
    assert newsroom.store.pairs("local") == []
    tell(newsroom)
    assert pressable(shown(newsroom, "question", "d1"), ids.STORY_SAME) == ["d1"]
    assert "is a story of its own again" in shown(newsroom, "decision", "d1")["text"]
    assert "Now part of" not in shown(newsroom, "card", "s2")["text"]


def test_another_story_is_kept_as_a_pair_and_asked_about_no_more(newsroom: Newsroom) -> None:
    said = press(newsroom, ids.STORY_OTHER, "d1")
    assert "stay two whatever comes in" in said["text"]
    (pair,) = newsroom.store.pairs("local")
    assert (pair.one, pair.other, pair.same, pair.by) == ("a1", "a2", False, EDITOR)
    assert pair.score is not None
    assert newsroom.wanted() == [f"card:{NEWSROOM}:s1", f"card:{NEWSROOM}:s2", f"question:{NEWSROOM}:d1"]
    question = shown(newsroom, "question", "d1")
    assert "Another story – U0EDITOR" in question["text"]
    assert pressable(question, ids.STORY_UNDO) == ["d1"]


def test_a_question_that_was_answered_is_not_answered_again(newsroom: Newsroom) -> None:
    press(newsroom, ids.STORY_OTHER, "d1")
    assert press(newsroom, ids.STORY_SAME, "d1")["text"] == "That has been answered. Undo the answer first."
    assert articles(newsroom, "s2") == ["a2"]


def test_an_open_question_stands_in_what_story_answers(newsroom: Newsroom) -> None:
    drawn = asked(newsroom, "/story s2")
    assert "Same story? “Ferry strikes pier” may be this event. Both speak of Orsund." in drawn["text"]
    assert pressable(drawn, ids.STORY_SAME) == ["d1"]
    press(newsroom, ids.STORY_SAME, "d1")
    drawn = asked(newsroom, "/story s1")
    assert "“Twelve dead in the harbour” is part of this story – U0EDITOR, 6 Oct 2026" in drawn["text"]
    assert not pressable(drawn, ids.STORY_SAME)


# --- merging what was not asked about --------------------------------------------------------


def test_an_editor_merges_what_copydesk_did_not_think_of(newsroom: Newsroom) -> None:
    menu = press(newsroom, ids.STORY_WRONG, "s2")
    choices = pressable(menu, ids.STORY_MERGE)
    assert "s1|s2|" in choices
    press(newsroom, ids.STORY_MERGE, "s1|s3|", menu=True)
    made = decision(newsroom, 2)
    assert (made.kind, made.status, made.story, made.other, made.by) == ("merge", "done", "s1", "s3", EDITOR)
    assert [(pair.one, pair.other, pair.same) for pair in newsroom.store.pairs("local")] == [("a1", "a3", True)]
    assert f"decision:{NEWSROOM}:d2" in tell(newsroom)


def test_who_merges_what_was_asked_about_has_answered(newsroom: Newsroom) -> None:
    press(newsroom, ids.STORY_MERGE, "s1|s2|", menu=True)
    assert (decision(newsroom).status, decision(newsroom).by) == ("done", EDITOR)
    assert "Same story – U0EDITOR" in shown(newsroom, "question", "d1")["text"]
    assert len(newsroom.store.decisions("local", "s1")) == 1


def test_a_question_about_a_story_that_is_part_of_another_by_now_is_about_that(newsroom: Newsroom) -> None:
    press(newsroom, ids.STORY_MERGE, "s3|s1|")
    assert articles(newsroom, "s1") == ["a1", "a3"]
    press(newsroom, ids.STORY_SAME, "d1")
    assert articles(newsroom, "s2") == ["a1", "a2", "a3"]


def test_a_merge_against_what_somebody_said_asks_first(newsroom: Newsroom) -> None:
    press(newsroom, ids.STORY_OTHER, "d1")
    said = press(newsroom, ids.STORY_MERGE, "s1|s2|")
    assert "U0EDITOR said on 6 Oct 2026 that “Ferry strikes pier” and “Twelve dead" in said["text"]
    assert "Merge all the same?" in said["text"]
    assert articles(newsroom, "s2") == ["a2"]

    assert press(newsroom, ids.STORY_LEAVE, pressable(said, ids.STORY_LEAVE)[0])["text"] == "All stays as it is."
    press(newsroom, ids.STORY_MERGE, pressable(said, ids.STORY_MERGE)[0])

    assert articles(newsroom, "s2") == ["a1", "a2"]
    assert [pair.same for pair in newsroom.store.pairs("local")] == [True]


def test_two_stories_are_named_to_be_made_one(newsroom: Newsroom) -> None:
    drawn = asked(newsroom, "/story library | pier")
    assert "Are they the same event?" in drawn["text"]
    assert "“Library is sold” · 1 outlet, 1 report" in drawn["text"]
    press(newsroom, ids.STORY_MERGE, pressable(drawn, ids.STORY_MERGE)[0])
    assert articles(newsroom, "s3") == ["a1", "a3"]
    assert "They are one story already" in asked(newsroom, "/story s3 | s1")["text"]
    assert "No story is called “zzz”" in asked(newsroom, "/story s1 | zzz")["text"]


def test_stories_that_are_one_already_are_said_to_be(newsroom: Newsroom) -> None:
    press(newsroom, ids.STORY_SAME, "d1")
    assert press(newsroom, ids.STORY_MERGE, "s1|s2|")["text"] == "They are one story already."


# --- a report in the wrong story -------------------------------------------------------------


@pytest.fixture
def merged(newsroom: Newsroom) -> Newsroom:
    """Two of the stories are one, with a copy of the second's report."""
    press(newsroom, ids.STORY_SAME, "d1")
    newsroom.desk.pipeline.take(a_drop(key="d9", id="d9", title="Twelve", body=PIER, outlet="Radio", received=at(9)))
    tell(newsroom)
    return newsroom


def test_a_report_that_does_not_belong_goes_to_a_story_of_its_own(merged: Newsroom) -> None:
    menu = press(merged, ids.STORY_WRONG, "s1")
    assert "a2" in pressable(menu, ids.STORY_PART)
    where = press(merged, ids.STORY_PART, "a2", menu=True)
    assert "Where does “Twelve dead in the harbour” (Paper 2) belong?" in where["text"]
    assert "The copy of it (Radio) will go along." in where["text"]

    said = press(merged, ids.STORY_MOVE, pressable(where, ids.STORY_MOVE)[0])

    assert said["text"].startswith("“Twelve dead in the harbour” is a story of its own now, and stays there whatever")
    own = decision(merged, 2).story
    assert (articles(merged, "s1"), articles(merged, own)) == (["a1"], ["a2", "a4"])
    assert [(pair.one, pair.other, pair.same) for pair in merged.store.pairs("local")] == [("a1", "a2", False)]
    assert {f"card:{NEWSROOM}:s1", f"card:{NEWSROOM}:{own}", f"decision:{NEWSROOM}:d2"} <= set(tell(merged))
    told = shown(merged, "decision", "d2")
    assert "Not this story: Paper 2" in told["text"]
    assert "put here by U0EDITOR on 6 Oct 2026" in shown(merged, "card", own)["text"]

    press(merged, ids.STORY_UNDO, pressable(said, ids.STORY_UNDO)[0])
    assert articles(merged, own) == articles(merged, "s1") == ["a1", "a2", "a4"]
    assert "Now part of" in shown(merged, "card", own)["text"]


def test_a_report_goes_to_a_story_that_is_chosen(merged: Newsroom) -> None:
    press(merged, ids.STORY_MOVE, "a2|s3", menu=True)
    assert articles(merged, "s3") == ["a2", "a3", "a4"]
    said = {(pair.one, pair.other): pair.same for pair in merged.store.pairs("local")}
    assert said == {("a1", "a2"): False, ("a2", "a3"): True}


def test_a_move_against_what_somebody_said_asks_first(merged: Newsroom) -> None:
    press(merged, ids.STORY_MOVE, "a2|s3")
    said = press(merged, ids.STORY_MOVE, "a2|s1")
    assert "Put it there all the same?" in said["text"]
    assert articles(merged, "s3") == ["a2", "a3", "a4"]
    press(merged, ids.STORY_MOVE, pressable(said, ids.STORY_MOVE)[0])
    assert articles(merged, "s1") == ["a1", "a2", "a4"]


def test_the_reply_about_a_moved_report_says_where_it_is(merged: Newsroom) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(bot.filing, "place", lambda *_: Placement(story="s1", score=0.5, reason="It belongs there."))
        body = "Divers looked for the captain of the Alda until dark on Wednesday, the harbour office said. " * 3
        merged.desk.pipeline.take(a_drop(key="d5", id="d5", title="Divers", body=body, outlet="Five", received=at(9)))
    tell(merged)
    press(merged, ids.STORY_MOVE, "a5|s3")
    assert f"report:{NEWSROOM}:a5" in tell(merged)
    assert "It is in “Library is sold” now." in shown(merged, "report", "a5")["text"]


@pytest.mark.parametrize(
    ("action", "value"),
    [
        (ids.STORY_SAME, "d99"),
        (ids.STORY_OTHER, "d99"),
        (ids.STORY_UNDO, "d99"),
        (ids.STORY_WRONG, "s99"),
        (ids.STORY_PART, "a99"),
        (ids.STORY_MOVE, "a99|s1"),
        (ids.STORY_MOVE, "a1|s99"),
        (ids.STORY_MERGE, "s1|s99|"),
        (ids.STORY_MERGE, "nonsense"),
    ],
)
def test_what_is_gone_is_said_to_be_gone(newsroom: Newsroom, action: str, value: str) -> None:
    assert "no longer kept" in press(newsroom, action, value)["text"]


def test_the_only_report_of_a_story_is_not_moved_to_one_of_its_own(newsroom: Newsroom) -> None:
    assert press(newsroom, ids.STORY_MOVE, "a3|")["text"] == "It is there already."


def test_a_channel_that_was_told_nothing_is_told_nothing(newsroom: Newsroom) -> None:
    newsroom.store.save_channel(Channel(workspace="local", id="C0OTHER"))
    press(newsroom, ids.STORY_SAME, "d1")
    assert all("C0OTHER" not in key for key in newsroom.wanted())
