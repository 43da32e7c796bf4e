"""Words a second, ours and a spaCy parse's in one run: a machine and what else it does move both alike."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Any

from bench.peers import Parse
from bot.analyse.quotes import quotes

WANTED, TIMES_PEER = 150_000, 34
"Fifty times Citron, which reads 2,270 words where such a parse reads 4,400."

_ROUNDS = 5
"Each is timed so often, by turns, and the best time counts: what else the machine does only ever adds."

_SAMPLE = 12
"The parse reads one text in so many; it takes thirty times as long."


def speed(texts: Sequence[str]) -> dict[str, Any]:
    """Words a second of one core; the parse's beside it where spaCy is installed."""
    try:
        peer = Parse()
    except ModuleNotFoundError:
        return {"words_per_second": _best([(quotes, texts)])[0], "peer": "spaCy is not installed; `make bench` does it"}
    ours, theirs = _best([(quotes, texts), (peer.read, texts[::_SAMPLE])])
    return {
        "words_per_second": ours,
        "wanted": WANTED,
        "peer": peer.name,
        "peer_words_per_second": theirs,
        "times_peer": round(ours / theirs, 1),
        "times_peer_wanted": TIMES_PEER,
    }


def _best(readers: Sequence[tuple[Callable[[str], Any], Sequence[str]]]) -> list[int]:
    """The best words a second of each reader on its texts."""
    counts = [sum(len(text.split()) for text in texts) for _, texts in readers]
    rounds = [[_seconds(read, texts) for read, texts in readers] for _ in range(_ROUNDS)]
    return [round(count / min(seconds)) for count, seconds in zip(counts, zip(*rounds, strict=True), strict=True)]


def _seconds(read: Callable[[str], Any], texts: Sequence[str]) -> float:
    begin = time.process_time()
    for text in texts:
        read(text)
    return time.process_time() - begin
