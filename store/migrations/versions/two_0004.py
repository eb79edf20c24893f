"""What two do together: pacts both answer, guides that both are led through by the clock."""

import sqlalchemy as sa
from alembic import op

import store.columns

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = store.columns.Instant


def upgrade() -> None:
    op.create_table(
        "pacts",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("programme", sa.String(length=64), nullable=False),
        sa.Column("pairing", ID, nullable=False),
        sa.Column("dialog", sa.String(length=64), nullable=False),
        sa.Column("person", ID, nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("seal", sa.String(length=24), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("result", ID, nullable=True),
        sa.Column("asked_at", INSTANT(), nullable=True),
        sa.Column("answered_at", INSTANT(), nullable=False),
        sa.Column("confirmed_at", INSTANT(), nullable=True),
        sa.Column("agreed_at", INSTANT(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person"], ["people.id"], name=op.f("fk_pacts_person"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pacts")),
        sa.UniqueConstraint(
            "pairing", "dialog", "person", name=op.f("uq_pacts_pairing_dialog_person")
        ),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_pacts_person", "pacts", ["person"])
    op.create_table(
        "guides",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("programme", sa.String(length=64), nullable=False),
        sa.Column("pairing", ID, nullable=False),
        sa.Column("guide", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("asked_by", ID, nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("serial", sa.Integer(), nullable=False),
        sa.Column("ends_at", INSTANT(), nullable=True),
        sa.Column("seconds_left", sa.Integer(), nullable=True),
        sa.Column("mentor_says", sa.String(length=8), nullable=True),
        sa.Column("mentee_says", sa.String(length=8), nullable=True),
        sa.Column("asked_at", INSTANT(), nullable=False),
        sa.Column("started_at", INSTANT(), nullable=True),
        sa.Column("ended_at", INSTANT(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_guides")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_guides_pairing", "guides", ["pairing"])


def downgrade() -> None:
    op.drop_table("guides")
    op.drop_table("pacts")
