"""In what a report's wording differs from the fullest report's, in words an editor takes in at a glance."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from bot.analyse.uttering.words import COMMON, Word, denies, placed, quoted_spans, spelled
from bot.shapes import QuoteKind

How = Literal["cut", "stitched", "longer", "cleaned up", "reworded", "turned", "paraphrased", "worded differently"]

LONGEST = 4000
"Characters of a speech that are compared: aligning costs the product of the lengths, and no editor reads more of it."

_STRETCH = 8
"Words shown of a difference; the rest is an ellipsis."

_LITTLE = 0.5
"Two wordings that share less of the shorter one in order are not told word by word."

_MOST_TOLD = 4
"More changed places than this are no edit of one wording but another wording: a translation, a memory."


_LONE = 2
"A 'not' left out alone, or with its verb, turns the sense; one inside a longer stretch went with it."


_PASSAGE = 3
"From so many words left out in the middle, two passages were run together; fewer are a word dropped."


class Difference(NamedTuple):
    """How a wording differs, and that in words: `cut: without “before winter”`."""

    how: How
    told: str


def difference(text: str, kind: QuoteKind, fullest: str, fullest_kind: QuoteKind) -> Difference | None:
    """What a reader should know of a report's wording beside the fullest; None where they are the same to the ear.

    Of a partly quoted report its quoted words are compared. Spelling, typography and fillers are no difference.
    """
    text, fullest = text[:LONGEST], fullest[:LONGEST]
    if kind == "indirect":
        return None if fullest_kind == "indirect" and _said(text) == _said(fullest) else _PARAPHRASED
    ours, theirs = _spoken(text, kind), placed(fullest)
    mine, other = [_ear(word) for word in ours], [_ear(word) for word in theirs]
    if mine == other:
        return _cleaned(text, fullest) if kind == fullest_kind == "direct" else None
    changes = _changes(mine, other)
    if len(mine) - sum(b - a for _, a, b, _, _ in changes) < _LITTLE * min(len(mine), len(other)):
        return _OTHER_WORDS
    if all(op[0] == "insert" for op in changes):
        return _cut(changes, len(mine), fullest, theirs)
    if all(op[0] == "delete" for op in changes):
        return Difference("longer", f"longer: with {_longest([(a, b) for _, a, b, _, _ in changes], text, ours)}")
    return _reworded(changes, (text, ours), (fullest, theirs))


_PARAPHRASED = Difference("paraphrased", "paraphrased")
_OTHER_WORDS = Difference("worded differently", "translated or worded differently")

_Change = tuple[str, int, int, int, int]


def _said(text: str) -> list[str]:
    return [_ear(word) for word in placed(text)]


def _ear(word: Word) -> str:
    return spelled(word.said)


def _spoken(text: str, kind: QuoteKind) -> list[Word]:
    """The words that count as the speaker's: of a partly quoted report those in marks."""
    if kind != "mixed":
        return placed(text)
    spans = quoted_spans(text)
    return [word for word in placed(text) if any(a <= word.start < b for a, b in spans)] or placed(text)


def _cleaned(text: str, fullest: str) -> Difference | None:
    """Where only contractions, slips of grammar or an editor's brackets differ."""
    ours, theirs = _written(text), _written(fullest)
    changes = _changes([spelled(word.casefold()) for word in ours], [spelled(word.casefold()) for word in theirs])
    if not changes:
        return None
    _, a, b, c, d = changes[0]
    put, gone = f"“{' '.join(ours[a:b])}”", f"“{' '.join(theirs[c:d])}”"
    told = f"without {gone}" if a == b else f"{put} put in" if c == d else f"{put} for {gone}"
    return Difference("cleaned up", f"cleaned up: {told}{_more(changes)}")


def _written(text: str) -> list[str]:
    """The words as they are written, marks aside; what is in brackets keeps them."""
    plain = text.replace("’", "'").replace("‘", "'")
    bare = (word.strip("\"“”„«»'.,;:!?…—–- ") for word in plain.split())
    return [word for word in bare if word]


def _changes(mine: Sequence[str], other: Sequence[str]) -> list[_Change]:
    return [op for op in SequenceMatcher(None, mine, other, autojunk=False).get_opcodes() if op[0] != "equal"]


def _cut(changes: Sequence[_Change], length: int, fullest: str, theirs: Sequence[Word]) -> Difference | None:
    """Words left out: at the ends, or in the middle so that what stood apart stands together."""
    turned = [
        op[3:] for op in changes if op[4] - op[3] <= _LONE and denies(word.said for word in theirs[op[3] : op[4]])
    ]
    if turned:
        return Difference("turned", f"says the opposite: without {_longest(turned, fullest, theirs)}")
    left_out = [op for op in changes if any(word.said not in COMMON for word in theirs[op[3] : op[4]])]
    inside = [op[3:] for op in left_out if 0 < op[1] < length]
    if inside:
        stitched = max(end - start for start, end in inside) >= _PASSAGE
        told = f"leaves out {_longest(inside, fullest, theirs)}"
        return (
            Difference("stitched", f"stitched: {told} in the middle") if stitched else Difference("cut", f"cut: {told}")
        )
    return (
        Difference("cut", f"cut: without {_longest([op[3:] for op in left_out], fullest, theirs)}")
        if left_out
        else None
    )


def _reworded(
    changes: Sequence[_Change], mine: tuple[str, Sequence[Word]], other: tuple[str, Sequence[Word]]
) -> Difference:
    (text, ours), (fullest, theirs) = mine, other
    inner = [op for op in changes if op[0] == "replace"] or [op for op in changes if op[0] == "delete"]
    if len(inner) > _MOST_TOLD:
        return _OTHER_WORDS
    op = max(inner, key=lambda op: _weight(ours[op[1] : op[2]], theirs[op[3] : op[4]]))
    _, a, b, c, d = op
    put = _shown(text, ours[a:b])
    told = f"“{put}” for “{_shown(fullest, theirs[c:d])}”" if d > c else f"with “{put}”"
    turned = denies([word.said for word in ours[a:b]]) != denies([word.said for word in theirs[c:d]])
    opening = "says the opposite: " if turned else ""
    return Difference("turned" if turned else "reworded", f"{opening}{told}{_more(inner)}")


def _weight(ours: Sequence[Word], theirs: Sequence[Word]) -> tuple[bool, int]:
    """A 'not' first, then what changes most telling words."""
    said = [word.said for word in (*ours, *theirs)]
    return denies(said), sum(word not in COMMON for word in said)


def _more(changes: Sequence[_Change]) -> str:
    return f", and {len(changes) - 1} more" if len(changes) > 1 else ""


def _longest(spans: Sequence[tuple[int, int]], text: str, found: Sequence[Word]) -> str:
    start, end = max(spans, key=lambda span: span[1] - span[0])
    more = f" and {len(spans) - 1} more" if len(spans) > 1 else ""
    return f"“{_shown(text, found[start:end])}”{more}"


def _shown(text: str, found: Sequence[Word]) -> str:
    """The words as the text has them, a long stretch cut short."""
    if not found:
        return ""
    kept = found[:_STRETCH]
    shown = " ".join(text[kept[0].start : kept[-1].end].split())
    return shown + (" …" if len(found) > _STRETCH else "")
