"""What a stance is about: the complement behind its cue, and how far it goes."""

from __future__ import annotations

from bot.analyse.lexicon import words
from bot.analyse.quoting.frames import STANCES, Stance
from bot.analyse.quoting.grammar import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    OBJECT_PRONOUNS,
    PREPOSITIONS,
    TIMES,
    WEEKDAYS,
    is_adverb,
    looks_past,
)
from bot.analyse.quoting.quotations import Quotations

_QUESTIONS = frozenset(["how", "whether", "what", "why", "who", "if", "where", "when", "which"])
NOMINATIVES = frozenset(["he", "she", "they", "there", "we", "i"])
_RELATIVES = frozenset(["who", "which", "that", "where", "what", "whose", "whom"])
_STOPS = frozenset([",", ";", ":", "—", "–", "--", "(", ")", "-"])
_SUBORDINATE = words(
    "after when while because until despite amid although though if unless whereas once during throughout since "
    "following before"
)
_LIMITS = frozenset(["until", "once", "before", "unless"])
"What somebody means to do has them in it: 'hopes to keep it until she asks'."

_OCCASIONS = words(
    "interview interviews speech speeches statement op-ed letter tweet tweets debate debates meeting rally rallies "
    "session email emails news press conference call appearance town hearing event forum ad ads address podcast "
    "broadcast show primary primaries convention post posts message video memo column poll polls race campaign"
)
_AROUND = frozenset(["in", "on", "by", "at", "with", "over", "during", "after", "before"])
_NO_ITEM = AUXILIARIES | PREPOSITIONS | CONJUNCTIONS
_LONGEST_ITEM, _LONGEST_LIST = 5, 24
_LONGEST_ASIDE = 10
_LONGEST_OBJECT = 60


class Objects(Quotations):
    """Finds the complement of a cue of stance."""

    def _frame(self, start: int, stance: Stance) -> tuple[str | None, int]:
        """What follows the cue, and where the content begins."""
        takes, first = stance.takes, self.t[start]
        if first.low == "that" and "that" in takes:
            return "that", start
        if first.low in _QUESTIONS:
            return ("wh" if "wh" in takes else None), start
        if first.low == "not" and "to" in takes and start + 1 < self.end and self.t[start + 1].low == "to":
            return "to", start
        if first.low == "to":
            return ("to", start) if "to" in takes else ("toward" if "toward" in takes else None, start + 1)
        if first.low in PREPOSITIONS:
            return (first.low if first.low in takes and first.low != "as" else None), start + 1
        if first.low in CONJUNCTIONS or first.low in AUXILIARIES:
            return None, start
        if "that" in takes and ((first.low in NOMINATIVES and "np" not in takes) or self._finite_after(start)):
            return "clause", start
        if "as" in takes and self._as_after(start):
            return "as", start
        return ("np" if "np" in takes else None), start

    def _past_aside(self, comma: int) -> int:
        """Over 'described, | in blistering terms, | a plan'."""
        if comma + 2 >= self.end or self.t[comma].low != "," or self.t[comma + 1].low not in PREPOSITIONS:
            return comma
        closing = (i for i in range(comma + 2, min(self.end - 1, comma + _LONGEST_ASIDE)) if self.t[i].low == ",")
        return next(closing, comma - 1) + 1

    def _finite_after(self, start: int) -> bool:
        """Whether a noun phrase that begins here is the subject of a verb, so that a clause begins with it."""
        for index in range(start + 1, min(self.end, start + 10)):
            token = self.t[index]
            if token.kind != "w" or token.low == "to" or (token.low in CONJUNCTIONS and token.low not in ("and", "or")):
                return False
            past = looks_past(token.low) and not token.cap and self.t[index - 1].low not in DETERMINERS
            if past or token.low in AUXILIARIES:
                return True
        return False

    def _as_after(self, start: int) -> bool:
        for index in range(start + 1, min(self.end, start + 8)):
            if self.t[index].kind != "w":
                return False
            if self.t[index].low == "as":
                return True
        return False

    def _complement_end(self, frame: str, start: int, inside: bool) -> int:
        """Where the content ends, the stops before that left out; at `start` where there is none."""
        end = self._clause_end(start)
        if frame not in ("that", "wh", "clause"):
            end = min(end, self._object_end(start, inside, frame == "to"))
        while end > start and self.t[end - 1].kind == "p":
            end -= 1
        return end

    def _object_end(self, start: int, inside: bool, intended: bool) -> int:
        """Where an object ends: at a comma, a conjunction, an occasion, a time, the next verb of its subject; if it
        stands `inside` a relative clause, at the main verb, too."""
        stop = min(self.end, start + _LONGEST_OBJECT)
        if start + 1 < stop and self.t[start].low in OBJECT_PRONOUNS and self.t[start + 1].low in _AROUND:
            return start + 1
        relative = not inside
        for index in range(start + 1, stop):
            low = self.t[index].low
            if low in _STOPS and not (low == "," and self._lists(index)):
                return index
            if (low in _SUBORDINATE and not (intended and low in _LIMITS)) or (
                low in WEEKDAYS and self.t[index - 1].low not in PREPOSITIONS
            ):
                return index
            relative = relative or low in _RELATIVES
            if low in AUXILIARIES and not relative:
                return index
            if index + 1 < stop and (self._is_occasion(index) or self._is_time(index) or self._is_next_verb(index)):
                return index
        return stop

    def _lists(self, comma: int) -> bool:
        """Whether a comma parts a list: 'pears, | apples and plums', 'black, | brown and red hats'."""
        last = comma
        for index in range(comma + 1, min(self.end, comma + _LONGEST_LIST)):
            low = self.t[index].low
            if low in ("and", "or", "&"):
                return index > last + 1
            if low == "," and last + 1 < index <= last + _LONGEST_ITEM:
                last = index
            elif self.t[index].kind == "p" or index > last + _LONGEST_ITEM or low in _NO_ITEM or looks_past(low):
                return False
        return False

    def _is_occasion(self, index: int) -> bool:
        """'in a speech', 'at their debate': where words fell, and no part of them."""
        if self.t[index].low not in ("in", "at", "on") or self.t[index + 1].low not in DETERMINERS:
            return False
        return any(token.low in _OCCASIONS for token in self.t[index + 1 : min(self.end, index + 5)])

    def _is_time(self, index: int) -> bool:
        opens = self.t[index].low in ("on", "in", "this", "last", "over", "late", "early")
        following = self.t[index + 1].low
        return opens and following in TIMES and following not in ("march", "may")

    def _is_next_verb(self, index: int) -> bool:
        if self.t[index].low not in ("and", "but"):
            return False
        low = self.t[index + 1].low
        return low in AUXILIARIES or low in STANCES or looks_past(low)

    def _main_verb(self, start: int, end: int, wished: bool) -> int:
        """Where a clause that is part of a subject ends: 'Her claim that it was never safe | is odd'; what is `wished`
        has no finite verb."""
        verbs = int(wished)
        for index in range(start + 1, end):
            low, before = self.t[index].low, self.t[index - 1].low
            if low not in AUXILIARIES and not looks_past(low):
                continue
            if before in AUXILIARIES or before in DETERMINERS or is_adverb(before) or before in ("and", "or", "not"):
                continue
            verbs += 1
            if verbs > 1:
                return index
        return end
