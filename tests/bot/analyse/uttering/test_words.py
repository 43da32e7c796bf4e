"""The words of a quotation, as an ear takes them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.analyse.uttering.words import heard, nearly, placed, quoted_spans, quoted_words, root, telling


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("“We’ll rebuild it,”", "we will rebuild it"),
        ("'We can't, and we won't.'", "we can not and we will not"),
        ("dont say it isnt so", "do not say it is not so"),
        ("I'm, um, gonna go", "i am going to go"),
        ("The well-known ship’s captain", "the well known ship captain"),
        ("If they [the owners] sail", "if they sail"),
        ("Twenty of 1,200 boats, forty at most", "20 of 1200 boats 40 at most"),
        ("that the boats were late", "the boats were late"),
        ("That is late", "that is late"),
        ("the U.S. fleet and the US fleet", "the usa fleet and the us fleet"),
        ("", ""),
        ("— … !", ""),
    ],
)
def test_words_are_written_out(text: str, said: str) -> None:
    assert " ".join(heard(text)) == said


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("that he was “not a shopkeeper” and never “had been”", ["not a shopkeeper", "had been"]),
        ('the ministry\'s "two letters"', ["two letters"]),
        ("she ‘wouldn’t put my mother’ aboard the crew’s boat", ["wouldn’t put my mother"]),
        ("he called it ''a walk''", ["a walk"]),
        ("« We run behind it »", [" We run behind it "]),
        ("“an open one", ["an open one"]),
        ("the drivers' union and the owners' club", []),
        ("nothing quoted", []),
    ],
)
def test_what_stands_in_marks(text: str, inside: list[str]) -> None:
    assert [text[start:end] for start, end in quoted_spans(text)] == inside
    assert quoted_words(text) == tuple(word for part in inside for word in heard(part))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("colour", "colors"),
        ("organise", "organized"),
        ("travelled", "traveling"),
        ("centre", "center"),
        ("defence", "defense"),
        ("began", "begins"),
        ("families", "family"),
        ("harbours", "harbor"),
        ("programme", "programs"),
        ("catalogue", "catalog"),
    ],
)
def test_forms_and_spellings_of_a_word_have_one_root(one: str, other: str) -> None:
    assert root(one) == root(other)


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        ("peir", "pier", True),
        ("lighthose", "lighthouse", True),
        ("comittee", "committee", True),
        ("acomodation", "accommodation", True),
        ("harbor", "harvest", False),
        ("pier", "beer", False),
        ("old", "oil", False),
        ("sell", "well", True),  # a letter is a letter: only the other words tell
    ],
)
def test_a_slip_of_the_pen(one: str, other: str, is_one: bool) -> None:
    assert (nearly(one, other) > 0) is is_one
    assert nearly(one, other) == nearly(other, one)


def test_words_that_tell() -> None:
    assert telling(heard("We will not rebuild the old pier")) == [root(word) for word in ("rebuild", "old", "pier")]


@given(st.text(alphabet=st.sampled_from("aI'’‘“”\"[]- .,1đ İß\n«»`"), max_size=60))
def test_each_word_stands_where_it_is_said_to(text: str) -> None:
    at = 0
    for word in placed(text):
        assert 0 <= word.start < word.end <= len(text)
        assert word.start >= at or word.end == at
        at = word.end
    assert all(0 <= start <= end <= len(text) for start, end in quoted_spans(text))
