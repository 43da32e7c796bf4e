"""Quotations whose cue is a noun: '“No,” was the answer from Poe', 'in the words of Poe', 'Poe’s reply was “No”'."""

from __future__ import annotations

from bot.analyse.lexicon import words
from bot.analyse.quoting.grammar import BE, DETERMINERS, POSSESSIVES, looks_past
from bot.analyse.quoting.inverted import named_after, subject_after
from bot.analyse.quoting.nounphrases import Range, phrase_before
from bot.analyse.quoting.scanning import SURE_OPEN
from bot.analyse.quoting.subjects import subject_before
from bot.analyse.quoting.tags import Tags
from bot.analyse.quoting.verbs import VERBS

_WORDS = words(
    "answer reply response retort verdict message view line word words warning advice comment conclusion description "
    "assessment phrase summary motto refrain boast promise plea order question explanation excuse reaction judgment"
)
_FROM = frozenset(["from", "of", "by"])
_NEAR = 10
"Words between a noun and its quotation, or its speaker: 'her reply to the company’s last offer was'."


class Nominal(Tags):
    """Reads quotations whose cue is a noun."""

    def _nominals(self) -> None:
        readings = (self._put_how, self._was_answer, self._in_words_of, self._owned, self._dictated)
        for quote in self.quoted:
            if quote in self.taken or self.t[quote].words < 2:
                continue
            found = next((found for reading in readings if (found := reading(quote))), None)
            if found is not None:
                subject, cue = found
                self._add(self._tagged(quote, quote), subject, cue, SURE_OPEN, "answer")
                if self.t[subject[1] - 1].low.endswith("'s"):
                    self.found[-1].speaker = (self.t[subject[0]].start, self.t[subject[1] - 1].end - 2)

    def _behind(self, quote: int) -> int:
        """The first word behind a quotation and its comma."""
        return quote + 1 + (quote + 1 < self.end and self.t[quote + 1].low in (",", "—", "–", "-"))

    def _put_how(self, quote: int) -> tuple[Range, Range] | None:
        """'“Q” is how Poe put it'."""
        at = self._behind(quote)
        if at + 3 >= self.end or self.t[at].low not in BE or self.t[at + 1].low != "how":
            return None
        verb = next((i for i in range(at + 3, min(self.end, at + _NEAR)) if self._puts(i)), None)
        subject = subject_before(self.t, verb) if verb else None
        return (subject, (at, verb + 1)) if subject and verb and subject[0] >= at + 2 else None

    def _puts(self, index: int) -> bool:
        low = self.t[index].low
        return low in ("put", "puts", "put it", "puts it") or low in VERBS or looks_past(low)

    def _was_answer(self, quote: int) -> tuple[Range, Range] | None:
        """'“Q” was the answer from Poe', '“Q” was Poe’s verdict'."""
        at = self._behind(quote)
        if at + 2 >= self.end or self.t[at].low not in BE:
            return None
        noun = next((i for i in range(at + 1, min(self.end, at + _NEAR)) if self.t[i].low in _WORDS), None)
        if noun is None:
            return None
        if noun + 1 < self.end and self.t[noun + 1].low in _FROM:
            source = subject_after(self.t, noun + 1)
            return (source, (at, noun + 2)) if source else None
        owner = self._owner_of_words(noun)
        return (owner, (at, noun + 1)) if owner and owner[0] > at else None

    def _in_words_of(self, quote: int) -> tuple[Range, Range] | None:
        """'“Q,” in the words of Poe', and 'In the words of Poe, “Q”'."""
        for at in (self._behind(quote), 0):
            if at + 4 < len(self.t) and [t.low for t in self.t[at : at + 4]] == ["in", "the", "words", "of"]:
                source = subject_after(self.t, at + 3)
                if source and (at > quote or quote - source[1] < _NEAR):
                    return named_after(self.t, source) or source, (at, at + 4)
        return None

    def _owned(self, quote: int) -> tuple[Range, Range] | None:
        """'Poe’s reply was “Q”', 'Her answer to the offer: “Q”'."""
        link = quote - 1
        if link < 2 or (self.t[link].low not in BE and self.t[link].low != ":"):
            return None
        for noun in range(link - 1, max(0, link - _NEAR), -1):
            if self.t[noun].low in _WORDS:
                if self.t[noun + 1].low in _FROM and self.t[noun - 1].low == "the":
                    source = subject_after(self.t, noun + 1)
                    return (source, (noun, noun + 2)) if source else None
                if owner := self._owner_of_words(noun):
                    return owner, (noun, noun + 1)
        return None

    def _dictated(self, quote: int) -> tuple[Range, Range] | None:
        """'from Poe, who is mayor, quote, “Q”', as hosts read aloud."""
        at = quote - 2 if quote and self.t[quote - 1].low == "," else quote - 1
        if at < 2 or self.t[at].low != "quote":
            return None
        source = subject_before(self.t, at)
        return (source, (at, at + 1)) if source else None

    def _owner_of_words(self, noun: int) -> Range | None:
        """Whose words a noun says they are: 'Poe’s', 'her', 'the minister’s'."""
        for at in range(noun - 1, max(-1, noun - 4), -1):
            low = self.t[at].low
            if low in POSSESSIVES and low != "its":
                return at, at + 1
            if low.endswith(("'s", "s'")):
                return phrase_before(self.t, at)
            if low in DETERMINERS or self.t[at].kind != "w":
                return None
        return None
