"""What has a date in a rehearsal: tasks as they were set and moved, and the calendar."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from mentoring.calendar import Anchors
from mentoring.calendar_dates import calendar_dates
from mentoring.programme import Programme
from store import schema as s
from store import tasks
from store.occurrences import CANCELLED
from store.people import Person
from store.work import Tx


@dataclass(frozen=True, kw_only=True)
class Dated:
    """One date of a task or an event; `who` is empty for what the calendar has for everybody.

    `outside` says that a day outside the semesters is meant.
    """

    day: date
    what: str
    who: str = ""
    outside: bool = False


def of_tasks(tx: Tx, known: Mapping[int, Person]) -> Iterator[Dated]:
    """Each date a task ever had, by whoever's wish."""
    for person in known.values():
        for task in tasks.listed(tx, person, open_only=False):
            for day in sorted({task.due, *_moved(tx, task.id)}):
                yield Dated(day=day, what=task.title, who=person.name)


def _moved(tx: Tx, task: int) -> Iterator[date]:
    """From which days to which it was moved by what was granted."""
    query = s.extensions.select().where(s.extensions.c.task == task)
    for moved in tx.execute(query):
        yield from (day for day in (moved.old_due, moved.new_due) if day is not None)


def of_events(
    tx: Tx, programme: Programme, language: str, first: date, last: date
) -> Iterator[Dated]:
    """Each date of the calendar in the period once, however many people it is for."""
    events = {event.id: event for event in programme.events}
    found = {*_told(tx), *_of_everybody(programme)}
    for day, name in sorted(found):
        event = events.get(name)
        if event is not None and first <= day <= last:
            yield Dated(day=day, what=event.title[language], outside=event.outside)


def _told(tx: Tx) -> Iterator[tuple[date, str]]:
    """What hung on somebody's life, and was planned to be told."""
    row = s.occurrences.c
    query = s.occurrences.select().where(row.kind == "event", row.state != CANCELLED)
    for planned in tx.execute(query):
        yield date.fromisoformat(planned.why["date"]), planned.why["event"]


def _of_everybody(programme: Programme) -> Iterator[tuple[date, str]]:
    """What hangs on nobody's life, mentioned or not."""
    for term in programme.semesters:
        dates = calendar_dates(programme, Anchors(start=term.first))
        yield from ((day, name) for name, days in dates.items() for day in days)
