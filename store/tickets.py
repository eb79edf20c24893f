"""Questions and alerts that wait for a human."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import insert, select, update

from store import schema as s
from store.ahead import MISSING
from store.among import among
from store.people import Person
from store.prepared import PreparedSelect
from store.sessions import new_seal
from store.work import Tx


@dataclass(frozen=True, kw_only=True)
class Ticket:
    id: int
    programme: str
    kind: str
    person: int
    question: str
    subject: int | None
    status: str
    answered_by: int | None
    created_at: datetime


def add(
    tx: Tx,
    person: Person,
    *,
    programme: str,
    kind: str,
    question: str,
    now: datetime,
    subject: int | None = None,
) -> int:
    seal = new_seal()
    values = {
        "programme": programme,
        "kind": kind,
        "person": person.id,
        "question": person.cipher.seal(question, f"tickets.question:{seal}"),
        "seal": seal,
        "subject": subject,
        "status": "open",
        "created_at": now,
    }
    return tx.insert(insert(s.tickets).returning(s.tickets.c.id), values)


def owner(tx: Tx, ticket: int) -> int | None:
    return tx.execute(select(s.tickets.c.person).where(s.tickets.c.id == ticket)).scalar()


def find(tx: Tx, person: Person, ticket: int) -> Ticket | None:
    """A ticket of this person; the caller checks who may read it."""
    row = tx.execute(
        select(s.tickets).where(s.tickets.c.id == ticket, s.tickets.c.person == person.id)
    ).first()
    if row is None:
        return None
    return _ticket(person, row)


def _ticket(person: Person, row: Any) -> Ticket:
    return Ticket(
        id=row.id,
        programme=row.programme,
        kind=row.kind,
        person=row.person,
        question=person.cipher.open(row.question, f"tickets.question:{row.seal}"),
        subject=row.subject,
        status=row.status,
        answered_by=row.answered_by,
        created_at=row.created_at,
    )


def of_person(tx: Tx, person: Person) -> list[tuple[Ticket, str | None]]:
    """All they asked, oldest first, each with what was answered."""
    query = select(s.tickets).where(s.tickets.c.person == person.id).order_by(s.tickets.c.id)
    return [(_ticket(person, row), _answer(person, row)) for row in tx.execute(query)]


def _answer(person: Person, row: Any) -> str | None:
    if row.answer is None:
        return None
    return str(person.cipher.open(row.answer, f"tickets.answer:{row.seal}"))


def add_words(tx: Tx, person: Person, ticket: int, text: str) -> None:
    """What the asker wrote later, under what was written first."""
    if (found := find(tx, person, ticket)) is None:
        return
    seal = tx.execute(select(s.tickets.c.seal).where(s.tickets.c.id == ticket)).scalar_one()
    sealed = person.cipher.seal(f"{found.question}\n{text}", f"tickets.question:{seal}")
    tx.execute(update(s.tickets).where(s.tickets.c.id == ticket), {"question": sealed})


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """An open ticket without its words."""

    id: int
    person: int
    kind: str
    created_at: datetime


def waiting(tx: Tx, programme: str) -> list[tuple[int, int, str]]:
    """(ticket, person, kind) of what nobody has answered, alerts first, then the oldest."""
    return [(each.id, each.person, each.kind) for each in waiting_since(tx, programme)]


def waiting_since(tx: Tx, programme: str) -> list[Waiting]:
    """The same, and since when."""
    query = (
        select(s.tickets.c.id, s.tickets.c.person, s.tickets.c.kind, s.tickets.c.created_at)
        .where(s.tickets.c.programme == programme, s.tickets.c.status == "open")
        .order_by(s.tickets.c.kind != "safety", s.tickets.c.id)
    )
    return [Waiting(**row._mapping) for row in tx.execute(query)]


def unwatched(
    tx: Tx, programme: str, kinds: Collection[str], watch: str, *, after: int, most: int
) -> list[Waiting]:
    """Open tickets of these kinds for which no occurrence of the kind `watch` was ever planned, for
    whoever answers in the programme or did. On PostgreSQL they are this transaction's alone."""
    answering = select(s.parts.c.person).where(
        s.parts.c.programme == programme, s.parts.c.role.in_(["mentor", "coordinator"])
    )
    watched = select(s.occurrences.c.subject).where(
        s.occurrences.c.person.in_(answering),
        s.occurrences.c.kind == watch,
        s.occurrences.c.subject.is_not(None),
    )
    columns = (s.tickets.c.id, s.tickets.c.person, s.tickets.c.kind, s.tickets.c.created_at)
    query = (
        select(*columns)
        .where(s.tickets.c.programme == programme, s.tickets.c.status == "open")
        .where(s.tickets.c.kind.in_(kinds), s.tickets.c.id > after)
        .where(s.tickets.c.id.not_in(watched))
        .order_by(s.tickets.c.id)
        .limit(most)
        .with_for_update(skip_locked=True, of=s.tickets)
    )
    return [Waiting(**row._mapping) for row in tx.execute(query)]


def is_open(tx: Tx, person: int, kind: str, subject: int) -> bool:
    """Whether something of this kind about that subject waits for its answer."""
    known: bool = tx.known("tickets", person, (kind, subject))
    if known is not MISSING:
        return known
    return any(row.kind == kind and row.subject == subject for row in _open_of(tx, [person]))


def called_since(tx: Tx, person: int, since: datetime) -> bool:
    """Whether help that is about no task was called from then on."""
    found = select(s.tickets.c.id).where(
        s.tickets.c.person == person,
        s.tickets.c.kind == "help",
        s.tickets.c.subject.is_(None),
        s.tickets.c.created_at >= since,
    )
    return tx.execute(found.limit(1)).first() is not None


def read_ahead(tx: Tx, kind: str, some: Collection[tuple[int, int]]) -> None:
    """(person, subject) of each that `is_open` will ask about."""
    if tx.ahead is None or not some:
        return
    rows = _open_of(tx, [*{person for person, _ in some}])
    open_ones = {(row.person, row.kind, row.subject) for row in rows}
    for person, subject in some:
        tx.ahead.learn("tickets", person, (kind, subject), (person, kind, subject) in open_ones)


_OPEN_OF = PreparedSelect(
    select(s.tickets.c.person, s.tickets.c.kind, s.tickets.c.subject).where(
        among(s.tickets.c.person, "people"), s.tickets.c.status == s.said("open")
    )
)


def _open_of(tx: Tx, people: list[int]) -> list[Any]:
    return _OPEN_OF.all(tx, {"people": people})


def is_waiting(tx: Tx, ticket: int) -> bool:
    return tx.execute(select(s.tickets.c.status).where(s.tickets.c.id == ticket)).scalar() == "open"


def answer(
    tx: Tx, person: Person, ticket: Ticket, *, text: str | None, by: int, now: datetime
) -> bool:
    """Closes an open ticket; False when somebody else was faster."""
    open_one = update(s.tickets).where(s.tickets.c.id == ticket.id, s.tickets.c.status == "open")
    values: dict[str, Any] = {"status": "answered", "answered_by": by, "answered_at": now}
    if tx.execute(open_one, values).rowcount != 1:
        return False
    if text is not None:
        _keep_answer(tx, person, ticket.id, text)
    return True


def _keep_answer(tx: Tx, person: Person, ticket: int, text: str) -> None:
    seal = tx.execute(select(s.tickets.c.seal).where(s.tickets.c.id == ticket)).scalar_one()
    sealed = person.cipher.seal(text, f"tickets.answer:{seal}")
    tx.execute(update(s.tickets).where(s.tickets.c.id == ticket), {"answer": sealed})
