"""What can't wait is found first, however much else has fallen due."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

WAITING = "state = 'waiting' AND urgent IS"


def upgrade() -> None:
    op.add_column("occurrences", sa.Column("urgent", sa.Boolean(), nullable=True))
    _mark_what_waits()
    op.create_index(
        "ix_occurrences_urgent",
        "occurrences",
        ["urgent", "due_at"],
        sqlite_where=sa.text(f"{WAITING} 1"),
        postgresql_where=sa.text(f"{WAITING} true"),
    )


def _mark_what_waits() -> None:
    """Alarms, meetings on their day, and whatever begins at an hour of it."""
    names = ("kind", "state", "urgent")
    occurrences = sa.table("occurrences", *map(sa.column, names), sa.column("why", sa.JSON()))
    row = occurrences.c
    begins = sa.and_(
        row.why["rule"].as_string() == "on_day",
        sa.or_(row.why["what"].as_string() == "meeting", row.why["at"].as_string().is_not(None)),
    )
    known = sa.and_(row.state == "waiting", sa.or_(row.kind == "alert", begins))
    op.execute(sa.update(occurrences).where(known).values(urgent=sa.true()))


def downgrade() -> None:
    op.drop_index("ix_occurrences_urgent", table_name="occurrences")
    op.drop_column("occurrences", "urgent")
