"""The tag behind a quotation: '"Q," S said', '"Q," said S', and what it says in all: '"Q," S said, "Q"'.

Nothing marks whose words a quotation holds as surely as a tag does, so tags are read before all else: what they claim
is out of reach of the other cues of its sentence.
"""

from __future__ import annotations

from bot.analyse.quoting.contents import Contents
from bot.analyse.quoting.found import Found
from bot.analyse.quoting.grammar import AUXILIARIES, BE, OBJECT_PRONOUNS, PRONOUNS, is_agent, looks_past
from bot.analyse.quoting.inverted import named_after, subject_after
from bot.analyse.quoting.nounphrases import Range, head_of
from bot.analyse.quoting.outlets import is_outlet
from bot.analyse.quoting.scanning import MARKER, SURE_DIRECT, SURE_OPEN
from bot.analyse.quoting.subjects import skip_back, subject_before
from bot.analyse.quoting.tokens import LONG_QUOTE
from bot.analyse.quoting.verbs import ATTRIBUTING, VERBS
from bot.analyse.quoting.works import is_title
from bot.shapes import Span

_LONGEST_TAG = 40
"Words between a quotation and its cue: a name with all that is added to it."

_NEAR = 14
"Words within which a verb that is no verb of reporting must stand behind a quotation."

_DASHES = ("-", "—", "–", "--")
_NO_SUBJECT = frozenset(
    ["who", "which", "that", "when", "where", "while", "but", "and", "because", "if", "for", "in", "or"]
)


