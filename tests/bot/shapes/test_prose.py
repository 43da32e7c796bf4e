"""Furniture is blanked out without moving anything."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.shapes import Mark, Report
from bot.shapes.taking import blanked

CAPTION = "Photo: the quay."
BODY = f"{CAPTION}\n{CAPTION}\nNine people died.\nAdvertisement\n"


def a_report(*marks: Mark) -> Report:
    return Report(
        drop="d", outlet=None, title=None, published=None, url=None, canonical=None, body=BODY, furniture=marks
    )


def a_mark(words: str, kind: str, nth: int = 0) -> Mark:
    start = -1
    for _ in range(nth + 1):
        start = BODY.index(words, start + 1)
    return Mark.model_validate({"start": start, "end": start + len(words), "kind": kind})


def test_prose_is_what_is_left() -> None:
    report = a_report(a_mark(CAPTION, "caption"), a_mark(CAPTION, "caption", 1), a_mark("Advertisement", "advert"))
    assert report.prose.split() == ["Nine", "people", "died."]
    assert report.prose.index("Nine") == BODY.index("Nine")


def test_a_caption_may_be_quoted_from_but_only_once() -> None:
    report = a_report(a_mark(CAPTION, "caption"), a_mark(CAPTION, "caption", 1), a_mark("Advertisement", "advert"))
    assert report.quotable.count(CAPTION) == 1
    assert "Advertisement" not in report.quotable


@given(
    st.text(max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 20)), max_size=5),
)
def test_nothing_moves_whatever_is_marked(body: str, places: list[tuple[int, int]]) -> None:
    marks = [Mark(start=start, end=start + length, kind="other") for start, length in places]
    left = blanked(body, marks)
    assert len(left) == len(body)
    for at, (before, after) in enumerate(zip(body, left, strict=True)):
        marked = any(mark.start <= at < mark.end for mark in marks)
        assert after == (" " if marked and before not in "\r\n" else before)
