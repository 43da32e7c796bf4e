"""Files one report: what it is to the archive, which story it belongs in, whom it quotes, whom it contradicts.

Runs inside one transaction, so that what it decides from what it reads still holds when it is written.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bot.analyse.changes import changes
from bot.comparing import compare
from bot.credit import Crediting
from bot.deciding import Deciding
from bot.identify import Identifying
from bot.lineage import descent_of_later
from bot.match.dating import version_time
from bot.match.lineage import lineage_of, measured
from bot.match.sharing import shared_story
from bot.match.stories import headline, place, slug
from bot.match.texts import decide
from bot.match.versions import completes
from bot.ports import Store
from bot.shapes import (
    COPIES,
    Claim,
    Conflict,
    Decision,
    Drop,
    Fingerprint,
    Known,
    Match,
    Outcome,
    Placement,
    Profile,
    Quote,
    Report,
    Taken,
    Version,
)


class Home(NamedTuple):
    """The story a report goes to."""

    story: str
    is_new: bool = False
    placement: Placement | None = None
    "how it was found, where the text is no other's"


class Filing:
    """One read report and what was found in it, on its way into the store."""

    def __init__(
        self,
        store: Store,
        drop: Drop,
        report: Report,
        said: Sequence[Quote],
        claimed: Sequence[Claim],
        print_: Fingerprint,
        about: Profile,
    ) -> None:
        self.store, self.drop, self.report = store, drop, report
        self.said, self.claimed = said, claimed
        self.print, self.about, self.workspace = print_, about, drop.workspace

    def file(self) -> Taken:
        """Decides what the report is to the archive and writes it there."""
        known = self.store.lookalikes(self.workspace, self.report, self.print)
        match = decide(self.report, self.print, known)
        of = next((article for article in known if article.article == match.of), None)
        match = measured(match, self.report.prose, of)
        if match.outcome == "duplicate" and of:
            return self._taken(match, of.article, of.story)
        if match.outcome == "revision" and of:
            return self._revise(match, of)
        home = self._home(of)
        if home.placement:  # of its own text: what tells an editor something is why it is in this story
            match = match.model_copy(update={"reason": f"{home.placement.reason} {match.aside}".strip()})
        version = self.store.add_article(
            self.workspace, home.story, self.report, self.print, match, self.about, self.drop.received
        )
        raised, told = self._findings(version, home.story, match)
        question = self._ask(home, version.article, known)
        return self._taken(match, version.article, home.story, home.is_new, version.id, False, raised, told, question)

    def _home(self, of: Known | None) -> Home:
        """The story it belongs in: that of the text it is built on, or of the event it reports."""
        if of:
            return Home(of.story)
        candidates = self.store.story_candidates(self.workspace, self.about)
        counts = self.store.term_counts(self.workspace, list(self.about.terms))
        placement = place(self.about, candidates, counts)
        if placement.story:
            return Home(self._joined(placement.story, placement), False, placement)
        title = self.report.title or headline(self.report)
        first = self.report.published or self.drop.received
        return Home(self.store.open_story(self.workspace, slug(title, self.about), title, first).id, True, placement)

    def _joined(self, story: str, placement: Placement) -> str:
        """The story of which those are part that the report shows to be one event, unless somebody said otherwise."""
        reason = f"“{headline(self.report)}” is a report of both. {placement.reason}"
        for other in placement.joins:
            made = self._deciding().merge(story, other, score=placement.score, reason=reason)
            story = made.story if made else story
        return story

    def _ask(self, home: Home, article: str, known: Sequence[Known]) -> Decision | None:
        """Keeps what a round-up touches, and asks about the likeliest story where that is not sure enough to act: one
        with whose reports it shares passages, or one that is like it."""
        if home.placement is None:
            return None
        if home.placement.touches:
            self.store.keep_touches(self.workspace, article, home.placement.touches)
            return None
        shared = shared_story(self.report, known, home.story)
        maybe = shared or next(iter(home.placement.maybe), None)
        return self._deciding().ask(home.story, maybe, article) if maybe else None

    def _deciding(self) -> Deciding:
        return Deciding(self.store, self.workspace, None, self.drop.received)

    def _revise(self, match: Match, of: Known) -> Taken:
        """A later version: what changed decides whether the thread hears of it."""
        before = of.latest or of
        self.report = self.report.model_copy(update={"published": version_time(self.report, before)})
        descent = descent_of_later(self.store, self.workspace, of.article, self.report, self.print)
        version = self.store.add_version(
            self.workspace, of.article, self.report, self.print, self.about, self.drop.received, descent
        )
        raised, told = self._findings(version, of.story, match)
        differences = changes(before.prose, self.report.prose, before.title, self.report.title)
        changed = any(change.matters for change in differences) and not completes(self.report, before)
        return self._taken(match, of.article, of.story, False, version.id, changed, raised, told)

    def _findings(self, version: Version, story: str, match: Match) -> tuple[list[str], list[Conflict]]:
        """Keeps quotes and claims, and compares them with the story's other accounts."""
        credited = self._credited(version, story)
        self.store.add_findings(version, self.workspace, credited, self.claimed)
        if lineage_of(match) in COPIES:  # copies are one voice with their original, which has been compared
            return [], []
        accounts = self.store.accounts(self.workspace, story)
        own = next(account for account in accounts if account.version == version.id)
        others = [account for account in accounts if account is not own]
        return compare(self.store, self.workspace, own, others, story)

    def _credited(self, version: Version, story: str) -> list[tuple[Quote, str | None, str]]:
        """Each quote with its person and its utterance; who holds which office is learned on the way."""
        at = self.report.published or self.drop.received
        sources = Identifying(self.store, self.workspace, story, at, self.report.prose, version.article)
        crediting = Crediting(self.store, self.workspace, story, version.id, at, sources)
        credited = crediting.credit(self.said, self.report.body)
        sources.learn()
        return credited

    def _taken(
        self,
        match: Match,
        article: str,
        story: str,
        is_new: bool = False,
        version: str | None = None,
        changed: bool = False,
        raised: Sequence[str] = (),
        told: Sequence[Conflict] = (),
        question: Decision | None = None,
    ) -> Taken:
        outcome = Outcome(
            drop=self.drop.id,
            article=article,
            outcome=match.outcome,
            of=match.of,
            similarity=round(match.similarity, 3),
            story=story,
            conflicts=tuple(raised),
            reason=match.reason,
            lineage=lineage_of(match),
            new=match.new,
        )
        return Taken(
            drop=self.drop,
            outcome=outcome,
            story=story,
            story_is_new=is_new,
            version=version,
            changed=changed,
            conflicts=tuple(told),
            question=question,
        )
