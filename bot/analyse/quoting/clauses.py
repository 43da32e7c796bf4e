"""Reads one sentence: which verb of reporting has which subject and which content.

The rules are those of English news prose, tried from the surest to the loosest: a quotation before the cue, a
quotation after it, a clause after it, a clause before it. Content follows the convention of PolNeAR (Newell et al.
2018): 'that' belongs to it, so do marks and the punctuation inside them; addressee, place and time do not, nor does
the final stop.
"""

from __future__ import annotations

from bot.analyse.quoting.found import Found
from bot.analyse.quoting.frames import ANNOUNCEMENT_FRAMES, ATTITUDE_FRAMES, STANCES
from bot.analyse.quoting.inverted import subject_after
from bot.analyse.quoting.nounphrases import Range
from bot.analyse.quoting.predicates import Predicates
from bot.analyse.quoting.subjects import skip_back
from bot.analyse.quoting.tokens import Sentence
from bot.analyse.quoting.verbs import ATTRIBUTING, PARTICIPLES, VERBS, Verb
from bot.shapes import Span

_TITLED = 0.8
"From this share of capitals among its longer words a sentence is a headline."

_LONGEST_LEAD = 12
"Words between 'and' and a subject: 'and, at a diner in town, he'."

_MOST = 40
"Attributions in one sentence; what has more is no prose."

_SECOND_HAND = frozenset(["quoted", "quotes", "quoting", "cited", "cites", "citing"])
_CUES = _SECOND_HAND.union(VERBS, STANCES, ATTITUDE_FRAMES, ANNOUNCEMENT_FRAMES, ["according"])
"Words at which an attribution may be; the rest of a sentence is only looked at from there."


def cues_in(sentence: Sentence) -> list[int]:
    """Where in a sentence an attribution may be; most sentences without any are read no further."""
    return [index for index, token in enumerate(sentence.tokens) if token.low in _CUES]


