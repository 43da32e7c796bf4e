"""What reading a sentence needs at every step: where clauses end, what is only an adjunct, what has been found."""

from __future__ import annotations

from bot.analyse.lexicon import words
from bot.analyse.quoting.found import Found
from bot.analyse.quoting.grammar import (
    AUXILIARIES,
    BE,
    CONJUNCTIONS,
    PREPOSITIONS,
    PRONOUNS,
    TIMES,
    WEEKDAYS,
    is_adverb,
    looks_past,
)
from bot.analyse.quoting.nounphrases import Range
from bot.analyse.quoting.subjects import subject_before
from bot.analyse.quoting.tokens import Sentence
from bot.analyse.quoting.verbs import ATTRIBUTING, VERBS
from bot.shapes import Span

WINDOW = 160
"A clause is read no further than this many words; longer ones are no prose."

MARKER = 18
"How far behind a cue its 'that' or its quotation may begin: 'told lawmakers on the hill on Wednesday that'."

SURE_DIRECT, SURE_THAT, SURE_CLAUSE, SURE_MIXED = 0.95, 0.86, 0.8, 0.9
"How sure a layout is: about its share of right attributions on the training part of PolNeAR, quotations first."

SURE_OPEN = 0.9
"A quotation that ends on a comma, with somebody and any verb right behind it."

LIKELY_OBJECT, LIKELY_MIND, LIKELY_LOOSE = 0.7, 0.6, 0.55
"Layouts in which a verb may describe a deed rather than words."

ADJUNCT = PREPOSITIONS | TIMES | frozenset(["when", "while", "as", "because", "who", "which", "and", "but", "where"])

STUDIES = words(
    "poll polls polling study studies survey surveys report reports research review analysis data documents records "
    "filings figures tallies emails statistics images pictures footage video letter memo satellites drawing drawings "
    "photograph photographs map maps chart charts log logs diary ledger register transcript transcripts minutes "
    "receipts"
)
"What shows and finds things by itself."

_LONGEST_RELATIVE = 28
"Words of a relative clause that stands inside another."

_REMARKS = frozenset(["part", "not", "a", "an", "the"])
_ASIDES = words("who which whom whose part a an the with as while when in on at after before because since")
"What the reporter's own words begin with behind a quotation that ends on a comma, and behind any other and a comma."

ADJUNCT_STARTS = frozenset(
    ["which", "who", "whose", "where", "when", "because", "if", "including", "such", "with", "or"]
)


_DEEDS = words("deal move step decision figure sum plan charge claim ruling change cut rise")

_JOINS_ALONE = frozenset(["and", "but", "while"])
_JOINS = _JOINS_ALONE | frozenset(["as", "so", "yet", "although", "though", "whereas"])


MODALS = frozenset(["would", "could", "may", "might", "will", "should", "can", "must", "to"])


