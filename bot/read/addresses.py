"""Web addresses: one for one page, whatever it was linked as."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, parse_qsl, urlencode, urlsplit

MOBILE = re.compile(r"^(?:www|m|mobile|amp|touch|edition-m)\.(?=[^.]+\.)")
AMP_CACHE = re.compile(r"^/(?:c|v|a)/(?:s/)?(?=[^/]+\.[^/]+)")
GOOGLE_AMP = re.compile(r"^/amp/(?:s/)?(?=[^/]+\.[^/]+)")
AMP_PATH = re.compile(r"(?:/amp|/print|\.amp|/amp\.html)/?$|(?<=.)\.amp(?=\.html?$)", re.I)
FORMS = frozenset(
    {"amp", "outputtype", "output", "print", "printable", "view", "mobile", "m", "share", "smid", "smtyp"}
)
"Query fields that ask for another form of the same page; kept where their value is none of the ones below."
FORM_VALUES = frozenset({"", "1", "true", "amp", "print", "mobile", "printable", "yes"})
TRACKING = re.compile(
    r"^(?:utm_.*|at_.*|mc_[ce]id|fbclid|gclid|dclid|igshid|ref|ref_src|cmpid|ncid|icid|ocid|ftag|taid|sref|xtor"
    r"|rss|spm|guccounter|wpisrc|wpmm|reflink|s_cid)$",
    re.I,
)
"Fields that say where a reader came from. `id`, `cid` and the like name the article on many sites and stay."


def canonical(url: str | None) -> str | None:
    """The address without tracking, AMP, mobile or print forms, so that the same page always has the same one.

    `https`, no `www.`, no fragment, no slash at the end. None where it is no web address.
    """
    parts = _split(url)
    if parts is None:
        return None
    parts = _unwrapped(parts)
    host = MOBILE.sub("", (parts.hostname or "").rstrip("."))
    path = AMP_PATH.sub("", re.sub("^/amp(?=/.)", "", parts.path)).rstrip("/")
    query = urlencode(sorted(pair for pair in parse_qsl(parts.query, keep_blank_values=True)[:50] if not _idle(*pair)))
    return f"https://{host}{_port(parts)}{path}{'?' + query if query else ''}"


def same_site(one: str, other: str) -> bool:
    """Whether two addresses are of one site: the last two labels of their hosts are equal."""
    hosts = [(urlsplit(address).hostname or "").split(".")[-2:] for address in (one, other)]
    return hosts[0] == hosts[1]


def shown(url: str) -> str:
    """An address as a message shows it."""
    return url if len(url) <= 200 else url[:199] + "…"


def _split(url: str | None) -> SplitResult | None:
    from courlan import normalize_url  # where it is needed: it takes long to load

    try:
        parts = urlsplit(normalize_url(url.strip()) if url else "")
        usable = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        return None
    return parts if usable else None


def _unwrapped(parts: SplitResult) -> SplitResult:
    """The page inside an AMP cache's address."""
    host, pattern = parts.hostname or "", None
    if host.endswith(".cdn.ampproject.org"):
        pattern = AMP_CACHE
    elif host in ("google.com", "www.google.com"):
        pattern = GOOGLE_AMP
    found = pattern.match(parts.path) if pattern else None
    inner = _split("https://" + parts.path[found.end() :]) if found else None
    return inner or parts


def _idle(name: str, value: str) -> bool:
    return bool(TRACKING.match(name)) or (name.lower() in FORMS and value.lower() in FORM_VALUES)


def _port(parts: SplitResult) -> str:
    return f":{parts.port}" if parts.port not in (None, 80, 443) else ""
