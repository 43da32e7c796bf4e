"""The words of a quotation as an ear takes them: typography, spelling, contractions and fillers aside."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from bot.analyse.claiming.terms import stem
from bot.analyse.lexicon import words
from bot.shapes import Span

COMMON = words(
    "the a an and or but nor so of to in on at for with by from as into about than then if is are was were be been "
    "being am it that this these those there here he she they we i you me him her them us his its their our my your "
    "who whom which what not no do does did done have has had having will would can could shall should may might must "
    "s t d said say says one very just also only even still too all any some"
)
"Words that tell no utterance from another."

_WORD = re.compile(r"[^\W_]+(?:[.,'-][^\W_]+)*")
_ADDED = re.compile(r"\[[^\[\]]{0,60}\]")
_QUOTED = re.compile(
    r"[“\"„«]([^“”„\"«»]{1,4000})[”\"“»]?|(?:''|``)(.{1,2000}?)''|(?<![\w'])[‘'](?!')([^‘\n]{3,600}?)[’'](?![\w'])"
)

DENIALS = words("not no never nobody nothing none without neither nor")
_NOT = {"can't": "can not", "cannot": "can not", "won't": "will not", "shan't": "shall not", "ain't": "is not"}
_HASTY = words("dont cant wont didnt doesnt isnt arent wasnt werent hasnt havent hadnt couldnt wouldnt shouldnt aint")
"Typed without their apostrophe."
_SAID_SHORT = {
    "gonna": "going to", "wanna": "want to", "gotta": "got to", "kinda": "kind of", "sorta": "sort of",
    "gimme": "give me", "lemme": "let me", "dunno": "do not know", "'em": "them", "yeah": "yes", "yep": "yes",
    "yup": "yes", "nope": "no", "nah": "no", "ok": "okay", "let's": "let us", "percent": "%", "us.": "usa",
    "u.s": "usa", "u.k": "uk", "u.n": "un", "e.u": "eu",
}  # fmt: skip
_IS = words("it's he's she's that's there's here's what's who's where's how's")
_ENDS = (("n't", "not"), ("'ll", "will"), ("'re", "are"), ("'ve", "have"), ("'m", "am"), ("'d", "would"))
FILLERS = words("um uh er erm ah eh oh hmm mm uhm")

_UP_TO_20 = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
_TENS = "ten twenty thirty forty fifty sixty seventy eighty ninety"
_FIGURES = {word: str(number) for number, word in enumerate(_UP_TO_20.split())} | {
    word: str(10 * number) for number, word in enumerate(_TENS.split(), 1)
}

_IRREGULAR = """
    begin began begun; break broke broken; bring brought; build built; buy bought; catch caught; choose chose chosen;
    come came; cut; draw drew drawn; drink drank; drive drove driven; eat ate eaten; fall fell fallen; feel felt;
    fight fought; find found; fly flew flown; forget forgot forgotten; get got gotten; give gave given; go went gone;
    grow grew grown; hear heard; hide hid hidden; hold held; keep kept; know knew known; lead led; leave left; lend
    lent; lie lay lain; lose lost; make made; mean meant; meet met; pay paid; ride rode ridden; ring rang rung; rise
    rose risen; run ran; see saw seen; sell sold; send sent; shake shook shaken; shoot shot; sing sang sung; sink sank
    sunk; sit sat; sleep slept; speak spoke spoken; spend spent; stand stood; steal stole stolen; strike struck; swear
    swore sworn; sweep swept; swim swam swum; take took taken; teach taught; tear tore torn; tell told; think thought;
    throw threw thrown; understand understood; wake woke woken; wear wore worn; win won; write wrote written; man men;
    woman women; child children; foot feet; bad worse worst; good better best
"""
_BASE = {form: group.split()[0] for group in _IRREGULAR.split(";") for form in group.split()}

_AMERICAN = {
    "grey": "gray", "tyre": "tire", "kerb": "curb", "defence": "defense", "offence": "offense", "licence": "license",
    "practise": "practice", "programme": "program", "plough": "plow", "cheque": "check", "jewellery": "jewelry",
    "aluminium": "aluminum", "sceptical": "skeptical", "pyjamas": "pajamas", "aeroplane": "airplane", "gaol": "jail",
    "whilst": "while", "amongst": "among", "towards": "toward", "afterwards": "afterward", "learnt": "learned",
    "burnt": "burned", "spelt": "spelled", "dreamt": "dreamed", "mum": "mom", "draught": "draft", "storey": "story",
    "cosy": "cozy", "mould": "mold", "sulphur": "sulfur", "anaesthetic": "anesthetic", "manoeuvre": "maneuver",
    "metre": "meter", "litre": "liter", "centre": "center", "theatre": "theater", "fibre": "fiber",
    "calibre": "caliber", "sabre": "saber", "spectre": "specter", "sombre": "somber", "lustre": "luster",
}  # fmt: skip


class Word(NamedTuple):
    """A word as an ear takes it, and where it stands; the two words of "can't" stand in one place."""

    said: str
    start: int
    end: int


@lru_cache(maxsize=8192)
def heard(text: str) -> tuple[str, ...]:
    """The words that were said: lower case, written out in full, numbers as figures. What an editor put in brackets,
    marks, fillers and a "that" in front are no words of the speaker's."""
    return tuple(word.said for word in placed(text))


