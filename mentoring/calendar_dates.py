"""Which day a thing in the calendar falls on, for one person; the same in whatever order asked.

Nothing is remembered: an anchor that moves takes with it all that hangs on it, however far, and
nothing else. So does a date for which somebody was given more time.
"""

from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from mentoring.calendar import ANSWER, EVENT, PAIRING, PHASE, START, Anchors, Event, When, mark
from mentoring.localtime import at
from mentoring.programme import Programme

ONE_DAY = timedelta(days=1)
DAYS_OF_WEEK = 7


@dataclass(frozen=True, kw_only=True)
class Dated:
    """One date of an event: `meant` is its day where nobody was given more time, and names it for
    good; `day` is what it has moved to, known `since` then."""

    meant: date
    day: date
    since: datetime | None = None


def calendar_dates(programme: Programme, anchors: Anchors) -> Mapping[str, tuple[date, ...]]:
    """The dates of every event by its id, in order; none where its anchor isn't known yet."""
    return {
        name: tuple(sorted({each.day for each in found}))
        for name, found in dated(programme, anchors).items()
    }


def dated(programme: Programme, anchors: Anchors) -> Mapping[str, tuple[Dated, ...]]:
    """The same with what each date was before more time was given, in the order they were meant."""
    found: dict[str, tuple[Dated, ...]] = {}
    whens = {event.id: event.when for event in programme.events}
    for name in whens:
        _resolve(name, programme, anchors, whens, found)
    return found


def chain(programme: Programme, name: str) -> tuple[Event, ...]:
    """An event and all it hangs on, one after the other; a circle is gone round once."""
    by_id, found = {event.id: event for event in programme.events}, dict[str, Event]()
    following: str | None = name
    while following in by_id and following not in found:
        event = found[following] = by_id[following]
        hangs = event.when.to.startswith(EVENT)
        following = event.when.to.removeprefix(EVENT) if hangs else None
    return tuple(found.values())


def root(programme: Programme, name: str) -> When | None:
    """What an event's dates are counted from in the end; None in a circle, or where it is gone."""
    found = chain(programme, name)
    return found[-1].when if found and not found[-1].when.to.startswith(EVENT) else None


def comes_once(programme: Programme, name: str) -> bool:
    """Whether an event has one date at a time and never another one: it neither repeats, nor begins
    anew with each answer. Whatever day it is on, it is the same thing."""
    found = root(programme, name)
    return found is not None and found.each is None and not found.to.startswith(ANSWER)


def begins(programme: Programme, event: Event, day: date) -> datetime | None:
    """The instant at which it begins on that day; None where it has no hour."""
    return None if event.at is None else at(day, event.at, programme.zone)


def _resolve(
    name: str,
    programme: Programme,
    anchors: Anchors,
    whens: Mapping[str, When],
    found: dict[str, tuple[Dated, ...]],
) -> tuple[Dated, ...]:
    """Dates in a circle have none; loading refuses them, and this must not hang on them."""
    if name in found or name not in whens:
        return found.get(name, ())
    found[name] = ()
    when = whens[name]
    if when.to.startswith(EVENT):
        bases = _resolve(when.to.removeprefix(EVENT), programme, anchors, whens, found)
    elif (when.day is not None or when.each is not None) and not anchors.moved:
        found[name] = _of_everybody(programme, anchors, name, when)
        return found[name]
    else:
        bases = tuple(Dated(meant=day, day=day) for day in _bases(programme, anchors, when))
    each = (_moved(name, anchors, _after(programme, base, when)) for base in bases)
    found[name] = _each_once(each)
    return found[name]


def _of_everybody(
    programme: Programme, anchors: Anchors, name: str, when: When
) -> tuple[Dated, ...]:
    """What is on days of the calendar's own is worked out once for all people of a programme."""
    found: tuple[Dated, ...] | None = programme.worked_out.get(name)
    if found is None:
        bases = (Dated(meant=day, day=day) for day in _bases(programme, anchors, when))
        found = _each_once(_after(programme, base, when) for base in bases)
        programme.worked_out[name] = found
    return found


def _after(programme: Programme, base: Dated, when: When) -> Dated:
    """What hangs on a date goes where the date goes, and is still named as if it had not."""
    meant = _counted(programme, base.meant, when)
    day = meant if base.day == base.meant else _counted(programme, base.day, when)
    return Dated(meant=meant, day=day, since=None if day == meant else base.since)


def _moved(name: str, anchors: Anchors, one: Dated) -> Dated:
    """A day that was granted stands, unless what it hangs on has since moved beyond it."""
    given = anchors.moved.get(mark(name, one.meant)) if anchors.moved else None
    if given is None or given.to <= one.day:
        return one
    return replace(one, day=given.to, since=given.since)


def _each_once(some: Iterable[Dated]) -> tuple[Dated, ...]:
    latest: dict[date, Dated] = {}
    for each in sorted(some, key=lambda one: (one.meant, one.day)):
        latest[each.meant] = each
    return tuple(latest.values())


def _bases(programme: Programme, anchors: Anchors, when: When) -> Iterable[date]:
    """The days the offset is counted from."""
    if when.each == "day_of_month":
        return _days_of_month(programme, when.number)
    if when.each is not None:
        return _school_days(programme, when)
    base = when.day or _anchor(programme, anchors, when.to)
    return () if base is None else (base,)


def _anchor(programme: Programme, anchors: Anchors, to: str) -> date | None:
    if to.startswith(PHASE):
        return _phase(programme, anchors, to.removeprefix(PHASE))
    if to.startswith(ANSWER):
        return anchors.answers.get(to.removeprefix(ANSWER))
    return {START: anchors.start, PAIRING: anchors.pairing}.get(to)


def _phase(programme: Programme, anchors: Anchors, name: str) -> date | None:
    planned = {phase.id: phase.begins for phase in programme.phases}
    return anchors.phases.get(name, planned.get(name))


def _school_days(programme: Programme, when: When) -> Iterator[date]:
    """The first or last school day of each month or semester."""
    place = 0 if when.each == "first_school_day" else -1
    months = when.period == "month"
    for days in programme.school_months if months else programme.school_terms:
        yield days[place]


def _days_of_month(programme: Programme, number: int) -> Iterator[date]:
    """The 31st is the 30th in April and the 28th or 29th in February; semesters only."""
    for term in programme.semesters:
        month = term.first.replace(day=1)
        while month <= term.last:
            length = monthrange(month.year, month.month)[1]
            day = month.replace(day=min(number, length))
            if term.covers(day):
                yield day
            month += timedelta(days=length)


def _counted(programme: Programme, base: date, when: When) -> date:
    if when.unit == "working_days":
        day = working_days_from(programme, base, when.offset)
    else:
        step = DAYS_OF_WEEK if when.unit == "weeks" else 1
        day = base + timedelta(days=step * when.offset)
    return day if when.weekday is None else _snapped(day, when.weekday, back=when.offset < 0)


def working_days_from(programme: Programme, base: date, count: int) -> date:
    """So many working days later or, with a negative count, earlier; none means the next one."""
    step = -ONE_DAY if count < 0 else ONE_DAY
    day, left = base, abs(count) or int(not programme.is_working_day(base))
    while left:
        day += step
        left -= programme.is_working_day(day)
    return day


def _snapped(day: date, weekday: int, back: bool) -> date:
    """The nearest such weekday from here on, the day itself included."""
    ahead = (weekday - day.weekday()) % DAYS_OF_WEEK
    behind = (day.weekday() - weekday) % DAYS_OF_WEEK
    return day - timedelta(days=behind) if back else day + timedelta(days=ahead)
