"""Timed guides two go through together: asked, running, paused, ended; or declined before.

Nothing that was said is kept, only where they stand and whether they want to go on together.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, or_, select, update

from store import schema as s
from store.work import Tx

ASKED, RUNNING, PAUSED, ENDED, DECLINED = "asked", "running", "paused", "ended", "declined"
OPEN = (ASKED, RUNNING, PAUSED)


@dataclass(frozen=True, kw_only=True)
class Run:
    """One run. `step` counts from 0; `serial` rises whenever its moments are planned anew."""

    id: int
    programme: str
    pairing: int
    guide: str
    state: str
    asked_by: int
    step: int
    serial: int
    ends_at: datetime | None
    seconds_left: int | None
    mentor_says: str | None
    mentee_says: str | None
    asked_at: datetime
    started_at: datetime | None
    ended_at: datetime | None


def _run(row: Any) -> Run:
    return Run(**dict(row._mapping))


def ask(tx: Tx, *, programme: str, pairing: int, guide: str, asked_by: int, now: datetime) -> int:
    values = {
        "programme": programme,
        "pairing": pairing,
        "guide": guide,
        "state": ASKED,
        "asked_by": asked_by,
        "step": 0,
        "serial": 0,
        "asked_at": now,
    }
    return tx.insert(insert(s.guides).returning(s.guides.c.id), values)


def find(tx: Tx, run: int, *, lock: bool = False) -> Run | None:
    """`lock` makes the other side's tap wait for this one."""
    query = select(s.guides).where(s.guides.c.id == run)
    row = tx.execute(query.with_for_update() if lock and tx.postgresql else query).first()
    return None if row is None else _run(row)


def open_of(tx: Tx, pairing: int) -> Run | None:
    """The newest run of a pairing that is asked for or goes on."""
    query = (
        select(s.guides)
        .where(s.guides.c.pairing == pairing, s.guides.c.state.in_(OPEN))
        .order_by(s.guides.c.id.desc())
        .limit(1)
    )
    row = tx.execute(query).first()
    return None if row is None else _run(row)


def change(tx: Tx, run: int, **values: Any) -> None:
    tx.execute(update(s.guides).where(s.guides.c.id == run), values)


def of_person(tx: Tx, person: int) -> list[tuple[Run, str | None]]:
    """The person's runs, each with what they themselves decided after it."""
    query = (
        select(s.guides, s.pairings.c.mentor)
        .join(s.pairings, s.pairings.c.id == s.guides.c.pairing)
        .where(or_(s.pairings.c.mentor == person, s.pairings.c.mentee == person))
        .order_by(s.guides.c.id)
    )
    found = []
    for row in tx.execute(query):
        values = dict(row._mapping)
        mentor = values.pop("mentor")
        run = Run(**values)
        found.append((run, run.mentor_says if mentor == person else run.mentee_says))
    return found


def forget(tx: Tx, person: int) -> None:
    """Removes the runs of somebody's pairings: there is nobody to go on with."""
    theirs = select(s.pairings.c.id).where(
        or_(s.pairings.c.mentor == person, s.pairings.c.mentee == person)
    )
    tx.execute(delete(s.guides).where(s.guides.c.pairing.in_(theirs)))
