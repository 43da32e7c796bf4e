"""Draws the digest of a channel, and its preview.

A story takes a few lines: what came and from whom, what changed, and which conflicts are open, the new ones first.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.shapes import Conflict, Digest, DigestEntry, Moved, Revised
from handlers.answers import DigestAnswer
from handlers.views.blocks import Block, Message, Part, bullets, context, header, line, link, message, rich, t
from handlers.views.cards import KIND_WORDS, confirmed
from handlers.views.changing import LABELS, reason
from handlers.views.parts import footer, listed, pages, shown
from handlers.views.text import NO_OUTLET, clip, deep_link, plural, tidy, when
from handlers.views.wire import carried

# A posted digest is read at once and cannot turn pages; a preview can.
POSTED, SHOWN = 12, 6
TITLE, SUMMARY, PASSAGE = 150, 180, 200
CONFLICTS_SHOWN, SOURCES_SHOWN = 2, 1


def digest(digest: Digest) -> Message:
    """The digest as it is posted."""
    entries, rest = digest.entries[:POSTED], len(digest.entries) - POSTED
    return message(
        *_top(digest),
        *(_entry(entry) for entry in entries),
        context(f"and {rest} more {'story' if rest == 1 else 'stories'}: /digest shows them all" if rest > 0 else ""),
    )


def digest_view(answer: DigestAnswer, page: int = 0) -> Message:
    """Its preview, in pages."""
    total = len(answer.digest.entries)
    start, end = pages(total, SHOWN, page)
    return message(
        *_top(answer.digest),
        rich(line(t(answer.note))) if answer.note else None,
        *(_entry(entry) for entry in answer.digest.entries[start:end]),
        context(shown(total, SHOWN, page, "story", "stories") if total > SHOWN else ""),
        footer(answer, total, SHOWN, page),
    )


def _top(digest: Digest) -> list[Block | None]:
    parts = [plural(len(digest.entries), "story", "stories"), plural(digest.articles, "new report")]
    conflicts = sum(len(entry.conflicts) for entry in digest.entries)
    if conflicts:
        new = sum(entry.new_conflicts for entry in digest.entries)
        parts.append(plural(conflicts, "open conflict") + (f" ({new} new)" if 0 < new < conflicts else ""))
    return [
        header(f"Digest: {', '.join(parts)}" if digest.entries else "Digest: nothing new"),
        context(f"{when(digest.since, digest.until)} to {when(digest.until)}"),
    ]


def _entry(entry: DigestEntry) -> Block | None:
    title = clip(tidy(entry.sheet.story.title), TITLE)
    return rich(
        line(t(title, "bold"), *([t(" · new story")] if entry.fresh else [])),
        bullets([*_reports(entry), *_changed(entry), *_conflicts(entry.conflicts, entry.new_conflicts)]),
    )


def _reports(entry: DigestEntry) -> list[list[Part]]:
    """`5 new reports, 2 of them copies: Coast Radio, Tarrow Star · 9 independent in all`."""
    if not entry.reports:
        return [[t(f"No new report · {entry.sheet.voices} independent in all")]]
    parts = [t(plural(entry.reports, "new report"))]
    if entry.copies:
        parts.append(t(f", {entry.copies} of them {'a copy' if entry.copies == 1 else 'copies'}"))
    if entry.came:
        parts.append(t(f": {listed([article.outlet or NO_OUTLET for article in entry.came])}"))
    if entry.sheet.voices != entry.reports - entry.copies:
        parts.append(t(f" · {entry.sheet.voices} independent in all"))
    return [parts, *([t(carried(one))] for one in entry.sheet.sources[:SOURCES_SHOWN] if entry.copies)]


def _changed(entry: DigestEntry) -> list[list[Part]]:
    figures = [_moved(one) for one in entry.moved]
    rest = entry.revised - len(entry.changes)
    versions = [_revised(one) for one in entry.changes]
    if rest > 0:  # small changes, or more than are told
        versions.append([t(plural(rest, "other report" if versions else "report") + " changed")])
    return figures + versions


def _moved(one: Moved) -> list[Part]:
    """`Killed: 9 → 10 (Coast Radio, 6 Oct 12:30 UTC)`."""
    what = one.what[:1].upper() + one.what[1:]
    source = f" ({clip(tidy(one.outlet or NO_OUTLET), 60)}, {when(one.at, one.at)})"
    return [t(f"{what}: ", "bold"), t(f"{one.before} → {one.after}"), t(source)]


def _revised(one: Revised) -> list[Part]:
    """`Coast Radio, correction: This article was amended …`."""
    change = one.change
    words = change.after or change.before or ""
    outlet = link(deep_link(one.url, change.after or ""), clip(tidy(one.outlet or NO_OUTLET), 60), "bold")
    why = reason(change.kind, change.why)
    label = LABELS[change.kind]
    parts = [outlet, t(f", {label[0].lower()}{label[1:]}{f' ({clip(tidy(why), 80)})' if why else ''}: ")]
    more = f" · {plural(one.more, 'further change')}" if one.more else ""
    return [*parts, t(clip(tidy(words), PASSAGE)), t(more)]


def _conflicts(open_: Sequence[Conflict], new: int) -> list[list[Part]]:
    lines = [_conflict(one, at < new) for at, one in enumerate(open_[:CONFLICTS_SHOWN])]
    rest = len(open_) - CONFLICTS_SHOWN
    fresh = new - CONFLICTS_SHOWN
    if rest > 0 and fresh >= rest:
        lines.append([t(f"and {plural(rest, 'more new conflict')}")])
    elif rest > 0:
        lines.append([t(f"and {plural(rest, 'more open conflict')}{f', {fresh} of them new' if fresh > 0 else ''}")])
    return lines


def _conflict(one: Conflict, is_new: bool) -> list[Part]:
    kind = f" ({KIND_WORDS[one.kind]}{confirmed(one.confirmed)})"
    return [t("New conflict: " if is_new else "Conflict: ", "bold"), t(clip(tidy(one.summary), SUMMARY)), t(kind)]
