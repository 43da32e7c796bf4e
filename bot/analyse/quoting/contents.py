"""Where the content of a verb of reporting begins: behind 'that', an addressee, a place or a time, or at once."""

from __future__ import annotations

from bot.analyse.lexicon import words
from bot.analyse.quoting.grammar import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    OBJECT_PRONOUNS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    TIMES,
)
from bot.analyse.quoting.nounphrases import Range
from bot.analyse.quoting.scanning import ADJUNCT, MARKER, STUDIES, Scanner
from bot.analyse.quoting.tokens import LONG_QUOTE
from bot.analyse.quoting.verbs import ATTRIBUTING, PREPOSITIONAL, VERBS, Verb

_CONTRASTS = frozenset(["but", "while", "although", "though", "whereas", "even", "as", "and", "which", "who"])

_CLAUSE_WORDS = frozenset(["that", "whether", "if", "how", "why", "what", "who", "when", "where"])


_OPEN = frozenset(["maintain", "charge", "state", "guarantee", "disclose"])
_WRITTEN = frozenset(["write", "post", "observe", "read"])
"Verbs that take common objects, too: 'maintained a lead'; 'wrote a book'. What they report begins otherwise."

_BEFORE_NUMBERS = frozenset(["about", "around", "over", "under", "at", "between", "up", "near"])
_NUMBERS = words(
    "least most half to one two three four five six seven eight nine ten dozens hundreds thousands millions a-third"
)


