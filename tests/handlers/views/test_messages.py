"""What the messages say, read as an editor would: first lines first."""

from __future__ import annotations

from typing import Any

import pytest

from bot.shapes import Change, Decision, Digest, DigestEntry, Moved, QuoteReport, Revised, Story, Version
from handlers import views
from handlers.answers import StoryLine, StoryList, Taken
from handlers.views import Message, ids
from handlers.views.changing import marked, reason
from tests.factories import NOON, a_conflict, a_sheet, a_side, an_article, an_outcome, at
from tests.handlers.views.limits import nodes_of


def elements(message: Message, action: str) -> list[dict[str, Any]]:
    """Everything pressable of an action."""
    return [node for block in message["blocks"] for node in nodes_of(block) if node.get("action_id") == action]


def bold(message: Message) -> list[str]:
    """The words in bold."""
    nodes = [node for block in message["blocks"] for node in nodes_of(block)]
    return [node["text"] for node in nodes if isinstance(node.get("style"), dict) and node["style"].get("bold")]


def links(message: Message) -> list[str]:
    """Where its links lead."""
    return [node["url"] for block in message["blocks"] for node in nodes_of(block) if node.get("type") == "link"]


def a_quote(**fields: Any) -> QuoteReport:
    given = {
        "quote": "q1", "utterance": "u1", "person": "p1", "name": "Maren Halloran", "article": "a1", "version": "v1",
        "story": "s1", "outlet": "The Harbour Post", "url": "https://post.example/ferry", "published": NOON,
        "text": "“It was dark,”", "start": 0, "end": 14, "kind": "direct", "via": None, "confidence": 0.95,
    }  # fmt: skip
    return QuoteReport.model_validate(given | fields)


# --- the card --------------------------------------------------------------------------------


def test_a_card_opens_with_its_headline_and_its_counts() -> None:
    first, second = views.card(a_sheet(conflicts=(a_conflict(),), voices=3))["text"].splitlines()[:2]
    assert first == "Ferry strikes pier"
    assert second == "1 outlet · 3 independent reports · 1 open conflict · latest 6 Oct 2026 12:00 UTC"


def test_copies_stand_behind_the_report_they_copy() -> None:
    copies = [
        an_article(id=f"a{n}", outlet=outlet, outcome="copy", of="a1", published=at(n), seen=at(n))
        for n, outlet in ((2, "Coast Radio"), (3, "Tarrow Star"))
    ]
    text = views.card(a_sheet(articles=(an_article(), *copies)))["text"]
    assert "• The Harbour Post, 6 Oct 12:00 UTC · copied by Coast Radio, Tarrow Star" in text


def test_a_long_story_s_card_shows_the_first_report_and_the_latest() -> None:
    many = tuple(an_article(id=f"a{n}", outlet=f"Outlet {n}", seen=at(n), published=at(n)) for n in range(20))
    text = views.card(a_sheet(articles=many))["text"]
    assert "Outlet 0," in text
    assert "Outlet 19," in text
    assert "Outlet 9," not in text
    assert "14 reports in between" in text


def test_a_conflict_that_is_only_possible_is_not_on_the_card() -> None:
    text = views.card(a_sheet(conflicts=(a_conflict(confidence=0.4, summary="Killed: 9 or 900"),)))["text"]
    assert "9 or 900" not in text
    assert "conflict" not in text


def test_an_unsure_speaker_and_a_second_hand_quote_say_so() -> None:
    text = views.card(a_sheet(quotes=(a_quote(confidence=0.6, via="Coast Radio"),)))["text"]
    assert "Maren Halloran (likely): “It was dark,”" in text
    assert "via Coast Radio" in text


def test_a_quote_leads_to_its_words() -> None:
    assert "https://post.example/ferry#:~:text=It%20was%20dark%2C" in links(views.card(a_sheet(quotes=(a_quote(),))))


def test_a_card_names_the_newest_headline_where_the_story_is_known_by_an_older_one() -> None:
    newer = an_article(id="a2", outlet="Coast Radio", title="Ten dead as ferry strikes pier", published=at(90))
    copy = an_article(id="a3", title="A copy says this", outcome="copy", of="a2", published=at(99))
    text = views.card(a_sheet(articles=(an_article(), newer, copy)))["text"]
    assert text.splitlines()[1] == "Latest: Ten dead as ferry strikes pier – Coast Radio, 6 Oct 13:30 UTC"
    assert "Latest: " not in views.card(a_sheet())["text"]


