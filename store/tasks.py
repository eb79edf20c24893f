"""Tasks with due dates."""

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
_OF_PEOPLE = PreparedSelect(
    select(s.tasks).where(among(s.tasks.c.person, "people")).order_by(s.tasks.c.due, s.tasks.c.id)
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
    rows = tx.known("tasks", person.id, _OF_PERSON)
    if rows is MISSING:
        rows = _OF_PERSON.all(tx, {"owner": person.id})
    return [_task(person, row) for row in rows if row.status == "open" or not open_only]


def read_lists_ahead(tx: Tx, some: Collection[int]) -> None:
    """`listed` of each of these people."""
    if tx.ahead is None or not some:
        return
    found: dict[int, list[Any]] = {person: [] for person in some}
    for row in _OF_PEOPLE.all(tx, {"people": [*found]}):
        found[row.person].append(row)
    for person, rows in found.items():
        tx.ahead.learn("tasks", person, _OF_PERSON, rows)


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
