"""Gets a page, a feed or an uploaded file over HTTP, safely."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

from bot.errors import BadDrop, FetchRefused
from bot.read.addresses import shown
from bot.read.decode import decode_page
from bot.read.feed import is_feed
from bot.read.formats import HTML_START, drops_in
from bot.settings import Settings
from bot.shapes import Drop, FeedAnswer, Page

if TYPE_CHECKING:
    from handlers.network import Answer, Resolver

AGENT = "copydesk/0.1 (+newsroom bot)"

SLACK_FILES = "https://files.slack.com"

Media = Literal["text", "html", "feed", "json", "jsonl"]

MEDIA: dict[str, Media] = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "text",
    "text/markdown": "text",
    "text/xml": "feed",
    "application/xml": "feed",
    "application/rss+xml": "feed",
    "application/atom+xml": "feed",
    "application/rdf+xml": "feed",
    "application/json": "json",
    "application/feed+json": "json",
    "application/x-ndjson": "jsonl",
    "application/jsonl": "jsonl",
}

ENDINGS: dict[Media, str] = {"text": ".txt", "html": ".html", "feed": ".xml", "json": ".json", "jsonl": ".jsonl"}

WORDS = {401: "it asks to sign in", 402: "it is behind a paywall", 403: "it refuses to be read by a program",
         404: "there is no such page", 410: "the page is gone", 429: "it is asked too often just now",
         451: "it may not be shown for legal reasons"}  # fmt: skip

NOT_MODIFIED = 304


class SafeFetcher:
    """Keeps the promise of `bot.ports.Fetcher`.

    `bot_token` gives a workspace's Slack token; without it, the one of the settings. `resolver` is for tests.
    """

    def __init__(
        self, settings: Settings, bot_token: Callable[[str], str | None] | None = None, resolver: Resolver | None = None
    ) -> None:
        self._settings, self._resolver = settings, resolver
        self._bot_token = bot_token or (lambda workspace: _secret(settings))

    def page(self, url: str) -> Page:
        """The document at a public address. Raises FetchRefused with words for a person."""
        answer = self._get(url, {"Accept": "text/html, application/xhtml+xml, text/plain;q=0.8, */*;q=0.1"})
        return Page(url=answer.url, media=_media(answer), body=decode_page(answer.body, _charset(answer)))

    def feed(self, url: str, etag: str | None = None, modified: str | None = None) -> FeedAnswer:
        """A feed, where it changed since the answer that carried `etag` and `modified`. Raises FetchRefused."""
        asked = {"If-None-Match": etag, "If-Modified-Since": modified}
        headers = {name: value for name, value in asked.items() if value}
        accept = {"Accept": "application/atom+xml, application/rss+xml, application/xml;q=0.9, text/xml;q=0.9"}
        answer = self._get(url, accept | headers)
        if answer.status == NOT_MODIFIED:
            return FeedAnswer(body=None)
        given = (answer.headers.get("etag"), answer.headers.get("last-modified"))
        return FeedAnswer(body=answer.body, etag=given[0], modified=given[1])

    def contents(self, drop: Drop) -> list[Drop]:
        """The page behind a link, or the drops in an uploaded file. Raises FetchRefused or BadDrop."""
        return self._upload(drop) if drop.source == "upload" else self._link(drop)

    def _link(self, drop: Drop) -> list[Drop]:
        page = self.page(drop.url or drop.where)
        if page.media == "feed":
            raise BadDrop("It is a feed, not an article: have the feed followed instead.")
        if page.media in ("json", "jsonl"):
            return self._unpacked(drop, f"page{ENDINGS[page.media]}", page.body.encode())
        media: Literal["text", "html"] = "html" if page.media == "html" else "text"
        return [drop.model_copy(update={"body": page.body, "media": media, "url": page.url})]

    def _upload(self, drop: Drop) -> list[Drop]:
        host, api = _origin(drop.where), _origin(self._settings.slack_api_url)
        # The token is shown to Slack alone, and only Slack's own address may lie inside this network.
        ours = host in (SLACK_FILES, api)
        token = self._bot_token(drop.workspace) if ours else None
        answer = self._get(drop.where, {}, secret=f"Bearer {token}" if token else None, inside=host == api)
        if _media(answer, any_type=True) == "html" and not drop.id.lower().endswith((".html", ".htm", ".xhtml")):
            raise BadDrop("Slack did not hand the file over: the app may lack the scope files:read.")
        return self._unpacked(drop, drop.id, answer.body)

    def _unpacked(self, drop: Drop, name: str, data: bytes) -> list[Drop]:
        parts = drops_in(
            name, data, source=drop.source, where=drop.where, received=drop.received, workspace=drop.workspace,
            key=drop.key,
        )  # fmt: skip
        # Several drops in one document are not that document: its address is the address of none of them.
        address = drop.url if len(parts) == 1 else None
        return [part.model_copy(update={"asked": drop.asked, "url": part.url or address}) for part in parts]

    def _get(self, url: str, headers: dict[str, str], secret: str | None = None, inside: bool = False) -> Answer:
        from handlers.network import Limits, get, resolve  # where it is needed: it takes long to load

        settings = self._settings
        limits = Limits(
            seconds=settings.fetch_timeout_seconds,
            bytes=settings.max_body_bytes,
            private=settings.allow_private_addresses,
        )
        answer = get(url, limits, {"User-Agent": AGENT} | headers, self._resolver or resolve, secret, inside)
        if answer.status == NOT_MODIFIED or 200 <= answer.status < 300:
            return answer
        why = WORDS.get(answer.status) or f"its server answered with error {answer.status}"
        raise FetchRefused(f"I cannot fetch {shown(url)}: {why}.")


def _media(answer: Answer, any_type: bool = False) -> Media:
    """What a document is, by its type and, where that leaves it open, by how it begins."""
    given = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
    media = MEDIA.get(given)
    if media is None and given and not any_type:
        raise FetchRefused(f"I cannot fetch {shown(answer.url)}: it is no article but {given[:60]}.")
    start = decode_page(answer.body[:8000])
    if is_feed(start):
        return "feed"
    return "html" if media in (None, "feed") and HTML_START.match(start) else media or "text"


def _charset(answer: Answer) -> str | None:
    import httpx  # loaded by the answer already

    return httpx.Response(200, headers={"content-type": answer.headers.get("content-type", "")}).charset_encoding


def _origin(url: str) -> str:
    try:
        parts = urlsplit(url)
        return f"{parts.scheme}://{parts.netloc}"
    except ValueError:
        return ""


def _secret(settings: Settings) -> str | None:
    token = settings.slack_bot_token
    return token.get_secret_value() if token else None
