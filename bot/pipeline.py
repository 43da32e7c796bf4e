"""The page that walks one drop through all steps: keep, fetch, read, analyse, match, write, tell.

Everything up to `analysed` is reading and thinking and may be done again after a crash. All that a drop
changes is then written in one transaction, its outcome and the messages it asks for included, so a drop is
either waiting or done and never half of each.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.analyse.claims import claims
from bot.analyse.quotes import quotes, speech
from bot.errors import BadDrop, FetchRefused
from bot.filing import Filing
from bot.match.fingerprints import fingerprint
from bot.match.stories import profile
from bot.ports import Clock, Fetcher, Store
from bot.read import read
from bot.shapes import Drop, Outcome, Rejection, Taken
from bot.tell.notices import notices


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
        said = speech(quotes(report.quotable, report.outlet))
        claimed = claims(report.prose, report.published or drop.received, said)
        print_, about = fingerprint(report.prose), profile(report, drop.received)
        self.step("analysed")
        with self.store.transaction(drop.workspace):
            done = self.store.outcome(drop.workspace, drop.key)
            if done:  # another process finished it while this one was thinking
                return done
            outcome = self._finish(Filing(self.store, drop, report, said, claimed, print_, about).file())
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
