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

from datasketch import MinHash, MinHashLSH

from bench.corpora import shared
from bot.match.fingerprints import fingerprint, worth_comparing
from bot.match.likeness import remembered
from bot.match.texts import COPY, decide
from bot.match.words import words
from bot.shapes import Fingerprint, Known, Report

Pair = tuple[str, str]
Labels = dict[Pair, str]

JOBS = {"copy": ("copy",), "copy+cut": ("copy", "cut"), "copy+cut+reworked": ("copy", "cut", "reworked")}

CALLED = {"copy": ("copy",), "copy+cut": ("copy", "holds"), "copy+cut+reworked": ("copy", "holds", "rewrite")}
"""which findings answer to which labels. `holds` is a rewrite that takes up nearly all of a known text among much of
its own: to this corpus, whose pairs have no order, the known one is a cut of it"""

CANDIDATES = 50
"as many as the store hands to `decide`"

TURNS = 5


def run() -> dict[str, object]:
    """F1 of three jobs and articles a second, ours and datasketch's, the best of TURNS turns by turns."""
    docs, labels = _corpus(shared("corpora/wire-neardup/dev-mixed"))
    jobs: dict[str, Callable[[], object]] = {
        "ours": lambda: _ours(docs),
        "candidates": lambda: _candidates(docs),
        "theirs": lambda: _datasketch(docs),
    }
    seconds = _by_turns(jobs)
    rate = {name: round(len(docs) / taken) for name, taken in seconds.items()}
    ours, theirs = _ours(docs), _datasketch(docs)
    return {
        "articles": len(docs),
        "pairs": len(docs) * (len(docs) - 1) // 2,
        "copydesk": {
            **{job: _score(labels, {p for p, o in ours.items() if o in CALLED[job]}, JOBS[job]) for job in JOBS},
            "articles_per_second": rate["ours"],
            "articles_per_second_candidates_alone": rate["candidates"],
            "bands_an_article": round(sum(len(fingerprint(doc.prose).bands) for doc in docs) / len(docs), 1),
            "outcomes": dict(Counter(ours.values())),
        },
        "datasketch": {
            **{job: _score(labels, theirs, JOBS[job]) for job in JOBS},
            "articles_per_second": rate["theirs"],
        },
        "times_as_fast": round(rate["ours"] / rate["theirs"], 2),
        "times_as_fast_candidates_alone": round(rate["candidates"] / rate["theirs"], 2),
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
    """What each article is to each candidate, one by one as they come in; nothing where it is new beside it."""
    index = _Index()
    found: dict[Pair, str] = {}
    for doc in docs:
        print_ = fingerprint(doc.prose)
        for other in index.alike(print_):
            match = decide(doc, print_, [other])
            if match.outcome != "new":
                holds = match.outcome == "rewrite" and match.similarity >= COPY
                found[_pair(doc.drop, other.article)] = "holds" if holds else match.outcome
        index.add(doc, print_)
    return found


def _candidates(docs: list[Report]) -> int:
    """How many articles would be compared."""
    index, compared = _Index(), 0
    for doc in docs:
        print_ = fingerprint(doc.prose)
        compared += len(index.alike(print_))
        index.add(doc, print_)
    return compared


class _Index:
    """In memory what the store keeps in tables."""

    def __init__(self) -> None:
        self.holding: dict[int, list[int]] = defaultdict(list)
        self.kept: list[Known] = []

    def alike(self, print_: Fingerprint) -> list[Known]:
        held = {band: self.holding[band] for band in print_.bands if band in self.holding}
        found = worth_comparing(print_.bands, held)
        return [self.kept[article] for article in sorted(found, key=lambda it: -found[it])[:CANDIDATES]]

    def add(self, doc: Report, print_: Fingerprint) -> None:
        for band in print_.bands:
            self.holding[band].append(len(self.kept))
        self.kept.append(_known(doc, print_))


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


def _by_turns(jobs: dict[str, Callable[[], object]]) -> dict[str, float]:
    """Seconds of processor each takes in its best turn, so that other work on the machine disturbs little."""
    best = dict.fromkeys(jobs, float("inf"))
    for _ in range(TURNS):
        for name, work in jobs.items():
            remembered.cache_clear()
            begun = time.process_time()
            work()
            best[name] = min(best[name], time.process_time() - begun)
    return best


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)
