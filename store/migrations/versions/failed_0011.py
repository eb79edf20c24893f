"""What could not be said is counted for coordinators and operators, so it has to be found."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    failed = sa.text("state = 'failed'")
    op.create_index(
        "ix_occurrences_failed",
        "occurrences",
        ["programme", "due_at"],
        sqlite_where=failed,
        postgresql_where=failed,
    )


def downgrade() -> None:
    op.drop_index("ix_occurrences_failed", table_name="occurrences")
