"""Finds paragraphs that are somebody's words as a whole, with no verb to say so.

Transcripts and interviews ("NAME: words", "Q: words") and a headline that opens with its source ("Name: words"); posts
and letters are found beside them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from bot.analyse.lexicon import words
from bot.analyse.quoting.found import Turn
from bot.analyse.quoting.grammar import is_agent
from bot.analyse.quoting.posts import letters, posts
from bot.analyse.quoting.runs import is_given
from bot.analyse.quoting.titles import BODIES, PARTICLES, TITLES
from bot.analyse.quoting.verbs import ATTRIBUTING
from bot.shapes import Span

SURE_LABEL, SURE_HEADLINE = 0.9, 0.8
"How sure a layout is that the words are those of whom it names."

_LABEL = re.compile(
    r"(@\w{2,30}|[QA](?:\.? \([^()\n]{1,50}\))?|[^\W\d_a-z][^\n:;,!?“”\"]{0,50}?)"
    r"((?:, [^a-z\n:;!?“”\"]{2,60})?[ ]?:|\.(?<=\b[QA]\.))\s+(?=\S)"
)
"The speaker, then what closes the label: an office in capitals may stand before the colon."

_EXCHANGE = re.compile(r"([QA]\.? \(([^()\n,]{1,40})[^()\n]{0,50}\)):?()\s+(?=\S)")
"'Q. (Anna Ashby, Port Bank) words': who asks and who answers stands in brackets."

_NEXT_LABEL = re.compile(r"[”\"’'»] [^\W\d_a-z][^\n:“”\"‘»]{0,50}: ?[“\"‘'«]")
"Another speaker behind words in marks."

_STAMP = re.compile(r"(?:\d{1,2}[:.]\d{2}(?: ?[apAP]\.?[mM]\.?)?+(?:\s*[—–-])?|\d{1,2}[.)])\s+(?=[^\W\d_]|[“‘\"'])")
_LONGEST_LABEL = 120
_FEWEST_TURNS = 3
"Labels from which on a text is taken for a transcript, whose paragraphs without a label go on with the turn before."

_PERSONAL = re.compile(r"\b(?:I|we|We|you|You|my|My|our|Our|me|us)\b")

_TALK = re.compile(r"\b(?:I|I['’]\w+|[Ww]e|[Yy]ou|[Mm]y|[Oo]ur|[Yy]our|me|us)\b|[?]")
_TALKING = 0.4
"From this share of labelled paragraphs with 'I', 'you' or a question on, people talk; the rest are lists."

_INITIALS = 3
"Letters: 'AA: It is late.'"

_LOOKED_AT = 20
"Places at which a name is looked for."

_BRACKETS = re.compile(r"\s*\(([^()]{1,40})\)\Z")
_SIGNPOSTS = words(
    "photo photos file video watch read more listen update updated breaking note related also see live exclusive "
    "opinion analysis review correction warning spoiler gallery picture pictures image images graphic map poll quiz "
    "source sources story dateline contact tel email summary key points latest result results question answer notice "
    "explainer timeline factbox profile obituary editorial comment transcript score scores date time place where when "
    "who what why how wow boom revealed leaked located column headlines headline notes "
    "roundup recap preview briefs tomorrow today tonight yesterday inside plus coming next monday tuesday "
    "wednesday thursday friday saturday sunday turn subscribe sign join click follow download share sport weather"
)
"Words that announce a thing, not a speaker, before a colon."

_ASKING = words("QUESTION QUESTIONER ANSWER")

_STUDIES = words("poll polls report reports study studies survey sources source")
"What a headline names as its source, though it announces things elsewhere."


_PLACING = words("on in at for to with from about after before as and over under by")
"A name holds none of them: 'Oduya On Boats: ...' is a headline of its own."


def past_stamp(text: str, span: Span) -> Span:
    """A paragraph without the time of day or the number it opens with: '10:15 p.m. — “No,” she said', '1. Ole left'."""
    stamp = _STAMP.match(text, *span) if text[span[0]].isdigit() else None
    return (stamp.end(), span[1]) if stamp else span


def turns(text: str, spans: Sequence[Span]) -> dict[int, Turn]:
    """The turns of an article by the number of each paragraph they cover. Linear in the number of paragraphs."""
    found: dict[int, Turn] = {}
    labels = {number: label for number, span in enumerate(spans) if (label := _label(text, *span))}
    readings = (*_labelled(text, spans, labels), *_headline(text, spans, labels), *posts(text, spans))
    for turn in (*readings, *letters(text, spans)):
        for number in turn.paragraphs:
            found.setdefault(number, turn)
    return found


def _label(text: str, start: int, end: int) -> re.Match[str] | None:
    """The label a paragraph opens with; most show at one look that they have none."""
    if text.find(":", start, start + _LONGEST_LABEL) < 0 and not text.startswith(("Q.", "A."), start):
        return None
    return _EXCHANGE.match(text, start, end) or _LABEL.match(text, start, end)


def _labelled(text: str, spans: Sequence[Span], labels: dict[int, re.Match[str]]) -> Iterator[Turn]:
    """'MS ODUYA (Sarn): words', 'Q: words', and 'Oduya: words' where a name stands so more than once."""
    names = {number: _name(label) for number, label in labels.items()}
    times = Counter(names.values())
    called = _called(text, {labels[n][1]: name for n, name in names.items() if _may_open(name, times)}, times)
    said = {number: text[labels[number].end() : spans[number][1]] for number in names if names[number] in called}
    talked = sum(_TALK.search(words_) is not None for words_ in said.values()) >= _TALKING * len(said)
    opening = [number for number, label in labels.items() if _opens_turn(label, times, called, talked)]
    spoken = [number for number in opening if _is_speech(text[labels[number].end() : spans[number][1]])]
    for number, following in pairwise([*spoken, 0]):
        label = labels[number]
        more = _more(text, spans, labels, range(number + 1, following)) if len(spoken) >= _FEWEST_TURNS else []
        content = [(label.end(), spans[number][1]), *(spans[n] for n in more)]
        cue = label.span(2) if label.re is _LABEL else None
        answers = label[1] in ("A", "A.")
        named = label.span(2) if label.re is _EXCHANGE else None
        yield Turn(content, label.span(1), cue, SURE_LABEL, True, answers, named, [number, *more])


def _more(text: str, spans: Sequence[Span], labels: dict[int, re.Match[str]], between: range) -> list[int]:
    """The paragraphs between two turns in which somebody goes on in the first person."""
    own = takewhile(lambda n: n not in labels and text[spans[n][0]] not in "([", between)
    return [n for n in own if _PERSONAL.search(text, *spans[n])]


def _opens_turn(label: re.Match[str], times: Counter[str], called: dict[str, bool], talked: bool) -> bool:
    """Whether a label says whose words follow: a handle, Q and A, somebody by title, or by name where people talk."""
    name = _name(label)
    if name.startswith("@") or "(@" in label[1]:
        return True
    if name in ("Q", "A"):
        return times["Q"] + times["A"] > 1
    return called.get(name) is True or (name in called and talked)


def _may_open(name: str, times: Counter[str]) -> bool:
    """Whether a label is written as a speaker's: in capitals, or a name that stands so more than once."""
    if name.upper() == name and len(name) > 1:
        return not _is_signpost(name) or (name in _ASKING and times[name] > 1)
    return times[name] > 1 and _names_somebody(name)


