"""What the clause reader hands on: an attribution as it stands in the text, before anybody is named."""

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