class Contents(Scanner):
    """Finds where contents begin."""

    def _content_start(self, cue: int, subject: Range, verb: Verb) -> int | None:
        start = self._past_adverbs(cue + 1)
        if start >= self.end:
            return None
        first = self.t[start]
        if first.low in PREPOSITIONAL.get(verb.lemma, ()) and not self._explicit(start, verb):
            if verb.lemma in ("call", "agree", "lash"):
                return start + 1 if start + 1 < self.end else None
            return start if start + 2 < self.end else None
        if verb.kind == "object":
            return self._object_start(start, verb)
        if verb.kind == "to":
            return start if first.low == "to" and self.t[min(start + 1, self.end - 1)].low != "comment" else None
        if verb.kind == "tell":
            return self._told_start(start)
        return self._that_start(start, verb, subject, cue)

    def _explicit(self, start: int, verb: Verb) -> int | None:
        """The 'that' a cue's clause begins with, behind addressee, time and place."""
        for index in range(start, min(self.end, start + MARKER)):
            token = self.t[index]
            if token.low == "that" and index > start and self.t[index - 1].low not in PREPOSITIONS:
                return None if self._is_relative(index) else index
            if token.kind == "q" and token.words >= LONG_QUOTE:
                return None
            if token.low in (";", ":"):
                return None
            if (token.cap and index > start) or self.t[index - 1].low in DETERMINERS:
                continue  # 'in an interview with the Post', 'in a written statement'
            if token.low in AUXILIARIES or token.low in ATTRIBUTING:
                return None
            if token.low in VERBS and VERBS[token.low][0].form == "ing":
                return None
        return None

    def _is_relative(self, that: int) -> bool:
        """Whether a 'that' belongs to the noun before it: 'two things that day', 'a law that would end it'."""
        low = self.t[that + 1].low if that + 1 < self.end else ""
        return low in AUXILIARIES or low in TIMES

    def _object_start(self, start: int, verb: Verb) -> int | None:
        first = self.t[start]
        if verb.lemma == "welcome" and verb.form != "past":
            return None
        if first.low == "as" and verb.lemma in (
            "describe",
            "characterize",
            "characterise",
            "dismiss",
            "denounce",
            "condemn",
        ):
            return start + 1 if start + 1 < self.end else None
        if first.low == "that" and verb.lemma in ("deny",):
            return start
        if (
            first.kind == "q"
            or first.low in OBJECT_PRONOUNS | POSSESSIVES | DETERMINERS
            or first.low in ("what", "to", "how")
        ):
            return start if not (first.low == "that" and verb.lemma in ("call",)) else None
        if first.kind == "p" or first.low in ADJUNCT or first.low in CONJUNCTIONS or first.low in AUXILIARIES:
            return None
        return start

    def _told_start(self, start: int) -> int | None:
        first = self.t[start]
        if first.low in _CLAUSE_WORDS:
            return start
        explicit = self._explicit(start, VERBS["told"][0])
        if explicit is not None:
            return explicit
        if first.kind != "w" or first.low in PREPOSITIONS or first.low in CONJUNCTIONS:
            return None
        begin = start + 1 if first.low in OBJECT_PRONOUNS else start
        for index in range(max(begin, start + 1), min(self.end, start + 7)):
            token = self.t[index]
            if token.kind == "p":
                return None
            if token.low in PRONOUNS or token.low in _CLAUSE_WORDS or token.low == "to" or token.low == "there":
                return index
            if token.low in DETERMINERS and index > start:
                return index
            if token.low in PREPOSITIONS:
                return None
            if first.low in OBJECT_PRONOUNS:
                return index
        return None

    def _that_start(self, start: int, verb: Verb, subject: Range, cue: int) -> int | None:
        first = self.t[start]
        clause_word = first.low in _CLAUSE_WORDS and not (
            first.low in ("when", "where", "if", "who") and verb.lemma == "say"
        )
        if clause_word:
            return start
        if first.low == "," and self._is_middle(subject, start):
            return start + 1
        if first.low == "," and verb.lemma in ("put it", "say") and self._opens_as(subject) and start + 2 < self.end:
            return start + 1  # 'As Poe puts it, the pier is a bath'
        if first.low == "," and [t.low for t in self.t[start + 2 : start + 4]] == [",", "that"]:
            return start + 3  # 'reported, meanwhile, that'
        timed = self._is_adjunct(start) or verb.lemma == "warn"
        explicit = self._explicit(start, verb) if timed else None
        if explicit is not None:
            return explicit
        if verb.lemma in _OPEN and first.kind != "q" and first.low not in PRONOUNS:
            return None
        if verb.lemma in ("add", "claim") and (first.low in ("a", "an", "both", "another") or first.low[:1].isdigit()):
            return None  # 'added two goals', 'claimed a first title'
        if verb.lemma in _WRITTEN and first.low in ("a", "an", "the"):
            return None
        if verb.kind == "show" and self._is_study(subject) and first.kind != "p":
            return start
        if verb.kind == "quote" or (verb.noun and first.low not in PRONOUNS | DETERMINERS and not first.cap):
            return None
        if first.kind == "q":
            return start
        if first.low in AUXILIARIES and not first.cap and self._is_gap(subject, start):
            return start
        if self._is_amount(start) or first.low in ("having", "being", "despite", "if", "because"):
            return start
        if first.low == "," and start + 1 < self.end and self.t[start + 1].low in ("if", "despite"):
            return start + 1
        if first.kind == "p" or self._is_adjunct(start) or (first.low in AUXILIARIES and not first.cap):
            return self._clause_behind_place(start, subject) if first.low in ("in", "at", "on", "during") else None
        if verb.kind == "mind" and verb.lemma == "want":
            return start
        if verb.kind == "show" and not self._is_study(subject):
            return None
        return start

    def _opens_as(self, subject: Range) -> bool:
        return subject[0] > 0 and self.t[subject[0] - 1].low == "as"

    def _is_gap(self, subject: Range, start: int) -> bool:
        """'the wall, which she said was gone', 'a wall she said was gone': the clause's subject is before."""
        if not subject[0] or self.t[subject[0] - 1].kind == "p":
            return False
        return self.t[start].low not in ("does", "did", "do")

    def _is_amount(self, start: int) -> bool:
        """'said about half of it', 'reported at least six': a number opens the clause, not a phrase of place."""
        if start + 2 >= self.end or self.t[start].low not in _BEFORE_NUMBERS:
            return False
        second = self.t[start + 1].low
        return second in _NUMBERS or second[0].isdigit()

    def _is_study(self, subject: Range) -> bool:
        return any(token.low in STUDIES for token in self.t[subject[0] : subject[1]])

    def _clause_behind_place(self, start: int, subject: Range) -> int | None:
        """'said in an interview she would': a pronoun that opens a clause shortly behind a phrase of place."""
        if subject[0] and self.t[subject[0] - 1].low == ",":
            return None
        for index in range(start + 2, min(self.end, start + 8)):
            low = self.t[index].low
            if low in ("he", "she", "they", "it", "we", "there"):
                return index
            if low in CONJUNCTIONS or self.t[index].kind != "w":
                return None
        return None

    def _is_middle(self, subject: Range, comma: int) -> bool:
        """', S said, rest': set off by commas on both sides, with a clause begun before it."""
        if subject[0] < 2 or self.t[subject[0] - 1].low != "," or comma + 2 >= self.end:
            return False
        following = self.t[comma + 1]
        if following.kind != "w" or following.low in _CONTRASTS or VERBS.get(following.low, (None,))[0] is not None:
            return False
        return following.low not in ("according", "adding", "saying") and not following.low.endswith("ing")
