"""Draws whose texts a story's reports are: in one line for cards and digests, and each text with all who carry it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.shapes import Article, Carrier, Change, WireSource, WireText
from handlers.lineage import StoryLineage
from handlers.views.blocks import Block, Message, Part, bullets, context, header, line, link, message, rich, t
from handlers.views.changing import LABELS, reason
from handlers.views.parts import footer, listed, pages, picker, shown, source
from handlers.views.text import NO_OUTLET, clip, plural, safe_url, tidy

TEXTS_SHOWN, CARRIERS_SHOWN, CHANGES_SHOWN = 3, 8, 2
NEWSROOMS_SHOWN = 15
WORDS, WHY = 160, 80


# --- in one line -----------------------------------------------------------------------------


def carried(one: WireSource) -> str:
    """`Quay Press copy in 7 outlets, 2 changed it, 1 cut it`; of an outlet's report that it was copied."""
    name = clip(tidy(one.name or NO_OUTLET), 60)
    many = plural(one.outlets, "outlet")
    told = [f"{name} copy in {many}" if one.is_agency else f"{name}’s report copied by {many}"]
    told += [f"{one.changed} changed it"] if one.changed else []
    told += [f"{one.cut} cut it"] if one.cut else []
    told += [f"{one.behind} carry an earlier version"] if one.behind > 1 else []
    told += ["1 carries an earlier version"] if one.behind == 1 else []
    return ", ".join(told)


def confirmed_by(independent: int, built: int) -> str:
    """`3 independent reports, 2 built on them`."""
    on = f", {built} built on {'it' if independent == 1 else 'them'}" if built else ""
    return plural(independent, "independent report") + on


def share(part: float) -> str:
    """In per cent; 0 and 100 mean none and all."""
    return f"{min(max(round(part * 100), 1 if part > 0 else 0), 99 if part < 1 else 100)} %"


# --- a story ---------------------------------------------------------------------------------


def story_view(answer: StoryLineage, page: int = 0) -> Message:
    """Its texts, those in most outlets first; or the stories that may have been meant."""
    start, end = pages(len(answer.texts), TEXTS_SHOWN, page)
    return message(
        header(f"Whose texts: {answer.title}" if answer.title else "Whose text"),
        context(_counts(answer, page)),
        rich(line(t(answer.note))) if answer.note else None,
        *picker(answer.candidates or answer.instead),
        *(text_block(one) for one in answer.texts[start:end]),
        _independent(answer),
        footer(answer, len(answer.texts), TEXTS_SHOWN, page),
    )


def _counts(answer: StoryLineage, page: int) -> str:
    if not answer.story:
        return ""
    texts = shown(len(answer.texts), TEXTS_SHOWN, page, "shared text")
    told = [plural(answer.articles, "report"), confirmed_by(answer.independent, answer.built), texts]
    return " · ".join(told if answer.texts else told[:-1])


def _independent(answer: StoryLineage) -> Block | None:
    """Who can confirm whom."""
    if not answer.newsrooms:
        return None
    names = [clip(tidy(name or NO_OUTLET), 60) for name in answer.newsrooms]
    rest = f" and {len(names) - NEWSROOMS_SHOWN} more" if len(names) > NEWSROOMS_SHOWN else ""
    return rich(line(t("Own reporting: ", "bold"), t(", ".join(names[:NEWSROOMS_SHOWN]) + rest)))


def text_block(text: WireText) -> Block | None:
    """One text: whose it is, and what others made of it."""
    return rich(line(t(_whose(text), "bold"), *_first(text)), bullets(_made_of_it(text)))


def _whose(text: WireText) -> str:
    name = clip(tidy(text.agency or text.lead.outlet or NO_OUTLET), 60)
    return f"{name} copy" if text.agency else f"{name}’s report"


