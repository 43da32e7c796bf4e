"""Web addresses: one for one page, whatever it was linked as (RFC 3986, section 6, and what sites do beyond it)."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, quote, unquote_to_bytes, urlsplit

from bot.read import forms

LONGEST = 4_000
"characters; a longer address carries a payload, not a page's name, and its page is told by its words"

MOST_FIELDS = 50
"of a query are looked at"

MOST_TURNS = 10
"An address inside an address inside an address ends sooner; what does not was made to keep a reader busy."

PATH_SAFE = "!$&'()*+,;=:@~"
QUERY_SAFE = "!$'()*,;:@/?~"

_UNSEEN = re.compile(r"[\x00-\x20\x7f\ud800-\udfff]+")
"blanks, line ends and what no encoding keeps: they come from copying, and no address holds them"

_HOST = re.compile(r"[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63}){0,30}|[0-9a-f:.]*:[0-9a-f:.]*")
"A name, or an address of numbers (IPv6)."


def canonical(url: str | None) -> str | None:
    """The address without tracking, session, AMP, mobile or print forms, so that a page always has the same one.

    `https`, no `www.`, no fragment save a route (`#!/…`), no slash at the end, the query's fields in order.
    None where it is no web address. A canonical address is its own canonical address.
    """
    plain = url
    for _ in range(MOST_TURNS):
        plainer = _plainer(plain)
        if plainer == plain:
            return plain
        plain = plainer
    return None


def shown(url: str) -> str:
    """An address as a message shows it."""
    return url if len(url) <= 200 else url[:199] + "…"


def _plainer(url: str | None) -> str | None:
    parts = _split(url)
    wrapped = _split(forms.inside(parts)) if parts else None
    parts = wrapped or parts
    host = _host(parts.hostname or "") if parts else None
    if parts is None or host is None:
        return None
    port = "" if parts.port in (None, 80, 443) else f":{parts.port}"
    path, query = forms.plain_path(_path(parts.path)), _query(parts.query)
    return f"https://{host}{port}{path}{'?' + query if query else ''}{_route(parts.fragment)}"


def _split(url: str | None) -> SplitResult | None:
    if not url or len(url) > LONGEST:
        return None
    plain = _UNSEEN.sub("", url).replace("&amp;", "&")
    try:
        parts = urlsplit("https:" + plain if plain.startswith("//") else plain)
        usable = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        return None
    return parts if usable else None


def _host(name: str) -> str | None:
    """As it is asked for (`küste.example` is `xn--kste-0ra.example`), in the edition for desks."""
    try:
        plain = name.strip(".") if name.isascii() else name.encode("idna").decode().strip(".")
    except UnicodeError:
        return None
    plain = forms.plain_host(plain.lower())
    if not _HOST.fullmatch(plain):
        return None
    return f"[{plain}]" if ":" in plain else plain


def _path(path: str) -> str:
    """Each segment in one spelling, without empty ones and `.` and `..`."""
    kept: list[str] = []
    for segment in path.split("/"):
        if segment == "..":
            kept[-1:] = []
        elif segment not in ("", "."):
            kept.append(quote(unquote_to_bytes(segment), safe=PATH_SAFE))
    return "".join(f"/{segment}" for segment in kept)


def _query(query: str) -> str:
    """What is left of it when what names no page is gone, sorted. A field without a value may be a page's number."""
    fields = [field.partition("=") for field in query.split("&", MOST_FIELDS)[:MOST_FIELDS]]
    pairs = {(_bytes(name), _bytes(value)) for name, _, value in fields if name}
    kept = (pair for pair in pairs if not forms.is_idle(*(part.decode(errors="replace") for part in pair)))
    return "&".join("=".join(quote(part, safe=QUERY_SAFE) for part in pair if part) for pair in sorted(kept))


def _bytes(field: str) -> bytes:
    return unquote_to_bytes(field.replace("+", " "))


def _route(fragment: str) -> str:
    """What stands behind `#` where a script shows a page by it; everywhere else it is a place on the page."""
    if not fragment.startswith(("!", "/")) or not fragment.strip("!/"):
        return ""
    return "#" + quote(unquote_to_bytes(fragment), safe=PATH_SAFE + "/?")
