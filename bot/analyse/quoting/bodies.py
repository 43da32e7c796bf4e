"""The institutions of one article under their full names: 'the agency' is the Marrow Harbour Agency."""

from __future__ import annotations

import re

from bot.analyse.lexicon import words

_OF = re.compile(r"[ ](?:of|for)[ ](?:the[ ])?([^\W\d_a-zß-öø-ÿ][\w-]+)")
_BEFORE = 80
_LOOKED_AT = 12
"Places where a body's noun stands with a capital that are looked at."

_OPENING = words("the a an in at by but and its his her their our for to")


class Bodies:
    """Finds the one full name that a noun stands for."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._found: dict[str, str | None] = {}

    def full(self, noun: str) -> str | None:
        """The name that ends on a noun, where the article has exactly one; `noun` in small letters."""
        if noun not in self._found:
            names = self._names(noun.capitalize())
            self._found[noun] = next(iter(names)) if len(names) == 1 else None
        return self._found[noun]

    def _names(self, noun: str) -> set[str]:
        names: set[str] = set()
        at = self.text.find(noun)
        for _ in range(_LOOKED_AT):
            if at < 0:
                break
            if not self.text[at + len(noun) : at + len(noun) + 1].isalnum() and at:
                front, behind = self._front(at), self._behind(at + len(noun))
                names |= {front + noun + behind} if front or behind else set()
            at = self.text.find(noun, at + 1)
        return names

    def _front(self, at: int) -> str:
        """The capitalised words right before a place: 'Marrow Harbour ' before 'Agency'."""
        said = self.text[max(0, at - _BEFORE) : at].split("\n")[-1].split(" ")
        if said[-1]:
            return ""
        taken: list[str] = []
        for word in reversed(said[:-1]):
            if not word[:1].isupper() or word.lower() in _OPENING or word[-1] in '.,;:”’"':
                break
            taken.insert(0, word)
        return " ".join(taken) + " " if taken else ""

    def _behind(self, end: int) -> str:
        of = _OF.match(self.text, end)
        return of.group() if of else ""
