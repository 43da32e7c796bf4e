"""The page that walks one drop through all steps: keep, fetch, read, analyse, match, write, tell.

Everything up to `analysed` is reading and thinking and may be done again after a crash. All that a drop
changes is then written in one transaction, its outcome and the messages it asks for included, so a drop is
either waiting or done and never half of each.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.analyse.claims import claims
from bot.analyse.conflicts import POSTING_THRESHOLD, conflicts, superseded
from bot.analyse.quotes import quotes
from bot.analyse.changes import changes
from bot.analyse.people import credit
from bot.errors import BadDrop, FetchRefused
from bot.match.fingerprints import fingerprint
from bot.match.stories import headline, place, profile, slug
from bot.match.texts import decide
from bot.ports import Clock, Fetcher, Store
from bot.read import read
from bot.shapes import (
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
    Rejection,
    Report,
    Said,
    Taken,
    Version,
)
from bot.tell.notices import is_told, notices


class Pipeline:
    """Takes drops in. `step` is told the name of each step as it ends (a progress bar, a test that kills)."""

    def __init__(
        self, store: Store, fetcher: Fetcher, clock: Clock, step: Callable[[str], None] = lambda _: None
    ) -> None:
        self.store, self.fetcher, self.clock, self.step = store, fetcher, clock, step

    def take(self, drop: Drop) -> list[Outcome]:
        """Keeps a drop and walks it to its outcome (or outcomes: a file may hold many). A drop whose key was
        taken before gives the outcome it had then."""
        self.store.keep_drop(drop)
        self.step("kept")
        return self._walk(drop)

    def finish_waiting(self, limit: int = 100) -> list[Outcome]:
        """Walks every kept drop without an outcome to one; what a stop or a crash left behind is among them."""
        return [outcome for drop in self.store.waiting_drops(limit=limit) for outcome in self._walk(drop)]

    def _walk(self, drop: Drop) -> list[Outcome]:
        done = self.store.outcome(drop.workspace, drop.key)
        if done:
            return [done]
        if drop.body is not None or drop.problem is not None:
            return [self._settle(drop)]
        try:
            parts = self.fetcher.contents(drop)
        except (FetchRefused, BadDrop) as refusal:  # a dead link, an address inside the network, a picture
            return [self._reject(drop, str(refusal))]
        self._keep_parts(drop, parts)
        self.step("fetched")
        return [self._settle(part) for part in parts]

    def _keep_parts(self, drop: Drop, parts: Sequence[Drop]) -> None:
        """What a reference stood for goes to the inbox before anything else happens to it."""
        with self.store.transaction(drop.workspace):
            for part in parts:
                if part.key == drop.key:
                    self.store.refill_drop(part)
                else:
                    self.store.keep_drop(part)
            if all(part.key != drop.key for part in parts):
                held = f"It held {len(parts)} drops, each taken in by itself."
                self._finish(Taken(drop=drop, outcome=_outcome(drop, "unpacked", held)))

    def _settle(self, drop: Drop) -> Outcome:
        """From a drop whose text is at hand to its outcome."""
        report = Rejection(reason=drop.problem) if drop.problem else read(drop)
        self.step("read")
        if isinstance(report, Rejection):
            return self._reject(drop, report.reason)
        said = quotes(report.prose, report.title)
        claimed = claims(report.prose, report.published or drop.received, said)
        print_, about = fingerprint(report.prose), profile(report, drop.received)
        self.step("analysed")
        with self.store.transaction(drop.workspace):
            done = self.store.outcome(drop.workspace, drop.key)
            if done:  # another process finished it while this one was thinking
                return done
            outcome = _Writing(self, drop, report, said, claimed, print_, about).write()
            self.step("written")
        self.step("finished")
        return outcome

    def _reject(self, drop: Drop, reason: str) -> Outcome:
        with self.store.transaction(drop.workspace):
            return self._finish(Taken(drop=drop, outcome=_outcome(drop, "rejected", reason)))

    def _finish(self, taken: Taken) -> Outcome:
        """Writes an outcome and the messages that should follow from it."""
        workspace, now = taken.drop.workspace, self.clock()
        self.store.finish_drop(workspace, taken.drop.key, taken.outcome)
        for notice in notices(taken, self.store.channels(workspace)):
            self.store.want(notice, now)
        return taken.outcome


class _Writing:
    """One report's way into the store, inside one transaction."""

    def __init__(
        self,
        pipeline: Pipeline,
        drop: Drop,
        report: Report,
        said: Sequence[Quote],
        claimed: Sequence[Claim],
        print_: Fingerprint,
        about: Profile,
    ) -> None:
        self.pipeline, self.store = pipeline, pipeline.store
        self.drop, self.report, self.said, self.claimed = drop, report, said, claimed
        self.print, self.about, self.workspace = print_, about, drop.workspace

    def write(self) -> Outcome:
        known = self.store.lookalikes(self.workspace, self.report, self.print)
        match = decide(self.report, self.print, known)
        of = next((article for article in known if article.article == match.of), None)
        if match.outcome == "duplicate" and of:
            return self._finish(match, of.article, of.story)
        if match.outcome == "revision" and of:
            return self._revise(match, of)
        story, is_new, reason = self._story(match, of)
        version = self.store.add_article(
            self.workspace, story, self.report, self.print, match, self.about, self.drop.received
        )
        raised, told = self._findings(version, story, match, of)
        match = match.model_copy(update={"reason": f"{match.reason} {reason}".strip()})
        return self._finish(match, version.article, story, is_new, version.id, False, raised, told)

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

    def _revise(self, match: Match, of: Known) -> Outcome:
        """A later version: what changed decides whether the thread hears of it."""
        before = self.store.versions(self.workspace, of.article)[-1]
        version = self.store.add_version(
            self.workspace, of.article, self.report, self.print, self.about, self.drop.received
        )
        raised, told = self._findings(version, of.story, match, of)
        differences = changes(of.prose, self.report.prose, before.title, self.report.title)
        changed = any(change.matters for change in differences)
        return self._finish(match, of.article, of.story, False, version.id, changed, raised, told)

    def _findings(
        self, version: Version, story: str, match: Match, of: Known | None
    ) -> tuple[list[str], list[Conflict]]:
        """Keeps quotes and claims, and compares them with the story's other accounts."""
        others = [account for account in self.store.accounts(self.workspace, story) if account.article != version.article]
        credited = [(quote, *credit(self.store, self.workspace, story, self.report, quote)) for quote in self.said]
        self.store.add_findings(version, self.workspace, credited, self.claimed)
        if match.outcome == "copy":  # copies are one voice with their original, which has been compared
            return [], []
        voice = next((a.voice for a in self.store.accounts(self.workspace, story) if a.article == version.article), "")
        return self._compare(self._account(version, voice or version.article), others, story)

    def _account(self, version: Version, voice: str) -> Account:
        body = self.report.body
        return Account(
            article=version.article,
            version=version.id,
            voice=voice,
            outlet=self.report.outlet,
            published=self.report.published,
            seen=self.drop.received,
            claims=tuple(self.claimed),
            said=tuple(_said(body, quote) for quote in self.said),
        )

    def _compare(self, account: Account, others: list[Account], story: str) -> tuple[list[str], list[Conflict]]:
        """Keeps the conflicts a new account raises or closes; returns the ids of new ones, and those to be told."""
        kept = {conflict.key: conflict for conflict in self.store.conflicts(self.workspace, story)}
        found = conflicts(account, others, self.store.muted_kinds(self.workspace, story))
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

    def _finish(
        self,
        match: Match,
        article: str,
        story: str,
        is_new: bool = False,
        version: str | None = None,
        changed: bool = False,
        raised: Sequence[str] = (),
        told: Sequence[Conflict] = (),
    ) -> Outcome:
        outcome = Outcome(
            drop=self.drop.id,
            article=article,
            outcome=match.outcome,
            of=match.of,
            similarity=round(match.similarity, 3),
            story=story,
            conflicts=tuple(raised),
            reason=match.reason,
        )
        taken = Taken(
            drop=self.drop,
            outcome=outcome,
            story=story,
            story_is_new=is_new,
            version=version,
            changed=changed,
            conflicts=tuple(told),
        )
        return self.pipeline._finish(taken)


def _said(body: str, quote: Quote) -> Said:
    text = " … ".join(body[start:end] for start, end in quote.content)
    start, end = quote.content[0][0], quote.content[-1][1]
    return Said(text=text, start=start, end=end, name=quote.name, kind=quote.kind, via=quote.via)


def _outcome(drop: Drop, outcome: str, reason: str) -> Outcome:
    """The outcome of a drop that became no article."""
    return Outcome.model_validate(
        {
            "drop": drop.id,
            "article": None,
            "outcome": outcome,
            "of": None,
            "similarity": 0.0,
            "story": None,
            "conflicts": (),
            "reason": reason,
        }
    )
