"""A task knows which result it came from, so that it can be kept from others with it."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
NEVER_ASKED = ("six-questions", "ten-steps")
"""The library's dialogs that made tasks and did not ask whether to share them."""


def upgrade() -> None:
    op.add_column("tasks", sa.Column("result", ID))
    _link()


def _link() -> None:
    """A result and its tasks were written in one decision, so at the same instant.

    A programme's own dialog may not have asked; its tasks are hidden then until the result is
    shared. That costs a question, while showing what was promised to stay hidden can't be taken
    back. Where no result is found, which no dialog of ours leaves so, the task stays as it was.
    """
    tasks = sa.table("tasks", *map(sa.column, ("person", "programme", "created_at", "result")))
    results = sa.table(
        "results", *map(sa.column, ("id", "person", "programme", "created_at", "dialog"))
    )
    came_from = (
        sa.select(sa.func.max(results.c.id))
        .where(
            results.c.person == tasks.c.person,
            results.c.programme == tasks.c.programme,
            results.c.created_at == tasks.c.created_at,
            results.c.dialog.not_in(NEVER_ASKED),
        )
        .scalar_subquery()
    )
    op.execute(tasks.update().values(result=came_from))


def downgrade() -> None:
    op.drop_column("tasks", "result")
