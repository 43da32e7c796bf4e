"""A story's wire lineage: whose texts its reports are, who carries each, who cut or changed it, who built on it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from functools import cached_property

from bot.analyse.changes import changes
from bot.edits import edits
from bot.match.lineage import Text, agency_of, texts
from bot.match.outlets import outlet_key
from bot.match.passages import new_share, passages
from bot.match.words import words
from bot.ports import Store
from bot.shapes import Article, Carrier, Version, WireSource, WireText

MOST_COMPARED = 60
"copies that are held against their texts, some 20 ms each, the latest; the others are told by their shares alone"

LEFT_OUT = frozenset({"removed", "quote-removed"})
"Kinds of change that a cut makes."


def wire_texts(
    store: Store, articles: Sequence[Article], most: int = MOST_COMPARED, root: str | None = None
) -> tuple[WireText, ...]:
    """The texts that more than one of a story's articles carries or is built on, those in most articles first; only
    that of `root` where it is given. So many copies that are not whole are held against theirs."""
    shared = [text for text in texts(articles) if (text.copies or text.built_on) and root in (None, text.root)]
    edited = [one for text in shared for one in text.copies if not _is_whole(one, text)]
    compared = {one.id for one in sorted(edited, key=lambda one: one.seen)[-most:]}
    found = [_wire_text(_Original(store, text), compared) for text in shared]
    return tuple(sorted(found, key=lambda one: (-len(one.copies), -len(one.built_on), one.lead.seen)))


class _Original:
    """A text as its own article has it, in all its versions."""

    def __init__(self, store: Store, text: Text) -> None:
        self.store, self.text = store, text
        self._old: dict[str | None, bool] = {}

    @cached_property
    def versions(self) -> list[Version]:
        return self.store.versions(self.text.lead.workspace, self.text.root)

    def beside(self, article: Article, at: Version) -> Version | None:
        """The version that an article was compared with; of a copy of a copy, the one that was current then."""
        if article.of == self.text.root and article.of_version:
            return next((one for one in self.versions if one.id == article.of_version), None)
        there = [one for one in self.versions if one.seen <= at.seen] or self.versions[:1]
        return there[-1] if there else None

    def is_old(self, version: str | None) -> bool:
        """Whether its article changed something that matters after a version."""
        if version not in self._old:
            before = next((one for one in self.versions if one.id == version), self.versions[-1])
            self._old[version] = any(one.matters for one in changes(before.prose, self.versions[-1].prose))
        return self._old[version]


def _is_whole(article: Article, text: Text) -> bool:
    """Whether it carries all of the text and no word more, so that nothing need be compared."""
    return article.of == text.root and article.new == 0 and article.kept == 1


def _wire_text(original: _Original, compared: Set[str]) -> WireText:
    text, agency = original.text, agency_of(original.text)
    unseen = agency is not None and outlet_key(agency) != outlet_key(text.lead.outlet)
    carriers = [_carrier(original, one, one.id in compared) for one in text.copies]
    as_it_is = Carrier(article=text.lead, kept=1.0)
    return WireText(
        root=text.root,
        lead=text.lead,
        agency=agency,
        unseen=unseen,
        carried=tuple([as_it_is] * unseen + [one for one in carriers if _what(one) == "carried"]),
        cut=tuple(one for one in carriers if _what(one) == "cut"),
        changed=tuple(one for one in carriers if _what(one) == "changed"),
        built_on=tuple(Carrier(article=one, kept=one.kept) for one in text.built_on),
    )


def wire_sources(found: Sequence[WireText]) -> tuple[WireSource, ...]:
    """Whose texts are carried, those in most outlets first. Several texts of one agency are told as one."""
    by_source: dict[str, list[WireText]] = {}
    for text in found:
        by_source.setdefault(_source_key(text), []).append(text)
    sources = [_source(key, texts) for key, texts in by_source.items()]
    return tuple(sorted((one for one in sources if one.outlets), key=lambda one: -one.outlets))


def _source_key(text: WireText) -> str:
    return outlet_key(text.agency or text.lead.outlet) or text.root


def _source(key: str, found: Sequence[WireText]) -> WireSource:
    copies = [one for text in found for one in text.copies]

    def outlets(carriers: Iterable[Carrier]) -> int:
        return len({outlet_key(one.article.outlet) or one.article.id for one in carriers} - {key})

    return WireSource(
        name=found[0].agency or found[0].lead.outlet,
        is_agency=found[0].agency is not None,
        outlets=outlets(copies),
        cut=outlets(one for text in found for one in text.cut),
        changed=outlets(one for text in found for one in text.changed),
        behind=outlets(one for one in copies if one.behind),
    )


def _carrier(original: _Original, article: Article, compare: bool) -> Carrier:
    lead = original.text.lead
    headline = article.title if words(article.title or "") != words(lead.title or "") else None
    told = Carrier(article=article, kept=article.kept, headline=headline)
    if _is_whole(article, original.text):
        return told.model_copy(update={"behind": original.is_old(article.of_version)})
    if not compare:
        return told
    after = original.store.versions(article.workspace, article.id)[-1]
    before = original.beside(article, after)
    if before is None:
        return told
    found = passages(after.prose, before.prose)
    return told.model_copy(
        update={
            "kept": 1 - new_share(passages(before.prose, after.prose), before.prose),
            "changes": edits(before, after, found),
            "behind": original.is_old(before.id),
        }
    )


def _what(carrier: Carrier) -> str:
    """What an article made of a text that it carries."""
    if any(change.kind not in LEFT_OUT for change in carrier.changes):
        return "changed"
    return "cut" if carrier.changes or carrier.article.lineage == "cut" else "carried"
