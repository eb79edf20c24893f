"""What was asked and decided about more time: for a task, or for a date of the calendar."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, insert, select, update

from store import schema as s
from store.ahead import MISSING
from store.among import among
from store.people import Person
from store.prepared import PreparedSelect
from store.sessions import new_seal
from store.tasks import Task
from store.work import Tx


@dataclass(frozen=True, kw_only=True)
class About:
    """One person's due date: of their `task`, or of an `event` on the `day` it was meant for.

    `pairing` is the one a task or a date belongs to; None where the date is the same without it.
    """

    person: int
    programme: str
    due: date
    pairing: int | None = None
    task: int | None = None
    event: str | None = None
    day: date | None = None


def of_task(task: Task) -> About:
    return About(
        person=task.person,
        programme=task.programme,
        due=task.due,
        pairing=task.pairing,
        task=task.id,
    )


@dataclass(frozen=True, kw_only=True)
class Extension:
    id: int
    person: int
    programme: str
    task: int | None
    event: str | None
    day: date | None
    pairing: int | None
    reason: str | None
    old_due: date
    wished: date | None
    new_due: date | None
    status: str
    asked_at: datetime


@dataclass(frozen=True, kw_only=True)
class Granted:
    """A later day for one date of an event."""

    event: str
    day: date
    pairing: int | None
    new_due: date
    decided_at: datetime


def ask(
    tx: Tx, person: Person, *, about: About, wished: date, reason: str | None, now: datetime
) -> int:
    seal = new_seal()
    sealed = person.cipher.seal(reason, f"extensions.reason:{seal}") if reason else None
    values = {
        "task": about.task,
        "person": person.id,
        "programme": about.programme,
        "event": about.event,
        "day": about.day,
        "pairing": about.pairing,
        "reason": sealed,
        "seal": seal,
        "old_due": about.due,
        "wished": wished,
        "status": "asked",
        "asked_at": now,
    }
    return tx.insert(insert(s.extensions).returning(s.extensions.c.id), values)


def owner(tx: Tx, extension: int) -> int | None:
    return tx.execute(select(s.extensions.c.person).where(s.extensions.c.id == extension)).scalar()


def find(tx: Tx, person: Person, extension: int) -> Extension | None:
    """The person's own request; None for another person's."""
    row = tx.known("extensions", person.id, (_AMONG, extension))
    if row is MISSING:
        query = select(s.extensions).where(
            s.extensions.c.id == extension, s.extensions.c.person == person.id
        )
        row = tx.execute(query).first()
    return None if row is None else _extension(person, row)


_AMONG = PreparedSelect(select(s.extensions).where(among(s.extensions.c.id, "requests")))


def read_ahead(tx: Tx, some: Collection[tuple[int, int]]) -> None:
    """(person, request) of each that `find` will ask for."""
    if tx.ahead is None or not some:
        return
    rows = {row.id: row for row in _AMONG.all(tx, {"requests": [request for _, request in some]})}
    for person, request in some:
        row = rows.get(request)
        mine = row if row and row.person == person else None
        tx.ahead.learn("extensions", person, (_AMONG, request), mine)


def listed(tx: Tx, person: Person) -> list[Extension]:
    """All they ever asked for, in order of time."""
    query = select(s.extensions).where(s.extensions.c.person == person.id)
    return [_extension(person, row) for row in tx.execute(query.order_by(s.extensions.c.id))]


def _extension(person: Person, row: Any) -> Extension:
    reason = person.cipher.open(row.reason, f"extensions.reason:{row.seal}") if row.reason else None
    return Extension(
        id=row.id,
        person=row.person,
        programme=row.programme,
        task=row.task,
        event=row.event,
        day=row.day,
        pairing=row.pairing,
        reason=reason,
        old_due=row.old_due,
        wished=row.wished,
        new_due=row.new_due,
        status=row.status,
        asked_at=row.asked_at,
    )


def _same(about: About) -> ColumnElement[bool]:
    """Whatever was asked about the same thing before, also when it was due on another day."""
    if about.task is not None:
        return and_(s.extensions.c.task == about.task)
    return and_(
        s.extensions.c.person == about.person,
        s.extensions.c.programme == about.programme,
        s.extensions.c.event == about.event,
        s.extensions.c.day == about.day,
    )


def asked(tx: Tx, about: About) -> int | None:
    """The request that still waits for a decision, if there is one."""
    waiting = s.extensions.c.status == "asked"
    return tx.execute(select(s.extensions.c.id).where(_same(about), waiting)).scalar()


def was_asked(tx: Tx, about: About) -> bool:
    """Whether more time was ever asked for, whatever became of it."""
    query = select(s.extensions.c.id).where(_same(about))
    return tx.execute(query.limit(1)).scalar() is not None


_ASKED = select(s.extensions.c.task).where(s.extensions.c.status == s.said("asked"))
_ASKED_FOR = PreparedSelect(_ASKED.where(s.extensions.c.task == bindparam("task")))
_ASKED_AMONG = PreparedSelect(_ASKED.where(among(s.extensions.c.task, "tasks")))


def waits_for_time(tx: Tx, person: int, task: int) -> bool:
    """Whether a request for more time for this task of theirs waits for a decision."""
    known: bool = tx.known("extensions", person, task)
    return _ASKED_FOR.first(tx, {"task": task}) is not None if known is MISSING else known


def read_requests_ahead(tx: Tx, some: Collection[tuple[int, int]]) -> None:
    """(person, task) of each that `waits_for_time` will ask about."""
    if tx.ahead is None or not some:
        return
    asked = {row.task for row in _ASKED_AMONG.all(tx, {"tasks": [*{task for _, task in some}]})}
    for person, task in some:
        tx.ahead.learn("extensions", person, task, task in asked)


_DATES = (
    select(
        s.extensions.c.person,
        s.extensions.c.event,
        s.extensions.c.day,
        s.extensions.c.pairing,
        s.extensions.c.new_due,
        s.extensions.c.decided_at,
    )
    .where(
        s.extensions.c.programme == bindparam("programme"),
        s.extensions.c.status == s.said("granted"),
        s.extensions.c.event.is_not(None),
    )
    .order_by(s.extensions.c.id)
)
_GRANTED_BY_ANYBODY = PreparedSelect(_DATES)
_GRANTED = PreparedSelect(_DATES.where(s.extensions.c.person == bindparam("owner")))
_GRANTED_AMONG = PreparedSelect(_DATES.where(among(s.extensions.c.person, "people")))


def granted(tx: Tx, person: int, programme: str) -> list[Granted]:
    """The dates of the calendar this person was given more time for; of one date, the last goes."""
    known: list[Granted] = tx.known("extensions", person, (_GRANTED, programme))
    if known is not MISSING:
        return known
    rows = _GRANTED.all(tx, {"owner": person, "programme": programme})
    return [_granted(row) for row in rows]


def _granted(row: Any) -> Granted:
    return Granted(
        event=row.event,
        day=row.day,
        pairing=row.pairing,
        new_due=row.new_due,
        decided_at=row.decided_at,
    )


def granted_by_anybody(tx: Tx, programme: str) -> list[Granted]:
    """All dates of the calendar that anybody here was given more time for, the earliest first."""
    return [_granted(row) for row in _GRANTED_BY_ANYBODY.all(tx, {"programme": programme})]


def read_granted_ahead(tx: Tx, some: Collection[int], programme: str) -> None:
    """`granted` of each of these people."""
    if tx.ahead is None or not some:
        return
    found: dict[int, list[Granted]] = {person: [] for person in some}
    for row in _GRANTED_AMONG.all(tx, {"people": [*found], "programme": programme}):
        found[row.person].append(_granted(row))
    for person, dates in found.items():
        tx.ahead.learn("extensions", person, (_GRANTED, programme), dates)


def undecided(tx: Tx, programme: str, until: datetime) -> list[tuple[int, int]]:
    """(request, person) of what was asked by then and waits for a decision, oldest first."""
    query = (
        select(s.extensions.c.id, s.extensions.c.person)
        .where(
            s.extensions.c.programme == programme,
            s.extensions.c.status == "asked",
            s.extensions.c.asked_at <= until,
        )
        .order_by(s.extensions.c.asked_at, s.extensions.c.id)
    )
    return [(request, person) for request, person in tx.execute(query)]


def decide(tx: Tx, extension: int, *, new_due: date | None, by: int | None, now: datetime) -> bool:
    """False when somebody else has decided meanwhile. `by` is None where the programme decides."""
    waiting = update(s.extensions).where(
        s.extensions.c.id == extension, s.extensions.c.status == "asked"
    )
    values = {
        "status": "granted" if new_due else "refused",
        "new_due": new_due,
        "decided_by": by,
        "decided_at": now,
    }
    return tx.execute(waiting, values).rowcount == 1


def withdraw(tx: Tx, about: About, now: datetime) -> int | None:
    """What nobody has decided is no longer asked; returns the request, if there was one."""
    if (found := asked(tx, about)) is not None:
        gone = update(s.extensions).where(s.extensions.c.id == found)
        tx.execute(gone, {"status": "gone", "decided_at": now})
    return found
