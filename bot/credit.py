"""Whose words, and which words: joins a quote to the kept person who said it and to the utterance it reports."""

from __future__ import annotations

from collections.abc import Sequence, Set
from datetime import UTC, datetime, timedelta

from bot.analyse.utterances import Gathering
from bot.identify import Identifying
from bot.ports import Store
from bot.shapes import Heard, Quote

AGAIN = timedelta(days=14)
"""So long after somebody was quoted another story may quote the same words of the same occasion. Later it is rather a
sentence that they like to say."""


EARLIEST = datetime(1900, 1, 1, tzinfo=UTC)
"A report of the year 1 has its time wrong, and the calendar ends there."

Credited = tuple[Quote, str | None, str]
"A quote, as sure as its speaker is, with the ids of its person (None where that is open) and of its utterance."


class Crediting:
    """Credits the quotes of one version of an article in one story, told at a time."""

    def __init__(
        self, store: Store, workspace: str, story: str, version: str, at: datetime, sources: Identifying
    ) -> None:
        self.store, self.workspace, self.story, self.version, self.at = store, workspace, story, version, at
        self.sources = sources

    def credit(self, quotes: Sequence[Quote], body: str) -> list[Credited]:
        """The quotes of the version's body, in their order."""
        if not quotes:
            return []
        told = [self._told(quote) for quote in quotes]
        gathering = self._said_so_far({person for _, person in told if person})
        return [(quote, person, self._utterance(gathering, quote, person, body)) for quote, person in told]

    def _told(self, quote: Quote) -> tuple[Quote, str | None]:
        person, at_most, why = self.sources.who(quote)
        if at_most < 1:
            quote = quote.model_copy(update={"confidence": min(quote.confidence, at_most), "why": why})
        return quote, person

    def _said_so_far(self, people: Set[str]) -> Gathering:
        """What was said in the story, and by these people elsewhere."""
        since = max(self.at, EARLIEST) - AGAIN
        elsewhere = self.store.heard_elsewhere(self.workspace, self.story, sorted(people), since)
        return Gathering([*elsewhere, *self.store.heard(self.workspace, self.story)])

    def _utterance(self, gathering: Gathering, quote: Quote, person: str | None, body: str) -> str:
        text = " … ".join(body[start:end] for start, end in quote.content)
        report = Heard(text=text, kind=quote.kind, person=person, version=self.version, parts=quote.content)
        utterance = gathering.find(report) or self.store.open_utterance(self.workspace, person, self.story, text)
        gathering.add(report.model_copy(update={"utterance": utterance}))
        return utterance
