"""A fingerprint is the same for the same words everywhere, and nearly so for nearly the same."""

from __future__ import annotations

import random
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.match.fingerprints import MOST, fingerprint, worth_comparing
from bot.match.likeness import MOST_SIGNS
from tests.bot.match.texts import COUNCIL, FERRY, FERRY_CUT, FERRY_REWRITE

TYPOGRAPHY = str.maketrans({'"': "“", "'": "’", "-": "–", " ": "\u00a0"})


def shared_bands(one: str, other: str) -> int:
    return len({*fingerprint(one).bands} & {*fingerprint(other).bands})


def a_text(words: int, seed: int) -> str:
    """Words that never existed, in an order that never comes again."""
    drawn = random.Random(seed)
    return " ".join("".join(drawn.choices("abdegiklmnorstu", k=6)) for _ in range(words))


def test_another_process_makes_the_same_fingerprint() -> None:
    asked = f"from bot.match.fingerprints import fingerprint; print(fingerprint({FERRY!r}).model_dump_json())"
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout
    assert told.strip() == fingerprint(FERRY).model_dump_json()


def test_a_known_text_keeps_its_fingerprint_for_ever() -> None:
    """Where this fails the index of every kept archive means nothing any more: raise its edition."""
    found = fingerprint("The ferry struck the pier at five.")
    assert found.model_dump() == {
        "exact": "03c1e74de99e648692c744ae39aa4578",
        "bands": (10394308217332660,),
        "words": 7,
    }
    assert fingerprint("The ferry struck the pier at five that day.").bands == (
        2633195697554092085,
        4251815951280303259,
    )


@given(st.text(st.characters(codec="ascii", exclude_categories=["Cc"]), max_size=200))
def test_typography_makes_no_difference(text: str) -> None:
    assert fingerprint(text.translate(TYPOGRAPHY)) == fingerprint(text.replace("-", " - "))


@given(st.text(max_size=300))
def test_any_text_has_a_fingerprint_that_fits_a_database(text: str) -> None:
    found = fingerprint(text)
    assert len(found.bands) == len({*found.bands}) <= MOST
    assert all(0 <= band < 2**63 for band in found.bands)
    assert bool(found.words) == bool(found.bands)


def test_what_shares_passages_shares_bands_and_what_does_not_shares_none() -> None:
    assert shared_bands(FERRY, FERRY_CUT) > 5
    assert shared_bands(FERRY, FERRY_REWRITE) > 5
    assert shared_bands(FERRY, COUNCIL) == 0


def test_one_run_in_twelve_is_kept() -> None:
    assert sum(len(fingerprint(a_text(1_000, seed)).bands) for seed in range(20)) == pytest.approx(
        20 * 993 / 12, rel=0.1
    )


def test_of_a_hundred_briefs_that_are_a_twentieth_of_a_report_ninety_six_are_found() -> None:
    found = 0
    for seed in range(300):
        report = a_text(1_000, seed)
        brief = " ".join(report.split()[seed : seed + 50])
        found += shared_bands(report, f"{brief} {a_text(10, -seed)}") > 0
    assert found >= 0.95 * 300


def test_a_ruling_of_twenty_thousand_words_still_shares_bands_with_its_like() -> None:
    ruling = a_text(20_000, 1)
    assert len(fingerprint(ruling).bands) == MOST
    assert shared_bands(ruling, ruling[1_000:]) > 0.9 * MOST


def test_tiny_texts_are_told_apart() -> None:
    assert fingerprint("Dam burst.").bands != fingerprint("Dam holds.").bands
    assert fingerprint("Dam burst!") == fingerprint("DAM BURST")


def test_only_the_beginning_of_an_endless_text_is_indexed_but_all_of_it_is_told_apart() -> None:
    endless = "wave after wave came in " * (MOST_SIGNS // 20)
    assert fingerprint(endless + "at last").bands == fingerprint(endless + "for ever").bands
    assert fingerprint(endless + "at last").exact != fingerprint(endless + "for ever").exact


@pytest.mark.parametrize(
    ("held", "worth"),
    [
        ([], set()),
        ([[1]], {1}),
        ([[1, 2, 3]], set()),
        ([[1, 2, 3, 4], [1, 2, 3, 5], [1, 2, 3, 6]], {1, 2, 3}),
        ([[*range(50)]] * 40, {*range(50)}),
        ([[*range(50)]] * 38 + [[50], [50]], {*range(51)}),
        ([[*range(50)]] * 10, set()),
    ],
    ids=[
        "an empty index", "a run no other has", "one that three have", "several that four have",
        "what fifty outlets carry", "that, and one that shares more", "what stands under every text of a site",
    ],
)  # fmt: skip
def test_a_run_weighs_less_the_more_articles_have_it(held: list[list[int]], worth: set[int]) -> None:
    bands = [256 * n for n in range(40)]
    assert {*worth_comparing(bands, dict(zip(bands, held, strict=False)))} == worth


def test_what_only_short_texts_are_sampled_for_is_not_missed_in_a_long_one() -> None:
    """A brief of a report that ten outlets carry: of its runs one in twelve can be found in the reports."""
    bands = [256 * n + 7 * n for n in range(43)]
    of_any_text = [band for band in bands if band & 0xFF < 21]
    assert 0 < len(of_any_text) < 43 / 4
    assert {*worth_comparing(bands, dict.fromkeys(of_any_text, range(10)))} == {*range(10)}
