"""Who does what a verb tells, whatever the verb: its form, its subject, the subject of the sentence."""

from __future__ import annotations

from bot.analyse.lexicon import words
from bot.analyse.quoting.grammar import (
    AUXILIARIES,
    DETERMINERS,
    OBJECT_PRONOUNS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    TIMES,
    is_adverb,
    is_agent,
    looks_past,
)
from bot.analyse.quoting.inverted import subject_after
from bot.analyse.quoting.nominal import Nominal
from bot.analyse.quoting.nounphrases import Range, head_of, phrase_before
from bot.analyse.quoting.scanning import MARKER
from bot.analyse.quoting.subjects import skip_back, subject_before
from bot.analyse.quoting.titles import BODIES
from bot.analyse.quoting.verbs import ATTRIBUTING, VERBS

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

_NO_DOING = (
    DETERMINERS | POSSESSIVES | words("for of on about in from without at against into over than like despite not")
)
"Behind these an -ing form is a noun: 'for acting'."

_PLACING = words("in at on during after before")
_LONGEST_COMPANY = 9
_FARTHEST = 40
_SUBORDINATE = words("that which who whom how why after before where what if than")
"Before a subject: its clause only says more of something in the clause that goes on."

_NO_VERBS = words("during according including regarding concerning nothing something anything everything being having")
_CONTRACTED = words("he's she's it's they're we're i'm who's")


class Doers(Nominal):
    """Tells verbs from other words, and finds their subjects."""

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
        return self._opening_phrase(before)

    def _opening_phrase(self, before: int) -> Range | None:
        """The phrase a sentence opens with, behind 'but' or 'On Monday,'."""
        start = 1 if self.t[0].low in ("but", "and", "so", "yet", "still") else 0
        first = self.t[start]
        if first.low in PREPOSITIONS or first.low in TIMES or is_adverb(first.low):
            comma = next((i for i in range(start, min(before, MARKER)) if self.t[i].low == ","), None)
            if comma is None:
                return None
            start = comma + 1
        phrase = subject_after(self.t, start - 1) if start < before else None
        return phrase if phrase and phrase[1] < before else None

    def _is_said(self, index: int) -> bool:
        """Whether a word is part of what somebody was found to say."""
        at = self.t[index].start
        return any(found.content[0][0] <= at < found.last_end for found in self.found)

    def nearest_doer(self, before: int) -> Range | None:
        """The subject of the last verb before a participle or 'and said', what others say in between left out."""
        for index in range(before - 1, max(0, before - _FARTHEST), -1):
            if self._is_said(index):
                continue
            if self.t[index].low in AUXILIARIES:
                subject = self._speaking(subject_before(self.t, index))
            else:
                subject = self._own_doer(index, "finite") if self._form(index) == "finite" else None
            if subject is not None and not (subject[0] and self.t[subject[0] - 1].low in _SUBORDINATE):
                return subject
        return self.main_subject(before)

    def likely_doer(self, before: int) -> Range | None:
        """A guess, for want of a verb: the sentence's subject, if it can speak."""
        return self._speaking(self.main_subject(before))

    def _form(self, index: int) -> str | None:
        """Whether a word is a verb here: 'finite', 'to' or 'ing'."""
        token = self.t[index]
        low = token.low
        if token.kind != "w" or token.cap or not index or low in AUXILIARIES or low in PREPOSITIONS:
            return None
        before = self.t[index - 1].low
        if low.endswith("ing") and len(low) > 5:
            return None if before in _NO_DOING or before.endswith("'s") or low in _NO_VERBS else "ing"
        if before in DETERMINERS or before in POSSESSIVES:
            return None
        if looks_past(low):
            return None if index + 1 < self.end and self.t[index + 1].low == "by" else "finite"
        if before == "to":
            return "to" if self._may_be_base(low) else None
        return "finite" if self._agrees(index) else None

    def _may_be_base(self, low: str) -> bool:
        closed = low in DETERMINERS or low in POSSESSIVES or low in PRONOUNS or low in OBJECT_PRONOUNS
        return not (closed or low.endswith("s") or is_agent(low) or is_adverb(low))

    def _agrees(self, index: int) -> bool:
        """Whether a word is a verb in the present with a subject before it: 'she longs', 'the ad attacks'."""
        low = self.t[index].low
        last, _ = skip_back(self.t, index - 1)
        before = self.t[last].low if last >= 0 else ""
        third = low.endswith("s") and not low.endswith("ss")
        if before in ("he", "she", "who"):
            return third
        stem = low[:-1] if third else low
        known = any(verb.form in ("present", "base") for verb in VERBS.get(low, ()))
        if not (known or stem in _DOING or stem[:-1] in _DOING) or before.endswith("'s"):
            return False
        if before == "they":
            return not third
        return third and last >= 0 and self._speaking(phrase_before(self.t, last)) is not None

    def _own_doer(self, verb: int, form: str) -> Range | None:
        """Who stands before the verb as its subject, if they can speak."""
        last, be = skip_back(self.t, verb - 1)
        if last < 0 or form == "to" or (form == "finite" and be and looks_past(self.t[verb].low)):
            return None
        if form == "finite":
            return None if self.t[last].low in ("and", "but", "or") else self._subject_of(verb)
        if be or self.t[last].low in _CONTRACTED:
            return self._subject_of(verb)
        if accompanying := self._accompanying(last):
            return accompanying
        phrase = phrase_before(self.t, last)
        joint = self.t[phrase[0] - 1].low if phrase and phrase[0] else ""
        return self._speaking(phrase) if joint in ("of", "as", "—", "–") else None

    def _accompanying(self, last: int) -> Range | None:
        """Who does what 'with' adds: 'with | marchers and onlookers | chanting'."""
        for index in range(last, max(-1, last - _LONGEST_COMPANY), -1):
            if self.t[index].low == "with" and index < last:
                apart = index == 0 or self.t[index - 1].low in (",", "—", "–")
                return (index + 1, last + 1) if apart else self._speaking((index + 1, last + 1))
            if self.t[index].kind != "w" or looks_past(self.t[index].low) or self.t[index].low in AUXILIARIES:
                return None
        return None

    def _subject_of(self, verb: int) -> Range | None:
        """The subject before a verb: whatever it is before one of reporting, else somebody who can speak."""
        last, _ = skip_back(self.t, verb - 1)
        if self.t[last].low in _CONTRACTED:
            return last, last + 1
        if self.t[last].low == "that" and last and self.t[last - 1].low in _SOURCES:
            return phrase_before(self.t, last - 1)  # 'a sign that read “Closed”'
        subject = subject_before(self.t, verb)
        if (
            subject
            and subject[0] > 1
            and self.t[subject[0] - 1].low in _PLACING
            and self.t[subject[0] - 2].low == "and"
        ):
            return None  # 'and in a statement thanked'
        return subject if self.t[verb].low in ATTRIBUTING else self._speaking(subject)

    def _speaking(self, subject: Range | None) -> Range | None:
        if subject is None:
            return None
        head = head_of(self.t, subject)
        low = head.low
        can = head.cap or low in ("he", "she", "they", "who", "it") or low in _SOURCES or low in BODIES or is_agent(low)
        return subject if can else None
