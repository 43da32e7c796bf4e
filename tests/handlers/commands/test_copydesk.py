"""/copydesk: help and a channel's settings, over a real store."""

from __future__ import annotations

import pytest

from bot.errors import UserError
from bot.shapes import LOCAL, Channel
from handlers.commands import COMMANDS
from handlers.views import draw
from tests.handlers.commands.conftest import QUAY, Newsroom


def kept(room: Newsroom) -> Channel:
    channel = room.store.channel(LOCAL, QUAY)
    assert channel is not None
    return channel


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("word", ["help", "HELP", " help ", "?"])
def test_every_command_answers_help(empty: Newsroom, name: str, word: str) -> None:
    text = draw(empty.ask(f"{name} {word}"))["text"]
    assert all(line in text for line in COMMANDS[name].usage)


def test_help_of_copydesk_lists_every_command(empty: Newsroom) -> None:
    text = draw(empty.ask("/copydesk"))["text"]
    assert all(command.summary in text for command in COMMANDS.values())


@pytest.mark.parametrize(
    ("line", "near"), [("/whosaid Halloran", "/who-said"), ("/conflict", "/conflicts"), ("/x", "")]
)
def test_an_unknown_command_names_a_near_one(empty: Newsroom, line: str, near: str) -> None:
    with pytest.raises(UserError, match="There is no command") as refusal:
        empty.ask(line)
    assert near in str(refusal.value)


def test_follow_and_unfollow(empty: Newsroom) -> None:
    empty.ask("/copydesk follow")
    assert kept(empty).follows
    empty.ask("/copydesk unfollow")
    assert not kept(empty).follows


@pytest.mark.parametrize(
    ("words", "at", "days", "zone"),
    [
        ("08:30 weekdays Europe/London", "08:30", (0, 1, 2, 3, 4), "Europe/London"),
        ("7:00 daily", "07:00", tuple(range(7)), "UTC"),
        ("at 18:15 every day Europe/Berlin", "18:15", tuple(range(7)), "Europe/Berlin"),
        ("09:00 mon,wed fri", "09:00", (0, 2, 4), "UTC"),
        ("09:00 sat-mon", "09:00", (0, 5, 6), "UTC"),
        ("09:00 Monday", "09:00", (0,), "UTC"),
        ("america/new_york", "08:30", (0, 1, 2, 3, 4), "America/New_York"),
    ],
)
def test_a_digest_is_set_in_any_order(empty: Newsroom, words: str, at: str, days: tuple[int, ...], zone: str) -> None:
    empty.ask(f"/copydesk digest {words}")
    channel = kept(empty)
    assert (channel.digest_at, channel.days, channel.timezone) == (at, days, zone)


def test_what_a_later_setting_does_not_name_stays(empty: Newsroom) -> None:
    empty.ask("/copydesk digest 07:15 weekend Europe/London")
    empty.ask("/copydesk digest 09:00")
    channel = kept(empty)
    assert (channel.digest_at, channel.days, channel.timezone) == ("09:00", (5, 6), "Europe/London")


def test_a_digest_alone_does_not_follow(empty: Newsroom) -> None:
    empty.ask("/copydesk digest 08:30")
    assert not kept(empty).follows


def test_a_digest_is_switched_off(empty: Newsroom) -> None:
    empty.ask("/copydesk digest 08:30")
    assert "off" in draw(empty.ask("/copydesk digest off"))["text"]
    assert kept(empty).digest_at is None


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("/copydesk digest 25:00", "no time of day"),
        ("/copydesk digest 08:30 Europe/Londn", "Did you mean `Europe/London`"),
        ("/copydesk digest 08:30 someday", "There is no time zone “someday”"),
        ("/copydesk feed file:///etc/passwd", "is no address of a feed"),
        ("/copydesk feed", "is no address of a feed"),
        ("/copydesk dance", "There are: follow"),
    ],
)
def test_what_makes_no_sense_is_said_in_words(empty: Newsroom, line: str, words: str) -> None:
    with pytest.raises(UserError, match=words):
        empty.ask(line)
    assert empty.store.channel(LOCAL, QUAY) is None


def test_feeds_come_and_go(empty: Newsroom) -> None:
    empty.ask("/copydesk feed <https://post.example/rss>")
    assert [feed.url for feed in empty.store.feeds(LOCAL)] == ["https://post.example/rss"]
    assert "https://post.example/rss" in draw(empty.ask("/copydesk feeds"))["text"]
    empty.ask("/copydesk unfeed https://post.example/rss")
    assert empty.store.feeds(LOCAL) == []
    assert "was not polled" in empty.ask("/copydesk unfeed https://post.example/rss").note


def test_settings_of_a_channel_that_never_set_any(empty: Newsroom) -> None:
    text = draw(empty.ask("/copydesk settings"))["text"]
    assert "Story cards: no" in text
    assert "Digest: off" in text


def test_outside_any_channel_it_says_that_it_needs_one(empty: Newsroom) -> None:
    empty.channel = None
    with pytest.raises(UserError, match="about a channel"):
        empty.ask("/copydesk follow")


# It is 14:00 UTC on Tuesday 6 October; London is an hour ahead.
NOTES = [
    ("/copydesk follow", "Story cards are on: every story gets a card here from now on, and its news go in the card's "
     "thread. No digest comes here; /copydesk digest 08:30 weekdays sets one."),
    ("/copydesk digest 16:30 Europe/London", "The digest is on; the next comes Tue 6 Oct 16:30 (Europe/London). "
     "Story cards are off: only the digest is posted here. /copydesk follow turns them on."),
    ("/copydesk digest 08:30 sat", "The digest is on; the next comes Sat 10 Oct 08:30 (UTC). Story cards are off: "
     "only the digest is posted here. /copydesk follow turns them on."),
    ("/copydesk digest off", "The digest is off. Story cards are off too: nothing is posted here."),
    ("/copydesk unfollow", "Story cards are off. No digest comes here; /copydesk digest 08:30 weekdays sets one."),
    ("/copydesk digest", ""),
]  # fmt: skip


@pytest.mark.parametrize(("line", "note"), NOTES, ids=[line for line, _ in NOTES])
def test_what_is_on_and_what_is_not_is_said(empty: Newsroom, line: str, note: str) -> None:
    assert empty.ask(line).note == note


def test_settings_name_the_next_digest(empty: Newsroom) -> None:
    empty.ask("/copydesk digest 08:30 weekdays")
    for line in ("/copydesk settings", "/copydesk digest"):
        assert empty.ask(line).note == "The digest is on; the next comes Wed 7 Oct 08:30 (UTC)."
