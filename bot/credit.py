"""Whose words, and which words: joins a quote to the kept person who said it and to the utterance it reports."""

from __future__ import annotations

from itertools import islice

from bot.analyse.utterances import SAME_WORDS, belongs
from bot.identify import Identifying
from bot.ports import Store
from bot.shapes import Quote

# What is said again is said again soon, and in few wordings: so far back, and among so many of each, it is looked for.
LATEST_UTTERANCES = 200
WORDINGS = 8


class Crediting:
    """Credits the quotes of one article in one story."""

    def __init__(self, store: Store, workspace: str, story: str, sources: Identifying) -> None:
        self.store, self.workspace, self.story, self.sources = store, workspace, story, sources
        self._said: dict[str | None, dict[str, tuple[str, ...]]] = {}

    def credit(self, quote: Quote, text: str) -> tuple[Quote, str | None, str]:
        """A quote, as sure as its speaker is, with the ids of its person (None where that is open) and utterance."""
        person, at_most, why = self.sources.who(quote)
        if at_most < 1:
            quote = quote.model_copy(update={"confidence": min(quote.confidence, at_most), "why": why})
        return quote, person, self._utterance(person, text)

    def _utterance(self, person: str | None, text: str) -> str:
        if person not in self._said:
            self._said[person] = self.store.utterances(self.workspace, self.story, person)
        said = self._said[person]
        likeness, utterance = _likest(text, said)
        if likeness < SAME_WORDS:
            utterance = self.store.open_utterance(self.workspace, person, self.story, text)
        wordings = said.get(utterance, ())
        if text not in wordings:
            said[utterance] = (*wordings, text)[-WORDINGS:]
        return utterance


def _likest(text: str, said: dict[str, tuple[str, ...]]) -> tuple[float, str]:
    """The utterance that a text reports most surely, and how surely; the first that has it word for word."""
    best = (0.0, "")
    for utterance in islice(reversed(said), LATEST_UTTERANCES):
        best = max(best, (belongs(text, said[utterance][-WORDINGS:]), utterance))
        if best[0] == 1.0:
            break
    return best
