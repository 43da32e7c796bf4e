"""Walks an article's attributions in order: who is meant by each source, and which quotations go on over paragraphs."""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from operator import attrgetter

from bot.analyse.quoting.cast import Cast
from bot.analyse.quoting.descriptions import Descriptions
from bot.analyse.quoting.discourse import PRONOUNS, Discourse
from bot.analyse.quoting.echoes import echoes
from bot.analyse.quoting.found import Found, Turn
from bot.analyse.quoting.joining import LIKELY_NEXT, LIKELY_ON, SIGNED, announced, holds_quotation, principal, signature
from bot.analyse.quoting.marks import Stretch, stretches
from bot.analyse.quoting.people import Who
from bot.analyse.quoting.phrases import may_speak
from bot.analyse.quoting.scanning import SURE_CLAUSE, SURE_DIRECT
from bot.analyse.quoting.secondhand import SecondHand
from bot.analyse.quoting.sources import Sources
from bot.analyse.quoting.telling import told_apart
from bot.analyse.quoting.tokens import Paragraph, holds_word
from bot.analyse.quoting.voices import FIRST_PERSON, voices
from bot.shapes import Quote, QuoteKind, Span

LIKELY_FRESH = 0.7
"A bare quotation in a paragraph of its own, behind a paragraph that is about somebody: 'Ashby took the longer view.'"

_UNNAMED = 0.84
"Who is not named is at most likely: on the gold one phrase in five for somebody was taken too short or for another."

_NEAR_END = 40
"Characters at a paragraph's end behind which what was said last is no longer what the next paragraph goes on with."


