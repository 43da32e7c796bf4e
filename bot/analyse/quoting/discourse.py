"""Keeps whom an article spoke of last, and says whom 'he', 'she', 'they' and 'it' mean at a place.

A pronoun goes to the subject before it; where that is far away or does not fit, to who was named beside it, and else
nobody is meant: no name is better than a wrong one.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from bot.analyse.lexicon import words
from bot.analyse.quoting.cast import Cast
from bot.analyse.quoting.found import Found
from bot.analyse.quoting.grammar import is_agent
from bot.analyse.quoting.people import Member, Who, noun_gender
from bot.analyse.quoting.phrases import head, is_collective, is_plural
from bot.analyse.quoting.sources import Sources
from bot.analyse.quoting.subject_of import last_named, subject_of
from bot.analyse.quoting.tokens import Paragraph, Sentence
from bot.shapes import Span

_FORGOTTEN = 4
"After this many sentences about others a pronoun is no longer read as the person spoken of before."

_FORGOTTEN_APART = 10
APART = 0.84
"'He' means the last man spoken of even over what a woman said in between, if less surely."

_FADING = 0.06
"What a pronoun's reading loses for each sentence between it and the person it means."

BESIDE_SUBJECT = 0.75
"'She' for the woman named last, though no sentence was about her; and for one who is named only behind it."

INSIDE = 0.82
"'He', for the man named before it in the same quotation."

_MET = 30
"Characters between 'I' and whom it asked, met or rang."

_NEAR, _BEHIND = 400, 160
"Characters before and behind a pronoun in which such a name stands."

PRONOUNS = {
    "he": "he", "his": "he", "him": "he", "she": "she", "her": "she", "hers": "she",
    "they": "they", "their": "they", "it": "it", "its": "it",
}  # fmt: skip


_ONE = words("a an one the his her their its our my another")


@dataclass
class Topic:
    """Somebody spoken of, where, and in which sentence."""

    who: Who
    span: Span
    at: int

    @property
    def gender(self) -> str:
        """'he' or 'she' as far as known."""
        return self.who.member.gender if self.who.member else noun_gender(self.who.name)


class Discourse:
    """Whom one article spoke of last, as it is read sentence by sentence."""

    def __init__(self, text: str, cast: Cast, sources: Sources) -> None:
        self.text = text
        self.cast = cast
        self.sources = sources
        self._he: Topic | None = None
        self._last_of: dict[str, Topic] = {}
        "the last man and the last woman spoken of, as far as names and titles tell"
        self._named_last: Member | None = None
        self._named_at = 0
        "who was named last, outside quotations, and in which sentence"
        self._lately: deque[Topic] = deque(maxlen=6)
        self._they: Topic | None = None
        self._it: Topic | None = None
        self._sentence = 0
        "number of the sentence being read"

    def within(self, sentences: int) -> list[Who]:
        """The people spoken of in so many sentences up to this one, each once, the last one last."""
        recent = [topic.who for topic in self._lately if self._age(topic) <= sentences]
        return list({who.name: who for who in reversed(recent)}.values())[::-1]

    @property
    def named_last(self) -> Member | None:
        """Who was named last, in this sentence or the one before, outside quotations."""
        return self._named_last if self._sentence - self._named_at <= 1 else None

    @property
    def latest(self) -> Topic | None:
        """The person spoken of in this sentence or the one before."""
        return self._he if self._he is not None and self._age(self._he) <= 1 else None

    @property
    def body(self) -> Topic | None:
        """The institution spoken of in the last few sentences, or what may be one."""
        return self._it if self._it is not None and self._age(self._it) <= _FORGOTTEN else None

    def meant(self, low: str, span: Span, inside: Span | None = None) -> tuple[Who | None, float]:
        """Whom 'he', 'her', 'they' or 'it' means at a place, and how surely; `inside` is the quotation it stands in."""
        pronoun = PRONOUNS[low]
        if inside and (named := self._named_inside(pronoun, inside[0], span[0])):
            return named, INSIDE
        if pronoun in ("he", "she"):
            return self._person(pronoun, span)
        topic = self._they if pronoun == "they" else self._it
        if inside and topic:
            return topic.who, INSIDE - 0.2
        if topic is None or self._age(topic) > _FORGOTTEN:
            return None, 1.0
        return topic.who, 0.95 - _FADING * self._age(topic)

    def heard(self, who: Who, span: Span) -> None:
        """Somebody spoke: the next pronoun means them."""
        topic = Topic(who, span, self._sentence)
        low = self.text[span[0] : span[1]].lower()
        if is_lone(who):
            self._it = topic  # 'Kalvik' may as well be a firm
        if low.endswith(", which"):
            self._it = topic
        elif who.kind == "person" or is_lone(who) or (who.kind == "unnamed" and _is_one(low)):
            self._set_person(topic)
        elif (who.kind == "unnamed" and not is_collective(low)) or low == "they":
            self._they = topic
        else:
            self._it = topic
            self._they = self._they if self._they and self._age(self._they) <= 1 else topic

    def went_on(self, sentence: Sentence, read: Paragraph, mine: list[Found]) -> None:
        """After a sentence: whoever was its subject is whom the next pronoun means."""
        self._sentence += 1
        if last := last_named(sentence, read, self.cast):
            self._named_last, self._named_at = last.member, self._sentence
        if sentence.tokens[0].low in ("i", "we") and (asked := self._met(sentence, read)):
            self.heard(*asked)  # 'I asked Anna Ashby, who came third, whether'
            return
        if mine:
            self._still_spoken_of({item.speaker for item in mine if item.speaker})
            if any(item.speaker and not item.topic for item in mine) and self._he and self._age(self._he) == 0:
                return
        if sentence.tokens[0].low in ("he", "she"):
            self._goes_on(sentence.tokens[0].low)
            return
        subject = subject_of(self.text, sentence, read, self.cast)
        if subject is None:
            return
        who = self.sources.who(*subject)
        if who is not None and (who.kind != "unnamed" or self.text[subject[0]].isupper()):
            self.heard(who, subject)

    def _met(self, sentence: Sentence, read: Paragraph) -> tuple[Who, Span] | None:
        """Whom the reporter says to have met: named right behind the verb."""
        subject = subject_of(self.text, sentence, read, self.cast)
        who = self.sources.who(*subject) if subject and subject[0] - sentence.start < _MET else None
        return (who, subject) if who and subject and who.kind == "person" else None

    def _still_spoken_of(self, speakers: set[Span]) -> None:
        """Who spoke in the sentence just read has not grown older by it."""
        topics = (self._he, self._they, self._it, *self._last_of.values())
        for topic in {id(topic): topic for topic in topics if topic}.values():
            if topic.span in speakers:
                topic.at += 1

    def _age(self, topic: Topic) -> int:
        """How many sentences ago somebody was spoken of."""
        return self._sentence - topic.at

    def _goes_on(self, low: str) -> None:
        """'He has the microphone.' speaks of the same man once more."""
        if self._he is not None and self._age(self._he) <= _FORGOTTEN and self._he.gender in ("", low):
            self._he.at = self._sentence
        elif low in self._last_of:
            self._he = self._last_of[low]
            self._he.at = self._sentence

    def _person(self, low: str, span: Span) -> tuple[Who | None, float]:
        topic = self._he
        if topic is not None and self._age(topic) <= _FORGOTTEN and topic.gender in ("", low):
            sure = 0.97 - _FADING * self._age(topic)
            if topic.who.member and not self._is_open(topic, low):
                topic.who.member.gender = low
            return topic.who, min(sure, APART) if self._is_open(topic, low) else sure
        other = self._last_of.get(low)
        if other is not None and self._age(other) <= _FORGOTTEN_APART:
            return other.who, APART - _FADING / 2 * self._age(other)
        beside = self._beside(low, span)
        if beside is None and topic is not None and self._age(topic) <= 1 and topic.who.member:
            beside = topic.who.member if topic.who.member.is_guessed else None
        return (Who(beside.full, "person", 1.0, beside), BESIDE_SUBJECT) if beside else (None, 1.0)

    def _named_inside(self, low: str, start: int, end: int) -> Who | None:
        """Whom somebody names in their own words before they say 'he'."""
        fitting = [m.member for m in self.cast.between(start, end) if m.member.gender in ("", low)]
        return Who(fitting[-1].full, "person", INSIDE, fitting[-1]) if fitting and low in ("he", "she") else None

    def _beside(self, low: str, span: Span) -> Member | None:
        """Who is named last before a pronoun, or right behind it where nobody was: 'As she left, Anna Ashby said'."""
        before = self.cast.between(span[0] - _NEAR, span[0])
        behind = self.cast.between(span[1], span[1] + _BEHIND)
        nearest = [mention.member for mention in (*reversed(before), *behind[:1])]
        known = [member for member in nearest if member.gender == low]
        open_ = [member for member in nearest if not member.gender]
        return next(iter(known or open_), None)

    def _is_open(self, topic: Topic, low: str) -> bool:
        """Whether 'he' may as well be another: nothing tells that this one is a man, and a man was spoken of lately."""
        other = self._last_of.get(low)
        return topic.gender != low and other is not None and other.who != topic.who and self._age(other) <= _FORGOTTEN

    def _set_person(self, topic: Topic) -> None:
        self._he = topic
        self._lately.append(topic)
        if topic.gender:
            self._last_of[topic.gender] = topic


def is_lone(who: Who) -> bool:
    """'Oksa', whom the article never explains."""
    return who.kind == "unnamed" and who.name.istitle() and who.name.isalpha()


def _is_one(low: str) -> bool:
    """Whether a description is of one person: 'a senior official'; not 'the army'."""
    noun = head(low.split())
    is_single = low.split()[0] in _ONE and not is_plural(noun)
    return is_single and not is_collective(low) and (is_agent(noun) or low.startswith("another"))
