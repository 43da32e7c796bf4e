"""Quoted words stand out in their sentence."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.shapes import Span
from handlers.answers import Telling
from handlers.views.highlighting import differing, highlighted, in_sentence
from handlers.views.text import tidy

WORDS = "“We saw nothing,”"
LONG = "and so on and on " * 12


def shown(before: str, text: str, after: str, parts: tuple[Span, ...] | None = None) -> str:
    """What is drawn, the bold parts in stars."""
    report = Telling(
        article="a1", version="v1", story="s1", outlet=None, url=None, published=None, text=text, start=10,
        end=10 + len(text), parts=tuple((10 + a, 10 + b) for a, b in parts or ((0, len(text)),)), before=before,
        after=after, kind="direct", via=None, confidence=1.0,
    )  # fmt: skip
    return starred(in_sentence(report, 500))


def starred(parts: list[dict[str, Any]]) -> str:
    return "".join(f"*{part['text']}*" if part.get("style") else part["text"] for part in parts)


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("", "", f"*{WORDS}*"),
        ("It was late. Dr. Holt said: ", " Then she left.", f"Dr. Holt said: *{WORDS}* Then she left."),
        ("It was late.\n\n", " Mira Holt said. Then she left.", f"*{WORDS}* Mira Holt said."),
        ("It was late. ", " she said.\n\nThe rain", f"*{WORDS}* she said."),
        (LONG, f" she said {LONG}", None),
    ],
)
def test_the_sentence_around_it(before: str, after: str, whole: str | None) -> None:
    found = shown(before, WORDS, after)
    if whole is None:
        assert found.startswith(("… and", "… so", "… on"))
        assert found.endswith("…")
    else:
        assert found == whole


def test_a_quotation_that_ends_its_sentence_takes_no_other_along() -> None:
    assert shown("She said: ", "“We saw nothing.”", " The rain fell.") == "She said: *“We saw nothing.”*"
    assert shown("", "“Who saw it?”", " she asked. The rain fell.") == "*“Who saw it?”* she asked."


def test_the_cue_between_two_parts_is_not_bold() -> None:
    text = "“We saw,” she said, “nothing.”"
    assert shown("", text, "", ((0, 9), (20, len(text)))) == "*“We saw,”* she said, *“nothing.”*"


@pytest.mark.parametrize(
    ("own", "fullest", "marked"),
    [
        ("“in almost two minutes”", "“in less than two minutes”", "“in *almost* two minutes”"),
        ("‘We saw nothing,’", "“We saw nothing.”", "‘We saw nothing,’"),
        ("the rain fell all night", "“Ask somebody else.”", "the rain fell all night"),
    ],
)
def test_words_that_the_fullest_has_not(own: str, fullest: str, marked: str) -> None:
    assert starred(differing(own, fullest)) == marked


@given(
    st.text(max_size=60), st.lists(st.tuples(st.integers(0, 70), st.integers(0, 70)), max_size=3), st.integers(2, 80)
)
def test_whatever_the_spans_each_word_is_drawn_once(text: str, spans: list[Span], limit: int) -> None:
    drawn = "".join(part["text"] for part in highlighted(text, spans, limit))
    assert len(drawn.split()) <= len(tidy(text).split()) + 2 * len(spans) + 1  # what shows as nothing parts words
    assert len(drawn) <= limit + 2 * len(spans) + len(" …") + 2
