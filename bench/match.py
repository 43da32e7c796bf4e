"""Copies, cuts and rewrites among real pages (wire-neardup), beside datasketch's MinHashLSH in the same run.

The labels are computed from shared runs of words, so they show what the index misses and what is called alike
without being so; whether an editor would agree they cannot show.
"""

from __future__ import annotations

import json
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from datasketch import MinHash, MinHashLSH

from bench.corpora import shared
from bot.match.fingerprints import fingerprint
from bot.match.texts import decide
from bot.match.words import words
from bot.shapes import Fingerprint, Known, Report

T = TypeVar("T")
Pair = tuple[str, str]
Labels = dict[Pair, str]

JOBS = {"copy": ("copy",), "copy+cut": ("copy", "cut"), "copy+cut+reworked": ("copy", "cut", "reworked")}

CALLED = {"copy": ("copy",), "copy+cut": ("copy",), "copy+cut+reworked": ("copy", "rewrite")}
"which outcomes answer to which labels; duplicates and revisions are copies to this corpus, which knows no outlets"

CANDIDATES = 50
"as many as the store hands to `decide`"


def run() -> dict[str, object]:
    """F1 of three jobs and articles a second, ours and datasketch's."""
    docs, labels = _corpus(shared("corpora/wire-neardup/dev-mixed"))
    ours, our_seconds = _timed(lambda: _ours(docs))
    theirs, their_seconds = _timed(lambda: _datasketch(docs))
    return {
        "articles": len(docs),
        "copydesk": {
            **{job: _score(labels, {p for p, o in ours.items() if o in CALLED[job]}, JOBS[job]) for job in JOBS},
            "articles_per_second": round(len(docs) / our_seconds),
            "outcomes": dict(Counter(ours.values())),
        },
        "datasketch": {
            **{job: _score(labels, theirs, JOBS[job]) for job in JOBS},
            "articles_per_second": round(len(docs) / their_seconds),
        },
    }


def _corpus(folder: Path) -> tuple[list[Report], Labels]:
    rows = [json.loads(line) for line in (folder / "docs.jsonl").open(encoding="utf-8")]
    pairs = [json.loads(line) for line in (folder / "pairs.jsonl").open(encoding="utf-8")]
    docs = [
        Report(
            drop=row["doc_id"],
            outlet=row["doc_id"],
            title=None,
            published=None,
            url=None,
            canonical=None,
            body=row["text"],
        )
        for row in rows
    ]
    return docs, {_pair(row["a"], row["b"]): row["label"] for row in pairs}


def _ours(docs: list[Report]) -> dict[Pair, str]:
    """What each article is to each candidate, one by one as they come in."""
    index: dict[int, list[str]] = defaultdict(list)
    kept: dict[str, Known] = {}
    found: dict[Pair, str] = {}
    for doc in docs:
        print_ = fingerprint(doc.prose)
        sharing = Counter(other for band in print_.bands for other in index[band])
        for other, _ in sharing.most_common(CANDIDATES):
            outcome = decide(doc, print_, [kept[other]]).outcome
            if outcome != "new":
                found[_pair(doc.drop, other)] = outcome
        kept[doc.drop] = _known(doc, print_)
        for band in print_.bands:
            index[band].append(doc.drop)
    return found


def _known(doc: Report, print_: Fingerprint) -> Known:
    return Known(
        article=doc.drop,
        version=doc.drop,
        story=doc.drop,
        outlet=doc.outlet,
        title=None,
        canonical=None,
        published=None,
        exact=print_.exact,
        prose=doc.prose,
    )


def _datasketch(docs: list[Report], alike: float = 0.5, run: int = 5) -> set[Pair]:
    """As its documentation has it: 128 permutations, one threshold, here over the same runs of words."""
    index = MinHashLSH(threshold=alike, num_perm=128)
    found = set()
    for doc in docs:
        tokens = words(doc.prose)
        sketch = MinHash(num_perm=128)
        sketch.update_batch([" ".join(tokens[i : i + run]).encode() for i in range(len(tokens) - run + 1)])
        found |= {_pair(doc.drop, str(other)) for other in index.query(sketch)}
        index.insert(doc.drop, sketch)
    return found


def _score(labels: Labels, predicted: set[Pair], positives: tuple[str, ...]) -> dict[str, float]:
    """Precision, recall and F1; pairs labelled otherwise than different are no false alarms."""
    hits = sum(labels.get(pair) in positives for pair in predicted)
    alarms = sum(pair not in labels for pair in predicted)
    total = sum(label in positives for label in labels.values())
    precision, recall = hits / max(1, hits + alarms), hits / max(1, total)
    f1 = 2 * precision * recall / (precision + recall) if hits else 0.0
    return {"precision": round(precision, 3), "recall": round(recall, 3), "f1": round(f1, 3)}


def _timed(work: Callable[[], T]) -> tuple[T, float]:
    begun = time.perf_counter()
    done = work()
    return done, time.perf_counter() - begun


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)
