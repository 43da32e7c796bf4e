"""The project's own gold set for quotes: reads its marked reports and scores what was found against them.

How the files are written stands in `tests/gold/quotes/README.md`. `python -m bench.gold_quotes` prints the scores;
with `--write-floors` they become what may not be fallen below.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from bot.analyse.quotes import quotes
from bot.errors import UserError
from bot.shapes import Quote, Span

GOLD = Path(__file__).parents[1] / "tests" / "gold" / "quotes"

FLOORS = GOLD / "floors.json"
PARTS = ("tune", "test")
SCORED = {"direct": ("direct",), "direct and mixed": ("direct", "mixed"), "all": ("direct", "mixed", "indirect")}
"Kinds that are scored together."

_MARK = re.compile(r"⟦(\d+)([cqs]) |⟧")
_LABEL = re.compile(r"(\d+) (direct|mixed|indirect) \| ([^|]+) \| ([a-z0-9-]+)(?: \| via ([^|]+))?")
_ENOUGH = 0.5
"Two contents are the same from this share of common characters, as in the scorer of PolNeAR."


@dataclass
class Marked:
    """One attribution of the gold: where it stands, who it is, and which thing said it reports."""

    content: list[Span] = field(default_factory=list)
    cue: Span | None = None
    source: Span | None = None
    kind: str = ""
    names: tuple[str, ...] = ()
    "every spelling that is right; none where nobody could tell"
    utterance: str = ""
    via: str | None = None


class Report(NamedTuple):
    """One report of the gold: its text without the marks, and its attributions in their order."""

    slug: str
    outlet: str
    published: str
    title: str
    manner: str
    shapes: tuple[str, ...]
    body: str
    marked: tuple[Marked, ...]


class Rate(NamedTuple):
    """How many were right, of how many found and how many wanted."""

    right: int
    found: int
    wanted: int

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.found + self.wanted) if self.found + self.wanted else 0.0


def events(part: str) -> dict[str, list[Report]]:
    """The reports of one part, `tune` or `test`, by event. Raises UserError where a file is written wrongly."""
    return {path.stem: read(path) for path in sorted((GOLD / part).glob("*.txt"))}


def read(path: Path) -> list[Report]:
    """The reports of one file."""
    pieces = re.split(r"^=== (\S+)\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return [_report(f"{path.name}: {slug}", slug, text) for slug, text in zip(pieces[1::2], pieces[2::2], strict=True)]


def _report(where: str, slug: str, text: str) -> Report:
    parts = re.split(r"^---\n", text, flags=re.MULTILINE)
    if len(parts) != 3:
        raise UserError(f"{where}: wants a header, a body and labels, parted by two lines of ---")
    header = dict(line.split(": ", 1) for line in parts[0].strip().splitlines())
    body, marked = _unmarked(where, parts[1].strip("\n"))
    for line in parts[2].strip().splitlines():
        label = _LABEL.fullmatch(line.strip())
        if label is None or int(label[1]) not in marked:
            raise UserError(f"{where}: {line!r} is no label of a mark in the body")
        one = marked[int(label[1])]
        one.kind, one.utterance, one.via = label[2], label[4], label[5]
        one.names = () if label[3].strip() == "-" else tuple(name.strip() for name in label[3].split(" / "))
    if bad := [number for number, one in marked.items() if not one.kind or not one.content]:
        raise UserError(f"{where}: attribution {bad[0]} has no content or no label")
    shapes = tuple(header.get("shapes", "").replace(" ", "").split(","))
    fields = (slug, header["outlet"], header["published"], header["title"], header["manner"], shapes)
    return Report(*fields, body, tuple(marked[number] for number in sorted(marked)))


def _unmarked(where: str, text: str) -> tuple[str, dict[int, Marked]]:
    """The body without its marks, and the spans they stood at."""
    marked: dict[int, Marked] = {}
    opened: list[tuple[int, str, int]] = []
    pieces: list[str] = []
    at = length = 0
    for mark in _MARK.finditer(text):
        pieces.append(text[at : mark.start()])
        length += mark.start() - at
        at = mark.end()
        if mark[1]:
            opened.append((int(mark[1]), mark[2], length))
        elif opened:
            _close(marked, *opened.pop(), length)
        else:
            raise UserError(f"{where}: a mark closes that none opened, before {text[mark.end() : mark.end() + 40]!r}")
    pieces.append(text[at:])
    if opened or any(bracket in "".join(pieces) for bracket in "⟦⟧"):
        raise UserError(f"{where}: a mark is not closed or not written as ⟦1c words⟧")
    return "".join(pieces), marked


def _close(marked: dict[int, Marked], number: int, role: str, start: int, end: int) -> None:
    one = marked.setdefault(number, Marked())
    if role == "c":
        one.content.append((start, end))
        one.content.sort()
    elif role == "q":
        one.cue = start, end
    else:
        one.source = start, end


class Pair(NamedTuple):
    """A gold attribution and the quote that was found for it; one of them None where the other stands alone."""

    gold: Marked | None
    quote: Quote | None


def pairs(report: Report, quotes: Sequence[Quote]) -> list[Pair]:
    """Gold and found quotes, matched one to one by falling overlap of their contents."""
    wanted = [_characters(report.body, one.content) for one in report.marked]
    found = [_characters(report.body, quote.content) for quote in quotes]
    scored = sorted(
        (-len(a & b) / len(a | b), g, q) for g, a in enumerate(wanted) for q, b in enumerate(found) if a & b
    )
    of_gold: dict[int, int] = {}
    taken: set[int] = set()
    for score, g, q in scored:
        if -score >= _ENOUGH and g not in of_gold and q not in taken:
            of_gold[g] = q
            taken.add(q)
    matched = [Pair(one, quotes[of_gold[g]] if g in of_gold else None) for g, one in enumerate(report.marked)]
    return [*matched, *(Pair(None, quote) for q, quote in enumerate(quotes) if q not in taken)]


def overlap(body: str, one: Iterable[Span], other: Iterable[Span]) -> float:
    """The share of the characters of two contents that they have in common."""
    mine, theirs = _characters(body, one), _characters(body, other)
    return len(mine & theirs) / len(mine | theirs) if mine and theirs else 0.0


def found(matched: Iterable[Pair], kinds: Sequence[str]) -> Rate:
    """Quotes of these kinds that were found at all."""
    some = list(_of_kinds(matched, kinds))
    right = sum(pair.gold is not None and pair.quote is not None for pair in some)
    return Rate(right, sum(pair.quote is not None for pair in some), sum(pair.gold is not None for pair in some))


def named(matched: Iterable[Pair], kinds: Sequence[str]) -> Rate:
    """Quotes of these kinds with the right name; a quote that names nobody claims nothing."""
    some = list(_of_kinds(matched, kinds))
    right = sum(pair.gold is not None and pair.quote is not None and right_name(pair.gold, pair.quote) for pair in some)
    claimed = sum(pair.quote is not None and pair.quote.name is not None for pair in some)
    return Rate(right, claimed, sum(pair.gold is not None and bool(pair.gold.names) for pair in some))


def right_name(gold: Marked, quote: Quote) -> bool:
    """Whether the resolved name is one of those that are right."""
    return quote.name is not None and _plain(quote.name) in {_plain(name) for name in gold.names}


def _of_kinds(matched: Iterable[Pair], kinds: Sequence[str]) -> Iterator[Pair]:
    """A pair is of its gold's kind; a quote that stands alone of its own."""
    for pair in matched:
        kind = pair.gold.kind if pair.gold else pair.quote.kind if pair.quote else ""
        if kind in kinds:
            yield pair


