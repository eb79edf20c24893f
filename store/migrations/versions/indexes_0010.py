"""Indexes for what grows: what one person was sent and wrote, what is stuck, keys that begin alike."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_inbox_person", "inbox", ["person", "received_at"])
    unread = sa.text("state IN ('dead', 'aside')")
    op.create_index(
        "ix_inbox_troubled", "inbox", ["id"], sqlite_where=unread, postgresql_where=unread
    )
    _sort_keys('COLLATE "C"')


def downgrade() -> None:
    _sort_keys('COLLATE "default"')
    op.drop_index("ix_inbox_troubled", table_name="inbox")
    op.drop_index("ix_inbox_person", table_name="inbox")


def _sort_keys(collation: str) -> None:
    """SQLite sorts by code points anyway. The unique index is built anew, the rows stay."""
    if op.get_context().dialect.name == "postgresql":
        op.execute(f"ALTER TABLE outbox ALTER COLUMN key TYPE VARCHAR(120) {collation}")
