"""Finds the quoted stretches of a paragraph, whatever marks its outlet uses and however damaged they are.

Double marks come first: “ ”, straight ", '' and ``, « », „. Where a paragraph has none of them, or has them only inside
single ones, single marks are read as British papers set them: ‘like this’. Marks inside a stretch belong to its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from bot.analyse.quoting.mending import inner_tag, is_attributed, lost_end

_DOUBLE = re.compile(r"[“”\"„‟«»'’‘`](?:(?<=[“”\"„‟«»])|(?<=(['’‘`]))\1)")
"A mark, or two alike of those that are single."

_SINGLE = re.compile(r"[‘’']")
_ANY = re.compile(r"[“”\"„‟«»'’‘`]")
_MAY_OPEN_SINGLE = re.compile(r"['‘](?=[^\W\d_])(?<![^\s(\[—–:-].)")
"Most paragraphs have no mark, or none but apostrophes, and one look shows it."

_INCHES = re.compile(r"\d[’']\d{1,2}\Z")
"Six feet two, as 6’2”: no closing mark."

_CLOSING_PUNCTUATION = frozenset(",.?!;:…—-")
_LEADS_TO_SPEECH = frozenset(",:.?!’”")
_SHORTEST_UNOPENED = 8
"Characters; a mark with less before it in its paragraph closes nothing."

_LONGEST_SINGLE = 1500
"A stretch in single marks is looked for no further than this: beyond it a mark is more likely an apostrophe."


class Stretch(NamedTuple):
    """Quoted text with its marks."""

    start: int
    end: int
    closed: bool
    "False where it goes on to the paragraph's end, and maybe in the next one"


def stretches(text: str, start: int, end: int) -> list[Stretch]:
    """The outermost quoted stretches of the paragraph `text[start:end]`, in order. Linear in its length."""
    if _ANY.search(text, start, end) is None:
        return []
    return list(_without_tags(text, _outermost(text, start, end)))


def _outermost(text: str, start: int, end: int) -> list[Stretch]:
    double = _double(text, start, end)
    if not double:
        return _single(text, start, end)
    if "‘" not in text[start:end] and "'" not in text[start:end]:
        return double
    single = _single(text, start, end)
    return single if _holds(text, single, double, start) else double


def _without_tags(text: str, found: list[Stretch]) -> Iterator[Stretch]:
    """Each stretch, in two where a tag was left inside its marks: '“If they want it, | said Poe, | they can wait.”'"""
    for stretch in found:
        tag = inner_tag(text, stretch.start, stretch.end)
        if tag is None:
            yield stretch
        else:
            yield Stretch(stretch.start, tag[0], True)
            yield Stretch(tag[1], stretch.end, stretch.closed)


def _holds(text: str, single: list[Stretch], double: list[Stretch], start: int) -> bool:
    """Whether the double marks only quote somebody inside what single ones hold: ‘He said, “No,” and left.’"""
    outer = next((s for s in single if s.end > double[0].start), None)
    if outer is None or outer.start > double[0].start or outer.end < double[0].end or not double[0].closed:
        return False
    return outer.start == start or text[outer.start - 2] in _LEADS_TO_SPEECH


def _double(text: str, start: int, end: int) -> list[Stretch]:
    found: list[Stretch] = []
    marks = list(_DOUBLE.finditer(text, start, end))
    opened: int | None = None
    position = 0
    while position < len(marks):
        mark = marks[position]
        if opened is None:
            opened = mark.start() if _can_open(text, mark, start, end) else None
            if opened is None and position == 0 and _closes_unopened(text, mark, start):
                found.append(Stretch(start, mark.end(), True))
        elif _closes(text, mark, start, end):
            found.append(Stretch(opened, _past_inner(text, mark, end), True))
            opened = None
        elif _is_nested(text, marks, position, text[opened], (start, end)):
            position += 1
        elif mark.group() in ('"', "“"):  # a second opening: the first one lost its closing mark, or means nothing
            found += _mended(text, opened, mark.start())
            opened = mark.start()
        position += 1
    if opened is not None and opened < end - 1:
        goes_on = _goes_on(text, opened, end)
        found += (not goes_on and _mended(text, opened, end)) or [Stretch(opened, end, False)]
    return found


def _past_inner(text: str, mark: re.Match[str], end: int) -> int:
    """Where a closing mark ends: in ''He said, 'No,''' the first of three single marks closes the inner quotation."""
    at = mark.end()
    return at + 1 if mark.group() == "''" and at < end and text[at] == "'" else at


def _mended(text: str, opened: int, end: int) -> list[Stretch]:
    """What was opened and not closed: up to the attribution outside the marks, or to a stop before another opening."""
    closing = lost_end(text, opened, end)
    words = text[opened:end].rstrip()
    if closing is None and text[end : end + 1] == text[opened] and words[-1] in ".!?":
        closing = opened + len(words)
    return [Stretch(opened, closing, True)] if closing is not None else []


def _closes_unopened(text: str, mark: re.Match[str], start: int) -> bool:
    """'We held on,” Poe wrote.': the paragraph's first mark closes what its beginning did not open."""
    if mark.group() not in ("”", '"', "''", "’’") or mark.start() - start < _SHORTEST_UNOPENED:
        return False
    return text[mark.start() - 1] in ",?!" and is_attributed(text, mark.end())


def _goes_on(text: str, opened: int, end: int) -> bool:
    """Whether the next paragraph opens with the same mark, as a quotation does that was left open."""
    return text[opened] == text[end : end + 40].lstrip()[:1]


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
    if text[start] not in "'‘" and _MAY_OPEN_SINGLE.search(text, start, end) is None:
        return []
    found: list[Stretch] = []
    marks = [mark.start() for mark in _SINGLE.finditer(text, start, end)]
    position = 0
    while position < len(marks):
        opening = marks[position]
        if not _opens_single(text, opening, start, end):
            position += 1
            continue
        closing = _closing_single(text, marks, position, end)
        stretch = Stretch(opening, marks[closing] + 1, True) if closing else _open_single(text, opening, start, end)
        if stretch is not None:
            found.append(stretch)
        position += 1
        while stretch is not None and position < len(marks) and marks[position] < stretch.end:
            position += 1
    return found


def _open_single(text: str, opening: int, start: int, end: int) -> Stretch | None:
    """A single mark that nothing closes: words that go on in the next paragraph, or whose mark was lost."""
    first, curly = opening == start, text[opening] == "‘"
    if not first and text[opening - 2] not in _LEADS_TO_SPEECH:
        return None
    if _goes_on(text, opening, end):
        return Stretch(opening, end, False)
    following = text.find("‘", opening + 1, end) if curly else -1  # looked through once, so time stays linear
    limit = min(end if following < 0 else following, opening + _LONGEST_SINGLE)
    mended = _mended(text, opening, limit) if first or curly else []
    if mended:
        return mended[0]
    return Stretch(opening, end, False) if curly and (first or text[opening - 2] == ":") else None


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
        if first is None and text[at] == "‘" and index == position + 1 and lost_end(text, marks[position], at):
            return None  # '‘No, said Poe. ‘Never.’': what opens again was not closed
        if text[at] == "‘" and first is not None:
            return first
        after = text[at + 1] if at + 1 < end else " "
        if after == "," and is_attributed(text, at + 2):
            return index
        if text[at] == "‘" or after.isalnum() or text[at - 1].isspace():
            continue
        if text[at - 1] in _CLOSING_PUNCTUATION:
            return index
        possessive = text[at - 1] == "s" and after == " " and text[at + 2 : at + 3] not in ("–", "—", "-")
        if first is None and not possessive:
            first = index
    return first
