"""Whose text is this, and what is new in it: put together from what is kept and from the two texts themselves."""

from __future__ import annotations

from bot.match.fingerprints import fingerprint
from bot.match.lineage import measured
from bot.match.texts import decide
from bot.ports import Store
from bot.shapes import Article, Fingerprint, Known, Match, Report, Version


def descent_of_later(store: Store, workspace: str, article: str, report: Report, print_: Fingerprint) -> Match | None:
    """What a later text of an article is to the one that its earlier text was of: a page that opened with an agency's
    report is often the outlet's own an hour later. None where the earlier was its own."""
    kept = store.article(workspace, article)
    source = store.article(workspace, kept.of) if kept and kept.of else None
    version = source_version(store, kept) if kept else None
    if source is None or version is None:
        return None
    known = _known(source, version)
    match = decide(report, print_, [known])
    if match.outcome in ("duplicate", "revision"):  # its own outlet's: a teaser became the whole report
        return None
    return measured(match, report.prose, known if match.of else None)


def source_version(store: Store, article: Article) -> Version | None:
    """The version that an article's text is of: the one it was compared with, else the latest that was there then."""
    if article.of_version:
        return store.version(article.workspace, article.of_version)
    kept = store.versions(article.workspace, article.of) if article.of else []
    return next((one for one in reversed(kept) if one.seen <= article.seen), kept[0] if kept else None)


def _known(article: Article, version: Version) -> Known:
    return Known(
        article=article.id,
        version=version.id,
        story=article.story,
        outlet=article.outlet,
        title=version.title,
        canonical=None,
        published=version.published,
        credit=article.agency,
        exact=fingerprint(version.prose).exact,
        prose=version.prose,
    )
