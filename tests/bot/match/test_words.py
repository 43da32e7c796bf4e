"""Typography never decides what the words of a text are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
        ("Café d’Orsund — 3 °C, Œuvre", ["café", "dorsund", "3", "c", "œuvre"]),
        ("© 2026 Norrbild\nn°\u00a07 “ﬁne”", ["2026", "norrbild", "n", "7", "fine"]),
        ("the snow_plough’s £1,200", ["the", "snow", "ploughs", "1200"]),
        ("…—!", []),
        ("", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@given(st.text(st.one_of(st.characters(), st.sampled_from("U.S. 1,200 ’‘'`_“”—é \n")), max_size=80))
def test_each_line_is_read_alone_and_nothing_but_letters_and_digits_is_left(text: str) -> None:
    found = words(text)
    assert found == [word for line in text.split("\n") for word in words(line)]
    assert all(word == "".join(words(word)) for word in found)


@given(st.text(st.characters(codec="ascii")))
def test_ascii_is_read_as_any_script_is(text: str) -> None:
    assert words(text) == words(f"{text} é")[:-1]
