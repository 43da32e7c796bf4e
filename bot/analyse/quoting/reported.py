"""Reported speech: clauses after and before their cue, and 'according to'."""

from __future__ import annotations

from bot.analyse.quoting.grammar import (
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    TIMES,
    is_adverb,
    is_agent,
    looks_past,
)
from bot.analyse.quoting.inverted import named_after, subject_after
from bot.analyse.quoting.nounphrases import Range, head_of
from bot.analyse.quoting.objects import Objects
from bot.analyse.quoting.outlets import is_outlet
from bot.analyse.quoting.scanning import LIKELY_MIND, LIKELY_OBJECT, SURE_CLAUSE, SURE_MIXED, SURE_THAT
from bot.analyse.quoting.verbs import Verb
from bot.analyse.quoting.works import names_something
from bot.shapes import Span

_LOOSE_ENDS = frozenset([",", ";", ":", "-", "—", "–", "--", "and", "but", "while", "to", "which", "as", "when"])
"What may be left over where the next attribution cuts a clause off."

_TELLING = frozenset(["say", "note", "add", "explain", "warn", "argue", "suggest", "report", "insist"])
_SUBORDINATE = frozenset(
    ["as", "if", "when", "while", "given", "after", "because", "although", "though", "since", "until", "plus", "where"]
)
_LEADS_IN = frozenset(["while", "although", "though", "when", "as", "if", "because", "after", "since", "where", "once"])
_SOME = frozenset(["one", "two", "three", "four", "five", "six", "both", "each", "none", "several", "dozens"])
_NAMING = frozenset(["call", "label", "brand", "dub", "describe"])
_BEHIND_NAMES = frozenset(["until", "till", "before", "after", "during", "as", "on", "at"])


