"""Quotations beside their cue: before it, behind it, split around it, or second-hand."""

from __future__ import annotations

from bot.analyse.quoting.governed import Governed
from bot.analyse.quoting.grammar import AUXILIARIES, OBJECT_PRONOUNS, PREPOSITIONS, PRONOUNS
from bot.analyse.quoting.inverted import named_after, subject_after
from bot.analyse.quoting.nounphrases import Range, phrase_before
from bot.analyse.quoting.scanning import MARKER, SURE_CLAUSE, SURE_DIRECT, SURE_MIXED
from bot.analyse.quoting.subjects import skip_back, subject_before
from bot.analyse.quoting.verbs import ATTRIBUTING, Verb
from bot.analyse.quoting.works import is_title
from bot.shapes import Span


class Quotations(Governed):
    """Reads the layouts in which a quotation stands beside its cue."""

    def _after_quote(self, cue: int, subject: Range | None, verbs: tuple[Verb, ...]) -> bool:
        """'"Q," S cue', '"Q," cue S', and the second half of a split one."""
        if not any(verb.kind in ("say", "tell", "quote", "object", "mind") for verb in verbs):
            return False
        start = subject[0] if subject else cue
        quote = self._quote_left_of(start)
        if quote is None and subject and start > 2 and self.t[start - 1].low == ",":
            outer = phrase_before(self.t, start - 2)  # '"Q," its keeper, Anna Ashby, said'
            quote = self._quote_left_of(outer[0]) if outer else None
        if quote is None and subject is not None and cue - 1 >= 0 and self.t[cue - 1].kind == "q":
            return False
        if quote is None or quote in self.taken:
            return False
        inverted = subject is None
        if inverted:
            last, _ = skip_back(self.t, cue - 1)
            if last != quote and self.t[last].low not in (",", "-", "—"):
                return False
            subject = named_after(self.t, subject_after(self.t, cue))
            if subject is None:
                return False
            self.subject = subject
        assert subject is not None
        if self._says_more(quote, subject, cue):
            return False
        parts = self._parts_before(quote)
        after = self._split_half(max(cue + 1, subject[1]))
        if after is not None:
            parts += self._mixed_parts(after)
        elif more := self._that_half(max(cue + 1, subject[1])):
            parts.append(more)
        self._add(parts, subject, cue, SURE_DIRECT, verbs[0].lemma)
        return True

    def _parts_before(self, quote: int) -> list[Span]:
        """A quotation with the clause it completes: 'The talks “are soon,” said Poe'."""
        first = quote
        if not self.t[quote].cap:
            first = self._clause_start(quote)
        elif quote and self.t[quote - 1].kind == "q":
            first = quote - 1
        self.taken.update(range(first, quote + 1))
        return [(self.t[first].start, self.t[quote].end)]

    def _before_quote(self, cue: int, subject: Range | None, verbs: tuple[Verb, ...]) -> bool:
        """'S cue: "Q"': the quotation behind a comma or colon, addressee and place between."""
        if subject is None or not any(verb.kind in ("say", "tell", "quote", "mind") for verb in verbs):
            return False
        quote = self._marked_quote(max(cue + 1, subject[1]))
        if quote is None:
            return False
        lead = self._lead_in(subject, cue) if not self.t[quote].cap else None
        parts = [lead, *self._mixed_parts(quote)] if lead else self._mixed_parts(quote)
        self._add(parts, subject, cue, SURE_DIRECT, verbs[0].lemma)
        return True

    def _marked_quote(self, start: int) -> int | None:
        if start + 1 < self.end and self.t[start].low in ("was", "is") and self.t[start + 1].kind == "q":
            return start + 1 if start + 1 not in self.taken else None  # 'all she said was “Q”'
        for index in range(start, min(self.end, start + MARKER)):
            token = self.t[index]
            if token.kind == "q":
                if is_title(self.text, self.t, index):
                    return None
                near = self.t[index - 1].low in (",", ":") or (index == start and token.words >= 1 and token.cap)
                return index if near and index not in self.taken else None
            if index > start and (
                (token.low in AUXILIARIES and not token.cap)
                or (token.low in PRONOUNS and token.low not in OBJECT_PRONOUNS and token.low != "who")
            ):
                return None
            if token.low in ATTRIBUTING or token.low in ("that", "but"):
                return None
        return None

    def _colon(self, cue: int, subject: Range | None, verbs: tuple[Verb, ...]) -> bool:
        """'He put it this way: nobody came.': words without marks behind a colon."""
        if subject is None or not any(verb.kind in ("say", "tell", "quote", "mind") for verb in verbs):
            return False
        if cue + 2 < self.end and self.t[cue + 1].low == ":" and cue + 2 not in self.taken:
            self._add([(self.t[cue + 2].start, self.t[self.end - 1].end)], subject, cue, SURE_CLAUSE, verbs[0].lemma)
            return True
        return False

    def _lead_in(self, subject: Range, cue: int) -> Span | None:
        """'Russia, the minister said, “would ...”': the beginning of the clause that the quotation goes on with."""
        if subject[0] < 2 or subject[0] > cue or self.t[subject[0] - 1].low != ",":
            return None
        start = self._clause_start(subject[0] - 2)
        if self.t[start].low in PREPOSITIONS or any(t.kind == "q" for t in self.t[start : subject[0]]):
            return None
        return self.t[start].start, self.t[subject[0] - 2].end

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
        return named_after(self.t, (cue + 1, comma)) if comma > cue + 1 else None

    def _by(self, start: int, stop: int) -> Range | None:
        for index in range(start, min(stop, self.end)):
            if self.t[index].low == "by":
                return subject_after(self.t, index)
        return None
