"""Quoted words inside a clause whose verb is no verb of reporting: 'Poe thanked them “for every night”'.

Nearly every quotation of some length is somebody's words, so here any verb will do: the nearest one before the
quotation that has a doer who can speak, and what stands between the two is part of what was said.
"""

from __future__ import annotations

from bot.analyse.lexicon import words
from bot.analyse.quoting.doers import Doers
from bot.analyse.quoting.found import Found
from bot.analyse.quoting.nounphrases import Range
from bot.analyse.quoting.verbs import ATTRIBUTING

GOVERNED = 0.6
"Somebody does something with quoted words in it: theirs most of the time."

_REACH = 34
"Words before a quotation within which its verb stands."

_LONGEST_LEAD = 24
"Words between the verb and the quotation that still belong to what was said."

_BEHIND_VERB = words("about of to at on with upon , and but")
"What is skipped between a verb and what was said: 'talks of “peace”'."

_EMBEDDING = words("that whether if when because where why how") | ATTRIBUTING
"Before a subject: its clause is what somebody else says."


class Governed(Doers):
    """Finds whose doing a quotation inside a clause is."""

    def governed(self, at: int) -> Found | None:
        """The attribution of the quotation `at`, whose sentence has no cue for it."""
        cue = self._governor(at)
        if cue is None:
            return None
        verb, subject = cue
        start, end = self._around(verb, at)
        self.taken.update(i for i in range(start, end) if self.t[i].kind == "q")
        part = (self.t[start].start, self.t[end - 1].end)
        span = (self.t[verb].start, self.t[verb].end)
        same = next((found for found in self.found if found.cue == span and found.last_end <= part[0]), None)
        if same is not None:  # 'The talks, Poe said, were long, but “nobody left”'
            same.content.append(part)
            return same
        who = self._relative(subject[1], verb)
        relative = self.t[who].end if who is not None else None
        return Found([part], self._span(subject), span, GOVERNED, relative, sentence=self.index)

    def _governor(self, at: int) -> tuple[int, Range] | None:
        """The verb before a quotation, and who does it."""
        cue: int | None = None
        aside = self._asides(at)
        for index in range(at - 1, max(-1, at - _REACH), -1):
            if self.t[index].low == ";" or index in self.claimed:
                return None
            if index in aside:
                continue
            form = self._form(index)
            if form is None:
                continue
            subject = self._own_doer(index, form)
            if subject is None or form != "finite":
                cue = cue if cue is not None else index
            if subject is None:
                continue
            if subject[0] and self.t[subject[0] - 1].low in _EMBEDDING:
                cue = None
                continue
            return (index if cue is None else cue), subject
        return self._main_doer(cue)

    def _asides(self, at: int) -> set[int]:
        """Words of relative clauses that close before a quotation: 'praised Poe, | who was there, | as “a friend”'."""
        inside: set[int] = set()
        opened: int | None = None
        for index in range(max(0, at - _REACH), at - 1):
            if self.t[index].low != ",":
                continue
            if opened is not None:
                inside.update(range(opened, index))
                opened = None
            elif self.t[index + 1].low in ("who", "which", "whose", "where", "whom"):
                opened = index + 1
        return inside

    def _main_doer(self, cue: int | None) -> tuple[int, Range] | None:
        """The subject of the sentence for a verb that has none of its own: 'He left and began talking of ...'"""
        subject = self._speaking(self.main_subject(cue)) if cue is not None else None
        return (cue, subject) if cue is not None and subject and subject[1] <= cue else None

    def _around(self, verb: int, at: int) -> tuple[int, int]:
        """What was said: from behind the verb to the end of the quotation, or of the clause that goes on behind it."""
        start = self._past_adverbs(verb + 1)
        while start < at and self.t[start].low in _BEHIND_VERB:
            start += 1
        before = self.t[at - 1].low
        apart = before == ":" or (before == "," and self.t[at].cap) or at - start > _LONGEST_LEAD
        if apart or start >= at or any(i in self.taken for i in range(start, at)):
            start = at
        end = self._past_series(at + 1)
        goes_on = end < self.end and self.t[end].kind == "w" and not self.t[end - 1].stops
        return start, (self._clause_end(end - 1) if goes_on else end)

    def _past_series(self, end: int) -> int:
        """Behind the last of '“A,” “B” and “C”'."""
        while end < self.end:
            at = end
            while at < self.end and self.t[at].low in (",", "and", "or"):
                at += 1
            if at == self.end or self.t[at].kind != "q" or at in self.taken or at - end > 2:
                return end
            end = at + 1
        return end
