"""How somebody likes to be written to: own hours, own weekday, a pause until a day."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("people", sa.Column("rhythm", sa.JSON(none_as_null=True)))


def downgrade() -> None:
    op.drop_column("people", "rhythm")
