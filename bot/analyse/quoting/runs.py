"""Runs of capitalised words, each taken apart into the titles that open it and the name behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from bot.analyse.lexicon import words
from bot.analyse.quoting.given_names import GIVEN_MEN, GIVEN_WOMEN
from bot.analyse.quoting.grammar import AGENTS
from bot.analyse.quoting.remembering import Remembered
from bot.analyse.quoting.titles import PARTICLES, PORTFOLIOS, SHORT_TITLES, SUFFIXES, TITLES
from bot.analyse.sentences import STARTERS

_UPPER = r"[^\W\d_a-zß-öø-ÿ]"
_SHORT = rf"(?=[A-Z][a-z]{{1,4}}\.)(?:{SHORT_TITLES}|Jr|Sr)\."
_WORD = rf"(?:(?:{_UPPER}\.)+|{_SHORT}|{_UPPER}[\w-]*+(?:[’'](?!s\b)[\w-]+)*)"
_PARTICLE = r"(?:(?:de|van|von|der|den|la|le|du|da|dos|al|el|bin|ibn|ter|di|del|af|av) )"
_MAY_OPEN = r"(?=[A-Zae\u00aa-\U0010ffff])"
"Most places of a text are ruled out by one look at the letter; 'al-' and 'el-' open a name, too."

_RUN = re.compile(rf"{_MAY_OPEN}(?<![\w’'.])(?:al-|el-)?{_WORD}(?: {_PARTICLE}{{0,2}}(?:al-|el-)?{_WORD})*")
_AT_END = re.compile(rf"{_WORD}(?: {_PARTICLE}{{0,2}}{_WORD}){{1,3}}\Z")


_BEFORE_TITLES = words(
    "former acting ex then current veteran fellow longtime new regional local retired interim meet enter yesterday "
    "regular devastated grieving heartbroken stunned shocked furious tearful angry brave proud cheeky lucky unlucky "
    "defiant emotional embattled disgraced jailed fearless worried delighted thrilled horrified outraged "
    "inspirational tragic caring doting besotted jilted hapless nosy posh glam sexy retiree independent freelance "
    "trainee apprentice today tonight tomorrow monday tuesday wednesday thursday friday saturday sunday"
)


_FAMILIAR = words("old young little big")
"Before a given name these are no part of it: 'Old Peder'."


_GIVEN_TOO = words("dean lance earl duke marshal major")
"Titles that are given names, too: in a label, 'DEAN ASHBY, ANCHOR', they are."


class Run(NamedTuple):
    """'Gen. Anna Ashby': where the name stands in the text, its titles, its words."""

    start: int
    end: int
    titles: tuple[str, ...]
    name: tuple[str, ...]
    plain: tuple[str, ...]
    "the name without 'Jr.'"
    surname: str
    "its last word, folded; empty where there are only titles"
    given: tuple[str, ...]
    "the words before it, folded, without particles"


@lru_cache(maxsize=16384)
def fold(word: str) -> str:
    """A name's word in lower case without its dot."""
    return word.lower().strip(".").replace("’", "'")


def is_given(word: str) -> bool:
    """Whether a word is a given name that everybody knows for one."""
    return fold(word) in GIVEN_MEN or fold(word) in GIVEN_WOMEN


def runs(text: str) -> Iterator[Run]:
    """Every run of capitalised words of a text, in order."""
    for match in _RUN.finditer(text):
        if run := run_in(text, match.start(), match.end()):
            yield run


def run_of(text: str, start: int, phrase: str) -> Run | None:
    """The run a phrase consists of, if it is nothing else."""
    return run_in(text, start, start + len(phrase)) if _RUN.fullmatch(phrase) else None


def run_at_end(text: str, start: int, phrase: str) -> Run | None:
    """The name of two to four words that ends a phrase: 'the retired engineer | Rolf Marsh'."""
    match = _AT_END.search(phrase[-120:])
    if match is None:
        return None
    first = start + len(phrase) - len(match.group())
    return run_in(text, first, start + len(phrase))


