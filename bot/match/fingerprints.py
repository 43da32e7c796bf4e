"""What the store indexes of a text, so that its likes are found among hundreds of thousands in one query.

MinHash (Broder 1997) over runs of words. Every band holds one minimum: two texts that share a twentieth of
their runs, such as a full report and a brief cut from it, still share a band in 96 of 100 cases, and because a
run of five words is hardly ever shared by chance, the candidates stay few. What a candidate is worth is
measured in `texts`.
"""

from __future__ import annotations

from hashlib import blake2b

from rensa import CMinHash  # type: ignore[attr-defined]  # its names come from a compiled module

from bot.match.words import words
from bot.shapes import Fingerprint

BANDS = 64
"one query looks up this many keys; with 32 one in five cuts to a twentieth would be missed"

RUN = 5
"words in a run: shorter ones are shared by strangers, longer ones are broken by light sub-editing"

SEED = 1949
"part of every kept fingerprint: changing it, RUN, BANDS or the folding of words asks for a new index"

MOST_WORDS = 20_000
"a longer text (a court ruling, a transcript) is indexed by its beginning: no newsroom's report is that long"


def fingerprint(prose: str) -> Fingerprint:
    """The same words always give the same fingerprint, on any machine. A text of no words has no bands, and
    one of fewer than RUN words has those of its only run."""
    tokens = words(prose)
    exact = blake2b(" ".join(tokens).encode(), digest_size=16).hexdigest()
    return Fingerprint(exact=exact, bands=_bands(tokens[:MOST_WORDS]), words=len(tokens))


def _bands(tokens: list[str]) -> tuple[int, ...]:
    if not tokens:
        return ()
    runs = {" ".join(tokens[i : i + RUN]) for i in range(max(1, len(tokens) - RUN + 1))}
    sketch = CMinHash(num_perm=BANDS, seed=SEED)
    sketch.update(list(runs))
    return tuple(_signed(_place(value, i)) for i, value in enumerate(sketch.digest_u64()))


def _place(value: int, band: int) -> int:
    """A band's minimum, told apart from the same number in another band."""
    return (value ^ (band * 0x9E3779B97F4A7C15)) & 0xFFFF_FFFF_FFFF_FFFF


def _signed(value: int) -> int:
    """As databases keep 64 bits."""
    return value - (1 << 64) if value >> 63 else value
