"""Files one report: what it is to the archive, which story it belongs in, whom it quotes, whom it contradicts.

Runs inside one transaction, so that what it decides from what it reads still holds when it is written.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.analyse.changes import changes
from bot.analyse.conflicts import POSTING_THRESHOLD, conflicts, superseded
from bot.credit import Crediting
from bot.identify import Identifying
from bot.lineage import descent_of_later
from bot.match.dating import version_time
from bot.match.lineage import lineage_of, measured
from bot.match.stories import headline, place, slug
from bot.match.texts import decide
from bot.ports import Store
from bot.shapes import (
    COPIES,
    Account,
    Claim,
    Conflict,
    Drop,
    Fingerprint,
    Known,
    Match,
    Outcome,
    Profile,
    Quote,
    Report,
    Taken,
    Version,
)
from bot.tell.notices import is_told


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
        story, is_new, reason = self._story(match, of)
        if reason:  # of its own text: what tells an editor something is why it is in this story
            match = match.model_copy(update={"reason": f"{reason} {match.aside}".strip()})
        version = self.store.add_article(
            self.workspace, story, self.report, self.print, match, self.about, self.drop.received
        )
        raised, told = self._findings(version, story, match)
        return self._taken(match, version.article, story, is_new, version.id, False, raised, told)

    def _story(self, match: Match, of: Known | None) -> tuple[str, bool, str]:
        """The story it belongs in: that of the text it is built on, or of the event it reports."""
        if of:
            return of.story, False, ""
        candidates = self.store.story_candidates(self.workspace, self.about)
        counts = self.store.term_counts(self.workspace, list(self.about.terms))
        placement = place(self.about, candidates, counts)
        if placement.story:
            return placement.story, False, placement.reason
        title = self.report.title or headline(self.report)
        first = self.report.published or self.drop.received
        return self.store.open_story(self.workspace, slug(title, self.about), title, first).id, True, placement.reason

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
        changed = any(change.matters for change in differences)
        return self._taken(match, of.article, of.story, False, version.id, changed, raised, told)

    def _findings(self, version: Version, story: str, match: Match) -> tuple[list[str], list[Conflict]]:
        """Keeps quotes and claims, and compares them with the story's other accounts."""
        credited = self._credited(version, story)
        self.store.add_findings(version, self.workspace, credited, self.claimed)
        if lineage_of(match) in COPIES:  # copies are one voice with their original, which has been compared
            return [], []
        accounts = self.store.accounts(self.workspace, story)
        own = next(account for account in accounts if account.version == version.id)
        return self._compare(own, [account for account in accounts if account is not own], story)

    def _credited(self, version: Version, story: str) -> list[tuple[Quote, str | None, str]]:
        """Each quote with its person and its utterance; who holds which office is learned on the way."""
        at = self.report.published or self.drop.received
        sources = Identifying(self.store, self.workspace, story, at, self.report.prose, version.article)
        crediting = Crediting(self.store, self.workspace, story, version.id, at, sources)
        credited = crediting.credit(self.said, self.report.body)
        sources.learn()
        return credited

    def _compare(self, account: Account, others: list[Account], story: str) -> tuple[list[str], list[Conflict]]:
        """Keeps the conflicts a new account raises or closes; returns the ids of new ones, and those to be told."""
        kept = {conflict.key: conflict for conflict in self.store.conflicts(self.workspace, story)}
        muted = self.store.muted_kinds(self.workspace, story)
        found = conflicts(account, others, muted, list(kept.values()))
        raised, told = [], []
        for conflict in [*found, *superseded(account, list(kept.values()))]:
            before = kept.get(conflict.key)
            after = self.store.save_conflict(self.workspace, story, conflict)
            if before is None:
                raised.append(after.id)
            was_told = before is not None and before.confidence >= POSTING_THRESHOLD
            if before != after and is_told(after, POSTING_THRESHOLD, was_told):
                told.append(after)
        return raised, told

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
        )
