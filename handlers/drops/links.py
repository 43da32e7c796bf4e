"""Links posted in Slack -> drops that refer to a page."""

from __future__ import annotations

import re
from datetime import datetime
from urllib.parse import urlsplit

from bot.read.addresses import canonical
from bot.shapes import Asked, Drop, Source

MOST_LINKS = 20
"Links taken from one message; a message with more is a list nobody waits for."

ANGLED = re.compile(r"<(https?://[^<>|\s]{1,3000})(?:\|[^<>]{0,3000})?>", re.I)
"As Slack writes a link: <address|label>."

PLAIN = re.compile(r"https?://[^\s<>|\"“”]{1,3000}", re.I)

TRAILING = ".,;:!?'’”)]}*_~"

OWN = ("slack.com", "slack-edge.com", "slack-files.com")
"Addresses inside Slack: messages, profiles, files. They are no articles."


def links_in(text: str) -> list[str]:
    """The web addresses in a message, each once, in order; those inside Slack are left out."""
    found = []
    for match in re.finditer(f"{ANGLED.pattern}|{PLAIN.pattern}", text, re.I):
        url = match[1] or _without_trailing(match[0])
        found.append(url.replace("&amp;", "&"))
    return [url for url in dict.fromkeys(found) if _is_outside(url)][:MOST_LINKS]


def link_drop(
    url: str, received: datetime, *, workspace: str, asked: Asked | None = None, source: Source = "link"
) -> Drop:
    """A drop whose body is the page at `url`, yet to be fetched.

    The same page posted again in the same hour is the same drop; later it is looked at again, for it may have changed.
    """
    return Drop(
        id=url,
        key=f"link:{canonical(url) or url}:{received:%Y-%m-%dT%H}",
        workspace=workspace,
        source=source,
        where=url,
        url=url,
        media="html",
        received=received,
        asked=asked,
    )


def _without_trailing(url: str) -> str:
    """A plain address without the punctuation of the sentence it stands in; a bracket opened in it is its own."""
    while url and url[-1] in TRAILING and not (url[-1] == ")" and url.count("(") >= url.count(")")):
        url = url[:-1]
    return url


def _is_outside(url: str) -> bool:
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return False
    return bool(host) and not any(host == own or host.endswith(f".{own}") for own in OWN)
