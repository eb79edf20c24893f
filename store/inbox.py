"""What people sent, written before it is acknowledged and handled once, in order."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, insert, select, update

from store import schema as s
from store.crypto import Cipher
from store.work import Tx

ATTEMPTS = 3


@dataclass(frozen=True, kw_only=True)
class Received:
    """One waiting message: `body` holds `text`, `button` or `attachment`."""

    id: int
    channel: str
    body: dict[str, Any]
    attempts: int


_SEEN = select(s.inbox.c.id).where(
    s.inbox.c.channel == bindparam("channel"), s.inbox.c.event == bindparam("event")
)
_ADD = insert(s.inbox).returning(s.inbox.c.id)
_NEXT = (
    select(s.inbox.c.id, s.inbox.c.channel, s.inbox.c.event, s.inbox.c.body, s.inbox.c.attempts)
    .where(s.inbox.c.person == bindparam("person"), s.inbox.c.state == "waiting")
    .order_by(s.inbox.c.id)
    .limit(1)
)
_SETTLE = (
    update(s.inbox)
    .where(s.inbox.c.id == bindparam("row"))
    .values(state=bindparam("new_state"), error=bindparam("new_error"))
)


def accept(
    tx: Tx,
    *,
    channel: str,
    event: str,
    person: int,
    cipher: Cipher,
    body: dict[str, Any],
    now: datetime,
) -> int | None:
    """The id of the new row, or None when this event was accepted before."""
    if tx.execute(_SEEN, {"channel": channel, "event": event}).first() is not None:
        return None
    values = {
        "channel": channel,
        "event": event,
        "person": person,
        "body": cipher.seal(body, f"inbox.body:{channel}:{event}"),
        "state": "waiting",
        "attempts": 0,
        "received_at": now,
    }
    return tx.insert(_ADD, values)


def next_waiting(tx: Tx, person: int, cipher: Cipher) -> Received | None:
    row = tx.execute(_NEXT, {"person": person}).first()
    if row is None:
        return None
    body = cipher.open(row.body, f"inbox.body:{row.channel}:{row.event}")
    return Received(id=row.id, channel=row.channel, body=body, attempts=row.attempts)


def done(tx: Tx, row: int) -> None:
    tx.execute(_SETTLE, {"row": row, "new_state": "done", "new_error": None})


def failed(tx: Tx, person: int, error: str) -> bool:
    """Counts a failure of the person's oldest message; True once it is given up (dead letter)."""
    row = tx.execute(_NEXT, {"person": person}).first()
    if row is None:
        return False
    attempts = row.attempts + 1
    state = "dead" if attempts >= ATTEMPTS else "waiting"
    values = {"attempts": attempts, "state": state, "error": error[:200]}
    tx.execute(update(s.inbox).where(s.inbox.c.id == row.id), values)
    return state == "dead"


def people_waiting(tx: Tx) -> list[tuple[int, int]]:
    """(person, how many) for every message accepted and not handled: work left by a crash."""
    query = select(s.inbox.c.person).where(s.inbox.c.state == "waiting").order_by(s.inbox.c.id)
    counts: dict[int, int] = {}
    for person in tx.execute(query).scalars():
        counts[person] = counts.get(person, 0) + 1
    return list(counts.items())
