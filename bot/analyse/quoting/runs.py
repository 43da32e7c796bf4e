"""Runs of capitalised words, each taken apart into the titles that open it and the name behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from bot.analyse.lexicon import words
from bot.analyse.quoting.grammar import AGENTS
from bot.analyse.quoting.titles import GIVEN_MEN, GIVEN_WOMEN, PORTFOLIOS, SHORT_TITLES, SUFFIXES, TITLES
from bot.analyse.sentences import STARTERS

_UPPER = r"[^\W\d_a-zß-öø-ÿ]"
_WORD = rf"(?:(?:{_UPPER}\.)+|(?:{SHORT_TITLES}|Jr|Sr)\.|{_UPPER}[\w-]*(?:’(?!s\b)\w+|'(?!s\b)\w+)*)"
_PARTICLE = r"(?:(?:de|van|von|der|den|la|le|du|da|dos|al|el|bin|ibn|ter|di|del|af|av) )"
_RUN = re.compile(rf"(?<![\w’'.])(?:al-|el-)?{_WORD}(?: {_PARTICLE}{{0,2}}(?:al-|el-)?{_WORD})*")
_AT_END = re.compile(rf"{_WORD}(?: {_PARTICLE}{{0,2}}{_WORD}){{1,3}}\Z")


_BEFORE_TITLES = words("former acting ex then current veteran fellow longtime new regional local retired interim")


@dataclass
class Run:
    """'Gen. Anna Ashby': where the name stands in the text, its titles, its words."""

    start: int
    end: int
    titles: list[str]
    name: list[str]

    @property
    def plain(self) -> list[str]:
        """The name without 'Jr.'"""
        return [word for word in self.name if fold(word) not in SUFFIXES]


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


def run_in(text: str, start: int, end: int) -> Run | None:
    """A run as titles and a name; words that only open the sentence are dropped."""
    found = [(m.group(), start + m.start()) for m in re.finditer(r"\S+", text[start:end])]
    while (
        found
        and (fold(found[0][0]) in STARTERS or fold(found[0][0]) in _BEFORE_TITLES)
        and not found[0][0].endswith(".")
    ):
        found.pop(0)
    if not found:
        return None
    count = _titles(found)
    titles, name = [word for word, _ in found[:count]], found[count:]
    if not titles and text[max(0, start - 4) : start] == " of " and len(name) > 1 and fold(name[0][0]) in PORTFOLIOS:
        while len(name) > 1 and fold(name[0][0]) in PORTFOLIOS:  # 'the Minister of Defence Anna Ashby'
            titles.append(name.pop(0)[0])
        titles += text[max(0, start - 40) : start - 4].split()[-2:]
    return Run(name[0][1] if name else found[0][1], end, titles, [word for word, _ in name])


def _titles(found: list[tuple[str, int]]) -> int:
    """How many words of a run are titles."""
    last = max((i for i, (word, _) in enumerate(found) if fold(word) in TITLES), default=-1)
    if last == len(found) - 1 and is_given(found[0][0]):
        last = -1  # a surname that is a title, too
    while last + 2 < len(found) and fold(found[last + 1][0]) in AGENTS:
        last += 1  # 'Boss Anna Ashby'
    while last >= 0 and last + 1 < len(found) and fold(found[last + 1][0]) == "general":
        last += 1
    return last + 1
