"""Whose stance it is: the subject of a verb or an adjective, the sentence's for a participle, a noun's owner."""

from __future__ import annotations

from bot.analyse.lexicon import words
from bot.analyse.quoting.grammar import (
    AUXILIARIES,
    DETERMINERS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    is_agent,
)
from bot.analyse.quoting.inverted import subject_after
from bot.analyse.quoting.nounphrases import Range, phrase_before
from bot.analyse.quoting.reported import Reported
from bot.analyse.quoting.subjects import skip_back, subject_before

_COPULAS = words(
    "remain remains remained remaining seem seems seemed feel feels felt feeling become becomes became becoming "
    "appear appears appeared sound sounds sounded look looks looked grow grows grew growing get gets got getting "
    "stay stays stayed"
)
_DEGREES = words("more less very so not most no")
_NO_VERB_BEFORE = frozenset(["of", "is", "are", "was", "were", ".", ",", "'s"])
_SET_OFF = frozenset([",", "but", "—", "–", "--", "while", "and"])
_GERUND = words("by in of for from before after without about")
_HOLDING = PRONOUNS | POSSESSIVES | {"those"}
_LONGEST_LEAD = 25
_UNNAMED = frozenset(["anonymity", "authorized", "authorised", "unauthorized"])
"Why a source stays unnamed is no stance: 'on condition of anonymity to discuss the plan'."

_OWNED = 4
"Words within which a noun's owner stands: 'the ministry's own first | claim'."


class Holders(Reported):
    """Finds the holder of a stance."""

    def _can_hold(self, subject: Range) -> bool:
        inside = self.t[subject[0] : subject[1]]
        if not inside or inside[0].low in ("you", "there") or (inside[0].low in ("i", "we") and not self.voiced):
            return False
        return any(t.cap or t.low in _HOLDING or is_agent(t.low) for t in inside)

    def _holder(self, cue: int, start: int, form: str) -> Range | None:
        """The holder of a verb's stance, whose complement begins at `start`."""
        last, be = skip_back(self.t, cue - 1)
        if form == "ing":
            return self._doer(cue, last, be)
        if last < 0 or (be and form != "past"):
            return None  # 'is welcome'
        low = self.t[last].low
        if low == "to" and self.t[last - 1].low in _UNNAMED:
            return None
        if (form == "base" and low == "to") or low in ("and", "but", "then", "or"):
            return self.nearest_doer(last)
        if form in ("base", "present") and not self._is_finite(cue, last, start, form):
            return None
        return subject_before(self.t, cue)

    def _doer(self, cue: int, last: int, be: bool) -> Range | None:
        """Who does what a participle says: 'is backing', ', backing', 'by backing', 'groups backing'."""
        if be:
            return subject_before(self.t, cue)
        if last < 0 or (last == 0 and self.t[0].low in _GERUND):
            return self._doer_behind(cue)
        if self.t[last].low in _SET_OFF or self.t[last].low in _GERUND:
            return self.nearest_doer(cue)
        return phrase_before(self.t, last)

    def _doer_behind(self, cue: int) -> Range | None:
        """'Citing the report, | Poe | left': who is named behind the comma."""
        comma = next((i for i in range(cue + 2, min(self.end, cue + _LONGEST_LEAD)) if self.t[i].low == ","), None)
        return subject_after(self.t, comma) if comma else None

    def _is_finite(self, cue: int, last: int, start: int, form: str) -> bool:
        """Whether a word that may be a noun, too, is a verb here."""
        before = self.t[last]
        if before.low in DETERMINERS or before.low in PREPOSITIONS or before.low.endswith("'s"):
            return False
        if self.t[start].low in _NO_VERB_BEFORE:
            return False
        if any(t.low in AUXILIARIES for t in self.t[last + 1 : cue]):
            return form == "base"
        if form == "base":
            return before.low in PRONOUNS or before.low.endswith("s") or is_agent(before.low) or before.low == ","
        return before.cap or before.low in PRONOUNS or not before.low.endswith("s")

    def _bearer(self, cue: int) -> Range | None:
        """Of whom an adjective is said: 'Poe is', 'Poe remains', ', wary of it'."""
        last, be = skip_back(self.t, cue - 1)
        while last > 0 and self.t[last].low in _DEGREES:
            last, more = skip_back(self.t, last - 1)
            be = be or more
        if be:
            return subject_before(self.t, last + 1)
        if last < 0:
            return None
        low = self.t[last].low
        if low in _COPULAS:
            return subject_before(self.t, last)
        if low == ",":
            return self.nearest_doer(cue)
        pronoun, _, verb = low.partition("'")
        return (last, last + 1) if pronoun in PRONOUNS and verb in ("s", "re") else None

    def _owner(self, cue: int) -> Range | None:
        """Whose noun it is: 'Poe's', 'his', a few words before it."""
        for owner in range(cue - 1, max(-1, cue - 1 - _OWNED), -1):
            low = self.t[owner].low
            if low in POSSESSIVES:
                return owner, owner + 1
            if low.endswith(("'s", "s'")):
                return phrase_before(self.t, owner)
            if self.t[owner].kind != "w" or low in PREPOSITIONS or low in DETERMINERS or low in AUXILIARIES:
                return None
        return None
