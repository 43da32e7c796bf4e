"""Stances: what somebody talks about, judges, thinks, wants or sides with, where no clause is reported.

'criticized the plan', 'is seeking to sell the ferry', 'is wary of it', 'her views of the ferry'. The cue is found by
its form in one look-up; only then are its holder and its complement looked at.
"""

from __future__ import annotations

from bot.analyse.quoting.frames import (
    ANNOUNCEMENT_FRAMES,
    ATTITUDE_FRAMES,
    LIKELY_ATTITUDE,
    LIKELY_NOUN,
    STANCES,
    Stance,
)
from bot.analyse.quoting.grammar import is_adverb
from bot.analyse.quoting.holders import Holders
from bot.analyse.quoting.inverted import subject_after
from bot.analyse.quoting.nounphrases import Range
from bot.analyse.quoting.objects import NOMINATIVES
from bot.analyse.quoting.subjects import skip_back, subject_before

_NO_MERE_ADVERBS = frozenset(["only", "even", "just"])


_WISHES = frozenset(["demand", "demands", "request", "requests", "recommendation"])
"Their clause has no finite verb: 'her demand that he go | was refused'."


class Stances(Holders):
    """Reads stances."""

    def _stance(self, cue: int) -> bool:
        """'Poe criticized the plan', 'wants to go', 'sees it as a gift'."""
        if self._is_said(cue):
            return False
        for stance in STANCES[self.t[cue].low]:
            start = cue + 1
            if stance.particle:
                if start >= self.end or self.t[start].low != stance.particle:
                    continue
                start += 1
            if self._held(cue, start, stance):
                return True
        return False

    def _held(self, cue: int, start: int, stance: Stance) -> bool:
        while start < self.end and is_adverb(self.t[start].low) and self.t[start].low not in _NO_MERE_ADVERBS:
            start += 1
        start = self._past_aside(start)
        if start >= self.end or self.t[start].kind == "p":
            return False
        if stance.form == "past" and (self.t[start].low == "by" or skip_back(self.t, cue - 1)[1]):
            return self._passive(cue, start, stance)
        frame, begin = self._frame(start, stance)
        if frame is None or begin >= self.end:
            return False
        subject = self._holder(cue, start, stance.form)
        if subject is None or (subject[0] > cue and stance.form != "ing") or not self._can_hold(subject):
            return False
        inside = self._relative(subject[1], cue) is not None or (subject[1] == cue and stance.form == "ing")
        end = self._aside_end(subject, cue, begin, self._complement_end(frame, begin, inside))
        end = min(end, subject[0] - 1) if subject[0] > cue else end
        if frame == "to" and (end < begin + 2 or (end == begin + 2 and self.t[begin + 1].low in ("say", "tell"))):
            return False  # 'if they want to', 'as he likes to say'
        sure = stance.takes["that" if frame == "clause" else frame]
        return self._hold((begin, end), subject, cue, sure, stance.lemma)

    def _hold(self, content: Range, subject: Range, cue: int, sure: float, lemma: str) -> bool:
        if content[1] <= content[0]:
            return False
        ends = len(self._ends)
        self._add([self._span(content)], subject, cue, sure, lemma)
        del self._ends[ends:]  # a clause reported in the same sentence may begin before it
        self.taken.update(i for i in range(*content) if self.t[i].kind == "q")
        return True

    def _passive(self, cue: int, start: int, stance: Stance) -> bool:
        """'The plan was backed by Poe': Poe's stance is on the subject."""
        if self.t[start].low != "by" or "np" not in stance.takes or not skip_back(self.t, cue - 1)[1]:
            return False
        source, content = subject_after(self.t, start), subject_before(self.t, cue)
        if source is None or content is None or not self._can_hold(source):
            return False
        name = source[1] + 1
        if name < self.end and self.t[source[1]].low == "as" and self.t[name].kind == "q":
            content = (name, name + 1)  # 'praised by Poe as “a gift”': the words, and not what they are about
        return self._hold(content, source, cue, stance.takes["np"], stance.lemma)

    def _attitude(self, cue: int) -> bool:
        """'Poe is wary of the plan', 'remains open to talks', ', angry that nobody came'."""
        if cue + 2 > self.end - 1 or self._is_said(cue):
            return False
        frames, start = ATTITUDE_FRAMES[self.t[cue].low], cue + 1
        frame = "that" if self.t[start].low in NOMINATIVES else self.t[start].low
        subject = self._bearer(cue) if frame in frames else None
        if subject is None or subject[0] > cue or not self._can_hold(subject):
            return False
        start += frame not in ("that", "to")
        content = (start, self._complement_end(frame, start, inside=False))
        return self._hold(content, subject, cue, LIKELY_ATTITUDE, self.t[cue].low)

    def _announcement(self, cue: int) -> bool:
        """'the ministry's claim that the dam is safe', 'her views of the dam'."""
        start = cue + 1
        if start + 1 >= self.end or self.t[start].low not in ANNOUNCEMENT_FRAMES[self.t[cue].low]:
            return False
        source, frame = self._owner(cue), self.t[start].low
        if source is None or not self._can_hold(source):
            return False
        start += frame not in ("that", "to")
        end = self._complement_end(frame, start, True)
        if source[0] == 0 or self.t[source[0] - 1].kind == "p":
            end = min(end, self._main_verb(start, end, frame == "to" or self.t[cue].low in _WISHES))
        if not self._hold((start, end), source, cue, LIKELY_NOUN, self.t[cue].low):
            return False
        if self.t[source[1] - 1].low.endswith("'s"):
            self.found[-1].speaker = (self.t[source[0]].start, self.t[source[1] - 1].end - 2)
        return True
