"""Buttons, menus and the message shortcut."""

from __future__ import annotations

from typing import Any

import pytest

from bot.shapes import Channel, Conflict
from handlers.public import public
from handlers.views import ids
from tests.factories import a_conflict
from tests.fake_slack import EDITOR, NEWSROOM
from tests.handlers.conftest import Newsroom
from tests.store.archive import a_notice, a_story, an_article, say

PRIVATE = {"container": {"type": "message", "message_ts": "9.1", "channel_id": NEWSROOM, "is_ephemeral": True}}


def a_kept_conflict(newsroom: Newsroom, told: bool = True) -> Conflict:
    """A conflict between two reports of a story, told in the newsroom or not."""
    store, now = newsroom.store, newsroom.desk.clock()
    story = a_story(store, workspace="local")
    for drop, outlet in (("d1", "The Harbour Post"), ("d2", "Coast Radio")):
        url = f"https://{drop}.example/ferry"
        an_article(store, story, workspace="local", drop=drop, outlet=outlet, url=url, canonical=url, body=outlet)
    conflict = store.save_conflict("local", story, a_conflict(id="", story=""))
    store.save_channel(Channel(workspace="local", id=NEWSROOM))
    if told:
        for kind, subject in (("card", story), ("conflict", conflict.id)):
            key = f"{kind}:{NEWSROOM}:{subject}"
            notice = a_notice(key=key, workspace="local", channel=NEWSROOM, kind=kind, subject=subject)
            store.want(notice, now)
            store.told("local", key, 1, "7.1")
    return conflict


def press(newsroom: Newsroom, action_id: str, value: str, **payload: Any) -> None:
    action = {"type": "button", "action_id": action_id, "value": value, "block_id": "b", "action_ts": "1.2"}
    container = {"type": "message", "message_ts": "7.2", "channel_id": NEWSROOM, "thread_ts": "7.1"}
    response = newsroom.sends.interact(
        {"type": "block_actions", "container": container, "message": {"ts": "7.2"}, "actions": [action], **payload}
    )
    assert response.status == 200


def buttons(drawn: dict[str, Any], action: str) -> list[dict[str, Any]]:
    rows = [block["elements"] for block in drawn["blocks"] if block["type"] == "actions"]
    return [button for row in rows for button in row if button["action_id"] == action]


DECISIONS = [
    (ids.CONFLICT_CONFIRM, "open", True),
    (ids.CONFLICT_DISMISS, "dismissed", False),
    (ids.CONFLICT_UPDATE, "superseded", False),
    (ids.CONFLICT_REOPEN, "open", False),
    (ids.CONFLICT_MUTE, "dismissed", False),
]


@pytest.mark.parametrize(("action", "status", "confirmed"), DECISIONS)
def test_a_decision_is_kept_and_what_was_posted_is_edited(
    newsroom: Newsroom, action: str, status: str, confirmed: bool
) -> None:
    conflict = a_kept_conflict(newsroom)

    press(newsroom, action, conflict.id)

    kept = newsroom.store.conflict("local", conflict.id)
    assert kept
    assert (kept.status, kept.confirmed) == (status, confirmed)
    assert sorted(newsroom.wanted()) == [f"card:{NEWSROOM}:{conflict.story}", f"conflict:{NEWSROOM}:{conflict.id}"]
    [said] = newsroom.answers
    assert (said["response_type"], said["replace_original"], said["thread_ts"]) == ("ephemeral", False, "7.1")
    assert newsroom.wakes == ["woken"]


def test_muting_holds_for_the_kind_in_that_story(newsroom: Newsroom) -> None:
    conflict = a_kept_conflict(newsroom)
    press(newsroom, ids.CONFLICT_MUTE, conflict.id)
    assert newsroom.store.muted_kinds("local", conflict.story) == [conflict.kind]


def test_a_decision_on_a_conflict_that_was_never_told_posts_nothing(newsroom: Newsroom) -> None:
    conflict = a_kept_conflict(newsroom, told=False)
    press(newsroom, ids.CONFLICT_DISMISS, conflict.id)
    assert newsroom.wanted() == []


