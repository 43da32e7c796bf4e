"""The action ids of everything that can be pressed, and what their values hold.

Nothing is kept between a message and a press: a value is the command line to run again, or a conflict's id. No block
holds the same id twice, so each is a plain string to register.
"""

from __future__ import annotations

SHARE = "share"
"""Button; its value is the command line whose answer is to be posted for all to see, or `N|line` for its page N."""

PAGE = "page"
"""Button; its value is `N|line`: page N (from 0) of a command line's answer. See `read_page`."""

PICK = "pick"
"""Button or static_select; its value (or the selected option's) is a whole command line."""

AROUND = "around"
"""Button; its value is the command line that shows an utterance where it stands."""

OPEN = "open"
"""Button that is a link; Slack tells of the press all the same, and only wants it acknowledged."""

CONFLICT_CONFIRM = "conflict_confirm"
CONFLICT_DISMISS = "conflict_dismiss"
CONFLICT_UPDATE = "conflict_update"
CONFLICT_MUTE = "conflict_mute"
CONFLICT_REOPEN = "conflict_reopen"
"""Buttons; their value is the conflict's id, and in a list of conflicts also which list it is: `c7|N|line`."""


def page_value(page: int, line: str) -> str:
    """The value of a PAGE button."""
    return f"{page}|{line}"


def read_page(value: str) -> tuple[int, str]:
    """The page and the command line of a PAGE or SHARE button's value; a bare command line is its first page."""
    number, bar, line = value.partition("|")
    if bar and number.isdecimal():
        return int(number), line
    return 0, value


def listed_value(conflict: str, page: int, line: str) -> str:
    """The value of a CONFLICT button in page N of a command line's list."""
    return f"{conflict}|{page_value(page, line)}"


def read_conflict(value: str) -> tuple[str, int, str]:
    """The conflict of a button's value, and the page and command line of the list it stands in; no line where it
    stands alone."""
    conflict, _, place = value.partition("|")
    return conflict, *read_page(place)
