"""Who is the same as whom: what people decided about people, and what follows from it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, delete, exists, or_, select, update

from bot.errors import UserError
from bot.shapes import Judgement, Person
from store.ids import number, spelled
from store.people import PersonRows, add_name_row, names_of, numbers_of, same_as, show_fullest
from store.session import insert
from store.tables import judgements, names, people, quotes, utterances

GONE = "That person is no longer kept."


class JudgementRows(PersonRows):
    def judge_people(self, workspace: str, judgement: Judgement) -> None:
        with self.door.write(workspace) as connection:
            one, other = (_kept(connection, workspace, person) for person in (judgement.one, judgement.other))
            if one == other:
                raise UserError("That is one entry, not two.")
            _write(connection, workspace, one, other, judgement)
            _join_again(connection, workspace, (one, other))

    def forget_judgement(self, workspace: str, one: str, other: str) -> None:
        with self.door.write(workspace) as connection:
            connection.execute(delete(judgements).where(judgements.c.workspace == workspace, _of(one, other)))
            _join_again(connection, workspace, [number("p", person) or 0 for person in (one, other)])

    def judgements(self, workspace: str, person: str) -> list[Judgement]:
        theirs = same_as(workspace, person)
        wanted = select(judgements).where(
            judgements.c.workspace == workspace, or_(judgements.c.one.in_(theirs), judgements.c.other.in_(theirs))
        )
        with self.door.read() as connection:
            return [_judgement(row) for row in connection.execute(wanted.order_by(judgements.c.at)).all()]

    def unlike(self, workspace: str, person: str) -> set[str]:
        with self.door.read() as connection:
            theirs = {spelled("p", row) for row in numbers_of(connection, workspace, person)}
        others = {
            other
            for judged in self.judgements(workspace, person)
            if not judged.same
            for other in (judged.one, judged.other)
        }
        found = (self.person(workspace, other) for other in others - theirs)
        return {other.id for other in found if other}

    def split_person(
        self, workspace: str, person: str, by: str, at: datetime, name: str | None = None, story: str | None = None
    ) -> Person:
        with self.door.write(workspace) as connection:
            whole = _kept(connection, workspace, person)
            moved = _wanted(workspace, whole, name, story)
            if not connection.execute(select(quotes.c.number).where(moved).limit(1)).first():
                raise UserError("Nothing is kept under that any more.")
            fresh = _other_person(connection, workspace, whole, name)
            _move(connection, workspace, whole, fresh, moved, name)
            judged = Judgement(one=spelled("p", whole), other=spelled("p", fresh), same=False, by=by, at=at)
            _write(connection, workspace, whole, fresh, judged)
            show_fullest(connection, [whole])
        found = self.person(workspace, spelled("p", fresh))
        assert found
        return found


def _kept(connection: Connection, workspace: str, person: str) -> int:
    wanted = select(people.c.number).where(
        people.c.workspace == workspace, people.c.number == (number("p", person) or 0)
    )
    found: int | None = connection.execute(wanted).scalar()
    if found is None:
        raise UserError(GONE)
    return found


def _of(one: str, other: str) -> ColumnElement[bool]:
    low, high = sorted((number("p", one) or 0, number("p", other) or 0))
    return and_(judgements.c.one == low, judgements.c.other == high)


def _write(connection: Connection, workspace: str, one: int, other: int, judgement: Judgement) -> None:
    low, high = sorted((one, other))
    said = {"same": judgement.same, "by": judgement.by, "at": judgement.at}
    row = insert(connection, judgements).values(workspace=workspace, one=low, other=high, **said)
    connection.execute(row.on_conflict_do_update(index_elements=["workspace", "one", "other"], set_=said))


def _join_again(connection: Connection, workspace: str, persons: Iterable[int]) -> None:
    """Points those who were or are now the same as some people at the first of them, by all decisions that stand."""
    said, group = _said_of(connection, workspace, persons)
    wanted = _firsts(said)
    pointing = select(people.c.number, people.c.one).where(
        people.c.workspace == workspace, people.c.number.in_(group), people.c.one.is_not(None)
    )
    now = {row.number: row.one for row in connection.execute(pointing)}
    changed = {person for person in {*wanted, *now} if wanted.get(person) != now.get(person)}
    for person in changed:
        connection.execute(update(people).where(people.c.number == person).values(one=wanted.get(person)))
    firsts = {first for of in (wanted, now) for person, first in of.items() if person in changed}
    show_fullest(connection, changed | firsts)


def _said_of(connection: Connection, workspace: str, persons: Iterable[int]) -> tuple[set[tuple[int, int]], set[int]]:
    """The decisions that some people are the same as others, those about the others too, and so on; and all of them,
    with those who were one with any of them until now."""
    said: set[tuple[int, int]] = set()
    group: set[int] = set()
    fresh = set(persons)
    while fresh:
        group |= fresh
        asked = sorted(fresh)
        about = or_(judgements.c.one.in_(asked), judgements.c.other.in_(asked))
        rows = connection.execute(
            select(judgements.c.one, judgements.c.other).where(
                judgements.c.workspace == workspace, judgements.c.same, about
            )
        )
        met = {(row.one, row.other) for row in rows}
        here = people.c.workspace == workspace
        firsts = select(people.c.one).where(here, people.c.number.in_(asked), people.c.one.is_not(None))
        joined = select(people.c.number).where(here, people.c.one.in_(asked))
        once = {*connection.execute(firsts).scalars(), *connection.execute(joined).scalars()}
        said |= met
        fresh = ({person for pair in met for person in pair} | once) - group
    return said, group


def _firsts(pairs: Iterable[tuple[int, int]]) -> dict[int, int]:
    """Everybody who is the same as somebody before them -> the first of them."""
    group: dict[int, set[int]] = defaultdict(set)
    for one, other in pairs:
        joined = (group[one] or {one}) | (group[other] or {other})
        for person in joined:
            group[person] = joined
    return {person: min(joined) for person, joined in group.items() if person != min(joined)}


def _wanted(workspace: str, whole: int, name: str | None, story: str | None) -> ColumnElement[bool]:
    """Their quotes under one name, or in one story."""
    wanted = and_(quotes.c.workspace == workspace, quotes.c.person.in_(same_as(workspace, whole)))
    if name is not None:
        wanted = and_(wanted, quotes.c.name == name)
    if story is not None:
        wanted = and_(wanted, quotes.c.story == (number("s", story) or 0))
    return wanted


def _other_person(connection: Connection, workspace: str, whole: int, name: str | None) -> int:
    """Somebody new under this name, or under the same."""
    row = connection.execute(select(people).where(people.c.number == whole)).one()
    named = row.named if name is None or name in names_of(connection, [whole]).get(whole, ()) else "unnamed"
    fresh = people.insert().values(workspace=workspace, name=name or row.name, named=named)
    number_: int = connection.execute(fresh.returning(people.c.number)).scalar_one()
    return number_


def _move(
    connection: Connection, workspace: str, whole: int, fresh: int, moved: ColumnElement[bool], name: str | None
) -> None:
    """Gives the quotes to the new person, their utterances where all their reports go along, and the name."""
    theirs = same_as(workspace, whole)
    connection.execute(update(quotes).where(moved).values(person=fresh))
    mine, others = quotes.alias(), quotes.alias()
    connection.execute(
        update(utterances)
        .where(utterances.c.workspace == workspace, utterances.c.person.in_(theirs))
        .where(exists().where(mine.c.utterance == utterances.c.number, mine.c.person == fresh))
        .where(~exists().where(others.c.utterance == utterances.c.number, others.c.person.in_(theirs)))
        .values(person=fresh)
    )
    shared = select(people.c.name).where(people.c.number == whole).scalar_subquery()
    if name is not None:
        owned = names.c.person.in_(theirs) & (names.c.name == name) & (names.c.name != shared)
        connection.execute(update(names).where(owned).values(person=fresh))
    called = connection.execute(select(people.c.name).where(people.c.number == fresh)).scalar_one()
    add_name_row(connection, workspace, fresh, called)  # found by it, also where the other one keeps it


def _judgement(row: Row[Any]) -> Judgement:
    return Judgement(one=spelled("p", row.one), other=spelled("p", row.other), same=row.same, by=row.by, at=row.at)
