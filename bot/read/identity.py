"""Which address a page is known by: what it says of itself, where that can be believed.

A page names its canonical address (`rel=canonical`, RFC 6596; `og:url`; schema.org's `mainEntityOfPage`). Most are
right and save us from guessing. Some name the front page, a section, page 1 of many, or the outlet the text is from.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import parse_qsl, urljoin, urlsplit

from bot.read.addresses import LONGEST, canonical
from bot.read.forms import each

SECOND_LEVEL = each("co com org net gov ac edu or ne go gob nom press")
"`post.co.uk` is a site and `co.uk` is none"

GENERIC = each("com org net news info tv media")
"An outlet has one of these beside its country's: `post.com` and `post.co.uk` are one; two countries' are two outlets."

HOSTED = each("blogspot.com wordpress.com substack.com medium.com github.io tumblr.com ghost.io beehiiv.com")
"Each name under these is a site of its own."

NUMBERED = each("id p aid artid articleid article story storyid sid nid newsid docid contentid cid a")
"Fields that name an article where a script shows them all."

_SCRIPT = re.compile(r"\.(?:php\d?|aspx?|jsp|cgi|cfm|do)$|^$", re.I)
_PAGED = re.compile(r"(?:[?&](?:page|pg|paged|seite|start|offset)=|/page/|/seite/)(\d+)", re.I)
_NAMES_ARTICLE = re.compile(r"/(?:[^/]*\d{5}[^/]*|(?:[^/-]+-){2,}[^/]*)$")
"A last segment that holds a number longer than a year's, or three words."


class Identity(NamedTuple):
    """The address a page is known by, and the site it says its text is from."""

    address: str | None
    origin: str | None


def identity(given: str | None, named: Iterable[str | None]) -> Identity:
    """`given` is where the page was found; `named` what it says of itself, the most telling first. Relative addresses
    are read against `given`. `origin` is another site's host that the page names as the place of the text."""
    here = canonical(given)
    links = [address for link in named if (address := _absolute(given, link))]
    own = next((link for link in links if _is_believed(link, here)), None)
    away = next((link for link in links if here and not _is_home(link) and not same_site(link, here)), None)
    return Identity(own or here, None if away is None or own else urlsplit(away).hostname)


def same_site(one: str, other: str) -> bool:
    """Whether two addresses are of one outlet's site: `post.co.uk` in all its parts, and `post.com` with it."""
    ours, theirs = _site(one), _site(other)
    if ours == theirs:
        return True
    return ours[0] == theirs[0] != "" and (ours[1] in GENERIC) != (theirs[1] in GENERIC)


def _absolute(given: str | None, link: str | None) -> str | None:
    try:
        return canonical(urljoin(given or "", link or "")) if link and len(link) <= LONGEST else None
    except ValueError:  # brackets that hold no IPv6 address
        return None


def _is_believed(link: str, here: str | None) -> bool:
    if _is_home(link):
        return False
    if here is None or link == here:
        return True
    return (
        same_site(link, here) and not _is_above(link, here) and _page(link) == _page(here) and _keeps_number(link, here)
    )


def _is_home(address: str) -> bool:
    parts = urlsplit(address)
    return not (parts.path.strip("/") or parts.query or parts.fragment)


def _is_above(link: str, here: str) -> bool:
    """Whether it names the section that a page is in, and not the page."""
    above, below = urlsplit(link), urlsplit(here)
    if above.query or not below.path.startswith(above.path + "/"):
        return False
    return not _NAMES_ARTICLE.search(above.path)


def _page(address: str) -> str:
    """The number behind `page=`. Many a site names page 1 as the canonical form of page 2."""
    found = _PAGED.search(address)
    return found[1] if found else "1"


def _keeps_number(link: str, here: str) -> bool:
    """Whether it still holds the number by which a script knows the article."""
    ours, theirs = urlsplit(here), urlsplit(link)
    if ours.path != theirs.path or not _SCRIPT.search(ours.path):
        return True
    numbers = [pair for pair in parse_qsl(ours.query) if pair[0].lower() in NUMBERED]
    return all(pair in parse_qsl(theirs.query) for pair in numbers)


def _site(address: str) -> tuple[str, str]:
    """A site's own name and what stands behind it: `post` and `co.uk`."""
    labels = (urlsplit(address).hostname or "").split(".")
    ends = 2 if len(labels) > 2 and labels[-2] in SECOND_LEVEL and len(labels[-1]) == 2 else 1
    if ".".join(labels[-2:]) in HOSTED:
        ends = 2
    return (labels[-ends - 1] if len(labels) > ends else ""), ".".join(labels[-ends:])
