"""Walks an article's attributions in order and says who is meant by each source: names, roles and pronouns.

Keeps whom the text spoke of last. A pronoun goes to the subject before it; where that is far away or does not fit,
nobody is named: no name is better than a wrong one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from dataclasses import dataclass

from bot.analyse.quoting.cast import Cast
from bot.analyse.quoting.echoes import echoes
from bot.analyse.quoting.found import Found
from bot.analyse.quoting.grammar import PREPOSITIONS, is_agent
from bot.analyse.quoting.joining import LIKELY_NEXT, LIKELY_ON, SIGNED, announced, holds_quotation, signature
from bot.analyse.quoting.marks import stretches
from bot.analyse.quoting.outlets import is_outlet, is_printed, outlet_name, own, told_outlet
from bot.analyse.quoting.people import Mention, Who
from bot.analyse.quoting.tokens import Paragraph, words_in
from bot.shapes import Quote, QuoteKind, Span

_FORGOTTEN = 4
"After this many sentences about others a pronoun is no longer read as the person spoken of before."

_FORGOTTEN_APART = 10
APART = 0.84
"'He' means the last man spoken of even over what a woman said in between, if less surely."

_FADING = 0.06
"What a pronoun's reading loses for each sentence between it and the person it means."

_NEAR_END = 40
"Characters at a paragraph's end behind which what was said last is no longer what the next paragraph goes on with."

_ROLE = re.compile(r"(The (?:[\w-]{1,20} ){0,2}?([a-z-]{3,20}))(?= )")
"A sentence that begins with somebody's office: 'The superintendent spoke for longer.'"


@dataclass
class _Topic:
    who: Who
    span: Span
    age: int = 0


class Naming:
    """Names the speakers of one article, paragraph by paragraph."""

    def __init__(self, text: str, outlet: str | None) -> None:
        self.text = text
        self.outlet = outlet
        self.cast = Cast(text)
        self._quotes: list[Quote] = []
        self._media: dict[str, list[str]] = {}
        self._he: _Topic | None = None
        self._last_of: dict[str, _Topic] = {}
        "the last man and the last woman spoken of, as far as names and titles tell"
        self._they: _Topic | None = None
        self._it: _Topic | None = None
        self._last: Found | None = None
        "the attribution that ended the paragraph before, where that was a quotation"
        self._last_quote: int | None = None
        self._more: dict[int, list[Span]] = {}
        "index of a quote -> its parts in later paragraphs"
        self._index_of: dict[int, int] = {}
        self._reported: Span | None = None
        "whose words, in the reporter's, ended the paragraph before"
        self._colon = False
        self._announced_sure = 0.0
        self._announced: Span | None = None
        "whose words the paragraph before announced with a colon"
        self._continued: int | None = None
        self._open: int | None = None
        "index of the quote whose quotation has not been closed"

    def quotes(self) -> tuple[Quote, ...]:
        """All that was found, in the order of the text."""
        whole = [self._whole(index) for index in range(len(self._quotes))]
        found = echoes(self.text, whole)
        return tuple(sorted(found, key=lambda quote: (quote.content[0], quote.cue or (0, 0))))

    def _whole(self, index: int) -> Quote:
        """A quote with its parts in later paragraphs."""
        quote, more = self._quotes[index], self._more.get(index)
        return quote.model_copy(update={"content": (*quote.content, *more)}) if more else quote

    def take(self, read: Paragraph, found: list[Found]) -> None:
        """Names the speakers of one paragraph's attributions."""
        if self._sign(signature(read)):
            return
        opens = bool(read.stretches) and read.stretches[0].start <= read.start + 1
        if self._open is not None and opens and found and found[0].content[0][0] == read.stretches[0].start:
            found = self._continue(found)
        self._open, self._continued = self._continued, None
        quoted = [stretch.start for stretch in read.stretches]
        waiting = deque(found)
        for sentence in read.sentences:
            mine = []
            while waiting and (waiting[0].cue or waiting[0].content[0])[0] < sentence.end:
                mine.append(waiting.popleft())
                self._name(mine[-1], sentence is read.sentences[0])
            self._spoke_of(sentence.start, sentence.end, read, quoted, mine)
        for item in waiting:
            self._name(item, False)
        self._last_quote = (
            self._index_of.get(id(found[-1]), self._last_quote if self._last is not None else None) if found else None
        )
        self._index_of = {}
        self._colon, self._announced, self._announced_sure = announced(self.text, read)
        self._reported = found[-1].speaker if found and found[-1].last_end >= read.end - _NEAR_END else None
        self._last = (
            found[-1]
            if found and holds_quotation(self.text, found[-1]) and found[-1].last_end >= read.end - 220
            else None
        )

    def _sign(self, name: Span | None) -> bool:
        """'— Anna Ashby' below a quotation that nobody was seen to say."""
        if name is None or self._last is None or not self._last.bare or self._last_quote is None:
            return False
        who = self.cast.who(*name)
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
        self._continued = self._open if first.unclosed else None
        return found[1:]

    def _name(self, item: Found, is_first: bool) -> None:
        if item.topic and is_first and self._joins_last(item):
            return
        if item.topic:
            self._from_topic(item, is_first)
        who, sure = self._who(item.speaker) if item.speaker else (None, 1.0)
        via = self._via(item)
        confidence = item.sure * sure if who else min(item.sure, 0.45)
        quote = Quote(
            content=tuple(item.content),
            speaker=item.speaker,
            cue=item.cue,
            name=who.name if who else None,
            kind=kind(self.text, item.content),
            via=via,
            confidence=round(confidence, 2),
            named=who.kind if who else "unnamed",
        )
        self._quotes.append(quote)
        self._index_of[id(item)] = len(self._quotes) - 1
        if item.unclosed:
            self._open = len(self._quotes) - 1
        if who and item.speaker and not item.bare:
            self._remember(who, item.speaker)

    def _joins_last(self, item: Found) -> bool:
        """A bare quoted paragraph goes on with the quotation that the paragraph before ended on."""
        if self._colon or self._last is None or self._last_quote is None:
            return False
        self._more.setdefault(self._last_quote, []).extend(item.content)
        if item.unclosed:
            self._open = self._last_quote
        return True

    def _from_topic(self, item: Found, is_first: bool) -> None:
        """A quotation without a source of its own: the last paragraph's speaker, or whom the text is about."""
        if self._colon and is_first:
            item.speaker, item.sure = self._announced, self._announced_sure
        elif self._last is not None and self._last.speaker and is_first:
            item.speaker, item.sure = self._last.speaker, LIKELY_NEXT
        elif self._reported is not None and is_first:
            item.speaker, item.sure = self._reported, LIKELY_ON
        elif self._he is not None and self._he.age <= 1 and not is_first:
            item.speaker = self._he.span

    def _who(self, span: Span) -> tuple[Who | None, float]:
        low = self.text[span[0] : span[1]].lower().replace("’", "'").split("'")[0]
        if low in ("he", "she"):
            return self._pronoun(low, span)
        if low in ("they", "it"):
            topic = self._they if low == "they" else self._it
            return (topic.who, 0.95 - _FADING * topic.age) if topic and topic.age <= _FORGOTTEN else (None, 1.0)
        who = self.cast.who(*span)
        return who, who.sure if who else 1.0

    def _pronoun(self, low: str, span: Span) -> tuple[Who | None, float]:
        topic = self._he
        if topic is not None and topic.age <= _FORGOTTEN:
            member = topic.who.member
            if member is None or member.may_be(low):
                sure = 0.97 - _FADING * topic.age
                return topic.who, min(sure, APART) if self._is_open(topic, low) else sure
        other = self._last_of.get(low)
        if other is None or other.age > _FORGOTTEN_APART:
            return None, 1.0
        return other.who, APART - _FADING / 2 * other.age

    def _is_open(self, topic: _Topic, low: str) -> bool:
        """Whether 'he' may as well be another: nothing tells that this one is a man, and a man was spoken of lately."""
        other = self._last_of.get(low)
        known = topic.who.member is not None and topic.who.member.gender == low
        return not known and other is not None and other.who != topic.who and other.age <= _FORGOTTEN

    def _via(self, item: Found) -> str | None:
        """By whom words came here: who reports them, or the medium they were told; the report's own outlet is none."""
        told = told_outlet(self.text, item.cue[1], item.lemma == "tell") if item.cue and not item.via else None
        span = item.via or told
        if span is None:
            return None
        phrase = self.text[span[0] : span[1]]
        if told or is_outlet(phrase):
            name = self._outlet(phrase)
            return None if own(name, self.outlet) else name
        who = self.cast.who(*span)
        return who.name if who else phrase

    def _outlet(self, phrase: str) -> str:
        """A medium by its own name, 'the Post' by that of the paper named before."""
        name = outlet_name(phrase)
        if " " not in name and not name.isupper():
            name = next(iter(self._outlets(name)), name)
        return f"The {name}" if is_printed(name) else name

    def _outlets(self, last: str) -> list[str]:
        """The fuller names the article has for a medium called by its last word."""
        if last not in self._media:
            self._media[last] = self._fuller(last)
        return self._media[last]

    def _fuller(self, last: str) -> list[str]:
        found: list[str] = []
        at = self.text.find(" " + last)
        while at > 0 and len(found) < 3:
            before = self.text[max(0, at - 40) : at].split(" ")
            if before[-1][:1].isupper() and before[-1].lower() not in ("the",):
                front = [before[-1]]
                if len(before) > 1 and before[-2] in ("New", "Los", "South", "North", "Daily", "Wall"):
                    front.insert(0, before[-2])
                found.append(" ".join([*front, last]))
            at = self.text.find(" " + last, at + 1)
        return found

    def _remember(self, who: Who, span: Span) -> None:
        topic = _Topic(who, span)
        low = self.text[span[0] : span[1]].lower()
        alone = who.kind == "unnamed" and who.name.istitle() and who.name.isalpha()  # 'Oksa', never explained
        if who.kind == "person" or alone or (who.kind == "unnamed" and _is_one(low)):
            self._set_person(topic)
        elif who.kind == "unnamed" or low == "they":
            self._they = topic
        else:
            self._it = topic
            self._they = self._they if self._they and self._they.age <= 1 else topic

    def _spoke_of(self, start: int, end: int, read: Paragraph, quoted: list[int], mine: list[Found]) -> None:
        """After a sentence: whoever was its subject is whom the next pronoun means."""
        topics = {id(t): t for t in (self._he, self._they, self._it, *self._last_of.values()) if t is not None}
        for topic in topics.values():
            if not any(item.speaker == topic.span for item in mine):
                topic.age += 1
        if any(item.speaker and not item.topic for item in mine) and self._he and self._he.age == 0:
            return
        role = _ROLE.match(self.text, start, end)
        described = self.cast.who(role.start(), role.end(1)) if role and is_agent(role.group(2).lower()) else None
        if role and described and described.member:
            self._set_person(_Topic(described, (role.start(), role.end(1))))
            return
        subject = self._subject_mention(start, end, read, quoted)
        if subject is not None:
            who = Who(subject.member.full, "person", 0.95, subject.member)
            self._set_person(_Topic(who, (subject.start, subject.end)))

    def _set_person(self, topic: _Topic) -> None:
        self._he = topic
        if topic.who.member is not None and topic.who.member.gender:
            self._last_of[topic.who.member.gender] = topic

    def _subject_mention(self, start: int, end: int, read: Paragraph, starts: list[int]) -> Mention | None:
        """The first person a sentence names as its subject: outside quotations, behind no preposition."""
        for mention in self.cast.between(start, end):
            at = bisect_right(starts, mention.start) - 1
            quoted = at >= 0 and mention.start < read.stretches[at].end
            before = self.text[max(start, mention.start - 24) : mention.start].lower().split()
            owned = self.text[mention.end : mention.end + 2] in ("'s", "’s")
            if not quoted and not owned and not (before and before[-1] in PREPOSITIONS):
                return mention
        return None


def kind(text: str, content: list[Span]) -> QuoteKind:
    """direct: nothing but quoted words; mixed: some of them quoted; indirect: none."""
    quoted = inside = 0
    for start, end in content:
        found = stretches(text, start, end)
        inside += sum(words_in(text[s.start : s.end]) for s in found)
        quoted += words_in(text[start:end]) if found or inside else 1
    if not inside:
        return "indirect"
    return "direct" if inside == quoted else "mixed"


def _is_one(low: str) -> bool:
    """Whether a description is of one person: 'a senior official'."""
    return low.split()[0] in ("a", "an", "one", "the", "his", "her", "another") and not low.endswith("s")
