"""A page's HTML to its readable text."""

from __future__ import annotations

import re
from typing import Any

import trafilatura
from lxml import etree  # type: ignore[import-untyped]
from trafilatura.utils import load_html

from bot.read import metadata
from bot.read.dates import time_or_none
from bot.read.page import Page

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

DEEPEST = 2_000
"Elements inside one another; a page nested deeper was made to break readers."

MOST_ELEMENTS = 50_000
MOST_CHILDREN = 5_000
"""In a page, and in one element of it. The longest live pages hold some ten thousand; the extraction compares
siblings with each other, and takes a minute for twenty thousand of them."""

ATTRIBUTE = r"""[\s/]*+=?[^\s/>=]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+)?)?"""
TAG = re.compile(rf"<!--.*?(?:-->|\Z)|<[a-z][^\s/>]*+(?:{ATTRIBUTE})*+", re.I | re.S)
"A comment, or a tag up to its end, cut up as the HTML standard's tokenizer does; nothing is tried twice."

MOST_ATTRIBUTES = 5_000
"In one tag. The parser compares each with all before it, so a hundred thousand keep it busy for ten seconds."


def read_page(html: str, url: str | None) -> Page:
    """A whole page, or a fragment such as a feed carries: its text with a blank line between paragraphs."""
    tree = None if _is_trap(html) else load_html(html)
    if tree is None or _is_maze(tree):
        return Page(text=None)
    if not PAGE.search(html[:2000]):
        return Page(text=_plain(tree) or None)
    said = metadata.read(tree, html)
    signs_in = tree.find(".//input[@type='password']") is not None
    document: Any = trafilatura.bare_extraction(
        tree,  # parsed once: what it says of itself has been read above, so it may be pruned now
        url=url,
        include_comments=False,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True, "outputformat": "%Y-%m-%d"},
    )
    return Page(
        text=_paragraphs(document.text) if document else None,
        title=(document.title if document else None) or said.title,
        byline=document.author if document else None,
        outlet=said.outlet,
        modified=said.modified,
        published=said.published or time_or_none(document.date if document else None),
        links=said.links,
        signs_in=signs_in,
    )


def _is_trap(html: str) -> bool:
    """Whether a tag has more attributes than any page needs."""
    tags = (found[0] for found in TAG.finditer(html) if found.end() - found.start() > 2 * MOST_ATTRIBUTES)
    return any(sum(1 for _ in re.finditer(ATTRIBUTE, tag)) > MOST_ATTRIBUTES for tag in tags if tag[:4] != "<!--")


def _paragraphs(text: str | None) -> str | None:
    """trafilatura gives a line a paragraph."""
    lines = [line.strip() for line in (text or "").split("\n")]
    return "\n\n".join(line for line in lines if line) or None


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


def _is_maze(tree: etree._Element) -> bool:
    """Whether a page is nested deeper, or holds more, than any that is meant to be read."""
    depth = elements = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        elements += event == "start"
        if depth > DEEPEST or elements > MOST_ELEMENTS or len(element) > MOST_CHILDREN:
            return True
    return False
