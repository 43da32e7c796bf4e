"""Puts together what one speaker says over sentences and paragraphs, and reads quotations without a verb.

`"A," she said. "B."` is one quotation with two parts, and so are one that goes on in a paragraph that opens with a
mark before its last paragraph has closed, one behind reported words ('He said it was late. "We go."'), and a bare
quoted paragraph behind words of somebody's: papers mark all of it as one thing said.
"""

from __future__ import annotations

from itertools import takewhile

from bot.analyse.lexicon import words
from bot.analyse.quoting.clauses import Reader, cues_in
from bot.analyse.quoting.found import Found
from bot.analyse.quoting.grammar import DETERMINERS, PREPOSITIONS, is_agent
from bot.analyse.quoting.inverted import subject_after
from bot.analyse.quoting.nounphrases import head_of, phrase_before
from bot.analyse.quoting.scanning import SURE_CLAUSE, SURE_DIRECT
from bot.analyse.quoting.tokens import LONG_QUOTE, Paragraph, Sentence, Token
from bot.analyse.quoting.works import is_title
from bot.shapes import Span

LIKELY_NEXT = 0.86
"A bare quotation right after the paragraph of the same speaker's: papers leave the name out only then."

LIKELY_ON = 0.75
"A bare quotation right after a paragraph that ended on what somebody said, in the reporter's words."

UNSURE_TOPIC = 0.6
"A bare quotation after a sentence about somebody: mostly theirs, and sometimes the one they answer."

SIGNED = 0.85
"A quotation with a dash and a name behind it."

LABELLED = 0.8
"A quotation behind a name and a colon."

UNKNOWN = 0.3

_WRITTEN = words(
    "post statement message email letter note memo tweet text caption social media online page website feed"
)
"What a sentence that ends on a colon announces the words of: 'He was back on social media within the hour:'"

_PICTURED = words("left right centre center pictured above below")

_OPENING = "“\"'‘`«"

_LONGEST_SIGNATURE = 12

_LATEST = 12
"Parts of a quotation that are looked at to see whether it is one."

LONG_UNCLAIMED = 12
"Shorter quotations that nobody is seen to say are mostly terms, slogans and names."


def read_paragraph(text: str, read: Paragraph, voiced: bool = False) -> list[Found]:
    """Every attribution of one paragraph, joined; quotations that nobody claims come last with no speaker.

    `voiced`: the paragraph is somebody's own words, whose "I said" counts.
    """
    found: list[Found] = []
    for index, sentence in enumerate(read.sentences):
        after_bare = found and found[-1].bare and found[-1].topic
        if after_bare and (signed := _signature(sentence.tokens) or _so_said(sentence.tokens)):
            found[-1].speaker, found[-1].topic, found[-1].sure = signed, False, SIGNED
            continue
        if sentence.is_bare_quote:
            _bare(text, sentence, index, found)
            continue
        cues = cues_in(sentence)
        if not cues and not read.stretches:
            continue
        reader = Reader(text, sentence, index, voiced)
        own = reader.read(cues)
        found += own
        if read.stretches and (own or not _more(text, sentence, _before(text, found, index))):
            found += _loose(text, reader, index)
    last = read.stretches[-1] if read.stretches else None
    for item in found:
        item.unclosed = last is not None and not last.closed and item.last_end == last.end
    return found


def announced(text: str, read: Paragraph) -> tuple[bool, Span | None, float]:
    """Whether a paragraph ends on a colon, whose words it announces for the next one, and how surely."""
    if not read.sentences or text[read.end - 1] != ":":
        return False, None, 0.0
    last = read.sentences[-1]
    reader = Reader(text, last, len(read.sentences) - 1)
    reader.read(cues_in(last))
    tells = reader.subject or any(token.low in _WRITTEN for token in last.tokens)
    return True, reader.announced(), SURE_DIRECT if tells else LABELLED


