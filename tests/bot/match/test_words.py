"""Typography never decides what the words of a text are."""

from __future__ import annotations

import pytest

from bot.match.words import words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The U.S. didn’t pay $1,200.", ["the", "us", "didnt", "pay", "1200"]),
        ("mid-air — collision", ["mid", "air", "collision"]),
        ("con\u00adfer\u200bence", ["conference"]),
        ("ﬁsh and CHIPS", ["fish", "and", "chips"]),
        ("“quoted” 'words'", ["quoted", "words"]),
        ("港の船", ["港", "の", "船"]),
        ("3.5 per cent", ["3", "5", "per", "cent"]),
        ("…—!", []),
        ("", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected
