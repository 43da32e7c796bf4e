"""A body as lines that know where they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass

LINE = re.compile(r"[^\r\n]+")

WORD = re.compile(r"\w[\w’'-]*")

ENDS = (".", "!", "?", ".”", "!”", "?”", '."', '!"', '?"', ".’", ".'", ".)", "…")


@dataclass(frozen=True)
class Line:
    """One line that is not blank, without the blanks around it."""

    start: int
    end: int
    text: str

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(WORD.findall(self.text))

    @property
    def is_sentence(self) -> bool:
        """Whether it ends as prose does; headlines, links and labels do not."""
        return self.text.endswith(ENDS)

    @property
    def is_label(self) -> bool:
        """Whether it could be a headline, a link or a button: short, and not ending as prose does."""
        return self.words <= 18 and not self.text.endswith((*ENDS, ",", ":", ";"))


def lines_of(body: str) -> list[Line]:
    """The lines of a body that are not blank, in order."""
    lines = []
    for found in LINE.finditer(body):
        text = found[0].strip(" \t\xa0\ufeff\u200b\x0b\x0c\x1c\x1d\x1e\x85")
        if text:
            start = found.start() + found[0].find(text)
            lines.append(Line(start, start + len(text), text))
    return lines
