"""What people sent, written before it is acknowledged and handled once, in order."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import and_, bindparam, literal_column, select, update
from sqlalchemy.dialects import postgresql, sqlite

from store import schema as s
from store import sessions
from store.crypto import Cipher
from store.errors import StoreError
from store.people import Part, Person, person_of
from store.prepared import Prepared, PreparedSelect
from store.sessions import Kept
from store.work import Tx

ATTEMPTS = 3


@dataclass(frozen=True, kw_only=True)
class Received:
    """One waiting message: `body` holds `text`, `button` or `attachment`."""

    id: int
    channel: str
    body: dict[str, Any]
    attempts: int


@dataclass(frozen=True, kw_only=True)
class Arrival:
    """A waiting message, whose it is, the part they speak in and the dialog open, if any."""

    person: Person
    part: Part | None
    session: Kept | None
    received: Received


# Two processes may take in the same repetition at once: the second waits, then gets None.
_COLUMNS = ("channel", "event", "person", "body", "state", "attempts", "received_at")
_ADD = {
    True: Prepared(
        postgresql.insert(s.inbox).on_conflict_do_nothing().returning(s.inbox.c.id), *_COLUMNS
    ),
    False: Prepared(
        sqlite.insert(s.inbox).on_conflict_do_nothing().returning(s.inbox.c.id), *_COLUMNS
    ),
}
_NEXT = (
    select(s.inbox.c.id, s.inbox.c.attempts)
    .where(s.inbox.c.person == bindparam("person"), s.inbox.c.state == s.said("waiting"))
    .order_by(s.inbox.c.id)
    .limit(1)
)
_SETTLE = Prepared(
    update(s.inbox)
    .where(s.inbox.c.id == bindparam("row"))
    .values(state=bindparam("new_state"), error=bindparam("new_error"))
)


_LOCK = select(s.people.c.id).where(s.people.c.id == bindparam("person")).with_for_update()
_ARRIVAL = PreparedSelect(
    select(
        s.people,
        s.inbox.c.id.label("inbox_id"),
        s.inbox.c.channel.label("came_by"),
        s.inbox.c.event,
        s.inbox.c.body,
        s.inbox.c.attempts,
        s.parts.c.id.label("part_id"),
        s.parts.c.programme,
        s.parts.c.role,
        s.parts.c.created_at.label("joined_at"),
        *sessions.labelled(),
    )
    .join(s.people, s.people.c.id == s.inbox.c.person)
    .outerjoin(s.parts, and_(s.parts.c.id == s.people.c.part, s.parts.c.active))
    .outerjoin(
        s.sessions,
        and_(s.sessions.c.person == s.people.c.id, s.sessions.c.status == literal_column("'open'")),
    )
    .where(s.inbox.c.person == bindparam("person"), s.inbox.c.state == literal_column("'waiting'"))
    .order_by(s.inbox.c.id)
    .limit(literal_column("1"))
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
    values = {
        "channel": channel,
        "event": event,
        "person": person,
        "body": cipher.seal(body, f"inbox.body:{channel}:{event}"),
        "state": "waiting",
        "attempts": 0,
        "received_at": now,
    }
    found: int | None = _ADD[tx.postgresql].returned(tx, values)
    return found


def note(
    tx: Tx, *, channel: str, event: str, now: datetime, error: str | None = None
) -> int | None:
    """Remembers an event that is nobody's message, so that it counts once; nothing of it is kept.

    With `error` it could not be understood, and shows among the dead letters.
    """
    values = {
        "channel": channel,
        "event": event,
        "person": None,
        "body": None,
        "state": "dead" if error else "done",
        "attempts": 0,
        "received_at": now,
    }
    found: int | None = _ADD[tx.postgresql].returned(tx, values)
    if found is not None and error:
        _SETTLE(tx, {"row": found, "new_state": "dead", "new_error": error[:200]})
    return found


def put_aside(tx: Tx, row: int) -> None:
    """Somebody wrote faster than can be answered: this one is kept and not read."""
    _SETTLE(tx, {"row": row, "new_state": "aside", "new_error": "written too fast to be read"})


def next_waiting(tx: Tx, person: int) -> Arrival | None:
    """The person's oldest waiting message with all that is needed to decide on it.

    On PostgreSQL the person's row is locked first, by a statement of its own: the one after it then
    sees what another process has committed meanwhile, and no message is handled twice.
    """
    if tx.postgresql:
        tx.execute(_LOCK, {"person": person})
    row = _ARRIVAL.first(tx, {"person": person})
    if row is None:
        return None
    found = person_of(tx, row)
    body = found.cipher.open(row.body, f"inbox.body:{row.came_by}:{row.event}")
    return Arrival(
        person=found,
        part=_part(row, found),
        session=sessions.from_labelled(found, row),
        received=Received(id=row.inbox_id, channel=row.came_by, body=body, attempts=row.attempts),
    )


def _part(row: Any, person: Person) -> Part | None:
    if row.part_id is None:
        return None
    return Part(
        id=row.part_id,
        person=person.id,
        programme=row.programme,
        role=row.role,
        active=True,
        created_at=row.joined_at,
    )


def done(tx: Tx, row: int) -> None:
    _SETTLE(tx, {"row": row, "new_state": "done", "new_error": None})


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
    query = (
        select(s.inbox.c.person).where(s.inbox.c.state == s.said("waiting")).order_by(s.inbox.c.id)
    )
    counts: dict[int, int] = {}
    for person in tx.execute(query).scalars():
        counts[person] = counts.get(person, 0) + 1
    return list(counts.items())


def texts_waiting(tx: Tx) -> list[tuple[int, str]]:
    """(person, text) of every message accepted and not handled that can be read."""
    query = (
        select(s.inbox.c.person, s.inbox.c.channel, s.inbox.c.event, s.inbox.c.body, s.people.c.key)
        .join(s.people, s.people.c.id == s.inbox.c.person)
        .where(s.inbox.c.state == s.said("waiting"))
    )
    found = []
    for row in tx.execute(query):
        try:
            body = tx.cipher(row.key).open(row.body, f"inbox.body:{row.channel}:{row.event}")
        except StoreError:  # its own turn will tell
            continue
        found.append((row.person, str(body.get("text") or "")))
    return found
