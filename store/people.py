"""People and bodies that are quoted, with every name they were seen under.

Quotes and names stay with the person they were first given to. Where somebody decided that two are one, the later of
them points at the earlier (`one`) and everything is read through it, so that the decision can be taken back.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    CompoundSelect,
    Connection,
    Row,
    Select,
    false,
    func,
    or_,
    select,
    union,
    update,
)

from bot.analyse.names import fullest, sound
from bot.errors import StoreError
from bot.shapes import Person
from store.ids import number, spelled
from store.indexing import folded
from store.session import Rows, insert
from store.tables import names, people, quotes, utterances

# Of a common surname there are thousands of bearers; whoever asks for it means one of those who are quoted most.
MOST_ALIKE = 50

stands_for = func.coalesce(people.c.one, people.c.number)
"Whom a row of people stands for: itself, or whom it is the same as."


class PersonRows(Rows):
    def people(self, workspace: str, called: str | None = None) -> list[Person]:
        wanted = _everybody(workspace)
        if called is not None:
            wanted = wanted.where(people.c.number.in_(_called(workspace, called)))
        return self._found(wanted)

    def person(self, workspace: str, person: str) -> Person | None:
        wanted = _whole(workspace, number("p", person) or 0)
        found = self._found(_everybody(workspace).where(people.c.number.in_(wanted)))
        return found[0] if found else None

    def story_people(self, workspace: str, story: str) -> list[Person]:
        here = (
            select(stands_for)
            .join(said, said.c.person == people.c.number)
            .where(said.c.workspace == workspace, said.c.story == (number("s", story) or 0))
            for said in (
                utterances,
                quotes,
            )  # an utterance is its first speaker's; another report may name somebody else
        )
        return self._found(_everybody(workspace).where(people.c.number.in_(union(*here))))

    def add_person(self, workspace: str, name: str, named: str, article: str | None = None) -> Person:
        with self.door.write(workspace) as connection:
            row = connection.execute(
                people.insert().values(workspace=workspace, name=name, named=named).returning(people)
            ).one()
            add_name_row(connection, workspace, row.number, name, article)
        return _person(row, ())

    def add_name(self, workspace: str, person: str, name: str, article: str | None = None) -> None:
        with self.door.write(workspace) as connection:
            whole = connection.execute(_whole(workspace, number("p", person) or 0)).scalar()
            if whole is None:
                raise StoreError(f"no person {person!r} to name {name!r}")
            add_name_row(connection, workspace, whole, name, article)
            show_fullest(connection, [whole])

    def _found(self, wanted: Select[Any]) -> list[Person]:
        with self.door.read() as connection:
            rows = connection.execute(wanted).all()
            also = names_of(connection, {row.number for row in rows})
        return [_person(row, also.get(row.number, ())) for row in rows]


def same_as(workspace: str, person: str | int) -> Select[tuple[int]]:
    """The numbers of everybody who is this person."""
    whole = _whole(workspace, (number("p", person) or 0) if isinstance(person, str) else person).scalar_subquery()
    return select(people.c.number).where(
        people.c.workspace == workspace, or_(people.c.number == whole, people.c.one == whole)
    )


def _whole(workspace: str, row: int) -> Select[Any]:
    """The number of whom a row of people stands for."""
    return select(stands_for).where(people.c.workspace == workspace, people.c.number == row)


def numbers_of(connection: Connection, workspace: str, person: str) -> list[int]:
    """The same at once: a database that sees how few they are finds their rows by them."""
    return [row.number for row in connection.execute(same_as(workspace, person))]


def all_of(connection: Connection, workspace: str, persons: Collection[str]) -> list[int]:
    """The numbers of everybody who is one of some people."""
    asked = people.c.number.in_([number("p", person) or 0 for person in persons])
    wholes = connection.execute(select(stands_for).where(people.c.workspace == workspace, asked)).scalars().all()
    theirs = people.c.number.in_(wholes) | people.c.one.in_(wholes)
    return [*connection.execute(select(people.c.number).where(theirs)).scalars()]


def one_of(column: Column[Any], numbers: Collection[int]) -> ColumnElement[bool]:
    """Whether a column holds one of some numbers; of one alone, which is plainer to plan for."""
    return column == next(iter(numbers)) if len(numbers) == 1 else column.in_(numbers)


def _called(workspace: str, name: str) -> Select[Any] | CompoundSelect[Any]:
    """Whom a name's surname may mean: who bears just this name; of those whose surname sounds like it, the most quoted;
    and by its last word what was kept before 0002."""
    if not sound(name):
        return select(people.c.number).where(false())
    here = names.c.workspace == workspace
    alike = names.c.sound == sound(name)
    former = names.c.sound.is_(None) & (names.c.surname == last_word(name))
    return union(
        *(
            select(
                select(stands_for.label("who"))
                .join(names, names.c.person == people.c.number)
                .where(here, wanted)
                .order_by(names.c.seen.desc())
                .limit(MOST_ALIKE)
                .subquery()
            )
            for wanted in (names.c.name == name, alike, former)
        )
    )


def last_word(name: str) -> str:
    """What a name kept before 0002 is found by: its last word in lower case without accents."""
    words = folded(name).split()
    return words[-1] if words else ""


def names_of(connection: Connection, persons: Collection[int]) -> dict[int, tuple[str, ...]]:
    """The names of people and of all who are the same as they, in the order they were first seen."""
    return {person: tuple(seen) for person, seen in _seen(connection, persons).items()}


def _seen(connection: Connection, persons: Collection[int]) -> dict[int, dict[str, int]]:
    """The same, each with the number of texts it was seen in."""
    found: dict[int, dict[str, int]] = defaultdict(dict)
    wanted = (
        select(stands_for.label("who"), names.c.name, func.coalesce(names.c.seen, 1).label("seen"))
        .join(names, names.c.person == people.c.number)
        .where(or_(people.c.number.in_(persons), people.c.one.in_(persons)))
        .order_by(names.c.number)
    )
    for row in connection.execute(wanted):
        found[row.who][row.name] = found[row.who].get(row.name, 0) + row.seen
    return found


def show_fullest(connection: Connection, persons: Iterable[int]) -> None:
    """Has each of these people shown by the fullest of their names."""
    persons = set(persons)
    for person, seen in _seen(connection, persons).items():
        if person in persons:
            connection.execute(update(people).where(people.c.number == person).values(name=fullest(seen)))


def _everybody(workspace: str) -> Select[Any]:
    """Who stands for themselves."""
    return select(people).where(people.c.workspace == workspace, people.c.one.is_(None)).order_by(people.c.number)


def add_name_row(connection: Connection, workspace: str, person: int, name: str, article: str | None = None) -> None:
    """A name of theirs, seen once more."""
    key, first = sound(name), number("a", article or "")
    row = insert(connection, names).values(
        workspace=workspace, person=person, name=name, surname=last_word(name), sound=key, article=first, seen=1
    )
    again = {"sound": key, "seen": func.coalesce(names.c.seen, 1) + 1}
    connection.execute(row.on_conflict_do_update(index_elements=["person", "name"], set_=again))


def _person(row: Row[Any], seen: Collection[str]) -> Person:
    return Person(
        id=spelled("p", row.number),
        workspace=row.workspace,
        name=row.name,
        also=tuple(name for name in seen if name != row.name),
        named=row.named,
    )
