"""`/what-changed`: what later versions of an article changed, or how two outlets tell one story."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import pairwise

from bot.analyse.changes import across, changes
from bot.desk import Desk
from bot.errors import UserError
from bot.match.outlets import outlet_key
from bot.shapes import Article, Change, Span, Story, StorySheet, Version
from handlers.answers import Answer, Candidate, Changing, Difference, Seen, WhatChanged
from handlers.commands.asker import Asker, Command
from handlers.commands.finding import (
    HEADLINES_SEARCHED,
    MOST_OFFERED,
    find_article,
    find_stories,
    near_stories,
    no_story,
    offered,
    outlet_articles,
)
from handlers.commands.parsing import Request, Word, read_request
from handlers.commands.times import since_of

NAME = "/what-changed"

# More than these nobody turns pages for.
MOST = 100

# Later versions that one answer compares, some 25 ms each on a busy machine: an answer must come while its asker
# still looks at the phone.
MOST_COMPARED = 40

# Each place between two words is tried as the one between an outlet's name and a story's words; nobody types more.
MOST_WORDS = 12


def answer(text: str, desk: Desk, asker: Asker) -> Answer:
    """Of an article, of a story, or between two outlets in a story."""
    request = read_request(text, ("since",))
    if not request.words:
        raise UserError("Changed in what? Type `/what-changed` and a story, an article or its address.")
    since_of(request.options, desk.clock())  # a time that is none is said at once, before any picker
    at = next((at for at, word in enumerate(request.words) if _is_versus(word)), None)
    if at is not None:
        return _versus(request, request.words[:at], request.words[at + 1 :], desk, asker)
    ref = request.subject
    article = find_article(desk, asker, ref)
    if article:
        return _of_articles(request, [article], _story(desk, asker, article.story), desk, asker, ref=article.id)
    return _of_story(request, ref, desk, asker)


def _is_versus(word: Word) -> bool:
    return not word.quoted and word.text.lower() in ("vs", "vs.", "versus")


def _of_story(request: Request, ref: str, desk: Desk, asker: Asker) -> WhatChanged:
    """A story by its words; else an outlet by its name, alone or with words of the story."""
    found = find_stories(desk, asker, ref)
    if len(found) != 1:
        of_outlet = outlet_articles(desk, asker, ref) or ([] if found else _in_a_story(request, desk, asker))
        return (
            _of_outlet(request, of_outlet, desk, asker) if of_outlet else _which(request, ref, found, "", desk, asker)
        )
    sheet = desk.store.sheet(asker.workspace, found[0].id)
    articles = sheet.articles if sheet else ()
    return _of_articles(request, articles, found[0], desk, asker, ref=found[0].id)


# --- of an outlet ----------------------------------------------------------------------------


def _in_a_story(request: Request, desk: Desk, asker: Asker) -> list[Article]:
    """`sextant ferry`, `ferry sextant`: the outlet's articles in the stories that the other words name."""
    words = [word.text for word in request.words]
    if len(words) > MOST_WORDS:
        return []
    for cut in range(1, len(words)):
        one, other = " ".join(words[:cut]), " ".join(words[cut:])
        for outlet, story in ((one, other), (other, one)):
            articles = outlet_articles(desk, asker, outlet)
            stories = {named.id for named in find_stories(desk, asker, story)} if articles else set()
            kept = [article for article in articles if article.story in stories]
            if kept:
                return kept
    return []


def _of_outlet(request: Request, articles: Sequence[Article], desk: Desk, asker: Asker) -> WhatChanged:
    """Its latest changed article; where none changed, those of other outlets that did."""
    changed = sorted((one for one in articles if one.versions > 1), key=_updated, reverse=True)
    if not changed:
        return _unchanged(request, articles, desk, asker)
    article = changed[0]
    answer_ = _of_articles(request, [article], _story(desk, asker, article.story), desk, asker, ref=article.id)
    if answer_.note or len(changed) == 1:
        return answer_
    rest = len(changed) - 1
    others = "another article" if rest == 1 else f"{rest} other articles"
    return answer_.model_copy(update={"note": f"{article.outlet} changed {others} too; this is the latest."})


def _updated(article: Article) -> datetime:
    return article.updated or article.seen


def _unchanged(request: Request, articles: Sequence[Article], desk: Desk, asker: Asker) -> WhatChanged:
    recent = desk.store.articles(asker.workspace, since=desk.clock() - HEADLINES_SEARCHED)
    changed = sorted((one for one in recent if one.versions > 1), key=_updated, reverse=True)
    outlet, many = articles[0].outlet, len(articles)
    none = f"None of {outlet}'s {many} recent articles has a later version."
    note = f"{outlet}'s one recent article has no later version." if many == 1 else none
    return WhatChanged(
        line=request.line(NAME, request.subject_again),
        note=f"{note} These changed of late:" if changed else f"{note} Nor has any other outlet's.",
        title=articles[0].outlet or "",
        articles=tuple(_changing(article) for article in articles),
        instead=tuple(_candidate(article) for article in changed[:MOST_OFFERED]),
    )


