"""Finds paragraphs that are somebody's words as a whole, with no verb to say so.

Transcripts and interviews ("NAME: words", "Q: words"), posts ("words — Name (@handle)"), letters signed on their last
line, and a headline that opens with its source ("Name: words").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from bot.analyse.lexicon import words
from bot.analyse.quoting.grammar import is_agent
from bot.analyse.quoting.titles import PARTICLES
from bot.shapes import Span

SURE_LABEL, SURE_HEADLINE, SURE_SIGNED = 0.9, 0.8, 0.86
"How sure a layout is that the words are those of whom it names."

_LABEL = re.compile(
    r"(@\w{2,30}|[QA](?:\.? \([^()\n]{1,50}\))?|[^\W\d_a-z][^\n:;,!?“”\"]{0,50}?)"
    r"((?:, [^a-z\n:;!?“”\"]{2,60})?[ ]?:|\.(?<=\b[QA]\.))\s+(?=\S)"
)
"The speaker, then what closes the label: an office in capitals may stand before the colon."

_LONGEST_LABEL = 120

_BRACKETS = re.compile(r"\s*\(([^()]{1,40})\)\Z")
_HANDLE = re.compile(r"\s*(?:—|–|--|―)\s*([^\W\d_][^\n()—–]{1,40}?) \(@\w{2,30}\)[^\n]{0,40}\Z")
_SALUTATION = re.compile(
    r"(?:To the Editor|Dear (?:Sir|Editor|Madam)[^\n:,]{0,20}|Sir|SIR|Editor)\b\s*(?:[:,.]|--?|—|–)[\s–—-]*"
)
_SIGNATURE = re.compile(r"((?:[^\W\d_a-z][\w.’'-]*)(?: [^\W\d_a-z][\w.’'-]*){0,4})(?:,[^\n]{1,60})?\.?\Z")
_LONGEST_LETTER = 8
"Paragraphs; a salutation with no signature within them is no letter."

_SIGNPOSTS = words(
    "photo photos file video watch read more listen update updated breaking note related also see live exclusive "
    "opinion analysis review correction warning spoiler gallery picture pictures image images graphic map poll quiz "
    "source sources story dateline contact tel email summary key points latest result results question answer notice "
    "explainer timeline factbox profile obituary editorial comment transcript score scores date time place where when "
    "who what why how wow boom revealed leaked"
)
"Words that announce a thing, not a speaker, before a colon."

_STUDIES = words("poll report study survey sources source")
"What a headline names as its source, though it announces things elsewhere."


_PLACING = words("on in at for to with from about after before as and over under by")
"A name holds none of them: 'Oduya On Boats: ...' is a headline of its own."


@dataclass
class Turn:
    """Words of one speaker by the layout alone: their spans, whose they are, and what says so."""

    content: list[Span]
    speaker: Span
    cue: Span | None
    sure: float
    verbatim: bool = True
    "their own words; a headline's may be the paper's"
    is_answer: bool = False
    "'A:', whoever is being interviewed"
    paragraphs: list[int] = field(default_factory=list)
    "numbers of the paragraphs whose words these are"


def turns(text: str, spans: Sequence[Span]) -> dict[int, Turn]:
    """The turns of an article by the number of each paragraph they cover. Linear in the number of paragraphs."""
    found: dict[int, Turn] = {}
    labels = {number: label for number, span in enumerate(spans) if (label := _label(text, *span))}
    readings = (*_labelled(text, spans, labels), *_headline(text, spans, labels), *_posts(text, spans))
    for turn in (*readings, *_letters(text, spans)):
        for number in turn.paragraphs:
            found.setdefault(number, turn)
    return found


def _label(text: str, start: int, end: int) -> re.Match[str] | None:
    """The label a paragraph opens with; most show at one look that they have none."""
    if text.find(":", start, start + _LONGEST_LABEL) < 0 and not text.startswith(("Q.", "A."), start):
        return None
    return _LABEL.match(text, start, end)


def _labelled(text: str, spans: Sequence[Span], labels: dict[int, re.Match[str]]) -> Iterator[Turn]:
    """'MS ODUYA (Sarn): words', 'Q: words', and 'Oduya: words' where a name stands so more than once."""
    times = Counter(_name(label) for label in labels.values())
    for number, label in labels.items():
        name, end = _name(label), spans[number][1]
        if _opens_turn(name, times[name]) and _is_speech(text[label.end() : end]):
            yield Turn([(label.end(), end)], label.span(1), label.span(2), SURE_LABEL, True, name == "A", [number])


def _opens_turn(name: str, times: int) -> bool:
    """Whether a label that stands so often before a paragraph says whose words follow."""
    if name.startswith("@"):
        return True
    if name.upper() == name and len(name) > 1:
        return not _is_signpost(name)
    return times > 1 and (name in ("Q", "A") or _names_somebody(name))


def _headline(text: str, spans: Sequence[Span], labels: dict[int, re.Match[str]]) -> Iterator[Turn]:
    """'Oduya: Boats must sail on', the first line of a report."""
    label = labels.get(0)
    if label is None or not (_names_somebody(_name(label)) or _name(label).lower() in _STUDIES):
        return
    start, end = label.end(), spans[0][1]
    inner = text[start:end].rstrip(".")
    if len(inner) > 160 or not (inner[0].isupper() or inner[0] in "‘'“\""):
        return
    inner = inner.split("; ", 1)[0].rstrip(" .")
    if len(inner.split()) > 2:
        yield Turn([(start, start + len(inner))], label.span(1), label.span(2), SURE_HEADLINE, False, False, [0])


def _posts(text: str, spans: Sequence[Span]) -> Iterator[Turn]:
    """'Words. — Jide Oduya (@jide) May 19', the signature behind the post or on a line of its own."""
    for number, (start, end) in enumerate(spans):
        at = text.find("(@", max(start, end - 120), end)
        signed = _HANDLE.search(text, max(start, end - 120), end) if at > 0 else None
        if signed is None or text[start] == "<":  # markup that was not read
            continue
        if signed.start() > start:
            yield Turn([(start, signed.start())], signed.span(1), None, SURE_SIGNED, True, False, [number])
        elif number:
            yield Turn([spans[number - 1]], signed.span(1), None, SURE_SIGNED, True, False, [number - 1, number])


def _letters(text: str, spans: Sequence[Span]) -> Iterator[Turn]:
    """From 'To the Editor:' to the line with the writer's name."""
    openings = [number for number, span in enumerate(spans) if _SALUTATION.match(text, *span)]
    for first, following in pairwise([*openings, len(spans)]):
        for last in range(first + 1, min(first + 1 + _LONGEST_LETTER, following)):
            signed = _SIGNATURE.match(text, *spans[last])
            if signed:
                yield Turn(
                    _letter(text, spans, first, last),
                    signed.span(1),
                    None,
                    SURE_SIGNED,
                    True,
                    False,
                    [*range(first, last + 1)],
                )
                break


def _letter(text: str, spans: Sequence[Span], first: int, last: int) -> list[Span]:
    """A letter's paragraphs without salutation and signature."""
    opening = _SALUTATION.match(text, *spans[first])
    start = opening.end() if opening else spans[first][0]
    body = [(start, spans[first][1]), *spans[first + 1 : last]]
    return [(a, b) for a, b in body if a < b]


def _name(label: re.Match[str]) -> str:
    return _BRACKETS.sub("", label[1]).strip(" .")


def _is_speech(said: str) -> bool:
    """Whether words are any: a table's 'Oduya: 547.' is none."""
    return any(letter.isalpha() for letter in said) and not said.startswith("http")


def _is_signpost(name: str) -> bool:
    return bool(_SIGNPOSTS & set(name.lower().split()))


def _names_somebody(name: str) -> bool:
    """Whether a label is a name or an office: short, its words in capitals, and none that announces a thing."""
    said = name.split()
    if len(said) > 5 or _is_signpost(name) or _PLACING & set(name.lower().split()):
        return False
    if said[0] in ("The", "A") and not is_agent(said[-1].lower()):
        return False
    return all(word[0].isupper() or word in PARTICLES or is_agent(word.lower()) for word in said)
