"""What is to happen when: derived by the rules, compared with what is stored, claimed when due."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, insert, select, update

from mentoring.planning import Occurrence
from store import schema as s
from store.prepared import Prepared, PreparedSelect
from store.work import Tx

WAITING, FIRED, CANCELLED, EXPIRED, MERGED = "waiting", "fired", "cancelled", "expired", "merged"
BATCH = 500
SNOOZED, PUT_OFF = "snoozed", "put off"
KEPT_NOTES = (SNOOZED, PUT_OFF)


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
    state: str = WAITING
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class Scope:
    """What a derivation speaks of: what is stored inside it and not derived is cancelled."""

    programme: str
    person: int
    kinds: tuple[str, ...]
    subject: int | None = None


_CLAIM = PreparedSelect(
    select(s.occurrences)
    .where(s.occurrences.c.state == s.said("waiting"), s.occurrences.c.due_at <= bindparam("now"))
    .order_by(s.occurrences.c.due_at, s.occurrences.c.id)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True)
)
_ONE = PreparedSelect(select(s.occurrences).where(s.occurrences.c.id == bindparam("row")))
_OF_SUBJECT = PreparedSelect(
    select(s.occurrences).where(
        s.occurrences.c.person == bindparam("owner"),
        s.occurrences.c.programme == bindparam("programme"),
        s.occurrences.c.subject == bindparam("subject"),
    )
)
_OF_KIND = PreparedSelect(
    select(s.occurrences).where(
        s.occurrences.c.person == bindparam("owner"),
        s.occurrences.c.programme == bindparam("programme"),
        s.occurrences.c.kind == bindparam("kind"),
    )
)
_WAITING_OF = PreparedSelect(
    select(s.occurrences).where(
        s.occurrences.c.person == bindparam("owner"),
        s.occurrences.c.programme == bindparam("programme"),
        s.occurrences.c.state == s.said("waiting"),
        s.occurrences.c.due_at <= bindparam("until"),
    )
)
_ADD = Prepared(
    insert(s.occurrences).inline(),
    *("key", "programme", "kind", "person", "pairing", "subject", "due_at", "state", "why"),
)
_AGAIN = Prepared(
    update(s.occurrences)
    .where(s.occurrences.c.id == bindparam("row"))
    .values(
        due_at=bindparam("new_due"),
        kind=bindparam("new_kind"),
        why=bindparam("new_why"),
        state=s.said("waiting"),
        note=None,
    )
)
_LATER = Prepared(
    update(s.occurrences)
    .where(s.occurrences.c.id == bindparam("row"))
    .values(due_at=bindparam("new_due"), state=s.said("waiting"), note=bindparam("new_note"))
)
_STATE = Prepared(
    update(s.occurrences)
    .where(s.occurrences.c.id == bindparam("row"))
    .values(state=bindparam("new_state"), note=bindparam("new_note"))
)


def reconcile(tx: Tx, scope: Scope, derived: Iterable[Occurrence]) -> None:
    """Makes the stored plan inside `scope` equal to the derived one; what fired stays fired.

    What was put off, by the person or because the day had its message, keeps its new moment: it is
    looked at again when that comes.
    """
    stored = {row.key: row for row in _within(tx, scope)}
    wanted = {o.key: o for o in derived}
    for key, row in stored.items():
        if row.state == WAITING and key not in wanted and row.note not in KEPT_NOTES:
            settle(tx, row.id, CANCELLED, "no longer planned")
    for key, occurrence in wanted.items():
        if (row := stored.get(key)) is not None:
            _move(tx, occurrence, row)
    new = [_values(scope.programme, o) for key, o in wanted.items() if key not in stored]
    if new:
        _ADD.many(tx, new)


def _within(tx: Tx, scope: Scope) -> list[Any]:
    where = {"owner": scope.person, "programme": scope.programme}
    if scope.subject is None:
        each = [_OF_KIND.all(tx, {**where, "kind": kind}) for kind in scope.kinds]
        return [row for rows in each for row in rows]
    rows = _OF_SUBJECT.all(tx, {**where, "subject": scope.subject})
    return [row for row in rows if row.kind in scope.kinds]


def _move(tx: Tx, occurrence: Occurrence, stored: Any) -> None:
    if stored.state in (WAITING, CANCELLED) and _differs(occurrence, stored):
        again = {
            "row": stored.id,
            "new_due": occurrence.due,
            "new_kind": occurrence.kind,
            "new_why": dict(occurrence.why),
        }
        _AGAIN(tx, again)


def _differs(occurrence: Occurrence, stored: Any) -> bool:
    """Whether the row says anything else; one that was put off keeps its later moment."""
    if stored.state == CANCELLED:
        return True
    if stored.note in KEPT_NOTES and occurrence.due <= stored.due_at:
        return False
    return bool(
        stored.due_at != occurrence.due
        or stored.kind != occurrence.kind
        or stored.why != dict(occurrence.why)
    )


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
    return [_due(row) for row in _CLAIM.all(tx, {"now": now, "most": most})]


def _due(row: Any) -> Due:
    return Due(
        id=row.id,
        key=row.key,
        programme=row.programme,
        kind=row.kind,
        person=row.person,
        pairing=row.pairing,
        subject=row.subject,
        due_at=row.due_at,
        why=row.why or {},
        state=row.state,
        note=row.note,
    )


def of_kinds_until(tx: Tx, programme: str, kinds: Sequence[str], until: datetime) -> list[Due]:
    """What of these kinds waits in a programme and is due by then."""
    query = (
        select(s.occurrences)
        .where(
            s.occurrences.c.state == s.said(WAITING),
            s.occurrences.c.due_at <= until,
            s.occurrences.c.programme == programme,
            s.occurrences.c.kind.in_(kinds),
        )
        .order_by(s.occurrences.c.due_at, s.occurrences.c.id)
    )
    return [_due(row) for row in tx.execute(query)]


def settle(tx: Tx, row: int, state: str, note: str | None = None) -> None:
    _STATE(tx, {"row": row, "new_state": state, "new_note": note})


def put_off(tx: Tx, row: int, until: datetime, note: str | None = None) -> None:
    """It waits on, until a better moment. With a note it stays there when all is planned again."""
    _LATER(tx, {"row": row, "new_due": until, "new_note": note})


def find(tx: Tx, row: int) -> Due | None:
    """One occurrence, whatever became of it."""
    found = _ONE.first(tx, {"row": row})
    return None if found is None else _due(found)


def days(
    tx: Tx, person: int, programme: str, kinds: Sequence[str], since: datetime
) -> list[datetime]:
    """When something of these kinds was or will be said to a person, from an instant on."""
    query = select(s.occurrences.c.due_at).where(
        s.occurrences.c.person == person,
        s.occurrences.c.kind.in_(kinds),
        s.occurrences.c.programme == programme,
        s.occurrences.c.state.in_((WAITING, FIRED)),
        s.occurrences.c.due_at >= since,
    )
    return list(tx.execute(query).scalars())


def waiting_until(
    tx: Tx, programme: str, people: Sequence[int], kinds: Sequence[str], until: datetime
) -> list[Due]:
    """What waits for these people up to an instant, oldest first."""
    found = []
    for person in people:
        where = {"owner": person, "programme": programme, "until": until}
        found += [row for row in _WAITING_OF.all(tx, where) if row.kind in kinds]
    return [_due(row) for row in sorted(found, key=lambda row: (row.due_at, row.id))]


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
