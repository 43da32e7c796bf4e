"""What joining reports into utterances reaches on the gold does not fall."""

from __future__ import annotations

import pytest

from bench.gold_quotes import Marked, events
from bench.gold_utterances import Joined, given, rate

FLOORS = [
    ("tune", True, 0.90, 0.83),
    ("tune", False, 0.85, 0.62),
    ("test", True, 0.73, 0.71),
    ("test", False, 0.73, 0.66),
]


@pytest.mark.parametrize(("part", "quoted", "precision", "recall"), FLOORS)
def test_no_score_falls_below_its_floor(part: str, quoted: bool, precision: float, recall: float) -> None:
    reached = rate([given(event) for event in events(part).values()], quoted)
    assert reached.precision >= precision
    assert reached.recall >= recall


def test_pairs_are_counted_right_found_and_wanted() -> None:
    event = [
        Joined(Marked(kind="direct", utterance="a"), "u1"),
        Joined(Marked(kind="direct", utterance="a"), "u1"),
        Joined(Marked(kind="indirect", utterance="a"), "u2"),
        Joined(Marked(kind="direct", utterance="b"), "u1"),
        Joined(Marked(kind="direct", utterance="b"), None),
    ]
    assert rate([event], quoted=False) == (1, 3, 4)
    assert rate([event], quoted=True) == (1, 3, 2)
