"""Messages that others cause while their reader rests, held until a waking hour."""

import sqlalchemy as sa
from alembic import op

import store.columns

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("outbox", sa.Column("not_before", store.columns.Instant(), nullable=True))
    held = sa.text("state = 'held'")
    op.create_index(
        "ix_outbox_held", "outbox", ["person"], sqlite_where=held, postgresql_where=held
    )


def downgrade() -> None:
    op.drop_index("ix_outbox_held", table_name="outbox")
    op.drop_column("outbox", "not_before")
