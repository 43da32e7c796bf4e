"""A text as numbers: its words, and its runs of eight words. The same on every machine and for ever.

The number of a run is a weighted sum of those of its words (a rolling hash in the sense of Karp and Rabin 1987), and
all runs of a text are computed at once: its words stand side by side in one long integer, each in a lane of 64 bits,
and three shifts, multiplications and additions of the whole make runs of two, of four and of eight. That is linear
in the text's length and takes a tenth of the time of hashing run by run.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Sequence

from rensa import RMinHash  # type: ignore[attr-defined]  # its names come from a compiled module

RUN = 8
"words in a row that two reporters do not write by chance, save in a quotation"

_LANE = 8
"bytes a word"

_NUMBER = b"\xff\xff\xff\xff\0\0\0\0"
"of a lane, a word's own number takes half; the other half is room for the weights"

_WEIGHTS = (1021, 1019, 1013)
"what the second word, the second two and the second four of a run count against the first: so no sum leaves its lane"


def numbered(words: Sequence[str]) -> array[int]:
    """A number of 64 bits for each word."""
    (numbers,) = RMinHash.hash_token_sets([words])
    return array("Q", numbers)


def runs(numbers: array[int]) -> array[int]:
    """The number, below 2 ** 63, of each run of RUN words in order; where the text is shorter, of all its words.

    `numbers` is what `numbered` gives. No words, no runs.
    """
    count = len(numbers)
    lanes = int.from_bytes(_bytes(numbers), "little") & int.from_bytes(_NUMBER * count, "little")
    for doubled, weight in enumerate(_WEIGHTS):
        lanes += (lanes >> (8 * _LANE << doubled)) * weight
    whole = min(count, max(1, count - RUN + 1))
    found = array("q", lanes.to_bytes(_LANE * (count + 1), "little")[: _LANE * whole])
    if sys.byteorder == "big":
        found.byteswap()
    return found


def lowest_bytes(found: array[int]) -> bytes:
    """The lowest byte of each number: as good as drawn by lot."""
    return _bytes(found)[:: found.itemsize]


def _bytes(numbers: array[int]) -> bytes:
    """Little end first, whatever the machine."""
    if sys.byteorder == "big":
        numbers = numbers[:]
        numbers.byteswap()
    return numbers.tobytes()
