"""What a mentor's group does together: polls, quizzes, brainstorms, and the chats they own."""

import sqlalchemy as sa
from alembic import op

import store.columns

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = store.columns.Instant


def upgrade() -> None:
    _activities()
    _members()
    _answers()
    _chat_groups()


def _to(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}")
    return sa.ForeignKeyConstraint([column], [target], name=name, ondelete="CASCADE")


def _activities() -> None:
    op.create_table(
        "activities",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("programme", sa.String(length=64), nullable=False),
        sa.Column("mentor", ID, nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("pace", sa.String(length=4), nullable=False),
        sa.Column("anonymous", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("seal", sa.String(length=24), nullable=False),
        sa.Column("group_channel", sa.String(length=80), nullable=True),
        sa.Column("group_address", sa.String(length=80), nullable=True),
        sa.Column("created_at", INSTANT(), nullable=False),
        sa.Column("opened_at", INSTANT(), nullable=True),
        sa.Column("closes_at", INSTANT(), nullable=True),
        sa.Column("closed_at", INSTANT(), nullable=True),
        _to("activities", "mentor", "people.id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activities")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_activities_mentor", "activities", ["mentor"])


def _members() -> None:
    op.create_table(
        "activity_members",
        sa.Column("activity", ID, nullable=False),
        sa.Column("person", ID, nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        _to("activity_members", "activity", "activities.id"),
        _to("activity_members", "person", "people.id"),
        sa.PrimaryKeyConstraint("activity", "person", name=op.f("pk_activity_members")),
    )
    op.create_index("ix_activity_members_person", "activity_members", ["person"])


def _answers() -> None:
    op.create_table(
        "activity_answers",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("activity", ID, nullable=False),
        sa.Column("question", sa.String(length=64), nullable=False),
        sa.Column("person", ID, nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("seal", sa.String(length=24), nullable=False),
        _to("activity_answers", "activity", "activities.id"),
        _to("activity_answers", "person", "people.id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activity_answers")),
    )
    op.create_index(
        "ix_activity_answers_activity_question", "activity_answers", ["activity", "question"]
    )
    op.create_index("ix_activity_answers_person", "activity_answers", ["person"])


def _chat_groups() -> None:
    op.create_table(
        "chat_groups",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("channel", sa.String(length=80), nullable=False),
        sa.Column("address", sa.String(length=80), nullable=False),
        sa.Column("person", ID, nullable=False),
        sa.Column("created_at", INSTANT(), nullable=False),
        _to("chat_groups", "person", "people.id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_chat_groups")),
        sa.UniqueConstraint("channel", "address", name=op.f("uq_chat_groups_channel_address")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_chat_groups_person", "chat_groups", ["person"])


def downgrade() -> None:
    for table in ("chat_groups", "activity_answers", "activity_members", "activities"):
        op.drop_table(table)
