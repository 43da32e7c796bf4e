"""What the addresses of two reports say: one page, two parts of one article, or nothing."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urlsplit

from bot.shapes import Known, Report

_NUMBER = re.compile(
    r"(?<![a-z\d])(?:[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}|[\da-f]{24,40}|[a-z]{0,2}\d{6,12})(?![a-z\d])", re.I
)
"An article's number in its outlet's system, which stays when its headline and its address change."

_DAY = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-3]\d(?:[0-2]\d(?:[0-5]\d)?)?)?")

_PART = re.compile(r"(?:[?&](?:page|pg|paged|pagenum|seite|part)=|/(?:page|seite|part)[/-])(\d{1,4})(?=$|[&/])", re.I)

_SLUG = re.compile(r"/(?:[^/]*\d{5}[^/]*|(?:[^/-]+-){2,}[^/]*)$")


def same_page(report: Report, known: Known) -> bool:
    """One article by its address: the one it has now, one it had before, or the number in it. A front page is none,
    for it shows another article every hour."""
    if not report.canonical or is_front(report.canonical):
        return False
    if report.canonical == known.canonical:
        return True
    return (known.here or same_number(report, known)) and not other_part(report, known)


def same_number(report: Report, known: Known) -> bool:
    """Whether their site knows both by one number, whatever else their addresses say."""
    ours = page_number(report.canonical)
    return ours is not None and ours == page_number(known.canonical)


def is_now(report: Report, known: Known) -> bool:
    """Whether it stands where the article stands now: what is fetched there is what readers see."""
    return bool(report.canonical) and report.canonical == known.canonical


def other_part(report: Report, known: Known) -> bool:
    """Page 2 of an article is no version of page 1."""
    if not report.canonical or not known.canonical:
        return False
    ours, theirs = _part(report.canonical), _part(known.canonical)
    return ours != theirs


def two_pages(report: Report, known: Known) -> bool:
    """Whether both have an address, and each another."""
    return bool(report.canonical and known.canonical) and not same_page(report, known)


@lru_cache(maxsize=4096)
def page_number(address: str | None) -> str | None:
    """The site and the number by which it knows an article: `post.example#812345`. A day is none, and a
    number that stands by itself before the last segment may be a topic's."""
    parts = urlsplit(address or "")
    *_, before, last = ["", "", *parts.path.split("/")]
    found = _numbers(f"{last}?{parts.query}") or ([] if before.isdigit() else _numbers(before))
    return f"{parts.hostname}#{max(found, key=len).lower()}" if found else None


def _numbers(piece: str) -> list[str]:
    return [one for one in _NUMBER.findall(piece) if not _DAY.fullmatch(one)]


def names_article(address: str | None) -> bool:
    """Whether an address can be that of one article only: it holds a number or the words of a headline. `/live` and
    `/latest` name a place where articles come and go."""
    parts = urlsplit(address or "")
    return bool(_SLUG.search(parts.path)) or page_number(address) is not None


def is_front(address: str) -> bool:
    return not re.match(r"[a-z]+://[^/?#]*[/?#]+[^/?#]", address, re.IGNORECASE)


def _part(address: str) -> str:
    found = _PART.search(address)
    return found[1] if found else "1"
