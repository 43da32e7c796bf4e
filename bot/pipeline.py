"""The page that walks one drop through all steps: fetch, read, match, analyse, keep, tell."""

from __future__ import annotations

from collections.abc import Callable

from bot.ports import Clock, Fetcher, Store
from bot.shapes import Drop, Outcome


class Pipeline:
    """Takes drops in. `step` is told the name of each step as it ends (a progress bar, a test that kills)."""

    def __init__(
        self, store: Store, fetcher: Fetcher, clock: Clock, step: Callable[[str], None] = lambda _: None
    ) -> None:
        self.store, self.fetcher, self.clock, self.step = store, fetcher, clock, step

    def take(self, drop: Drop) -> list[Outcome]:
        """Keeps a drop and walks it to its outcome (or outcomes: a file may hold many). A drop whose key was
        taken before gives the outcome it had then."""
        raise NotImplementedError

    def finish_waiting(self, limit: int = 100) -> list[Outcome]:
        """Walks every kept drop without an outcome to one; what a stop or a crash left behind is among them."""
        raise NotImplementedError
