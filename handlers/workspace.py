"""Which workspace a request belongs to: the one place that decides it.

A one-newsroom installation (two tokens, no OAuth) keeps everything under LOCAL, so the command line on the same
machine and the Slack app answer from the same rows.
"""

from __future__ import annotations

from bot.shapes import LOCAL


def workspace_of(team: str | None) -> str:
    """The store's workspace for a Slack team id; every team of a one-newsroom installation is LOCAL."""
    return LOCAL
