"""Decisions about stories: which are one, which article belongs in another, and the pairs of articles people judged."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

# As store/tables.py had them at this revision; a migration never imports what changes after it.
TEXT = sa.Text()
TIME = sa.DateTime(timezone=True)
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("stories", sa.Column("into", NUMBER))
    op.add_column("articles", sa.Column("touches", sa.JSON()))
    _decisions()
    _pairs()


def _decisions() -> None:
    op.create_table(
        "decisions",
        sa.Column("number", NUMBER, primary_key=True),
        _need("workspace", TEXT),
        _need("kind", TEXT),
        _need("status", TEXT),
        _link("story", "stories", nullable=False),
        _link("other", "stories", nullable=False),
        _link("article", "articles", nullable=True),
        sa.Column("by", TEXT),
        _need("at", TIME),
        sa.Column("score", sa.Float()),
        _need("reason", TEXT),
        sa.Column("asked", TIME),
        sa.Column("moved", sa.JSON()),
    )
    op.create_index("ix_decisions_workspace_story", "decisions", ["workspace", "story"])
    op.create_index("ix_decisions_workspace_other", "decisions", ["workspace", "other"])


def _pairs() -> None:
    op.create_table(
        "pairs",
        sa.Column("number", NUMBER, primary_key=True),
        _need("workspace", TEXT),
        _link("one", "articles", nullable=False),
        _link("other", "articles", nullable=False),
        _need("same", sa.Boolean()),
        sa.Column("score", sa.Float()),
        _link("decision", "decisions", nullable=False),
    )
    op.create_index("ix_pairs_one", "pairs", ["one"])
    op.create_index("ix_pairs_other", "pairs", ["other"])
    op.create_index("ix_pairs_decision", "pairs", ["decision"])
    op.create_index("ix_pairs_workspace_number", "pairs", ["workspace", "number"])


def _need(name: str, kind: Any) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=False)


def _link(name: str, table: str, nullable: bool) -> sa.Column[Any]:
    return sa.Column(name, NUMBER, sa.ForeignKey(f"{table}.number"), nullable=nullable)
