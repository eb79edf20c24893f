"""Several channels: who wrote where last, what is being sent, and rows that are nobody's."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from store.columns import Instant
from store.errors import NoWayBack

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

OPEN = sa.text("state IN ('waiting', 'sending')")
TROUBLED = sa.text("state IN ('sending', 'uncertain', 'dead', 'unreachable')")
ADDRESSED = sa.text("address IS NOT NULL")
REBUILT = ("inbox", "outbox", "identities")


def upgrade() -> None:
    sequences = _sequences()
    op.add_column("people", sa.Column("channel", sa.String(80)))
    op.add_column("people", sa.Column("prefers", sa.String(80)))
    with _altered("identities") as table:
        table.alter_column("channel", existing_type=sa.String(16), type_=sa.String(80))
        table.add_column(sa.Column("blocked_at", Instant()))
    with _altered("inbox") as table:
        table.alter_column("channel", existing_type=sa.String(16), type_=sa.String(80))
        table.alter_column("person", existing_type=sa.BigInteger(), nullable=True)
    with _altered("outbox") as table:
        table.alter_column("channel", existing_type=sa.String(16), type_=sa.String(80))
        table.alter_column("person", existing_type=sa.BigInteger(), nullable=True)
        table.add_column(sa.Column("address", sa.String(80)))
        table.add_column(sa.Column("next_at", Instant()))
        table.add_column(sa.Column("claim", sa.String(32)))
        table.add_column(sa.Column("claimed_at", Instant()))
        table.add_column(sa.Column("remote", sa.String(32)))
    _index("ix_outbox_open", ["person", "id"], OPEN)
    _index("ix_outbox_address", ["address"], ADDRESSED)
    _index("ix_outbox_troubled", ["id"], TROUBLED)
    _restore(sequences)


def _altered(table: str) -> Any:
    return op.batch_alter_table(table, table_kwargs={"sqlite_autoincrement": True})


def _index(name: str, columns: list[str], where: sa.TextClause) -> None:
    op.create_index(name, "outbox", columns, sqlite_where=where, postgresql_where=where)


def _sequences() -> dict[str, int]:
    """How far the ids of each table had got; a table that is built anew forgets it on SQLite."""
    if op.get_bind().dialect.name != "sqlite":
        return {}
    rows = op.get_bind().execute(sa.text("SELECT name, seq FROM sqlite_sequence"))
    return {name: seq for name, seq in rows if name in REBUILT}


def _restore(sequences: dict[str, int]) -> None:
    """Ids are never given twice, so the counts go on where they were."""
    for name, seq in sequences.items():
        values = {"name": name, "seq": seq}
        op.get_bind().execute(sa.text("DELETE FROM sqlite_sequence WHERE name = :name"), values)
        op.get_bind().execute(sa.text("INSERT INTO sqlite_sequence VALUES (:name, :seq)"), values)


def downgrade() -> None:
    raise NoWayBack("restore a backup: rows without a person have no place in 0001")
