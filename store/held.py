"""What others cause while a reader rests: kept in the outbox, out of the couriers' sight.

When its moment comes the row enters the outbox anew, under its own key and with a new id: whatever
asks for somebody's newest message then finds the one they saw last.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select, update

from store import schema as s
from store.outbox import HELD
from store.work import Tx


@dataclass(frozen=True, kw_only=True)
class HeldBack:
    """One message that is held; `why` says what it rests on."""

    id: int
    priority: int
    why: Mapping[str, Any]


def due(tx: Tx, person: int, now: datetime) -> list[HeldBack]:
    """What need not wait any longer, oldest first."""
    query = (
        select(s.outbox.c.id, s.outbox.c.priority, s.outbox.c.why)
        .where(
            s.outbox.c.person == person,
            s.outbox.c.state == s.said(HELD),
            s.outbox.c.not_before <= now,
        )
        .order_by(s.outbox.c.id)
    )
    found = tx.execute(query).all()
    return [HeldBack(id=row.id, priority=row.priority, why=row.why or {}) for row in found]


def release(tx: Tx, row: int, channel: str, now: datetime) -> None:
    """From now on it leaves like any other, by the way its reader is reached by now."""
    found = tx.execute(select(s.outbox).where(s.outbox.c.id == row)).one()
    tx.execute(delete(s.outbox).where(s.outbox.c.id == row))
    values = {name: value for name, value in found._mapping.items() if name != "id"}
    again = {"state": "waiting", "channel": channel, "not_before": None, "created_at": now}
    tx.execute(insert(s.outbox).inline(), {**values, **again})


def withdraw(tx: Tx, row: int) -> None:
    """It is no longer true, so nobody hears of it."""
    tx.execute(update(s.outbox).where(s.outbox.c.id == row), {"state": "cancelled"})


def withdraw_about(tx: Tx, person: int, **wanted: Any) -> bool:
    """What is held for this reader and rests on that; whether anything was. Then what came of it
    need not be told either."""
    query = select(s.outbox.c.id, s.outbox.c.why).where(
        s.outbox.c.person == person, s.outbox.c.state == s.said(HELD)
    )
    found = [row.id for row in tx.execute(query) if wanted.items() <= (row.why or {}).items()]
    for row in found:
        withdraw(tx, row)
    return bool(found)