def signature(read: Paragraph) -> Span | None:
    """The name in a paragraph that only signs the quotation above it: '— Anna Ashby, Port Ellery'."""
    tokens = read.sentences[0].tokens if len(read.sentences) == 1 and not read.stretches else []
    return _signature(tokens) if 2 <= len(tokens) <= _LONGEST_SIGNATURE else None


def _bare(text: str, sentence: Sentence, index: int, found: list[Found]) -> None:
    """A sentence that is one quotation: joins what was said right before it, or stands for itself."""
    quoted = sentence.tokens[sentence.quoted[0]]
    if quoted.words < 2 and not found:
        return
    part = (quoted.start, quoted.end)
    before = _before(text, found, index)
    if before is not None:
        before.content.append(part)
        before.sentence = index
        return
    said = [f for f in found[-8:] if f.sentence == index - 1]
    speaker = said[-1].speaker if said else None
    sure = LIKELY_NEXT - 0.1 if speaker else UNSURE_TOPIC
    found.append(Found([part], speaker, None, sure, sentence=index, bare=True, topic=speaker is None))


def _before(text: str, found: list[Found], index: int) -> Found | None:
    """What was said in the sentence before and may go on in this one: somebody's own words at best."""
    said = [f for f in found[-8:] if f.sentence == index - 1]
    if said and (main := principal(text, said)) is not said[-1]:
        return main
    quoting = (f for f in reversed(said) if holds_quotation(text, f))
    reported = (f for f in reversed(said) if f.speaker and f.sure >= SURE_CLAUSE)
    return next(quoting, None) or next(reported, None)


def principal(text: str, said: list[Found]) -> Found:
    """What a sentence said last, or the quotation to which that is only added: '“No,” he said, calling it a trick'."""
    last, before = said[-1], said[-2] if len(said) > 1 else None
    added = before is not None and before.speaker == last.speaker and before.sentence >= last.sentence
    if before is None or not added or last.cue is None or not text[slice(*last.cue)].endswith("ing"):
        return last
    return before if all(text[start] in _OPENING for start, _ in before.content) else last


def _more(text: str, sentence: Sentence, before: Found | None) -> bool:
    """Whether a sentence that opens on a quotation, and has no cue, goes on with the one before; then it joins it."""
    tokens = sentence.tokens
    at = 1 if tokens[0].low in ("but", "and", "so") and len(tokens) > 1 else 0
    if tokens[at].kind != "q" or tokens[at].words < LONG_QUOTE or _signature(tokens[at + 1 :]):
        return False
    if before is None or before.speaker is None or not holds_quotation(text, before):
        return False
    end = next(token.end for token in reversed(tokens) if token.low not in (".", "!", "?"))
    before.content.append((tokens[0].start, end))
    before.sentence += 1
    return True


def holds_quotation(text: str, found: Found) -> bool:
    """Whether an attribution ends on somebody's own words, so that bare words behind it are more of them."""
    if found.topic and not found.bare:
        return False
    parts = found.content[-_LATEST:]
    return any(text[start] in _OPENING for start, _ in parts) or text[found.last_end - 1] in '”"’»'


def _loose(text: str, reader: Reader, index: int) -> list[Found]:
    """Quotations inside a sentence that no cue claimed: 'He left it “in the hands of God”' is his, a title nobody's."""
    found = []
    for at in reader.quoted:
        token = reader.t[at]
        if at in reader.taken or is_title(text, reader.t, at):
            continue
        if token.words < LONG_QUOTE and not (token.words > 1 and _captioned(reader.t, at)):
            continue
        item = _dashed(text, reader.t, at, index) or _labelled(reader.t, at, index) or _governed(reader, at, index)
        if item not in reader.found and (item.speaker or item.topic or token.words >= LONG_UNCLAIMED):
            found.append(item)
    return found


