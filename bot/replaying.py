"""Places the reports of the last days anew, with other thresholds, beside the archive and never in it.

Texts are matched as they were: what is a copy or built on another stays with that. Every report with a text of its own
is placed again, in the order in which they came, on a scratch store that holds the stories from before those days.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from bot.deciding import Deciding
from bot.match.stories import place
from bot.ports import Store
from bot.shapes import Article, Fingerprint, Match, Pair, Placement, Profile, Report, Shape, Thresholds

MOST_BEFORE = 3000
"Reports from before those days that stories are laid out with, the latest: what is older is seldom met again."

BEFORE = timedelta(days=60)
"The same in time."

Came = Sequence[tuple[Article, Profile]]
"Reports in the order in which they came."


class Placed(Shape):
    """Where a report with a text of its own was placed."""

    article: str
    story: str
    "the id of the article that its story began with"
    score: float
    reason: str
    asked: bool = False
    "whether an editor was asked about another story"


class Played(Shape):
    """One replay."""

    thresholds: Thresholds
    opened: int
    "stories that began in those days"
    asked: int
    placed: tuple[Placed, ...]


class Elsewhere(Shape):
    """A report that other thresholds place elsewhere, with what follows it there."""

    article: Article
    was: Placed
    now: Placed
    followed: int = 0


class Answered(Shape):
    """How the machine would answer what people have answered: pairs of one event, and of two."""

    thresholds: Thresholds
    joined: int
    "of one event, and put together"
    asked: int
    "of one event, and asked about"
    missed: int
    wrongly_joined: int
    wrongly_asked: int
    apart: int
    "of two events, and left alone"


class Replay:
    """Replays on a scratch store; each replay in a workspace of its own."""

    def __init__(self, archive: Store, scratch: Store, workspace: str, since: datetime) -> None:
        self.archive, self.scratch, self.workspace, self.since = archive, scratch, workspace, since
        articles = archive.articles(workspace, since=since - BEFORE)
        before = [article for article in articles if article.seen < since][-MOST_BEFORE:]
        self.before: Came = self._with_profiles(before)
        self.came: Came = self._with_profiles([article for article in articles if article.seen >= since])
        self._standing = Counter(term for _, about in (*self.before, *self.came) for term in about.terms)
        self._plays = 0

    def play(self, thresholds: Thresholds) -> Played:
        """Places the reports of those days with these thresholds."""
        self._plays += 1
        workspace = f"replay {self._plays}"
        with self.scratch.transaction(workspace):
            return _Play(self, workspace).play(thresholds)

    def outside(self, terms: Iterable[str]) -> tuple[int, Counter[str]]:
        """How many kept articles are not replayed, and in how many of them each term stands."""
        kept, standing = self.archive.term_counts(self.workspace, list(terms))
        besides = max(0, kept - len(self.before) - len(self.came))
        return besides, Counter({term: max(0, standing[term] - self._standing[term]) for term in standing})

    def _with_profiles(self, articles: Iterable[Article]) -> Came:
        found = ((article, self.archive.profile(self.workspace, article.id)) for article in articles)
        return [(article, about) for article, about in found if about]


class _Play:
    """One replay in one workspace of the scratch store."""

    def __init__(self, replay: Replay, workspace: str) -> None:
        self.replay, self.store, self.workspace = replay, replay.scratch, workspace
        self.in_story: dict[str, str] = {}
        "article -> its story here"
        self.laid_out: dict[str, str] = {}
        "a story of the archive -> the same story here"

    def play(self, thresholds: Thresholds) -> Played:
        for article, about in self.replay.before:
            self._put(article, about, self._same_story(article))
        placed: list[tuple[str, Placement, bool]] = []
        for article, about in self.replay.came:
            if article.of:  # its text is another's, or built on it: it is where that is
                self._put(article, about, self.in_story.get(article.of) or self._same_story(article))
            else:
                placed.append((article.id, *self._place(article, about, thresholds)))
        return self._played(thresholds, placed)

    def _same_story(self, article: Article) -> str:
        if article.story not in self.laid_out:
            self.laid_out[article.story] = self._open(article)
        return self.laid_out[article.story]

    def _open(self, article: Article) -> str:
        title = article.title or article.id
        return self.store.open_story(self.workspace, article.id, title, article.published or article.seen).id

    def _place(self, article: Article, about: Profile, thresholds: Thresholds) -> tuple[Placement, bool]:
        placement = place(about, self.store.story_candidates(self.workspace, about), self._counts(about), thresholds)
        machine = Deciding(self.store, self.workspace, None, article.seen)
        story = placement.story or self._open(article)
        for other in placement.joins:
            made = machine.merge(story, other)
            story = made.story if made else story
        kept = self._put(article, about, story)
        asked = any(machine.ask(story, maybe, kept) for maybe in placement.maybe[:1])
        return placement, asked

    def _counts(self, about: Profile) -> tuple[int, dict[str, int]]:
        """As they were: those replayed so far, and all that is kept besides."""
        kept, standing = self.store.term_counts(self.workspace, list(about.terms))
        more, outside = self.replay.outside(about.terms)
        return kept + more, {term: standing[term] + outside[term] for term in standing}

    def _put(self, article: Article, about: Profile, story: str) -> str:
        """Keeps a report in a story, without its text; its id here."""
        report = Report(
            drop=article.id, outlet=article.outlet, title=article.title, published=article.published,
            url=None, canonical=None, body="",
        )  # fmt: skip
        print_, match = Fingerprint(exact=article.id, bands=(), words=0), Match(outcome="new", reason="")
        version = self.store.add_article(self.workspace, story, report, print_, match, about, article.seen)
        self.in_story[article.id] = story
        return version.article

    def _played(self, thresholds: Thresholds, placed: Sequence[tuple[str, Placement, bool]]) -> Played:
        began = self._began()
        told = tuple(
            Placed(
                article=article, story=began[self._story(article)], score=round(placement.score, 3),
                reason=placement.reason, asked=asked,
            )
            for article, placement, asked in placed
        )  # fmt: skip
        opened = {one.story for one in told} & {article.id for article, _ in self.replay.came}
        return Played(thresholds=thresholds, opened=len(opened), asked=sum(one.asked for one in told), placed=told)

    def _story(self, article: str) -> str:
        """The story an article is in by the end, what has joined since."""
        story = self.store.story(self.workspace, self.in_story[article])
        assert story
        return story.id

    def _began(self) -> dict[str, str]:
        """Each story -> the article that it began with."""
        began: dict[str, str] = {}
        for article in self.in_story:  # in the order in which they came
            began.setdefault(self._story(article), article)
        return began


def elsewhere(was: Played, now: Played, articles: Sequence[Article]) -> list[Elsewhere]:
    """The reports that are placed in another story, by the articles these began with; one that only follows the first
    report of its story there is counted with that."""
    kept = {article.id: article for article in articles}
    before, after = ({one.article: one for one in played.placed} for played in (was, now))
    moved = [one for one in before if before[one].story != after[one].story]
    causes: dict[str, list[str]] = {}
    for one in moved:
        leading = (first for first in (after[one].story, before[one].story) if first != one and first in causes)
        causes.setdefault(next(leading, one), []).append(one)
    return [
        Elsewhere(article=kept[one], was=before[one], now=after[one], followed=len(together) - 1)
        for one, together in causes.items()
    ]


def answered(pairs: Iterable[Pair], thresholds: Thresholds) -> Answered:
    """What people have answered against what the machine would do, by how like it found each pair at the time."""
    counted = Counter((pair.same, _act(pair.score, thresholds)) for pair in pairs if pair.score is not None)
    return Answered(
        thresholds=thresholds,
        joined=counted[True, "joins"],
        asked=counted[True, "asks"],
        missed=counted[True, "nothing"],
        wrongly_joined=counted[False, "joins"],
        wrongly_asked=counted[False, "asks"],
        apart=counted[False, "nothing"],
    )


def _act(score: float, thresholds: Thresholds) -> str:
    return "joins" if score >= thresholds.act else "asks" if score >= thresholds.suggest else "nothing"