def test_a_report_without_a_time_says_when_it_came() -> None:
    sheet = a_sheet(articles=(an_article(published=None, seen=at(5)),), quotes=(a_quote(published=None),))
    text = views.card(sheet)["text"]
    assert text.count("The Harbour Post, came 6 Oct 12:05 UTC") == 2
    assert "time unknown" not in text


@pytest.mark.parametrize(
    ("updated", "published", "words"),
    [
        (at(90), NOON, "3 versions, changed 6 Oct 13:30 UTC"),
        (at(90), at(88), "3 versions, the first came 6 Oct 12:00 UTC"),
    ],
    ids=["the page keeps its first time", "the page gives its new time"],
)
def test_a_changed_report_names_both_times(updated: Any, published: Any, words: str) -> None:
    article = an_article(versions=3, updated=updated, published=published)
    assert words in views.card(a_sheet(articles=(article,), revisions=2))["text"]


def test_a_long_quote_ends_with_a_sentence() -> None:
    long_ = a_quote(text=f"“{'It was dark and nobody saw it. ' * 5}Then {'and then ' * 40}”")
    text = views.card(a_sheet(quotes=(long_,)))["text"]
    assert "nobody saw it. … – The Harbour Post" in text


# --- replies ---------------------------------------------------------------------------------


def test_a_conflict_shows_each_side_with_the_words_that_clash_in_bold() -> None:
    sides = (
        a_side(text="Nine people died.", start=100, end=117, spot=(100, 104), says="9 killed"),
        a_side(outlet="Coast Radio", text="It killed twelve.", start=0, end=17, spot=(10, 16), source="the coastguard"),
    )
    message = views.conflict_reply(a_conflict(sides=sides), a_sheet())
    assert {"Nine", "twelve"} <= set(bold(message))
    assert "Coast Radio, 6 Oct 12:00 UTC, from the coastguard: " in message["text"]
    assert "Why: Both tell the toll of one evening. (sure)" in message["text"]


def test_a_long_sentence_is_cut_around_the_words_that_clash() -> None:
    sentence = "word " * 300 + "NINE" + " word" * 300
    message = views.conflict_reply(
        a_conflict(sides=(a_side(text=sentence, start=0, end=len(sentence), spot=(1500, 1504)),)), a_sheet()
    )
    assert "NINE" in bold(message)
    assert len(message["text"]) < 1500


@pytest.mark.parametrize("action", [ids.CONFLICT_CONFIRM, ids.CONFLICT_DISMISS, ids.CONFLICT_UPDATE, ids.CONFLICT_MUTE])
def test_an_open_conflict_can_be_judged(action: str) -> None:
    (button,) = elements(views.conflict_reply(a_conflict(), a_sheet()), action)
    assert button["value"] == "c1"


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"confirmed": True}, "Confirmed: these accounts contradict each other"),
        ({"status": "dismissed"}, "Dismissed: it is no contradiction"),
        ({"status": "superseded"}, "An update: the later account replaces the earlier"),
    ],
)
def test_a_judged_conflict_says_what_and_by_whom_and_can_be_opened_again(fields: dict[str, Any], words: str) -> None:
    message = views.conflict_reply(a_conflict(judged_by="U012ABCDEF", **fields), a_sheet())
    assert f"{words} – U012ABCDEF" in message["text"]
    assert elements(message, ids.CONFLICT_REOPEN)
    assert not elements(message, ids.CONFLICT_DISMISS)


def test_a_further_report_says_what_it_is_and_why() -> None:
    message = views.report_reply(an_article(reason="It tells of the same event."), a_sheet(voices=2))
    assert message["text"].startswith("New report: The Harbour Post, 6 Oct 2026 12:00 UTC")
    assert "It tells of the same event." in message["text"]
    assert "The story now has 2 independent reports from 1 outlet." in message["text"]


def test_a_further_report_says_first_what_it_brings() -> None:
    figures = [Moved(what="killed", before="9", after="10", outlet="The Harbour Post", at=NOON)]
    why = "It belongs to “Ferry strikes pier”: both speak of Tarrow."
    text = views.report_reply(an_article(), a_sheet(), why, figures, ["Maren Halloran", "Piet Voss"])["text"]
    assert "New in it: killed 9 → 10 · first to quote Maren Halloran, Piet Voss" in text
    assert "Belongs here: both speak of Tarrow." in text


