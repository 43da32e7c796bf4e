"""What changed between two texts of an article, and what one outlet's report has that another's has not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.analyse.changing.across import across
from bot.analyse.changing.hunks import hunks
from bot.analyse.changing.kinds import (
    MATTERS,
    NOTICE,
    Naming,
    is_stamp,
    name_coming,
    name_going,
    name_headline,
    name_rewording,
    without_dateline,
)
from bot.analyse.changing.pairs import Pair, cut, pairs
from bot.analyse.changing.quotes import Quoted
from bot.analyse.changing.words import Sentence, folded
from bot.shapes import Change

__all__ = ["across", "changes"]

LEAD = 3
"the first sentences of a report, where a change is told first"

OPENING = 15
"the first sentences of a page: a dateline stands in one of them, behind a site's own lines or not"

LEAD_BONUS = 0.1


def changes(
    before: str, after: str, before_title: str | None = None, after_title: str | None = None
) -> tuple[Change, ...]:
    """The changes from one version's prose to the next, most important first. Sentences that moved, typography,
    spelling, datelines and "updated at" are none. `before` and `after` of a change are whole sentences, with
    their spans; a headline has no span."""
    old, new = _report(before, before_title), _report(after, after_title)
    old_quotes, new_quotes = Quoted([one.text for one in old]), Quoted([one.text for one in new])
    named = [(pair, naming) for pair in pairs(old, new) if (naming := _name(pair, old_quotes, new_quotes))]
    found = [_change(pair, naming, before, after) for pair, naming in _whole_notices(named)]
    found += _headline(before_title, after_title)
    return tuple(sorted(found, key=lambda change: (-change.weight, _place(change))))


def _whole_notices(named: Sequence[tuple[Pair, Naming]]) -> Iterator[tuple[Pair, Naming]]:
    """A notice that came in several sentences is one change."""
    notice: Sentence | None = None
    for pair, naming in named:
        sentence = pair.after if naming.kind == "correction" and not pair.before else None
        if notice and sentence and sentence.at == notice.at + 1:
            notice = Sentence((notice.span[0], sentence.span[1]), sentence.text, sentence.words, sentence.at)
            continue
        if notice:
            yield Pair(None, notice), NOTICE
        notice = sentence
        if not sentence:
            yield pair, naming
    if notice:
        yield Pair(None, notice), NOTICE


def _report(text: str, title: str | None) -> list[Sentence]:
    """Its sentences without the page's stamps, the headline set once more above the text, and the dateline."""
    headline = tuple(word.fold for word in folded(title or ""))
    return [_undated(one) for one in cut(text) if not is_stamp(one.text) and one.key != headline]


def _undated(one: Sentence) -> Sentence:
    dateline = without_dateline(one.text) if one.at < OPENING else 0
    rest = one.text[dateline:]
    if not dateline or not (words := folded(rest)):
        return one
    return Sentence((one.span[0] + dateline, one.span[1]), rest, words, one.at)


def _name(pair: Pair, old_quotes: Quoted, new_quotes: Quoted) -> Naming | None:
    if pair.before and pair.after:
        return name_rewording(pair.before, pair.after, old_quotes, new_quotes)
    if pair.after:
        return name_coming(pair.after, old_quotes)
    return name_going(pair.before, new_quotes) if pair.before else None


def _change(pair: Pair, naming: Naming, before: str, after: str) -> Change:
    lead = any(one and one.at < LEAD for one in (pair.before, pair.after))
    weight = min(1.0, naming.weight + (LEAD_BONUS if lead else 0.0))
    return Change.model_validate(
        {
            "kind": naming.kind,
            "before": before[slice(*pair.before.span)] if pair.before else None,
            "after": after[slice(*pair.after.span)] if pair.after else None,
            "before_span": pair.before.span if pair.before else None,
            "after_span": pair.after.span if pair.after else None,
            "weight": round(weight, 2),
            "matters": weight >= MATTERS,
            "why": naming.why,
        }
    )


def _headline(before: str | None, after: str | None) -> list[Change]:
    if not before or not after or not (found := hunks(folded(before), folded(after))):
        return []
    naming = name_headline(found)
    return [
        Change(kind="headline", before=before, after=after, weight=naming.weight, matters=True, why=naming.why),
    ]


def _place(change: Change) -> int:
    span = change.after_span or change.before_span
    return span[0] if span else -1
