"""Drop -> Report, or a Rejection with a reason an editor understands."""

from __future__ import annotations

from bot.read import guesses
from bot.read.addresses import canonical, same_site
from bot.read.feed import is_feed
from bot.read.formats import HTML_START, MAX_BODY, sentence, too_long
from bot.read.furniture import furniture_of
from bot.read.html import Page, read_page
from bot.read.lines import WORD, Line, lines_of
from bot.shapes import Drop, Mark, Rejection, Report

LONGEST_TEXT = 1_000_000
"The longest text, in characters, that is read as one report: some 160,000 words, a thick book."

FEWEST_WORDS = 3
"A flash can be this short: 'Explosion heard downtown'."

FEWEST_ON_PAGE = 25
"Under a whole page's address a shorter text is a label, a login or a consent wall, not a report."


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
    if is_feed(body):
        return "is a feed where an article was expected: have the feed followed instead"
    return None


def _read_html(drop: Drop, body: str) -> Report | Rejection:
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
        return Rejection(reason=f"It is too long for one report: {len(body):,} characters.")
    marks = furniture_of(body)
    lines = lines_of(body)
    prose = _unmarked(lines, marks)
    words = sum(line.words for line in prose)
    if words < FEWEST_WORDS:
        return Rejection(reason=sentence(_wordless(body, page)))
    if page.signs_in and words < FEWEST_ON_PAGE:
        return Rejection(reason=sentence(_no_article(page)))
    given = canonical(drop.url)
    # Syndicated copies name the original as their canonical page; only a page's word about its own site counts.
    own_link = page.link if page.link and (not given or same_site(page.link, given)) else None
    return Report(
        drop=drop.id,
        outlet=drop.outlet or page.outlet,
        title=drop.title or page.title or guesses.headline(prose),
        published=drop.published or page.published,
        url=drop.url or canonical(page.link),
        canonical=canonical(own_link) or given,
        byline=page.byline or guesses.byline(lines),
        language=guesses.language(body),
        credit=guesses.credit(lines),
        body=body,
        own_body=own,
        furniture=marks,
    )


def _wordless(body: str, page: Page) -> str:
    if page.signs_in:
        return _no_article(page)
    if WORD.search(body):
        return "holds nothing but adverts, notices and links: no report"
    return "holds no words"


def _unmarked(lines: list[Line], marks: tuple[Mark, ...]) -> list[Line]:
    """The lines that are prose, whole or in part."""
    marked = {(mark.start, mark.end) for mark in marks}
    return [line for line in lines if (line.start, line.end) not in marked]