REASONS = [
    ("added", "new, with Nine, two", "with the figures nine, two"),
    ("added", "new, with 34", "with the figure 34"),
    ("added", "new", ""),
    ("removed", "no longer there", ""),
    ("headline", "the headline: five became Nine", "five became nine"),
    ("headline", "the headline: a figure was taken out: 214", "now without 214"),
    ("headline", "the headline: another name: Ann became Lee", "another name: Ann became Lee"),
    ("correction", "a correction notice", ""),
    ("attribution", "“said” became “claimed”", "“said” became “claimed”"),
    ("reworded", "denied now", "denied now"),
]


@pytest.mark.parametrize(("kind", "why", "said"), REASONS)
def test_the_reason_of_a_change_says_no_more_than_its_label_leaves_open(kind: str, why: str, said: str) -> None:
    assert reason(kind, why) == said


def test_a_new_headline_is_shown_once() -> None:
    before, after = (
        Version(id=f"v{n}", article="a1", number=n, title=f"Title {n}", published=NOON, seen=at(n), url=None, body="x")
        for n in (1, 2)
    )
    change = Change(kind="headline", before="Title 1", after="Title 2", weight=0.9, matters=True)
    assert views.version_reply(an_article(), before, after, [change])["text"].count("Title 2") == 1


def test_a_later_version_shows_what_matters_and_counts_the_rest() -> None:
    before, after = (
        Version(id=f"v{n}", article="a1", number=n, title="T", published=NOON, seen=at(n), url=None, body="x")
        for n in (1, 2)
    )
    changes = [
        Change(
            kind="number", before="Three died.", after="Nine died.", weight=0.9, matters=True, why="Three became Nine"
        ),
        Change(kind="reworded", before="a", after="b", weight=0.1, matters=False),
    ]
    message = views.version_reply(an_article(), before, after, changes)
    assert "Figure changed: three became nine" in message["text"]
    assert "Not shown: 1 smaller change." in message["text"]
    assert [button["value"] for button in elements(message, ids.PICK)] == ["/what-changed a1"]


def test_a_version_that_went_back_to_an_earlier_text_says_so() -> None:
    first, before, after = (
        Version(id=f"v{n}", article="a1", number=n, title="T", published=NOON, seen=at(n), url=None, body="x")
        for n in (1, 2, 3)
    )
    change = Change(kind="number", before="Nine died.", after="Three died.", weight=0.9, matters=True)
    message = views.version_reply(an_article(), before, after, [change], first)
    assert "went back to its text of 6 Oct 2026 12:01 UTC: version 3" in message["text"]


def test_words_that_went_are_struck_and_words_that_came_are_bold() -> None:
    old, new = marked("Three people died there.", "Nine people died there.", strike=True)
    assert [part["text"] for part in old if part.get("style", {}).get("strike")] == ["Three"]
    assert [part["text"] for part in new if part.get("style", {}).get("bold")] == ["Nine"]


@pytest.mark.parametrize(
    ("outcome", "words"),
    [("new", "Taken in"), ("duplicate", "Known already"), ("rejected", "Not taken in"), ("unpacked", "Opened")],
)
def test_what_became_of_a_drop(outcome: str, words: str) -> None:
    message = views.taken(an_outcome(outcome=outcome, reason="It is empty."), None)
    assert message["text"].startswith(words)
    assert "It is empty." in message["text"]


def test_a_drop_that_raised_conflicts_leads_to_them() -> None:
    message = views.taken(an_outcome(conflicts=("c1", "c2")), a_sheet())
    assert "It raises 2 conflicts with other reports." in message["text"]
    assert [button["value"] for button in elements(message, ids.PICK)] == ["/conflicts s1"]


def test_several_drops_are_listed_and_cannot_be_shared() -> None:
    outcomes = tuple(an_outcome(drop=f"d{n}") for n in range(40))
    message = views.draw(Taken(line="/story", outcomes=outcomes))
    assert "40 drops taken" in message["text"]
    assert "and 25 more" in message["text"]
    assert not elements(message, ids.SHARE)


# --- digests and pages -----------------------------------------------------------------------


def test_a_digest_opens_with_how_much_there_is() -> None:
    sheet, conflict = a_sheet(), a_conflict()
    entries = (DigestEntry(sheet=sheet, fresh=True, reports=1, revised=0, conflicts=(conflict,), new_conflicts=1),)
    text = views.digest(Digest(since=at(-1440), until=NOON, entries=entries, articles=1))["text"]
    assert text.splitlines()[:2] == [
        "Digest: 1 story, 1 new report, 1 open conflict",
        "5 Oct 12:00 UTC to 6 Oct 2026 12:00 UTC",
    ]
    assert "New conflict: Killed: 9 or 12 (figures differ)" in text


