"""What a standstill kept from being said, and what of it is still worth a word.

What has missed its day is over, with one exception: something that is still to be done, and of
which no other word is to come. Of that the newest is said once, in words that are true by then.
"""

from datetime import UTC, date, datetime, timedelta

from desk.planning import BUSY_KINDS, TASK_KINDS
from desk.rhythm import soonest
from desk.visit import Visit
from mentoring.calendar import TO_BE_DONE
from mentoring.digest import day_of, is_late, thing
from mentoring.programme import Programme
from store import occurrences
from store.occurrences import EXPIRED, PUT_OFF, SNOOZED, Due
from store.work import Tx

LONG_AGO = timedelta(days=14)
"""After so long a word about one thing of many would only puzzle."""

FOR_EVER = datetime(9999, 1, 1, tzinfo=UTC)


def is_last_word(reader: Visit, due: Due) -> bool:
    """Whether it still matters and nothing that is to come speaks of the same thing."""
    return is_last_of(reader.tx, reader.programme, due, reader.now)


def is_last_of(tx: Tx, programme: Programme, due: Due, now: datetime) -> bool:
    """The same, where nobody is looking at it but a list of what is to come."""
    if now - due.due_at > LONG_AGO or not _matters(programme, due):
        return False
    waiting = occurrences.waiting_until(tx, programme.id, [due.person], BUSY_KINDS, FOR_EVER)
    later = (each for each in waiting if (each.due_at, each.id) > (due.due_at, due.id))
    return not any(thing(each) == thing(due) for each in later)


def _matters(programme: Programme, due: Due) -> bool:
    """A task that is closed, or a date that has moved, is seen to when it is told."""
    if due.kind in TASK_KINDS:
        return True
    lasting = {event.id for event in programme.events if event.kind in TO_BE_DONE}
    return due.kind == "event" and due.why.get("event") in lasting


def as_of(reader: Visit, due: Due, day: date) -> Due:
    """In the form that is true on that day: "today" is late after a standstill. Put off by its
    reader, it is as they heard it."""
    about = day_of(due) if due.kind in BUSY_KINDS and due.note != SNOOZED else ""
    days = (day - date.fromisoformat(about)).days if about else 0
    if days <= 0 or is_late(due) or not is_last_word(reader, due):
        return due
    kind = "late" if due.kind in TASK_KINDS else due.kind
    return due.but(kind=kind, why={**due.why, "rule": "late", "days": days})


def settle(visit: Visit, before: datetime) -> None:
    """What was due before that is over, but for the last words; planning would take all of it for
    called off."""
    kinds, who = (*BUSY_KINDS, "check_in"), [visit.person.id]
    for each in occurrences.waiting_until(visit.tx, visit.part.programme, who, kinds, before):
        if is_last_word(visit, each):
            occurrences.put_off(visit.tx, each.id, soonest(visit), PUT_OFF)
        else:
            occurrences.settle(visit.tx, each.id, EXPIRED, "missed its day")
