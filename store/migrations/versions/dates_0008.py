"""More time for dates of the calendar: a request names a task, or an event and its day."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from store.errors import NoWayBack

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
OF_ITS_TASK = """
UPDATE extensions
SET programme = (SELECT programme FROM tasks WHERE tasks.id = extensions.task)
"""
BY_THEIR_REQUEST = """
UPDATE occurrences SET subject = CAST(substr(key, length('extension:') + 1) AS INTEGER)
WHERE kind = 'extension'
"""
"""What waits for a decision was known by its task; now by the request, which its key names."""


def upgrade() -> None:
    last = _last_id()
    op.add_column("extensions", sa.Column("programme", sa.String(length=64)))
    op.execute(OF_ITS_TASK)
    with _altered() as table:
        table.alter_column("task", existing_type=ID, nullable=True)
        table.alter_column("programme", existing_type=sa.String(length=64), nullable=False)
        table.add_column(sa.Column("event", sa.String(length=64)))
        table.add_column(sa.Column("day", sa.Date()))
        table.add_column(sa.Column("pairing", ID))
    op.create_index("ix_extensions_person", "extensions", ["person"])
    op.execute(BY_THEIR_REQUEST)
    _restore(last)


def _altered() -> Any:
    return op.batch_alter_table("extensions", table_kwargs={"sqlite_autoincrement": True})


def _last_id() -> int | None:
    """How far the ids had got; a table that is built anew forgets it on SQLite."""
    if op.get_bind().dialect.name != "sqlite":
        return None
    known = sa.text("SELECT seq FROM sqlite_sequence WHERE name = 'extensions'")
    return op.get_bind().execute(known).scalar()


def _restore(last: int | None) -> None:
    """Ids are never given twice, so the count goes on where it was."""
    if last is not None:
        op.execute("DELETE FROM sqlite_sequence WHERE name = 'extensions'")
        going_on = sa.text("INSERT INTO sqlite_sequence VALUES ('extensions', :last)")
        op.get_bind().execute(going_on, {"last": last})


def downgrade() -> None:
    raise NoWayBack("restore a backup: more time for a date of the calendar has no place in 0007")
