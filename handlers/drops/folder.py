"""The watched folder: whatever is put there is a drop, and is moved to `taken` once it is kept."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import structlog

from bot.desk import Desk
from bot.shapes import LOCAL
from handlers.drops.files import drops_in_file

log = structlog.get_logger()

TAKEN = "taken"

SETTLED_SECONDS = 2
"A file changed less long ago may be half written."


def poll(desk: Desk) -> list[str]:
    """Keeps the drops of every new file; the keys of those that were not kept before.

    A stop between keeping and moving does no harm: the file is found again, and its key says that it was kept.
    """
    watched = desk.settings.watch
    if watched is None or not watched.is_dir():
        return []
    kept = []
    for file in _settled(watched, desk.clock()):
        kept += _keep(desk, file)
        _move(file, watched / TAKEN)
    return kept


def _settled(watched: Path, now: datetime) -> list[Path]:
    files = [path for path in sorted(watched.iterdir()) if path.is_file() and not path.name.startswith(".")]
    return [path for path in files if now.timestamp() - path.stat().st_mtime >= SETTLED_SECONDS]


def _keep(desk: Desk, file: Path) -> list[str]:
    status = file.stat()
    key = f"folder:{file.name}:{status.st_size}:{status.st_mtime_ns}"
    drops = drops_in_file(file, workspace=LOCAL, received=desk.clock(), key=key, source="folder")
    with desk.store.transaction(LOCAL):
        return [drop.key for drop in drops if desk.store.keep_drop(drop)]


def _move(file: Path, taken: Path) -> None:
    """Out of the way, under a name that is free there."""
    try:
        taken.mkdir(exist_ok=True)
        free, n = taken / file.name, 1
        while free.exists():
            n += 1
            free = taken / f"{file.stem}-{n}{file.suffix}"
        file.rename(free)
    except OSError as error:  # a folder we may read and not write; the key keeps its files from coming twice
        log.warning("a taken file stays in the watched folder", file=str(file), error=str(error))
