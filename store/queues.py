"""What is in the inbox and the outbox: counted, listed, and taken out by hand where it is stuck."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select, update

from store import schema as s
from store.posting import CANCELLED, DEAD, UNCERTAIN, UNREACHABLE, WAITING
from store.work import Tx

TROUBLED = (DEAD, UNCERTAIN, UNREACHABLE)
UNFINISHED = (WAITING, "sending", *TROUBLED)


@dataclass(frozen=True, kw_only=True)
class Queue:
    """Rows of one queue, channel and state."""

    name: str
    channel: str
    state: str
    rows: int
    oldest: datetime


@dataclass(frozen=True, kw_only=True)
class Stuck:
    """One row that did not arrive, or may not have. What it says is not shown."""

    id: int
    queue: str
    channel: str
    kind: str
    state: str
    to: str
    attempts: int
    error: str
    at: datetime


def counts(tx: Tx) -> list[Queue]:
    """Every queue that is not empty, finished rows left out."""
    found = []
    for name, table, at in (
        ("inbox", s.inbox, s.inbox.c.received_at),
        ("outbox", s.outbox, s.outbox.c.created_at),
    ):
        query = (
            select(table.c.channel, table.c.state, func.count(), func.min(at))
            .where(table.c.state.in_(UNFINISHED))
            .group_by(table.c.channel, table.c.state)
        )
        for channel, state, rows, oldest in tx.execute(query):
            found.append(Queue(name=name, channel=channel, state=state, rows=rows, oldest=oldest))
    return found


def stuck(tx: Tx, most: int = 500) -> list[Stuck]:
    """What was given up, is uncertain or can't reach its person: oldest first."""
    return _stuck_in(tx, s.inbox, "inbox", most) + _stuck_in(tx, s.outbox, "outbox", most)


def _stuck_in(tx: Tx, table: Any, name: str, most: int) -> list[Stuck]:
    at = table.c.received_at if name == "inbox" else table.c.created_at
    query = (
        select(table, at.label("at"), s.people.c.name.label("who"))
        .outerjoin(s.people, s.people.c.id == table.c.person)
        .where(table.c.state.in_(TROUBLED))
        .order_by(table.c.id)
        .limit(most)
    )
    return [
        Stuck(
            id=row.id,
            queue=name,
            channel=row.channel,
            kind=getattr(row, "kind", "message"),
            state=row.state,
            to=row.who or "",
            attempts=row.attempts,
            error=row.error or "",
            at=row.at,
        )
        for row in tx.execute(query)
    ]


def retry(tx: Tx, rows: Sequence[int] | None = None) -> int:
    """Sends rows again that are stuck; None means all. Returns how many."""
    values = {"state": WAITING, "next_at": None, "attempts": 0, "error": None}
    return _change(tx, rows, values)


def drop(tx: Tx, rows: Sequence[int] | None = None) -> int:
    """Gives rows up that are stuck; None means all."""
    return _change(tx, rows, {"state": CANCELLED, "error": "dropped by hand"})


def _change(tx: Tx, rows: Sequence[int] | None, values: dict[str, Any]) -> int:
    stuck_ones = update(s.outbox).where(s.outbox.c.state.in_(TROUBLED))
    if rows is not None:
        stuck_ones = stuck_ones.where(s.outbox.c.id.in_(rows))
    return tx.execute(stuck_ones, values).rowcount
