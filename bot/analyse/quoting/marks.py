"""Finds the quoted stretches of a paragraph, whatever marks its outlet uses and however damaged they are.

Double marks come first: “ ”, straight ", '' and ``, « », „. Where a paragraph has none of them, single marks are
read as British papers set them: ‘like this’. Marks inside a stretch belong to its words.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_DOUBLE = re.compile(r"[“”\"„‟«»'’‘`](?:(?<=[“”\"„‟«»])|(?<=(['’‘`]))\1)")
"A mark, or two alike of those that are single."

_SINGLE = re.compile(r"[‘’']")
_INCHES = re.compile(r"\d[’']\d{1,2}\Z")
"Six feet two, as 6’2”: no closing mark."

_OPENS_ONLY = frozenset("“„«``‟‘‘")
_CLOSING_PUNCTUATION = frozenset(",.?!;:…—-")
_LONGEST_SINGLE = 1500
"A stretch in single marks is looked for no further than this: beyond it a mark is more likely an apostrophe."


class Stretch(NamedTuple):
    """Quoted text with its marks; `closed` is False where the closing mark is missing."""

    start: int
    end: int
    closed: bool


def stretches(text: str, start: int, end: int) -> list[Stretch]:
    """The outermost quoted stretches of the paragraph `text[start:end]`, in order. Linear in its length."""
    found = _double(text, start, end)
    return found or _single(text, start, end)


def _double(text: str, start: int, end: int) -> list[Stretch]:
    found: list[Stretch] = []
    marks = list(_DOUBLE.finditer(text, start, end))
    opened: int | None = None
    position = 0
    while position < len(marks):
        mark = marks[position]
        if opened is None:
            opened = mark.start() if _can_open(text, mark, start, end) else None
        elif _closes(text, mark, start, end):
            found.append(Stretch(opened, _past_inner(text, mark, end), True))
            opened = None
        elif _is_nested(text, marks, position, text[opened], (start, end)):
            position += 1
        elif mark.group() in ('"', "“"):  # a second opening: the first one lost its closing mark, or means nothing
            opened = mark.start()
        position += 1
    if opened is not None and opened < end - 1:
        found.append(Stretch(opened, end, False))
    return found


def _past_inner(text: str, mark: re.Match[str], end: int) -> int:
    """Where a closing mark ends: in ''He said, 'No,''' the first of three single marks closes the inner quotation."""
    at = mark.end()
    return at + 1 if mark.group() == "''" and at < end and text[at] == "'" else at


def _is_nested(text: str, marks: list[re.Match[str]], at: int, opened: str, within: tuple[int, int]) -> bool:
    """Whether a second opening mark and the one behind it are a quotation inside the open one."""
    if marks[at].group() != "“" or at + 1 >= len(marks) or marks[at + 1].group() != "”":
        return False
    if at + 2 >= len(marks):
        return opened == '"'
    return marks[at + 2].group() != "“" and _closes(text, marks[at + 2], *within)


def _can_open(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end()] if mark.end() < end else " "
    if mark.group() in ("“", "„", "«", "``", "‘‘"):
        return True
    return not after.isspace() and not (before.isalnum() or before in ".,!?’”")


def _closes(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end()] if mark.end() < end else " "
    if mark.group() in ("”", '"') and _INCHES.search(text, max(start, mark.start() - 5), mark.start()):
        return False
    if mark.group() in ("”", "»", "’’"):
        return True
    if mark.group() in ("“", "„", "«", "``", "‘‘"):  # an opening mark set where the closing one belongs
        return not before.isspace() and not after.isalnum()
    return not (before.isspace() and after.isalnum())


def _single(text: str, start: int, end: int) -> list[Stretch]:
    found: list[Stretch] = []
    marks = [mark.start() for mark in _SINGLE.finditer(text, start, end)]
    position = 0
    while position < len(marks):
        opening = marks[position]
        closing = _closing_single(text, marks, position, end) if _opens_single(text, opening, start, end) else None
        if closing is None:
            position += 1
            continue
        found.append(Stretch(opening, marks[closing] + 1, True))
        position = closing + 1
    return found


def _opens_single(text: str, at: int, start: int, end: int) -> bool:
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    return text[at] != "’" and after.isalpha() and (before.isspace() or before in "([—–-:")


def _closing_single(text: str, marks: list[int], position: int, end: int) -> int | None:
    """The index of the mark that closes the one at `position`: after punctuation at best, else the first possible."""
    first = None
    for index in range(position + 1, min(position + 40, len(marks))):
        at = marks[index]
        if at - marks[position] > _LONGEST_SINGLE:
            break
        after = text[at + 1] if at + 1 < end else " "
        if text[at] == "‘" or after.isalnum() or text[at - 1].isspace():
            continue
        if text[at - 1] in _CLOSING_PUNCTUATION:
            return index
        if first is None and not (text[at - 1] == "s" and after == " "):
            first = index
    return first