def placed(text: str) -> list[Word]:
    """The same words with their places in the text."""
    plain = _ADDED.sub(lambda added: " " * len(added[0]), text.replace("’", "'").replace("‘", "'"))
    found = [
        Word(_FIGURES.get(part, part), word.start(), word.end())
        for word in _WORD.finditer(plain)
        for part in _full(unicodedata.normalize("NFKC", word[0]).casefold())
    ]
    found = [word for word in found if word.said not in FILLERS]
    return found[1:] if plain.startswith("that ") else found


def quoted_spans(text: str) -> list[Span]:
    """What stands inside quotation marks, without them; nothing where there are no marks."""
    return [found.span(found.lastindex or 0) for found in _QUOTED.finditer(text)]


@lru_cache(maxsize=8192)
def quoted_words(text: str) -> tuple[str, ...]:
    """The words inside quotation marks."""
    return tuple(word for start, end in quoted_spans(text) for word in heard(text[start:end]))


def denies(said: Iterable[str]) -> bool:
    """Whether a "not" or its like is among the words."""
    return not DENIALS.isdisjoint(said)


def telling(found: Iterable[str]) -> list[str]:
    """The words that tell what was said, in their order and in their roots."""
    return [root(word) for word in found if word not in COMMON]


@lru_cache(maxsize=65536)
def root(word: str) -> str:
    """What a word's forms and spellings have in common: began, begins; colour, colors; organise, organized."""
    low = spelled(word)
    return stem(_BASE.get(low, low)) if not low[:1].isdigit() else low


@lru_cache(maxsize=65536)
def spelled(word: str) -> str:
    """The word in one spelling of those that Britain and America write; only to compare, it need not be a word."""
    if word in _AMERICAN:
        return _AMERICAN[word]
    if len(word) < _SHORTEST_VARIANT:
        return word
    for ending, other in _VARIANTS:
        word = word.replace(ending, other)
    return word


def nearly(one: str, other: str) -> float:
    """How surely two words are one: 1 for forms and spellings of it, less for a slip of the pen, 0 for another."""
    if one == other or root(one) == root(other):
        return 1.0
    slips = 2 if min(len(one), len(other)) >= _LONG_WORD else 1
    if max(len(one), len(other)) < _SHORTEST_SLIP or OSA.distance(one, other, score_cutoff=slips) > slips:
        return 0.0
    return OSA.normalized_similarity(one, other)


_SHORTEST_VARIANT = 5
_VARIANTS = (
    ("our", "or"),
    ("isation", "ization"),
    ("ising", "izing"),
    ("ised", "ized"),
    ("ises", "izes"),
    ("ise", "ize"),
    ("yse", "yze"),
    ("ysing", "yzing"),
    ("ll", "l"),
    ("wards", "ward"),
    ("ogue", "og"),
    ("aed", "ed"),
    ("haem", "hem"),
    ("oeuv", "euv"),
    ("foet", "fet"),
    ("tre", "ter"),
)
_SHORTEST_SLIP, _LONG_WORD = 4, 8
"""A letter left out, put in, changed or swapped with its neighbour is a slip of the pen in a word of so many letters;
two are in a long one. More would make 'harvest' of 'harbor'."""


def _full(word: str) -> list[str]:
    """A word as its parts written out: can't is can, not; well-known is two; a possessive is its noun."""
    if word[0].isdigit():
        return [word.replace(",", "")]
    if word in _HASTY:
        return _full(f"{word[:-1]}'t")
    if word in _SAID_SHORT or word in _NOT:
        return (_SAID_SHORT.get(word) or _NOT[word]).split()
    if word in _IS:
        return [word[:-2], "is"]
    for ending, full in _ENDS:
        if word.endswith(ending) and len(word) > len(ending):
            return [*_full(word[: -len(ending)]), full]
    return [
        part for part in word.removesuffix("'s").replace("'", "").replace("-", " ").replace(".", " ").split() if part
    ]
