"""Reports grouped by event, one by one as they come (ecbplus, frnsys-events), scored by BCubed.

ecbplus pairs every event with a look-alike of another day, and has no dates: it is played in three shuffled
orders. frnsys-events is played in the order of its dates. What a report is compared with is what the store
would hand over: the stories that share the most telling terms, with their latest reports.
"""

from __future__ import annotations

import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from math import log
from pathlib import Path
from typing import Any

from bench.corpora import shared
from bot.match.stories import place, profile
from bot.shapes import KnownStory, Profile, Report

CANDIDATES = 20
MEMBERS = 8
"as many as the store hands to `place`"

SOMETIME = datetime(2014, 1, 1, tzinfo=UTC)


@dataclass
class _Story:
    members: list[Profile] = field(default_factory=list)
    terms: Counter[str] = field(default_factory=Counter)


class _Archive:
    """The store's side of it, in memory."""

    def __init__(self) -> None:
        self.stories: list[_Story] = []
        self.standing: Counter[str] = Counter()
        self.kept = 0
        self._where: dict[str, set[int]] = defaultdict(set)

    def take(self, new: Profile) -> int:
        """The number of the story it is put into."""
        counts = {term: self.standing[term] for term in new.terms}
        placement = place(new, self._candidates(new), (self.kept, counts))
        number = len(self.stories) if placement.story is None else int(placement.story)
        if placement.story is None:
            self.stories.append(_Story())
        self._add(new, number)
        return number

    def _candidates(self, new: Profile) -> list[KnownStory]:
        worth: Counter[int] = Counter()
        for term in new.terms:
            rarity = log((self.kept + 1) / (self.standing[term] + 1)) + 0.1
            for number in self._where[term]:
                worth[number] += rarity  # type: ignore[assignment]
        return [self._known(number) for number, _ in worth.most_common(CANDIDATES)]

    def _known(self, number: int) -> KnownStory:
        story = self.stories[number]
        times = [member.when for member in story.members]
        return KnownStory(
            story=str(number),
            title=str(number),
            first=min(times),
            last=max(times),
            articles=len(story.members),
            terms=dict(story.terms),
            members=tuple(story.members[-MEMBERS:]),
        )

    def _add(self, new: Profile, number: int) -> None:
        self.stories[number].members.append(new)
        self.stories[number].terms.update(new.terms.keys())
        self.standing.update(new.terms.keys())
        self.kept += 1
        for term in new.terms:
            self._where[term].add(number)


def run() -> dict[str, object]:
    """BCubed precision, recall and F1 of each corpus, and their mean F1."""
    ecb = _rows(shared("corpora/ecbplus/docs.jsonl"))
    dated = sorted(_rows(shared("corpora/frnsys-events/articles.jsonl")), key=_when)
    orders = [random.Random(seed).sample(ecb, len(ecb)) for seed in (1, 2, 3)]
    ecb_scores = [_bcubed(order) for order in orders]
    frnsys = _bcubed(dated)
    mean = {name: round(sum(score[name] for score in ecb_scores) / len(ecb_scores), 3) for name in frnsys}
    return {
        "ecbplus": {"articles": len(ecb), **mean},
        "frnsys-events": {"articles": len(dated), **frnsys},
        "mean_f1": round((mean["f1"] + frnsys["f1"]) / 2, 3),
    }


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.open(encoding="utf-8")]


def _when(row: dict[str, Any]) -> datetime:
    given = row.get("date")
    if isinstance(given, int | float):
        return datetime.fromtimestamp(given, UTC)
    return datetime.fromisoformat(given[:19]).replace(tzinfo=UTC) if given else SOMETIME


def _report(row: dict[str, Any]) -> Report:
    return Report(
        drop=row["doc_id"],
        outlet=None,
        title=row.get("title") or None,
        published=_when(row),
        url=None,
        canonical=None,
        body=row["text"],
    )


def _bcubed(rows: Iterable[dict[str, Any]]) -> dict[str, float]:
    archive = _Archive()
    put = [(row["event_id"], archive.take(profile(_report(row), SOMETIME))) for row in rows]
    ours, gold, both = Counter(s for _, s in put), Counter(e for e, _ in put), Counter(put)
    precision = sum(both[pair] / ours[pair[1]] for pair in put) / len(put)
    recall = sum(both[pair] / gold[pair[0]] for pair in put) / len(put)
    f1 = 2 * precision * recall / (precision + recall)
    return {"precision": round(precision, 3), "recall": round(recall, 3), "f1": round(f1, 3)}
