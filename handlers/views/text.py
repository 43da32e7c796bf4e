"""Makes text from outside safe and short enough to show, and says times and counts in words.

Blocks carry such text in rich_text and plain_text only, where Slack takes nothing as markup. What is left is a
message's `text`, which notifications show and Slack does read as markup: `neutral` is for that.
"""

from __future__ import annotations

import re
from datetime import datetime
from urllib.parse import quote, urlsplit

SURE, LIKELY = 0.85, 0.5
"""From here on the reader is told "sure", or "likely"; below, "unknown" (docs/decisions/0008)."""

LONGEST_URL = 3000
"""Slack's limit for the address of a button, kept for every link."""

NO_OUTLET = "Unnamed outlet"

# Slack finds bold, italics, strike and code by these at the edge of words, and an invisible character beside them
# does not always stop it. A look-alike does, and a notification reads the same.
_LOOKALIKES = str.maketrans({"*": "∗", "_": "ˍ", "~": "∼", "`": "ˋ"})
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_NOT_SHOWN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control characters, and those that turn the direction of what follows: a link must read as it is."""

_SENTENCE_END = re.compile(r"(?:(?<![A-Z])(?<!Mr)(?<!Ms)(?<!Mrs)(?<!Dr)(?<!St)\.|[!?])[\"'”’»]*(?=\s)")
"Not the stop of U.S. or of Dr."

_FRAGMENT_WORDS = 5
"How many words at each end find a passage on its page; more only break where the page's markup differs."


def escape(text: str) -> str:
    """For `text` and mrkdwn: nothing in it can be a mention, a link or an entity."""
    return text.translate(_ENTITIES)


def neutral(text: str) -> str:
    """Escaped, and with nothing that Slack would read as formatting."""
    return escape(text).translate(_LOOKALIKES)


def tidy(text: str) -> str:
    """One line, without characters that show as nothing or turn the writing round."""
    return " ".join(_NOT_SHOWN.sub(" ", text).split())


def clip(text: str, limit: int) -> str:
    """At most `limit` characters, cut at the end of a word, with a … where something is left out."""
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    at_word = cut.rstrip() if text[limit - 1].isspace() else cut.rpartition(" ")[0].rstrip()
    return (at_word if len(at_word) >= limit // 2 else cut.rstrip()) + "…"


def clip_said(text: str, limit: int) -> str:
    """At most `limit` characters, cut at the end of a sentence where one ends in the second half, else of a word."""
    if len(text) <= limit:
        return text
    ends = sentence_ends(text[: limit - 1])
    return f"{text[: ends[-1]]} …" if ends and ends[-1] >= limit // 2 else clip(text, limit)


def sentence_ends(text: str) -> list[int]:
    """Where sentences end that others follow: after their stop and closing marks."""
    return [found.end() for found in _SENTENCE_END.finditer(text)]


def plural(count: int, one: str, many: str | None = None) -> str:
    """`1 report`, `3 reports`."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def when(at: datetime | None, beside: datetime | None = None) -> str:
    """`6 Oct 14:05 UTC`; with its year unless `beside` (a time shown in the same message with its year) has it."""
    if at is None:
        return "time unknown"
    year = "" if beside and beside.year == at.year else f" {at.year}"
    return f"{at.day} {at:%b}{year} {at:%H:%M} UTC"


def sureness(confidence: float) -> str:
    """A confidence in a word."""
    return "sure" if confidence >= SURE else "likely" if confidence >= LIKELY else "unknown"


def safe_url(url: str | None) -> str | None:
    """The address where it is a web page's and fits Slack's limit, else None."""
    if not url or len(url) > LONGEST_URL or any(c.isspace() or c in '<>"|' for c in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:  # an address such as http://[broken
        return None
    return url if parts.scheme in ("http", "https") and parts.hostname else None


def deep_link(url: str | None, words: str) -> str | None:
    """The address of the passage on its page: a text fragment of its first and last words.
    https://wicg.github.io/scroll-to-text-fragment/"""
    page = safe_url(url)
    if page is None:
        return None
    passage = tidy(words.split(" … ")[0]).strip("\"“”„«»'‘’ ").split()
    if not passage:
        return page
    ends = [passage] if len(passage) <= 2 * _FRAGMENT_WORDS else [passage[:_FRAGMENT_WORDS], passage[-_FRAGMENT_WORDS:]]
    fragment = ",".join(quote(" ".join(end), safe="").replace("-", "%2D") for end in ends)
    linked = f"{page}{'' if '#' in page else '#'}:~:text={fragment}"
    return linked if len(linked) <= LONGEST_URL else page


def thread_link(channel: str, ts: str) -> str:
    """The address of a message. Slack leads from it to the workspace that a reader is signed in to, and its app opens
    it, so no workspace's name needs to be known."""
    return f"https://slack.com/archives/{channel}/p{ts.replace('.', '')}"
