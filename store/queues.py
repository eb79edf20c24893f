"""What is in the inbox and the outbox: counted, listed, and taken out by hand where it is stuck."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select, update

from store import schema as s
from store.occurrences import FAILED
from store.posting import CANCELLED, DEAD, UNCERTAIN, UNREACHABLE, WAITING
from store.work import Tx

TROUBLED = (DEAD, UNCERTAIN, UNREACHABLE)
_STUCK = {
    "inbox": s.inbox.c.state.in_([s.said(state) for state in s.UNREAD_STATES]),
    "outbox": s.outbox.c.state.in_([s.said(state) for state in s.TROUBLED_STATES]),
}
"""Written out, as the conditions of the partial indexes are."""
_IS_FAILED = s.occurrences.c.state == s.said(FAILED)


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
        channel = table.c.channel.concat(s.said(""))  # SQLite would go through all by channel
        for states in (table.c.state == s.said(WAITING), _STUCK[name]):
            query = (
                select(channel, table.c.state, func.count(), func.min(at))
                .where(states)
                .group_by(channel, table.c.state)
            )
            found += [_queue(name, *row) for row in tx.execute(query)]
    return found + _failed(tx)


def _failed(tx: Tx) -> list[Queue]:
    """What fell due and could not be said; it has not got as far as a channel."""
    query = select(func.count(), func.min(s.occurrences.c.due_at)).where(_IS_FAILED)
    rows, oldest = tx.execute(query).one()
    if not rows:
        return []
    return [Queue(name="occurrences", channel="", state=FAILED, rows=rows, oldest=oldest)]


def unsaid(tx: Tx, programme: str, since: datetime) -> int:
    """How many messages could not even be written, of those due since an instant."""
    query = select(func.count()).where(
        _IS_FAILED, s.occurrences.c.programme == programme, s.occurrences.c.due_at >= since
    )
    return tx.execute(query).scalar_one()


def _queue(name: str, channel: str, state: str, rows: int, oldest: datetime) -> Queue:
    return Queue(name=name, channel=channel, state=state, rows=rows, oldest=oldest)


def stuck(tx: Tx, most: int = 500) -> list[Stuck]:
    """What was given up, is uncertain or can't reach its person: oldest first."""
    return _stuck_in(tx, s.inbox, "inbox", most) + _stuck_in(tx, s.outbox, "outbox", most)


def unreceived(tx: Tx, programme: str) -> tuple[int, int]:
    """How many messages to this programme's people may not have arrived, and how many did not."""
    theirs = select(s.parts.c.person).where(s.parts.c.programme == programme, s.parts.c.active)
    query = (
        select(s.outbox.c.state, func.count())
        .where(
            _STUCK["outbox"],
            s.outbox.c.state.in_(TROUBLED),
            s.outbox.c.person.in_(theirs),
            s.outbox.c.kind != "edit",
        )
        .group_by(s.outbox.c.state)
    )
    found: dict[str, int] = dict(tx.execute(query).all())
    uncertain = found.pop(UNCERTAIN, 0)
    return uncertain, sum(found.values())


def _stuck_in(tx: Tx, table: Any, name: str, most: int) -> list[Stuck]:
    at = table.c.received_at if name == "inbox" else table.c.created_at
    query = (
        select(table, at.label("at"), s.people.c.name.label("who"))
        .outerjoin(s.people, s.people.c.id == table.c.person)
        .where(_STUCK[name], table.c.state.in_(TROUBLED))
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


def retry(tx: Tx, rows: Sequence[int] | None = None, *, received: bool = False) -> int:
    """Tries rows again that are stuck; None means all. Returns how many.

    `received` are those of the inbox; one that was nobody's, or could not be read, stays as it is.
    """
    values = {"state": WAITING, "attempts": 0, "error": None}
    if received:
        return _change(tx, s.inbox, rows, values, s.inbox.c.body.is_not(None))
    return _change(tx, s.outbox, rows, {**values, "next_at": None})


def drop(tx: Tx, rows: Sequence[int] | None = None, *, received: bool = False) -> int:
    """Gives rows up that are stuck; None means all."""
    if received:
        return _change(tx, s.inbox, rows, {"state": "done", "error": "dropped by hand"})
    return _change(tx, s.outbox, rows, {"state": CANCELLED, "error": "dropped by hand"})


def _change(
    tx: Tx, table: Any, rows: Sequence[int] | None, values: dict[str, Any], *only: Any
) -> int:
    stuck_ones = update(table).where(_STUCK[table.name], table.c.state.in_(TROUBLED), *only)
    if rows is not None:
        stuck_ones = stuck_ones.where(table.c.id.in_(rows))
    return tx.execute(stuck_ones, values).rowcount
