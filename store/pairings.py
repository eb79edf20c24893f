"""Who mentors whom, from the first proposal to the end.

offered -> asked -> active -> ended, or asked -> declined, or offered/asked -> withdrawn.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, distinct, func, insert, or_, select, update

from store import schema as s
from store.ahead import MISSING
from store.among import among
from store.people import Person
from store.prepared import PreparedSelect
from store.sessions import new_seal
from store.work import Tx


@dataclass(frozen=True, kw_only=True)
class Pairing:
    id: int
    programme: str
    mentor: int
    mentee: int
    status: str
    rank: int | None
    reasons: tuple[str, ...]
    created_at: datetime
    decided_at: datetime | None = None
    stages: Mapping[str, date] = field(default_factory=dict)
    """The days on which the pair was said to have got to a stage, by its id."""


def _pairing(row: Any, mentee: Person | None = None) -> Pairing:
    reasons: Iterable[str] = ()
    if mentee is not None and row.reasons:
        reasons = mentee.cipher.open(row.reasons, f"pairings.reasons:{row.seal}")
    return Pairing(
        id=row.id,
        programme=row.programme,
        mentor=row.mentor,
        mentee=row.mentee,
        status=row.status,
        rank=row.rank,
        reasons=tuple(reasons),
        created_at=row.created_at,
        decided_at=row.decided_at,
        stages={name: date.fromisoformat(day) for name, day in (row.stages or {}).items()},
    )


def add(
    tx: Tx,
    mentee: Person,
    *,
    programme: str,
    mentor: int,
    status: str,
    now: datetime,
    rank: int | None = None,
    reasons: tuple[str, ...] = (),
    semester: str | None = None,
) -> int:
    seal = new_seal()
    values = {
        "programme": programme,
        "mentor": mentor,
        "mentee": mentee.id,
        "status": status,
        "rank": rank,
        "reasons": mentee.cipher.seal(list(reasons), f"pairings.reasons:{seal}"),
        "seal": seal,
        "semester": semester,
        "created_at": now,
    }
    return tx.insert(insert(s.pairings).returning(s.pairings.c.id), values)


def find(
    tx: Tx, pairing: int, *, mentee: Person | None = None, lock: bool = False
) -> Pairing | None:
    query = select(s.pairings).where(s.pairings.c.id == pairing)
    if lock and tx.postgresql:
        query = query.with_for_update()
    row = tx.execute(query).first()
    return None if row is None else _pairing(row, mentee)


_OF_MENTEE = PreparedSelect(
    select(s.pairings)
    .where(
        s.pairings.c.mentee == bindparam("owner"), s.pairings.c.programme == bindparam("programme")
    )
    .order_by(s.pairings.c.rank, s.pairings.c.id)
)
_OF_MENTEES = PreparedSelect(
    select(s.pairings)
    .where(among(s.pairings.c.mentee, "mentees"), s.pairings.c.programme == bindparam("programme"))
    .order_by(s.pairings.c.rank, s.pairings.c.id)
)
_OF_MENTOR = PreparedSelect(
    select(s.pairings).where(s.pairings.c.mentor == bindparam("owner")).order_by(s.pairings.c.id)
)
_OF_MENTORS = PreparedSelect(
    select(s.pairings).where(among(s.pairings.c.mentor, "mentors")).order_by(s.pairings.c.id)
)


def are_paired(tx: Tx, mentor: int, mentee: int, programme: str) -> bool:
    """Whether the two go on together now."""
    rows = _OF_MENTOR.all(tx, {"owner": mentor, "programme": programme})
    return any(row.mentee == mentee and row.status == "active" for row in rows)


def of_mentee(tx: Tx, mentee: Person, programme: str, *statuses: str) -> list[Pairing]:
    rows = tx.known("pairings", mentee.id, (_OF_MENTEE, programme))
    if rows is MISSING:
        rows = _OF_MENTEE.all(tx, {"owner": mentee.id, "programme": programme})
    return [_pairing(row, mentee) for row in rows if row.status in statuses]


def read_mentees_ahead(tx: Tx, mentees: Collection[int], programme: str) -> None:
    """The pairings of each of these mentees, for `of_mentee`."""
    if tx.ahead is None:
        return
    found: dict[int, list[Any]] = {mentee: [] for mentee in mentees}
    for row in _OF_MENTEES.all(tx, {"mentees": [*found], "programme": programme}):
        found[row.mentee].append(row)
    for mentee, rows in found.items():
        tx.ahead.learn("pairings", mentee, (_OF_MENTEE, programme), rows)


def of_mentor(tx: Tx, mentor: int, programme: str, *statuses: str) -> list[Pairing]:
    found: list[Pairing] = tx.known("pairings", mentor, _OF_MENTOR)
    if found is MISSING:
        found = [_pairing(row) for row in _OF_MENTOR.all(tx, {"owner": mentor})]
    return [each for each in found if each.programme == programme and each.status in statuses]


def read_ahead(tx: Tx, mentors: Collection[int]) -> None:
    """The pairings of those of these people who are mentors."""
    if tx.ahead is None:
        return
    found: dict[int, list[Pairing]] = {mentor: [] for mentor in mentors}
    for row in _OF_MENTORS.all(tx, {"mentors": [*found]}):
        found[row.mentor].append(_pairing(row))
    for mentor, theirs in found.items():
        tx.ahead.learn("pairings", mentor, _OF_MENTOR, theirs)


def without_mentor(tx: Tx, programme: str) -> list[int]:
    """Mentees who agreed to take part and have no active pairing."""
    paired = select(s.pairings.c.mentee).where(
        s.pairings.c.programme == programme, s.pairings.c.status == "active"
    )
    query = (
        select(s.parts.c.person)
        .join(s.people, s.people.c.id == s.parts.c.person)
        .where(
            s.parts.c.programme == programme,
            s.parts.c.role == "mentee",
            s.parts.c.active,
            s.people.c.erased_at.is_(None),
            s.people.c.consent_at.is_not(None),
            s.parts.c.person.not_in(paired),
        )
        .order_by(s.parts.c.id)
    )
    return list(tx.execute(query).scalars())


def active(tx: Tx, programme: str) -> list[Pairing]:
    query = select(s.pairings).where(
        s.pairings.c.programme == programme, s.pairings.c.status == "active"
    )
    return [_pairing(row) for row in tx.execute(query.order_by(s.pairings.c.id))]


_PARTNERS = PreparedSelect(
    select(s.pairings.c.mentor, s.pairings.c.mentee).where(
        among(s.pairings.c.mentee, "some") | among(s.pairings.c.mentor, "some"),
        s.pairings.c.programme == bindparam("programme"),
        s.pairings.c.status == s.said("active"),
    )
)


def partners(tx: Tx, some: Collection[int], programme: str) -> set[int]:
    """These people and whoever is paired with them now."""
    rows = _PARTNERS.all(tx, {"some": [*some], "programme": programme}) if some else ()
    return {one for row in rows for one in (row.mentor, row.mentee)}


def taken(tx: Tx, programme: str, semester: str | None) -> dict[int, int]:
    """How many mentees each mentor has or had in this semester, ended pairings too (SK-2)."""
    query = (
        select(s.pairings.c.mentor, func.count(distinct(s.pairings.c.mentee)))
        .where(
            s.pairings.c.programme == programme,
            s.pairings.c.semester == semester,
            s.pairings.c.status.in_(["active", "ended"]),
        )
        .group_by(s.pairings.c.mentor)
    )
    return dict(tx.execute(query).all())


def decide(tx: Tx, pairing: int, status: str, now: datetime, semester: str | None = None) -> None:
    values: dict[str, Any] = {"status": status, "decided_at": now}
    if semester is not None:
        values["semester"] = semester
    tx.execute(update(s.pairings).where(s.pairings.c.id == pairing), values)


def set_stages(tx: Tx, pairing: int, days: Mapping[str, date]) -> None:
    said = {name: day.isoformat() for name, day in days.items()}
    tx.execute(update(s.pairings).where(s.pairings.c.id == pairing), {"stages": said})


def of_person(tx: Tx, person: int) -> list[Pairing]:
    """All they were one half of, in any programme, oldest first."""
    theirs = or_(s.pairings.c.mentor == person, s.pairings.c.mentee == person)
    query = select(s.pairings).where(theirs).order_by(s.pairings.c.id)
    return [_pairing(row) for row in tx.execute(query)]


def withdraw(tx: Tx, mentee: int, programme: str, now: datetime, *statuses: str) -> None:
    """Takes back what was offered or asked, all but what is decided."""
    waiting = update(s.pairings).where(
        s.pairings.c.mentee == mentee,
        s.pairings.c.programme == programme,
        s.pairings.c.status.in_(statuses),
    )
    tx.execute(waiting, {"status": "withdrawn", "decided_at": now})
