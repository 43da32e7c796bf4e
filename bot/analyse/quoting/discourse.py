"""Keeps whom an article spoke of last, and says whom 'he', 'she', 'they' and 'it' mean at a place.

A pronoun goes to the subject before it; where that is far away or does not fit, nobody is meant: no name is better
than a wrong one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from bot.analyse.quoting.cast import Cast
from bot.analyse.quoting.found import Found
from bot.analyse.quoting.grammar import PREPOSITIONS, is_agent
from bot.analyse.quoting.people import Mention, Who
from bot.analyse.quoting.sources import Sources
from bot.analyse.quoting.tokens import Paragraph
from bot.shapes import Span

_FORGOTTEN = 4
"After this many sentences about others a pronoun is no longer read as the person spoken of before."

_FORGOTTEN_APART = 10
APART = 0.84
"'He' means the last man spoken of even over what a woman said in between, if less surely."

_FADING = 0.06
"What a pronoun's reading loses for each sentence between it and the person it means."

_ROLE = re.compile(r"(The (?:[\w-]{1,20} ){0,2}?([a-z-]{3,20}))(?= )")
"A sentence that begins with somebody's office: 'The superintendent spoke for longer.'"


@dataclass
class Topic:
    """Somebody spoken of, where, and in which sentence."""

    who: Who
    span: Span
    at: int


class Discourse:
    """Whom one article spoke of last, as it is read sentence by sentence."""

    def __init__(self, text: str, cast: Cast, sources: Sources) -> None:
        self.text = text
        self.cast = cast
        self.sources = sources
        self._he: Topic | None = None
        self._last_of: dict[str, Topic] = {}
        "the last man and the last woman spoken of, as far as names and titles tell"
        self._they: Topic | None = None
        self._it: Topic | None = None
        self._sentence = 0
        "number of the sentence being read"

    @property
    def latest(self) -> Topic | None:
        """The person spoken of in this sentence or the one before."""
        return self._he if self._he is not None and self._age(self._he) <= 1 else None

    def meant(self, low: str) -> tuple[Who | None, float]:
        """Whom 'he', 'she', 'they' or 'it' means here, and how surely."""
        if low in ("he", "she"):
            return self._person(low)
        topic = self._they if low == "they" else self._it
        if topic is None or self._age(topic) > _FORGOTTEN:
            return None, 1.0
        return topic.who, 0.95 - _FADING * self._age(topic)

    def heard(self, who: Who, span: Span) -> None:
        """Somebody spoke: the next pronoun means them."""
        topic = Topic(who, span, self._sentence)
        low = self.text[span[0] : span[1]].lower()
        alone = who.kind == "unnamed" and who.name.istitle() and who.name.isalpha()  # 'Oksa', never explained
        if who.kind == "person" or alone or (who.kind == "unnamed" and _is_one(low)):
            self._set_person(topic)
        elif who.kind == "unnamed" or low == "they":
            self._they = topic
        else:
            self._it = topic
            self._they = self._they if self._they and self._age(self._they) <= 1 else topic

    def went_on(self, sentence: Span, read: Paragraph, quoted: list[int], mine: list[Found]) -> None:
        """After a sentence: whoever was its subject is whom the next pronoun means."""
        self._sentence += 1
        self._still_spoken_of({item.speaker for item in mine if item.speaker})
        if any(item.speaker and not item.topic for item in mine) and self._he and self._age(self._he) == 0:
            return
        subject = self._by_office(*sentence) or self._by_name(*sentence, read, quoted)
        if subject is not None:
            self._set_person(subject)

    def _still_spoken_of(self, speakers: set[Span]) -> None:
        """Who spoke in the sentence just read has not grown older by it."""
        topics = (self._he, self._they, self._it, *self._last_of.values()) if speakers else ()
        for topic in {id(topic): topic for topic in topics if topic}.values():
            if topic.span in speakers:
                topic.at += 1

    def _age(self, topic: Topic) -> int:
        """How many sentences ago somebody was spoken of."""
        return self._sentence - topic.at

    def _person(self, low: str) -> tuple[Who | None, float]:
        topic = self._he
        if topic is not None and self._age(topic) <= _FORGOTTEN:
            member = topic.who.member
            if member is None or member.may_be(low):
                sure = 0.97 - _FADING * self._age(topic)
                return topic.who, min(sure, APART) if self._is_open(topic, low) else sure
        other = self._last_of.get(low)
        if other is None or self._age(other) > _FORGOTTEN_APART:
            return None, 1.0
        return other.who, APART - _FADING / 2 * self._age(other)

    def _is_open(self, topic: Topic, low: str) -> bool:
        """Whether 'he' may as well be another: nothing tells that this one is a man, and a man was spoken of lately."""
        other = self._last_of.get(low)
        known = topic.who.member is not None and topic.who.member.gender == low
        return not known and other is not None and other.who != topic.who and self._age(other) <= _FORGOTTEN

    def _set_person(self, topic: Topic) -> None:
        self._he = topic
        if topic.who.member is not None and topic.who.member.gender:
            self._last_of[topic.who.member.gender] = topic

    def _by_office(self, start: int, end: int) -> Topic | None:
        role = _ROLE.match(self.text, start, end)
        if role is None or not is_agent(role.group(2).lower()):
            return None
        described = self.sources.who(*role.span(1))
        return Topic(described, role.span(1), self._sentence) if described and described.member else None

    def _by_name(self, start: int, end: int, read: Paragraph, quoted: list[int]) -> Topic | None:
        subject = self._subject(start, end, read, quoted)
        if subject is None:
            return None
        who = Who(subject.member.full, "person", 0.95, subject.member)
        return Topic(who, (subject.start, subject.end), self._sentence)

    def _subject(self, start: int, end: int, read: Paragraph, quoted: list[int]) -> Mention | None:
        """The first person a sentence names as its subject: outside quotations, behind no preposition."""
        for mention in self.cast.between(start, end):
            at = bisect_right(quoted, mention.start) - 1
            inside = at >= 0 and mention.start < read.stretches[at].end
            before = self.text[max(start, mention.start - 24) : mention.start].lower().split()
            owned = self.text[mention.end : mention.end + 2] in ("'s", "’s")
            if not inside and not owned and not (before and before[-1] in PREPOSITIONS):
                return mention
        return None


def _is_one(low: str) -> bool:
    """Whether a description is of one person: 'a senior official'."""
    return low.split()[0] in ("a", "an", "one", "the", "his", "her", "another") and not low.endswith("s")
