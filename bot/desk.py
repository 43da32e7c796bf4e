"""What a listener, a job or a terminal command is handed: the open store and everything that works on it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.pipeline import Pipeline
from bot.ports import Clock, Fetcher, Store
from bot.settings import Settings


@dataclass(frozen=True)
class Desk:
    """One open copydesk."""

    settings: Settings
    store: Store
    fetcher: Fetcher
    clock: Clock
    pipeline: Pipeline