def test_a_decision_in_a_list_is_shown_in_its_place(newsroom: Newsroom) -> None:
    conflict = a_kept_conflict(newsroom)
    value = ids.listed_value(conflict.id, 0, f"/conflicts {conflict.story}")

    press(newsroom, ids.CONFLICT_DISMISS, value, **PRIVATE)

    [drawn] = newsroom.answers
    assert drawn["replace_original"] is True
    assert "Dismissed: it is no contradiction" in drawn["text"]
    assert value in {node.get("value") for node in buttons(drawn, ids.CONFLICT_REOPEN)}
    kept = newsroom.store.conflict("local", conflict.id)
    assert kept
    assert kept.status == "dismissed"


def test_one_opened_again_from_a_list_comes_back_open(newsroom: Newsroom) -> None:
    conflict = a_kept_conflict(newsroom)
    value = ids.listed_value(conflict.id, 0, "/conflicts")
    press(newsroom, ids.CONFLICT_DISMISS, value, **PRIVATE)
    press(newsroom, ids.CONFLICT_REOPEN, value, **PRIVATE)

    assert buttons(newsroom.answers[-1], ids.CONFLICT_DISMISS)


def test_a_shared_list_keeps_who_shared_it(newsroom: Newsroom) -> None:
    conflict = a_kept_conflict(newsroom)
    line = {"type": "context", "elements": [{"type": "mrkdwn", "text": f"Shared by <@{EDITOR}>"}]}
    message = {"ts": "7.2", "blocks": [line]}
    press(newsroom, ids.CONFLICT_CONFIRM, ids.listed_value(conflict.id, 0, "/conflicts"), message=message)

    [drawn] = newsroom.answers
    assert drawn["blocks"][-1] == line
    assert not buttons(drawn, ids.SHARE)


def test_a_conflict_that_is_gone_is_said_to_be_gone(newsroom: Newsroom) -> None:
    press(newsroom, ids.CONFLICT_DISMISS, "c999")
    assert newsroom.answers[0]["text"] == "That conflict is no longer kept."


# --- answers ---------------------------------------------------------------------------------


def test_sharing_posts_for_all_with_a_name_and_takes_the_private_one_away(newsroom: Newsroom) -> None:
    conflict = a_kept_conflict(newsroom)
    press(newsroom, ids.SHARE, f"/conflicts {conflict.story}", **PRIVATE)

    shared, removed = newsroom.answers
    assert (shared["response_type"], shared["replace_original"]) == ("in_channel", False)
    assert shared["blocks"][-1]["elements"][0]["text"] == f"Shared by <@{EDITOR}>"
    assert f'"{ids.SHARE}"' not in str(shared["blocks"]).replace("'", '"')
    assert removed == {"text": "", "delete_original": True}


def test_a_later_page_is_shared_as_it_is_seen(newsroom: Newsroom) -> None:
    for n in range(9):
        a_story(newsroom.store, f"story-{n}", workspace="local")
        an_article(newsroom.store, f"s{n + 1}", workspace="local", url=None, canonical=None, body=f"Report {n}.")
    press(newsroom, ids.SHARE, ids.page_value(1, "/story"), **PRIVATE)

    shared = newsroom.answers[0]
    assert shared["response_type"] == "in_channel"
    assert "9 stories, 9–9 shown" in shared["text"]


def test_a_page_takes_the_place_of_the_private_answer(newsroom: Newsroom) -> None:
    a_kept_conflict(newsroom)
    press(newsroom, ids.PAGE, ids.page_value(1, "/conflicts"), **PRIVATE)

    [answer] = newsroom.answers
    assert (answer["response_type"], answer["replace_original"]) == ("ephemeral", True)


