"""Which reports of the gold set carry the same utterance: every pair of attributions of an event, joined or not.

`copydesk bench quotes` prints it twice: with the gold's own spans and names, so that only the joining is judged, and
from end to end, as a drop is taken in.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from functools import partial
from itertools import combinations
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from bench.gold_quotes import Marked, Rate, Report, events, overlap
from bench.ingest import NoNetwork
from bot.analyse.names import best
from bot.analyse.utterances import Gathering
from bot.pipeline import Pipeline
from bot.shapes import LOCAL, Drop, Heard, Person, QuoteReport
from store import open_store

_FOUND = 0.5
"A quote is an attribution of the gold's from this share of common characters, as in bench/gold_quotes.py."


class Joined(NamedTuple):
    """An attribution of the gold and the utterance it was joined to; None where it was not found."""

    gold: Marked
    utterance: str | None


def scores(part: str) -> dict[str, dict[str, dict[str, float]]]:
    """Precision and recall of "the same utterance" over pairs of attributions: of quotations, and of all."""
    told = list(events(part).values())
    ways = {"given_spans_and_names": [given(event) for event in told], "end_to_end": [taken(event) for event in told]}
    return {
        way: {"quoted": _told(rate(found, quoted=True)), "all": _told(rate(found, quoted=False))}
        for way, found in ways.items()
    }


def _told(rate: Rate) -> dict[str, float]:
    return {"precision": round(rate.precision, 3), "recall": round(rate.recall, 3), "pairs": rate.wanted}


def rate(found: Iterable[Sequence[Joined]], quoted: bool) -> Rate:
    """How many pairs were joined rightly, were joined, and are one; `quoted`: of quotations alone."""
    right = joined = wanted = 0
    for event in found:
        for one, other in combinations(event, 2):
            if quoted and "indirect" in (one.gold.kind, other.gold.kind):
                continue
            same = one.gold.utterance == other.gold.utterance
            is_joined = one.utterance is not None and one.utterance == other.utterance
            right, joined, wanted = right + (same and is_joined), joined + is_joined, wanted + same
    return Rate(right, joined, wanted)


# --- the gold's own spans and names ----------------------------------------------------------


def given(reports: Iterable[Report]) -> list[Joined]:
    """What the joining makes of the gold's own attributions, report by report as they were published."""
    people: list[Person] = []
    gathering = Gathering()
    joined: list[Joined] = []
    for report in sorted(reports, key=_published):
        for one in report.marked:
            text = " … ".join(report.body[start:end] for start, end in one.content)
            fields = {"text": text, "kind": one.kind, "person": _person(one.names, people), "version": report.slug}
            heard = Heard.model_validate(fields | {"parts": tuple(one.content)})
            utterance = gathering.find(heard) or f"u{len(joined)}"
            gathering.add(heard.model_copy(update={"utterance": utterance}))
            joined.append(Joined(one, utterance))
    return joined


def _person(names: Sequence[str], people: list[Person]) -> str | None:
    """Whoever of the event bears one of these names, or somebody new; nobody where the gold names nobody."""
    if not names:
        return None
    known = next((found for name in names if (found := best(name, people)[0])), None)
    if known is None:
        known = Person(id=f"p{len(people)}", workspace=LOCAL, name=names[0], also=tuple(names[1:]))
        people.append(known)
    return known.id


def _published(report: Report) -> datetime:
    return datetime.fromisoformat(report.published).astimezone(UTC)


# --- from end to end -------------------------------------------------------------------------


def taken(reports: Iterable[Report]) -> list[Joined]:
    """What becomes of the attributions when the reports are taken in as drops. A quote that is none of the gold's
    counts nothing here: bench/gold_quotes.py counts it."""
    joined: list[Joined] = []
    with TemporaryDirectory() as folder:
        store = open_store(f"sqlite:///{folder}/gold.db")
        for report in sorted(reports, key=_published):
            outcome = Pipeline(store, NoNetwork(), partial(_published, report)).take(_drop(report))[0]
            kept = [quote for quote in store.quote_reports(LOCAL) if quote.article == outcome.article]
            joined += [Joined(one, _utterance(report, one, kept)) for one in report.marked]
        store.close()
    return joined


def _drop(report: Report) -> Drop:
    at = _published(report)
    return Drop(
        id=report.slug, key=report.slug, source="file", where=report.slug, outlet=report.outlet, title=report.title,
        published=at, received=at, body=report.body,
    )  # fmt: skip


def _utterance(report: Report, one: Marked, kept: Sequence[QuoteReport]) -> str | None:
    near = max(kept, key=lambda quote: overlap(report.body, one.content, quote.parts), default=None)
    return near.utterance if near and overlap(report.body, one.content, near.parts) >= _FOUND else None


def wrong(part: str) -> Iterable[dict[str, Any]]:
    """The pairs that were joined and are two, or are one and were not joined, given spans and names: for tuning."""
    for event, reports in events(part).items():
        for one, other in combinations(given(reports), 2):
            same = one.gold.utterance == other.gold.utterance
            if same != (one.utterance == other.utterance):
                names = {"one": one.gold.utterance, "other": other.gold.utterance}
                yield {"event": event, "joined": not same, **names, "kinds": [one.gold.kind, other.gold.kind]}


if __name__ == "__main__":
    print(json.dumps(scores("tune"), indent=2))
    if "--wrong" in sys.argv:
        for pair in wrong("tune"):
            print(json.dumps(pair))
