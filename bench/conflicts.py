"""Conflicting figures on hand-labelled pairs of reports: how many are found, and how many found are right.

The labels are by one annotator and nearly only about figures; a reported pair that has no label is neither right
nor wrong, and is only counted.
"""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import UTC, datetime
from itertools import combinations
from typing import Any

from bench.corpora import shared
from bot.analyse.claiming.figures import ABOUT
from bot.analyse.claims import claims
from bot.analyse.conflicts import POSTING_THRESHOLD, conflicts
from bot.shapes import Account, Claim, Conflict

Pair = tuple[str, str, float, float]

_SEEN = datetime(2000, 1, 1, tzinfo=UTC)


def run() -> dict[str, Any]:
    """Precision and recall on the labelled pairs, of what would be posted and of all that is kept."""
    labels = {_pair(row): row["label"] for row in _lines("pairs.jsonl")}
    accounts = _accounts()
    found = [(pair, c.confidence) for docs in accounts.values() for pair, c in _reported(docs)]
    posted = {pair for pair, confidence in found if confidence >= POSTING_THRESHOLD}
    return {
        "labelled_conflicts": sum(label == "conflict" for label in labels.values()),
        "posted": _score(posted, labels),
        "kept": _score({pair for pair, _ in found}, labels),
    }


def _score(reported: set[Pair], labels: dict[Pair, str]) -> dict[str, Any]:
    right = sum(labels.get(pair) == "conflict" for pair in reported)
    wrong = sum(labels.get(pair) in ("agree", "soft") for pair in reported)
    whole = sum(label == "conflict" for label in labels.values())
    return {
        "precision": round(right / (right + wrong), 3) if right + wrong else None,
        "recall": round(right / whole, 3) if whole else None,
        "right": right,
        "wrong": wrong,
        "unlabelled": len(reported) - right - wrong,
    }


def _reported(docs: list[Account]) -> list[tuple[Pair, Conflict]]:
    """The figures that two reports of one event are said to contradict each other with."""
    found = []
    for one, other in combinations(docs, 2):
        for conflict in conflicts(other, [one]):
            values = {
                side.article: _value(one if side.article == one.article else other, side.spot)
                for side in conflict.sides
            }
            a, b = values.get(one.article), values.get(other.article)
            if conflict.kind == "number" and a is not None and b is not None:
                found.append((_ordered(one.article, other.article, a, b), conflict))
    return found


def _value(account: Account, spot: tuple[int, int]) -> float | None:
    claim = next((c for c in account.claims if c.kind == "number" and c.spot == spot), None)
    return _figure(claim) if claim else None


def _figure(claim: Claim) -> float:
    """A claim's figure as the labels write it: the upper end of a range, the middle of 'about'."""
    low = claim.low or 0.0
    if claim.qualifier == "about":
        low = low / (1 - ABOUT)
    elif claim.qualifier in ("range", "up to") and claim.high is not None:
        low = claim.high
    return round(low, 1) if claim.unit == "magnitude" else float(round(low))


def _accounts() -> dict[str, list[Account]]:
    events: dict[str, list[Account]] = defaultdict(list)
    for row in _lines("docs.jsonl"):
        published = _time(row["date"])
        title = f"{row['title']}\n\n" if row["title"] else ""
        account = Account(
            article=row["id"],
            version=row["id"],
            voice=row["id"],
            outlet=None,
            published=published,
            seen=published or _SEEN,
            claims=claims(title + row["text"], published),
        )
        events[row["ev"]].append(account)
    return events


def _time(written: str) -> datetime | None:
    """The corpus writes seconds since 1970, ISO 8601, or nothing."""
    if not written:
        return None
    if written.replace(".", "").isdigit():
        return datetime.fromtimestamp(float(written), UTC)
    return datetime.fromisoformat(written)


def _pair(row: dict[str, Any]) -> Pair:
    return _ordered(row["doc_a"], row["doc_b"], float(row["value_a"]), float(row["value_b"]))


def _ordered(a: str, b: str, x: float, y: float) -> Pair:
    return (a, b, x, y) if a < b else (b, a, y, x)


def _lines(name: str) -> list[dict[str, Any]]:
    text = shared(f"corpora/conflict-gold/{name}").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]
