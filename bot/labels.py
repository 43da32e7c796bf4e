"""What an answer about two stories says of their articles: pairs that are of one event or of two, each with how like
the machine found them. They bind the machine, and teach."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.match.stories import place
from bot.ports import Store
from bot.shapes import COPIES, Article, KnownStory, Pair, Profile

MOST_JUDGED = 8
"Reports of a story that one answer is taken to speak of: the first, and the latest ones, which an editor has in mind."

MOST_SCORED = 30
"Likenesses that are worked out for one answer, some 5 ms each."


class Labels:
    """Pairs of the articles of one workspace."""

    def __init__(self, store: Store, workspace: str) -> None:
        self.store, self.workspace = store, workspace

    def own(self, story: str) -> list[str]:
        """A story's reports without the copies, which say what their originals say; oldest first."""
        return [article.id for article in self.articles(story) if article.lineage not in COPIES]

    def articles(self, story: str) -> tuple[Article, ...]:
        sheet = self.store.sheet(self.workspace, story)
        return sheet.articles if sheet else ()

    def judged(self, story: str) -> list[str]:
        """Those of them that an answer speaks of; the first one first."""
        own = self.own(story)
        return own if len(own) <= MOST_JUDGED else [own[0], *own[1 - MOST_JUDGED :]]

    def pairs(self, these: Iterable[str], those: Sequence[str], same: bool, story: str) -> list[Pair]:
        """Every one of these with every one of those, which are of a story; scored by the likeness of the one to it."""
        known = self.store.known_story(self.workspace, story)
        said: list[Pair] = []
        for nth, one in enumerate(these):
            score = self._likeness(one, known) if known and nth < MOST_SCORED else None
            said += [Pair(one=one, other=other, same=same, score=score) for other in those if other != one]
        return said

    def near(self, article: str, limit: int) -> list[KnownStory]:
        """The other stories that an article is like, the likest first."""
        kept, about = self.store.article(self.workspace, article), self.store.profile(self.workspace, article)
        if kept is None or about is None:
            return []
        found = self.store.story_candidates(self.workspace, about)
        scored = [(self._likeness(article, known) or 0.0, known) for known in found if known.story != kept.story]
        return [known for _, known in sorted(scored, key=lambda pair: -pair[0])[:limit]]

    def _likeness(self, article: str, known: KnownStory) -> float | None:
        """How like a story the machine finds an article that may be in it."""
        about = self.store.profile(self.workspace, article)
        if about is None:
            return None
        counts = self.store.term_counts(self.workspace, list(about.terms))
        return round(place(about, [_without(known, about)], counts).score, 3)


def _without(known: KnownStory, about: Profile) -> KnownStory:
    return known.model_copy(update={"members": tuple(member for member in known.members if member != about)})