def test_a_choice_from_a_menu_on_a_card_is_answered_to_whoever_chose(newsroom: Newsroom) -> None:
    conflict = a_kept_conflict(newsroom)
    chosen = {"selected_option": {"text": {"type": "plain_text", "text": "x"}, "value": f"/story {conflict.story}"}}
    action = {"type": "static_select", "action_id": ids.PICK, "block_id": "b", "action_ts": "1.2", **chosen}
    container = {"type": "message", "message_ts": "7.1", "channel_id": NEWSROOM, "is_ephemeral": False}
    card = {"ts": "7.1", "thread_ts": "7.1"}
    newsroom.sends.interact({"type": "block_actions", "container": container, "message": card, "actions": [action]})

    [answer] = newsroom.answers
    assert (answer["response_type"], answer["replace_original"]) == ("ephemeral", False)
    assert "thread_ts" not in answer, "the card stands in the channel, and so does whoever chose"
    assert "Ferry pier" in answer["text"]


def test_before_and_after_comes_under_the_answer_and_takes_nothing_away(newsroom: Newsroom) -> None:
    story = a_story(newsroom.store, workspace="local")
    body = "The fog came in. “We saw nothing,” Mira Holt said. The harbour was closed."
    version = an_article(newsroom.store, story, workspace="local", body=body)
    utterance = say(newsroom.store, version, "“We saw nothing,”", workspace="local")
    press(newsroom, ids.AROUND, f"/who-said {utterance}", **PRIVATE)

    [answer] = newsroom.answers
    assert (answer["response_type"], answer["replace_original"]) == ("ephemeral", False)
    assert "The fog came in. “We saw nothing,” Mira Holt said. The harbour was closed." in answer["text"]


def test_before_and_after_of_what_is_gone_is_said_in_words(newsroom: Newsroom) -> None:
    press(newsroom, ids.AROUND, "/who-said u99", **PRIVATE)
    assert newsroom.answers[0]["text"] == "No report that stands now quotes this any longer."


def test_an_opened_link_is_only_acknowledged(newsroom: Newsroom) -> None:
    press(newsroom, ids.OPEN, "")
    assert newsroom.answers == []


def test_a_bug_is_apologised_for_without_its_details(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("the inner workings")

    monkeypatch.setattr(newsroom.store, "conflict", broken)
    action = {"type": "button", "action_id": ids.CONFLICT_DISMISS, "value": "c1"}
    newsroom.sends.press(action)

    [said] = newsroom.answers
    assert said["response_type"] == "ephemeral"
    assert "went wrong" in said["text"]
    assert "inner workings" not in said["text"]


def test_a_public_message_has_room_for_who_shared_it() -> None:
    blocks: list[dict[str, Any]] = [{"type": "divider"}] * 50
    assert len(public({"text": "t", "blocks": blocks}, shared_by="U1")["blocks"]) == 50
    share = {"type": "button", "action_id": ids.SHARE}
    alone = {"type": "actions", "elements": [share]}
    beside = {"type": "actions", "elements": [share, {"action_id": "x"}]}
    kept = public({"text": "t", "blocks": [alone, beside]})["blocks"]
    assert kept == [{"type": "actions", "elements": [{"action_id": "x"}]}]


# --- the message shortcut --------------------------------------------------------------------


def test_check_this_article_takes_the_message_in(newsroom: Newsroom) -> None:
    newsroom.sends.shortcut("check_article", {"ts": "7.1", "text": "<https://post.example/ferry>", "user": "U0OTHER"})

    [drop] = newsroom.waiting
    assert drop.asked
    assert (drop.asked.user, drop.asked.thread) == (EDITOR, "7.1")
    assert newsroom.answers[0]["text"].startswith("Reading it")
    assert newsroom.wakes == ["woken"]


def test_a_message_without_an_article(newsroom: Newsroom) -> None:
    newsroom.sends.shortcut("check_article", {"ts": "7.1", "text": "hello"})
    assert "no link and no file" in newsroom.answers[0]["text"]


def test_a_channel_that_copydesk_is_not_in(newsroom: Newsroom) -> None:
    newsroom.slack.refuse("reactions.add", "not_in_channel")
    newsroom.sends.shortcut("check_article", {"ts": "7.1", "text": "<https://post.example/ferry>"})
    assert "/invite @copydesk" in newsroom.answers[0]["text"]
    assert newsroom.waiting == []
