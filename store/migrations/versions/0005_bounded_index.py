"""An index whose lists have an end, and long texts packed. What is indexed is filled in by store/reindexing.py."""

from __future__ import annotations

import json
import zlib
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

# As store/tables.py had them at this revision; a migration never imports what changes after it.
TEXT = sa.Text()
BYTES = sa.LargeBinary()
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
BATCH = 200

FOUND_BY = {"versions": ("workspace", "exact"), "articles": ("workspace", "outlet_key", "title_key")}
"What is looked up with a limit, the newest first: the number belongs in the index."


def upgrade() -> None:
    for gone in ("bands", "postings", "term_counts", "story_terms"):
        op.drop_table(gone)
    _index()
    op.drop_index("ix_quote_words_quote", "quote_words")
    for column in ("before", "after"):
        op.drop_column("quotes", column)
    _newest_first()
    _pack("drops", "body", TEXT)
    _pack("versions", "body", TEXT, needed=True)
    _pack("versions", "claims", sa.JSON())
    _profiles()


def _index() -> None:
    op.create_table(
        "workspaces",
        sa.Column("number", NUMBER, primary_key=True),
        _need("workspace", TEXT),
        sa.UniqueConstraint("workspace", name="uq_workspaces_workspace"),
    )
    op.create_table(
        "bands",
        _need("workspace", NUMBER),
        _need("band", sa.BigInteger()),
        _need("held", BYTES),
        sa.PrimaryKeyConstraint("workspace", "band", name="pk_bands"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "terms",
        _need("workspace", NUMBER),
        _need("term", TEXT),
        _need("articles", sa.Integer()),
        _need("held", BYTES),
        sa.PrimaryKeyConstraint("workspace", "term", name="pk_terms"),
        sqlite_with_rowid=False,
        postgresql_with={"fillfactor": "70"},
    )
    op.create_table("index_edition", sa.Column("edition", sa.Integer(), primary_key=True, autoincrement=False))


def _newest_first() -> None:
    for table, columns in FOUND_BY.items():
        op.drop_index(f"ix_{table}_{'_'.join(columns)}", table)
        op.create_index(f"ix_{table}_{'_'.join(columns)}_number", table, [*columns, "number"])
    op.drop_index("ix_articles_workspace_canonical_key", "articles")
    op.drop_column("articles", "canonical_key")


def _pack(table: str, name: str, kind: Any, needed: bool = False) -> None:
    """Puts a column of packed bytes in the place of one of text or JSON."""
    op.execute(f"ALTER TABLE {table} RENAME COLUMN {name} TO plain")
    op.add_column(table, sa.Column(name, BYTES, nullable=not needed, server_default="" if needed else None))
    rows = sa.table(table, sa.column("number"), sa.column("plain", kind), sa.column(name, BYTES))
    packed = sa.update(rows).where(rows.c.number == sa.bindparam("n")).values({name: sa.bindparam("packed")})
    connection, last = op.get_bind(), 0
    plain = sa.select(rows.c.number, rows.c.plain).order_by(rows.c.number).limit(BATCH)
    while batch := connection.execute(plain.where(rows.c.number > last)).all():
        connection.execute(packed, [{"n": row.number, "packed": _packed(row.plain)} for row in batch])
        last = batch[-1].number
    op.drop_column(table, "plain")
    if needed and connection.dialect.name != "sqlite":  # which changes no column; its default is never used
        op.alter_column(table, name, server_default=None)


def _packed(plain: Any) -> bytes | None:
    if plain is None:
        return None
    return zlib.compress((plain if isinstance(plain, str) else json.dumps(plain)).encode())


def _profiles() -> None:
    op.add_column("articles", sa.Column("profile", sa.JSON(), nullable=False, server_default="{}"))
    op.drop_column("articles", "terms")
    if op.get_bind().dialect.name != "sqlite":
        op.alter_column("articles", "profile", server_default=None)


def _need(name: str, kind: Any) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=False)