def _called(text: str, names: dict[str, str], times: Counter[str]) -> dict[str, bool]:
    """The labels that name somebody: True where a title, an office or a name in capitals says so, False where they may.

    Lists have labels, too, and towns open reports: 'LAST 10 GAMES', 'ARIES (March 21-April 19)', 'KARACHI'.
    """
    found: dict[str, bool] = {}
    for label, name in names.items():
        if any(letter.isdigit() for letter in label):
            continue
        if _is_titled(name):
            found[name] = True
        elif times[name] > 1 or len(name) <= _INITIALS or _is_surname(text, name.split()[-1].title()):
            found[name] = False
    lasts = {name.split()[-1]: sure for name, sure in found.items()}
    kin = {name: lasts[last] for name in names.values() if (last := name.split()[-1]) in lasts}
    return {name: False for name in names.values() if any(found.values())} | kin | found


def _is_titled(name: str) -> bool:
    """'MS S. ODUYA', 'H. LOVEDAY', 'THE SPEAKER', 'RITA COLE': by title, initial, office or given name somebody's."""
    said = [word.strip(".,") for word in name.lower().split()]
    if len(said) > 1 and (said[0] in TITLES or len(said[0]) == 1 or len(said[-1]) == 1):
        return True
    agent = is_agent(said[-1]) or said[-1] in TITLES
    return (agent and said[-1] not in BODIES) or (name.upper() == name and len(said) > 1 and is_given(said[0]))


def _is_surname(text: str, word: str) -> bool:
    """Whether a text has a word behind a given name somewhere: 'Audie Cornish'."""
    return any(is_given(before) for before in re.findall(rf"\b([^\W\d_]+) {re.escape(word)}\b", text)[:_LOOKED_AT])


def _headline(text: str, spans: Sequence[Span], labels: dict[int, re.Match[str]]) -> Iterator[Turn]:
    """'Oduya: Boats must sail on', the first line of a report."""
    label = labels.get(0)
    if label is None or not (_names_somebody(_name(label)) or _name(label).lower() in _STUDIES):
        return
    start, end = label.end(), spans[0][1]
    again = sum(_name(other) == _name(label) for other in labels.values()) > 1
    if again or not _is_known(text, _name(label), end):
        return
    if _NEXT_LABEL.search(text, start, end):
        return  # 'Ashby: “It is lost.” Marsh: “It is not.”' is read as any other paragraph
    inner = text[start:end].rstrip(".")
    if len(inner) > 160 or not (inner[0].isupper() or inner[0] in "‘'“\""):
        return
    inner = inner.split("; ", 1)[0].rstrip(" .")
    if len(inner.split()) > 2:
        yield Turn(
            [(start, start + len(inner))], label.span(1), label.span(2), SURE_HEADLINE, verbatim=False, paragraphs=[0]
        )


def _is_known(text: str, name: str, end: int) -> bool:
    """Whether a headline's label is a source: an office, a body, a study, or a name that the report comes back to."""
    last = name.split()[-1]
    if last.lower() in _STUDIES or is_agent(last.lower()):
        return True
    return text.find(last, end) >= 0 or text.find(last.title(), end) >= 0


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
    if said[0].lower() in ATTRIBUTING:
        return False  # 'Said Ashby: “No.”'
    if said[0] in ("The", "A") and not is_agent(said[-1].lower()):
        return False
    return all(word[0].isupper() or word in PARTICLES or is_agent(word.lower()) for word in said)
