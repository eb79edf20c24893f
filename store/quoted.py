"""What stands in other people's chats because of somebody: their words, their results, their name.

Whose a message is was written beside it when it was said (`about`, or PEOPLE in its reasons where
it tells of several), so that it is found without opening what is sealed.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select, update

from store import people
from store import schema as s
from store.outbox import HELD, PEOPLE, RESULTS
from store.work import Tx

BATCH = 500
WEB = "web"
GONE = "…"
"""What is left of a button's label: it may have been a name."""
UNSEEN = (HELD, "waiting", "cancelled", "expired", "unreachable")
"""States of what has not left."""

_ROWS = select(
    *(s.outbox.c.id, s.outbox.c.person, s.outbox.c.channel, s.outbox.c.token, s.outbox.c.state),
    *(s.outbox.c.created_at, s.outbox.c.why),
)
_OF_SEVERAL = _ROWS.where(
    s.outbox.c.about.is_not(None), s.outbox.c.why[PEOPLE].as_string().is_not(None)
)
"""The first of several stands in `about` as well, which has an index."""


def forget(tx: Tx, person: int) -> None:
    """Takes somebody out of everybody else's chats, and their answers out of others' questions."""
    remove(tx, tx.execute(_ROWS.where(s.outbox.c.about == person)).all())
    remove(tx, [row for row in tx.execute(_OF_SEVERAL) if person in row.why[PEOPLE]])
    answered = s.tickets.c.answered_by == person
    tx.execute(update(s.tickets).where(answered), {"answer": None})


def forget_result(tx: Tx, owner: int, result: int, reader: int | None = None) -> list[str]:
    """Takes a result that is no longer shared out of the chats in which it was opened, or out of
    this reader's. Returns the channels by which it may have been seen: what a platform has
    delivered is out of reach."""
    found = _showing(tx, owner, result, reader)
    remove(tx, found)
    return _seen(found)


def opened_by(tx: Tx, owner: int, result: int) -> list[str]:
    """The channels by which others may have seen it."""
    return _seen(_showing(tx, owner, result, None))


def _showing(tx: Tx, owner: int, result: int, reader: int | None) -> list[Any]:
    query = _ROWS.where(
        s.outbox.c.about == owner,
        s.outbox.c.person != owner,
        s.outbox.c.why[RESULTS].as_string().is_not(None),
    )
    if reader is not None:
        query = query.where(s.outbox.c.person == reader)
    return [row for row in tx.execute(query) if result in row.why[RESULTS]]


def _seen(rows: Collection[Any]) -> list[str]:
    return sorted({row.channel for row in rows if row.state not in UNSEEN})


def remove(tx: Tx, rows: Collection[Any]) -> None:
    """Deletes rows of the outbox, and what their readers have tapped under them."""
    ids = [row.id for row in rows]
    for first in range(0, len(ids), BATCH):
        tx.execute(delete(s.outbox).where(s.outbox.c.id.in_(ids[first : first + BATCH])))
    tapped: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        if row.token and row.person:
            tapped[row.person].append(row)
    for reader, some in tapped.items():
        _unsay(tx, reader, {row.token for row in some}, min(row.created_at for row in some))


def _unsay(tx: Tx, reader: int, tokens: Collection[str], since: datetime) -> None:
    """The web chat shows what was tapped by its label, as words of the reader's own."""
    if (person := people.load(tx, reader)) is None:
        return
    for row in _said(tx, reader, since):
        name = f"inbox.body:{row.channel}:{row.event}"
        body = person.cipher.open(row.body, name)
        if str(body.get("button", "")).partition(".")[0] in tokens:
            sealed = person.cipher.seal({**body, "shown": GONE}, name)
            tx.execute(update(s.inbox).where(s.inbox.c.id == row.id), {"body": sealed})


def _said(tx: Tx, reader: int, since: datetime) -> Iterable[Any]:
    said = s.inbox.c
    query = select(said.id, said.channel, said.event, said.body).where(
        said.person == reader,
        said.channel == WEB,
        said.received_at >= since,
        said.body.is_not(None),
    )
    return tx.execute(query).all()
