"""Who held which office, and from when to when the reports say so."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import case, select

from bot.shapes import Bearer, Office
from store.ids import number, spelled
from store.people import numbers_of, one_of, stands_for
from store.session import Rows, insert
from store.tables import offices, people


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

    def bearers(self, workspace: str, role: str | None = None, person: str | None = None) -> list[Bearer]:
        wanted = (
            select(offices, stands_for.label("who"))
            .join(people, people.c.number == offices.c.person)
            .where(offices.c.workspace == workspace)
            .order_by(offices.c.number)
        )
        if role is not None:
            wanted = wanted.where(offices.c.role == role)
        with self.door.read() as connection:
            if person is not None:
                wanted = wanted.where(one_of(offices.c.person, numbers_of(connection, workspace, person)))
            return [
                Bearer(
                    person=spelled("p", row.who),
                    office=Office(role=row.role, place=row.place or None),
                    first=row.first,
                    last=row.last,
                )
                for row in connection.execute(wanted)
            ]
