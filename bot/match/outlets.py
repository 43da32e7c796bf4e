"""Whether two reports are of one outlet, whatever a feed, a page or an aggregator makes of its name."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.match.words import words
from bot.shapes import Known, Report

LONGEST = 200
"characters of a name are looked at; an outlet's has a few words"

TAGLINE = 5
"words: what stands beside a name and is this long says what the outlet thinks of itself"

_SECTIONS = """
    world news top latest breaking headlines stories story home homepage front page main all rss atom feed feeds xml
    politics business money economy markets finance sport sports football culture arts entertainment life lifestyle
    style opinion comment editorial analysis tech technology science health environment climate education travel food
    weather local national international regional uk us usa europe africa asia americas australia canada india china
    middle east and of the for in on from by recent most read popular updates update live video videos audio podcast
    podcasts channel subscription registration blog blogs paywall premium press release online edition english official
    """
SECTIONS = frozenset(_SECTIONS.split())
"Words for parts of an outlet: a piece of a title made of these alone names none."

_ASIDE = re.compile(r"[(\[]([^()\[\]]{0,60})[)\]]")
_BETWEEN = re.compile(r"\s+[|–—»«›>•·~/:-]+\s+|\s*[|»«›>•]\s*|::?\s+")
_FEED = re.compile(
    r"\s(?:(?:rss|atom|news) ?)?feeds?$|\srss$|^(?:latest|news|headlines|top stories) (?:from|by) ", re.I
)
_ADDRESS = re.compile(r"(?:https?://)?((?:[\w-]+\.)+[a-z]{2,})(?:[/?#]\S*)?", re.I)
_EDITION = re.compile(r"^(?:(?:www\d?|m|amp|rss|feeds?|news|edition|en)\.)+(?=(?!com?\.|org\.|net\.)[^.]+\.)")
_HOST = re.compile(r"[a-z]+://([^/?#]+)", re.I)
_ENDING = re.compile(r"\.(?:com|org|net|news|info|(?:co|com|org)\.[a-z]{2})$")
"A country's own ending stays: one name in two countries is two outlets."

_AGENCIES = {
    "agencefrancepresse": "afp",
    "apnews": "ap",
    "asiannewsinternational": "ani",
    "associatedpress": "ap",
    "australianassociatedpress": "aap",
    "bloombergnews": "bloomberg",
    "canadianpress": "cp",
    "chinanewsservice": "cns",
    "cnnwire": "cnn",
    "deutschepresseagentur": "dpa",
    "indoasiannewsservice": "ians",
    "kyodonews": "kyodo",
    "pamedia": "pa",
    "panewsagency": "pa",
    "pressassociation": "pa",
    "presstrustofindia": "pti",
    "thomsonreuters": "reuters",
    "unitedpressinternational": "upi",
    "xinhuanet": "xinhua",
    "xinhuanewsagency": "xinhua",
}
"An agency is credited by its short name, and its own reports come under its long one."


@lru_cache(maxsize=4096)
@lru_cache(maxsize=4096)
def outlet_key(name: str | None) -> str | None:
    """One key for an outlet's names: "The Harbour Post", "HarbourPost.com", "Harbour Post - World". None where a name
    is missing, or is that of a section only."""
    plain = _FEED.sub("", _ASIDE.sub(_aside, (name or "").strip()[:LONGEST]))
    named = [tokens for piece in _BETWEEN.split(plain) if (tokens := _names(piece.strip()))]
    short = [tokens for tokens in named if len(tokens) < TAGLINE]
    key = "".join(word for tokens in short or named for word in tokens)
    return _AGENCIES.get(key, key) or None


def same_outlet(report: Report, known: Known) -> bool | None:
    """None where a side names no outlet and the addresses do not tell either."""
    ours, theirs = outlet_key(report.outlet), outlet_key(known.outlet)
    here, there = _host(report.canonical), _host(known.canonical)
    if ours and theirs:
        return ours == theirs or (here is not None and here == there and (ours in theirs or theirs in ours))
    if here and there:
        return here == there
    return True if (here and _site(here) == theirs) or (there and _site(there) == ours) else None


def _aside(found: re.Match[str]) -> str:
    """What stands in brackets stays where it tells two outlets apart: "The Times (Halden)"."""
    return " " if SECTIONS.issuperset(words(found[1])) else f" {found[1]} "


def _names(piece: str) -> list[str]:
    """The words of a piece, or the site's name of an address; none where it is a section. "World" is one, and "The
    World" may be an outlet."""
    address = _ADDRESS.fullmatch(piece)
    if address:
        return [_site(address[1].casefold())]
    tokens = words(piece)
    if SECTIONS.issuperset(tokens) and tokens[:1] != ["the"]:
        return []
    return tokens[1:] if tokens[0] == "the" and len(tokens) > 1 else tokens


def _host(address: str | None) -> str | None:
    found = _HOST.match(address) if address else None
    return _EDITION.sub("", found[1].casefold()) if found else None


def _site(host: str) -> str:
    """ "theharbourpost" of www.theharbourpost.com, without "the" as in any name."""
    name = "".join(words(_ENDING.sub("", _EDITION.sub("", host))))
    return name[3:] if name.startswith("the") and len(name) > 5 else name
