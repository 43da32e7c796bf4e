"""People and bodies that are quoted, with every name they were seen under."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, Row, Select, select, update

from bot.errors import StoreError
from bot.shapes import Person
from store.ids import number, spelled
from store.indexing import folded
from store.session import Rows, insert
from store.tables import names, people, utterances


class PersonRows(Rows):
    def people(self, workspace: str, surname: str | None = None) -> list[Person]:
        wanted = _everybody(workspace)
        if surname is not None:
            same = select(names.c.person).where(names.c.workspace == workspace, names.c.surname == last_word(surname))
            wanted = wanted.where(people.c.number.in_(same))
        return self._found(wanted)

    def story_people(self, workspace: str, story: str) -> list[Person]:
        here = select(utterances.c.person).where(
            utterances.c.workspace == workspace, utterances.c.story == (number("s", story) or 0)
        )
        return self._found(_everybody(workspace).where(people.c.number.in_(here)))

    def add_person(self, workspace: str, name: str, named: str) -> Person:
        with self.door.write(workspace) as connection:
            row = connection.execute(
                people.insert().values(workspace=workspace, name=name, named=named).returning(people)
            ).one()
            _add_name(connection, workspace, row.number, name)
        return _person(row, ())

    def add_name(self, workspace: str, person: str, name: str) -> None:
        with self.door.write(workspace) as connection:
            row = connection.execute(_everybody(workspace).where(people.c.number == (number("p", person) or 0))).first()
            if row is None:
                raise StoreError(f"no person {person!r} to name {name!r}")
            _add_name(connection, workspace, row.number, name)
            shown = max(names_of(connection, {row.number})[row.number], key=fullness)
            if shown != row.name:
                connection.execute(update(people).where(people.c.number == row.number).values(name=shown))

    def _found(self, wanted: Select[Any]) -> list[Person]:
        with self.door.read() as connection:
            rows = connection.execute(wanted).all()
            also = names_of(connection, {row.number for row in rows})
        return [_person(row, also[row.number]) for row in rows]


def last_word(name: str) -> str:
    """What a name is found by: its last word in lower case without accents."""
    words = folded(name).split()
    return words[-1] if words else ""


def fullness(name: str) -> tuple[bool, int, int]:
    """How much a name says: a name in capitals is one of a headline, then more words, then longer ones."""
    return not name.isupper(), len(name.split()), len(name)


def names_of(connection: Connection, persons: Collection[int]) -> dict[int, tuple[str, ...]]:
    """Each person's names, in the order they were first seen."""
    found: dict[int, list[str]] = defaultdict(list)
    for row in connection.execute(select(names).where(names.c.person.in_(persons)).order_by(names.c.number)):
        found[row.person].append(row.name)
    return {person: tuple(seen) for person, seen in found.items()}


def _everybody(workspace: str) -> Select[Any]:
    return select(people).where(people.c.workspace == workspace).order_by(people.c.number)


def _add_name(connection: Connection, workspace: str, person: int, name: str) -> None:
    row = insert(connection, names).on_conflict_do_nothing()
    connection.execute(row.values(workspace=workspace, person=person, name=name, surname=last_word(name)))


def _person(row: Row[Any], seen: Collection[str]) -> Person:
    return Person(
        id=spelled("p", row.number),
        workspace=row.workspace,
        name=row.name,
        also=tuple(name for name in seen if name != row.name),
        named=row.named,
    )
