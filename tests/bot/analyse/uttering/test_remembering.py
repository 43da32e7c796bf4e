"""Words that somebody half remembers."""

from __future__ import annotations

import pytest

from bot.analyse.uttering.remembering import NEARLY, remembered

SAID = (
    "“We will rebuild the old pier before winter, and the town will not pay for it,” she said.",
    "“The old lighthouse is not for sale, not this winter and not ever,”",
    "“Nobody told the harbour office that the colour of the flare had changed,”",
    "“She went over on her side in less than two minutes,”",
    "“I would rather lose a vote than lose the bank,”",
    "“No company will be marking its own homework,”",
    "“There was a bang like a container being dropped. The lights went, and then the floor was a wall.”",
    "that the captain had organised the rescue from the travelling crane",
    "“It was written in the log three times,”",
    "“You bought a boat for a river that has a bridge,”",
)

MEMORIES = [
    ("rebuild the old pier", 0),
    ("the old pier will be rebuilt by winter", 0),
    ("the town won't pay", 0),
    ("the town wont pay for the peir", 0),
    ("before the winter we rebuild the old pier", 0),
    ("we'll rebuild the old jetty before winter", 0),
    ("the lighthouse isn't for sale", 1),
    ("lighthouse not for sale ever", 1),
    ("old lighthose is not for sail", 1),
    ("color of the flare changed", 2),
    ("nobody told the harbor office", 2),
    ("no one told the harbour office about the flare", 2),
    ("over on her side in under two minutes", 3),
    ("went over in 2 minutes", 3),
    ("rather lose the vote than the bank", 4),
    ("rather lose a bank than lose a vote", 4),
    ("companies marking their own homework", 5),
    ("no company marks its own home work", 5),
    ("the light house is not for sale", 1),
    ("over onto her side in two minutes", 3),
    ("a bang like a container dropping", 6),
    ("then the floor was the wall", 6),
    ("the captain organized the rescue", 7),
    ("rescue from a traveling crane", 7),
    ("written three times in the log", 8),
    ("it was in the log 3 times", 8),
    ("a boat for a river with a bridge", 9),
    ("he bought a boat for a river that had bridges", 9),
]


@pytest.mark.parametrize(("words", "place"), MEMORIES)
def test_the_right_one_is_found_first(words: str, place: int) -> None:
    scores = [remembered(words, text) for text in SAID]
    assert scores[place] >= NEARLY
    assert scores[place] == max(scores)
    assert scores.count(max(scores)) == 1


@pytest.mark.parametrize("words", ["sell the harbour", "unicorns galloping", "the vote was lost in winter", "", "the"])
def test_other_words_find_none(words: str) -> None:
    assert all(remembered(words, text) < NEARLY or words == "the" for text in SAID)


def test_word_for_word_is_certain_and_nothing_else_is() -> None:
    assert remembered("THE TOWN WILL NOT PAY", SAID[0]) == 1.0
    assert remembered("the town will never pay", SAID[0]) < 1.0


def test_a_rare_word_is_worth_more() -> None:
    def rare(word: str) -> float:
        return 1.0 if word.startswith("pier") else 0.2

    assert remembered("the old pier burned", SAID[0], rare) > remembered("the old pier burned", SAID[0])
