"""Finds, for one report after the other, the thing said that it reports, among all that was said in a story.

Only those are compared that share one of the rarer words, and of them so many at most: what a report costs does not
grow with the story.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import islice
from math import log

from bot.analyse.uttering.likeness import VERBATIM, Speakers, Wording, likeness, wording
from bot.shapes import Heard

RAREST, NEWEST, COMPARED = 12, 60, 24
"""Words of a report that are looked up, the rarest first; earlier reports looked at for each of them, the newest first;
and of all these, those with most in common that are compared."""

ELSEWHERE = 6
"Quoted words from which a report in another story tells of the same occasion; a shorter phrase may be a habit."

_FEWEST = 30
"A story of fewer reports is weighed like one of so many: its first words are not common because there are few."


class Gathering:
    """What was said in a story so far; reports are added oldest first."""

    def __init__(self, reports: Iterable[Heard] = ()) -> None:
        self._kept: list[tuple[Heard, Wording]] = []
        self._of_word: dict[str, list[int]] = defaultdict(list)
        self._of_words: dict[tuple[str, ...], list[int]] = defaultdict(list)
        self._counted: Counter[str] = Counter()
        for report in reports:
            self.add(report)

    def add(self, report: Heard) -> None:
        """Keeps a report of an utterance; one in the words of an earlier one, from the same mouth, adds nothing."""
        said = wording(report.text, report.kind)
        same = (self._kept[place][0] for place in self._of_words[said.words])
        if any((kept.utterance, kept.person) == (report.utterance, report.person) for kept in same):
            return
        place = len(self._kept)
        self._kept.append((report, said))
        self._of_words[said.words].append(place)
        for root in set(said.roots):
            self._of_word[root].append(place)
            self._counted[root] += 1

    def find(self, report: Heard) -> str | None:
        """The utterance that a report most surely reports; None where it is a new one."""
        said = wording(report.text, report.kind)
        best, found = 0.0, None
        for place in self._candidates(said):
            other, words = self._kept[place]
            score = self._alike(report, said, other, words)
            if score > best:
                best, found = score, other.utterance
        return found

    def _candidates(self, said: Wording) -> list[int]:
        """Those to compare, the likeliest first: the same words, then most of the rarer ones."""
        same = self._of_words.get(said.words, [])[-COMPARED:]
        shared: dict[int, float] = defaultdict(float)
        known = sorted(set(said.roots) & self._counted.keys(), key=lambda root: (self._counted[root], root))
        for root in known[:RAREST]:
            weight = self._weight(root)
            for place in islice(reversed(self._of_word[root]), NEWEST):
                shared[place] += weight
        likely = sorted(shared, key=lambda place: (-shared[place], place))[:COMPARED]
        return list(dict.fromkeys([*same, *likely]))

    def _weight(self, root: str) -> float:
        reports = max(_FEWEST, len(self._kept))
        return log(1 + reports / max(1, self._counted[root])) / log(1 + reports)

    def _alike(self, report: Heard, said: Wording, other: Heard, words: Wording) -> float:
        speakers = _speakers(report, other)
        score = likeness(said, words, speakers, self._weight)
        if other.elsewhere and not (score >= VERBATIM and min(len(said.quoted), len(words.quoted)) >= ELSEWHERE):
            return 0.0
        if report.version == other.version and not _may_repeat(report, other, speakers, score):
            return 0.0
        return score


def _may_repeat(report: Heard, other: Heard, speakers: Speakers, score: float) -> bool:
    """Whether an article may tell the same twice: it gives nobody's words to two people, a quotation inside another is
    another's, and two quotations that only tell alike are two."""
    if "indirect" in (report.kind, other.kind):
        return speakers != "other"
    inside = any(a < d and c < b for a, b in report.parts for c, d in other.parts)
    return speakers != "other" and not inside and score >= VERBATIM


def _speakers(one: Heard, other: Heard) -> Speakers:
    if one.person is None or other.person is None:
        return "open"
    return "same" if one.person == other.person else "other"
