"""What an editor may put right about who is who, under an answer of /who-said: two entries that may be one person, one
entry that holds two. `handlers/actions/people.py` does what is pressed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, islice

from bot.analyse.names import may_be_one
from bot.desk import Desk
from bot.shapes import Person, QuoteReport
from handlers.answers import MayBeOne, Mending
from handlers.commands.asker import Asker

# Questions under one answer: more would be a questionnaire.
MOST_ASKED = 3

# Choices of each kind in the menu.
MOST_OTHERS, MOST_NAMES, MOST_STORIES = 12, 8, 8

MOST_REPORTS = 500


def asked_about(people: Sequence[Person], desk: Desk, asker: Asker) -> tuple[MayBeOne, ...]:
    """Pairs among these of whom nothing says that they are two, and nobody has decided it."""
    fullest_first = sorted(people, key=lambda person: -len(person.name))
    open_ = (pair for pair in combinations(fullest_first, 2) if may_be_one(*pair) and not _decided(*pair, desk, asker))
    return tuple(
        MayBeOne(one=one.id, other=other.id, names=(one.name, other.name)) for one, other in islice(open_, MOST_ASKED)
    )


def mending(person: Person, desk: Desk, asker: Asker) -> tuple[Mending, ...]:
    """What may be wrong with one entry: it is somebody else's too, or a name or a story in it is."""
    said = desk.store.quote_reports(asker.workspace, person=person.id, limit=MOST_REPORTS)
    near = [other for other in desk.store.people(asker.workspace, person.name) if may_be_one(person, other)]
    return (
        *_same_as(person, near, desk, asker),
        *_names(person, said),
        *_stories(person, said, desk, asker),
        *_same_as(person, [one for one in _beside(said, desk, asker) if one not in near], desk, asker),
    )


def _same_as(person: Person, others: Iterable[Person], desk: Desk, asker: Asker) -> Iterator[Mending]:
    apart = {person.id, *desk.store.unlike(asker.workspace, person.id)}
    kept = (other for other in others if other.named == person.named and other.id not in apart)
    for other in islice(kept, MOST_OTHERS):
        yield Mending(person=person.id, other=other.id, label=f"The same as {other.name}")


def _beside(said: Iterable[QuoteReport], desk: Desk, asker: Asker) -> list[Person]:
    """Who is quoted in the same stories: somebody and their nickname stand there side by side."""
    stories = list(dict.fromkeys(report.story for report in said))[:MOST_STORIES]
    beside = [other for story in stories for other in desk.store.story_people(asker.workspace, story)]
    return list({other.id: other for other in beside}.values())


def _names(person: Person, said: Iterable[QuoteReport]) -> Iterator[Mending]:
    counted = Counter(report.called for report in said if report.called and report.called != person.name)
    for name, _ in counted.most_common(MOST_NAMES):
        yield Mending(person=person.id, name=name, label=f"“{name}” is somebody else")


def _stories(person: Person, said: Iterable[QuoteReport], desk: Desk, asker: Asker) -> Iterator[Mending]:
    """In which of several stories it is another of the same name."""
    stories = list(dict.fromkeys(report.story for report in said))
    for story in stories[:MOST_STORIES] if len(stories) > 1 else ():
        found = desk.store.story(asker.workspace, story)
        if found:
            yield Mending(person=person.id, story=story, label=f"Somebody else in “{found.title}”")


def _decided(one: Person, other: Person, desk: Desk, asker: Asker) -> bool:
    return other.id in desk.store.unlike(asker.workspace, one.id)