class Naming:
    """Names the speakers of one article, paragraph by paragraph."""

    def __init__(self, text: str, outlet: str | None) -> None:
        self.text = text
        self.cast = Cast(text)
        self._sources = Sources(text, self.cast)
        self._spoken_of = Discourse(text, self.cast, self._sources)
        self._descriptions = Descriptions(text, self.cast, self._spoken_of)
        self._second_hand = SecondHand(text, outlet, self._sources)
        self._quotes: list[Quote] = []
        self._last: Found | None = None
        "the attribution that ended the paragraph before, where that was a quotation"
        self._last_quote: int | None = None
        self._more: dict[int, list[Span]] = {}
        "index of a quote -> its parts in later paragraphs"
        self._speaker_of: dict[int, Who | None] = {}
        self._index_of: dict[int, int] = {}
        self._reported: Span | None = None
        "whose words, in the reporter's, ended the paragraph before"
        self._colon = False
        self._announced_sure = 0.0
        self._announced: Span | None = None
        "whose words the paragraph before announced with a colon"
        self._continued: int | None = None
        self._quoted: list[Stretch] = []
        "the quotations of the paragraph being read"
        self._voice: Who | None = None
        "whose words the present paragraph is, as a whole: who 'I' means in it"
        self._open: int | None = None
        "index of the quote whose quotation has not been closed"

    def quotes(self) -> tuple[Quote, ...]:
        """All that was found, in the order of the text."""
        whole = [self._whole(index) for index in range(len(self._quotes))]
        found = echoes(self.text, voices(self.text, whole, self._descriptions.relative_of))
        return tuple(sorted(found, key=lambda quote: (quote.content[0], quote.cue or (0, 0))))

    def _whole(self, index: int) -> Quote:
        """A quote with its parts in later paragraphs."""
        quote, more = self._quotes[index], self._more.get(index)
        return quote.model_copy(update={"content": (*quote.content, *more)}) if more else quote

    def introduced(self, span: Span) -> Turn | None:
        """A paragraph without marks as the words of whom the paragraph before announced: 'Poe hit back online:'."""
        told = self._colon and self._announced_sure == SURE_DIRECT
        if not told or self._announced is None or not _is_statement(self.text[slice(*span)]):
            return None
        return Turn([span], self._announced, None, LIKELY_ON)

    def hear(self, turn: Turn) -> None:
        """Takes words whose speaker the layout tells; until `fall_silent` 'I' means them."""
        who, sure = self._who(turn.named or turn.speaker)
        if turn.is_answer and (asked := self.cast.first()):
            who, sure = asked, asked.sure
        item = Found(turn.content, turn.speaker, turn.cue, turn.sure, verbatim=turn.verbatim)
        self._quotes.append(self._quote(item, who, sure))
        self._voice = who

    def fall_silent(self) -> None:
        """The words of the last turn are over."""
        self._voice = self._last = None

    def take(self, read: Paragraph, found: list[Found]) -> None:
        """Names the speakers of one paragraph's attributions."""
        if self._sign(signature(read)):
            return
        opens = bool(read.stretches) and read.stretches[0].start <= read.start + 1
        if self._open is not None and opens and found and found[0].content[0][0] == read.stretches[0].start:
            found = self._continue(found)
        self._open, self._continued = self._continued, None
        self._quoted = read.stretches
        waiting = deque(found)
        for sentence in read.sentences:
            mine = []
            while waiting and (waiting[0].cue or waiting[0].content[0])[0] < sentence.end:
                mine.append(waiting.popleft())
                self._name(mine[-1], sentence is read.sentences[0])
            self._spoken_of.went_on(sentence, read, mine)
        for item in waiting:
            self._name(item, False)
        last = principal(self.text, found) if found else None
        before = self._last_quote if self._last is not None else None
        self._last_quote = self._index_of.get(id(last), before) if last else None
        self._index_of = {}
        self._colon, self._announced, self._announced_sure = announced(self.text, read)
        is_last = bool(found) and found[-1].sentence == len(read.sentences) - 1
        self._reported = found[-1].speaker if is_last and found[-1].last_end >= read.end - _NEAR_END else None
        self._last = last if last and self._goes_on(last, read) else None

    def _goes_on(self, item: Found, read: Paragraph) -> bool:
        """Whether a bare quotation in the next paragraph is more of what was said last in this one."""
        if item.sentence < len(read.sentences) - 1:
            return False
        said = item.speaker is not None and item.sure >= SURE_CLAUSE and item.last_end >= read.end - _NEAR_END
        return said or holds_quotation(self.text, item)

    def _sign(self, name: Span | None) -> bool:
        """'— Anna Ashby' below a quotation that nobody was seen to say."""
        if name is None or self._last is None or not self._last.bare or self._last_quote is None:
            return False
        who = self._sources.who(*name)
        quote = self._quotes[self._last_quote]
        if who is None:
            return False
        signed = {"speaker": name, "name": who.name, "named": who.kind, "confidence": SIGNED}
        self._quotes[self._last_quote] = quote.model_copy(update=signed)
        self._last = None
        return True

    def _continue(self, found: list[Found]) -> list[Found]:
        """Joins a paragraph that opens with a mark to the quotation the last one left open."""
        first = found[0]
        if first.speaker is not None or self._open is None:
            return found
        self._more.setdefault(self._open, []).extend(first.content)
        self._name_inside(first, self._speaker_of.get(self._open))
        self._continued = self._open if first.unclosed else None
        return found[1:]

    def _name(self, item: Found, is_first: bool) -> None:
        if item.topic and is_first and self._joins_last(item):
            return
        if item.topic:
            self._from_topic(item, is_first)
        who, sure = self._who(item.speaker) if item.speaker else (None, 1.0)
        if who and item.speaker and who.kind == "unnamed":
            who = who._replace(name=told_apart(self.text, who.name, item.speaker, item.cue))
        self._quotes.append(self._quote(item, who, sure))
        self._index_of[id(item)] = len(self._quotes) - 1
        self._speaker_of[len(self._quotes) - 1] = who
        if item.unclosed:
            self._open = self._index_of[id(item)]
        self._name_inside(item, who)
        if who and item.speaker and not item.bare and not self._around(item.speaker):
            self._spoken_of.heard(who, item.speaker)

    def _name_inside(self, item: Found, who: Who | None) -> None:
        """Whom somebody quotes; 'I' in their words is them."""
        voice, self._voice = self._voice, who
        for inner in item.inside:
            whom, sure = self._who(inner.speaker) if inner.speaker else (None, 1.0)
            self._quotes.append(self._quote(inner, whom, sure))
        self._voice = voice

    def _around(self, span: Span) -> Span | None:
        """The quotation a place of the present paragraph stands in."""
        at = bisect_right(self._quoted, span[0], key=attrgetter("start")) - 1
        inside = at >= 0 and self._quoted[at].start < span[0] < self._quoted[at].end
        return (self._quoted[at].start, self._quoted[at].end) if inside else None

    def _quote(self, item: Found, who: Who | None, sure: float) -> Quote:
        confidence = item.sure * sure if who else min(item.sure, 0.45)
        if who and who.kind == "unnamed":
            confidence = min(confidence, _UNNAMED)
        return Quote(
            content=tuple(item.content),
            speaker=item.source,
            cue=item.cue,
            name=who.name if who else None,
            kind="direct" if item.verbatim else kind(self.text, item.content),
            via=self._second_hand.via(item),
            confidence=round(confidence, 2),
            named=who.kind if who else "unnamed",
        )

    def _joins_last(self, item: Found) -> bool:
        """A bare quoted paragraph goes on with the quotation that the paragraph before ended on."""
        if self._colon or self._last is None or self._last_quote is None or self._is_announced(item):
            return False
        self._more.setdefault(self._last_quote, []).extend(item.content)
        self._name_inside(item, self._speaker_of.get(self._last_quote))
        if item.unclosed:
            self._open = self._last_quote
        return True

    def _is_announced(self, item: Found) -> bool:
        """Whether a colon in its own sentence leads to a quotation: 'And on the stairs: “No.”'"""
        start = item.content[0][0]
        return self.text[max(0, start - 2) : start].strip() == ":"

    def _from_topic(self, item: Found, is_first: bool) -> None:
        """A quotation without a source of its own: the last paragraph's speaker, or whom the text is about."""
        if self._colon and is_first:
            item.speaker, item.sure = self._announced, self._announced_sure
        elif self._last is not None and self._last.speaker and is_first:
            item.speaker, item.sure = self._last.speaker, LIKELY_NEXT
        elif self._reported is not None and is_first:
            item.speaker, item.sure = self._reported, LIKELY_ON
        elif self._spoken_of.latest is not None:
            item.speaker = self._spoken_of.latest.span
            item.sure = min(item.sure, LIKELY_FRESH) if is_first else item.sure

    def _who(self, span: Span) -> tuple[Who | None, float]:
        low = self.text[span[0] : span[1]].lower().replace("’", "'").split("'")[0]
        if low in FIRST_PERSON:
            return self._voice, 1.0
        if low in ("you", "your"):
            return None, 1.0
        if low in PRONOUNS:
            return self._spoken_of.meant(low, span, self._around(span))
        owner, _, thing = low.partition(" ")
        if owner in PRONOUNS and thing.isalpha() and not may_speak(thing):
            return self._spoken_of.meant(owner, span, self._around(span))  # 'her message', 'his verdict'
        who = self._descriptions.tied(self._sources.who(*span), span, bool(self._voice or self._around(span)))
        return who, who.sure if who else 1.0


def _is_statement(words: str) -> bool:
    """Whether a paragraph is words somebody may have written, and no list, quotation or line of a table."""
    return words[0].isupper() and words[-1] in ".!?…" and " " in words


def _unopened(text: str, start: int, end: int) -> list[Stretch]:
    """Words that no mark opens, where they end as quoted ones do: 'they can wait.”'"""
    ends = text[end - 1] in "”\"’'»" and text[end - 2] in ",.?!"
    return [Stretch(start, end, True)] if ends else []


def kind(text: str, content: list[Span]) -> QuoteKind:
    """direct: nothing but quoted words; mixed: some of them quoted; indirect: none."""
    quoted = outside = False
    for start, end in content:
        at = start
        for stretch in stretches(text, start, end) or _unopened(text, start, end):
            quoted = quoted or holds_word(text, stretch.start, stretch.end)
            outside = outside or holds_word(text, at, stretch.start)
            at = stretch.end
        outside = outside or holds_word(text, at, end)
    if not quoted:
        return "indirect"
    return "mixed" if outside else "direct"
