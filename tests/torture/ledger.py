"""What the database holds, read from outside while the product runs or lies dead."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import func, select

from store import queues
from store import schema as s
from store.outbox import HELD, REPLY
from store.posting import LEASE, SENDING, UNCERTAIN
from store.work import Store, Tx


@dataclass(frozen=True, kw_only=True)
class Row:
    """A row of the outbox: what the person reads, and whether it is sent again in doubt."""

    id: int
    person: int | None
    kind: str
    state: str
    repeated: bool
    text: str


def open_rows(store: Store) -> int:
    """How much is left to do: due occurrences, messages to handle, rows to send."""
    due = (s.occurrences.c.state == "waiting") & (s.occurrences.c.due_at <= datetime.now(UTC))
    left = (
        select(func.count()).select_from(s.occurrences).where(due),
        select(func.count()).select_from(s.inbox).where(s.inbox.c.state == "waiting"),
        select(func.count()).select_from(s.outbox).where(s.outbox.c.state.in_(s.OPEN_STATES)),
    )
    with store.engine.connect() as connection:  # in this order: each leads to the next
        return sum(connection.execute(query).scalar_one() for query in left)


def rows(store: Store, *states: str) -> list[Row]:
    """The outbox, without what only edits."""
    query = (
        select(s.outbox, s.people.c.key.label("wrapped"))
        .outerjoin(s.people, s.people.c.id == s.outbox.c.person)
        .where(s.outbox.c.kind != "edit")
        .order_by(s.outbox.c.id)
    )
    if states:
        query = query.where(s.outbox.c.state.in_(states))
    with store.engine.connect() as connection:
        tx = Tx(connection, store.keyring)
        return [_row(tx, row) for row in connection.execute(query)]


def _row(tx: Tx, row: Any) -> Row:
    cipher = tx.keyring.own if row.person is None else tx.cipher(row.wrapped)
    return Row(
        id=row.id,
        person=row.person,
        kind=row.kind,
        state=row.state,
        repeated=row.priority <= REPLY,
        text=cipher.open(row.body, f"outbox.body:{row.key}")["text"],
    )


def in_doubt(store: Store) -> list[Row]:
    """What was on its way when the process died: nobody knows whether it arrived."""
    return rows(store, SENDING)


def uncertain(store: Store) -> list[Row]:
    return rows(store, UNCERTAIN)


def held(store: Store, name: str) -> list[str]:
    """What waits for somebody to get up, and for no courier."""
    with store.engine.connect() as connection:
        found = select(s.people.c.id).where(s.people.c.name == name)
        whose = list(connection.execute(found).scalars())
    return [row.text for row in rows(store, HELD) if row.person in whose]


def inbox(store: Store) -> list[tuple[str, str]]:
    """(event, state) of everything accepted."""
    with store.engine.connect() as connection:
        found = connection.execute(select(s.inbox.c.event, s.inbox.c.state))
        return [(event, state) for event, state in found]


def unsettled(store: Store) -> list[tuple[str, str, str | None]]:
    """(kind, state, error) of rows that neither arrived, nor are uncertain or held."""
    query = select(s.outbox.c.kind, s.outbox.c.state, s.outbox.c.error).where(
        s.outbox.c.state.not_in(("sent", UNCERTAIN, HELD))
    )
    with store.engine.connect() as connection:
        return [tuple(row) for row in connection.execute(query)]


def reminders(store: Store) -> set[str]:
    """The states of all reminders of tasks."""
    query = select(s.occurrences.c.state).where(s.occurrences.c.kind == "nudge")
    with store.engine.connect() as connection:
        return set(connection.execute(query).scalars())


def hidden(store: Store) -> list[Row]:
    """Uncertain rows that an operator is not shown."""
    shown = {one.id for one in store.run_now(queues.stuck) if one.queue == "outbox"}
    return [row for row in uncertain(store) if row.id not in shown]


def erased(store: Store, name: str) -> bool:
    """Whether nothing is left of somebody but a nameless stub."""
    with store.engine.connect() as connection:
        named = connection.execute(select(s.people.c.id).where(s.people.c.name == name)).all()
        gone = select(s.people.c.id).where(s.people.c.erased_at.is_not(None))
        stubs = list(connection.execute(gone).scalars())
        tables = (s.inbox, s.outbox, s.sessions, s.journal, s.identities)
        left = [
            connection.execute(select(func.count()).where(table.c.person.in_(stubs))).scalar_one()
            for table in tables
        ]
        return not named and len(stubs) == 1 and not any(left)


def let_lease_end(store: Store) -> None:
    """As if everything on its way had been claimed long ago."""
    past = datetime.now(UTC) - 2 * LEASE
    with store.engine.begin() as connection:
        connection.execute(
            s.outbox.update().where(s.outbox.c.state == SENDING).values(claimed_at=past)
        )


def claimed(store: Store, some: list[Row]) -> bool:
    """Whether one of these rows still belongs to the worker that was sending it when last read."""
    ids = [row.id for row in some]
    return any(row.id in ids for row in in_doubt(store))
