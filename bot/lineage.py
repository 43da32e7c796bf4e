"""Whose text is this, and what is new in it: put together from what is kept and from the texts themselves."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from bot.analyse.sentences import sentences
from bot.edits import edits, is_around, stretch
from bot.match.fingerprints import fingerprint
from bot.match.lineage import measured
from bot.match.passages import mark_new, new_share, passages
from bot.match.texts import decide
from bot.ports import Store
from bot.shapes import COPIES, Article, Fingerprint, Known, Match, NewSentence, Passage, Report, Shared, Traced, Version

MOSTLY_NEW = 0.5
"a sentence of which so much is new is a new sentence; below, it is an old one edited"

LEAST_WORDS = 4
"fewer are a heading or a scrap that tells nothing by itself"


def descent_of_later(store: Store, workspace: str, article: str, report: Report, print_: Fingerprint) -> Match | None:
    """What a later text of an article is to the article that its earlier text was of, as that stands now: a page that
    opened with an agency's report is often the outlet's own an hour later. None where the earlier was its own."""
    kept = store.article(workspace, article)
    source = store.article(workspace, kept.of) if kept and kept.of else None
    if source is None:
        return None
    known = _known(source, store.versions(workspace, source.id)[-1])
    match = decide(report, print_, [known])
    if match.outcome in ("duplicate", "revision"):  # its own outlet's: a teaser became the whole report
        return None
    return measured(match, report.prose, known if match.of else None)


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


def trace(store: Store, article: Article) -> Traced | None:
    """An article's latest version beside the text it is of; None where no version of it is kept."""
    kept = store.versions(article.workspace, article.id)
    if not kept:
        return None
    own = Traced(article=article, version=kept[-1])
    source = store.article(article.workspace, article.of) if article.of and article.lineage != "own" else None
    version = _source_version(store, article) if source else None
    if source is None or version is None:
        return own
    ours, theirs = kept[-1].prose, version.prose
    found = passages(ours, theirs)
    return own.model_copy(
        update={
            "source": source,
            "source_version": version,
            "new": new_share(found, ours),
            "kept": 1 - new_share(passages(theirs, ours), theirs),
            "passages": tuple(Shared(text=ours[slice(*one.ours)], **one.model_dump()) for one in found),
            "fresh": tuple(_fresh(ours, found, article.lineage in COPIES)),
            "changes": edits(version, kept[-1], found) if article.lineage in COPIES else (),
        }
    )


def _source_version(store: Store, article: Article) -> Version | None:
    """The version that an article's text is of: the one it was compared with, else the latest that was there then."""
    if article.of_version:
        return store.version(article.workspace, article.of_version)
    kept = store.versions(article.workspace, article.of) if article.of else []
    return next((one for one in reversed(kept) if one.seen <= article.seen), kept[0] if kept else None)


def _fresh(prose: str, found: Sequence[Passage], is_copy: bool) -> list[NewSentence]:
    """The sentences of which most is new; of a copy, without those that its page sets around the text."""
    shared = stretch(one.ours for one in found) if is_copy else None
    starts, is_new = zip(*marked, strict=True) if (marked := mark_new(found, prose)) else ((), ())
    fresh = []
    for start, end in sentences(prose):
        of_it = is_new[bisect_left(starts, start) : bisect_left(starts, end)]
        is_new_one = len(of_it) >= LEAST_WORDS and sum(of_it) >= MOSTLY_NEW * len(of_it)
        if is_new_one and not is_around(prose[start:end], (start, end), shared):
            fresh.append(NewSentence(span=(start, end), text=prose[start:end]))
    return fresh