def _candidate(article: Article) -> Candidate:
    name = f"{article.outlet or 'An unnamed outlet'}: {article.title or 'no headline'}"
    detail = f"{article.versions} versions, the latest came {_day(_updated(article))}"
    return Candidate(line=f"{NAME} {article.id}", name=name, detail=detail)


def _which(request: Request, ref: str, found: Sequence[Story], rest: str, desk: Desk, asker: Asker) -> WhatChanged:
    since = request.line("", rest).strip()
    line = request.line(NAME, f"{ref} {rest}".strip())
    if found:
        note = f"{len(found)} stories are called so. Which one?"
        return WhatChanged(line=line, note=note, candidates=offered(found, NAME, since))
    near = offered(near_stories(desk, asker, ref), NAME, since)
    return WhatChanged(line=line, note=no_story(ref, near), instead=near)


def _story(desk: Desk, asker: Asker, story: str) -> Story | None:
    return desk.store.story(asker.workspace, story)


# --- versions --------------------------------------------------------------------------------


def _of_articles(
    request: Request, articles: Sequence[Article], story: Story | None, desk: Desk, asker: Asker, ref: str
) -> WhatChanged:
    since = since_of(request.options, desk.clock())
    changed = [article for article in articles if article.versions > 1]
    pairs = _pairs(changed, since, desk, asker)
    found = [one for pair in pairs[:MOST_COMPARED] for one in _differences(*pair)]
    one = articles[0] if len(articles) == 1 else None
    return WhatChanged(
        line=request.line(NAME, ref),
        note=_capped(len(pairs)) if found else _no_change(articles, changed, request),
        story=story.id if story else None,
        title=(one.title if one else None) or (story.title if story else ""),
        articles=tuple(_changing(article) for article in articles),
        changes=tuple(sorted(_merged(found), key=_rank)[:MOST]),
        instead=() if found or not one or not story else _whole_story(story, desk, asker),
    )


def _rank(one: Difference) -> tuple[bool, float, float]:
    """What matters first, then by weight, then the latest."""
    times = [seen.published.timestamp() for seen in one.reports if seen.published]
    return not one.matters, -one.weight, -max(times, default=0.0)


def _pairs(
    articles: Iterable[Article], since: datetime | None, desk: Desk, asker: Asker
) -> list[tuple[Article, Version, Version]]:
    """Each later version with the one before it, the latest first."""
    found = [
        (article, before, after)
        for article in articles
        for before, after in pairwise(desk.store.versions(asker.workspace, article.id))
        if since is None or after.seen >= since
    ]
    return sorted(found, key=lambda pair: pair[2].seen, reverse=True)


def _capped(pairs: int) -> str:
    if pairs <= MOST_COMPARED:
        return ""
    return f"Only the latest {MOST_COMPARED} of {pairs} later versions are compared; name an outlet or a time for more."


def _differences(article: Article, before: Version, after: Version) -> Iterator[Difference]:
    for change in changes(before.prose, after.prose, before.title, after.title):
        yield _difference(change, article, before, after)


def _difference(change: Change, article: Article, before: Version, after: Version) -> Difference:
    seen = Seen(
        article=article.id,
        outlet=article.outlet,
        url=after.url or article.url,
        published=_came(before, after),
        before_version=before.id,
        after_version=after.id,
        before_span=change.before_span,
        after_span=change.after_span,
    )
    return _with_reports(change, (seen,))


def _came(before: Version, after: Version) -> datetime:
    """When a version came: most pages keep the time of their first one, and then all we know is when we saw it."""
    is_dated = after.published and (before.published is None or after.published > before.published)
    return after.published if is_dated and after.published else after.seen


def _with_reports(change: Change, reports: tuple[Seen, ...]) -> Difference:
    fields = change.model_dump(include={"kind", "before", "after", "matters", "weight", "why"})
    return Difference(**fields, reports=reports)


def _merged(found: Iterable[Difference]) -> list[Difference]:
    """A change that copies carry too is one change, seen in each of them."""
    merged: dict[tuple[str, str, str], Difference] = {}
    for one in found:
        key = one.kind, _folded(one.before), _folded(one.after)
        known = merged.get(key)
        merged[key] = known.model_copy(update={"reports": (*known.reports, *one.reports)}) if known else one
    return list(merged.values())


def _folded(text: str | None) -> str:
    return " ".join((text or "").lower().split())


def _no_change(articles: Sequence[Article], changed: Sequence[Article], request: Request) -> str:
    """Why there is nothing to show."""
    if changed and "since" in request.options:
        last = max(article.updated or article.seen for article in changed)
        return f"Nothing changed since {request.options['since']}. The last change came {_day(last)}."
    if changed:
        return "Its versions differ only in typography, datelines and the like."
    if len(articles) == 1:
        one = articles[0]
        return f"{one.outlet or 'This outlet'} has one version so far; it came {_day(one.seen)}."
    outlets = ", ".join(dict.fromkeys(article.outlet or "an unnamed outlet" for article in articles))
    return (
        f"Each of its {len(articles)} articles has one version so far. To compare outlets, type A vs B of: {outlets}."
    )


