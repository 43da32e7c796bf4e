"""Messages and mentions: what becomes a drop, what is answered, and that Slack's retries change nothing."""

from __future__ import annotations

from typing import Any

import pytest

from bot.errors import StoreError
from bot.shapes import Asked
from handlers.asking import line_of
from handlers.commands import Asker
from handlers.events.mention import in_thread
from tests.fake_slack import EDITOR, NEWSROOM
from tests.handlers.conftest import Newsroom
from tests.store.archive import a_notice, a_story, an_article

LINK = "have a look <https://post.example/ferry|post.example/ferry>"
FILE = {
    "id": "F1", "name": "wire.txt", "title": "wire", "mimetype": "text/plain", "filetype": "text", "size": 20,
    "url_private": "https://files.slack.example/F1/wire.txt", "permalink": "https://slack.example/files/F1",
    "url_private_download": "https://files.slack.example/F1/download/wire.txt", "created": 1700000000,
}  # fmt: skip


def test_a_link_is_kept_before_slack_hears_that_it_was_taken(newsroom: Newsroom) -> None:
    assert newsroom.sends.message(LINK, ts="7.1").status == 200

    [drop] = newsroom.waiting
    assert (drop.source, drop.where) == ("link", "https://post.example/ferry")
    assert drop.asked == Asked(channel=NEWSROOM, thread="7.1", user=EDITOR, message="7.1")
    assert newsroom.wakes == ["woken"]
    [reaction] = newsroom.slack.called("reactions.add")
    assert (reaction["channel"], reaction["timestamp"], reaction["name"]) == (NEWSROOM, "7.1", "eyes")


def test_in_a_thread_the_answer_goes_to_the_thread_and_the_eyes_to_the_message(newsroom: Newsroom) -> None:
    newsroom.sends.message(LINK, ts="7.2", thread_ts="7.1")

    asked = newsroom.waiting[0].asked
    assert asked
    assert (asked.thread, asked.message) == ("7.1", "7.2")
    assert newsroom.slack.called("reactions.add")[0]["timestamp"] == "7.2"


def test_a_file_is_kept(newsroom: Newsroom) -> None:
    newsroom.sends.message("", subtype="file_share", files=[FILE])

    [drop] = newsroom.waiting
    assert drop.source == "upload"


def test_every_link_and_file_of_a_message_is_a_drop(newsroom: Newsroom) -> None:
    newsroom.sends.message(f"{LINK} and <https://coast.example/b>", subtype="file_share", files=[FILE])

    assert len(newsroom.waiting) == 3
    assert len(newsroom.slack.called("reactions.add")) == 1


NOT_FOR_US: list[dict[str, Any]] = [
    {"text": "no link here"},
    {"text": LINK, "bot_id": "B0FEEDREADER", "subtype": "bot_message"},
    {"text": LINK, "bot_id": "B0COPYDESK", "user": "U0COPYDESK"},
    {"text": LINK, "subtype": "message_changed"},
    {"text": LINK, "subtype": "message_deleted"},
    {"text": LINK, "subtype": "channel_topic"},
    {"text": "<@U0COPYDESK> what changed <https://post.example/ferry>"},
]


@pytest.mark.parametrize("message", NOT_FOR_US)
def test_what_is_no_drop(newsroom: Newsroom, message: dict[str, Any]) -> None:
    assert newsroom.sends.message(**message).status == 200
    assert (newsroom.waiting, newsroom.slack.called("reactions.add"), newsroom.wakes) == ([], [], [])


def test_an_event_that_slack_sends_again_changes_nothing(newsroom: Newsroom) -> None:
    for _ in range(3):
        assert newsroom.sends.message(LINK, event_id="Ev7").status == 200

    assert len(newsroom.waiting) == 1
    assert len(newsroom.slack.called("reactions.add")) == 1
    assert newsroom.wanted() == []


def test_where_the_store_is_away_slack_is_told_to_try_again(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_: object) -> bool:
        raise StoreError("no disk")

    with monkeypatch.context() as broken:
        broken.setattr(newsroom.store, "keep_drop", away)
        assert newsroom.sends.message(LINK, event_id="Ev7").status == 500
    assert not newsroom.slack.called("chat.postEphemeral"), "an apology for each try would be noise"

    assert newsroom.sends.message(LINK, event_id="Ev7").status == 200
    assert len(newsroom.waiting) == 1


def test_a_link_posted_again_is_answered_where_it_was_posted_again(newsroom: Newsroom) -> None:
    newsroom.sends.message(LINK, ts="7.1")
    newsroom.sends.message(LINK, ts="8.1")

    assert len(newsroom.waiting) == 1
    [key] = newsroom.wanted()
    posting = newsroom.store.posting("local", key)
    assert posting
    assert (posting.notice.kind, posting.notice.thread) == ("answer", "8.1")
    assert posting.notice.subject == newsroom.waiting[0].key


def test_without_the_reaction_the_drop_is_taken_all_the_same(newsroom: Newsroom) -> None:
    newsroom.slack.refuse("reactions.add", "missing_scope")
    assert newsroom.sends.message(LINK).status == 200
    assert len(newsroom.waiting) == 1


# --- mentions --------------------------------------------------------------------------------

