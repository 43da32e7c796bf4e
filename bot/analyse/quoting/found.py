"""What is handed on before anybody is named: attributions as clauses show them, turns as the layout does."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.shapes import Span


@dataclass
class Found:
    """One attribution. It grows while the paragraph is read: bare quotations that follow join its content."""

    content: list[Span]
    speaker: Span | None
    cue: Span | None
    sure: float
    "how sure it is that this is a quote and that the speaker is its own, before resolving the name"
    relative: int | None = None
    "where the 'who' ends that stands for the speaker at the cue: 'Poe, who said'"
    via: Span | None = None
    sentence: int = 0
    "index of its sentence in the paragraph"
    lemma: str = ""
    bare: bool = False
    "a quotation without an attribution of its own"
    topic: bool = False
    "the speaker is whoever the text spoke of last"
    verbatim: bool = False
    "somebody's own words, though no marks say so: a transcript, a post, a letter"
    unclosed: bool = False
    "its last stretch has no closing mark: the next paragraph may go on with it"

    inside: list[Found] = field(default_factory=list)
    "what somebody is quoted with in its words; 'I' there is its speaker"

    @property
    def last_end(self) -> int:
        """Where it ends so far."""
        return self.content[-1][1]

    @property
    def source(self) -> Span | None:
        """The phrase next to the cue, with the pronoun that joins it."""
        return (self.speaker[0], self.relative) if self.speaker and self.relative else self.speaker


@dataclass
class Turn:
    """Words of one speaker by the layout alone: their spans, whose they are, and what says so."""

    content: list[Span]
    speaker: Span
    cue: Span | None
    sure: float
    verbatim: bool = True
    "their own words; a headline's may be the paper's"
    is_answer: bool = False
    "'A:', whoever is being interviewed"
    named: Span | None = None
    "the name in a speaker that is more than a name: 'Q. (Anna Ashby, Port Bank)'"
    paragraphs: list[int] = field(default_factory=list)
    "numbers of the paragraphs whose words these are"
