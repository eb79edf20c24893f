"""Erasing what is older than a programme keeps it."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Table, delete, func, select

from store import schema as s
from store.columns import Instant
from store.outbox import GROUP
from store.work import Tx

STRANGERS = timedelta(days=30)
"""For so long it is remembered that a stranger was answered, and which events were nobody's
message: far longer than any platform repeats an event."""


def erase_old(
    tx: Tx, programme: str, kept: Mapping[str, int], longer: tuple[str, ...], now: datetime
) -> int:
    """Erases what has outlived its days in this programme; returns how many rows.

    `kept` is in days by kind. A dialog holds all that was answered in it, also when it is over, so
    it goes with the check-ins, by its last change; its result may outlive it. Messages belong to
    people, not programmes: those of somebody who also takes part in one of the `longer` programmes,
    which keep messages longer, are left to that one.
    """
    day = {kind: now - timedelta(days=days) for kind, days in kept.items()}
    results = day.get("results", day["check_ins"])
    return (
        _messages(tx, programme, longer, day["messages"])
        + _of_programme(tx, s.journal, s.journal.c.at, programme, day["check_ins"])
        + _of_programme(tx, s.sessions, s.sessions.c.updated_at, programme, day["check_ins"])
        + _of_programme(tx, s.results, s.results.c.created_at, programme, results)
        + _activities(tx, programme, results)
        + _questions(tx, programme, day["questions"])
    )


def erase_old_audit(tx: Tx, before: datetime) -> int:
    return tx.execute(delete(s.audit).where(s.audit.c.at < before)).rowcount


def erase_strangers(tx: Tx, now: datetime) -> int:
    """Erases what belongs to no person. That a group was greeted stays: it is greeted once."""
    old_notes = delete(s.inbox).where(
        s.inbox.c.person.is_(None), s.inbox.c.received_at < now - STRANGERS
    )
    old_answers = delete(s.outbox).where(
        s.outbox.c.person.is_(None),
        s.outbox.c.created_at < now - STRANGERS,
        s.outbox.c.state != "sending",
        s.outbox.c.kind != GROUP,
    )
    return tx.execute(old_notes).rowcount + tx.execute(old_answers).rowcount


def _messages(tx: Tx, programme: str, longer: tuple[str, ...], before: datetime) -> int:
    """What was said and sent; the web chat's feed goes with it (ON DELETE CASCADE)."""
    here = select(s.parts.c.person).where(s.parts.c.programme == programme)
    elsewhere = select(s.parts.c.person).where(s.parts.c.programme.in_(longer))
    erased = 0
    for table, at in ((s.inbox, s.inbox.c.received_at), (s.outbox, s.outbox.c.created_at)):
        old = delete(table).where(
            at < before,
            table.c.state != "waiting",
            table.c.person.in_(here),
            table.c.person.not_in(elsewhere),
        )
        erased += tx.execute(old).rowcount
    return erased


def _of_programme(tx: Tx, table: Table, at: Any, programme: str, before: datetime) -> int:
    old = delete(table).where(table.c.programme == programme, at < before)
    return tx.execute(old).rowcount


def _activities(tx: Tx, programme: str, before: datetime) -> int:
    """With all that was answered, which has no time of its own where it is anonymous."""
    last = func.coalesce(s.activities.c.closed_at, s.activities.c.created_at, type_=Instant)
    old = delete(s.activities).where(s.activities.c.programme == programme, last < before)
    return tx.execute(old).rowcount


def _questions(tx: Tx, programme: str, before: datetime) -> int:
    """Answered ones only: an open question is still somebody's work."""
    old = delete(s.tickets).where(
        s.tickets.c.programme == programme,
        s.tickets.c.created_at < before,
        s.tickets.c.status != "open",
    )
    return tx.execute(old).rowcount