class Tags(Contents):
    """Reads the tags of a sentence, and says where the content of each begins."""

    def _tags(self) -> None:
        for quote in self.quoted:
            if quote < self.end - 1 and quote not in self.taken:
                self._tag(quote)

    def _tag(self, quote: int) -> None:
        start = self._tag_start(quote)
        found = (self._inverted(start) or self._plain(start)) if start is not None else None
        if start is None or found is None or self._is_term(quote):
            return
        subject, cue = found
        speaker = self._span(subject)
        lead = self._lead(quote)
        if self._is_second_hand(speaker, lead, quote) or self._says_more(quote, subject, cue):
            return
        parts = self._tagged(lead, quote)
        behind = max(cue + 1, subject[1])
        after = self._split_half(behind)
        if after is not None:
            parts += self._mixed_parts(after)
        elif more := self._that_half(behind):
            parts.append(more)
        self.tags[cue] = subject
        self._add(parts, subject, cue, SURE_DIRECT, VERBS[self.t[cue].low][0].lemma)

    def _is_term(self, quote: int) -> bool:
        """'what she called “the long road,” Poe left': the quotation is only what something is called."""
        if not self.t[quote].stops and is_title(self.text, self.t, quote):
            return True
        before = VERBS.get(self.t[quote - 1].low, ()) if quote else ()
        return any(verb.lemma in ("call", "label", "brand", "dub") for verb in before)

    def _tag_start(self, quote: int) -> int | None:
        """The first word behind a quotation that ends as words said do: on a comma, a question, or before a dash."""
        at = quote + 1
        set_off = self.t[at].low == "," or self.t[at].low in _DASHES
        opens = quote == 0 and self.t[quote].words >= LONG_QUOTE
        is_word = self.t[quote].words < 2 and not self.t[quote].stops and not (quote == 0 and self.t[at].low == ",")
        if not (self.t[quote].stops or set_off or opens) or is_word:
            return None
        at += set_off
        if at < self.end and self.t[at].low == "as":
            at += 1
        return at if at < self.end and self.t[at].kind == "w" else None

    def _inverted(self, start: int) -> tuple[Range, int] | None:
        """'said Poe'."""
        if not self._may_tag(start) or self.t[start].cap:
            return None
        subject = named_after(self.t, subject_after(self.t, start))
        return (subject, start) if subject else None

    def beside(self, quote: int) -> Found | None:
        """'she nodded', 'nodded Poe': any verb will do right behind a quotation that ends on a comma."""
        start = self._tag_start(quote) if quote < self.end - 1 else None
        if start is None or is_title(self.text, self.t, quote):
            return None
        near = range(start, min(self.end, start + _NEAR))
        verb = next((at for at in near if self._is_past(at, at == start) or self._is_present(start, at)), None)
        goes_on = "," in self.text[self.t[quote].end - 3 : self.t[start].start]
        if verb is None or not (goes_on or verb == start):
            return None
        subject = subject_after(self.t, verb) if verb == start else subject_before(self.t, verb)
        if subject is None or (verb > start and subject[0] != start) or not self._is_somebody(subject, verb == start):
            return None
        after = self._split_half(max(verb + 1, subject[1]))
        if after is None and self.t[quote].words < LONG_QUOTE:
            return None
        parts = self._tagged(quote, quote)
        parts += self._mixed_parts(after) if after is not None else []
        return Found(parts, self._span(subject), self._span((verb, verb + 1)), SURE_OPEN, sentence=self.index)

    def _is_past(self, at: int, is_first: bool) -> bool:
        token = self.t[at]
        if token.kind != "w" or token.low in AUXILIARIES:
            return False
        return looks_past(token.low) and not (token.cap and not is_first)

    def _is_present(self, start: int, at: int) -> bool:
        """'Poe mouths.', and nothing else: a verb by its place alone."""
        ends = at + 1 >= self.end or self.t[at + 1].low in (",", "from", "at", "in", "as", "with")
        named = all(token.cap and token.kind == "w" for token in self.t[start:at])
        return at > start and ends and named and not self.t[at].cap and self.t[at].low.endswith("s")

    def _is_somebody(self, subject: Range, inverted: bool) -> bool:
        """Whether a phrase can be a speaker's: 'nodded the plucky gran' is one by its place alone."""
        head = head_of(self.t, subject)
        named = head.cap or head.low in ("he", "she", "they") or is_agent(head.low)
        return named or (inverted and self.t[subject[0]].low == "the" and subject[1] - subject[0] > 1)

    def _may_tag(self, at: int) -> bool:
        verbs = VERBS.get(self.t[at].low, ())
        return any(verb.kind != "to" and verb.kind != "show" and verb.form in ("past", "present") for verb in verbs)

    def _is_plural(self, at: int) -> bool:
        """'they conclude', 'the keepers write', and 'the letter read'."""
        low, before = self.t[at].low, self.t[at - 1].low
        bare = any(verb.form == "base" and verb.kind not in ("to", "show") for verb in VERBS.get(low, ()))
        return bare and (before == "they" or (before.endswith("s") and not before.endswith("'s")) or low == "read")

    def _plain(self, start: int) -> tuple[Range, int] | None:
        """'Poe said', 'Poe, who is mayor, also said'."""
        if self.t[start].low in _NO_SUBJECT or self.t[start].low in BE:
            return None
        comma = None
        for at in range(start + 1, min(self.end, start + _LONGEST_TAG)):
            token = self.t[at]
            if token.low in (";", ":") or (token.kind == "q" and token.words >= LONG_QUOTE):
                return None
            if comma is None and token.low in (",", "(", *_DASHES):
                comma = at
            if (
                (self._may_tag(at) or self._is_plural(at))
                and not token.cap
                and (end := self._subject_end(start, at, comma))
            ):
                return (start, end), at
            if comma is None and self._is_other_verb(at):
                return None
        return None

    def _subject_end(self, start: int, cue: int, comma: int | None) -> int | None:
        """Where the subject of the cue ends, if what stands before the cue is nothing but its subject."""
        last, be = skip_back(self.t, cue - 1)
        if be and VERBS[self.t[cue].low][0].form == "past":
            return None
        if last < start:
            return None
        if comma is not None and comma <= last:
            closed = self.t[last].low in (",", ")", *_DASHES) or self.t[comma + 1].low in ("who", "which")
            return comma if closed and comma > start and last > comma else None
        before = self.t[last]
        if before.low in _NO_SUBJECT or before.kind != "w" or (before.low in PRONOUNS and last > start):
            return None
        noun = VERBS[self.t[cue].low][0].noun and not self._is_plural(cue) and cue + 1 < self.end
        if noun and not (before.cap or before.low in PRONOUNS or last < cue - 1):
            return None
        return last + 1

    def _is_other_verb(self, at: int) -> bool:
        token = self.t[at]
        if token.cap or token.kind != "w":
            return False
        if token.low in AUXILIARIES:
            behind = self._past_adverbs(at + 1)
            return token.low in BE or behind >= self.end or not self._may_tag(behind)
        return looks_past(token.low) and (self.t[at - 1].cap or self.t[at - 1].low in PRONOUNS)

    def _is_second_hand(self, speaker: Span, lead: int, quote: int) -> bool:
        """'He said it was “a gift,” the Post reported': the words are his, and the other readings see to it."""
        if not is_outlet(self.text[speaker[0] : speaker[1]]):
            return False
        return any(self.t[at].low in ATTRIBUTING for at in range(lead, quote))

    def _says_more(self, quote: int, subject: Range, cue: int) -> bool:
        """'In “The Long Way,” Poe said he had been lost': the cue has another content behind it."""
        if quote == 0 or (self.t[quote].cap and self.t[quote - 1].kind != "w"):
            return False
        begin = max(cue + 1, subject[1])
        if begin < self.end and self.t[begin].low == ":":
            return True
        if subject[0] > cue or (begin < self.end and self.t[begin].low in OBJECT_PRONOUNS):
            return False
        start = self._content_start(cue, subject, VERBS[self.t[cue].low][0])
        return start is not None and self.t[start].kind == "w"

    def _lead(self, quote: int) -> int:
        """Where the clause begins that a quotation completes: 'The talks “are soon,” said Poe'."""
        token = self.t[quote]
        before = self.t[quote - 1] if quote else None
        if before is None or (token.cap and before.kind != "w"):
            return quote - 1 if before is not None and before.kind == "q" and quote - 1 not in self.taken else quote
        start = self._clause_start(quote)
        dashes = [at for at in range(start, quote) if self.t[at].low in _DASHES]
        stops = (at for at in range(quote - 1, start - 1, -1) if self.t[at].low in (":", ";") or at in self.taken)
        start = max(next(stops, start - 1) + 1, dashes[-1] + 1 if len(dashes) % 2 else start)
        return self._past_cue(start, quote)

    def _past_cue(self, start: int, quote: int) -> int:
        """Behind 'and', where another's words come before it: 'Poe said no, and Roe “would not go,” he said'."""
        for at in range(start, quote):
            if self.t[at].low in ATTRIBUTING and not VERBS[self.t[at].low][0].noun:
                joint = next((i for i in range(quote - 1, at, -1) if self.t[i].low in ("and", "but", "while")), None)
                return joint + 1 if joint is not None and self.t[joint - 1].low == "," else start
        return start

    def _tagged(self, lead: int, quote: int) -> list[Span]:
        self.taken.update(range(lead, quote + 1))
        self.claimed.add(lead)
        return [(self.t[lead].start, self.t[quote].end)]

    def _that_half(self, start: int) -> Span | None:
        """The clause of '"A," she wrote in a letter, that B'."""
        for index in range(start, min(self.end - 1, start + MARKER)):
            token = self.t[index]
            if token.kind == "q" or token.low in VERBS:
                return None
            if token.low == "," and self.t[index + 1].low == "that":
                end = self._clause_end(index + 1)
                self.taken.update(i for i in range(index, end) if self.t[i].kind == "q")
                return self.t[index + 1].start, self.t[end - 1].end
        return None

    def _split_half(self, start: int) -> int | None:
        """The second quotation of '"A," she said, "B"': behind a comma, and no other cue before it."""
        for index in range(start, min(self.end, start + _LONGEST_TAG)):
            token = self.t[index]
            if token.kind == "q":
                if is_title(self.text, self.t, index):
                    continue
                if index - start > MARKER and (token.cap or not token.stops):
                    return None
                comma = self.t[index - 1].low in (",", ":", "--", "—", "–", ";")
                return index if comma or index == start else None
            if token.low in VERBS and not VERBS[token.low][0].noun:
                return None
        return None

    def _mixed_parts(self, quote: int) -> list[Span]:
        """A quotation, with the rest of the clause where it goes on in the reporter's words."""
        self.taken.add(quote)
        token = self.t[quote]
        last = quote
        inner_end = self.text[max(token.start, token.end - 3) : token.end].rstrip("”\"'’»")[-1:]
        if not token.cap and inner_end not in ".,!?" and quote + 1 < self.end and self.t[quote + 1].kind == "w":
            last = max(quote, self._clause_end(quote + 1) - 1)
            self.taken.update(i for i in range(quote, last + 1) if self.t[i].kind == "q")
        while last + 1 < self.end and self.t[last + 1].kind == "q":
            last += 1
            self.taken.add(last)
        return [(token.start, self.t[last].end)]
