"""People told apart: who is the same as whom, by what sound names are found, and who held which office when."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

# As store/tables.py had them at this revision; a migration never imports what changes after it.
TEXT = sa.Text()
TIME = sa.DateTime(timezone=True)
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("people", sa.Column("one", NUMBER))
    op.create_index("ix_people_one", "people", ["one"])
    op.add_column("names", sa.Column("sound", TEXT))
    op.add_column("names", sa.Column("article", NUMBER))
    op.add_column("names", sa.Column("seen", sa.Integer()))
    op.create_index("ix_names_workspace_sound", "names", ["workspace", "sound"])
    op.add_column("quotes", sa.Column("why", TEXT))
    _judgements()
    _offices()


def _judgements() -> None:
    op.create_table(
        "judgements",
        _need("workspace", TEXT),
        _link("one", "people"),
        _link("other", "people"),
        _need("same", sa.Boolean()),
        sa.Column("by", TEXT),
        _need("at", TIME),
        sa.PrimaryKeyConstraint("workspace", "one", "other", name="pk_judgements"),
    )


def _offices() -> None:
    op.create_table(
        "offices",
        sa.Column("number", NUMBER, primary_key=True),
        _need("workspace", TEXT),
        _link("person", "people"),
        _need("role", TEXT),
        _need("place", TEXT),
        _need("first", TIME),
        _need("last", TIME),
        sa.Column("article", NUMBER),
        sa.UniqueConstraint("person", "role", "place", name="uq_offices_person_role_place"),
    )
    op.create_index("ix_offices_workspace_role", "offices", ["workspace", "role"])


def _need(name: str, kind: Any) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=False)


def _link(name: str, table: str) -> sa.Column[Any]:
    return sa.Column(name, NUMBER, sa.ForeignKey(f"{table}.number"), nullable=False)
