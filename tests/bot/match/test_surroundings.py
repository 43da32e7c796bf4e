"""What of a text is its report's own, beside another text of the same article."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.match.surroundings import own_words
from tests.bot.match.texts import COUNCIL, FERRY

PLAIN = own_words(FERRY)


@pytest.mark.parametrize(
    "text",
    [
        f"Coast\n\nShare this\n\n{FERRY}",
        f"From our correspondent in Orsund\nHarbour and sea\n\n{FERRY}",
        f"{FERRY}\n\nMost read\nStorm closes road\nFish prices up 12 per cent",
        f"Ferry strikes pier\n\n{FERRY}",
        FERRY.replace("\n\n", "\n\nListen\n\n"),
        FERRY.replace("\n\n", "\n\n\n \n"),
    ],
)
def test_what_stands_around_a_report_is_not_its_own(text: str) -> None:
    assert own_words(text, ["Ferry strikes pier", None]) == PLAIN


@pytest.mark.parametrize(
    "text",
    [
        f"Fourteen hurt, 2 of them badly\n\n{FERRY}",
        f"{FERRY}\n\nCorrection: it was the south pier",
        f"{FERRY}\n\nThe inquiry opens on Monday.",
        FERRY.replace("\n\n", "\n\nWhy the rudder failed is not known yet\n\n"),
        COUNCIL,
    ],
)
def test_news_is(text: str) -> None:
    assert own_words(text) != PLAIN


def test_a_text_without_a_full_stop_is_its_own_whole() -> None:
    assert own_words("Explosion heard downtown near the old harbour") == [
        *("explosion", "heard", "downtown", "near", "the", "old", "harbour")
    ]


@given(st.text(max_size=200))
def test_no_text_raises(text: str) -> None:
    own_words(text, [text])


@pytest.mark.parametrize("line", ["a" * 70 + "\n", "a\n", "... \n", "12 \n\n"])
def test_an_endless_text_holds_nobody_up(line: str) -> None:
    start = time.process_time()
    own_words((line * 300_000)[:300_000])
    assert time.process_time() - start < 3
