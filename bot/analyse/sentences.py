"""Cuts a body into paragraphs and sentences, as spans; everything in between is white space.

A sentence never crosses a paragraph, and is not cut inside a quotation: `"It is late. Go," he said.` is one,
because what an editor is shown has to stand by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.analyse.lexicon import words
from bot.shapes import Span

_LONG_QUOTATION = 600
"A quotation longer than this is a speech, and is cut into its sentences like other text."

_WRAPPED_LINE = range(45, 101)
"Lines of a hard-wrapped text are about as long as each other: longer than headings, at most a screen wide."

_TITLES = words(
    "mr mrs ms dr prof sen rep gov gen lt col maj capt cmdr adm sgt cpl pvt brig pte hon rev fr msgr supt insp det "
    "st mt ft messrs mme mlle pres atty dist asst assoc ex vs v cf eg ie approx est al fig vol ch pp ret"
)
"Never the end of a sentence: a name or its rest follows."

_BEFORE_FIGURES = words(
    "no nos art sec p jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun"
)
"Not the end where a figure follows."

STARTERS = words(
    "the a an he she it they we i you his her its their our my your this that these those there here what when where "
    "who why how if in on at by for from with after before during since until while as but and or so yet nor also then "
    "however meanwhile earlier later both each many most some several all no not one two three another other once "
    "please yes well nobody nothing none everybody everyone somebody someone anyone "
    "although though despite because still even such under over only now according"
)
"Words that open a sentence after an abbreviation that may or may not end one: p.m., U.S., Inc."

_STOP = re.compile(r"[.!?…](?<![.!?…][.!?…])[.!?…]*+[)\]]?(?:’’|''|[\"”»’'])*[)\]]?(?=\s|$|[“\"A-Z])")
_REVERSED_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*")
_NEXT = re.compile(r"\s*(?:[\[(“\"‘'«]|''|``|[—–-]\s?)*(\w[\w’'.-]{0,30})?")
_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"")
_AFTERWARDS = re.compile(
    r"\s*(?:[\w’'.-]{1,30}[ ]){0,4}?(?:[\w’'.-]{1,30}, [^.!?“”\"\n]{2,70}, )?(?:\w{2,12} )?"
    r"(?:said|says|asked|asks|added|told|replied|wrote|shouted|cried|tweeted|wondered|declared|answered|responded|"
    r"exclaimed|demanded|chanted|yelled|screamed|questioned|continued|went on|joked|quipped|mused|recalled|concluded|"
    r"insisted|countered|interjected|began|inquired|retorted|pleaded|protested|snapped|whispered|adds|replies|writes)\b"
)
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*|\u2029\s*")


def paragraphs(text: str) -> list[Span]:
    """The paragraphs of a text: parts between blank lines, or single lines where it is not hard-wrapped."""
    return [span for block in _pieces(text, 0, len(text), _BLANK_LINE) for span in _lines(text, *block)]


def sentences(text: str) -> list[Span]:
    """The sentences of a text in order, without the white space around them. Linear in its length."""
    return [span for start, end in paragraphs(text) for span in sentences_of(text, start, end)]


def sentences_of(text: str, start: int, end: int) -> list[Span]:
    """The sentences of one paragraph, `text[start:end]`."""
    paragraph = text[start:end].rstrip()
    closed = _quotations(paragraph)
    found, begin, stretch = [], _past_space(paragraph, 0), 0
    for stop in _STOP.finditer(paragraph):
        while stretch < len(closed) and closed[stretch][1] <= stop.start():
            stretch += 1
        inside = stretch < len(closed) and closed[stretch][0] < stop.start() and stop.end() < closed[stretch][1]
        if not inside and _ends_sentence(paragraph, stop):
            found.append((start + begin, start + stop.end()))
            begin = _past_space(paragraph, stop.end())
    if begin < len(paragraph):
        found.append((start + begin, start + len(paragraph)))
    return found


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The span without the white space at its ends, or None where nothing else is in it."""
    part = text[start:end]
    bare = part.strip()
    if not bare:
        return None
    start += len(part) - len(part.lstrip())
    return start, start + len(bare)


def _past_space(text: str, at: int) -> int:
    while text[at : at + 1].isspace():
        at += 1
    return at


def _pieces(text: str, start: int, end: int, separator: re.Pattern[str]) -> Iterator[Span]:
    begin = start
    for gap in separator.finditer(text, start, end):
        if span := trimmed(text, begin, gap.start()):
            yield span
        begin = gap.end()
    if span := trimmed(text, begin, end):
        yield span


def _lines(text: str, start: int, end: int) -> list[Span]:
    """A block's lines, or the block whole where its line breaks are only wrapping."""
    if "\n" not in text[start:end] and "\r" not in text[start:end]:
        return [(start, end)]
    lines = list(_pieces(text, start, end, re.compile(r"[\r\n]+")))
    return [(start, end)] if _is_wrapped([text[a:b] for a, b in lines]) else lines


def _is_wrapped(lines: list[str]) -> bool:
    inner = lines[:-1]
    if not inner or any(len(line) not in _WRAPPED_LINE for line in inner):
        return False
    return any(after[0].islower() for after in lines[1:])


def _quotations(paragraph: str) -> list[Span]:
    return [m.span() for m in _QUOTED.finditer(paragraph) if m.end() - m.start() <= _LONG_QUOTATION]


def _ends_sentence(paragraph: str, stop: re.Match[str]) -> bool:
    marks = stop.group()
    following = _NEXT.match(paragraph, stop.end())
    word = following.group(1) if following else None
    if word is None:
        return stop.end() >= len(paragraph)
    if not (word[0].isupper() or word[0].isdigit()):
        return False
    if stop.end() < len(paragraph) and not paragraph[stop.end()].isspace() and marks[-1] not in "\"”'’»":
        return False  # "U.S", "A.B": no space, no closing mark
    if marks == ".":
        return _ends_after(paragraph[max(0, stop.start() - 24) : stop.start()], word)
    if marks[-1] in "\"”'’»" and marks[0] in "!?…":
        return _AFTERWARDS.match(paragraph, stop.end()) is None  # "Why?" Poe asked
    return True


def _ends_after(before: str, word: str) -> bool:
    """Whether a lone stop after these characters ends the sentence, given the word that follows."""
    match = _REVERSED_WORD.match(before[::-1])
    last = match.group()[::-1] if match else ""
    lower = last.lower()
    if not last:
        return True
    if lower in _TITLES:
        return False
    if lower in _BEFORE_FIGURES and word[0].isdigit():
        return False
    if "." in last or lower in {"inc", "corp", "co", "ltd", "jr", "sr", "etc", "bros", "llc"}:
        return word.lower() in STARTERS
    return not (len(last) == 1 and last.isupper() and last != "I")