def test_a_digest_tells_what_came_what_changed_and_what_is_open_the_new_first() -> None:
    came = tuple(an_article(id=f"a{n}", outlet=f"Outlet {n}") for n in range(3))
    correction = Change(kind="correction", before=None, after="An earlier version said 9.", weight=1, matters=True)
    entry = DigestEntry(
        sheet=a_sheet(voices=7),
        fresh=False,
        reports=3,
        copies=1,
        revised=1,
        came=came,
        moved=(Moved(what="killed", before="9", after="10", outlet="Coast Radio", at=NOON),),
        changes=(Revised(outlet="Tarrow Star", url=None, at=NOON, change=correction, more=2),),
        conflicts=(a_conflict(summary="Fresh"), a_conflict(summary="Old"), *(a_conflict(),) * 3),
        new_conflicts=1,
    )
    text = views.digest(Digest(since=at(-1440), until=NOON, entries=(entry,), articles=3))["text"]
    assert text.splitlines()[2:] == [
        "Ferry strikes pier",
        "• 3 new reports, 1 of them a copy: Outlet 0, Outlet 1, Outlet 2 · 7 independent in all",
        "• Killed: 9 → 10 (Coast Radio, 6 Oct 12:00 UTC)",
        "• Tarrow Star, correction: An earlier version said 9. · 2 further changes",
        "• New conflict: Fresh (figures differ)",
        "• Conflict: Old (figures differ)",
        "• and 3 more open conflicts",
    ]


def a_list(count: int, line: str = "/story") -> StoryList:
    one = StoryLine(line="/story s1", story=a_sheet().story, articles=1, outlets=1, conflicts=0)
    return StoryList(line=line, stories=(one,) * count)


@pytest.mark.parametrize(
    ("page", "label", "value"),
    [(0, "Show 9–16 of 20", "1|/story"), (1, "Show 17–20 of 20", "2|/story"), (2, "Back to the first", "0|/story")],
)
def test_pages_turn_and_come_round(page: int, label: str, value: str) -> None:
    (button,) = elements(views.draw(a_list(20), page), ids.PAGE)
    assert (button["text"]["text"], button["value"]) == (label, value)


@pytest.mark.parametrize(("page", "value"), [(0, "/story"), (1, "1|/story"), (9, "2|/story")])
def test_the_page_that_is_seen_is_the_one_shared(page: int, value: str) -> None:
    assert [button["value"] for button in elements(views.draw(a_list(20), page), ids.SHARE)] == [value]


def test_a_page_beyond_the_end_is_the_last() -> None:
    assert views.draw(a_list(20), 99) == views.draw(a_list(20), 2)


def test_one_page_has_no_page_button_and_a_share_button() -> None:
    message = views.draw(a_list(3))
    assert not elements(message, ids.PAGE)
    assert [button["value"] for button in elements(message, ids.SHARE)] == ["/story"]


def test_a_line_too_long_for_a_button_has_none() -> None:
    assert not elements(views.draw(a_list(20, line="/story " + "x" * 2000)), ids.SHARE)


@pytest.mark.parametrize(("page", "line"), [(0, "/story"), (12, "/who-said a|b")])
def test_a_page_button_s_value_is_read_back(page: int, line: str) -> None:
    assert ids.read_page(ids.page_value(page, line)) == (page, line)


def test_a_bare_line_is_its_first_page() -> None:
    assert ids.read_page("/who-said a|b") == (0, "/who-said a|b")


def test_a_round_up_says_what_else_it_is_of_and_who_put_a_report_where_it_is() -> None:
    other = Story(id="s2", workspace="local", slug="dam", title="Dam bursts above Lund", first=NOON, last=NOON)
    put = Decision(kind="move", status="done", story="s1", other="s2", article="a1", by="Rosa Pike", at=NOON)
    sheet = a_sheet(articles=(an_article(touches=("s2",)),), touched=(other,), decisions=(put,))
    told = views.card(sheet)["text"]
    assert "a round-up, also of “Dam bursts above Lund” · put here by Rosa Pike on 6 Oct 2026" in told
    undone = put.model_copy(update={"status": "undone"})
    assert "put here" not in views.card(sheet.model_copy(update={"decisions": (undone,)}))["text"]
