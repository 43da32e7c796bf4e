"""Whose words, and which words: joins a quote to the kept person who said it and to the utterance it reports."""

from __future__ import annotations

from itertools import islice

from bot.analyse.names import best, surname
from bot.analyse.utterances import SAME_WORDS, belongs
from bot.ports import Store
from bot.shapes import Person, Quote

# What is said again is said again soon, and in few wordings: so far back, and among so many of each, it is looked for.
LATEST_UTTERANCES = 200
WORDINGS = 8


class Crediting:
    """Credits the quotes of one article in one story; who was found once is not looked up again."""

    def __init__(self, store: Store, workspace: str, story: str) -> None:
        self.store, self.workspace, self.story = store, workspace, story
        self._people: dict[str, str | None] = {}
        self._said: dict[str | None, dict[str, tuple[str, ...]]] = {}

    def credit(self, quote: Quote, text: str) -> tuple[str | None, str]:
        """The ids of a quote's person (None where nobody is named) and of its utterance."""
        person = self._person(quote)
        if person not in self._said:
            self._said[person] = self.store.utterances(self.workspace, self.story, person)
        said = self._said[person]
        likeness, utterance = _likest(text, said)
        if likeness < SAME_WORDS:
            utterance = self.store.open_utterance(self.workspace, person, self.story, text)
        wordings = said.get(utterance, ())
        if text not in wordings:
            said[utterance] = (*wordings, text)[-WORDINGS:]
        return person, utterance

    def _person(self, quote: Quote) -> str | None:
        if quote.name is None or quote.named == "unnamed":
            return None
        if quote.name not in self._people:
            self._people[quote.name] = self._find_or_add(quote.name, quote.named)
        return self._people[quote.name]

    def _find_or_add(self, name: str, named: str) -> str:
        """A bare surname is looked for among this story's people only: elsewhere it may be anybody's."""
        here = self.store.story_people(self.workspace, self.story)
        everywhere = self.store.people(self.workspace, surname(name)) if " " in name or named == "body" else []
        for people in (here, everywhere):
            same = [person for person in people if person.named == named]
            found: Person | None = best(name, same)[0]
            if found:
                self.store.add_name(self.workspace, found.id, name)
                return found.id
        return self.store.add_person(self.workspace, name, named).id


def _likest(text: str, said: dict[str, tuple[str, ...]]) -> tuple[float, str]:
    """The utterance that a text reports most surely, and how surely; the first that has it word for word."""
    best = (0.0, "")
    for utterance in islice(reversed(said), LATEST_UTTERANCES):
        best = max(best, (belongs(text, said[utterance][-WORDINGS:]), utterance))
        if best[0] == 1.0:
            break
    return best