class Reader(Predicates):
    """Reads one sentence's tokens; `found` fills as it goes."""

    def read(self, cues: list[int]) -> list[Found]:
        """Every attribution in the sentence, in the order of the cues."""
        if self.quoted:
            self._tags()
            self._leads(cues)
            self._nominals()
        for index in cues:
            if index in self.tags:
                self.subject = self.tags[index]
            if index in self.taken or index in self.tags:
                continue
            if len(self.found) >= _MOST:
                break
            self._read_at(index)
        self.found += [found for quote in self.quoted if quote not in self.taken and (found := self.beside(quote))]
        self.found.sort(key=lambda found: found.cue or (0, 0))
        return self.found

    def _read_at(self, index: int) -> None:
        """What one cue attributes, its readings tried from the surest to the loosest."""
        token, before = self.t[index], len(self.found)
        if token.low == "according" and index + 2 < self.end and self.t[index + 1].low == "to":
            self._according(index)
        elif token.low in _SECOND_HAND:
            self._as_saying(index)
        if len(self.found) > before or (token.cap and index > 0 and not self._is_titled()):
            return
        if token.low in PARTICIPLES and skip_back(self.t, index - 1)[0] == index - 1:
            return
        if token.low in VERBS:
            self._verb(index, VERBS[token.low])
        for table, reading in (
            (STANCES, self._stance), (ATTITUDE_FRAMES, self._attitude), (ANNOUNCEMENT_FRAMES, self._announcement),
        ):  # fmt: skip
            if token.low in table and len(self.found) == before:
                reading(index)

    def _is_titled(self) -> bool:
        """Whether the sentence is a headline with its words in capitals, which then name nobody."""
        if self._titled is None:
            long = [token for token in self.t if token.kind == "w" and len(token.low) > 3]
            self._titled = len(long) > 3 and sum(token.cap for token in long) > _TITLED * len(long)
        return self._titled

    def _leads(self, cues: list[int]) -> None:
        """Every 'S said, "Q"': as sure as a tag, and no other cue's either."""
        for cue in cues:
            token = self.t[cue]
            if token.low not in VERBS or cue in self.taken or cue in self.tags or (token.cap and cue > 0):
                continue
            verbs = VERBS[token.low]
            if verbs[0].form == "ing" or (verbs[0].noun and not self._is_verb_here(cue, verbs[0])):
                continue
            subject = self._subject(cue, verbs[0])
            subject = subject or self._inverted_lead(cue, verbs[0])
            if subject and self._is_own(min(subject[0], cue)) and self._before_quote(cue, subject, verbs):
                self.tags[cue] = subject
                joint = self._joint(subject[0])
                self.claimed.add(subject[0] if joint is None else joint)

    def _inverted_lead(self, cue: int, verb: Verb) -> Range | None:
        """'Said Poe, "Q"' and 'She was asked by Poe, "Q"'."""
        if cue == 0 and verb.form == "past":
            return subject_after(self.t, cue)
        asked = cue + 1 < self.end and self.t[cue + 1].low == "by" and self.t[cue].low in ("asked", "told")
        return subject_after(self.t, cue + 1) if asked else None

    def _is_own(self, start: int) -> bool:
        """Whether a cue's clause is no part of what another says: 'Poe said that he told her, "Q"' is Poe's."""
        before = self.t[start - 1].low if start else ""
        if before in ("which", ";", "—", "–", "--", ":"):
            return True
        if (before in ("and", "but") and self.t[start - 2].low == ",") or self._joint(start) is not None:
            return True
        return not any(self.t[at].low in ATTRIBUTING for at in range(start))

    def _joint(self, at: int) -> int | None:
        """The 'and' by which a clause follows another's quotation: 'wrote of a “loss,” | and at noon he said'."""
        for index in range(at - 1, max(0, at - _LONGEST_LEAD), -1):
            if self.t[index - 1].kind == "q":
                joins = self.t[index].low in ("and", "but", "while") and self._ends_in_comma(index - 1)
                return index if joins else None
        return None

    def announced(self) -> Span | None:
        """Whom a sentence that ends on a colon announces: 'Poe put it this way:'."""
        if not self.t or self.t[-1].low != ":":
            return None
        subject = self.subject or self.main_subject(self.end)
        return self._span(subject) if subject else None

    def _verb(self, cue: int, verbs: tuple[Verb, ...]) -> None:
        if self.t[cue - 1].low == "as" and cue > 1 and self.t[cue].low == "saying":
            return  # 'quoted as saying' is read from its other end
        if verbs[0].noun and not self._is_verb_here(cue, verbs[0]):
            return
        if verbs[0].form == "ing":
            self._participle(cue, verbs)
            return
        subject = None if self._is_inverted(cue, verbs[0]) else self._subject(cue, verbs[0])
        low = self.t[subject[0]].low if subject else ""
        if low == "you" or (low in ("i", "we") and not self.voiced):
            return  # the reporter's own voice, or an appeal to readers
        if subject is not None and verbs[0].kind != "show" and not self._is_said(cue):
            self.subject = subject
        for reading in (
            self._after_quote, self._before_quote, self._colon, self._clause_after, self._clause_before,
            self._clause_around,
        ):  # fmt: skip
            if reading(cue, subject, verbs):
                return

    def _is_inverted(self, cue: int, verb: Verb) -> bool:
        """'clause, said Anna Ashby, a nurse.': a name behind the cue, and nothing that goes on with it."""
        if cue < 3 or self.t[cue - 1].low != "," or verb.form not in ("past", "present") or verb.kind != "say":
            return False
        source = subject_after(self.t, cue)
        if source is None or not self.t[source[1] - 1].cap:
            return False
        return source[1] >= self.end or self.t[source[1]].low == "," or self._is_adjunct(source[1])

    def _participle(self, cue: int, verbs: tuple[Verb, ...]) -> None:
        """', adding that ...': the doing of the sentence's subject, where a comma or 'and' sets it off."""
        before = self.t[cue - 1] if cue else None
        last, be = skip_back(self.t, cue - 1)
        if subject := self._shown(cue):
            pass
        elif be:
            subject = self._subject(cue, verbs[0])
            if subject and not self._is_said(cue):
                self.subject = subject
        elif (
            before is None
            or before.low in (",", "and", "but", "by", "also", "—", "–", "while")
            or (last >= 0 and self.t[last].low in (",", "but", "and"))
            or before.kind == "q"
            or self._is_issued(cue - 1)
        ):
            subject = self.nearest_doer(cue)
        else:
            return
        for reading in (self._before_quote, self._colon, self._clause_after):
            if subject and reading(cue, subject, verbs):
                return
