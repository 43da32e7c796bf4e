"""Who held which office, and from when to when the reports say so."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, case, select

from bot.shapes import Bearer, Office
from store.ids import number, spelled
from store.people import all_of, numbers_of, one_of, stands_for
from store.session import Rows, insert
from store.tables import offices, people

# Of mayors there are thousands: who is meant by "the mayor" alone is among the latest, or nobody knows.
MOST_BEARERS = 500


class OfficeRows(Rows):
    def keep_office(self, workspace: str, person: str, office: Office, at: datetime, article: str) -> None:
        with self.door.write(workspace) as connection:
            row = insert(connection, offices).values(
                workspace=workspace,
                person=number("p", person),
                role=office.role,
                place=office.place or "",
                first=at,
                last=at,
                article=number("a", article),
            )
            seen = {
                "first": case((offices.c.first < row.excluded.first, offices.c.first), else_=row.excluded.first),
                "last": case((offices.c.last > row.excluded.last, offices.c.last), else_=row.excluded.last),
            }
            connection.execute(row.on_conflict_do_update(index_elements=["person", "role", "place"], set_=seen))

    def bearers(
        self,
        workspace: str,
        role: str | None = None,
        person: str | None = None,
        among: Collection[str] | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
    ) -> list[Bearer]:
        with self.door.read() as connection:
            wanted = _bearing(workspace, role, since, until)
            if person is not None:
                wanted = wanted.where(one_of(offices.c.person, numbers_of(connection, workspace, person)))
            if among is not None:
                wanted = wanted.where(offices.c.person.in_(all_of(connection, workspace, among)))
            rows = connection.execute(wanted.order_by(offices.c.last.desc()).limit(MOST_BEARERS)).all()
        return [_bearer(row) for row in sorted(rows, key=lambda row: row.number)]


def _bearing(workspace: str, role: str | None, since: datetime | None, until: datetime | None) -> Select[Any]:
    wanted = (
        select(offices, stands_for.label("who"))
        .join(people, people.c.number == offices.c.person)
        .where(offices.c.workspace == workspace)
    )
    if role is not None:
        wanted = wanted.where(offices.c.role == role)
    if since is not None:
        wanted = wanted.where(offices.c.last >= since)
    if until is not None:
        wanted = wanted.where(offices.c.first <= until)
    return wanted


def _bearer(row: Row[Any]) -> Bearer:
    return Bearer(
        person=spelled("p", row.who),
        office=Office(role=row.role, place=row.place or None),
        first=row.first,
        last=row.last,
    )
