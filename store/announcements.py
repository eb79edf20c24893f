"""Announcements: text and recipients are frozen when they are sent."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select, update

from store import schema as s
from store.among import among
from store.people import Person
from store.prepared import PreparedSelect
from store.sessions import new_seal
from store.work import Tx


@dataclass(frozen=True, kw_only=True)
class Announcement:
    id: int
    programme: str
    author: int
    audience: str
    text: str
    status: str
    recipients: tuple[int, ...]
    queued: int
    """How many of the recipients have their message in the outbox; the others follow in order."""


def draft(
    tx: Tx, author: Person, *, programme: str, audience: str, text: str, now: datetime
) -> int:
    seal = new_seal()
    values = {
        "programme": programme,
        "author": author.id,
        "audience": audience,
        "text": author.cipher.seal(text, f"announcements.text:{seal}"),
        "seal": seal,
        "status": "draft",
        "created_at": now,
    }
    return tx.insert(insert(s.announcements).returning(s.announcements.c.id), values)


def find(tx: Tx, author: Person, announcement: int) -> Announcement | None:
    row = tx.execute(
        select(s.announcements).where(
            s.announcements.c.id == announcement, s.announcements.c.author == author.id
        )
    ).first()
    if row is None:
        return None
    return Announcement(
        id=row.id,
        programme=row.programme,
        author=row.author,
        audience=row.audience,
        text=author.cipher.open(row.text, f"announcements.text:{row.seal}"),
        status=row.status,
        recipients=tuple(row.recipients or ()),
        queued=len(row.recipients or ()) if row.queued is None else row.queued,
    )


def reachable(tx: Tx, programme: str) -> list[tuple[int, str]]:
    """(person, role) of everybody who agreed to be written to and still lets us, in the order in
    which they joined; who has two roles comes twice."""
    query = (
        select(s.parts.c.person, s.parts.c.role)
        .join(s.people, s.people.c.id == s.parts.c.person)
        .where(
            s.parts.c.programme == programme,
            s.parts.c.active,
            s.people.c.erased_at.is_(None),
            s.people.c.consent_at.is_not(None),
            s.people.c.stopped_at.is_(None),
        )
        .order_by(s.parts.c.id)
    )
    return [(person, role) for person, role in tx.execute(query)]


_NAMES = PreparedSelect(
    select(s.people.c.id, s.people.c.name).where(
        among(s.people.c.id, "people"), s.people.c.erased_at.is_(None)
    )
)


def names(tx: Tx, recipients: Collection[int]) -> dict[int, str]:
    """Of those who have not been erased since, also where they have left the programme."""
    return {row.id: row.name for row in _NAMES.all(tx, {"people": [*recipients]})}


def send(tx: Tx, announcement: int, recipients: list[int], now: datetime) -> bool:
    """True for the one unit of work that started it."""
    drafted = update(s.announcements).where(
        s.announcements.c.id == announcement, s.announcements.c.status == "draft"
    )
    values = {"status": "sent", "recipients": recipients, "queued": 0, "sent_at": now}
    return tx.execute(drafted, values).rowcount == 1


def set_queued(tx: Tx, announcement: int, queued: int) -> None:
    tx.execute(
        update(s.announcements).where(s.announcements.c.id == announcement), {"queued": queued}
    )


def stop(tx: Tx, announcement: int) -> bool:
    """What has not been queued yet never is; False when it was stopped before."""
    going = update(s.announcements).where(
        s.announcements.c.id == announcement, s.announcements.c.status == "sent"
    )
    return tx.execute(going, {"status": "stopped"}).rowcount == 1


def cancel(tx: Tx, announcement: int) -> None:
    drafted = update(s.announcements).where(
        s.announcements.c.id == announcement, s.announcements.c.status == "draft"
    )
    tx.execute(drafted, {"status": "cancelled"})