def _first(text: WireText) -> list[Part]:
    """Where it was seen first."""
    note = "; the agency’s own was not seen" if text.unseen else ""
    lead = text.lead
    title = [t(" “"), t(clip(tidy(lead.title), WORDS)), t("”")] if lead.title else []
    return [*title, t(", first seen: "), *source(lead.outlet, lead.published, lead.url, seen=lead.seen), t(note)]


def _made_of_it(text: WireText) -> list[list[Part]]:
    """What others did with it, a line each."""
    at = text.lead.published or text.lead.seen
    lines = [[t("As it is: ", "bold"), *_outlets(text.carried)]] if text.carried else []
    lines += [_changed(one, at) for one in text.changed[:CARRIERS_SHOWN]]
    lines += [_cut(one, at) for one in text.cut[:CARRIERS_SHOWN]]
    rest = sum(max(0, len(some) - CARRIERS_SHOWN) for some in (text.changed, text.cut))
    lines += [[t(f"and {rest} more", "italic")]] if rest else []
    behind = [one.article.outlet or NO_OUTLET for one in text.copies if one.behind]
    lines += [[t("Still an earlier version: ", "bold"), t(listed(behind))]] if behind else []
    return lines + ([[t("Built on it: ", "bold"), *_built(text.built_on)]] if text.built_on else [])


def _outlets(carriers: Sequence[Carrier]) -> list[Part]:
    """Their names, each leading to its page."""
    parts: list[Part] = []
    for one in carriers[:CARRIERS_SHOWN]:
        parts += [t(", ")] * bool(parts)
        parts.append(_outlet(one.article))
    rest = len(carriers) - CARRIERS_SHOWN
    return [*parts, t(f" and {rest} more")] if rest > 0 else parts


def _built(carriers: Sequence[Carrier]) -> list[Part]:
    parts: list[Part] = []
    for one in carriers[:CARRIERS_SHOWN]:
        new = "" if one.article.new is None else f" ({share(one.article.new)} new)"
        parts += [*[t(", ")] * bool(parts), _outlet(one.article), t(new)]
    rest = len(carriers) - CARRIERS_SHOWN
    return [*parts, t(f" and {rest} more")] if rest > 0 else parts


def _outlet(article: Article) -> Part:
    return link(safe_url(article.url), clip(tidy(article.outlet or NO_OUTLET), 60))


def _changed(one: Carrier, beside: datetime) -> list[Part]:
    """`Changed: Coast Ledger, 6 Oct 12:30 UTC – figure changed (two became four): Four divers searched …`."""
    whose = source(one.article.outlet, one.article.published, one.article.url, "", beside, one.article.seen)
    told = [change_line(change) for change in one.changes[:CHANGES_SHOWN]]
    rest = len(one.changes) - CHANGES_SHOWN
    more = f" · {plural(rest, 'further change')}" if rest > 0 else ""
    return [t("Changed: ", "bold"), *whose, t(f" – {' · '.join(told)}{more}")]


def _cut(one: Carrier, beside: datetime) -> list[Part]:
    """`Cut to 44 %: Tarn Courier, 6 Oct 12:20 UTC – left out: Fennick Grain denied …`."""
    whose = source(one.article.outlet, one.article.published, one.article.url, "", beside, one.article.seen)
    label = "Cut: " if one.kept is None else f"Cut to {share(one.kept)}: "
    gone = [change.before for change in one.changes if change.before]
    left = f" – left out: {clip(tidy(gone[0]), WORDS)}" if gone else ""
    more = f" · and {plural(len(gone) - 1, 'more sentence')}" if len(gone) > 1 else ""
    return [t(label, "bold"), *whose, t(left + more)]


def change_line(change: Change) -> str:
    """`figure changed (two became four): Four divers searched …`."""
    label, why = LABELS[change.kind], reason(change.kind, change.why)
    noted = f" ({clip(tidy(why), WHY)})" if why else ""
    return f"{label[0].lower()}{label[1:]}{noted}: {clip(tidy(change.after or change.before or ''), WORDS)}"
