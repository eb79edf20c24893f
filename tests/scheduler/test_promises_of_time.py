"""The promises of time, held through weeks of whatever people, clocks and processes may do."""

import asyncio
import shutil
import tempfile
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from functools import cache
from pathlib import Path
from typing import TypeAlias

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mentoring.calendar import Anchors, Event, Remind, When
from mentoring.calendar_dates import calendar_dates
from store.migrate import migrate
from store.occurrences import KEPT_NOTES, WAITING
from tests.databases import TEMPLATE, Postgres, open_store
from tests.desk.fixtures import TAKEN, Cast, gather_cast
from tests.desk.stage import closing, put_on
from tests.mentoring import oracle
from tests.mentoring.small_calendar import ZONES, calendars, counted
from tests.mentoring.small_programme import RIGA
from tests.scheduler import moved
from tests.scheduler.kept_dates import dates_to_keep
from tests.scheduler.seasons import Season, small_world

BEGINS = ("2026-10-14T09:00", "2027-03-17T09:00", "2028-02-18T09:00")
"""A week and a half before the clocks go back, before they go forward, and before 29 February."""

DAYS_OF_STORY = 20
DAYS_AFTER = 5

Deed: TypeAlias = Callable[[Season, int], Awaitable[None]]


async def makes_task(season: Season, number: int) -> None:
    await season.makes_task(season.cast.elza, number % 9)


async def does_task(season: Season, number: int) -> None:
    if found := await season.open_tasks(season.cast.elza):
        await season.does(season.cast.elza, "task_done", task=found[number % len(found)].id)


async def moves_task(season: Season, number: int) -> None:
    """All and only what hangs on the date moves with it."""
    if not (found := await season.open_tasks(season.cast.elza)):
        return
    task, before = found[number % len(found)], await moved.planned(season)
    day = await season.today(season.cast.elza, number % 12)
    await season.does(season.cast.elza, "task_move_to", task=task.id, day=day.isoformat())
    await moved.of_task(season, task, day, before)


async def gets_time(season: Season, number: int) -> None:
    """Asked for by Elza, granted by whoever has to decide; all and only what hangs on it moves."""
    if not (found := await season.open_tasks(season.cast.elza)):
        return
    task, before = found[0], await moved.planned(season)
    base = max(task.due, await season.today(season.cast.elza))
    wished = (base + timedelta(days=1 + number % 6)).isoformat()
    await season.does(season.cast.elza, "extend_to", task=task.id, day=wished)
    request = await season.asked_extension(task.id)
    assert request is not None
    await season.does(season.cast.ilze, "extend_grant", extension=request, day=wished)
    await moved.of_task(season, task, date.fromisoformat(wished), before)


async def gets_a_later_date(season: Season, number: int) -> None:
    """For what the calendar gives: Elza or Jānis ask, a coordinator grants. Where the days can be
    counted here as well; what else a calendar can give is `test_moved_dates`."""
    if not oracle.can_count(season.programme.events):
        return
    who = season.cast.elza if number % 2 else season.cast.janis
    if not (mine := await dates_to_keep(season, who)):
        return
    name, before = sorted(mine)[number % len(mine)], await moved.planned(season)
    day = max(mine[name], await season.today(who)) + timedelta(days=1 + number % 6)
    meant = oracle.days_of(season.programme.events)[name]
    what = {"event": name, "date": meant.isoformat()}
    await season.does(who, "extend_to", day=day.isoformat(), **what)
    request = await season.asked_about_a_date(who, name, meant)
    assert request is not None
    await season.does(season.cast.ilze, "extend_grant", extension=request, day=day.isoformat())
    season.granted[who.person, name] = day
    await moved.of_calendar(season, who, before)


async def does_a_date(season: Season, number: int) -> None:
    """Of what the calendar gives, on whatever day it is by now; the other half's stays open."""
    if not oracle.can_count(season.programme.events):
        return
    who = season.cast.elza if number % 2 else season.cast.janis
    if mine := await dates_to_keep(season, who):
        name = sorted(mine)[number % len(mine)]
        await season.does(who, "event_done", event=name, date=mine[name].isoformat())
        season.done.add((who.person, name))
        await moved.as_counted(season)


async def is_moved_once_done(season: Season, number: int) -> None:
    """Somebody does it, then the folder gives everything a later day."""
    await does_a_date(season, number)
    await moves_all(season, number)


async def is_moved_once_granted(season: Season, number: int) -> None:
    """Somebody was given more time, then the folder gives everything a later day."""
    await gets_a_later_date(season, number)
    await moves_all(season, number)


async def moves_all(season: Season, number: int) -> None:
    days = 1 + number % 3
    later = (
        replace(each, when=replace(each.when, offset=each.when.offset + days))
        for each in season.programme.events
    )
    await _with_events(season, tuple(later))


