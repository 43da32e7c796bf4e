"""Turns a paragraph into sentences of tokens in which a quoted stretch is one token.

What is inside quotation marks is another person's sentence: its stops, verbs and names must not be taken for the
reporter's.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from bot.analyse.quoting.marks import Stretch, stretches
from bot.analyse.quoting.remembering import Remembered
from bot.analyse.quoting.titles import SHORT_TITLES
from bot.analyse.sentences import sentences_of
from bot.shapes import Span

_PIECE = re.compile(
    r"\s*+(?:"
    r"(?=[cfghpsw])\b(?:(?:shot|shoots|shooting|fired|fires|firing|hit|hits|hitting) back|"
    r"(?:pointed|points|pointing) out|"
    r"(?:went|goes|going) on(?=[:,.])|(?:chimed|chimes|chiming|weighed|weighs|weighing) in(?=[:,.])|"
    r"(?:put|puts|putting) it(?= this way|[:,.]| [a-z]+ly[:,.]))\b"
    r"|(?=[A-Z])(?:(?:[A-Z]\.){2,}(?:-\w+|’s|'s)?"
    r"|[RDI]-(?:(?:[A-Z]\.)+|[A-Z][a-z]{1,5}\.)"
    rf"|(?:{SHORT_TITLES}|St|Jr|Sr|Jan|Feb|Mar|Apr|"
    r"Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|No|Inc|Corp|Co|Ltd)\."
    r"|[A-Z]\.(?=\s?[A-Z]))"
    r"|[ap]\.m\."
    r"|\d+(?:[,.]\d+)+(?:-\w+)?"
    r"|[^\W_]+(?:[-’'./&][^\W_]+)*[’']?"
    r"|\.\.\.|--+|[^\w\s]|_)"
)
"A token with the white space before it; one piece begins where the last one ends."

_WORD = re.compile(r"[^\W_]++(?:[-’'][^\W_]++)*+")
_LETTER = re.compile(r"[^\W_]")
_TRAILING = re.compile(r"[.,!?;:…—–-]*(?:''|[”\"’'»])*\Z")

_CLOSING = "”\"’'»“‘ \u00a0"
"Marks that close a quotation, and those set by mistake where one closes."

LONG_QUOTE = 3
"From this many words a quoted stretch is taken for somebody's words by itself; below it may be a term."

LONGEST_SENTENCE = 400
"Words; what is longer is no sentence, and is read in pieces so that time stays linear."


class Token(NamedTuple):
    """A word, a punctuation mark or a whole quoted stretch."""

    start: int
    end: int
    low: str
    "lower case, typographic apostrophes straightened; empty for a quoted stretch"
    kind: str
    "w word, p punctuation, q quoted stretch"
    cap: bool
    "begins with a capital letter, or its quotation does"
    words: int = 1
    "how many words a quoted stretch holds"
    stops: bool = False
    "a quoted stretch that ends on punctuation, as what somebody said does and a nickname does not"


class Sentence(NamedTuple):
    """One sentence's tokens."""

    start: int
    end: int
    tokens: list[Token]
    quoted: list[int]
    "indexes of the quoted stretches among them"

    @property
    def is_bare_quote(self) -> bool:
        """Whether it is nothing but one quotation."""
        return len(self.quoted) == 1 and all(token.kind == "q" or token.low in ".,!?…" for token in self.tokens)


class Paragraph(NamedTuple):
    """One paragraph's sentences and quoted stretches."""

    start: int
    end: int
    sentences: list[Sentence]
    stretches: list[Stretch]


def paragraph(text: str, span: Span) -> Paragraph:
    """Reads one paragraph."""
    start, end = span
    quoted = stretches(text, start, end)
    tokens = _tokens(text, start, end, quoted)
    found, begin = [], 0
    for _, stop in sentences_of(_masked(text, start, end, quoted), 0, end - start):
        after = bisect_left(tokens, (start + stop,), begin)
        for first in range(begin, after, LONGEST_SENTENCE):
            piece = tokens[first : min(after, first + LONGEST_SENTENCE)]
            inside = [at for at, token in enumerate(piece) if token.kind == "q"] if quoted else []
            found.append(Sentence(piece[0].start, piece[-1].end, piece, inside))
        begin = after
    return Paragraph(start, end, found, quoted)


def words_in(text: str) -> int:
    """How many words a text holds."""
    return len(_WORD.findall(text))


def holds_word(text: str, start: int, end: int) -> bool:
    """Whether a stretch of a text has any word in it."""
    return _LETTER.search(text, start, end) is not None


def _masked(text: str, start: int, end: int, quoted: list[Stretch]) -> str:
    """The paragraph with each quotation one dull word between curly marks; its first letter and last stop stay."""
    parts, at = [], start
    for stretch in quoted:
        inner = text[stretch.start : stretch.end]
        tail = _TRAILING.search(inner[-6:])
        kept = len(tail.group()) if tail else 0
        head = inner[: min(3, len(inner) - kept)]
        masked = head + "q" * (len(inner) - len(head) - kept) + inner[len(inner) - kept :]
        if stretch.closed:
            lost = inner[-1] in ",.?!" and len(inner) > 2  # no closing mark: its stop moves before it
            masked = masked[:-2] + masked[-1] + "”" if lost else masked[:-1] + "”"
        parts += [text[at : stretch.start], "“" + masked[1:]]
        at = stretch.end
    return "".join([*parts, text[at:end]])


def _tokens(text: str, start: int, end: int, quoted: list[Stretch]) -> list[Token]:
    tokens, at = [], start
    for stretch in quoted:
        tokens += _plain(text, at, stretch.start)
        tokens.append(_quotation(text, stretch))
        at = stretch.end
    return tokens + _plain(text, at, end)


def _quotation(text: str, stretch: Stretch) -> Token:
    inner = text[stretch.start : stretch.end]
    first = next((c for c in inner if c.isalnum()), "")
    capital = first.isupper() or first.isdigit()
    stops = inner.rstrip(_CLOSING)[-1:] in tuple(",.!?")
    return Token(stretch.start, stretch.end, "", "q", capital, words_in(inner), stops)


def _plain(text: str, start: int, end: int) -> list[Token]:
    """The tokens outside quotations; made without NamedTuple's constructor, which takes as long as all the rest."""
    tokens, at = [], start
    for piece in _PIECE.findall(text[start:end].rstrip()):
        at += len(piece)
        length, form = _FORMS[piece]
        span = at - length, at
        tokens.append(tuple.__new__(Token, span + form))
    return tokens


_Form = tuple[str, str, bool, int, bool]
"What a token is by its letters alone: its fields from `low` on."


def _form(piece: str) -> tuple[int, _Form]:
    """Length and form of a piece."""
    word = piece.lstrip()
    low = word.lower()
    if not word.isascii():
        low = low.replace("’", "'").replace("―", "—")
    return len(word), (low, "w" if word[0].isalnum() else "p", word[0].isupper(), 1, False)


_FORMS = Remembered(_form)
