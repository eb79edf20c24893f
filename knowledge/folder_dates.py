"""Reads dates as they are meant, and checks that those that hang on each other hang together."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import cast

from dialogs.source import LocatedDict
from knowledge.folder_rhythm import WEEKDAYS
from knowledge.folder_section import Section, did_you_mean
from mentoring.calendar import (
    ANSWER,
    EVENT,
    PAIRING,
    PERIODS,
    PHASE,
    START,
    UNITS,
    Anchors,
    Event,
    Period,
    Repeat,
    Unit,
    When,
)
from mentoring.calendar_dates import calendar_dates
from mentoring.programme import Programme

OFFSET_MAX = 366
YEARS = (2000, 2100)

WAYS: Mapping[str, Repeat] = {
    "first_school_day_of": "first_school_day",
    "last_school_day_of": "last_school_day",
}
WAYS_HINT = (
    "Write one of: to, first_school_day_of, last_school_day_of, day_of_month; for example "
    "{to: pairing, weeks: 2} or {last_school_day_of: month}."
)
TO_HINT = (
    "Write start, pairing, phase:..., event:... or answer:..., for example {to: pairing, weeks: 2}."
)


def read_day(section: Section) -> date:
    day = section.day("date")
    if section.sound and not YEARS[0] <= day.year <= YEARS[1]:
        section.blame("date", f"{section.named('date')} is in the year {day.year}", "Mend it.")
    return day


def read_when(section: Section) -> When:
    """A date as such, or names and numbers that say what it is counted from."""
    value = section.take("date", "date: 2026-03-02")
    if value is None:
        return When()
    if not isinstance(value, LocatedDict):
        return When(day=read_day(section))
    inner = _inside(section)
    when = _counted(inner)
    inner.close()
    section.fault_count += inner.fault_count
    return when


def _inside(section: Section) -> Section:
    data = section.data["date"] if section.data else None
    return Section(section.sheet, data, section.named("date").strip("'"))


def _counted(inner: Section) -> When:
    ways = [key for key in ("to", *WAYS, "day_of_month") if inner.has(key)]
    units = [unit for unit in UNITS if inner.has(unit)]
    if len(ways) != 1:
        said = f"both '{ways[0]}' and '{ways[1]}'" if ways else "nothing to count from"
        inner.blame(None, f"the date has {said}", WAYS_HINT)
    if len(units) > 1:
        what = f"the date counts in '{units[0]}' and in '{units[1]}'"
        inner.blame(units[1], what, "Keep one of the two.")
    way = ways[0] if ways else ""
    unit: Unit = units[0] if units else "days"
    return When(
        to=inner.word("to", "pairing") if way == "to" else "",
        each="day_of_month" if way == "day_of_month" else WAYS.get(way),
        period=cast(Period, inner.choice(way, PERIODS)) if way in WAYS else "month",
        number=inner.number("day_of_month", 1, 31) if way == "day_of_month" else 0,
        offset=inner.number(unit, -OFFSET_MAX, OFFSET_MAX) if units else 0,
        unit=unit,
        weekday=WEEKDAYS.index(inner.choice("weekday", WEEKDAYS)) if inner.has("weekday") else None,
    )


def blame_anchor(event: Event, section: Section, known: Mapping[str, Collection[str]]) -> None:
    to = event.when.to
    if to in ("", START, PAIRING):
        return
    prefix = next((each for each in known if to.startswith(each)), "")
    name = to.removeprefix(prefix)
    if not prefix:
        _inside(section).blame("to", f"nothing can be counted from '{to}'", TO_HINT)
    elif name not in known[prefix]:
        thing = {PHASE: "phase", EVENT: "event", ANSWER: "dialog"}[prefix]
        what = f"the date hangs on the {thing} '{name}', which isn't there"
        _inside(section).blame("to", what, did_you_mean(name, known[prefix]))


def blame_circles(found: Iterable[tuple[Event, Section]]) -> None:
    """Each circle once, where it first stands in the file."""
    before = {
        event.id: event.when.to.removeprefix(EVENT)
        for event, _ in found
        if event.when.to.startswith(EVENT)
    }
    told: set[str] = set()
    for event, section in found:
        chain = _chain(event.id, before)
        if chain[-1] == event.id and len(chain) > 1 and event.id not in told:
            told.update(chain)
            way = " → ".join(f"'{name}'" for name in chain)
            what = f"the dates wait for each other: {way}"
            _inside(section).blame("to", what, "Give one of them a date of its own.")


def _chain(name: str, before: Mapping[str, str]) -> list[str]:
    """The events whose dates hang one on the other, until one repeats or has its own."""
    chain = [name]
    while (following := before.get(chain[-1])) is not None:
        chain.append(following)
        if chain.count(following) > 1:
            break
    return chain


def blame_strays(programme: Programme, places: Mapping[str, Section]) -> None:
    """Notes each event that falls outside the semesters, as far as dates are known beforehand.

    What only hangs on such an event is right again once that one is, and isn't told.
    """
    dates = calendar_dates(programme, Anchors())
    strays = {name: tuple(_strays(programme, days)) for name, days in dates.items()}
    for event in programme.events:
        cause = strays.get(event.when.to.removeprefix(EVENT))
        if strays[event.id] and not cause and not event.outside:
            what = f"'{event.id}' falls on {strays[event.id][0]}, outside every semester"
            cure = "Move it into a semester, or add outside: yes if that is meant."
            places[event.id].blame("date", what, cure)


def _strays(programme: Programme, days: Iterable[date]) -> Iterable[date]:
    """Without semesters every day is as good as another."""
    return (day for day in days if programme.semesters and programme.semester_on(day) is None)