class Reported(Objects):
    """Reads the layouts of reported speech."""

    def _clause_after(self, cue: int, subject: Range | None, verbs: tuple[Verb, ...]) -> bool:
        """'S cue (that) clause', 'S cue object', 'S cue to do'."""
        if subject is None or subject[0] > cue:
            return False
        for verb in verbs:
            if verb.kind in ("object", "to") and not self._can_speak(subject):
                continue
            if verb.kind in ("mind", "show") and self._is_said(cue):
                continue  # what he said he hoped is what he said
            start = self._content_start(cue, subject, verb)
            if start is None:
                continue
            if names_something(self.t, start) or names_something(self.t, start + 1):
                return False
            end = self._content_end(cue, subject, start, verb)
            if end - start < 1 or (end - start == 1 and self.t[start].kind != "q" and verb.kind != "object"):
                continue
            if verb.lemma == "call" and all(token.cap and token.kind == "w" for token in self.t[start:end]):
                continue  # 'We called Mr. Poe': by telephone
            parts = [(self.t[start].start, self.t[end - 1].end)]
            lead = self._middle(subject, cue, start) if verb.kind in ("say", "quote", "mind") else None
            self.taken.update(i for i in range(start, end) if self.t[i].kind == "q")
            self._add([lead, *parts] if lead else parts, subject, cue, self._sureness(verb, start, end), verb.lemma)
            return True
        return False

    def _content_end(self, cue: int, subject: Range, start: int, verb: Verb) -> int:
        """Where what a cue reports ends, the stops and conjunctions before that left out."""
        end = self._clause_end(start, verb.kind in ("object", "to"))
        end = self._aside_end(subject, cue, start, end)
        if verb.lemma in _NAMING:
            end = self._behind_name(start, end)
        if self.t[start].low in AUXILIARIES:
            end = next((i for i in range(start + 1, end) if self.t[i].low == ","), end)
        if verb.lemma == "warn" and self.t[start].low == "of":
            end = next((i for i in range(start + 1, end) if self.t[i].low in ("after", "as")), end)
        while end > start and self.t[end - 1].low in _LOOSE_ENDS:
            end -= 1
        return end

    def _behind_name(self, start: int, end: int) -> int:
        """Where 'called it “a gift” | until he saw it' ends: the name is given, and what goes on is the reporter's."""
        for at in range(start + 1, end):
            if self.t[at - 1].kind == "q" and self.t[at].low in _BEHIND_NAMES:
                return at
        return end

    def _aside_end(self, subject: Range, cue: int, start: int, end: int) -> int:
        """Where a clause ends that stands in an aside: 'Poe, who said the dam was safe, | left'."""
        relative = self._relative(subject[1], cue)
        if relative is None and self._opens_as(subject) and self.t[start - 1].low == ",":
            return end  # 'As Poe puts it, | the pier is a bath, and a cold one'
        if relative is None and self._is_subordinate(subject[0]):
            return next((i for i in range(start + 1, end) if self.t[i].low == ","), end)
        if relative is None:
            return end
        opened = self.t[relative - 1].low
        closing = {",": (",",), "—": ("—",), "–": ("–",), "-": ("-",), "--": ("--",), "(": (")",)}.get(opened)
        if closing is None:
            return end
        return next((i for i in range(start + 1, end) if self.t[i].low in closing), end)

    def _is_subordinate(self, index: int) -> bool:
        """Whether the clause whose subject stands here leads in to another: 'While Poe said it was safe, | he left'."""
        before = self.t[index - 1].low if index else ""
        if before not in _LEADS_IN:
            return False
        lead = index - 1
        return lead < 2 or self.t[lead - 1].low in (",", "but", "and", "even", "that")

    def _can_speak(self, subject: Range) -> bool:
        head = head_of(self.t, subject)
        counted = subject[1] - subject[0] > 1 and head.low in _SOME and self.t[subject[0] + 1].low == "of"
        return head.cap or head.low in PRONOUNS or is_agent(head.low) or counted

    def _middle(self, subject: Range, cue: int, start: int) -> Span | None:
        """The first half of 'Such a move, he added, would ...'."""
        if start == 0 or self.t[start - 1].low != ",":
            return None
        return self._lead_in(subject, cue)

    def _sureness(self, verb: Verb, start: int, end: int) -> float:
        quoted = any(token.kind == "q" for token in self.t[start:end])
        if verb.kind in ("object", "to"):
            return SURE_MIXED - 0.05 if quoted else LIKELY_OBJECT
        if verb.kind in ("mind", "show"):
            return LIKELY_MIND + 0.2 if quoted else LIKELY_MIND
        if quoted:
            return SURE_MIXED
        return SURE_THAT if self.t[start].low == "that" else SURE_CLAUSE

    def _clause_before(self, cue: int, subject: Range | None, verbs: tuple[Verb, ...]) -> bool:
        """'clause, S cue.' and 'clause, cue S.'"""
        closed = self._closed_by(cue, subject, verbs)
        if closed is None:
            return False
        subject, comma = closed
        speaker = self._span(subject)
        outlet = is_outlet(self.text[speaker[0] : speaker[1]])
        inner = [found for found in self.found if found.speaker and found.last_end == self.t[comma - 1].end]
        passed_on = self.found if outlet and verbs[0].lemma in ("report", "say", "quote") else inner
        for found in passed_on:  # '"Q," Poe told a meeting, the paper reported': all of it is second-hand
            found.via = found.via or speaker
        if passed_on and passed_on is self.found:
            return True
        self.subject = subject
        start = self._clause_start(comma - 1) if not inner else self._after_lead(0)
        if not inner and not self._is_clause(start, comma):
            return False
        if verbs[0].lemma not in _TELLING and self.t[start].low in _SUBORDINATE:
            return False  # 'When it rained, he repeated his plea': the clause only leads in
        if comma - start < 3 or (inner and outlet):
            return bool(inner)
        self.taken.update(i for i in range(start, comma) if self.t[i].kind == "q")
        self._add([(self.t[start].start, self.t[comma - 1].end)], subject, cue, SURE_CLAUSE, verbs[0].lemma)
        return True

    def _clause_around(self, cue: int, subject: Range | None, verbs: tuple[Verb, ...]) -> bool:
        """'The dam, argues Poe, was never safe.'"""
        says = verbs[0].kind == "say" and verbs[0].form in ("past", "present")
        if subject is not None or not says or cue < 2 or self.t[cue - 1].low != ",":
            return False
        source = subject_after(self.t, cue)
        if source is None or source[1] + 2 > self.end or self.t[source[1]].low != ",":
            return False
        start, rest = self._clause_start(cue - 2), source[1] + 1
        if not self._is_done(rest) or self.t[start].low in PREPOSITIONS:
            return False
        end = self._clause_end(rest)
        self.taken.update(i for i in range(start, end) if self.t[i].kind == "q")
        parts = [(self.t[start].start, self.t[cue - 2].end), (self.t[rest].start, self.t[end - 1].end)]
        self._add(parts, source, cue, SURE_CLAUSE, verbs[0].lemma)
        return True

    def _closed_by(self, cue: int, subject: Range | None, verbs: tuple[Verb, ...]) -> tuple[Range, int] | None:
        """Who closes a clause with the cue, and the comma before that."""
        shows = verbs[0].kind == "show" and subject is not None and self._is_study(subject)
        if not shows and not any(verb.kind in ("say", "quote", "mind") for verb in verbs):
            return None
        comma = cue - 1
        if subject is not None:
            comma = subject[0] - 1 if self._relative(subject[1], cue) is None else 0
        elif cue > 1 and self.t[comma].low == "," and verbs[0].form in ("past", "present"):
            subject = named_after(self.t, subject_after(self.t, cue))
        if subject is None or comma < 1 or self.t[comma].low != ",":
            return None
        adjunct = self._rest_is_adjunct(max(cue + 1, subject[1]))
        return (subject, self._before_description(comma)) if adjunct else None

    def _before_description(self, comma: int) -> int:
        """The comma before what a name is called: 'clause | , a spokeswoman, Anna Richards, said'."""
        for index in range(comma - 2, max(1, comma - 8), -1):
            if self.t[index].low == ",":
                opens = self.t[index + 1].low in DETERMINERS
                return index if opens and is_agent(self.t[comma - 1].low) else comma
        return comma

    def _is_clause(self, start: int, end: int) -> bool:
        """Whether words are more than a phrase of time or place that only leads in."""
        first = self.t[start].low
        if first in ("asked", "pressed", "told"):
            return False
        leads_in = first in PREPOSITIONS or first in TIMES or is_adverb(first)
        return not leads_in or end - start > 12 or any(t.low in AUXILIARIES for t in self.t[start:end])

    def _after_lead(self, start: int) -> int:
        while start < self.end and self.t[start].low in ("but", "and", "so", "yet", ","):
            start += 1
        return start

    def _rest_is_adjunct(self, index: int) -> bool:
        index = self._past_adverbs(index)
        return index >= self.end or self._is_adjunct(index) or self.t[index].low in (",", ";", ":", "—", "–")

    def _according(self, index: int) -> None:
        source = subject_after(self.t, index + 1) or subject_after(self.t, index + 2)  # 'to widely seen reports'
        if source is None:
            return
        speaker = self._span(source)
        near = self.t[max(0, index - 8)].start
        before = [f for f in self.found if f.speaker and f.last_end >= near and f.sure > LIKELY_OBJECT]
        if index > 0 and before:
            for found in before:
                found.via = found.via or speaker
            return
        weak = {found.last_end for found in self.found}
        self._ends = [end for end in self._ends if end not in weak]  # what he 'offered to do' is what they say
        if index == 0 or (index == 1 and self.t[0].kind != "q"):
            comma = next((i for i in range(source[1], min(self.end, source[1] + 12)) if self.t[i].low == ","), None)
            if comma is None or comma + 1 >= self.end:
                return
            start, end = comma + 1, self._clause_end(comma + 1)
        else:
            start, end = self._clause_start(index - 1), index
        while end > start and self.t[end - 1].low in (",", "—", "–"):
            end -= 1
        quoted = end - start == 1 and self.t[start].kind == "q"
        if end - start < 2 and not quoted:
            return
        self.taken.update(i for i in range(start, end) if self.t[i].kind == "q")
        self.subject = self.subject or source
        sure = SURE_MIXED if quoted else SURE_CLAUSE
        parts = [(self.t[start].start, self.t[end - 1].end)]
        if end <= index and (rest := self._rest(source[1])):
            parts.append(rest)
        self._add(parts, source, (index, index + 2), sure, "according")

    def _rest(self, comma: int) -> Span | None:
        """The second half of 'The plan, according to Poe, | would cost more'."""
        if comma + 2 >= self.end or self.t[comma].low != ",":
            return None
        low = self.t[comma + 1].low
        if low not in AUXILIARIES and not looks_past(low):
            return None
        return self.t[comma + 1].start, self.t[self._clause_end(comma + 1) - 1].end
