"""Files posted in Slack -> drops that refer to an upload."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from bot.shapes import Asked, Drop
from handlers.drops.files import MAX_FILE


def upload_drop(file: dict[str, Any], received: datetime, *, workspace: str, asked: Asked | None = None) -> Drop:
    """A drop whose contents are at a Slack file's private address, yet to be fetched with the app's token.

    Its id is the file's name, which says how the contents are read. The same file shared again is the same drop.
    """
    name = str(file.get("name") or file.get("title") or file.get("id") or "file")
    address = file.get("url_private_download") or file.get("url_private")
    return Drop(
        id=name[:300],
        key=f"upload:{file.get('id') or address}",
        workspace=workspace,
        source="upload",
        where=str(address or name),
        problem=_why_not(file, address),
        received=received,
        asked=asked,
    )


def _why_not(file: dict[str, Any], address: object) -> str | None:
    size = file.get("size")
    if isinstance(size, int) and size > MAX_FILE:
        return f"It is too large: {size:,} bytes, and {MAX_FILE:,} is the most that is opened."
    return None if address else "Slack gives no address for this file; it may have been deleted."
