"""Own hours, weekday and pauses of people; announcements that are queued bit by bit."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("people", sa.Column("rhythm", sa.JSON(none_as_null=True)))
    op.add_column("announcements", sa.Column("queued", sa.Integer()))


def downgrade() -> None:
    op.drop_column("announcements", "queued")
    op.drop_column("people", "rhythm")
