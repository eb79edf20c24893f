"""What fell due and could not be said: listed for operators, and put back where it still may be."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update

from store import schema as s
from store.occurrences import FAILED, WAITING
from store.work import Tx

_IS_FAILED = s.occurrences.c.state == s.said(FAILED)
MOST = 500


@dataclass(frozen=True, kw_only=True)
class Failed:
    """One occurrence that could not be said. What it would have said is not shown."""

    id: int
    programme: str
    kind: str
    person: int
    name: str
    at: datetime
    error: str


def listed(tx: Tx, most: int = MOST) -> list[Failed]:
    """The newest first, since what is old can no longer be said."""
    query = (
        select(s.occurrences, s.people.c.name.label("who"))
        .join(s.people, s.people.c.id == s.occurrences.c.person)
        .where(_IS_FAILED)
        .order_by(s.occurrences.c.due_at.desc(), s.occurrences.c.id.desc())
        .limit(most)
    )
    return [
        Failed(
            id=row.id,
            programme=row.programme,
            kind=row.kind,
            person=row.person,
            name=row.who or "",
            at=row.due_at,
            error=row.note or "",
        )
        for row in tx.execute(query)
    ]


def retry(tx: Tx, rows: Sequence[int] | None, since: datetime) -> tuple[int, int]:
    """Puts back what was due since then; None means all. How many, and how many were older and
    stay as they are. Whether it is still to be said is looked at when it fires."""
    failed = update(s.occurrences).where(_IS_FAILED)
    if rows is not None:
        failed = failed.where(s.occurrences.c.id.in_(rows))
    fresh = failed.where(s.occurrences.c.due_at >= since)
    again: int = tx.execute(fresh.values(state=WAITING, note=None)).rowcount
    left = select(s.occurrences.c.id).where(_IS_FAILED)
    if rows is not None:
        left = left.where(s.occurrences.c.id.in_(rows))
    return again, len(tx.execute(left).all())
