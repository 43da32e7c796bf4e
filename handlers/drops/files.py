"""Files and folders on this machine -> drops."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from bot.read.formats import drops_in, stem_of
from bot.shapes import Drop, Source

MAX_FILE = 256_000_000
"The largest file opened, in bytes: room for a day of a wire in JSON Lines, and no more than fits in memory."


def drops_in_path(path: Path | str, *, workspace: str, received: datetime) -> Iterator[Drop]:
    """The drops in a file, or in all files of a folder and the folders below it, in sorted order.

    What cannot be taken (a missing, unreadable or huge file) is a drop with a problem. Every call gives keys
    of its own, so a file that is taken in again is read again.
    """
    path = Path(path)
    run = uuid4()
    for n, file in enumerate(_files(path) if path.is_dir() else [path], 1):
        yield from drops_in_file(file, workspace=workspace, received=received, key=f"file:{run}:{n}", source="file")


def drops_in_file(file: Path, *, workspace: str, received: datetime, key: str, source: Source) -> list[Drop]:
    """The drops in one file, or one drop that says why it was not opened."""
    problem = _why_not(file)
    try:
        data = b"" if problem else file.read_bytes()
    except OSError as error:
        problem = f"It cannot be opened: {error.strerror}."
    common = {"source": source, "where": _shown(file), "received": received, "workspace": workspace, "key": key}
    if problem:
        return [Drop.model_validate({"id": stem_of(file.name), "body": "", "problem": problem} | common)]
    return drops_in(file.name, data, source=source, where=_shown(file), received=received, workspace=workspace, key=key)


def _files(folder: Path) -> Iterator[Path]:
    """A folder's files and those of the folders below. Hidden ones are nobody's drops: they are passed over."""
    try:
        inside = sorted(folder.iterdir())
    except OSError:
        yield folder
        return
    for path in inside:
        if path.name.startswith("."):
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _files(path)
        else:
            yield path


def _why_not(file: Path) -> str | None:
    """Why a file is not opened. A pipe or a device is never read: it might not end."""
    try:
        status = file.stat()
    except OSError as error:
        return f"It cannot be opened: {error.strerror}."
    except ValueError:
        return "It has a name that no file can have."
    if not stat.S_ISREG(status.st_mode):
        return "It is a folder that cannot be read." if file.is_dir() else "It is no ordinary file."
    if status.st_size > MAX_FILE:
        return f"It is too large: {status.st_size:,} bytes, and {MAX_FILE:,} is the most that is opened."
    return None


def _shown(file: Path) -> str:
    """A path as text that a database takes, whatever bytes its name is made of."""
    return os.fsencode(file).decode("utf-8", "replace")