SPOKEN = [
    ("<@U0COPYDESK> who said Ash Carter", "/who-said Ash Carter"),
    ("<@U0COPYDESK> Who-said Ash Carter", "/who-said Ash Carter"),
    ("<@U0COPYDESK|copydesk>: what changed", None),
    ("<@U0COPYDESK> /what-changed s3 since 24h", "/what-changed s3 since 24h"),
    ("What changed <@U0COPYDESK>", "/what-changed"),
    ("<@U0COPYDESK> conflicts", "/conflicts"),
    ("<@U0COPYDESK> conflictsome", None),
    ("<@U0COPYDESK> please", None),
    ("who said Ash Carter", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "line"), SPOKEN)
def test_a_command_in_plain_words(text: str, line: str | None) -> None:
    assert line_of(text) == line


@pytest.mark.parametrize("error", ["not_in_channel", "channel_not_found"])
def test_a_channel_told_to_follow_hears_that_it_must_invite(newsroom: Newsroom, error: str) -> None:
    newsroom.slack.refuse("conversations.history", error)
    newsroom.sends.command("/copydesk", "follow")
    newsroom.sends.command("/copydesk", "settings")
    first, then = newsroom.answers
    assert "Story cards are on" in first["text"]
    assert "/invite @copydesk" in first["text"]
    assert "/invite" not in then["text"]


def test_a_mention_is_answered_in_its_thread_for_all_to_see(newsroom: Newsroom) -> None:
    newsroom.sends.mention("<@U0COPYDESK> conflicts", ts="7.1")

    [post] = newsroom.slack.called("chat.postMessage")
    assert (post["channel"], post["thread_ts"]) == (NEWSROOM, "7.1")
    assert "share" not in str(post["blocks"])


def test_in_a_storys_thread_a_command_means_that_story(newsroom: Newsroom) -> None:
    story = a_story(newsroom.store, workspace="local")
    an_article(newsroom.store, story, workspace="local")
    key = f"card:{NEWSROOM}:{story}"
    newsroom.store.want(a_notice(key=key, workspace="local", channel=NEWSROOM, subject=story), newsroom.desk.clock())
    newsroom.store.told("local", key, 1, "7.1")

    newsroom.sends.mention("<@U0COPYDESK> story", ts="7.2", thread_ts="7.1")

    [post] = newsroom.slack.called("chat.postMessage")
    assert post["thread_ts"] == "7.1"
    assert "Ferry pier" in post["text"]


LINES_IN_A_THREAD = [
    ("/conflicts", "/conflicts s1"),
    ("/conflicts all", "/conflicts s1 all"),
    ("/what-changed since 24h", "/what-changed s1 since 24h"),
    ("/what-changed The Harbour Post vs Coast Radio", "/what-changed s1 The Harbour Post vs Coast Radio"),
    ("/what-changed s4 The Harbour Post vs Coast Radio", "/what-changed s4 The Harbour Post vs Coast Radio"),
    ("/what-changed s4", "/what-changed s4"),
    ("/story ferry", "/story ferry"),
    ("/who-said Mira Holt", "/who-said Mira Holt"),
    ("/digest", "/digest"),
]


@pytest.mark.parametrize(("line", "meant"), LINES_IN_A_THREAD)
def test_which_commands_take_the_story_of_the_thread(newsroom: Newsroom, line: str, meant: str) -> None:
    key = f"card:{NEWSROOM}:s1"
    newsroom.store.want(a_notice(key=key, workspace="local", channel=NEWSROOM), newsroom.desk.clock())
    newsroom.store.told("local", key, 1, "7.1")
    assert in_thread(line, newsroom.store, Asker("local", NEWSROOM, EDITOR, "7.1")) == meant
    assert in_thread(line, newsroom.store, Asker("local", NEWSROOM, EDITOR, "9.9")) == line


def test_a_mention_without_a_command_gets_help(newsroom: Newsroom) -> None:
    newsroom.sends.mention("<@U0COPYDESK> hello?")
    assert "/who-said" in newsroom.slack.called("chat.postMessage")[0]["text"]


def test_a_mention_with_a_link_and_no_command_is_left_to_the_message(newsroom: Newsroom) -> None:
    newsroom.sends.mention(f"<@U0COPYDESK> {LINK}", ts="7.1")
    newsroom.sends.message(f"<@U0COPYDESK> {LINK}", ts="7.1")

    assert not newsroom.slack.called("chat.postMessage")
    assert len(newsroom.waiting) == 1


def test_a_mention_that_slack_sends_again_is_answered_once(newsroom: Newsroom) -> None:
    for _ in range(2):
        assert newsroom.sends.mention("<@U0COPYDESK> conflicts", event_id="Ev9").status == 200
    assert len(newsroom.slack.called("chat.postMessage")) == 1


def test_another_bot_is_not_answered(newsroom: Newsroom) -> None:
    newsroom.sends.mention("<@U0COPYDESK> conflicts", bot_id="B0OTHER", user="U0OTHERBOT")
    assert not newsroom.slack.called("chat.postMessage")


def test_a_mistake_is_told_to_whoever_made_it_alone(newsroom: Newsroom) -> None:
    newsroom.sends.mention('<@U0COPYDESK> who said "an unclosed', ts="7.2", thread_ts="7.1")

    [told] = newsroom.slack.called("chat.postEphemeral")
    assert (told["user"], told["thread_ts"]) == (EDITOR, "7.1")
    assert "quotation mark" in told["text"]


def test_the_home_tab_shows_the_commands(newsroom: Newsroom) -> None:
    newsroom.sends.event({"type": "app_home_opened", "user": EDITOR, "channel": "D1", "tab": "home"})

    [published] = newsroom.slack.called("views.publish")
    assert published["user_id"] == EDITOR
    assert "/who-said" in str(published["view"]["blocks"])
