"""Quotes and speakers on PolNeAR dev: how many are found, how many go to the right speaker, how fast.

The scorer is the corpus's own tool; it reads predictions from a file and knows nothing of this program.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from bench.corpora import shared
from bot.analyse.quotes import quotes

_LONG = 1_000_000
"Characters of the long text that shows that time stays linear."


def run() -> dict[str, Any]:
    """Precision, recall and F1 for all and for direct quotations; words a second; seconds for a text of 1 MB."""
    gold = shared("corpora/polnear/dev")
    texts = {path.stem: _read(path) for path in sorted((gold / "text").glob("*.txt"))}
    begin = time.process_time()
    lines = [_line(stem, text) for stem, text in texts.items()]
    seconds = time.process_time() - begin
    return {
        "corpus": "polnear/dev",
        "texts": len(texts),
        "words_per_second": round(sum(len(text.split()) for text in texts.values()) / seconds),
        "seconds_for_1_mb": _long_text("\n\n".join(texts.values())),
        "scores": _score(gold, lines),
    }


def _read(path: Path) -> str:
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


def _line(stem: str, text: str) -> str:
    found = [quote.model_dump(mode="json", include={"content", "speaker", "cue"}) for quote in quotes(text)]
    return json.dumps({"doc": stem, "quotes": found})


def _long_text(text: str) -> float:
    text = (text * (_LONG // len(text) + 1))[:_LONG]
    begin = time.process_time()
    quotes(text)
    return round(time.process_time() - begin, 2)


def _score(gold: Path, lines: list[str]) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        predictions = Path(folder) / "quotes.jsonl"
        predictions.write_text("\n".join(lines) + "\n", encoding="utf-8")
        tool = [sys.executable, str(shared("tools/score_quotes.py")), "--json"]
        done = subprocess.run(
            [*tool, "--gold", str(gold), "--pred", str(predictions)], capture_output=True, text=True, check=True
        )
    scores: dict[str, Any] = json.loads(done.stdout)
    return scores
