"""The action ids of everything that can be pressed, and what their values hold.

Nothing is kept between a message and a press: a value is the command line to run again, or a conflict's id. No block
holds the same id twice, so each is a plain string to register.
"""

from __future__ import annotations

SHARE = "share"
"""Button; its value is the command line whose answer is to be posted for all to see."""

PAGE = "page"
"""Button; its value is `N|line`: page N (from 0) of a command line's answer. See `read_page`."""

PICK = "pick"
"""Button or static_select; its value (or the selected option's) is a whole command line."""

OPEN = "open"
"""Button that is a link; Slack tells of the press all the same, and only wants it acknowledged."""

CONFLICT_CONFIRM = "conflict_confirm"
CONFLICT_DISMISS = "conflict_dismiss"
CONFLICT_UPDATE = "conflict_update"
CONFLICT_MUTE = "conflict_mute"
CONFLICT_REOPEN = "conflict_reopen"
CONFLICT_ACTIONS = (CONFLICT_CONFIRM, CONFLICT_DISMISS, CONFLICT_UPDATE, CONFLICT_MUTE, CONFLICT_REOPEN)
"""Buttons; their value is the conflict's id."""


def page_value(page: int, line: str) -> str:
    """The value of a PAGE button."""
    return f"{page}|{line}"


def read_page(value: str) -> tuple[int, str]:
    """The page and the command line of a PAGE button's value; a bare command line is its first page."""
    number, bar, line = value.partition("|")
    if bar and number.isdecimal():
        return int(number), line
    return 0, value
