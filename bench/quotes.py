"""Quotes and speakers: how many are found and go to the right speaker, how fast, and what hostile texts cost.

On PolNeAR dev the scorer is the corpus's own tool; it reads predictions from a file and knows nothing of this program.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from bench.corpora import shared
from bench.gold_quotes import PARTS, events
from bench.gold_quotes import scores as gold_scores
from bench.gold_utterances import scores as utterance_scores
from bench.hostile import hostile
from bench.speed import speed
from bot.analyse.quotes import quotes


def run() -> dict[str, Any]:
    """Scores on PolNeAR dev and on the project's own gold, words a second beside a spaCy parse, and hostile texts."""
    gold = shared("corpora/polnear/dev")
    texts = {path.stem: _read(path) for path in sorted((gold / "text").glob("*.txt"))}
    return {
        "corpus": "polnear/dev",
        "texts": len(texts),
        "scores": _score(gold, [_line(stem, text) for stem, text in texts.items()]),
        "own_gold": {part: {"reports": _reports(part), **gold_scores(part)} for part in PARTS},
        "utterances": {part: utterance_scores(part) for part in PARTS},
        "speed": speed(list(texts.values())),
        "hostile": hostile(),
    }


def _read(path: Path) -> str:
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


def _line(stem: str, text: str) -> str:
    found = [quote.model_dump(mode="json", include={"content", "speaker", "cue"}) for quote in quotes(text)]
    return json.dumps({"doc": stem, "quotes": found})


def _reports(part: str) -> int:
    return sum(len(listed) for listed in events(part).values())


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
