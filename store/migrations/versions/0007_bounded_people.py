"""Names, offices and decisions about people are found without reading all there are."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.execute("UPDATE names SET seen = 1 WHERE seen IS NULL")
    op.drop_index("ix_names_workspace_surname", "names")
    op.drop_index("ix_names_workspace_sound", "names")
    op.create_index("ix_names_workspace_name_seen", "names", ["workspace", "name", "seen"])
    op.create_index("ix_names_workspace_sound_seen", "names", ["workspace", "sound", "seen"])
    before = sa.text("sound IS NULL")
    op.create_index(
        "ix_names_before_0002",
        "names",
        ["workspace", "surname", "seen"],
        sqlite_where=before,
        postgresql_where=before,
    )
    op.drop_index("ix_offices_workspace_role", "offices")
    op.create_index("ix_offices_workspace_role_last", "offices", ["workspace", "role", "last"])
    op.create_index("ix_judgements_workspace_other", "judgements", ["workspace", "other"])
