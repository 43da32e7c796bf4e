"""Quoted words inside a clause whose verb is no verb of reporting: 'Poe thanked them “for every night”'.

Nearly every quotation of some length is somebody's words, so here any verb will do: the nearest one before the
quotation that has a doer who can speak, and what stands between the two is part of what was said.
"""

from __future__ import annotations

from bot.analyse.lexicon import words
from bot.analyse.quoting.found import Found
from bot.analyse.quoting.grammar import (
    AUXILIARIES,
    DETERMINERS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    is_agent,
    looks_past,
)
from bot.analyse.quoting.scanning import MARKER
from bot.analyse.quoting.subjects import Range, head_of, phrase_before, skip_back, subject_before
from bot.analyse.quoting.tags import Tags
from bot.analyse.quoting.titles import BODIES
from bot.analyse.quoting.verbs import ATTRIBUTING, VERBS

GOVERNED = 0.6
"Somebody does something with quoted words in it: theirs most of the time."

_REACH = 34
"Words before a quotation within which its verb stands."

_LONGEST_LEAD = 24
"Words between the verb and the quotation that still belong to what was said."

_DOING = words(
    "talk speak refer thank praise defend credit introduce rip slam hammer attack assail bash hit knock invite greet "
    "quote cite use coin list identify rate rank depict paint cast frame compare contrast lobby promote groan grouse "
    "demur sing chant highlight outline detail underscore embrace echo invoke sum single release publish issue send "
    "target bludgeon advise encourage order instruct remind interject retort dub name appear run face draw focus "
    "include have hold give make take bring raise start end open close conclude aim point mean see envision imagine"
)
"Verbs, not of reporting, that often have quoted words behind them."

_SOURCES = words(
    "ad ads advert statement letter memo email e-mail message tweet post report reports poll polls survey study book "
    "film movie video clip slogan motto banner sign article editorial essay column speech address order ruling "
    "resolution petition platform plan proposal bill law rule rules policy website page caption headline rally crowd "
    "audience voice transcript lawsuit complaint filing document documents brief chant song"
)
"Things that have words on them or in them."

_NO_DOING = words("for of on about in from without at against into over than like despite") | DETERMINERS | POSSESSIVES
"Behind these an -ing form is a noun: 'for acting'."

_BEHIND_VERB = words("about of to at on with upon")
_THAT = words("that whether if when because where why how")


class Governed(Tags):
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
        relative = self._relative(subject[1], verb)
        end = self.t[relative].end if relative is not None else None
        return Found([part], self._span(subject), span, GOVERNED, end, sentence=self.index)

    def _governor(self, at: int) -> tuple[int, Range] | None:
        """The verb before a quotation, and who does it."""
        cue: int | None = None
        for index in range(at - 1, max(-1, at - _REACH), -1):
            token = self.t[index]
            if token.low == ";" or index in self.claimed:
                return None
            form = self._form(index)
            if form is None:
                continue
            if form != "finite":
                cue = cue if cue is not None else index
            subject = self._own_doer(index, form)
            if subject is None:
                cue = cue if cue is not None else index
                continue
            before = self.t[subject[0] - 1].low if subject[0] else ""
            if before in _THAT or before in ATTRIBUTING:
                cue = None
                continue
            return (index if cue is None else cue), subject
        return None

    def main_subject(self, before: int) -> Range | None:
        """The phrase before the first verb of the sentence."""
        for index in range(min(before, MARKER + 12)):
            token = self.t[index]
            if token.low.split("'")[0] in PRONOUNS and "'" in token.low and index == 0:
                return index, index + 1  # 'He’s leaving, and says'
            if token.kind != "w" or token.low in DETERMINERS or (token.cap and index):
                continue
            if (
                token.low in AUXILIARIES
                or looks_past(token.low)
                or (token.low in VERBS and not VERBS[token.low][0].noun)
            ):
                found = subject_before(self.t, index)
                if found and not (found[0] and self.t[found[0] - 1].low in PREPOSITIONS):
                    return found
        return None

    def _form(self, index: int) -> str | None:
        """Whether a word is a verb here: 'finite', 'to' or 'ing'."""
        token = self.t[index]
        low = token.low
        if token.kind != "w" or low in AUXILIARIES or (token.cap and index > 0) or not index:
            return None
        before = self.t[index - 1]
        if low.endswith("ing") and len(low) > 5:
            return None if before.low in _NO_DOING or before.low.endswith("'s") else "ing"
        if before.low in DETERMINERS or before.low in POSSESSIVES:
            return None
        if looks_past(low):
            return "finite"
        if before.low == "to" and (low in _DOING or low in VERBS):
            return "to"
        stem = low[:-1] if low.endswith("s") else ""
        known = (low in VERBS and VERBS[low][0].form == "present") or stem in _DOING or stem[:-1] in _DOING
        last, _ = skip_back(self.t, index - 1)
        if last < 0 or self.t[last].low.endswith("'s"):
            return None
        if known and (self.t[last].low in PRONOUNS or self.t[last].cap or self._is_source(last)):
            return "finite"
        return None

    def _is_source(self, index: int) -> bool:
        low = self.t[index].low
        return low in _SOURCES or is_agent(low)

    def _own_doer(self, verb: int, form: str) -> Range | None:
        """Who stands before the verb as its subject, if they can speak."""
        last, be = skip_back(self.t, verb - 1)
        if last < 0 or (form == "finite" and be and looks_past(self.t[verb].low)):
            return None
        if form == "ing":
            if be:
                return self._speaking(subject_before(self.t, verb))
            phrase = phrase_before(self.t, last)
            behind = (
                phrase is not None and phrase[0] > 0 and self.t[phrase[0] - 1].low in ("with", "of", "as", "—", "–")
            )
            return self._speaking(phrase) if behind else None
        if form == "to" or self.t[last].low in ("and", "but", ",", "or"):
            return None
        return self._speaking(subject_before(self.t, verb))

    def _speaking(self, subject: Range | None) -> Range | None:
        if subject is None:
            return None
        head = head_of(self.t, subject)
        can = (
            head.cap
            or head.low in ("he", "she", "they", "who", "it")
            or is_agent(head.low)
            or head.low in _SOURCES | BODIES
        )
        return subject if can else None

    def _around(self, verb: int, at: int) -> tuple[int, int]:
        """What was said: from behind the verb to the end of the quotation, or of the clause that goes on behind it."""
        start = self._past_adverbs(verb + 1)
        while start < at and (self.t[start].low in _BEHIND_VERB or self.t[start].low in (",", "and", "but")):
            start += 1
        apart = self.t[at - 1].low in (",", ":") or at - start > _LONGEST_LEAD
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
