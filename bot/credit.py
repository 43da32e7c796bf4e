"""Whose words, and which words: joins a quote to the kept person who said it and to the utterance it reports."""

from __future__ import annotations

from bot.analyse.utterances import Gathering
from bot.identify import Identifying
from bot.ports import Store
from bot.shapes import Heard, Quote


class Crediting:
    """Credits the quotes of one version of an article in one story."""

    def __init__(self, store: Store, workspace: str, story: str, version: str, sources: Identifying) -> None:
        self.store, self.workspace, self.story, self.version, self.sources = store, workspace, story, version, sources
        self._gathering: Gathering | None = None

    def credit(self, quote: Quote, text: str) -> tuple[Quote, str | None, str]:
        """A quote, as sure as its speaker is, with the ids of its person (None where that is open) and utterance."""
        person, at_most, why = self.sources.who(quote)
        if at_most < 1:
            quote = quote.model_copy(update={"confidence": min(quote.confidence, at_most), "why": why})
        return quote, person, self._utterance(quote, person, text)

    def _utterance(self, quote: Quote, person: str | None, text: str) -> str:
        if self._gathering is None:
            self._gathering = Gathering(self.store.heard(self.workspace, self.story))
        report = Heard(text=text, kind=quote.kind, person=person, version=self.version, parts=quote.content)
        found = self._gathering.find(report)
        utterance = found or self.store.open_utterance(self.workspace, person, self.story, text)
        self._gathering.add(report.model_copy(update={"utterance": utterance}))
        return utterance
