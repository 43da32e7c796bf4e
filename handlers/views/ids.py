"""The action ids of everything that can be pressed, and what their values hold.

Nothing is kept between a message and a press: a value is the command line to run again, or a conflict's id. No block
holds the same id twice, so each is a plain string to register.
"""

from __future__ import annotations

from handlers.answers import Mending

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

PEOPLE_SAME = "people_same"
PEOPLE_NOT = "people_not"
"""Buttons; their value is two people: `p1|p2`."""

PEOPLE_ASK = "people_ask"
"""Button; its value is a person: what may be wrong with their entry is asked for."""

PEOPLE_MEND = "people_mend"
"""static_select; an option's value is what is wrong with a person: `kind|p1|what`. See `read_mend`."""

PEOPLE_UNDO = "people_undo"
"""Button; its value is two people and what was decided about them before: `p1|p2|same`, `p1|p2|not` or `p1|p2|`."""

STORY_SAME = "story_same"
STORY_OTHER = "story_other"
"""Buttons; their value is the question whether two stories are one: `d12`."""

STORY_UNDO = "story_undo"
"""Button; its value is a decision about stories: `d12`."""

STORY_WRONG = "story_wrong"
"""Button; its value is a story: what does not belong in it, or what it belongs to, is asked for."""

STORY_PART = "story_part"
"""static_select; an option's value is the article that does not belong in its story: `a5`."""

STORY_MOVE = "story_move"
"""Button or static_select; its value is an article and the story it goes to: `a5|s9`, `a5|` for one of its own. With
`|anyway` behind it also where somebody said otherwise."""

STORY_MERGE = "story_merge"
"""Button or static_select; its value is two stories that are one, and the question it answers where there is one:
`s4|s9|`, `s4|s9|d12`. With `|anyway` behind that also where somebody said otherwise."""

STORY_LEAVE = "story_leave"
"""Button: all stays as it is."""

MEND_OTHER, MEND_NAME, MEND_STORY = "other", "name", "story"
"""Kinds of a PEOPLE_MEND value: the same as somebody, somebody else under a name, somebody else in a story."""


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


def pair_value(one: str, other: str) -> str:
    """The value of a button about two people."""
    return f"{one}|{other}"


def read_pair(value: str) -> tuple[str, str]:
    """The two people of a button's value."""
    one, _, other = value.partition("|")
    return one, other


def mend_value(one: Mending) -> str:
    """The value of an option of the PEOPLE_MEND menu."""
    if one.other is not None:
        return f"{MEND_OTHER}|{one.person}|{one.other}"
    return f"{MEND_STORY}|{one.person}|{one.story}" if one.story else f"{MEND_NAME}|{one.person}|{one.name}"


def read_mend(value: str) -> tuple[str, str, str]:
    """Its kind, the person, and whom, which name or which story it is about."""
    kind, _, rest = value.partition("|")
    person, _, what = rest.partition("|")
    return kind, person, what


def undo_value(one: str, other: str, before: bool | None) -> str:
    """The value of an UNDO button: two people, and whether they were decided to be the same before."""
    return f"{one}|{other}|{'' if before is None else 'same' if before else 'not'}"


def read_undo(value: str) -> tuple[str, str, bool | None]:
    """The two people, and what was decided before; None where nothing was."""
    one, other, before = value.split("|", 2)
    return one, other, {"same": True, "not": False}.get(before)


def move_value(article: str, story: str = "", anyway: bool = False) -> str:
    """The value of a STORY_MOVE button or option."""
    return f"{article}|{story}{'|anyway' if anyway else ''}"


def read_move(value: str) -> tuple[str, str | None, bool]:
    """The article, the story it goes to (None: one of its own), and whether also against what somebody said."""
    article, story, anyway = [*value.split("|", 2), "", ""][:3]
    return article, story or None, anyway == "anyway"


def merge_value(one: str, other: str, question: str = "", anyway: bool = False) -> str:
    """The value of a STORY_MERGE button or option."""
    return f"{one}|{other}|{question}{'|anyway' if anyway else ''}"


def read_merge(value: str) -> tuple[str, str, str | None, bool]:
    """The two stories, the question it answers, and whether also against what somebody said."""
    one, other, question, anyway = [*value.split("|", 3), "", "", ""][:4]
    return one, other, question or None, anyway == "anyway"
