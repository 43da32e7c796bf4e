"""What `/lineage` answers: of a story, or of one article. `contract()` is the JSON of the command line."""

from __future__ import annotations

from typing import Any, ClassVar

from bot.shapes import Article, Carrier, Change, Traced, WireSource, WireText
from handlers.answers import Answer, Candidate


class StoryLineage(Answer):
    """Whose texts a story's reports are."""

    command: ClassVar[str] = "lineage"
    story: str | None = None
    title: str = ""
    independent: int = 0
    "reports that can confirm each other"
    newsrooms: tuple[str | None, ...] = ()
    "whose they are; None for one that is not named"
    built: int = 0
    "reports in own words that are built on another's"
    articles: int = 0
    texts: tuple[WireText, ...] = ()
    "those that several carry or built on; the other articles are their outlets' own"
    candidates: tuple[Candidate, ...] = ()

    def contract(self) -> dict[str, Any]:
        return {
            **_common(self),
            "story": self.story,
            "title": self.title,
            "independent": self.independent,
            "newsrooms": list(self.newsrooms),
            "built": self.built,
            "texts": [_text(one) for one in self.texts],
            "candidates": [one.model_dump(mode="json") for one in self.candidates],
        }


class ArticleLineage(Answer):
    """Whose text an article is, and what is new in it."""

    command: ClassVar[str] = "lineage"
    story: str
    title: str
    "the story's"
    traced: Traced
    text: WireText | None = None
    "the text it carries, with all who carry it; None where nobody else does or built on it"

    credit: str | None = None
    "the agency that it says its text is from, where that is not its outlet"
    sources: tuple[WireSource, ...] = ()
    "the same in figures"

    def contract(self) -> dict[str, Any]:
        traced, article = self.traced, self.traced.article
        return {
            **_common(self),
            **_named(article),
            "lineage": article.lineage,
            "of": traced.source.id if traced.source else None,
            "credit": self.credit,
            "new": round(traced.new, 4),
            "kept": round(traced.kept, 4),
            "passages": [one.model_dump(mode="json") for one in traced.passages],
            "fresh": [{"text": one.text, "start": one.span[0], "end": one.span[1]} for one in traced.fresh],
            "version": traced.version.id,
            "of_version": traced.source_version.id if traced.source_version else None,
            "changes": _changes(traced.changes),
            "story": self.story,
            "text": _text(self.text) if self.text else None,
        }


def _common(answer: Answer) -> dict[str, Any]:
    return {"command": answer.command, **answer.model_dump(mode="json", include={"line", "note", "instead"})}


def _named(article: Article) -> dict[str, Any]:
    named = article.model_dump(mode="json", include={"outlet", "title", "published", "seen", "url"})
    return {"article": article.id, **named}


def _text(text: WireText) -> dict[str, Any]:
    carriers = {
        kind: [_carrier(one) for one in getattr(text, kind)] for kind in ("carried", "cut", "changed", "built_on")
    }
    return {"root": text.root, "credit": text.agency, "unseen": text.unseen, "outlet": text.lead.outlet, **carriers}


def _carrier(one: Carrier) -> dict[str, Any]:
    return {
        **_named(one.article),
        "new": one.article.new,
        "kept": one.kept if one.kept is None else round(one.kept, 4),
        "headline": one.headline,
        "behind": one.behind,
        "changes": _changes(one.changes),
    }


def _changes(changes: tuple[Change, ...]) -> list[dict[str, Any]]:
    return [one.model_dump(mode="json") for one in changes]
