"""Shared passages between real pages (wire-neardup) beside the words the corpus counts as shared, and slow texts.

The corpus counts a token as shared where it stands in a run of eight that both texts hold. So do `passages`, which also
align what is lightly edited between them; they therefore find what is counted, and a little more.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from statistics import mean, median
from typing import Any

from bench.corpora import shared
from bot.match.passages import new_share, passages
from bot.match.words import words

LABELS = ("copy", "cut", "reworked", "grey")

FAR = 0.1
"a share this far from the one counted is looked at"

LITANY = 20_000
"words, as many as are compared"

HOSTILE = {
    "one word": ("a " * LITANY, "a " * (LITANY - 1) + "b"),
    "two words by turns": ("a b " * (LITANY // 2), "b a " * (LITANY // 2) + "c"),
    "runs broken one word late": ("a " * LITANY, ("a " * 8 + "b ") * (LITANY // 9)),
    "each run many times": (
        "".join(f"w{i % 977} " for i in range(LITANY)),
        "".join(f"w{i % 983} " for i in range(LITANY)),
    ),
}


def run() -> dict[str, Any]:
    """How far the shares are from those counted, of each label; words a second; seconds for each hostile pair."""
    found = list(_pairs())
    begin = time.process_time()
    shares = [(label, 1 - new_share(passages(one, other), one), counted) for label, one, other, counted in found]
    took = time.process_time() - begin
    return {
        "pairs": len(found),
        "share_of_words": {label: _score([row[1:] for row in shares if row[0] == label]) for label in LABELS},
        "milliseconds_a_pair": round(1000 * took / len(found), 2),
        "words_per_second": round(sum(len(words(one)) for _, one, _, _ in found) / took),
        "hostile_seconds": {name: _seconds(*pair) for name, pair in HOSTILE.items()},
    }


def _pairs() -> Iterator[tuple[str, str, str, float]]:
    """Label, one text, the other, and how much of the first the corpus counts as shared: each pair both ways."""
    folder = shared("corpora/wire-neardup/dev-mixed")
    rows = (json.loads(line) for line in (folder / "docs.jsonl").open(encoding="utf-8"))
    docs = {row["doc_id"]: row["text"] for row in rows}
    for line in (folder / "pairs.jsonl").open(encoding="utf-8"):
        pair = json.loads(line)
        if pair["label"] in LABELS:
            one, other = docs[pair["a"]], docs[pair["b"]]
            yield pair["label"], one, other, pair["cov_a"]
            yield pair["label"], other, one, pair["cov_b"]


def _score(rows: list[tuple[float, float]]) -> dict[str, float]:
    far = [abs(share - counted) for share, counted in rows]
    more = [max(0.0, share - counted) for share, counted in rows]
    return {
        "texts": len(rows),
        "mean_difference": round(mean(far), 4),
        "median_difference": round(median(far), 4),
        "mean_found_beyond": round(mean(more), 4),
        "far": sum(one > FAR for one in far),
    }


def _seconds(new: str, known: str) -> float:
    begin = time.process_time()
    passages(new, known)
    return round(time.process_time() - begin, 2)
