"""How far the agreements of a programme's pairs are: who has answered and confirmed, and when.

Nothing sealed is opened: what the two have written is theirs.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from store import schema as s
from store.work import Tx


@dataclass(frozen=True, kw_only=True)
class Stand:
    """One side of one agreement, without its answers."""

    pairing: int
    dialog: str
    person: int
    mentor: int
    mentee: int
    answered_at: datetime
    asked_at: datetime | None
    confirmed_at: datetime | None
    agreed_at: datetime | None


def of_programme(tx: Tx, programme: str) -> list[Stand]:
    """The sides of all pairs that go on, an agreement's sides one after the other."""
    columns = [getattr(s.pacts.c, name) for name in _OF_SIDE]
    query = (
        select(*columns, s.pairings.c.mentor, s.pairings.c.mentee)
        .join(s.pairings, s.pairings.c.id == s.pacts.c.pairing)
        .where(s.pacts.c.programme == programme, s.pairings.c.status == "active")
        .order_by(s.pacts.c.pairing, s.pacts.c.dialog, s.pacts.c.id)
    )
    return [Stand(**row._mapping) for row in tx.execute(query)]


_OF_SIDE = (
    *("pairing", "dialog", "person", "answered_at", "asked_at", "confirmed_at", "agreed_at"),
)
