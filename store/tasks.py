"""Tasks with due dates, and what was asked and decided about more time for them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, insert, select, update

from store import schema as s
from store.ahead import MISSING
from store.among import among
from store.people import Person
from store.prepared import PreparedSelect
from store.sessions import new_seal
from store.work import Tx


@dataclass(frozen=True, kw_only=True)
class Task:
    id: int
    person: int
    programme: str
    pairing: int | None
    title: str
    due: date
    status: str
    created_at: datetime
    known_at: datetime
    result: int | None = None
    """What it came from, where its owner was asked whether others may see that."""


@dataclass(frozen=True, kw_only=True)
class Dated:
    """A task without its words: when it is due, when it was done, whether its day was moved."""

    due: date
    created_at: datetime
    known_at: datetime
    closed_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class Extension:
    id: int
    task: int
    person: int
    reason: str | None
    old_due: date
    wished: date | None
    new_due: date | None
    status: str
    asked_at: datetime


def add(
    tx: Tx,
    person: Person,
    *,
    programme: str,
    pairing: int | None,
    title: str,
    due: date,
    now: datetime,
    result: int | None = None,
) -> int:
    seal = new_seal()
    values = {
        "person": person.id,
        "programme": programme,
        "pairing": pairing,
        "title": person.cipher.seal(title, f"tasks.title:{seal}"),
        "seal": seal,
        "due": due,
        "known_at": now,
        "status": "open",
        "created_at": now,
        "result": result,
    }
    return tx.insert(insert(s.tasks).returning(s.tasks.c.id), values)


def _task(person: Person, row: Any) -> Task:
    return Task(
        id=row.id,
        person=row.person,
        programme=row.programme,
        pairing=row.pairing,
        title=person.cipher.open(row.title, f"tasks.title:{row.seal}"),
        due=row.due,
        status=row.status,
        created_at=row.created_at,
        known_at=row.known_at,
        result=row.result,
    )


_FIND = PreparedSelect(
    select(s.tasks).where(s.tasks.c.id == bindparam("task"), s.tasks.c.person == bindparam("owner"))
)


_OF_PERSON = PreparedSelect(
    select(s.tasks)
    .where(s.tasks.c.person == bindparam("owner"))
    .order_by(s.tasks.c.due, s.tasks.c.id)
)


def find(tx: Tx, person: Person, task: int) -> Task | None:
    """The person's own task; None for another person's."""
    known: Any = tx.known("tasks", person.id, task)
    if isinstance(known, Task) or known is None:
        return known
    row = _FIND.first(tx, {"task": task, "owner": person.id}) if known is MISSING else known
    found = None if row is None else _task(person, row)
    if tx.ahead is not None:
        tx.ahead.learn("tasks", person.id, task, found)
    return found


_AMONG = PreparedSelect(select(s.tasks).where(among(s.tasks.c.id, "tasks")))


def read_ahead(tx: Tx, some: Collection[tuple[int, int]]) -> None:
    """These tasks, each with the person it must be of; opened when they are asked for."""
    if tx.ahead is None or not some:
        return
    rows = {row.id: row for row in _AMONG.all(tx, {"tasks": [*{task for _person, task in some}]})}
    for person, task in some:
        row = rows.get(task)
        tx.ahead.learn("tasks", person, task, row if row and row.person == person else None)


def listed(tx: Tx, person: Person, *, open_only: bool = True) -> list[Task]:
    """By due date."""
    rows = _OF_PERSON.all(tx, {"owner": person.id})
    return [_task(person, row) for row in rows if row.status == "open" or not open_only]


_WITH_DATES = select(
    s.tasks.c.person,
    s.tasks.c.programme,
    s.tasks.c.due,
    s.tasks.c.created_at,
    s.tasks.c.known_at,
    s.tasks.c.closed_at,
).where(s.tasks.c.status != s.said("dropped"))
_DATED = PreparedSelect(
    _WITH_DATES.where(
        s.tasks.c.person == bindparam("owner"), s.tasks.c.programme == bindparam("programme")
    )
)
_DATED_AMONG = PreparedSelect(_WITH_DATES.where(among(s.tasks.c.person, "people")))


def dated(tx: Tx, person: int, programme: str) -> list[Dated]:
    """Open and done; what was dropped says nothing about how somebody goes."""
    known: list[Dated] = tx.known("tasks", person, (_DATED, programme))
    if known is not MISSING:
        return known
    rows = _DATED.all(tx, {"owner": person, "programme": programme})
    return [_dated(row) for row in rows]


def _dated(row: Any) -> Dated:
    return Dated(
        due=row.due, created_at=row.created_at, known_at=row.known_at, closed_at=row.closed_at
    )


def read_dates_ahead(tx: Tx, some: Collection[tuple[int, str]]) -> None:
    """`dated` of each of these people in each of these programmes."""
    if tx.ahead is None or not some:
        return
    found: dict[tuple[int, str], list[Dated]] = {each: [] for each in some}
    for row in _DATED_AMONG.all(tx, {"people": [*{person for person, _programme in some}]}):
        if (row.person, row.programme) in found:
            found[row.person, row.programme].append(_dated(row))
    for (person, programme), dates in found.items():
        tx.ahead.learn("tasks", person, (_DATED, programme), dates)


def close(tx: Tx, task: int, status: str, now: datetime) -> None:
    tx.execute(update(s.tasks).where(s.tasks.c.id == task), {"status": status, "closed_at": now})


def reopen(tx: Tx, task: int, now: datetime) -> None:
    """Open again; what its reminders would have said meanwhile is past."""
    values = {"status": "open", "closed_at": None, "known_at": now}
    tx.execute(update(s.tasks).where(s.tasks.c.id == task), values)


def move(tx: Tx, task: int, due: date, now: datetime) -> None:
    """A new due date, known from `now` on: what its reminders would have said before is past."""
    tx.execute(update(s.tasks).where(s.tasks.c.id == task), {"due": due, "known_at": now})


def attach(tx: Tx, person: int, programme: str, pairing: int) -> None:
    """Open tasks of a mentee who just found a mentor belong to that pairing from now on."""
    lone = update(s.tasks).where(
        s.tasks.c.person == person,
        s.tasks.c.programme == programme,
        s.tasks.c.pairing.is_(None),
        s.tasks.c.status == "open",
    )
    tx.execute(lone, {"pairing": pairing})


def ask_extension(
    tx: Tx, person: Person, *, task: Task, wished: date, reason: str | None, now: datetime
) -> int:
    seal = new_seal()
    sealed = person.cipher.seal(reason, f"extensions.reason:{seal}") if reason else None
    values = {
        "task": task.id,
        "person": person.id,
        "reason": sealed,
        "seal": seal,
        "old_due": task.due,
        "wished": wished,
        "status": "asked",
        "asked_at": now,
    }
    return tx.insert(insert(s.extensions).returning(s.extensions.c.id), values)


def extension_owner(tx: Tx, extension: int) -> int | None:
    return tx.execute(select(s.extensions.c.person).where(s.extensions.c.id == extension)).scalar()


def extension(tx: Tx, person: Person, extension_id: int) -> Extension | None:
    row = tx.execute(
        select(s.extensions).where(
            s.extensions.c.id == extension_id, s.extensions.c.person == person.id
        )
    ).first()
    if row is None:
        return None
    reason = person.cipher.open(row.reason, f"extensions.reason:{row.seal}") if row.reason else None
    return Extension(
        id=row.id,
        task=row.task,
        person=row.person,
        reason=reason,
        old_due=row.old_due,
        wished=row.wished,
        new_due=row.new_due,
        status=row.status,
        asked_at=row.asked_at,
    )


_ASKED = select(s.extensions.c.id, s.extensions.c.task).where(
    s.extensions.c.status == s.said("asked")
)
_ASKED_FOR = PreparedSelect(_ASKED.where(s.extensions.c.task == bindparam("task")))
_ASKED_AMONG = PreparedSelect(_ASKED.where(among(s.extensions.c.task, "tasks")))


def asked_extension(tx: Tx, task: int) -> int | None:
    """The request that still waits for a decision, if there is one."""
    row = _ASKED_FOR.first(tx, {"task": task})
    return None if row is None else int(row.id)


def waits_for_time(tx: Tx, person: int, task: int) -> bool:
    """Whether a request for more time for this task of theirs waits for a decision."""
    known: bool = tx.known("extensions", person, task)
    return asked_extension(tx, task) is not None if known is MISSING else known


def read_requests_ahead(tx: Tx, some: Collection[tuple[int, int]]) -> None:
    """(person, task) of each that `waits_for_time` will ask about."""
    if tx.ahead is None or not some:
        return
    asked = {row.task for row in _ASKED_AMONG.all(tx, {"tasks": [*{task for _, task in some}]})}
    for person, task in some:
        tx.ahead.learn("extensions", person, task, task in asked)


def was_asked(tx: Tx, task: int) -> bool:
    """Whether more time was ever asked for, whatever became of it."""
    query = select(s.extensions.c.id).where(s.extensions.c.task == task)
    return tx.execute(query.limit(1)).scalar() is not None


def undecided(tx: Tx, programme: str, until: datetime) -> list[tuple[int, int]]:
    """(request, person) of what was asked by then and waits for a decision, oldest first."""
    query = (
        select(s.extensions.c.id, s.extensions.c.person)
        .join(s.tasks, s.tasks.c.id == s.extensions.c.task)
        .where(
            s.tasks.c.programme == programme,
            s.extensions.c.status == "asked",
            s.extensions.c.asked_at <= until,
        )
        .order_by(s.extensions.c.asked_at, s.extensions.c.id)
    )
    return [(request, person) for request, person in tx.execute(query)]


def decide_extension(
    tx: Tx, extension_id: int, *, new_due: date | None, by: int | None, now: datetime
) -> bool:
    """False when somebody else has decided meanwhile. `by` is None where the programme decides."""
    asked = update(s.extensions).where(
        s.extensions.c.id == extension_id, s.extensions.c.status == "asked"
    )
    values = {
        "status": "granted" if new_due else "refused",
        "new_due": new_due,
        "decided_by": by,
        "decided_at": now,
    }
    return tx.execute(asked, values).rowcount == 1


def withdraw_extensions(tx: Tx, task: int, now: datetime) -> None:
    waiting = update(s.extensions).where(
        s.extensions.c.task == task, s.extensions.c.status == "asked"
    )
    tx.execute(waiting, {"status": "gone", "decided_at": now})
