"""Whether a word is a verb where it stands, and whose: what all readings of a cue begin with."""

from __future__ import annotations

from bot.analyse.lexicon import words
from bot.analyse.quoting.grammar import DETERMINERS, NEGATIONS, PREPOSITIONS, PRONOUNS, TIMES, is_agent, looks_past
from bot.analyse.quoting.nounphrases import Range, phrase_before
from bot.analyse.quoting.scanning import MODALS, STUDIES
from bot.analyse.quoting.stances import Stances
from bot.analyse.quoting.subjects import skip_back, subject_before
from bot.analyse.quoting.verbs import Verb

_ANSWERS = frozenset(["comment", "respond", "answer", "elaborate", "reply"])

_WRITTEN = words("statement letter memo email message tweet post report release note reply video ad resolution ruling")

_HEARD = words("used heard overheard likes liked loves loved")
"'Poe likes to say': what he says."

_SHOWING = words("with has had have shows showed show heard hears hear caught captured recorded")
"Before somebody and what they are at: 'with Poe saying', 'has Poe saying'."

_BY = words("by in at on for from")

_NO_OBJECT = frozenset(["of", ".", ",", "and", "or", "by", "from", "in", "over", "is", "are", "was", "were"])
"Behind a word that is a noun, too, these say that it is one."

_LONGEST_STUDY = 12
"Words between a study and its verb: 'a drawing published by the company shows'."


class Predicates(Stances):
    """Tells verbs from nouns and finds their subjects."""

    def _is_verb_here(self, cue: int, verb: Verb) -> bool:
        """Whether a word that is a common noun, too, stands as a verb: it has a subject and no 'of' behind it."""
        last, _ = skip_back(self.t, cue - 1)
        if last < 0:
            return False
        before, after = self.t[last], self.t[cue + 1] if cue + 1 < self.end else None
        if before.kind == "q":
            return after is not None and (after.cap or after.low in DETERMINERS)
        if before.kind != "w" or before.low in DETERMINERS or before.low.endswith("'s") or before.low in PREPOSITIONS:
            return before.low == "," and verb.form == "present" and after is not None and after.low == "that"
        if self.quoted and (self._quote_left_of(last) is not None or self._quoted_name(last)):
            return True
        if verb.lemma in ("show", "find", "read") and (before.low in STUDIES or self._published(cue)):
            return True
        if after is not None and after.low == ":":
            return before.cap or before.low in PRONOUNS or is_agent(before.low) or verb.lemma == "read"
        if after is None or after.low in _NO_OBJECT:
            return False
        if after.low == "that" and (before.cap or before.low.endswith("s")):
            return True
        if before.low in PRONOUNS or last != cue - 1:
            return before.low not in ("it", "that")
        if verb.form == "base":
            return before.low.endswith("s") and not before.low.endswith("'s")
        return before.cap or before.low in ("who", "official", "spokesman", "spokeswoman", "minister", "ministry")

    def _quoted_name(self, last: int) -> bool:
        """Whether the phrase that ends here stands right behind a quotation: '"Q," Poe notes.'"""
        phrase = phrase_before(self.t, last)
        return phrase is not None and self._quote_left_of(phrase[0]) is not None

    def _subject(self, cue: int, verb: Verb) -> Range | None:
        if verb.form == "base" and self._is_noun_here(cue):
            return None
        last, be = skip_back(self.t, cue - 1)
        if be and verb.form == "past":
            return None  # passive: the source is elsewhere, or nowhere
        if verb.form == "past" and cue + 1 < self.end and self.t[cue + 1].low == "by":
            return None
        between = [t.low for t in self.t[last + 1 : cue]]
        if verb.lemma in _ANSWERS and any(low in NEGATIONS or low.endswith("n't") for low in between):
            return None  # 'does not comment on that'
        if (verb.kind in ("object", "to", "quote") or verb.lemma == "ask") and any(
            t.low in MODALS for t in self.t[last + 1 : cue]
        ):
            return None
        if last >= 0 and self.t[last].low in ("and", "but", "then", "or"):
            return self.subject or self.nearest_doer(last)
        if last >= 2 and self.t[last].low == "to":
            if self.t[last - 2].low in ("went", "goes", "go") and self.t[last - 1].low == "on":
                return subject_before(self.t, last - 2)
            heard = self.t[last - 1].low in _HEARD
            return subject_before(self.t, last - 1) if heard else None
        study = self._published(cue) if verb.kind == "show" or verb.lemma in ("say", "suggest") else None
        return study or subject_before(self.t, cue)

    def _published(self, cue: int) -> Range | None:
        """'A drawing published by the company | shows': a study and what was done with it."""
        for at in range(cue - 2, max(0, cue - _LONGEST_STUDY), -1):
            token = self.t[at]
            if token.kind != "w":
                return None
            if looks_past(token.low) and self.t[at - 1].low in STUDIES and self.t[at + 1].low in _BY:
                study = phrase_before(self.t, at - 1)
                return (study[0], cue) if study else None
        return None

    def _is_noun_here(self, cue: int) -> bool:
        """Whether an article stands before a word and its adjective: 'a snappy | retort'."""
        return any(token.low in ("a", "an") for token in self.t[max(0, cue - 3) : cue])

    def _shown(self, cue: int) -> Range | None:
        """Whom somebody shows at it: 'with its leader, Anna Ashby, | saying', 'the tape has Poe | saying'."""
        subject = subject_before(self.t, cue)
        if subject is None or subject[1] > cue or not subject[0]:
            return None
        return subject if self.t[subject[0] - 1].low in _SHOWING else None

    def _is_issued(self, index: int) -> bool:
        """Whether something written stands before a participle: 'issued a statement on Monday | saying'."""
        while index > 0 and (self.t[index].low in TIMES or self.t[index].low == "on"):
            index -= 1
        return self.t[index].low in _WRITTEN and self.main_subject(index) is not None
