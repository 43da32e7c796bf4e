"""Draws what /copydesk answers: help, and a channel's settings."""

from __future__ import annotations

from bot.shapes import Channel, Feed
from handlers.answers import Help, Page, Settings
from handlers.views.blocks import Block, Message, Part, bullets, context, header, line, message, rich, t
from handlers.views.text import clip, plural, tidy, when

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MOST_FEEDS = 20

PROMISE = "Every line leads to the exact words in the exact version of a report, and says so where it is not sure."


def help_view(answer: Help) -> Message:
    """One command's page, or all of them."""
    many = len(answer.pages) > 1
    title = "What copydesk answers" if many else answer.about
    return message(header(title), *(_page(page) for page in answer.pages), context(PROMISE) if many else None)


def _page(page: Page) -> Block | None:
    usage: list[list[Part]] = [[t(one, "code")] for one in page.usage]
    return rich(line(t(page.name, "bold"), t(f"  {page.summary}")), bullets(usage))


def settings_view(answer: Settings) -> Message:
    """What this channel is told, and what is polled."""
    if answer.shows == "feeds":
        return message(header("Feeds"), _note(answer.note), _feeds(answer.feeds))
    feeds = (
        plural(len(answer.feeds), "feed") + " polled for the whole newsroom: "
        if answer.feeds
        else "No feed is polled. "
    )
    return message(
        header("This channel"),
        _note(answer.note),
        rich(bullets(_settings(answer.channel))) if answer.channel else context("Asked outside any channel."),
        rich(line(t(feeds), t("/copydesk feeds" if answer.feeds else "/copydesk feed https://…", "code"))),
    )


def _note(note: str) -> Block | None:
    return rich(line(t(note))) if note else None


def _settings(channel: Channel) -> list[list[Part]]:
    follows = "Story cards: yes, with reports, changes and conflicts in their threads"
    return [
        [t(follows if channel.follows else "Story cards: no ("), *_hint(not channel.follows, "/copydesk follow")],
        [t(f"Digest: {_digest(channel)}"), *_hint(channel.digest_at is None, "/copydesk digest 08:30 weekdays", " (")],
    ]


def _hint(wanted: bool, command: str, before: str = "") -> list[Part]:
    return [t(before), t(command, "code"), t(")")] if wanted else []


def _digest(channel: Channel) -> str:
    if channel.digest_at is None:
        return "off"
    return f"{channel.digest_at} {channel.timezone}, {_days(channel.days)}"


def _days(days: tuple[int, ...]) -> str:
    if days == tuple(range(7)):
        return "every day"
    if days == tuple(range(5)):
        return "Monday to Friday"
    return ", ".join(DAYS[day] for day in days) or "no day"


def _feeds(feeds: tuple[Feed, ...]) -> Block | None:
    if not feeds:
        return rich(line(t("No feed is polled yet: "), t("/copydesk feed https://example.com/rss", "code")))
    lines = [_feed(feed) for feed in feeds[:MOST_FEEDS]]
    if len(feeds) > MOST_FEEDS:
        lines.append([t(f"and {len(feeds) - MOST_FEEDS} more")])
    return rich(bullets(lines))


def _feed(feed: Feed) -> list[Part]:
    if feed.error:
        state = f"failing: {clip(tidy(feed.error), 100)}"
    elif feed.polled:
        state = f"last polled {when(feed.polled)}"
    else:
        state = "not polled yet"
    name = f"{clip(tidy(feed.title), 60)} " if feed.title else ""
    return [t(name), t(clip(feed.url, 200), "code"), t(f" {state}")]