def _labelled(tokens: list[Token], at: int, index: int) -> Found | None:
    """'Anna Ashby: "Q"', with no verb between."""
    if at < 2 or tokens[at - 1].low != ":":
        return None
    name = phrase_before(tokens, at - 2)
    if name is None or not tokens[name[1] - 1].cap or tokens[name[0]].low in DETERMINERS:
        return None
    speaker = (tokens[name[0]].start, tokens[name[1] - 1].end)
    return Found([(tokens[at].start, tokens[at].end)], speaker, None, LABELLED, sentence=index)


def _dashed(text: str, tokens: list[Token], at: int, index: int) -> Found | None:
    """'"Q" — Name' and '"Q": Name' at the end of a sentence, and '"Q" – a boy at the tap' below a picture."""
    span = _signature(tokens[at + 1 : at + 9]) or _captioned(tokens, at)
    return Found([(tokens[at].start, tokens[at].end)], span, None, SIGNED, sentence=index) if span else None


def _signature(tokens: list[Token]) -> Span | None:
    """'— Anna Ashby', '(The Gull)': a dash or a bracket and a name of up to five words."""
    rest = [token for token in tokens if token.low != "."]
    if not rest or rest[0].low.strip("—–-("):
        return None
    if rest[0].low == "(" and (rest[-1].low != ")" or not all(token.cap for token in rest[1:-1])):
        return None
    name = list(takewhile(lambda token: token.cap and token.kind == "w", rest[1:]))
    return (name[0].start, name[-1].end) if 1 <= len(name) <= 5 else None


def _so_said(tokens: list[Token]) -> Span | None:
    """'So said Anna Ashby' behind a quotation."""
    if (
        len(tokens) < 3
        or tokens[0].low not in ("so", "thus")
        or tokens[1].low not in ("said", "says", "wrote", "spoke")
    ):
        return None
    source = subject_after(tokens, 1)
    return (tokens[source[0]].start, tokens[source[1] - 1].end) if source else None


def _captioned(tokens: list[Token], at: int) -> Span | None:
    """Somebody behind a dash or a colon, and no verb, as headlines and captions have it."""
    link = at + 1
    if link + 1 >= len(tokens) or tokens[link].low not in (":", "—", "–", "-", "--"):
        return None
    source = subject_after(tokens, link)
    if source is None:
        return None
    ends = all(token.low == "." for token in tokens[source[1] :])
    head = head_of(tokens, source)
    stands_alone = tokens[link].low != ":" and ends and is_agent(head.low)
    placed = ends or tokens[source[1]].low in PREPOSITIONS or _is_pictured(tokens, source[1])
    named = tokens[link].low == ":" and head.cap and placed
    return (tokens[source[0]].start, tokens[source[1] - 1].end) if stands_alone or named else None


def _is_pictured(tokens: list[Token], comma: int) -> bool:
    """', left' and ', 61' behind a name."""
    if comma + 1 >= len(tokens) or tokens[comma].low != ",":
        return False
    return tokens[comma + 1].low in _PICTURED or tokens[comma + 1].low.isdecimal()


def _governed(reader: Reader, at: int, index: int) -> Found:
    """The subject of the verb before it, if one can be told; else nobody."""
    if found := reader.governed(at):
        return found
    content = [(reader.t[at].start, reader.t[at].end)]
    if at > 1 and reader.t[at - 1].low == ":" and (subject := reader.main_subject(at)):
        speaker = (reader.t[subject[0]].start, reader.t[subject[1] - 1].end)
        return Found(content, speaker, None, LABELLED, sentence=index)
    if at > 1 and reader.t[at].words >= LONG_UNCLAIMED and (guess := reader.likely_doer(at)):
        speaker = (reader.t[guess[0]].start, reader.t[guess[1] - 1].end)
        return Found(content, speaker, None, UNKNOWN, sentence=index, bare=True)
    return Found(content, None, None, UNKNOWN, sentence=index, topic=at == 0 or reader.t[at - 1].low == ":")
