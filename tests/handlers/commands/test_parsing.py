"""A command line cut into words and options."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import UserError
from handlers.commands.parsing import Word, clean, read_request, split_words

OPTIONS = ("about", "since", "in")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Maren Halloran", [Word("Maren"), Word("Halloran")]),
        ('"went over on her side"', [Word("went over on her side", quoted=True)]),
        ("“from a phone”", [Word("from a phone", quoted=True)]),
        ("“both curls alike“", [Word("both curls alike", quoted=True)]),
        ("„unten und oben“", [Word("unten und oben", quoted=True)]),
        ("«à la française»", [Word("à la française", quoted=True)]),
        ("O'Brien d’Arcy", [Word("O'Brien"), Word("d’Arcy")]),
        ('Halloran "the dark"', [Word("Halloran"), Word("the dark", quoted=True)]),
        ('"" Halloran', [Word("Halloran")]),
        ("   ", []),
    ],
)
def test_quotation_marks_hold_words_together(text: str, words: list[Word]) -> None:
    assert split_words(text) == words


@pytest.mark.parametrize("text", ['"never closed', "“never closed", 'Halloran "and then', '"one" "two'])
def test_an_open_quotation_mark_is_said_so(text: str) -> None:
    with pytest.raises(UserError, match="quotation mark is not closed"):
        split_words(text)


def test_options_run_up_to_the_next_one() -> None:
    request = read_request("Halloran about the lower deck since 7d in The Harbour Post", OPTIONS)
    assert request.subject == "Halloran"
    assert request.options == {"about": "the lower deck", "since": "7d", "in": "The Harbour Post"}


def test_an_option_asks_the_same_of_somebody_else() -> None:
    request = read_request("Halloran about lifeboats since 7d", OPTIONS)
    assert request.line("/who-said", "p12") == "/who-said p12 about lifeboats since 7d"


def test_a_name_that_looks_like_an_option_keeps_its_capital_or_its_quotation_marks() -> None:
    assert read_request("Kim In", OPTIONS).subject == "Kim In"
    assert read_request('"out in the dark"', OPTIONS).options == {}


@pytest.mark.parametrize(
    ("text", "words"),
    [("Halloran since", "must follow `since`"), ("Halloran since 7d since 2d", "`since` stands there twice")],
)
def test_an_option_that_says_nothing_or_too_much(text: str, words: str) -> None:
    with pytest.raises(UserError, match=words):
        read_request(text, OPTIONS)


def test_a_flag_stands_at_the_end() -> None:
    assert read_request("ferry collision all", flags=("all",)).flags == {"all"}
    assert read_request("all at sea", flags=("all",)).subject == "all at sea"


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("<https://post.example/a?b=1&amp;c=2>", "https://post.example/a?b=1&c=2"),
        ("<https://post.example/a|post.example/a> since 7d", "https://post.example/a since 7d"),
        ("AT&amp;T", "AT&T"),
        (" 3 < 4 ", "3 < 4"),
    ],
)
def test_what_slack_adds_is_taken_off(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@given(st.text(max_size=200))
def test_any_text_is_cut_or_refused_in_words(text: str) -> None:
    try:
        request = read_request(clean(text), OPTIONS)
    except UserError as refusal:
        assert str(refusal)
    else:
        assert all(word.text.strip() for word in request.words)


@given(st.lists(st.text(st.characters(categories=("L", "N")), min_size=1), max_size=8))
def test_plain_words_come_back_as_they_were(words: list[str]) -> None:
    assert [word.text for word in split_words(" ".join(words))] == words
