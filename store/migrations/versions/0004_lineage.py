"""Whose text an article's latest version is, how much of it is new, and which agency it says it is from."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

# As store/tables.py had them at this revision; a migration never imports what changes after it.
TEXT = sa.Text()
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("articles", sa.Column("lineage", TEXT))
    op.add_column("articles", sa.Column("of_version", NUMBER))
    op.add_column("articles", sa.Column("new_share", sa.Float()))
    op.add_column("articles", sa.Column("kept_share", sa.Float()))
    op.add_column("articles", sa.Column("agency", TEXT))
    # Which copies were cuts was not kept, nor what was new in them.
    op.execute("UPDATE articles SET lineage = CASE WHEN outcome = 'new' THEN 'own' ELSE outcome END")
    op.execute("UPDATE articles SET new_share = 1 WHERE outcome = 'new'")
