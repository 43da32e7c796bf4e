"""Tells what the outbox wants told: posts and edits messages in Slack, within its rate limits.

A first post is noted in the outbox before Slack is called and carries its notice's key as message metadata. Where
the process died between the call and its note, the next one looks for that key in the channel and adopts the
message it finds, so nothing is ever posted twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from http.client import HTTPException
from typing import Any

import structlog
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.ports import Clock, Store
from bot.shapes import Posting
from handlers.events.working import done_working
from handlers.showing import Draw, message
from handlers.views import Message

log = structlog.get_logger()

METADATA = "copydesk_notice"

# Slack takes about one message a second in one channel, short bursts over it included; what is over waits for the next
# tick. A little less than a tick, since ticks are some milliseconds early or late, and an early one would be lost.
# https://docs.slack.dev/apis/web-api/rate-limits#posting
PACE = timedelta(seconds=0.9)

# How many wanted messages are looked at in one tick: enough that one busy channel does not starve the others.
BATCH = 200

# The first wait after a failure, doubled with each further one, up to the longest.
FIRST_WAIT = timedelta(seconds=5)
LONGEST_WAIT = timedelta(minutes=15)

# Slack always names a time with a 429; half a minute where a proxy in between did not.
RATE_LIMIT_WAIT = 30

# Errors that no second try mends: the place is gone, the message was deleted, or what was drawn is refused.
FINAL = {
    "channel_not_found",
    "is_archived",
    "restricted_action",
    "message_not_found",
    "cant_update_message",
    "edit_window_closed",
    "thread_not_found",
    "invalid_blocks",
    "msg_too_long",
}

# Whoever let a channel follow may invite copydesk a little later; after some three hours of waits nobody will.
NOT_INVITED, MOST_TRIES_UNINVITED = "not_in_channel", 20

# A message that a crash left unnoted is among the newest; a page of history holds 200.
PAGES_LOOKED_AT = 5
PAGE = 200


class Teller:
    """One per process: it remembers when each channel may be posted to again."""

    def __init__(self, store: Store, client: WebClient, clock: Clock, draw: Draw = message) -> None:
        self.store, self.client, self.clock, self.draw = store, client, clock, draw
        self._free: dict[tuple[str, str, bool], datetime] = {}
        self._stands_by = False

    def deliver(self) -> int:
        """Sends what is due and may be sent now; how many messages Slack took. None while another process tells."""
        if not self._is_our_turn():
            return 0
        due = self.store.due_postings(self.clock(), limit=BATCH)
        due.sort(key=lambda posting: posting.notice.kind != "answer")  # somebody waits for an answer
        return sum(self._tell(posting) for posting in due if self._may_tell(posting))

    def _is_our_turn(self) -> bool:
        """One process tells: two would post the same message each."""
        ours = self.store.is_teller()
        if ours is self._stands_by:
            self._stands_by = not ours
            log.info("telling again, the other process ended" if ours else "another process tells, this one stands by")
        return ours

    def _may_tell(self, posting: Posting) -> bool:
        now, place = self.clock(), _place(posting)
        if self._free.get(place, now) > now:
            return False
        self._free[place] = now + PACE
        return True

    def _tell(self, posting: Posting) -> bool:
        """One message; whatever goes wrong with it stays with it, so that the others are told."""
        try:
            drawn = self.draw(self.store, posting.notice)
            if drawn is None:
                return self._give_up(posting, "nothing_to_show")
            ts = self._send(posting, drawn)
        except SlackApiError as refusal:
            return self._refused(posting, refusal)
        except (SlackClientError, HTTPException, OSError) as failure:
            return self._back_off(posting, f"{type(failure).__name__}: {failure}")
        except Exception as bug:
            log.exception("cannot tell a message", key=posting.notice.key)
            return self._back_off(posting, f"{type(bug).__name__}: {bug}")
        self.store.told(posting.notice.workspace, posting.notice.key, posting.wanted, ts)
        done_working(self.store, self.client, posting.notice)
        return True

    def _send(self, posting: Posting, drawn: Message) -> str:
        """Posts or edits; the message's ts."""
        notice = posting.notice
        ts = posting.ts or (self._posted(posting) if posting.sending else None)
        if ts is None:
            return self._post(posting, drawn)
        self.client.chat_update(channel=notice.channel, ts=ts, text=drawn["text"], blocks=drawn["blocks"])
        return ts

    def _post(self, posting: Posting, drawn: Message) -> str:
        notice = posting.notice
        self.store.begin_posting(notice.workspace, notice.key)
        answer = self.client.chat_postMessage(
            channel=notice.channel,
            thread_ts=self.store.thread_ts(notice.workspace, posting),
            text=drawn["text"],
            blocks=drawn["blocks"],
            unfurl_links=False,
            unfurl_media=False,
            metadata={"event_type": METADATA, "event_payload": {"key": notice.key}},
        )
        return str(answer["ts"])

    def _posted(self, posting: Posting) -> str | None:
        """The ts of the message that carries this notice's key, where an earlier try did reach Slack."""
        for found in self._recent(posting):
            metadata = found.get("metadata") or {}
            payload = metadata.get("event_payload") or {}
            if metadata.get("event_type") == METADATA and payload.get("key") == posting.notice.key:
                log.info("adopted a message posted before a stop", key=posting.notice.key, ts=found["ts"])
                return str(found["ts"])
        return None

    def _recent(self, posting: Posting) -> Iterator[dict[str, Any]]:
        """The messages among which it would be: its thread's, or the channel's newest."""
        channel = posting.notice.channel
        thread = self.store.thread_ts(posting.notice.workspace, posting)
        cursor: str | None = None
        for _ in range(PAGES_LOOKED_AT):
            page = (
                self.client.conversations_replies(
                    channel=channel, ts=thread, limit=PAGE, include_all_metadata=True, cursor=cursor
                )
                if thread
                else self.client.conversations_history(
                    channel=channel, limit=PAGE, include_all_metadata=True, cursor=cursor
                )
            )
            yield from page["messages"]
            cursor = (page.get("response_metadata") or {}).get("next_cursor")
            if not cursor:
                return

    def _refused(self, posting: Posting, refusal: SlackApiError) -> bool:
        error = str(refusal.response.get("error") or "unknown")
        if refusal.response.status_code == 429:
            return self._limited(posting, refusal.response.headers.get("Retry-After"))
        if error in FINAL or (error == NOT_INVITED and posting.attempts >= MOST_TRIES_UNINVITED):
            return self._give_up(posting, error)
        return self._back_off(posting, error)

    def _limited(self, posting: Posting, retry_after: str | None) -> bool:
        """Slack says how long to leave this channel alone."""
        seconds = int(retry_after) if retry_after and retry_after.isdecimal() else RATE_LIMIT_WAIT
        until = self.clock() + timedelta(seconds=seconds)
        self._free[_place(posting)] = until
        log.info("Slack asks to wait", channel=posting.notice.channel, seconds=seconds)
        self.store.put_off(posting.notice.workspace, posting.notice.key, until, "ratelimited")
        return False

    def _back_off(self, posting: Posting, error: str) -> bool:
        wait = min(FIRST_WAIT * 2 ** min(posting.attempts, 10), LONGEST_WAIT)
        log.warning("not told, will try again", key=posting.notice.key, error=error, seconds=wait.total_seconds())
        until = self.clock() + wait
        self.store.put_off(posting.notice.workspace, posting.notice.key, until, error, unsure=True)
        return False

    def _give_up(self, posting: Posting, error: str) -> bool:
        log.error("not told, given up", key=posting.notice.key, channel=posting.notice.channel, error=error)
        self.store.put_off(posting.notice.workspace, posting.notice.key, self.clock(), error, give_up=True)
        return False


def _place(posting: Posting) -> tuple[str, str, bool]:
    """What Slack limits by itself: new messages in a channel, and edits, which have a limit of their own."""
    return posting.notice.workspace, posting.notice.channel, posting.ts is None
