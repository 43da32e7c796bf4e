"""What one outlet's report has that another's has not: no version of one text, so compared by what is said."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from math import log

from rapidfuzz.distance import LCSseq

from bot.analyse.changing.kinds import MATTERS, figures_differ, is_stamp, name_coming, name_going, worth
from bot.analyse.changing.pairs import MOST_ALIGNED, cut
from bot.analyse.changing.quotes import Quoted, quoted
from bot.analyse.changing.words import LIGHT, Sentence
from bot.shapes import Change

SAID = 0.4
"of a sentence's telling words in one or two neighbouring sentences of the other report: it says so too"

SAME_QUOTE = 0.5
"of the shorter quotation's words in order: both quote the same words, and one of them differently"

LEAST = 6
"words; a shorter sentence is a heading or a scrap that tells nothing by itself"

MOST = 12
"what a report has alone, shown of each: two reports of one event never agree sentence for sentence"

QUOTE = 0.6
"weight of a quotation that only one has"

_STEM = 6
"letters after which most English endings begin"


def across(report_prose: str, others: Sequence[tuple[str, str]]) -> tuple[Change, ...]:
    """What a report has that no other does, and what each other (a label and its prose) has that it does not:
    `after` is the report's sentence, `before` another's, whose label stands in `why`. Most important first."""
    ours = _told(report_prose)
    rivals = [(label, _told(prose)) for label, prose in others]
    found = _first([*_ours_alone(ours, rivals)])
    for label, theirs in rivals:
        found += _first([*_theirs_alone(ours, theirs, label)])
        found += _told_differently(ours, theirs, label)
    return tuple(_first(found, len(found)))


def _first(found: Sequence[Change], most: int = MOST) -> list[Change]:
    """The most important ones, then those that stand first."""
    return sorted(found, key=lambda change: (-change.weight, (change.after_span or change.before_span or (0, 0))[0]))[
        :most
    ]


class _Hearing:
    """Finds what of one report is said in another. Words in many sentences of it count little."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self.sentences = sentences
        self.quotes = Quoted([one.text for one in sentences])
        self._where: dict[str, list[int]] = defaultdict(list)
        for i, one in enumerate(sentences):
            for stem in _stems(one):
                self._where[stem].append(i)

    def nearest(self, one: Sentence) -> tuple[float, Sentence | None]:
        """The share of a sentence's telling words that two neighbouring sentences hold, and the better of the two."""
        stems = _stems(one)
        total = sum(self._weight(stem) for stem in stems)
        held: Counter[int] = Counter()
        pairs: Counter[int] = Counter()
        for stem in stems:
            places = set(self._where.get(stem, ()))
            for i in places:
                held[i] += self._weight(stem)  # type: ignore[assignment]
            for i in places | {i - 1 for i in places}:
                pairs[i] += self._weight(stem)  # type: ignore[assignment]
        if not held or not total:
            return 0.0, None
        return max(pairs.values()) / total, self.sentences[max(held, key=lambda i: (held[i], -i))]

    def _weight(self, stem: str) -> float:
        return log(2 + len(self.sentences) / (1 + len(self._where.get(stem, ()))))


def _ours_alone(ours: list[Sentence], rivals: Sequence[tuple[str, list[Sentence]]]) -> Iterator[Change]:
    hearings = [_Hearing(theirs) for _, theirs in rivals]
    quotes = Quoted([one.text for _, theirs in rivals for one in theirs])
    where = f"not in {rivals[0][0]}" if len(rivals) == 1 else "not in the others"
    told: set[tuple[str, ...]] = set()
    for one in ours:
        naming = name_coming(one, quotes)
        said = any(hearing.nearest(one)[0] >= SAID for hearing in hearings)
        fresh = one.key not in told and not _quoted_otherwise(one, rivals)
        if hearings and fresh and (naming.kind == "quote-added" or not said):
            told.add(one.key)
            yield _change(naming.kind, _worth(one), None, one, where)


def _theirs_alone(ours: list[Sentence], theirs: list[Sentence], label: str) -> Iterator[Change]:
    hearing = _Hearing(ours)
    told: set[tuple[str, ...]] = set()
    for one in theirs:
        naming = name_going(one, hearing.quotes)
        said = hearing.nearest(one)[0] >= SAID
        fresh = one.key not in told and not _quoted_otherwise(one, [("", ours)])
        if fresh and (naming.kind == "quote-removed" or not said):
            told.add(one.key)
            yield _change(naming.kind, _worth(one), one, None, f"only in {label}")


def _told_differently(ours: list[Sentence], theirs: list[Sentence], label: str) -> Iterator[Change]:
    """The same thing with another figure, the same quotation in other words."""
    hearing = _Hearing(theirs)
    for one in ours:
        share, other = hearing.nearest(one)
        if other and share >= SAID and (why := figures_differ(other, one)):
            yield _change("number", 0.85, other, one, f"{why} as in {label}")
        elif (other := _quoted_otherwise(one, [(label, theirs)])) and not hearing.quotes.holds(quoted(one.text)[0]):
            yield _change("quote-reworded", 0.8, other, one, f"quoted in other words than in {label}")


def _quoted_otherwise(one: Sentence, rivals: Sequence[tuple[str, list[Sentence]]]) -> Sentence | None:
    """A sentence of the others that quotes nearly the same words."""
    words = next(iter(quoted(one.text)), None)
    if not words:
        return None
    for _, theirs in rivals:
        for other in theirs:
            if any(_same_quote(words, theirs_words) for theirs_words in quoted(other.text)):
                return other
    return None


def _same_quote(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    shared = LCSseq.similarity(one, other)
    return shared >= LEAST - 1 and shared >= SAME_QUOTE * max(len(one), len(other))


def _told(prose: str) -> list[Sentence]:
    return [one for one in cut(prose) if len(one.words) >= LEAST and not is_stamp(one.text)][:MOST_ALIGNED]


def _stems(one: Sentence) -> set[str]:
    return {word.fold if word.is_number else word.fold[:_STEM] for word in one.words if word.fold not in LIGHT}


def _worth(one: Sentence) -> float:
    """A quotation tells more than other sentences; else what is in it counts."""
    return max(QUOTE if quoted(one.text) else 0.0, worth(one.words))


def _change(kind: str, weight: float, before: Sentence | None, after: Sentence | None, why: str) -> Change:
    return Change.model_validate(
        {
            "kind": kind,
            "before": before.text if before else None,
            "after": after.text if after else None,
            "before_span": before.span if before else None,
            "after_span": after.span if after else None,
            "weight": round(weight, 2),
            "matters": weight >= MATTERS,
            "why": why,
        }
    )