def _day(at: datetime) -> str:
    return f"{at.day} {at:%b %Y %H:%M} UTC"


def _whole_story(story: Story, desk: Desk, asker: Asker) -> tuple[Candidate, ...]:
    """The story's other articles may have changed."""
    sheet = desk.store.sheet(asker.workspace, story.id)
    if sheet is None or not sheet.revisions:
        return ()
    later = "1 later version" if sheet.revisions == 1 else f"{sheet.revisions} later versions"
    return (Candidate(line=f"{NAME} {story.id}", name=f"All of “{story.title}”", detail=later),)


def _changing(article: Article) -> Changing:
    return Changing(article=article.id, **article.model_dump(include=set(Changing.model_fields) - {"article"}))


# --- outlets ---------------------------------------------------------------------------------


def _versus(request: Request, left: Sequence[Word], right: Sequence[Word], desk: Desk, asker: Asker) -> WhatChanged:
    """`STORY OUTLET vs OUTLET`: where the story's words end, the outlet's begin; every cut is tried."""
    other = " ".join(word.text for word in right)
    if not other or len(left) < 2:
        raise UserError("Name the story and two outlets: `/what-changed s4 The Harbour Post vs Coast Radio`.")
    found: list[Story] = []
    for cut in range(1, len(left)):
        ref, outlet = (" ".join(word.text for word in part) for part in (left[:cut], left[cut:]))
        stories = find_stories(desk, asker, ref)
        sheet = desk.store.sheet(asker.workspace, stories[0].id) if len(stories) == 1 else None
        one = _latest_of(sheet, outlet) if sheet else None
        if sheet and one:
            return _between(request, sheet, one, _other(sheet, other), desk, asker)
        found = found or stories
    return _no_versus(request, left, other, found, desk, asker)


def _no_versus(
    request: Request, left: Sequence[Word], other: str, found: Sequence[Story], desk: Desk, asker: Asker
) -> WhatChanged:
    """No cut gave a story that has the first outlet: says which outlets there are, or which stories."""
    sheet = desk.store.sheet(asker.workspace, found[0].id) if len(found) == 1 else None
    if sheet:
        raise UserError(f"No such outlet reports “{sheet.story.title}”. These do: {_outlets(sheet)}.")
    rest = f"{' '.join(word.text for word in left[1:])} vs {other}"
    return _which(request, left[0].text, found, rest, desk, asker)


def _other(sheet: StorySheet, outlet: str) -> Article:
    found = _latest_of(sheet, outlet)
    if found is None:
        raise UserError(f"{outlet} does not report “{sheet.story.title}”. These do: {_outlets(sheet)}.")
    return found


def _outlets(sheet: StorySheet) -> str:
    return ", ".join(dict.fromkeys(article.outlet for article in sheet.articles if article.outlet))


def _latest_of(sheet: StorySheet, outlet: str) -> Article | None:
    """An outlet's latest article in a story; its name in full, or a part of it."""
    wanted = outlet_key(outlet)
    if not wanted:
        return None
    keyed = [(outlet_key(article.outlet) or "", article) for article in reversed(sheet.articles)]
    exact = [article for key, article in keyed if key == wanted]
    return next(iter(exact or [article for key, article in keyed if wanted in key]), None)


def _between(
    request: Request, sheet: StorySheet, one: Article, other: Article, desk: Desk, asker: Asker
) -> WhatChanged:
    names = one.outlet or "", other.outlet or ""
    mine, theirs = (desk.store.versions(asker.workspace, article.id)[-1] for article in (one, other))
    found = across(theirs.prose, [(names[0], mine.prose)])
    differences = [_apart(change, (one, mine), (other, theirs)) for change in found]
    quoted = " vs ".join(f'"{name}"' for name in names)
    return WhatChanged(
        line=request.line(NAME, f"{sheet.story.id} {quoted}"),
        note="" if found else f"{names[0]} and {names[1]} say the same in this story.",
        story=sheet.story.id,
        title=sheet.story.title,
        versus=names,
        articles=(_changing(one), _changing(other)),
        changes=tuple(sorted(differences, key=_rank)[:MOST]),
    )


def _apart(change: Change, first: tuple[Article, Version], second: tuple[Article, Version]) -> Difference:
    """A difference with the reports whose words it shows: one, or both."""
    sides = (first, change.before, change.before_span), (second, change.after, change.after_span)
    return _with_reports(change, tuple(_standing(*one, span) for one, words, span in sides if words is not None))


def _standing(article: Article, version: Version, span: Span | None) -> Seen:
    return Seen(
        article=article.id,
        outlet=article.outlet,
        url=version.url or article.url,
        published=version.published or version.seen,
        after_version=version.id,
        after_span=span,
    )


WHAT_CHANGED = Command(
    name=NAME,
    summary="What later versions changed, or how two outlets differ",
    usage=(
        "/what-changed s4",
        "/what-changed ferry collision since 24h",
        "/what-changed https://example.com/article",
        "/what-changed s4 The Harbour Post vs Coast Radio",
    ),
    answer=answer,
)
