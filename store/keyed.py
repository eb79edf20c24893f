"""The messages of one decision to many, told by how their keys begin."""

from typing import Any

from sqlalchemy import and_, func, select, update

from store import schema as s
from store.outbox import NOT_LEFT
from store.work import Tx


def _begins(prefix: str) -> Any:
    """As a range, for which the unique index is used; LIKE looks at every row."""
    after = prefix[:-1] + chr(ord(prefix[-1]) + 1)
    return and_(s.outbox.c.key >= prefix, s.outbox.c.key < after)


def cancel(tx: Tx, prefix: str) -> int:
    """Withdraws what waits and has a key that begins so; returns how many."""
    waiting = update(s.outbox).where(_begins(prefix), NOT_LEFT)
    return tx.execute(waiting, {"state": "cancelled"}).rowcount


def outcome(tx: Tx, prefix: str) -> dict[str, int]:
    """How many rows whose key begins with `prefix` are in each state."""
    query = select(s.outbox.c.state, func.count()).where(_begins(prefix)).group_by(s.outbox.c.state)
    return dict(tx.execute(query).all())


def states(tx: Tx, prefix: str) -> list[tuple[int, str]]:
    """(person, state) of each row whose key begins with `prefix`."""
    query = (
        select(s.outbox.c.person, s.outbox.c.state).where(_begins(prefix)).order_by(s.outbox.c.id)
    )
    return [(person, state) for person, state in tx.execute(query)]
