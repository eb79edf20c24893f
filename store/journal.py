"""What happened: a person's own entries (sealed), the audit of who did what, and named facts."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from store import schema as s
from store.ahead import MISSING
from store.among import among
from store.people import Person
from store.prepared import PreparedSelect
from store.sessions import new_seal
from store.work import Tx


@dataclass(frozen=True, kw_only=True)
class Entry:
    kind: str
    data: dict[str, Any]
    at: datetime


def write(
    tx: Tx, person: Person, *, programme: str, kind: str, data: dict[str, Any], now: datetime
) -> None:
    seal = new_seal()
    values = {
        "person": person.id,
        "programme": programme,
        "kind": kind,
        "body": person.cipher.seal(data, f"journal.body:{seal}"),
        "seal": seal,
        "at": now,
    }
    tx.execute(insert(s.journal), values)


_READ = PreparedSelect(
    select(s.journal)
    .where(s.journal.c.person == bindparam("owner"), s.journal.c.kind == bindparam("kind"))
    .order_by(s.journal.c.id.desc())
    .limit(bindparam("most"))
)


_READ_AMONG = PreparedSelect(
    select(s.journal)
    .where(among(s.journal.c.person, "people"), s.journal.c.kind == bindparam("kind"))
    .order_by(s.journal.c.id.desc())
)


def read(tx: Tx, person: Person, kind: str, most: int = 50) -> list[Entry]:
    """Newest first."""
    rows = tx.known("journal", person.id, (_READ, kind))
    if rows is MISSING:
        rows = _READ.all(tx, {"owner": person.id, "kind": kind, "most": most})
    return [
        Entry(
            kind=row.kind,
            data=person.cipher.open(row.body, f"journal.body:{row.seal}"),
            at=row.at,
        )
        for row in rows[:most]
    ]


def read_ahead(tx: Tx, some: Collection[int], kind: str) -> None:
    """The entries of one kind of each of these people, opened when they are asked for."""
    if tx.ahead is None or not some:
        return
    found: dict[int, list[Any]] = {person: [] for person in some}
    for row in _READ_AMONG.all(tx, {"people": [*found], "kind": kind}):
        found[row.person].append(row)
    for person, rows in found.items():
        tx.ahead.learn("journal", person, (_READ, kind), rows)


def note(
    tx: Tx,
    *,
    actor: int | None,
    act: str,
    now: datetime,
    object_: str | None = None,
    detail: dict[str, Any] | None = None,
) -> None:
    """One line of the audit: who did what to what. Never what anybody wrote."""
    values = {"at": now, "actor": actor, "act": act, "object": object_, "detail": detail}
    tx.execute(insert(s.audit), values)


def fact(tx: Tx, name: str) -> Any:
    return tx.execute(select(s.facts.c.value).where(s.facts.c.name == name)).scalar()


def set_fact(tx: Tx, name: str, value: Any) -> None:
    """Also where two processes say it for the first time at once."""
    new = (postgresql if tx.postgresql else sqlite).insert(s.facts)
    said = new.on_conflict_do_update(index_elements=["name"], set_={"value": new.excluded.value})
    tx.execute(said, {"name": name, "value": value})
