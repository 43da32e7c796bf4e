"""What changed, on programmed edits with exact gold (synthetic-revisions): sentences told as changed."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

from bench.corpora import shared
from bot.analyse.changes import changes
from bot.shapes import Change, Span

FACTUAL = frozenset({"number", "date", "negation", "name", "delete", "add"})
"what must be told; `move` and `cosmetic` must not"

Sentence = tuple[str, str]
"a sign, - for gone and + for come, and the sentence"


def run() -> dict[str, object]:
    """F1 over sentences; by kind of edit, how many were told; revisions a second."""
    rows = _rows(shared("corpora/synthetic-revisions/revisions.jsonl"))
    begun = time.perf_counter()
    found = [changes(row["before"], row["after"]) for row in rows]
    seconds = time.perf_counter() - begun
    told = [_told(row, each) for row, each in zip(rows, found, strict=True)]
    worth = [_told(row, [c for c in each if c.matters]) for row, each in zip(rows, found, strict=True)]
    gold = [_gold(row["edits"]) for row in rows]
    return {
        "revisions": len(rows),
        "changes": _score(told, gold),
        "changes_that_matter": _score(worth, gold),
        "told_of_kind": _by_kind(rows, told),
        "revisions_per_second": round(len(rows) / seconds),
    }


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.open(encoding="utf-8")]


def _told(row: dict[str, Any], found: tuple[Change, ...] | list[Change]) -> set[Sentence]:
    """The corpus has one sentence a line: a change stands for the lines it touches."""
    gone = {("-", line) for c in found if c.before_span for line in _lines(row["before"], c.before_span)}
    come = {("+", line) for c in found if c.after_span for line in _lines(row["after"], c.after_span)}
    return gone | come


def _lines(text: str, span: Span) -> list[str]:
    start = text.rfind("\n", 0, span[0]) + 1
    end = text.find("\n", span[1])
    return [line for line in text[start : end if end >= 0 else len(text)].split("\n") if line.strip()]


def _gold(edits: list[dict[str, Any]]) -> set[Sentence]:
    factual = [edit for edit in edits if edit["kind"] in FACTUAL]
    return {
        (sign, edit[field])
        for edit in factual
        for sign, field in (("-", "old_sentence"), ("+", "new_sentence"))
        if field in edit
    }


def _by_kind(rows: list[dict[str, Any]], told: list[set[Sentence]]) -> dict[str, str]:
    counts: dict[str, list[int]] = {}
    for row, found in zip(rows, told, strict=True):
        sentences = {sentence for _, sentence in found}
        for edit in row["edits"]:
            hit = bool(sentences & {edit.get("old_sentence"), edit.get("new_sentence")})
            of = counts.setdefault(edit["kind"], [0, 0])
            of[0] += hit
            of[1] += 1
    return {kind: f"{hits} of {total}" for kind, (hits, total) in sorted(counts.items())}


def _score(told: list[set[Sentence]], gold: list[set[Sentence]]) -> dict[str, float]:
    hits = sum(len(t & g) for t, g in zip(told, gold, strict=True))
    precision, recall = hits / max(1, sum(map(len, told))), hits / max(1, sum(map(len, gold)))
    f1 = 2 * precision * recall / (precision + recall) if hits else 0.0
    return {"precision": round(precision, 3), "recall": round(recall, 3), "f1": round(f1, 3)}
