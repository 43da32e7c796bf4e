"""Cuts a command line into words and options, the same way for every command.

`"..."` and the curly pairs that phones put in their place hold words together. An option is its small word and what
follows up to the next one: `about lifeboats since 7d in The Harbour Post`.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from html import unescape

from bot.errors import UserError

_CLOSING = {'"': '"“”', "“": '”"“', "„": '“”"', "«": "»", "”": '”"“'}
"""What closes a quotation mark; a hurried thumb types the same curly one twice."""

_LINK = re.compile(r"<(https?://[^<>|\s]{1,3000})(?:\|[^<>]{0,3000})?>")
"""A link as Slack writes it into a command's text."""


@dataclass(frozen=True)
class Word:
    """One word of a line, or what stood between quotation marks."""

    text: str
    quoted: bool = False


@dataclass(frozen=True)
class Request:
    """A command's text, cut up."""

    words: tuple[Word, ...] = ()
    options: dict[str, str] = field(default_factory=dict)
    flags: frozenset[str] = frozenset()
    "words at the end that are no part of the subject"

    @property
    def subject(self) -> str:
        """The words before any option, as one text."""
        return " ".join(word.text for word in self.words)

    @property
    def subject_again(self) -> str:
        """The subject as it has to be typed to mean the same."""
        return " ".join(f'"{word.text}"' if word.quoted else word.text for word in self.words)

    @property
    def plain(self) -> str:
        """The words that stood in no quotation marks."""
        return " ".join(word.text for word in self.words if not word.quoted)

    @property
    def quoted(self) -> str:
        """The words that stood in quotation marks."""
        return " ".join(word.text for word in self.words if word.quoted)

    def line(self, command: str, subject: str) -> str:
        """The command line that asks the same of another subject."""
        return " ".join([command, subject, *(f"{name} {value}" for name, value in self.options.items())])


def clean(text: str) -> str:
    """A command's text without what Slack adds to it: entities, and brackets around links."""
    return unescape(_LINK.sub(r"\1", text)).strip()


def split_words(text: str) -> list[Word]:
    """The words of a text. Raises UserError where a quotation mark is not closed."""
    found: list[Word] = []
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
        elif text[at] in _CLOSING:
            end = _closing(text, at)
            found.append(Word(text[at + 1 : end].strip(), quoted=True))
            at = end + 1
        else:
            end = _word_end(text, at)
            found.append(Word(text[at:end]))
            at = end
    return [word for word in found if word.text]


def _closing(text: str, start: int) -> int:
    closing = _CLOSING[text[start]]
    for at in range(start + 1, len(text)):
        if text[at] in closing:
            return at
    rest = text[start : start + 40]
    raise UserError(f"A quotation mark is not closed: {rest} … Put one at the end of the words, or leave it out.")


def _word_end(text: str, at: int) -> int:
    while at < len(text) and not text[at].isspace():
        at += 1
    return at


def read_request(text: str, options: Collection[str] = (), flags: Collection[str] = ()) -> Request:
    """Cuts a command's text into its words and options. Raises UserError where an option is empty or named twice."""
    parts: dict[str, list[Word]] = {"": []}
    current = ""
    for word in split_words(text):
        if word.quoted or word.text not in options:  # small letters only: Ms. About keeps her name
            parts[current].append(word)
        elif word.text in parts:
            raise UserError(f"`{word.text}` stands there twice; once is enough.")
        else:
            current = word.text
            parts[current] = []
    words = parts.pop("")
    raised = {words.pop().text.lower()} if words and _is_flag(words[-1], flags) else set()
    return Request(tuple(words), {name: _value(name, value) for name, value in parts.items()}, frozenset(raised))


def _is_flag(word: Word, flags: Collection[str]) -> bool:
    return not word.quoted and word.text.lower() in flags


def _value(name: str, words: list[Word]) -> str:
    if not words:
        raise UserError(f"Something must follow `{name}`.")
    return " ".join(word.text for word in words)
