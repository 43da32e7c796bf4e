"""Drop -> Report, or a Rejection with a reason an editor understands."""

from __future__ import annotations

import re

from bot.read import guesses
from bot.read.credits import credit as credit_of
from bot.read.days import said_day
from bot.read.feed import is_feed
from bot.read.formats import HTML_START, MAX_BODY, sentence, too_long
from bot.read.furniture import furniture_of
from bot.read.identity import identity
from bot.read.lines import WORD, Line, lines_of
from bot.read.page import Page
from bot.read.phrases import NOTHING_HERE
from bot.shapes import Drop, Mark, Rejection, Report

LONGEST_TEXT = 300_000
"The longest text, in characters, that is read as one report: some 50,000 words. The longest features have 30,000."

MOST_LINES = 20_000
"The most paragraphs: a report of that many would be longer than is taken, had each a dozen letters."

FEWEST_WORDS = 3
"A flash can be this short: 'Explosion heard downtown'."

ADDRESS = re.compile(r"[a-z][a-z0-9+.-]{1,30}://\S+", re.I)

WALLS = {
    "cookies": "is a page that shows only its cookie notice: no article could be read on it",
    "appeal": "is a page that asks to subscribe or sign up: no article could be read on it",
}

LONGEST_NOTICE = 120
"Words: a longer text under the headline 'Page not found' may be a report on it."

FEWEST_ON_PAGE = 40
"Beside a login, a cookie notice or an offer to subscribe, a shorter text is a teaser or a label, not a report."


def read(drop: Drop) -> Report | Rejection:
    """Reads a drop. A text body stays as it is; from HTML the readable text is extracted. Furniture is marked."""
    if drop.problem:
        return Rejection(reason=drop.problem)
    body = drop.body or ""
    refusal = _refusal(drop, body)
    if refusal:
        return Rejection(reason=sentence(refusal))
    if drop.media == "html" or HTML_START.match(body[:8000]):
        return _read_html(drop, body)
    return _report(drop, Page(text=body), own=True)


def _refusal(drop: Drop, body: str) -> str | None:
    """Why a body is not looked at any further."""
    if drop.body is None:
        return "was never fetched"
    if not body.strip("\ufeff \t\r\n\xa0"):
        return "is empty"
    if len(body) > MAX_BODY:
        return too_long(len(body))
    if ADDRESS.fullmatch(body.strip()):
        return "is nothing but an address, and only those that begin with http or https can be fetched"
    if is_feed(body):
        return "is a feed where an article was expected: have the feed followed instead"
    return None


def _read_html(drop: Drop, body: str) -> Report | Rejection:
    from bot.read.html import read_page  # where it is needed: it takes long to load

    page = read_page(body, drop.url)
    if page.text is None:
        return Rejection(reason=sentence(_no_article(page)))
    return _report(drop, page, own=False)


def _no_article(page: Page) -> str:
    if page.signs_in:
        return "is a page that asks to sign in: no article could be read on it"
    return "is a page without a readable article"


def _report(drop: Drop, page: Page, own: bool) -> Report | Rejection:
    body = page.text or ""
    if len(body) > LONGEST_TEXT:
        return Rejection(reason=sentence(too_long(len(body), LONGEST_TEXT)))
    lines = lines_of(body)
    if len(lines) > MOST_LINES:
        return Rejection(reason=f"It has {len(lines):,} paragraphs: that is a list or a table, no report.")
    marks = furniture_of(body)
    prose = _unmarked(lines, marks)
    words = sum(line.words for line in prose)
    refusal = _too_little(words, marks, page, own)
    if refusal:
        return Rejection(reason=sentence(refusal))
    known_by, credit = identity(drop.url, page.links), credit_of(lines, page.byline)
    return Report(
        drop=drop.id,
        outlet=drop.outlet or page.outlet,
        title=drop.title or page.title or guesses.headline(prose),
        published=drop.published or page.published or said_day(drop.url or known_by.address, lines, drop.received),
        modified=page.modified,
        url=drop.url or known_by.address,
        canonical=known_by.address,
        byline=page.byline or guesses.byline(lines),
        language=guesses.language(body),
        credit=credit.agency if credit else known_by.origin,
        wire=credit is not None and credit.wrote,
        body=body,
        own_body=own,
        furniture=marks,
    )


def _too_little(words: int, marks: tuple[Mark, ...], page: Page, own: bool) -> str | None:
    """Why so few words of prose are no report; a text may be a flash, a page with a wall before it is none."""
    kinds = {mark.kind for mark in marks}
    if not own and words < LONGEST_NOTICE and NOTHING_HERE.search(page.title or ""):
        return "is a page that says there is nothing at its address"
    if not own and words < FEWEST_ON_PAGE and (page.signs_in or kinds & {"cookies", "appeal"}):
        return _no_article(page) if page.signs_in else WALLS["cookies" if "cookies" in kinds else "appeal"]
    if words >= FEWEST_WORDS:
        return None
    if not own:
        return _no_article(page)
    return (
        "holds nothing but adverts, notices and links: no report" if WORD.search(page.text or "") else "holds no words"
    )


def _unmarked(lines: list[Line], marks: tuple[Mark, ...]) -> list[Line]:
    """The lines that are prose, whole or in part."""
    marked = {(mark.start, mark.end) for mark in marks}
    return [line for line in lines if (line.start, line.end) not in marked]
