"""Finds what a command names: a story or an article, by id, slug, address or words of its headline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from rapidfuzz import fuzz

from bot.desk import Desk
from bot.match.outlets import outlet_key
from bot.read.addresses import canonical
from bot.shapes import Article, Story
from handlers.answers import Candidate
from handlers.commands.asker import Asker

# Stories that are looked through by their headlines, the latest first.
STORIES_SEARCHED = 500

# Reports whose own headlines are looked through where no story's holds the words.
HEADLINES_SEARCHED = timedelta(days=30)

# A headline this like what was typed (rapidfuzz, 0 to 100) is worth offering; below, it shares letters by chance.
NEAR_HEADLINE = 60

# A part of an outlet's name that is shorter stands in too many words.
SHORTEST_NAME = 4

MOST_OFFERED = 8

_WORD = re.compile(r"\w+")


def find_article(desk: Desk, asker: Asker, ref: str) -> Article | None:
    """By id, by the id its drop had, or by an address, whatever trackers hang on it."""
    if not ref:
        return None
    page = canonical(ref) if ref.startswith(("http://", "https://")) else None
    store = desk.store
    return store.article(asker.workspace, ref) or (store.article(asker.workspace, page) if page else None)


def find_stories(desk: Desk, asker: Asker, ref: str) -> list[Story]:
    """The story that `ref` names by id, slug, or one of its articles; else all whose headline holds its words."""
    named = desk.store.story(asker.workspace, ref) or desk.store.story(asker.workspace, ref.lower())
    if named:
        return [named]
    article = find_article(desk, asker, ref)
    if article:
        story = desk.store.story(asker.workspace, article.story)
        return [story] if story else []
    wanted = _words(ref)
    stories = desk.store.stories(asker.workspace, limit=STORIES_SEARCHED)
    found = [story for story in stories if wanted and _holds(f"{story.title} {story.slug}", wanted)]
    return found or _by_reports(desk, asker, wanted)


def _by_reports(desk: Desk, asker: Asker, wanted: Sequence[str]) -> list[Story]:
    """Stories with a recent report whose own headline holds the words: the story's is that of its first report."""
    recent = desk.store.articles(asker.workspace, since=desk.clock() - HEADLINES_SEARCHED) if wanted else []
    ids = dict.fromkeys(article.story for article in reversed(recent) if _holds(article.title or "", wanted))
    stories = (desk.store.story(asker.workspace, story) for story in ids)
    return [story for story in stories if story]


def outlet_articles(desk: Desk, asker: Asker, outlet: str) -> list[Article]:
    """An outlet's recent articles, the latest first; its name in full, or a part of it that names no other."""
    wanted = outlet_key(outlet)
    recent = desk.store.articles(asker.workspace, since=desk.clock() - HEADLINES_SEARCHED) if wanted else []
    keyed = [(outlet_key(article.outlet) or "", article) for article in reversed(recent)]
    exact = [article for key, article in keyed if key == wanted]
    part = [(key, article) for key, article in keyed if wanted and len(wanted) >= SHORTEST_NAME and wanted in key]
    return exact or ([article for _, article in part] if len({key for key, _ in part}) == 1 else [])


def near_stories(desk: Desk, asker: Asker, ref: str) -> list[Story]:
    """Where none is named: those with a headline like it, the likest first, else the latest."""
    stories = desk.store.stories(asker.workspace, limit=STORIES_SEARCHED)
    scored = [(fuzz.token_set_ratio(ref.lower(), story.title.lower()), story) for story in stories]
    near = [story for score, story in sorted(scored, key=lambda pair: -pair[0]) if score >= NEAR_HEADLINE]
    return (near or stories)[:MOST_OFFERED]


def offered(stories: Sequence[Story], command: str, rest: str = "") -> tuple[Candidate, ...]:
    """Stories to choose from, each with the command line that means it."""
    return tuple(
        Candidate(
            line=f"{command} {story.id} {rest}".strip(),
            name=story.title,
            detail=f"since {story.first.day} {story.first:%b %Y}, {story.slug}",
        )
        for story in stories[:MOST_OFFERED]
    )


def no_story(ref: str, near: Sequence[Candidate]) -> str:
    """What to say where no story is named so."""
    if not near:
        return "No story is kept yet. Post a link or a file, or type /drop, and there will be one."
    return f"No story is called “{ref}”. These are the nearest or the latest."


def _words(text: str) -> list[str]:
    return [word for word in _WORD.findall(text.lower()) if len(word) > 1]


def _holds(headline: str, wanted: Sequence[str]) -> bool:
    """Whether every word, or one that begins with it, stands in a headline."""
    known = _WORD.findall(headline.lower())
    return all(any(one.startswith(word) for one in known) for word in wanted)
