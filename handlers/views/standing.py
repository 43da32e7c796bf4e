"""Draws where a text that came stands among those that carry it: whose it is, how many had it, where it was first."""

from __future__ import annotations

from bot.match.lineage import Text, agency_of, carrying, text_of
from bot.match.outlets import outlet_key
from bot.shapes import COPIES, Article, Outcome, StorySheet
from handlers.views.blocks import Part, t
from handlers.views.parts import source
from handlers.views.text import NO_OUTLET, clip, tidy, when
from handlers.views.wire import share

_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def standing(outcome: Outcome, sheet: StorySheet) -> list[list[Part]]:
    """Of a drop whose text was known, in lines: `Quay Press copy, 4th outlet to carry it; nothing in it is new.`,
    `Seen first: Quay Press, 6 Oct 12:00 UTC.`"""
    article = next((one for one in sheet.articles if one.id == outcome.article), None)
    text = text_of(article, sheet.articles) if article else None
    if article is None or text is None or outcome.outcome == "new":
        return []
    if outcome.outcome == "rewrite" and article.lineage not in COPIES:
        return [[t(_new(outcome))]] if outcome.new is not None else []
    lines = [[t(f"{copy_of(article, text)}; {_nothing(outcome)}")]] if article is not text.lead else []
    return [*lines, _first(text.lead)] if outcome.outcome != "revision" else lines


def copy_of(article: Article, text: Text) -> str:
    """`Quay Press copy, 4th outlet to carry it`."""
    name = clip(tidy(agency_of(text) or text.lead.outlet or NO_OUTLET), 60)
    kind = "cut" if article.lineage == "cut" else "copy"
    outlets = carrying(text)
    key = outlet_key(article.outlet) or article.id
    return f"{name} {kind}, {_nth(outlets.index(key) + 1)} outlet to carry it" if key in outlets else f"{name} {kind}"


def _nothing(outcome: Outcome) -> str:
    return "nothing in it is new." if not outcome.new else _new(outcome)


def _new(outcome: Outcome) -> str:
    return f"{share(outcome.new or 0)} of it is new."


def _first(lead: Article) -> list[Part]:
    came = f", taken in {when(lead.seen, lead.published)}" if lead.published else ""
    return [t("Seen first: "), *source(lead.outlet, lead.published, lead.url, seen=lead.seen), t(f"{came}.")]


def _nth(place: int) -> str:
    ending = "th" if place % 100 in (11, 12, 13) else _ENDINGS.get(place % 10, "th")
    return f"{place}{ending}"