async def snoozes(season: Season, number: int) -> None:
    await season.snoozes(season.cast.elza if number % 2 else season.cast.janis, number // 2)


async def mutes(season: Season, number: int) -> None:
    kinds = ("nudge", "due_today", "late", "check_in", "silence", "event")
    who = season.phones[number % 3]
    await season.does(who, "mute", kind=kinds[number % 6], off=number % 4 > 0)


async def stops(season: Season, number: int) -> None:
    await season.phones[number % 3].send("stop")


async def resumes(season: Season, number: int) -> None:
    await season.phones[number % 3].send("turpināt atgādinājumus")


async def pauses(season: Season, number: int) -> None:
    await season.does(season.phones[number % 5], "pause_days", days=1 + number % 7)


async def is_back(season: Season, number: int) -> None:
    await season.does(season.phones[number % 5], "pause_over")


async def chooses_hour(season: Season, number: int) -> None:
    hour = f"{(7, 9, 13, 16, 19, 22)[number % 6]:02}:30"
    await season.does(season.phones[number % 3], "lives_hour", hour=hour)


async def chooses_day(season: Season, number: int) -> None:
    await season.does(season.cast.elza, "lives_day", weekday=number % 7)


async def wants_peace(season: Season, number: int) -> None:
    start, end = (("19:00", "08:00"), ("15:00", "20:00"), ("06:00", "16:30"))[number % 3]
    await season.does(season.phones[number % 5], "lives_quiet", start=start, end=end)


async def as_programme(season: Season, number: int) -> None:
    await season.does(season.phones[number % 5], "lives_reset")


async def moves_house(season: Season, number: int) -> None:
    zones = (None, "Atlantic/Azores", "Asia/Tbilisi", RIGA)
    await season.lives_in(season.phones[number % 4], zones[number % 4])


async def writes(season: Season, number: int) -> None:
    words = ("4", "čau", "draugi", "grow", "izvēlne", "2", "viss labi")
    await season.phones[number % 3].send(words[number % 7])


async def ends_pairing(season: Season, _number: int) -> None:
    await season.pairs(begin=False)


async def begins_pairing(season: Season, _number: int) -> None:
    await season.pairs(begin=True)


async def restarts(season: Season, _number: int) -> None:
    await season.restart()


async def is_down(season: Season, number: int) -> None:
    await season.is_down((2, 9, 26, 75)[number % 4])


async def derives(season: Season, number: int) -> None:
    """Twice is once, and in whatever order."""
    first = await season.derive()
    assert await season.derive(backwards=number % 2 == 0) == first


async def changes_calendar(season: Season, number: int) -> None:
    """The folder is edited and the process started again: nothing is left of the old dates."""
    events = list(season.programme.events)
    place = number % len(events)
    events[place] = _edited(events[place], number // len(events))
    await _with_events(season, tuple(events))


async def _with_events(season: Season, events: tuple[Event, ...]) -> None:
    season.world = small_world(events, zone=season.programme.zone)
    await season.restart()
    await season.stage.planning.plan_ahead()
    planned = await season.occurrences()
    assert await season.derive() == planned
    if oracle.can_count(events):
        await moved.as_counted(season)
    by_id = {event.id: event for event in events}
    for each in planned.values():
        if each.kind == "event" and each.state == WAITING and each.note not in KEPT_NOTES:
            event = by_id[each.why["event"]]
            assert await season.role_of(each.person) in event.reminded
            given = {str(day) for (_, name), day in season.granted.items() if name == event.id}
            there = _dates(season)[event.id] | given
            assert event.when.day is None or each.why["date"] in there


def _edited(event: Event, number: int) -> Event:
    """Another date, another rule, another hour, or other people."""
    when = event.when
    later = replace(when, offset=when.offset + 2)
    return (
        replace(event, when=later),
        replace(event, when=replace(When(each="last_school_day"), offset=when.offset)),
        replace(event, at=None if event.at else time(12)),
        replace(event, remind=Remind(before=(2,), on_day=True, late=(1,))),
        replace(event, remind=replace(event.remind, to=("mentor",))),
    )[number % 5]


def _dates(season: Season) -> dict[str, set[str]]:
    """What hangs on nobody's life."""
    found = calendar_dates(season.programme, Anchors())
    return {name: {day.isoformat() for day in days} for name, days in found.items()}


DEEDS: tuple[Deed, ...] = (
    *(makes_task, makes_task, does_task, moves_task, gets_time, gets_time, gets_a_later_date),
    *(gets_a_later_date, does_a_date, is_moved_once_done, is_moved_once_granted),
    *(snoozes, snoozes, mutes, stops),
    *(resumes, pauses, is_back, chooses_hour, chooses_day, wants_peace, as_programme),
    *(
        changes_calendar,
        moves_house,
        writes,
        writes,
        ends_pairing,
        begins_pairing,
        restarts,
        is_down,
        derives,
    ),
)


CALENDAR_DEEDS: tuple[Deed, ...] = (
    *(does_a_date, is_moved_once_done, gets_a_later_date, is_moved_once_granted, moves_all),
    *(ends_pairing, begins_pairing, derives, is_down),
)
"""What makes it hard to tell which date something was said of."""


@dataclass(frozen=True, kw_only=True)
class Story:
    """`deeds` come after each other, each so many hours after the one before."""

    begins: str
    zone: str
    events: tuple[Event, ...]
    deeds: tuple[tuple[int, Deed, int], ...]


@st.composite
def stories(draw: st.DrawFn) -> Story:
    begins = draw(st.sampled_from(BEGINS))
    hours = st.sampled_from([1, 3, 7, 13, 24, 31, 48])
    deed = st.tuples(hours, st.sampled_from(DEEDS), st.integers(0, 99))
    deeds = draw(st.lists(deed, min_size=12, max_size=24))
    events = tuple(_near(each, begins, draw) for each in draw(calendars() | counted()))
    return Story(begins=begins, zone=draw(ZONES), events=events, deeds=tuple(deeds))


@st.composite
def changing_calendars(draw: st.DrawFn) -> Story:
    """Things with one day each, of which all is told; the folder is edited again and again."""
    begins = draw(st.sampled_from(BEGINS))
    hours = st.sampled_from([1, 13, 24, 31])
    deed = st.tuples(hours, st.sampled_from(CALENDAR_DEEDS), st.integers(0, 99))
    deeds = draw(st.lists(deed, min_size=6, max_size=12))
    remind = Remind(before=(2,), on_day=True, late=(1,))
    events = tuple(
        replace(_near(each, begins, draw), at=None, kind="task", remind=remind)
        for each in draw(counted())
    )
    return Story(begins=begins, zone=RIGA, events=events, deeds=tuple(deeds))


def _near(event: Event, begins: str, draw: st.DrawFn) -> Event:
    """The calendar's event within the weeks that are played, for either half of a pair."""
    when, day = event.when, date.fromisoformat(begins[:10])
    if when.day is not None:
        when = replace(when, day=day + timedelta(days=draw(st.integers(0, 24))))
    at = draw(st.sampled_from([None, None, time(0), time(9), time(17)]))
    roles = draw(st.sampled_from([("mentee",), ("mentor",), ("mentee", "mentor")]))
    to = draw(st.sampled_from([(), (), ("mentee", "mentor"), ("mentor", "coordinator")]))
    remind = replace(event.remind, to=to)
    near = replace(when, offset=when.offset % 5)
    return replace(event, when=near, at=at, roles=roles, remind=remind)


@cache
def gathered(begins: str) -> tuple[bytes, Cast]:
    """A database in which the cast has come together on that morning; made once."""
    folder = Path(tempfile.mkdtemp(prefix="pavadonis-season-"))
    file = folder / "cast.db"
    migrate(f"sqlite:///{file}")

    async def gather() -> Cast:
        async with closing(put_on(open_store(f"sqlite:///{file}"), begins=begins)) as stage:
            return await gather_cast(stage)

    cast = asyncio.run(gather())
    made = file.read_bytes()
    shutil.rmtree(folder)
    return made, cast


async def play(story: Story, season: Season) -> None:
    """Each promise is held after each deed; at the end all that was to come has come."""
    try:
        await season.derive()
        for hours, deed, number in story.deeds:
            await season.goes_on(hours)
            await deed(season, number)
            await season.noted()
        await season.goes_on(24 * DAYS_AFTER)
    finally:
        season.stage.assistant.hub.close()
        await season.stage.store.close()


def set_on(url: str, story: Story, cast: Cast) -> Season:
    world = small_world(story.events, zone=story.zone)
    stage = put_on(open_store(url), world, begins=story.begins)
    stage.clock.offset += TAKEN
    return Season(url=url, world=world, stage=stage, cast=cast.on(stage))


@given(story=stories())
@settings(
    max_examples=20,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
def test_whatever_happens_time_keeps_its_promises(story: Story) -> None:
    """One a day, never at night, never while away, never about what is over; each thing once."""
    made, cast = gathered(story.begins)
    with tempfile.TemporaryDirectory(prefix="pavadonis-season-") as folder:
        file = Path(folder) / "season.db"
        file.write_bytes(made)
        asyncio.run(play(story, set_on(f"sqlite:///{file}", story, cast)))


@given(story=changing_calendars())
@settings(max_examples=6, deadline=None, derandomize=True, suppress_health_check=[*HealthCheck])
def test_however_the_folder_changes_what_was_granted_and_done_counts(story: Story) -> None:
    """Each thing is on the later of its day and the one that was granted, and never told of once it
    is done."""
    made, cast = gathered(story.begins)
    with tempfile.TemporaryDirectory(prefix="pavadonis-season-") as folder:
        file = Path(folder) / "season.db"
        file.write_bytes(made)
        asyncio.run(play(story, set_on(f"sqlite:///{file}", story, cast)))


@given(story=stories())
@settings(max_examples=3, deadline=None, derandomize=True, suppress_health_check=[*HealthCheck])
def test_on_postgresql_as_well(postgres: Postgres, story: Story) -> None:
    with postgres.database(TEMPLATE) as url:

        async def gather() -> Cast:
            async with closing(put_on(open_store(url), begins=story.begins)) as stage:
                return await gather_cast(stage)

        asyncio.run(play(story, set_on(url, story, asyncio.run(gather()))))
