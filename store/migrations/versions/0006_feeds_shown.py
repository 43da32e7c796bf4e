"""What a feed showed at its last poll, so that an item which goes back to an earlier text is seen."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.add_column("feeds", sa.Column("shown", sa.JSON(none_as_null=True)))