def run_from(phrase: str, start: int) -> Run:
    """A name that the text writes otherwise, read as if it stood at a place."""
    said = phrase.split()
    if len(said) == 2 and fold(said[0]) in _GIVEN_TOO:
        return Run(start, start, *_parts((), said))
    read = _APART[phrase]
    return Run(start, start, *(read[1] if read else _parts((), (phrase,))))


def surnamed(run: Run, surname: str) -> Run:
    """A given name with a surname that stands elsewhere: 'Anna | and Colin | Marsh'."""
    return Run(run.start, run.end, *_parts(run.titles, (run.name[0], surname)))


def lone(start: int, word: str) -> Run:
    """A name of one word at a place."""
    return Run(start, start + len(word), *_parts((), (word,)))


def run_in(text: str, start: int, end: int) -> Run | None:
    """A run as titles and a name; words that only open the sentence are dropped."""
    read = _APART[text[start:end]]
    if read is None:
        return None
    behind, parts = read
    titles, name = parts[:2]
    if not titles and len(name) > 1 and fold(name[0]) in PORTFOLIOS and text[max(0, start - 4) : start] == " of ":
        return _of_office(text, start, start + behind, end)
    span = start + behind, end
    return tuple.__new__(Run, span + parts)  # there is one for every eight words


_Parts = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], str, tuple[str, ...]]
"The fields of a run from `titles` on."


def _parts(titles: Sequence[str], name: Sequence[str]) -> _Parts:
    plain = tuple(word for word in name if fold(word) not in SUFFIXES)
    given = tuple(fold(word) for word in plain[:-1] if word.lower() not in PARTICLES)
    return tuple(titles), tuple(name), plain, fold(plain[-1]) if plain else "", given


def _apart(phrase: str) -> tuple[int, _Parts] | None:
    """A phrase of capitalised words taken apart, and where in it the name begins."""
    found = [(m.group(), m.start()) for m in re.finditer(r"\S+", phrase)]
    while found and (_only_opens(found[0][0]) or _shouts([word for word, _ in found[:2]])):
        found.pop(0)
    if not found:
        return None
    said = [word for word, _ in found]
    count = _titles(said)
    return found[count if count < len(found) else 0][1], _parts(said[:count], said[count:])


_APART = Remembered(_apart)


def _only_opens(word: str) -> bool:
    return (fold(word) in STARTERS or fold(word) in _BEFORE_TITLES) and not word.endswith(".")


def _shouts(said: list[str]) -> bool:
    """'BRAVE Anna Ashby', 'Mum-of-six Anna Ashby': what opens a run is no part of the name behind it."""
    if len(said) < 2 or said[1].isupper():
        return False
    return (said[0].isupper() and len(said[0]) > 3 and "." not in said[0]) or "-of-" in said[0]


def _of_office(text: str, of: int, start: int, end: int) -> Run:
    """'the Minister of | Defence Anna Ashby': what looks like a name begins with a part of the title."""
    name = [(m.group(), start + m.start()) for m in re.finditer(r"\S+", text[start:end])]
    titles = []
    while len(name) > 1 and fold(name[0][0]) in PORTFOLIOS:
        titles.append(name.pop(0)[0])
    titles += text[max(0, of - 40) : of - 4].split()[-2:]
    return Run(name[0][1], end, *_parts(titles, [word for word, _ in name]))


def _is_calling(low: str) -> bool:
    return low in AGENTS or (low.endswith("ist") and len(low) > 6)


def _titles(said: list[str]) -> int:
    """How many words of a run are titles."""
    if len(said) > 1 and fold(said[0]) in _FAMILIAR and is_given(said[1]):
        return 1
    last = max((i for i, word in enumerate(said) if fold(word) in TITLES), default=-1)
    if last == len(said) - 1 and is_given(said[0]):
        last = -1  # a surname that is a title, too
    while last + 2 < len(said) and _is_calling(fold(said[last + 1]).rpartition("-")[2]):
        last += 1  # 'Boss Anna Ashby'
    while last >= 0 and last + 1 < len(said) and fold(said[last + 1]) == "general":
        last += 1
    return last + 1
