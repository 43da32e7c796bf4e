"""Where the corpora to measure on lie: third-party text that is never part of the project."""

from __future__ import annotations

import os
from pathlib import Path

from bot.errors import UserError

SHARED = Path(os.environ.get("COPYDESK_SHARED", Path(__file__).parents[1].parent / "shared"))


def shared(path: str) -> Path:
    """A file or folder below the shared folder. Raises UserError where it is missing."""
    found = SHARED / path
    if not found.exists():
        raise UserError(f"{path} is not in {SHARED}; set COPYDESK_SHARED to the folder that holds the corpora")
    return found
