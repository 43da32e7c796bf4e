"""Whether two names are one body's."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.analyse.identity.places import same_place
from bot.analyse.identity.spelling import plain

_BODIES = {
    "us": "united states", "usa": "united states", "united states of america": "united states", "uk": "united kingdom",
    "britain": "united kingdom", "great britain": "united kingdom", "un": "united nations", "eu": "european union",
}  # fmt: skip
"Bodies that papers call by their letters."


def same_body(a: str, b: str) -> bool:
    """Whether two names are one body's: the same word for word, case, accents, 'the' and common letters aside, and a
    place for what belongs to it ("Northland's Defence Ministry", "the Northlandic defense ministry").

    Nothing less will do: 'Norway' is not 'Norway and Sweden', nor is a council another council.
    """
    one, other = body(a).split(), body(b).split()
    if len(one) != len(other) or len(one) == 1:
        return bool(one) and one == other
    return all(first == second or same_place(first, second) for first, second in zip(one, other, strict=True))


@lru_cache(maxsize=8192)
def body(name: str) -> str:
    """A body's name to compare by: 'The U.S.' is 'united states'."""
    low = re.sub(r"(?<=\b\w)\.", "", plain(name))
    low = " ".join(word.removesuffix("'s") for word in re.split(r"[\s,]+", low)).removeprefix("the ")
    return _BODIES.get(low, low.replace("defence", "defense").replace("labour", "labor"))
