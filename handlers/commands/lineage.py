"""`/lineage`: whose text an article is and what is new in it, or whose texts a story's reports are."""

from __future__ import annotations

from bot.desk import Desk
from bot.errors import UserError
from bot.lineage import trace
from bot.match.lineage import newsrooms, root_of
from bot.match.outlets import outlet_key
from bot.shapes import Article, Story
from bot.wire import wire_sources, wire_texts
from handlers.answers import Answer
from handlers.commands.asker import Asker, Command
from handlers.commands.finding import find_article, find_stories, near_stories, no_story, offered
from handlers.commands.parsing import read_request
from handlers.lineage import ArticleLineage, StoryLineage

NAME = "/lineage"


def answer(text: str, desk: Desk, asker: Asker) -> Answer:
    """Of the article that the words name, else of the story."""
    ref = read_request(text).subject
    if not ref:
        raise UserError("Whose text? Type `/lineage` and a story, an article or its address.")
    article = find_article(desk, asker, ref)
    if article:
        return _of_article(article, desk, asker)
    found = find_stories(desk, asker, ref)
    return _of_story(found[0], desk, asker) if len(found) == 1 else _which(ref, found, desk, asker)


def _of_article(article: Article, desk: Desk, asker: Asker) -> ArticleLineage:
    traced, sheet = trace(desk.store, article), desk.store.sheet(asker.workspace, article.story)
    if traced is None or sheet is None:
        raise UserError(f"No text of {article.id} is kept.")
    texts = wire_texts(desk.store, sheet.articles, root=root_of(article))
    return ArticleLineage(
        line=f"{NAME} {article.id}",
        story=sheet.story.id,
        title=sheet.story.title,
        traced=traced,
        credit=article.agency if outlet_key(article.agency) != outlet_key(article.outlet) else None,
        text=next(iter(texts), None),
        sources=wire_sources(texts),
    )


def _of_story(story: Story, desk: Desk, asker: Asker) -> StoryLineage:
    sheet = desk.store.sheet(asker.workspace, story.id)
    articles = sheet.articles if sheet else ()
    texts = wire_texts(desk.store, articles)
    return StoryLineage(
        line=f"{NAME} {story.id}",
        note="" if texts else "No report of this story carries another's text.",
        story=story.id,
        title=story.title,
        independent=sheet.voices if sheet else 0,
        newsrooms=newsrooms(articles),
        built=sheet.built if sheet else 0,
        articles=len(articles),
        texts=texts,
    )


def _which(ref: str, found: list[Story], desk: Desk, asker: Asker) -> StoryLineage:
    if found:
        note = f"{len(found)} stories are called so. Which one?"
        return StoryLineage(line=f"{NAME} {ref}", note=note, candidates=offered(found, NAME))
    near = offered(near_stories(desk, asker, ref), NAME)
    return StoryLineage(line=f"{NAME} {ref}", note=no_story(ref, near), instead=near)


LINEAGE = Command(
    name=NAME,
    summary="Whose text it is, what is new in it, and who copied, cut or changed it",
    usage=("/lineage https://example.com/article", "/lineage a12", "/lineage s4", "/lineage ferry collision"),
    answer=answer,
)
