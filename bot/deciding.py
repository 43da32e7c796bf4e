"""Decides which reports belong in which story, by somebody's word or by the machine's own, and carries it out.

Each decision is kept with who made it and what it moved, says of pairs of articles that they are of one event or of
two, and is told where its stories are shown. What people said is never undone by a machine. To be used inside one
transaction.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.errors import UserError
from bot.following import Following
from bot.labels import MOST_JUDGED, Labels
from bot.match.stories import headline, slug
from bot.ports import Store
from bot.shapes import Article, Decision, Maybe, Pair, Story
from bot.tell.notices import card_key

GONE = "That story or report is no longer kept."


class Deciding:
    """`by`: a Slack user's id, or None where the machine decides."""

    def __init__(self, store: Store, workspace: str, by: str | None, at: datetime) -> None:
        self.store, self.workspace, self.by, self.at = store, workspace, by, at
        self.labels, self.following = Labels(store, workspace), Following(store, workspace, at)

    # --- two stories, or one -------------------------------------------------------------------

    def ask(self, story: str, maybe: Maybe, article: str) -> Decision | None:
        """Asks whether a story is one with another that it is like. None where that was asked or decided before, or
        another question about it is open."""
        known = self.store.decisions(self.workspace, story)
        if any(one.status == "asked" or maybe.story in (one.story, one.other) for one in known):
            return None
        if self.objections_to_merging(maybe.story, story):
            return None
        asked = Decision(
            kind="merge",
            status="asked",
            story=maybe.story,
            other=story,
            article=article,
            at=self.at,
            score=round(maybe.score, 3),
            reason=maybe.reason,
            asked=self.at,
        )
        return self.store.decide_story(self.workspace, asked)

    def decline(self, question: Decision) -> Decision:
        """No: they are two events."""
        story, other = self._story(question.story), self._story(question.other)
        if story.id == other.id:
            raise UserError("They are one story by now. Undo that first.")
        said = self.labels.pairs(self.labels.judged(other.id), self.labels.judged(story.id), False, story.id)
        return self._carry_out(question.model_copy(update={"status": "declined"}), said)

    def objections_to_merging(self, one: str, other: str) -> list[Pair]:
        """What people said against two stories being one."""
        going = [article.id for article in self.labels.articles(other)]
        return self.store.objections(self.workspace, going, self._story(one).id)

    def merge(
        self, one: str, other: str, question: Decision | None = None, score: float | None = None, reason: str = ""
    ) -> Decision | None:
        """Makes two stories one: that with a thread stays, or the older. None where the machine may not. Raises
        UserError where they are one already."""
        story, gone = self._kept_first(self._story(one), self._story(other))
        if story.id == gone.id:
            raise UserError("They are one story already.")
        against = self.objections_to_merging(story.id, gone.id)
        if self.by is None and (against or self._is_settled(story.id, gone.id)):
            return None
        said = self.labels.pairs(self.labels.own(gone.id), self.labels.own(story.id)[:1], True, story.id)
        said += [pair.model_copy(update={"same": True}) for pair in against]
        fresh = Decision(kind="merge", status="done", story="", other="", at=self.at, score=score, reason=reason)
        asked = question or self._open_question(story.id, gone.id)
        made = {"status": "done", "story": story.id, "other": gone.id}
        return self._carry_out((asked or fresh).model_copy(update=made), said)

    def _open_question(self, one: str, other: str) -> Decision | None:
        """The question about these two that nobody has answered: who merges them unasked has answered it."""
        known = self.store.decisions(self.workspace, one)
        return next((asked for asked in known if asked.status == "asked" and other in (asked.story, asked.other)), None)

    def _kept_first(self, one: Story, other: Story) -> tuple[Story, Story]:
        """That with a thread, or the older."""

        def rank(story: Story) -> tuple[int, datetime]:
            cards = [card_key(channel.id, story.id) for channel in self.store.channels(self.workspace)]
            return -sum(self.store.posting(self.workspace, card) is not None for card in cards), story.first

        return (one, other) if rank(one) <= rank(other) else (other, one)

    def _is_settled(self, one: str, other: str) -> bool:
        """Whether a person has decided about these two."""
        known = self.store.decisions(self.workspace, one)
        return any(decision.by is not None and other in (decision.story, decision.other) for decision in known)

    # --- one report ----------------------------------------------------------------------------

    def objections_to_moving(self, article: str, story: str) -> list[Pair]:
        """What people said against an article's being in a story; that it leaves another is what is asked for."""
        against = self.store.objections(self.workspace, [article], self._story(story).id)
        return [pair for pair in against if not pair.same]

    def move(self, article: str, story: str | None, score: float | None = None, reason: str = "") -> Decision | None:
        """Puts an article with the copies of it into another story, or into one of its own. None where the machine may
        not. Raises UserError where it is there already."""
        moved = self._article(article)
        to = self._story(story) if story else None
        staying = [one for one in self.labels.judged(moved.story) if one not in (moved.id, moved.of)]
        if (to is None and not staying) or (to and to.id == moved.story):
            raise UserError("It is there already.")
        if self.by is None and self.store.objections(self.workspace, [moved.id], to.id if to else ""):
            return None
        said = self.labels.pairs([moved.id], staying, False, moved.story)
        said += self.labels.pairs([moved.id], self.labels.own(to.id)[:1], True, to.id) if to else []
        decision = Decision(
            kind="move",
            status="done",
            story=(to or self._open_story(moved)).id,
            other=moved.story,
            article=moved.id,
            at=self.at,
            score=score,
            reason=reason,
        )
        return self._carry_out(decision, said)

    def _open_story(self, article: Article) -> Story:
        about, versions = (
            self.store.profile(self.workspace, article.id),
            self.store.versions(self.workspace, article.id),
        )
        if about is None or not versions:
            raise UserError(GONE)
        title = article.title or headline(versions[-1])
        return self.store.open_story(self.workspace, slug(title, about), title, article.published or article.seen)

    # --- undoing -------------------------------------------------------------------------------

    def undo(self, decision: str) -> Decision:
        """As it was before. Where the machine had decided, that is a decision against it."""
        made = self.store.decision(self.workspace, decision)
        if made is None:
            raise UserError(GONE)
        moved, before = self.store.moved_by(self.workspace, decision), self.following.before(made)
        undone = self.store.undo_decision(self.workspace, decision, self.by, self.at)
        if made.by is None and made.status == "done":
            said = self.labels.pairs(moved[:MOST_JUDGED], self.labels.judged(made.story), False, made.story)
            against = undone.model_copy(update={"status": "declined"})
            undone = self.store.decide_story(self.workspace, against, said)
        self.following.follow(undone, moved, before)
        return undone

    def _carry_out(self, decision: Decision, said: Sequence[Pair]) -> Decision:
        """Keeps it with what it says, which a machine's decision does not, and has everything follow."""
        before = self.following.before(decision)
        decision = decision.model_copy(update={"by": self.by, "at": self.at})
        kept = self.store.decide_story(self.workspace, decision, said if self.by else ())
        self.following.follow(kept, self.store.moved_by(self.workspace, kept.id), before)
        return kept

    def _story(self, story: str) -> Story:
        found = self.store.story(self.workspace, story)
        if found is None:
            raise UserError(GONE)
        return found

    def _article(self, article: str) -> Article:
        found = self.store.article(self.workspace, article)
        if found is None or found.id != article:
            raise UserError(GONE)
        return found
