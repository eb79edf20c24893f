"""What is to happen when: derived by the rules, compared with what is stored, claimed when due."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, insert, select, update

from mentoring.planning import Occurrence
from store import schema as s
from store.work import Tx

WAITING, FIRED, CANCELLED, EXPIRED, MERGED = "waiting", "fired", "cancelled", "expired", "merged"
BATCH = 500


@dataclass(frozen=True, kw_only=True)
class Due:
    id: int
    key: str
    programme: str
    kind: str
    person: int
    pairing: int | None
    subject: int | None
    due_at: datetime
    why: dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Scope:
    """What a derivation speaks of: what is stored inside it and not derived is cancelled."""

    programme: str
    person: int
    kinds: tuple[str, ...]
    subject: int | None = None


_CLAIM = (
    select(s.occurrences)
    .where(s.occurrences.c.state == s.said("waiting"), s.occurrences.c.due_at <= bindparam("now"))
    .order_by(s.occurrences.c.due_at, s.occurrences.c.id)
    .limit(bindparam("most"))
)
_STATE = (
    update(s.occurrences)
    .where(s.occurrences.c.id == bindparam("row"))
    .values(state=bindparam("new_state"), note=bindparam("new_note"))
)


def reconcile(tx: Tx, scope: Scope, derived: Iterable[Occurrence]) -> None:
    """Makes the stored plan inside `scope` equal to the derived one; what fired stays fired."""
    stored = {row.key: row for row in tx.execute(_within(scope))}
    wanted = {o.key: o for o in derived}
    for key, row in stored.items():
        if row.state == WAITING and key not in wanted:
            settle(tx, row.id, CANCELLED, "no longer planned")
    for key, occurrence in wanted.items():
        _place(tx, scope.programme, occurrence, stored.get(key))


def _within(scope: Scope) -> Any:
    query = select(s.occurrences).where(
        s.occurrences.c.person == scope.person,
        s.occurrences.c.programme == scope.programme,
        s.occurrences.c.kind.in_(scope.kinds),
    )
    return query if scope.subject is None else query.where(s.occurrences.c.subject == scope.subject)


def _place(tx: Tx, programme: str, occurrence: Occurrence, stored: Any) -> None:
    if stored is None:
        tx.execute(insert(s.occurrences), _values(programme, occurrence))
    elif stored.state in (WAITING, CANCELLED) and (
        stored.due_at != occurrence.due or stored.state == CANCELLED
    ):
        again = {"due_at": occurrence.due, "state": WAITING, "note": None}
        tx.execute(update(s.occurrences).where(s.occurrences.c.id == stored.id), again)


def _values(programme: str, occurrence: Occurrence) -> dict[str, Any]:
    return {
        "key": occurrence.key,
        "programme": programme,
        "kind": occurrence.kind,
        "person": occurrence.person,
        "pairing": occurrence.pairing,
        "subject": occurrence.subject,
        "due_at": occurrence.due,
        "state": WAITING,
        "why": dict(occurrence.why),
    }


def due(tx: Tx, now: datetime, most: int = BATCH) -> list[Due]:
    """What has fallen due, oldest first; on PostgreSQL the rows stay locked until the commit."""
    query = _CLAIM.with_for_update(skip_locked=True) if tx.postgresql else _CLAIM
    return [
        Due(
            id=row.id,
            key=row.key,
            programme=row.programme,
            kind=row.kind,
            person=row.person,
            pairing=row.pairing,
            subject=row.subject,
            due_at=row.due_at,
            why=row.why or {},
        )
        for row in tx.execute(query, {"now": now, "most": most})
    ]


def settle(tx: Tx, row: int, state: str, note: str | None = None) -> None:
    tx.execute(_STATE, {"row": row, "new_state": state, "new_note": note})


def put_off(tx: Tx, row: int, until: datetime) -> None:
    """It waits on, until a better moment."""
    tx.execute(update(s.occurrences).where(s.occurrences.c.id == row), {"due_at": until})


def next_due(tx: Tx) -> datetime | None:
    query = select(func.min(s.occurrences.c.due_at)).where(
        s.occurrences.c.state == s.said("waiting")
    )
    return tx.execute(query).scalar()


def upcoming(tx: Tx, person: int) -> list[tuple[datetime, str, int | None]]:
    """(when, kind, subject) of what waits for one person, soonest first."""
    query = (
        select(s.occurrences.c.due_at, s.occurrences.c.kind, s.occurrences.c.subject)
        .where(s.occurrences.c.person == person, s.occurrences.c.state == "waiting")
        .order_by(s.occurrences.c.due_at)
    )
    return [(at, kind, subject) for at, kind, subject in tx.execute(query)]
