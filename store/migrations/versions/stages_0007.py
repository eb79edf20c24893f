"""The days on which a pair got to each of its stages; a word for one, which nothing used, goes."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("pairings", sa.Column("stages", sa.JSON(none_as_null=True)))
    op.drop_column("pairings", "phase")


def downgrade() -> None:
    op.add_column(
        "pairings",
        sa.Column("phase", sa.String(length=32), nullable=False, server_default="start"),
    )
    op.drop_column("pairings", "stages")
