"""A page's HTML to its readable text and what it says of itself."""

from __future__ import annotations

import json
import re
from datetime import datetime
from typing import Any

import trafilatura
from lxml import etree  # type: ignore[import-untyped]
from trafilatura.utils import load_html

from bot.read.dates import time_or_none
from bot.shapes import Shape

PAGE = re.compile(r"<(?:html|head|body|!doctype)\b", re.I)

BLOCKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "header",
        "footer",
        "main",
        "aside",
        "nav",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "blockquote",
        "pre",
        "table",
        "tr",
        "td",
        "th",
        "br",
        "hr",
        "figure",
        "figcaption",
        "form",
        "fieldset",
        "address",
        "details",
        "summary",
    ]
)
UNREAD = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "iframe",
        "svg",
        "math",
        "form",
        "button",
        "select",
        "nav",
        "figure",
        "head",
        "title",
    ]
)

OUTLET_FIELDS = ("og:site_name", "application-name", "dc.publisher")
TITLE_FIELDS = ("og:title", "twitter:title", "headline", "dc.title")
TIME_FIELDS = (
    "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date",
    "article.published", "dc.date.issued", "dcterms.created", "dc.date", "date", "pubdate",
)  # fmt: skip

CHANGE_FIELDS = ("article:modified_time", "og:article:modified_time", "datemodified", "og:updated_time", "lastmod")

PUBLISHED = re.compile(r'"datePublished"\s{0,9}:\s{0,9}"([^"\\]{4,64})"')

DEEPEST = 2_000
"Elements inside one another; a page nested deeper was made to break readers."


class Page(Shape):
    """A page that has been read; `text` is None where there was nothing to read."""

    text: str | None
    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    published: datetime | None = None
    modified: datetime | None = None
    link: str | None = None
    "its canonical link, as it gives it"
    signs_in: bool = False
    "whether it asks for a password"


def read_page(html: str, url: str | None) -> Page:
    """A whole page, or a fragment such as a feed carries: its text with a blank line between paragraphs."""
    tree = load_html(html)
    if tree is None or _too_deep(tree):
        return Page(text=None)
    if not PAGE.search(html[:2000]):
        return Page(text=_plain(tree) or None)
    fields = _fields(tree)
    link = tree.find(".//link[@rel='canonical']")
    signs_in = tree.find(".//input[@type='password']") is not None
    document: Any = trafilatura.bare_extraction(
        html,
        url=url,
        include_comments=False,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True, "outputformat": "%Y-%m-%d"},
    )
    return Page(
        text=_paragraphs(document.text) if document else None,
        title=(document.title if document else None) or _first(fields, TITLE_FIELDS),
        byline=document.author if document else None,
        outlet=_first(fields, OUTLET_FIELDS),
        modified=_first_time(fields, CHANGE_FIELDS),
        published=_published(fields, html) or time_or_none(document.date if document else None),
        link=link.get("href") if link is not None else fields.get("og:url"),
        signs_in=signs_in,
    )


def _paragraphs(text: str | None) -> str | None:
    """trafilatura gives a line a paragraph."""
    lines = [line.strip() for line in (text or "").split("\n")]
    return "\n\n".join(line for line in lines if line) or None


def _fields(tree: etree._Element) -> dict[str, str]:
    """The page's `<meta>` fields by lower-case name, the first of each."""
    fields: dict[str, str] = {}
    for meta in tree.iterfind(".//meta[@content]"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
        if name and meta.get("content").strip():
            fields.setdefault(name, " ".join(meta.get("content").split())[:500])
    return fields


def _first(fields: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((fields[name] for name in names if name in fields), None)


def _first_time(fields: dict[str, str], names: tuple[str, ...]) -> datetime | None:
    times = (time_or_none(fields.get(name)) for name in names)
    return next((when for when in times if when), None)


def _published(fields: dict[str, str], html: str) -> datetime | None:
    """With its hour, which trafilatura's date has not."""
    found = _first_time(fields, TIME_FIELDS)
    if found:
        return found
    linked = PUBLISHED.search(html)
    return time_or_none(json.loads(f'"{linked[1]}"', strict=False)) if linked else None


def _plain(tree: etree._Element) -> str:
    """All the text of a fragment: a paragraph for each block."""
    paragraphs: list[list[str]] = [[]]
    for event, element in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        tag = element.tag if isinstance(element.tag, str) else None
        if (event == "start" and tag in BLOCKS) or (event == "end" and tag in BLOCKS):
            paragraphs.append([])
        if event == "start" and tag and not _is_unread(element):
            paragraphs[-1].append(element.text or "")
        if (
            event != "start"
            and element is not tree
            and not (element.getparent() is not None and _is_unread(element.getparent()))
        ):
            paragraphs[-1].append(element.tail or "")
    lines = (" ".join("".join(paragraph).split()) for paragraph in paragraphs)
    return "\n\n".join(line for line in lines if line)


def _is_unread(element: etree._Element) -> bool:
    """Whether an element, or one around it, holds no prose."""
    return any(node.tag in UNREAD for node in (element, *element.iterancestors()))


def _too_deep(tree: etree._Element) -> bool:
    depth = deepest = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest > DEEPEST
