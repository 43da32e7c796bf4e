"""A fingerprint is the same for the same words everywhere, and nearly so for nearly the same."""

from __future__ import annotations

import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from bot.match.fingerprints import BANDS, MOST_WORDS, fingerprint
from tests.bot.match.texts import COUNCIL, FERRY, FERRY_CUT, FERRY_REWRITE

TYPOGRAPHY = str.maketrans({'"': "“", "'": "’", "-": "–", " ": "\u00a0"})


def shared_bands(one: str, other: str) -> int:
    return len({*fingerprint(one).bands} & {*fingerprint(other).bands})


def test_another_process_makes_the_same_fingerprint() -> None:
    asked = f"from bot.match.fingerprints import fingerprint; print(fingerprint({FERRY!r}).model_dump_json())"
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout
    assert told.strip() == fingerprint(FERRY).model_dump_json()


def test_a_known_text_keeps_its_fingerprint_for_ever() -> None:
    found = fingerprint("The ferry struck the pier at five.")
    assert (found.words, found.exact) == (7, "03c1e74de99e648692c744ae39aa4578")
    assert found.bands[:2] == (2728643686331264358, -6698033938285614317)


@given(st.text(st.characters(codec="ascii", exclude_categories=["Cc"]), max_size=200))
def test_typography_makes_no_difference(text: str) -> None:
    assert fingerprint(text.translate(TYPOGRAPHY)) == fingerprint(text.replace("-", " - "))


@given(st.text(max_size=300))
def test_any_text_has_a_fingerprint_that_fits_a_database(text: str) -> None:
    found = fingerprint(text)
    assert len(found.bands) in (0, BANDS)
    assert all(-(2**63) <= band < 2**63 for band in found.bands)
    assert bool(found.words) == bool(found.bands)


def test_what_shares_passages_shares_bands_and_what_does_not_shares_none() -> None:
    assert shared_bands(FERRY, FERRY_CUT) > 10
    assert shared_bands(FERRY, FERRY_REWRITE) > 10
    assert shared_bands(FERRY, COUNCIL) == 0


def test_a_line_that_opens_a_long_report_still_finds_it() -> None:
    long = " ".join(f"{FERRY} Part {number}." + COUNCIL.replace("the", f"the{number}") for number in range(3))
    assert shared_bands(long, FERRY_CUT) > 2


def test_tiny_texts_are_told_apart() -> None:
    assert fingerprint("Dam burst.").bands != fingerprint("Dam holds.").bands
    assert fingerprint("Dam burst!") == fingerprint("DAM BURST")


def test_only_the_beginning_of_an_endless_text_is_indexed_but_all_of_it_is_told_apart() -> None:
    endless = "wave after wave came in " * (MOST_WORDS // 5)
    assert fingerprint(endless + "at last").bands == fingerprint(endless + "for ever").bands
    assert fingerprint(endless + "at last").exact != fingerprint(endless + "for ever").exact
