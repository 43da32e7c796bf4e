"""A sentence as the words that carry its meaning, so that typography, spelling and house style are no change."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from bot.analyse.lexicon import words as listed
from bot.shapes import Span

_STRAIGHT = {
    **dict.fromkeys(map(ord, "“”„‟«»″"), '"'),
    **dict.fromkeys(map(ord, "‘’‚‛′ʼ`´"), "'"),
    **dict.fromkeys(map(ord, "–—―−‐‑"), "-"),
    **dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\u00a0\u202f"), " "),
}
"each sign becomes one sign, so that offsets hold"

_GLUE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:[.'’‘ʼ][^\W\d_]+)*|[%$£€]")

_UP_TO_TWENTY = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
)
_NUMBER_WORDS = {word: str(value) for value, word in enumerate(_UP_TO_TWENTY.split())}
_SCALES = listed(
    "dozen dozens hundred hundreds thousand thousands million millions billion billions trillion thirty forty fifty "
    "sixty seventy eighty ninety half third quarter double triple"
)
DAYS = listed(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december jan feb mar apr jun jul aug sep sept oct nov dec"
)
NEGATIONS = listed("not no never none nobody nothing neither nor without cannot")

LIGHT = listed(
    "a an the of to in on at by for with from and or that which who whom whose this these those it its is are was "
    "were be been being has have had do does did as also but then there their his her he she they them into over "
    "about mr mrs ms dr just so very now still yet both than up out off only more most some such while when where "
    "after before since during will would can could should may might must"
)
"Words whose coming and going alone changes no fact."

_SAME_WORD = {"percent": "%", "per": "%", "usa": "us", "uk": "britain", "ok": "okay", "programme": "program"}
_BRITISH = (
    (re.compile(r"(?<=\w{3})our(?=s|ed|ing|able|ful|ite|er|ers|ly)?(?=\w{0,4}$)"), "or"),
    (re.compile(r"(?<=\w{3})(?:is|iz)(?=(?:e|ed|es|er|ers|ing|ation|ations)$)"), "iz"),
    (re.compile(r"(?<=\w{3})ys(?=(?:e|ed|es|ing)$)"), "yz"),
    (re.compile(r"(?<=\w{2}t)re(?=s?$)"), "er"),
    (re.compile(r"(?<=\w{3})ogue(?=s?$)"), "og"),
    (re.compile(r"(?<=\w{2})ence(?=s?$)"), "ense"),
    (re.compile(r"(?<=\w{2}l)l(?=(?:ed|ing|er|ers)$)"), ""),
)
_FIGURE = re.compile(r"\d")
_SPELLING = 5
"letters from which one wrong letter is a misspelling: shorter words one letter apart are other words (Iran, Iraq)"


@dataclass(frozen=True)
class Word:
    """One word: as written, and folded to what it means."""

    raw: str
    fold: str

    @property
    def is_number(self) -> bool:
        return bool(_FIGURE.match(self.fold)) or self.fold in _SCALES

    @property
    def is_name(self) -> bool:
        return self.raw[0].isupper()


@dataclass(frozen=True)
class Sentence:
    """A sentence where it stands, with its place in the order of the text."""

    span: Span
    text: str
    words: tuple[Word, ...]
    at: int

    @property
    def key(self) -> tuple[str, ...]:
        """Equal for two sentences that say the same in the same words."""
        return tuple(word.fold for word in self.words)


def straightened(text: str) -> str:
    """The text with plain quotation marks, dashes and spaces, of the same length."""
    return text.translate(_STRAIGHT)


def folded(text: str) -> tuple[Word, ...]:
    """The words of a text in order. "It didn’t cost five per cent" is it, did, not, cost, 5, %."""
    plain = unicodedata.normalize("NFC", text.translate(_GLUE)).translate(_STRAIGHT)
    return tuple(_joined([word for match in _TOKEN.finditer(plain) for word in _parts(match.group())]))


def _parts(raw: str) -> list[Word]:
    low = raw.casefold().removesuffix("'s").removesuffix("'")
    if low.endswith("n't") and len(low) > 3:
        stem = {"ca": "can", "wo": "will", "sha": "shall"}.get(low[:-3], low[:-3])
        return [Word(raw, stem), Word(raw, "not")]
    if low == "cannot":
        return [Word(raw, "can"), Word(raw, "not")]
    return [Word(raw, _fold(low))]


@lru_cache(maxsize=20_000)
def _fold(low: str) -> str:
    if low[0].isdigit():
        return low.replace(",", "") if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", low) else low
    low = low.replace(".", "").replace("'", "")
    return _NUMBER_WORDS.get(low) or _SAME_WORD.get(low) or low


def _joined(found: list[Word]) -> Iterable[Word]:
    """ "per cent" is one word, and "United States" is US."""
    skip = False
    for word, following in zip(found, [*found[1:], Word(".", "")], strict=False):
        if skip:
            skip = False
        elif (word.fold, following.fold) in {("%", "cent"), ("united", "states")}:
            skip = True
            yield Word(word.raw, "%" if word.fold == "%" else "us")
        else:
            yield word


def same_spelling(one: str, other: str) -> bool:
    """Whether two folded words are one word spelled in two ways: British or American, or with a slip."""
    if one == other or _american(one) == _american(other):
        return True
    if min(len(one), len(other)) < _SPELLING or one in DAYS or one in _SCALES or one[0] != other[0]:
        return False
    return not (_FIGURE.search(one + other)) and OSA.distance(one, other, score_cutoff=1) <= 1


@lru_cache(maxsize=20_000)
def _american(word: str) -> str:
    for pattern, ending in _BRITISH:
        word = pattern.sub(ending, word)
    return word
