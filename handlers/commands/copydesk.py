"""`/copydesk`: help, and the settings of the channel it is typed in."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.desk import Desk
from bot.errors import UserError
from bot.shapes import Channel
from handlers.answers import Answer, Settings
from handlers.commands.asker import Asker, Command
from handlers.commands.parsing import Request, read_request
from handlers.commands.times import clock_time, zone_name
from handlers.digests import next_digest, zone_of

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAYS, WEEKEND, EVERY_DAY = (0, 1, 2, 3, 4), (5, 6), tuple(range(7))
_DAY_SETS = {"weekdays": WEEKDAYS, "weekend": WEEKEND, "weekends": WEEKEND, "daily": EVERY_DAY, "everyday": EVERY_DAY}
_HTTP = re.compile(r"https?://[^\s<>\"]{1,2000}")


def answer(text: str, desk: Desk, asker: Asker) -> Answer:
    """Does what the first word says, and shows the settings as they are then."""
    request = read_request(text)
    verb = request.words[0].text.lower() if request.words else ""  # nothing but quotation marks
    act = _ACTS.get(verb)
    if act is None:
        raise UserError(f"`/copydesk {verb[:40]}` means nothing to me. There are: {', '.join(_ACTS)}, help.")
    return act(Request(request.words[1:]), desk, asker)


def _follow(request: Request, desk: Desk, asker: Asker) -> Answer:
    channel = _channel(desk, asker)
    desk.store.save_channel(channel.model_copy(update={"follows": True}))
    done = "Story cards are on: every story gets a card here from now on, and its news go in the card's thread."
    return _show(desk, asker, f"{done} {_about_digest(_channel(desk, asker), desk)}")


def _unfollow(request: Request, desk: Desk, asker: Asker) -> Answer:
    channel = _channel(desk, asker)
    desk.store.save_channel(channel.model_copy(update={"follows": False}))
    return _show(desk, asker, f"Story cards are off. {_about_digest(_channel(desk, asker), desk)}")


def _digest(request: Request, desk: Desk, asker: Asker) -> Answer:
    """`off`, or in any order a time of day, days and a time zone; what is not named stays."""
    channel = _channel(desk, asker)
    words = request.subject.lower().replace("every day", "daily").split()
    if not words:
        return _settings(request, desk, asker)
    if words in (["off"], ["none"], ["stop"]):
        desk.store.save_channel(channel.model_copy(update={"digest_at": None}))
        return _show(desk, asker, f"The digest is off. {_about_cards(_channel(desk, asker))}")
    changes = _digest_settings(words)
    if channel.digest_at is None:
        changes = {"digest_at": "08:30"} | changes
    desk.store.save_channel(channel.model_copy(update=changes))
    channel = _channel(desk, asker)
    return _show(desk, asker, f"{_about_digest(channel, desk)} {_about_cards(channel)}")


def _about_digest(channel: Channel, desk: Desk) -> str:
    """Whether a digest comes, and when next, as the channel's own clock has it."""
    due = next_digest(channel, desk.clock())
    if channel.digest_at is None or due is None:
        return "No digest comes here; /copydesk digest 08:30 weekdays sets one."
    local = due.astimezone(zone_of(channel))
    return f"The digest is on; the next comes {local:%a} {local.day} {local:%b %H:%M} ({channel.timezone})."


def _about_cards(channel: Channel) -> str:
    if channel.follows:
        return "Story cards are on."
    if channel.digest_at is None:
        return "Story cards are off too: nothing is posted here."
    return "Story cards are off: only the digest is posted here. /copydesk follow turns them on."


def _digest_settings(words: list[str]) -> dict[str, object]:
    """The settings that the words name. Raises UserError for a word that is no time, day or time zone."""
    changes: dict[str, object] = {}
    named_days: set[int] = set()
    for word in words:
        if word in ("at", "on", "and", "in"):
            continue
        days = _days(word)
        if days:
            named_days |= set(days)
        elif word[0].isdigit():
            changes["digest_at"] = clock_time(word)
        else:
            changes["timezone"] = zone_name(word)
    return changes | ({"days": tuple(sorted(named_days))} if named_days else {})


def _days(word: str) -> tuple[int, ...]:
    """The weekdays of `weekdays`, `mon`, `monday`, `mon-fri` or `mon,wed`; none where it names none."""
    if word in _DAY_SETS:
        return _DAY_SETS[word]
    found: set[int] = set()
    for part in word.strip(",").split(","):
        first, dash, last = part.partition("-")
        start, end = _day(first), _day(last if dash else first)
        if start is None or end is None:
            return ()
        found |= {day % 7 for day in range(start, end + 1 if end >= start else end + 8)}
    return tuple(sorted(found))


def _day(word: str) -> int | None:
    """Monday is 0; `mon`, `mond` and `monday` are all it."""
    return next((at for at, name in enumerate(DAYS) if len(word) >= 3 and name.startswith(word.rstrip("s"))), None)


def _feed(request: Request, desk: Desk, asker: Asker) -> Answer:
    url = _address(request)
    desk.store.follow_feed(asker.workspace, url, desk.clock())
    return _show(desk, asker, f"The feed {url} is polled from now on.", feeds=True)


def _unfeed(request: Request, desk: Desk, asker: Asker) -> Answer:
    url = _address(request)
    if not desk.store.unfollow_feed(asker.workspace, url):
        return _show(desk, asker, f"The feed {url} was not polled. These are:", feeds=True)
    return _show(desk, asker, f"The feed {url} is no longer polled.", feeds=True)


def _feeds(request: Request, desk: Desk, asker: Asker) -> Answer:
    return _show(desk, asker, "", feeds=True)


def _settings(request: Request, desk: Desk, asker: Asker) -> Answer:
    kept = _channel(desk, asker) if asker.channel else None
    return _show(desk, asker, _about_digest(kept, desk) if kept and kept.digest_at else "")


_ACTS: dict[str, Callable[[Request, Desk, Asker], Answer]] = {
    "follow": _follow,
    "unfollow": _unfollow,
    "digest": _digest,
    "feed": _feed,
    "unfeed": _unfeed,
    "feeds": _feeds,
    "settings": _settings,
}


def _address(request: Request) -> str:
    url = request.subject
    if not _HTTP.fullmatch(url):
        raise UserError(f"“{url[:80]}” is no address of a feed. It begins with http:// or https://.")
    return url


def _channel(desk: Desk, asker: Asker) -> Channel:
    """The channel's settings, or what a channel has before anybody set anything: nothing is posted there."""
    if asker.channel is None:
        raise UserError("This is about a channel, and I cannot tell which. Type it in the channel it is meant for.")
    kept = desk.store.channel(asker.workspace, asker.channel)
    return kept or Channel(workspace=asker.workspace, id=asker.channel, follows=False, digest_at=None)


def _show(desk: Desk, asker: Asker, note: str, feeds: bool = False) -> Settings:
    return Settings(
        line="/copydesk feeds" if feeds else "/copydesk settings",
        note=note,
        channel=_channel(desk, asker) if asker.channel else None,
        feeds=tuple(desk.store.feeds(asker.workspace)),
        shows="feeds" if feeds else "settings",
    )


COPYDESK = Command(
    name="/copydesk",
    summary="Help, and what copydesk posts in this channel",
    usage=(
        "/copydesk help",
        "/copydesk follow",
        "/copydesk unfollow",
        "/copydesk digest 08:30 weekdays Europe/London",
        "/copydesk digest off",
        "/copydesk feed https://example.com/rss",
        "/copydesk unfeed https://example.com/rss",
        "/copydesk feeds",
        "/copydesk settings",
    ),
    answer=answer,
)