def _plain(name: str) -> str:
    words = re.sub(r"[.’']", "", name.casefold()).split()
    return " ".join(words[1:] if words[:1] in (["the"], ["a"], ["an"]) else words)


def _characters(body: str, spans: Iterable[Span]) -> frozenset[int]:
    return frozenset(at for start, end in spans for at in range(start, end) if not body[at].isspace())


def scores(part: str) -> dict[str, float]:
    """Precision, recall and F1 of one part: found at all and rightly named, quoted words and everything."""
    matched = [
        pair
        for listed in events(part).values()
        for report in listed
        for pair in pairs(report, quotes(report.body, report.outlet))
    ]
    rates = {
        f"{words} {measure.__name__}": measure(matched, kinds)
        for words, kinds in SCORED.items()
        for measure in (found, named)
    }
    return {
        f"{name} {figure}": round(value, 4)
        for name, rate in rates.items()
        for figure, value in (("P", rate.precision), ("R", rate.recall), ("F1", rate.f1))
    }


def floors() -> dict[str, dict[str, float]]:
    """The F1 scores that may not be fallen below, by part."""
    kept: dict[str, dict[str, float]] = json.loads(FLOORS.read_text(encoding="utf-8"))
    return kept


def main(arguments: Sequence[str]) -> None:
    """Prints the scores of both parts; with `--write-floors` their F1s are the floors from now on."""
    present = {part: scores(part) for part in PARTS}
    print(json.dumps(present, indent=2))
    if "--write-floors" in arguments:
        kept = {part: {name: rate for name, rate in of.items() if name.endswith("F1")} for part, of in present.items()}
        FLOORS.write_text(json.dumps(kept, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
