"""Draws whose text is whose: an article beside the text it is of, and the texts of a story with all who carry them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from bot.shapes import Article, Carrier, Change, Shared, Traced, WireSource, WireText
from handlers.lineage import ArticleLineage, StoryLineage
from handlers.views import ids
from handlers.views.blocks import (
    Block,
    Message,
    Part,
    actions,
    bullets,
    button,
    context,
    header,
    line,
    link,
    message,
    open_button,
    quoted,
    rich,
    t,
)
from handlers.views.changing import LABELS, reason
from handlers.views.parts import footer, listed, pages, picker, shown, source
from handlers.views.text import NO_OUTLET, clip, clip_said, deep_link, plural, safe_url, tidy

TEXTS_SHOWN, SENTENCES_SHOWN = 3, 5
CARRIERS_SHOWN, CHANGES_SHOWN, PASSAGES_SHOWN = 8, 2, 2
SENTENCE, WORDS, WHY = 320, 160, 80

# Fewer words of a passage beyond the end of a sentence are there by chance.
HANGING = 3


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
        *(_text(one) for one in answer.texts[start:end]),
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
    return rich(line(t("Own reporting: ", "bold"), t(listed(answer.newsrooms))))


def _text(text: WireText) -> Block | None:
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
    told = [_change(change) for change in one.changes[:CHANGES_SHOWN]]
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


def _change(change: Change) -> str:
    label, why = LABELS[change.kind], reason(change.kind, change.why)
    noted = f" ({clip(tidy(why), WHY)})" if why else ""
    return f"{label[0].lower()}{label[1:]}{noted}: {clip(tidy(change.after or change.before or ''), WORDS)}"


# --- an article ------------------------------------------------------------------------------


def article_view(answer: ArticleLineage, page: int = 0) -> Message:
    """What it is and of what, then what is new in it, then what is not."""
    traced, article = answer.traced, answer.traced.article
    fresh = traced.fresh
    start, end = pages(len(fresh), SENTENCES_SHOWN, page)
    return message(
        header(clip(tidy(article.title or answer.title), 150)),
        rich(line(*_is(traced))),
        context(_compared(answer)),
        rich(line(t("New in it", "bold")), *_sentences(answer, start, end)) if fresh else None,
        context(shown(len(fresh), SENTENCES_SHOWN, page, "new sentence")) if len(fresh) > SENTENCES_SHOWN else None,
        _changes(answer),
        _passages(traced) if page == 0 else None,
        _text(answer.text) if answer.text and page == 0 else None,
        _next(answer),
        footer(answer, max(1, len(fresh)), SENTENCES_SHOWN, page),
    )


def _is(traced: Traced) -> list[Part]:
    """`The Osterly Times: 50 % of it stands in Quay Press, 6 Oct 12:00 UTC; 50 % is new.`"""
    article = traced.article
    who = source(article.outlet, article.published, article.url, seen=article.seen)
    if traced.source is None:
        return [*who, t(": its own text", "bold"), t("; no other report that came before shares a passage with it.")]
    there = traced.source
    where = source(there.outlet, there.published, there.url, "", article.published or article.seen, there.seen)
    return [*who, t(f": {_kind(traced)} ", "bold"), *where, t(f"; {_new(traced)}.", "bold")]


def _kind(traced: Traced) -> str:
    if traced.article.lineage == "cut":
        return f"a cut, {share(traced.kept)} of"
    if traced.article.lineage == "rewrite":
        return f"built on another report, {share(1 - traced.new)} of it stands in"
    return "a copy of"


def _new(traced: Traced) -> str:
    return f"{share(traced.new)} of it is new" if traced.new else "nothing in it is new"


def _compared(answer: ArticleLineage) -> str:
    """Which versions were compared, where there are several."""
    traced = answer.traced
    told = [f"Version {traced.version.number} of {traced.article.versions}"] if traced.article.versions > 1 else []
    if traced.source and traced.source_version and traced.source.versions > 1:
        nth, many = traced.source_version.number, traced.source.versions
        told.append(f"compared with version {nth} of {many}")
    return ", ".join(told)


def _sentences(answer: ArticleLineage, start: int, end: int) -> Iterable[Block]:
    article = answer.traced.article
    for one in answer.traced.fresh[start:end]:
        words = clip_said(tidy(one.text), SENTENCE)
        yield quoted(link(deep_link(article.url, one.text), words))


def _changes(answer: ArticleLineage) -> Block | None:
    """What a copy changed, as far as that matters."""
    found = answer.carrier.changes if answer.carrier else ()
    told = [one for one in found if one.kind not in ("added", "quote-added") or not answer.traced.fresh]
    if not told:
        return None
    rest = len(told) - SENTENCES_SHOWN
    lines: list[list[Part]] = [[t(_change(one))] for one in told[:SENTENCES_SHOWN]]
    return rich(
        line(t("Changed", "bold")), bullets([*lines, *([[t(f"and {rest} more", "italic")]] if rest > 0 else [])])
    )


def _passages(traced: Traced) -> Block | None:
    """How much is shared, and the longest of it, with a link to where it stands."""
    if not traced.source or not traced.passages:
        return None
    longest = sorted(traced.passages, key=lambda one: -len(one.text))[:PASSAGES_SHOWN]
    many = plural(len(traced.passages), "passage")
    told = f"{many} stand there too, the longest" if len(traced.passages) > 1 else "What stands there too"
    url = traced.source.url
    return rich(
        line(t(told, "bold")),
        *(quoted(link(deep_link(url, words), clip_said(words, SENTENCE))) for words in map(_trimmed, longest)),
    )


def _trimmed(passage: Shared) -> str:
    """Its words without the few that hang over from the next sentence: 'for five days. The'."""
    words = tidy(passage.text)
    head, stop, tail = words.rpartition(". ")
    return f"{head}." if stop and len(tail.split()) < HANGING else words


def _next(answer: ArticleLineage) -> Block | None:
    traced = answer.traced
    changed = button("What changed", ids.PICK, f"/what-changed {traced.article.id}")
    return actions(
        open_button("Open the report", ids.OPEN, traced.article.url),
        button("All texts of the story", ids.PICK, f"/lineage {answer.story}"),
        changed if traced.article.versions > 1 else None,
    )
