"""A person is erased: their key is destroyed, their rows go, a nameless stub stays."""

from datetime import datetime

from sqlalchemy import delete, or_, select, update

from store import activities, guides, pacts, people, quoted
from store import schema as s
from store.work import Tx


def erase(tx: Tx, person: int, now: datetime) -> None:
    """Destroys the person's key and removes their rows; a nameless stub keeps the counts true."""
    wrapped = tx.execute(select(s.people.c.key).where(s.people.c.id == person)).scalar()
    pacts.forget(tx, person)
    guides.forget(tx, person)
    activities.forget(tx, person)
    for table in (s.feed, s.outbox, s.sessions, s.results, s.occurrences, s.journal):
        tx.execute(delete(table).where(table.c.person == person))
    _forget_what_they_wrote(tx, person)
    quoted.forget(tx, person)
    for table in (s.extensions, s.tasks, s.tickets, s.identities):
        tx.execute(delete(table).where(table.c.person == person))
    tx.execute(delete(s.announcements).where(s.announcements.c.author == person))
    tx.execute(delete(s.invitations).where(s.invitations.c.person == person))
    _end_pairings(tx, person, now)
    tx.execute(
        update(s.parts).where(s.parts.c.person == person), {"profile": None, "active": False}
    )
    gone = ("key", "age", "focus", "muted", "rhythm", "zone", "last_sign_at", "channel", "prefers")
    people.change(tx, person, name="", erased_at=now, **dict.fromkeys(gone))
    if wrapped:
        tx.keyring.forget(wrapped)
    tx.memo.clear()


def _forget_what_they_wrote(tx: Tx, person: int) -> None:
    """Nameless notes of the events stay for a while: a platform that was killed off before it heard
    that one had arrived brings it again, and would be greeted as a stranger."""
    tx.execute(
        update(s.inbox).where(s.inbox.c.person == person),
        {"person": None, "body": None, "state": "done", "error": None},
    )


def _end_pairings(tx: Tx, person: int, now: datetime) -> None:
    """What goes on ends, what was only proposed is withdrawn, what was decided before stays."""
    theirs = or_(s.pairings.c.mentee == person, s.pairings.c.mentor == person)
    tx.execute(update(s.pairings).where(theirs), {"reasons": None, "stages": None})
    for status, after in (("active", "ended"), ("offered", "withdrawn"), ("asked", "withdrawn")):
        tx.execute(
            update(s.pairings).where(theirs, s.pairings.c.status == status),
            {"status": after, "decided_at": now},
        )
