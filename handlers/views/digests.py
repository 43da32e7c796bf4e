"""Draws the digest of a channel, and its preview."""

from __future__ import annotations

from bot.shapes import Digest, DigestEntry
from handlers.answers import DigestAnswer, told
from handlers.views.blocks import Block, Message, Part, bullets, context, header, line, message, rich, t
from handlers.views.cards import KIND_WORDS, confirmed
from handlers.views.parts import footer, pages, shown
from handlers.views.text import NO_OUTLET, clip, plural, tidy, when

# A posted digest is read at once and cannot turn pages; a preview can.
POSTED, SHOWN = 12, 6
TITLE, SUMMARY = 150, 180
CONFLICTS_SHOWN, OUTLETS_SHOWN = 2, 5


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
    stories = plural(len(digest.entries), "story", "stories")
    conflicts = sum(_open(entry) for entry in digest.entries)
    told = f"{stories}, {plural(digest.articles, 'report')}" + (
        f", {plural(conflicts, 'open conflict')}" if conflicts else ""
    )
    return [
        header(f"Digest: {told}" if digest.entries else "Digest: nothing new"),
        context(f"{when(digest.since, digest.until)} to {when(digest.until)}"),
    ]


def _open(entry: DigestEntry) -> int:
    return len(told(entry.sheet.conflicts))


def _entry(entry: DigestEntry) -> Block | None:
    sheet = entry.sheet
    return rich(
        line(t(clip(tidy(sheet.story.title), TITLE), "bold"), t(f"  {_news(entry)}")),
        bullets([[t(_outlets(entry))], *_conflicts(entry)]),
    )


def _news(entry: DigestEntry) -> str:
    """`new · 5 reports, 3 independent · 1 changed`."""
    parts = ["new"] if entry.fresh else []
    parts.append(f"{plural(entry.reports, 'report')}" if entry.reports else "no new report")
    parts[-1] += f" ({entry.sheet.voices} independent in all)" if len(entry.sheet.articles) > 1 else ""
    if entry.revised:
        parts.append(f"{entry.revised} changed")
    return " · ".join(parts)


def _outlets(entry: DigestEntry) -> str:
    names = list(dict.fromkeys(clip(tidy(a.outlet or NO_OUTLET), 60) for a in reversed(entry.sheet.articles)))
    rest = len(names) - OUTLETS_SHOWN
    return ", ".join(names[:OUTLETS_SHOWN]) + (f" and {rest} more" if rest > 0 else "")


def _conflicts(entry: DigestEntry) -> list[list[Part]]:
    open_ = told(entry.sheet.conflicts)
    lines = [
        [
            t("Conflict: ", "bold"),
            t(clip(tidy(one.summary), SUMMARY)),
            t(f" ({KIND_WORDS[one.kind]}{confirmed(one.confirmed)})"),
        ]
        for one in open_[:CONFLICTS_SHOWN]
    ]
    rest = len(open_) - CONFLICTS_SHOWN
    return [*lines, [t(f"and {plural(rest, 'more conflict')}")]] if rest > 0 else lines
