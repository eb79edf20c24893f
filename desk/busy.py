"""Nobody is interrupted in the middle of a dialog by what can wait."""

from datetime import datetime, timedelta

from desk import events
from desk.rhythm import awake_at
from desk.visit import Visit
from mentoring.localtime import local
from store import occurrences, sessions
from store.occurrences import EXPIRED, PUT_OFF, Due

FOR = timedelta(hours=1)
"""A dialog in which nothing happened for so long has been left."""


def gives_way(reader: Visit, due: Due) -> bool:
    """Whether a dialog is open for which it waits or is left out; that is settled here."""
    event = events.find(reader, due.why.get("event")) if due.kind == "event" else None
    manner = "wait" if event is None else event.remind.dialog_open
    if manner == "interrupt" or (free := _free(reader)) is None:
        return False
    if event is not None and (free := events.may_wait(reader, event, due, free)) <= reader.now:
        return False
    if manner == "skip":
        occurrences.settle(reader.tx, due.id, EXPIRED, "a dialog was open")
        return True
    if due.kind != "check_in" and not _is_today(reader, free):
        return False
    occurrences.put_off(reader.tx, due.id, free, due.note or _note(due))
    return True


def _free(reader: Visit) -> datetime | None:
    """When the reader will have left the dialog they are in; None where they are in none."""
    current = sessions.current(reader.tx, reader.person)
    if current is None or reader.loaded.is_check_in(current.dialog):
        return None
    free = current.updated_at + FOR
    return free if free > reader.now else None


def _is_today(reader: Visit, free: datetime) -> bool:
    """Whether it can still be said then. "Due today" in the morning after would be no use."""
    return awake_at(reader, free) == free and local(free, reader.zone).date() == reader.today


def _note(due: Due) -> str | None:
    """A check-in that waits for an hour is as it was; the others stay where they were put."""
    return None if due.kind == "check_in" else PUT_OFF
