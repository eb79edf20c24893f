"""A result is shared with a pairing, and a result may be about one."""

import sqlalchemy as sa
from alembic import op

import store.columns

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("results", sa.Column("pairing", ID, nullable=True))
    op.add_column("results", sa.Column("handed_in_at", store.columns.Instant(), nullable=True))
    op.create_table(
        "shares",
        sa.Column("result", ID, nullable=False),
        sa.Column("pairing", ID, nullable=False),
        sa.ForeignKeyConstraint(["result"], ["results.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("result", "pairing"),
    )
    op.create_index("ix_shares_pairing", "shares", ["pairing"])
    handed_in = sa.text("handed_in_at IS NOT NULL")
    op.create_index(
        "ix_results_handed_in",
        "results",
        ["programme"],
        sqlite_where=handed_in,
        postgresql_where=handed_in,
    )
    _name_the_readers()


def _name_the_readers() -> None:
    """What was shared is the pairing's that went on then, else the first one's that came after.

    A pairing that goes on has no end; `decided_at` of one that has ended is its end. What was
    shared by somebody who has never had a mentor still waits for the first.
    """
    columns = ("id", "programme", "mentee", "status", "created_at", "decided_at")
    pairings = sa.table("pairings", *map(sa.column, columns))
    results = sa.table(
        "results", *map(sa.column, ("id", "programme", "person", "shared", "created_at"))
    )
    shares = sa.table("shares", *map(sa.column, ("result", "pairing")))
    theirs = sa.and_(
        pairings.c.mentee == results.c.person,
        pairings.c.programme == results.c.programme,
        pairings.c.status.in_(("active", "ended")),
    )
    went_on = sa.and_(
        pairings.c.created_at <= results.c.created_at,
        sa.or_(pairings.c.status == "active", pairings.c.decided_at >= results.c.created_at),
    )
    named = sa.func.coalesce(
        sa.func.min(sa.case((went_on, pairings.c.id))), sa.func.min(pairings.c.id)
    )
    found = (
        sa.select(results.c.id, named)
        .join(pairings, theirs)
        .where(results.c.shared == sa.true())
        .group_by(results.c.id)
    )
    op.execute(shares.insert().from_select(["result", "pairing"], found))


def downgrade() -> None:
    op.drop_table("shares")
    op.drop_index("ix_results_handed_in", "results")
    op.drop_column("results", "handed_in_at")
    op.drop_column("results", "pairing")