class Scanner:
    """One sentence's tokens and what has been found in them so far."""

    def __init__(self, text: str, sentence: Sentence, index: int, voiced: bool = False) -> None:
        self.text, self.t, self.quoted, self.index = text, sentence.tokens, sentence.quoted, index
        self.voiced = voiced
        "these are somebody's own words, whose 'I said' counts; a reporter's does not"
        self.end = len(self.t)
        while self.end and self.t[self.end - 1].low in (".", "!", "?", "…"):
            self.end -= 1
        self.found: list[Found] = []
        self.subject: Range | None = None
        "the subject of the last finite cue: 'and added', ', saying' are its doing"
        self._ends: list[int] = []
        "where each content that has been found ends"
        self._titled: bool | None = None
        self.taken: set[int] = set()
        "quoted stretches that have their speaker"
        self.tags: dict[int, Range] = {}
        "cue -> subject of the tags behind quotations"
        self.claimed: set[int] = set()
        "where the contents of those tags begin: no other content reaches beyond"

    def _clause_end(self, start: int, is_object: bool = False) -> int:
        """Where a reported clause ends: at the next attribution, at a contrast, at the sentence's end. An object ends
        at the next verb of its subject, too: 'called it an insult | and is to meet them'."""
        stop = min(self.end, start + WINDOW)
        start = self._past_inset(start)
        quoted = False
        for index in range(start + 1, stop):
            low = self.t[index].low
            quoted = quoted or (self.t[index - 1].kind == "q" and self.t[index - 1].words > 1)
            if index in self.claimed or (quoted and self._leaves_quote(index)):
                return index
            if self.t[index - 1].kind == "q" and self._ends_in_comma(index - 1) and self._cuts(index):
                return index
            if low in (",", "—", "–", "--", "-") and (
                self._cuts(index + 1) or self._remarks(index + 1) or self._weighs(index + 1)
            ):
                return index
            if self.t[index - 1].kind == "q" and self._ends_in_comma(index - 1) and self._remarks(index):
                return index
            if low in ("and", "but") and is_object and index + 1 < stop and self._is_done(index + 1):
                return index
            if low == "but" and index + 1 < stop and self.t[index + 1].low == "there":
                return index
            if low == ";" or (low in ("and", "but", "then") and self._is_cue(self._past_adverbs(index + 1))):
                return index
        return stop

    def _weighs(self, index: int) -> bool:
        """Whether the reporter says what it comes to: 'it would buy the mill, | a deal that makes it the largest'."""
        if index + 2 >= self.end or self.t[index].low not in ("a", "an"):
            return False
        return self.t[index + 1].low in _DEEDS and self.t[index + 2].low in ("that", "which")

    def _leaves_quote(self, index: int) -> bool:
        """Whether words behind quoted ones are the reporter's: 'no “fool” | as he put it', 'not a “fool,” | who'."""
        low, at = self.t[index].low, self._past_adverbs(index + 1)
        after = self.t[at].low if at < self.end else ""
        if low == ",":
            return after in _ASIDES
        if low in ("before", "after"):
            return after.endswith("ing")
        if self.t[index - 1].kind != "q":
            return False
        if low in ("and", "but") and looks_past(after) and self._ends_in_comma(index - 1):
            return True
        return (
            low in WEEKDAYS
            or (low == "as" and after in PRONOUNS)
            or (low in _REMARKS and self._ends_in_comma(index - 1))
        )

    def _past_inset(self, start: int) -> int:
        """Over what stands between commas right behind 'that': 'that, | according to Poe, | it was gone'."""
        if start + 2 >= self.end or self.t[start].low != "that" or self.t[start + 1].low != ",":
            return start
        return next((i for i in range(start + 2, min(self.end, start + MARKER)) if self.t[i].low == ","), start)

    def _is_done(self, index: int) -> bool:
        """Whether the next verb of a subject stands here: 'called it an insult and | left'."""
        low = self.t[index].low
        return low in AUXILIARIES or looks_past(low) or any(verb.form == "present" for verb in VERBS.get(low, ()))

    def _remarks(self, index: int) -> bool:
        """Whether the reporter's own word on a quotation begins: 'called it “a gift,” | a word that he denied'."""
        behind = self.t[index - 1].kind == "q" or self.t[index - 2].kind == "q"
        return behind and index < self.end and self.t[index].low in ("a", "an")

    def _cuts(self, index: int) -> bool:
        if index >= self.end:
            return False
        token = self.t[index]
        low = token.low
        if low in ("which", "who", "where", "whom", "whose") and self.t[index - 1].low == ",":
            return not self._comes_back(index)
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

    def _comes_back(self, index: int) -> bool:
        """Whether a clause goes on behind a relative one: 'the plan, | which is new, is “a gift”'."""
        for at in range(index + 1, min(self.end - 1, index + _LONGEST_RELATIVE)):
            if self.t[at].kind == "q" or self.t[at].low in (";", ":"):
                return False
            if self.t[at].low == ",":
                after = self.t[self._past_adverbs(at + 1)] if self._past_adverbs(at + 1) < self.end else None
                return after is not None and (after.low in AUXILIARIES or after.low in ("for", "as", "of"))
        return False

    def _ends_in_comma(self, quote: int) -> bool:
        end = self.t[quote].end
        return "," in self.text[max(0, end - 3) : end]

    def _is_cue(self, index: int) -> bool:
        """Whether a verb of saying stands at `index`, so that 'and' or 'but' begins another attribution."""
        if index + 1 < self.end and self.t[index].low in BE and self.t[index + 1].low.endswith("ing"):
            index += 1  # 'and are threatening to'
        if index >= self.end or self.t[index].low not in VERBS:
            return False
        verb = VERBS[self.t[index].low][0]
        return verb.form in ("past", "present", "ing") and not verb.noun and verb.kind != "mind"

    def _attribution_at(self, index: int) -> bool:
        """', the agency reported.' or 'said Poe' or ', as he condemned' behind a comma."""
        for at in range(index, min(self.end, index + 12)):
            token = self.t[at]
            if token.kind != "w" or (at > index and token.low in CONJUNCTIONS and token.low not in ("and", "or")):
                return False
            if token.low in ATTRIBUTING and VERBS[token.low][0].form != "ing":
                if at > index and self.t[at - 1].low in MODALS:
                    return False
                subject = subject_before(self.t, at)
                return at == index or (subject is not None and subject[0] <= index + 1)
            if token.low in VERBS and VERBS[token.low][0].form == "past" and self.t[index].low in ("as", "and"):
                return True
            if token.low in AUXILIARIES and not (at + 1 < self.end and self.t[at + 1].low in ATTRIBUTING):
                return False
        return False

    def _clause_start(self, index: int) -> int:
        """Where the clause that holds `index` begins: the sentence's start, or behind what was said before."""
        done = max((end for end in self._ends if end <= self.t[index].start), default=-1)
        start = index
        while start > 0 and self.t[start - 1].start >= done:
            start -= 1
        while start < index and self.t[start].low in (",", "and", "but", ";", ":", "so", "yet"):
            start += 1
        return start

    def _past_adverbs(self, index: int) -> int:
        while index < self.end and (
            (is_adverb(self.t[index].low) and self.t[index].low not in ("only", "even", "still", "never", "now"))
            or (self.t[index].low in TIMES and self.t[index].low not in ("this", "next", "last", "may", "march"))
        ):
            index += 1
        return index

    def _is_adjunct(self, index: int) -> bool:
        """Whether a phrase of place or time begins here: 'on Tuesday', 'last week'; not 'this was wrong'."""
        token = self.t[index]
        if token.low in ("this", "last", "next", "that", "may", "march"):
            return index + 1 < len(self.t) and self.t[index + 1].low in TIMES
        return token.low in ADJUNCT and not (token.cap and token.low in ("and", "but"))

    def _quote_left_of(self, start: int) -> int | None:
        """The quotation right before the phrase that starts at `start`, a comma or dash between them at most."""
        at = start - 1
        while at >= 0 and self.t[at].low in (",", "-", "—", "–", "--", "but", "and"):
            at -= 1
        return at if at >= 0 and self.t[at].kind == "q" else None

    def _add(self, parts: list[Span], subject: Range, cue: int | Range, sure: float, lemma: str) -> None:
        first, last = cue if isinstance(cue, tuple) else (cue, cue + 1)
        self._ends += [end for _, end in parts]
        cue_span = (self.t[first].start, self.t[last - 1].end)
        self._cut_before(min(subject[0], first))
        relative = self._relative(subject[1], first)
        end = self.t[relative].end if relative is not None else None
        self.found.append(Found(parts, self._span(subject), cue_span, sure, end, sentence=self.index, lemma=lemma))

    def _cut_before(self, index: int) -> None:
        """Ends what was found before where another begins: 'said the dam was safe, | and Roe, its keeper, agreed'."""
        while index > 1 and self.t[index - 1].low in _JOINS:
            index -= 1
        comma = index > 1 and self.t[index - 1].low == ","
        if not self.found or self.t[index].low not in (_JOINS if comma else _JOINS_ALONE):
            return
        cut, end = self.t[index - comma].start, self.t[index - comma - 1].end
        for found in self.found[-4:]:
            begins = found.content[-1][0]
            if found.cue and max(found.cue[1], begins) < cut < found.last_end:
                found.content[-1] = (begins, end)

    def _relative(self, index: int, cue: int) -> int | None:
        """The pronoun that joins a cue to the phrase that ends before `index`: 'Poe, | who | has said'."""
        if index < cue and self.t[index].low == ",":
            index += 1
        return index if index < cue and self.t[index].low in ("who", "which", "that") else None

    def _span(self, phrase: Range) -> Span:
        return self.t[phrase[0]].start, self.t[phrase[1] - 1].end
