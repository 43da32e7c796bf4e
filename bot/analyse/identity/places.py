"""Places and what belongs to them: Northland and Northlandic, the U.S. and American."""

from __future__ import annotations

NATIONS = {
    "u.s": "united states", "u.k": "united kingdom", "us": "united states", "uk": "united kingdom",
    "american": "united states", "british": "united kingdom", "britain": "united kingdom", "french": "france",
    "dutch": "netherlands", "german": "germany", "greek": "greece", "turkish": "turkey", "spanish": "spain",
    "danish": "denmark", "swedish": "sweden", "polish": "poland", "irish": "ireland", "welsh": "wales",
    "swiss": "switzerland", "chinese": "china", "norwegian": "norway", "ukrainian": "ukraine", "belgian": "belgium",
    "finnish": "finland", "scottish": "scotland", "english": "england",
}  # fmt: skip
"What belongs to a country, where its name does not begin alike."

_ENDINGS = ("", "n", "an", "ian", "ean", "nian", "ic", "ese", "ish", "i", "a", "ia", "er", "ine")
"What a place's name and the word for what belongs to it end in behind what they share."

_SHARED = 4


def same_place(one: str, other: str) -> bool:
    """Whether two names in plain lower case are of one place, or one of what belongs to it."""
    one, other = NATIONS.get(one, one), NATIONS.get(other, other)
    if one == other:
        return True
    shared = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return shared >= _SHARED and one[shared:] in _ENDINGS and other[shared:] in _ENDINGS
