"""Reads one sentence: which verb of reporting has which subject and which content.

The rules are those of English news prose, tried from the surest to the loosest: a quotation before the cue, a quotation after
it, a clause after it, a clause before it. Content follows the convention of PolNeAR (Newell et al. 2018): 'that' belongs to it,
so do marks and the punctuation inside them; addressee, place and time do not, nor does the final stop.
"""

from __future__ import annotations

from bot.analyse.quoting.found import Found
from bot.analyse.quoting.grammar import (
    AUXILIARIES,
    CONJUNCTIONS,
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
from bot.analyse.quoting.subjects import Range, head_of, phrase_before, skip_back, subject_after, subject_before
from bot.analyse.quoting.tokens import LONG_QUOTE, Sentence
from bot.analyse.quoting.verbs import ATTRIBUTING, NOUN_CUES, PREPOSITIONAL, VERBS, Verb
from bot.shapes import Span

_WINDOW = 160
"A clause is read no further than this many words; longer ones are no prose."

_MARKER = 18
"How far behind a cue its 'that' or its quotation may begin: 'told lawmakers on the hill on Wednesday that'."

SURE_DIRECT, SURE_THAT, SURE_CLAUSE, SURE_MIXED = 0.95, 0.86, 0.8, 0.9
LIKELY_OBJECT, LIKELY_MIND, LIKELY_LOOSE = 0.7, 0.6, 0.55

_ADJUNCT = PREPOSITIONS | TIMES | frozenset(["when", "while", "as", "because", "who", "which", "and", "but", "where"])
_MODALS = frozenset(["would", "could", "may", "might", "will", "should", "can", "must", "to"])
_CONTRASTS = frozenset(["but", "while", "although", "though", "whereas", "even", "as", "and", "which", "who"])
_CLAUSE_WORDS = frozenset(["that", "whether", "if", "how", "why", "what", "who", "when", "where"])


class Reader:
    """Reads one sentence's tokens; `found` fills as it goes."""

    def __init__(self, text: str, sentence: Sentence, index: int) -> None:
        self.text, self.t, self.index = text, sentence.tokens, index
        self.end = len(self.t)
        while self.end and self.t[self.end - 1].low in (".", "!", "?", "…"):
            self.end -= 1
        self.found: list[Found] = []
        self.subject: Range | None = None
        "the subject of the last finite cue: 'and added', ', saying' are its doing"
        self._done = -1
        "where what has been read so far ends"
        self.taken: set[int] = set()
        "quoted stretches that have their speaker"

    def read(self) -> list[Found]:
        """Every attribution in the sentence, in the order of the cues."""
        for index in range(self.end):
            token = self.t[index]
            if token.kind != "w":
                continue
            if token.low == "according" and index + 2 < self.end and self.t[index + 1].low == "to":
                self._according(index)
            elif token.low in ("quoted", "quotes", "quoting", "cited", "cites", "citing"):
                self._as_saying(index)
            elif token.low in NOUN_CUES and index + 1 < self.end and self.t[index + 1].low == "that":
                self._noun(index)
            if token.low in VERBS and not (token.cap and index > 0):
                self._verb(index, VERBS[token.low])
        return self.found

    # --- cues ------------------------------------------------------------------------------

    def _verb(self, cue: int, verbs: tuple[Verb, ...]) -> None:
        if self.t[cue - 1].low == "as" and cue > 1 and self.t[cue].low == "saying":
            return  # 'quoted as saying' is read from its other end
        if verbs[0].noun and not self._is_verb_here(cue, verbs[0]):
            return
        if verbs[0].form == "ing":
            self._participle(cue, verbs)
            return
        subject = self._subject(cue, verbs[0])
        if subject is not None and self.t[subject[0]].low in ("i", "we", "you"):
            return  # the reporter's own voice, or an appeal to readers
        if subject is not None and verbs[0].kind != "show":
            self.subject = subject
        for reading in (self._after_quote, self._before_quote, self._clause_after, self._clause_before):
            if reading(cue, subject, verbs):
                return

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
        if self._quote_left_of(last) is not None or self._quoted_name(last):
            return True
        if after is not None and after.low == ":":
            return before.cap or before.low in PRONOUNS or is_agent(before.low)
        if after is None or after.low in (
            "of",
            ".",
            ",",
            "and",
            "or",
            "by",
            "from",
            "in",
            "over",
            "is",
            "are",
            "was",
            "were",
        ):
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

    def announced(self) -> Span | None:
        """Whom a sentence that ends on a colon announces: 'Poe put it this way:'."""
        if not self.t or self.t[-1].low != ":":
            return None
        subject = self.subject or self._main_subject(self.end)
        return self._span(subject) if subject else None

    def _subject(self, cue: int, verb: Verb) -> Range | None:
        last, be = skip_back(self.t, cue - 1)
        if be and verb.form == "past":
            return None  # passive: the source is elsewhere, or nowhere
        if verb.form == "past" and cue + 1 < self.end and self.t[cue + 1].low == "by":
            return None
        if verb.kind in ("object", "to") and any(t.low in _MODALS for t in self.t[last + 1 : cue]):
            return None
        if last >= 0 and self.t[last].low in ("and", "but", "then", "or"):
            return self.subject or self._main_subject(last)
        if last >= 2 and self.t[last].low == "to":
            if [t.low for t in self.t[last - 2 : last]] == ["went", "on"]:
                return subject_before(self.t, last - 2)
            return None
        return subject_before(self.t, cue)

    def _participle(self, cue: int, verbs: tuple[Verb, ...]) -> None:
        """', adding that ...': the doing of the sentence's subject, where a comma or 'and' sets it off."""
        before = self.t[cue - 1] if cue else None
        last, be = skip_back(self.t, cue - 1)
        if be:
            subject = self._subject(cue, verbs[0])
            if subject:
                self.subject = subject
        elif before is None or before.low in (",", "and", "but", "by", "also", "—", "–", "while") or (last >= 0 and self.t[last].low in (",", "but", "and")) or before.kind == "q":
            subject = self.subject or self._main_subject(cue)
        else:
            return
        for reading in (self._before_quote, self._clause_after):
            if subject and reading(cue, subject, verbs):
                return

    def _main_subject(self, before: int) -> Range | None:
        """The phrase before the first verb of the sentence."""
        for index in range(min(before, _MARKER + 12)):
            token = self.t[index]
            if token.kind != "w" or token.low in DETERMINERS or (token.cap and index):
                continue
            if token.low in AUXILIARIES or looks_past(token.low) or (token.low in VERBS and not VERBS[token.low][0].noun):
                found = subject_before(self.t, index)
                if found:
                    return found
        return None

    # --- layouts ---------------------------------------------------------------------------

    def _after_quote(self, cue: int, subject: Range | None, verbs: tuple[Verb, ...]) -> bool:
        """'"Q," S cue', '"Q," cue S', and the second half of a split one."""
        if not any(verb.kind in ("say", "tell", "quote", "object", "mind") for verb in verbs):
            return False
        start = subject[0] if subject else cue
        quote = self._quote_left_of(start)
        if quote is None and subject is not None and cue - 1 >= 0 and self.t[cue - 1].kind == "q":
            return False
        if quote is None or quote in self.taken:
            return False
        inverted = subject is None
        if inverted:
            last, _ = skip_back(self.t, cue - 1)
            if last != quote and self.t[last].low not in (",", "-", "—"):
                return False
            subject = subject_after(self.t, cue)
            if subject is None:
                return False
            self.subject = subject
        assert subject is not None
        parts = self._parts_before(quote)
        after = self._split_half(max(cue + 1, subject[1]))
        if after is not None:
            parts += self._mixed_parts(after)
        self._add(parts, subject, cue, SURE_DIRECT, verbs[0].lemma)
        return True

    def _quote_left_of(self, start: int) -> int | None:
        """The quotation right before the phrase that starts at `start`, a comma or dash between them at most."""
        at = start - 1
        while at >= 0 and self.t[at].low in (",", "-", "—", "–", "--", "but", "and"):
            at -= 1
        return at if at >= 0 and self.t[at].kind == "q" else None

    def _parts_before(self, quote: int) -> list[Span]:
        """A quotation with the clause it completes: 'The talks “are soon,” said Poe'."""
        first = quote
        if not self.t[quote].cap:
            first = self._clause_start(quote)
        elif quote and self.t[quote - 1].kind == "q":
            first = quote - 1
        self.taken.update(range(first, quote + 1))
        return [(self.t[first].start, self.t[quote].end)]

    def _clause_start(self, index: int) -> int:
        """Where the clause that holds `index` begins: the sentence's start, or behind what was said before."""
        start = index
        while start > 0 and self.t[start - 1].start >= self._done:
            start -= 1
        while start < index and self.t[start].low in (",", "and", "but", ";", ":", "so", "yet"):
            start += 1
        return start

    def _split_half(self, start: int) -> int | None:
        """The second quotation of '"A," she said, "B"': behind a comma, and no other cue before it."""
        for index in range(start, min(self.end, start + _MARKER)):
            token = self.t[index]
            if token.kind == "q":
                comma = self.t[index - 1].low in (",", ":", "--", "—", "–", ";")
                return index if comma or index == start else None
            if token.low in VERBS and not VERBS[token.low][0].noun:
                return None
        return None

    def _before_quote(self, cue: int, subject: Range | None, verbs: tuple[Verb, ...]) -> bool:
        """'S cue: "Q"': the quotation behind a comma or colon, addressee and place between."""
        if subject is None or not any(verb.kind in ("say", "tell", "quote", "mind") for verb in verbs):
            return False
        quote = self._marked_quote(cue + 1)
        if quote is None:
            return self._colon(cue, subject, verbs)
        lead = self._lead_in(subject, cue) if not self.t[quote].cap else None
        parts = [lead, *self._mixed_parts(quote)] if lead else self._mixed_parts(quote)
        self._add(parts, subject, cue, SURE_DIRECT, verbs[0].lemma)
        return True

    def _marked_quote(self, start: int) -> int | None:
        for index in range(start, min(self.end, start + _MARKER)):
            token = self.t[index]
            if token.kind == "q":
                near = self.t[index - 1].low in (",", ":") or (index == start and token.words >= 1 and token.cap)
                return index if near and index not in self.taken else None
            if index > start and (
                token.low in AUXILIARIES or (token.low in PRONOUNS and token.low not in OBJECT_PRONOUNS)
            ):
                return None
            if token.low in ATTRIBUTING or token.low in ("that", "but"):
                return None
        return None

    def _colon(self, cue: int, subject: Range, verbs: tuple[Verb, ...]) -> bool:
        """'He put it this way: nobody came.': words without marks behind a colon."""
        if cue + 2 < self.end and self.t[cue + 1].low == ":":
            self._add([(self.t[cue + 2].start, self.t[self.end - 1].end)], subject, cue, SURE_CLAUSE, verbs[0].lemma)
            return True
        return False

    def _mixed_parts(self, quote: int) -> list[Span]:
        """A quotation, with the rest of the clause where it goes on in the reporter's words."""
        self.taken.add(quote)
        token = self.t[quote]
        last = quote
        inner_end = self.text[max(token.start, token.end - 3) : token.end].rstrip("”\"’'»")[-1:]
        if not token.cap and inner_end not in ".,!?" and quote + 1 < self.end and self.t[quote + 1].kind == "w":
            last = max(quote, self._clause_end(quote + 1) - 1)
            self.taken.update(i for i in range(quote, last + 1) if self.t[i].kind == "q")
        while last + 1 < self.end and self.t[last + 1].kind == "q":
            last += 1
            self.taken.add(last)
        return [(token.start, self.t[last].end)]

    def _lead_in(self, subject: Range, cue: int) -> Span | None:
        """'Russia, the minister said, “would ...”': the beginning of the clause that the quotation goes on with."""
        if subject[0] < 2 or subject[0] > cue or self.t[subject[0] - 1].low != ",":
            return None
        start = self._clause_start(subject[0] - 2)
        if self.t[start].low in PREPOSITIONS or any(t.kind == "q" for t in self.t[start : subject[0]]):
            return None
        return self.t[start].start, self.t[subject[0] - 2].end

    def _clause_after(self, cue: int, subject: Range | None, verbs: tuple[Verb, ...]) -> bool:
        """'S cue (that) clause', 'S cue object', 'S cue to do'."""
        if subject is None or subject[0] > cue:
            return False
        for verb in verbs:
            if verb.kind in ("object", "to") and not self._can_speak(subject):
                continue
            if verb.kind == "mind" and any(found.last_end > self.t[cue].start for found in self.found):
                continue  # what he said he hoped is what he said
            start = self._content_start(cue, subject, verb)
            if start is None:
                continue
            end = self._clause_end(start, verb.kind in ("object", "to"))
            while end > start and self.t[end - 1].low in (",", ";", ":", "—", "–", "--"):
                end -= 1
            if end - start < 1 or (end - start == 1 and self.t[start].kind != "q" and verb.kind != "object"):
                continue
            parts = [(self.t[start].start, self.t[end - 1].end)]
            lead = self._middle(subject, cue, start) if verb.kind in ("say", "quote", "mind") else None
            self.taken.update(i for i in range(start, end) if self.t[i].kind == "q")
            self._add([lead, *parts] if lead else parts, subject, cue, self._sureness(verb, start, end), verb.lemma)
            return True
        return False

    def _can_speak(self, subject: Range) -> bool:
        head = head_of(self.t, subject)
        return head.cap or head.low in PRONOUNS or is_agent(head.low)

    def _middle(self, subject: Range, cue: int, start: int) -> Span | None:
        """The first half of 'Such a move, he added, would ...'."""
        if start == 0 or self.t[start - 1].low != ",":
            return None
        return self._lead_in(subject, cue)

    def _sureness(self, verb: Verb, start: int, end: int) -> float:
        quoted = any(token.kind == "q" for token in self.t[start:end])
        if verb.kind in ("object", "to"):
            return SURE_MIXED - 0.05 if quoted else LIKELY_OBJECT
        if verb.kind in ("mind", "show"):
            return LIKELY_MIND + 0.2 if quoted else LIKELY_MIND
        if quoted:
            return SURE_MIXED
        return SURE_THAT if self.t[start].low == "that" else SURE_CLAUSE

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
            return start if first.low == "to" else None
        if verb.kind == "tell":
            return self._told_start(start)
        return self._that_start(start, verb, subject, cue)

    def _past_adverbs(self, index: int) -> int:
        while index < self.end and (
            (is_adverb(self.t[index].low) and self.t[index].low not in ("only", "even", "still", "never", "now"))
            or (self.t[index].low in TIMES and self.t[index].low not in ("this", "next", "last", "may", "march"))
        ):
            index += 1
        return index

    def _explicit(self, start: int, verb: Verb) -> int | None:
        """The 'that' a cue's clause begins with, behind addressee, time and place."""
        for index in range(start, min(self.end, start + _MARKER)):
            token = self.t[index]
            if token.low == "that" and index > start and self.t[index - 1].low not in PREPOSITIONS:
                return index
            if token.kind == "q" and token.words >= LONG_QUOTE:
                return None
            if token.low in AUXILIARIES or token.low in ATTRIBUTING or token.low in (";", ":"):
                return None
            if token.low in VERBS and VERBS[token.low][0].form == "ing":
                return None
        return None

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
        if first.kind == "p" or first.low in _ADJUNCT or first.low in CONJUNCTIONS or first.low in AUXILIARIES:
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
        if first.low == "," and [t.low for t in self.t[start + 2 : start + 4]] == [",", "that"]:
            return start + 3  # 'reported, meanwhile, that'
        explicit = self._explicit(start, verb) if first.low in PREPOSITIONS or verb.lemma == "warn" else None
        if explicit is not None:
            return explicit
        if verb.kind == "quote" or (verb.noun and first.low not in PRONOUNS | DETERMINERS and not first.cap):
            return None
        if first.kind == "q":
            return start
        if first.low in AUXILIARIES and subject[0] and self.t[subject[0] - 1].low == "which":
            return start
        if first.kind == "p" or self._is_adjunct(start) or (first.low in AUXILIARIES and not first.cap):
            return self._clause_behind_place(start, subject) if first.low in ("in", "at", "on", "during") else None
        if verb.kind == "mind" and verb.lemma == "want":
            return start
        if verb.kind == "show" and not self._is_study(subject):
            return None
        return start

    def _is_adjunct(self, index: int) -> bool:
        """Whether a phrase of place or time begins here: 'on Tuesday', 'last week'; not 'this was wrong'."""
        token = self.t[index]
        if token.low in ("this", "last", "next", "that", "may", "march"):
            return index + 1 < len(self.t) and self.t[index + 1].low in TIMES
        return token.low in _ADJUNCT and not (token.cap and token.low in ("and", "but"))

    def _is_study(self, subject: Range) -> bool:
        studies = ("poll", "polls", "study", "survey", "report", "reports", "research", "data", "documents", "records")
        return any(token.low in studies for token in self.t[subject[0] : subject[1]])

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

    def _clause_before(self, cue: int, subject: Range | None, verbs: tuple[Verb, ...]) -> bool:
        """'clause, S cue.' and 'clause, cue S.'"""
        if not any(verb.kind in ("say", "quote", "mind") for verb in verbs):
            return False
        if subject is None:
            if cue < 2 or self.t[cue - 1].low != "," or verbs[0].form not in ("past", "present"):
                return False
            subject = subject_after(self.t, cue)
            comma = cue - 1
        else:
            comma = subject[0] - 1
        if (
            subject is None
            or comma < 1
            or self.t[comma].low != ","
            or not self._rest_is_adjunct(max(cue + 1, subject[1]))
        ):
            return False
        inner = [found for found in self.found if found.speaker and found.last_end == self.t[comma - 1].end]
        speaker = self._span(subject)
        for found in inner:
            found.via = speaker
        self.subject = subject
        start = self._clause_start(comma - 1) if not inner else self._after_lead(0)
        if not inner and not self._is_clause(start, comma):
            return False
        if comma - start < 3 or (inner and is_outlet(self.text[speaker[0] : speaker[1]])):
            return bool(inner)
        self.taken.update(i for i in range(start, comma) if self.t[i].kind == "q")
        self._add([(self.t[start].start, self.t[comma - 1].end)], subject, cue, SURE_CLAUSE, verbs[0].lemma)
        return True

    def _is_clause(self, start: int, end: int) -> bool:
        """Whether words are more than a phrase of time or place that only leads in."""
        first = self.t[start].low
        leads_in = first in PREPOSITIONS or first in TIMES or is_adverb(first)
        return not leads_in or end - start > 12 or any(t.low in AUXILIARIES for t in self.t[start:end])

    def _after_lead(self, start: int) -> int:
        while start < self.end and self.t[start].low in ("but", "and", "so", "yet", ","):
            start += 1
        return start

    def _rest_is_adjunct(self, index: int) -> bool:
        index = self._past_adverbs(index)
        return index >= self.end or self._is_adjunct(index) or self.t[index].low in (",", ";", ":", "—", "–")

    # --- other cues ------------------------------------------------------------------------

    def _according(self, index: int) -> None:
        source = subject_after(self.t, index + 1)
        if source is None:
            return
        speaker = self._span(source)
        before = [f for f in self.found if f.speaker and f.last_end >= self.t[max(0, index - 8)].start]
        if index > 1 and before:
            for found in before:
                found.via = found.via or speaker
            return
        if index <= 1:
            comma = next((i for i in range(source[1], min(self.end, source[1] + 12)) if self.t[i].low == ","), None)
            if comma is None or comma + 1 >= self.end:
                return
            start, end = comma + 1, self._clause_end(comma + 1)
        else:
            start, end = self._clause_start(index - 1), index
        while end > start and self.t[end - 1].low in (",", "—", "–"):
            end -= 1
        if end - start < 2:
            return
        self.taken.update(i for i in range(start, end) if self.t[i].kind == "q")
        self.subject = self.subject or source
        self._add([(self.t[start].start, self.t[end - 1].end)], source, (index, index + 2), SURE_CLAUSE, "according")

    def _as_saying(self, cue: int) -> None:
        """'the Post quoted Poe as saying ...': Poe's words, second-hand from the Post."""
        for index in range(cue + 1, min(self.end, cue + 26)):
            if self.t[index].low == "as" and index + 1 < self.end and self.t[index + 1].low in ("saying", "telling"):
                break
        else:
            return
        outlet = subject_before(self.t, cue)
        _last, be = skip_back(self.t, cue - 1)
        if be:
            source, outlet = outlet, self._by(cue + 1, self.end)
        else:
            source = self._quoted_source(cue, index)
        if source is None:
            return
        quote = self._quote_left_of(outlet[0] if outlet and outlet[0] < cue else source[0])
        if quote is not None and quote not in self.taken:
            parts = self._parts_before(quote)
        else:
            start = self._past_adverbs(index + 2)
            by = self._by(index + 2, index + 4)
            start = by[1] if by else start
            while start < self.end and self.t[start].low in (",", ":"):
                start += 1
            if start >= self.end:
                return
            end = self._clause_end(start)
            self.taken.update(i for i in range(start, end) if self.t[i].kind == "q")
            parts = [(self.t[start].start, self.t[end - 1].end)]
        self.subject = source
        self._add(parts, source, (cue, index + 2) if be else (index, index + 2), SURE_MIXED, "quote")
        self.found[-1].via = self._span(outlet) if outlet else None

    def _quoted_source(self, cue: int, as_: int) -> Range | None:
        """The phrase between 'quoted' and 'as saying', its appositive left out."""
        comma = next((i for i in range(cue + 1, as_) if self.t[i].low == ","), as_)
        return (cue + 1, comma) if comma > cue + 1 else None

    def _by(self, start: int, stop: int) -> Range | None:
        for index in range(start, min(stop, self.end)):
            if self.t[index].low == "by":
                return subject_after(self.t, index)
        return None

    def _noun(self, index: int) -> None:
        """'the ministry's claim that ...'"""
        owner = index - 1
        while owner > 0 and not self.t[owner].low.endswith(("'s", "s'")) and index - owner < 3:
            owner -= 1
        if owner < 0 or not self.t[owner].low.endswith(("'s", "s'")):
            return
        source = phrase_before(self.t, owner)
        if source is None:
            return
        end = self._clause_end(index + 1)
        if end - index < 4:
            return
        content = (self.t[index + 1].start, self.t[end - 1].end)
        self._add([content], source, index, LIKELY_LOOSE, "claim")
        start, stop = self.found[-1].speaker or (0, 0)
        self.found[-1].speaker = (start, stop - 2 if self.t[owner].low.endswith("'s") else stop - 1)

    # --- ends ------------------------------------------------------------------------------

    def _clause_end(self, start: int, is_object: bool = False) -> int:
        """Where a reported clause ends: at the next attribution, at a contrast, at the sentence's end. An object ends
        at the next verb of its subject, too: 'called it an insult | and is to meet them'."""
        stop = min(self.end, start + _WINDOW)
        for index in range(start + 1, stop):
            low = self.t[index].low
            if self.t[index - 1].kind == "q" and self._ends_in_comma(index - 1) and self._cuts(index):
                return index
            if low in (",", "—", "–", "--") and self._cuts(index + 1):
                return index
            if low in ("and", "but") and is_object and index + 1 < stop and self.t[index + 1].low in AUXILIARIES:
                return index
            if low == "but" and index + 1 < stop and self.t[index + 1].low == "there":
                return index
            if low == ";" or (low in ("and", "but", "then") and self._is_cue(self._past_adverbs(index + 1))):
                return index
        return stop

    def _cuts(self, index: int) -> bool:
        if index >= self.end:
            return False
        token = self.t[index]
        low = token.low
        if low in ("but", "although", "though", "whereas", "while", "according"):
            return not (low == "but" and index + 1 < self.end and self.t[index + 1].low in ("that", "also"))
        verbs = VERBS.get(low)
        if verbs and verbs[0].form == "ing" and verbs[0].kind != "show":
            return True
        if low in ("speaking", "referring") or (low == "without" and self.t[index + 1].low.endswith("ing")):
            return True
        if low in ("as", "and", "even") or low not in ADJUNCT_STARTS:
            return self._attribution_at(index)
        return False

    def _ends_in_comma(self, quote: int) -> bool:
        end = self.t[quote].end
        return "," in self.text[max(0, end - 3) : end]

    def _is_cue(self, index: int) -> bool:
        """Whether a finite verb of reporting stands at `index`, so that 'and' or 'but' begins another attribution."""
        if index >= self.end or self.t[index].low not in VERBS:
            return False
        verb = VERBS[self.t[index].low][0]
        return verb.form in ("past", "present", "ing") and not verb.noun

    def _attribution_at(self, index: int) -> bool:
        """', the agency reported.' or 'said Poe' or ', as he condemned' behind a comma."""
        for at in range(index, min(self.end, index + 12)):
            token = self.t[at]
            if token.kind != "w" or (at > index and token.low in CONJUNCTIONS and token.low not in ("and", "or")):
                return False
            if token.low in ATTRIBUTING and VERBS[token.low][0].form != "ing":
                subject = subject_before(self.t, at)
                return at == index or (subject is not None and subject[0] <= index + 1)
            if token.low in VERBS and VERBS[token.low][0].form == "past" and self.t[index].low in ("as", "and"):
                return True
            if token.low in AUXILIARIES and not (at + 1 < self.end and self.t[at + 1].low in ATTRIBUTING):
                return False
        return False

    def _add(self, parts: list[Span], subject: Range, cue: int | Range, sure: float, lemma: str) -> None:
        first, last = cue if isinstance(cue, tuple) else (cue, cue + 1)
        self._done = max(self._done, parts[-1][1])
        cue_span = (self.t[first].start, self.t[last - 1].end)
        self.found.append(Found(parts, self._span(subject), cue_span, sure, sentence=self.index, lemma=lemma))

    def _span(self, phrase: Range) -> Span:
        return self.t[phrase[0]].start, self.t[phrase[1] - 1].end


ADJUNCT_STARTS = frozenset(
    ["which", "who", "whose", "where", "when", "because", "if", "including", "such", "with", "or"]
)

_OUTLET_WORDS = (
    "agency", "agencies", "news", "newspaper", "magazine", "daily", "times", "post", "journal", "television", "tv", "radio",
    "media", "broadcaster", "website", "channel", "bulletin", "courier", "gazette", "herald", "tribune", "telegraph", "wire",
    "reuters", "guardian", "observer", "chronicle", "ap", "afp", "upi", "dpa", "bbc", "cnn", "npr",
)  # fmt: skip


def is_outlet(phrase: str) -> bool:
    """Whether a source is a medium that reports others' words."""
    return any(word in _OUTLET_WORDS for word in phrase.lower().replace("-", " ").split())
