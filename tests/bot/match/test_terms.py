"""What a report is about, in terms: names set apart, the opening counted more, page furniture left out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.match.terms import MOST_TERMS, NAME, stemmed, terms
from tests.bot.match.texts import COUNCIL, FERRY


def test_names_are_set_apart_from_words() -> None:
    found = terms(None, FERRY)
    assert {"n:orsund", "n:holm", "n:vik", "n:sundline", "ferry", "pier", "rudder"} <= found.keys()
    assert "n:ferry" not in found


def test_the_word_that_opens_a_sentence_is_no_name_for_that() -> None:
    assert {"n:halden", "tide"} <= terms(None, "Tides rose in Halden. Tides fell.").keys()


def test_the_headline_counts_more_than_the_last_paragraph() -> None:
    found = terms("Rudder blamed", FERRY.replace("rudder", "wheel") + " " * 900 + "The propeller was whole.")
    assert found["rudder"] > found["propeller"]


def test_words_of_every_report_are_no_terms() -> None:
    assert terms(None, "Officials said on Tuesday that more people were told, according to a statement.") == {}


def test_a_long_report_has_no_more_terms_than_the_index_takes() -> None:
    assert len(terms(None, " ".join(f"thing{number}" for number in range(900)) + COUNCIL)) == MOST_TERMS


def test_figures_are_terms_for_they_tell_events_apart() -> None:
    assert {"6.1", "2031"} <= terms(None, "A 6.1 quake, the worst since 2031.").keys()


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("Ferries", "ferry"), ("clashes", "clash"), ("houses", "house"), ("Holm's", "holm"), ("crisis", "crisis"),
        ("N.A.T.O", "nato"), ("press", ""), ("said", ""), ("glass", "glass"), ("x", ""),
    ],
)  # fmt: skip
def test_stem(word: str, stem: str) -> None:
    assert stemmed(word) == stem


@given(st.text(max_size=200), st.one_of(st.none(), st.text(max_size=40)))
def test_terms_of_any_text_are_few_and_weigh_something(prose: str, title: str | None) -> None:
    found = terms(title, prose)
    assert len(found) <= MOST_TERMS
    assert all(weight > 0 and term.removeprefix(NAME) for term, weight in found.items())
