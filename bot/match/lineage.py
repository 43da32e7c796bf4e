"""Whose text each article is, and how many reports of a story can confirm each other (docs/decisions/0020)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.match.outlets import outlet_key
from bot.match.passages import new_share, passages
from bot.match.texts import COPY
from bot.match.versions import SAME
from bot.shapes import Article, Known, LineageKind, Match

_OF_OUTCOME: dict[str, LineageKind] = {"new": "own", "revision": "version"}


@dataclass(frozen=True)
class Text:
    """One text with the articles of a story that carry it and those that are built on it, in their order."""

    root: str
    lead: Article
    "the root; where that is not among them, the first that carries it"
    copies: tuple[Article, ...]
    "all that carry it, without the lead"
    built_on: tuple[Article, ...] = ()


def lineage_of(match: Match) -> LineageKind:
    """What a match makes of its text. A teaser is a cut of its own outlet's report, though that is no copy."""
    if match.cut and match.outcome in ("copy", "rewrite"):
        return "cut"
    kind: LineageKind = _OF_OUTCOME.get(match.outcome) or match.outcome  # type: ignore[assignment]
    return kind


def measured(match: Match, prose: str, known: Known | None) -> Match:
    """The match with what is new in the report's prose, and what it keeps, of the text it is of. A copy that has little
    new and leaves much out is a cut, also where the match took what it leaves out for the other page's."""
    if known is None:
        return match.model_copy(update={"new": 1.0})
    new = new_share(passages(prose, known.prose), prose)
    kept = 1 - new_share(passages(known.prose, prose), known.prose)
    cut = match.cut or (match.outcome == "copy" and new <= 1 - COPY and kept < SAME)
    return match.model_copy(update={"version": known.version, "new": round(new, 4), "kept": round(kept, 4), "cut": cut})


def texts(articles: Sequence[Article]) -> list[Text]:
    """The texts of a story in the order in which the first article of each stands."""
    carriers: dict[str, list[Article]] = {}
    for article in articles:
        carriers.setdefault(root_of(article), []).append(article)
    whose = {article.id: root_of(article) for article in articles}
    built: dict[str, list[Article]] = {}
    for article in articles:
        if article.lineage == "rewrite" and article.of:
            built.setdefault(whose.get(article.of, article.of), []).append(article)
    return [_text(root, carrying, built.get(root, ())) for root, carrying in carriers.items()]


def _text(root: str, carrying: Sequence[Article], built: Iterable[Article]) -> Text:
    lead = next((article for article in carrying if article.id == root), carrying[0])
    return Text(root, lead, tuple(article for article in carrying if article is not lead), tuple(built))


def root_of(article: Article) -> str:
    """The article whose text it carries: its own, or the first of its chain of copies."""
    return article.root or article.id


def agency_of(text: Text) -> str | None:
    """The agency that the text is from, as those say who carry it; the first that says so."""
    return next((one.agency for one in (text.lead, *text.copies) if one.agency), None)


def independent(articles: Sequence[Article]) -> int:
    """How many reports can confirm each other: the newsrooms whose own work is among them. Copies and cuts add none,
    nor do texts built on another's; an agency counts once, whoever carries it, and so does an outlet that reports
    twice."""
    return len(newsrooms(articles))


def newsrooms(articles: Sequence[Article]) -> tuple[str | None, ...]:
    """Those whose own work is among the articles, in the order of their first; None for one that is not named."""
    names: dict[str, str | None] = {}
    for text in texts(articles):
        if text.lead.lineage != "rewrite":
            names.setdefault(_newsroom(text), agency_of(text) or text.lead.outlet)
    return tuple(names.values())


def built(articles: Iterable[Article]) -> int:
    """How many reports are built on another's text."""
    return sum(article.lineage == "rewrite" for article in articles)


def _newsroom(text: Text) -> str:
    """Whose work it is: the agency's, the outlet's; with neither named the text stands for itself."""
    return outlet_key(agency_of(text)) or outlet_key(text.lead.outlet) or text.root


def carrying(text: Text) -> list[str]:
    """The outlets that carry a text, by their keys, in the order in which they did; the agency it is from is none."""
    agency = outlet_key(agency_of(text))
    keys = (outlet_key(one.outlet) or one.id for one in (text.lead, *text.copies))
    return [key for key in dict.fromkeys(keys) if key != agency]


def text_of(article: Article, articles: Sequence[Article]) -> Text | None:
    """The text that an article of a story carries."""
    return next((text for text in texts(articles) if article in (text.lead, *text.copies)), None)
