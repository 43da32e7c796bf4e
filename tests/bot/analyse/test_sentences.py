"""Where sentences and paragraphs end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.analyse.sentences import paragraphs, sentences


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "parts",
    [
        ["The pier is gone.", "The town waits."],
        ["Gen. Anna B. Ashby met Mr. Roe at 5 p.m. on Oct. 3 in the U.S. capital.", "He left."],
        ["It opened at 5 p.m.", "The crowd cheered."],
        ["“It is late. Go home,” he said.", "Nobody went."],
        ["“Where is it?” Ashby asked.", "Nobody knew."],
        ["He said: “It is gone.”", "“All of it.”"],
        ["Prices rose 3.5 percent.", "No. 4 burned."],
        ["Wait…", "It moved!"],
    ],
)
def test_sentences_end_where_a_reader_ends_them(parts: list[str]) -> None:
    assert cut(" ".join(parts)) == parts


def test_lines_are_paragraphs_unless_the_text_is_wrapped() -> None:
    assert len(paragraphs("A headline without a stop\nThe pier is gone.\n\nIt was old.")) == 3
    wrapped = (
        "The old pier of the town is gone since Monday night and\n"
        "nobody in the harbour office can say where it went to\n"
        "in the storm."
    )
    assert paragraphs(wrapped) == [(0, len(wrapped))]


@given(st.text(alphabet="aA.!?…\"“”'’ \n\r", max_size=80))
def test_sentences_cover_all_that_is_no_white_space(text: str) -> None:
    found = sentences(text)
    assert all(one[1] <= other[0] for one, other in pairwise(found))
    assert "".join("".join(text[a:b].split()) for a, b in found) == "".join(text.split())
