"""Every fault of the clock, with the scheduler running, in Riga and a zone west and east of it."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import UTC, date, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from mentoring.calendar import Event, Remind, When
from mentoring.localtime import at, local
from mentoring.programme import Quiet, Reminders
from store import schema as s
from tests.databases import open_store
from tests.desk.fixtures import Cast
from tests.desk.stage import put_on
from tests.mentoring.small_programme import BOTH
from tests.scheduler.seasons import Season, small_world
from tests.scheduler.test_promises_of_time import BEGINS, gathered

ZONES = ("Europe/Riga", "Atlantic/Azores", "Asia/Beirut")
"""In the latter two the clocks jump at midnight, which does not exist on that day."""

NO_QUIET = Quiet(start=time(0), end=time(0))
NOON = Reminders(before=(), on_day=True, late=(), at=time(16))
EVE_OF_AUTUMN, EVE_OF_SPRING, LEAP_YEAR = BEGINS

in_each_zone = pytest.mark.parametrize("zone", ZONES)

Opened = Callable[..., AbstractAsyncContextManager[Season]]


@pytest.fixture
def season(sqlite_url: str) -> Opened:
    """The cast some days before something happens to the clock."""
    made = {begins: gathered(begins) for begins in BEGINS}
    file = Path(sqlite_url.removeprefix("sqlite:///"))

    def copied(begins: str) -> Cast:
        file.write_bytes(made[begins][0])
        return made[begins][1]

    @asynccontextmanager
    async def opened(begins: str, zone: str, **rules: Any) -> AsyncIterator[Season]:
        cast = copied(begins)
        world = small_world(**{"zone": zone, "reminders": NOON, **rules})
        stage = put_on(open_store(sqlite_url), world, begins=begins)
        stage.clock.offset += timedelta(minutes=1)
        found = Season(url=sqlite_url, world=world, stage=stage, cast=cast.on(stage))
        yield found
        found.stage.assistant.hub.close()
        await found.stage.store.close()

    return opened


async def heard(season: Season, zone: str, kind: str = "due_today") -> list[str]:
    """The wall times at which something of this kind was said to Elza."""
    rows = await season.occurrences()
    found = [r for r in rows.values() if r.person == season.cast.elza.person]
    told = [r for r in found if r.kind == kind and r.state == "fired"]
    return sorted(f"{local(r.due_at, zone):%Y-%m-%d %H:%M}" for r in told)


async def sent(season: Season, kind: str = "due_today") -> list[str]:
    """The UTC instants at which Elza was told of what is due today, or late."""
    query = (
        select(s.outbox.c.created_at)
        .where(s.outbox.c.person == season.cast.elza.person, s.outbox.c.kind == kind)
        .order_by(s.outbox.c.id)
    )
    found = await season.stage.store.run(lambda tx: tx.execute(query).scalars().all())
    return [f"{instant.astimezone(UTC):%m-%d %H:%M}" for instant in found]


def at_night(hour: int, minute: int = 30) -> dict[str, Any]:
    rules = Reminders(before=(), on_day=True, late=(), at=time(hour, minute))
    return {"reminders": rules, "quiet": NO_QUIET}


async def told_around(there: Season, begins: str, day: str) -> list[str]:
    """What is said when something is due on that day, the day before it and the day after it."""
    days = (date.fromisoformat(day) - date.fromisoformat(begins[:10])).days
    for each in (days - 1, days, days + 1):
        await there.makes_task(there.cast.elza, each)
    await there.goes_on(24 * (days + 3))
    return await sent(there)


@pytest.mark.parametrize(
    ("zone", "begins", "day", "wall", "instants"),
    [
        ("Europe/Riga", EVE_OF_SPRING, "2027-03-28", (3, 30), ["01:30", "01:00", "00:30"]),
        ("Atlantic/Azores", EVE_OF_SPRING, "2027-03-28", (0, 30), ["01:30", "01:00", "00:30"]),
        ("America/New_York", LEAP_YEAR, "2028-03-12", (2, 30), ["07:30", "07:00", "06:30"]),
        ("Asia/Beirut", EVE_OF_SPRING, "2027-03-28", (0, 30), ["22:30", "22:00", "21:30"]),
        ("Asia/Jerusalem", EVE_OF_SPRING, "2027-03-26", (2, 30), ["00:30", "00:00", "23:30"]),
        ("Asia/Tbilisi", EVE_OF_SPRING, "2027-03-28", (3, 30), ["23:30", "23:30", "23:30"]),
    ],
)
async def test_an_hour_that_does_not_exist(
    season: Opened, zone: str, begins: str, day: str, wall: tuple[int, int], instants: list[str]
) -> None:
    """Said once, as soon as there is an hour again; the days around it are as they always are."""
    async with season(begins, zone, **at_night(*wall)) as there:
        assert [each[6:] for each in await told_around(there, begins, day)] == instants


@pytest.mark.parametrize(
    ("zone", "day", "wall", "instants"),
    [
        ("Europe/Riga", "2026-10-25", (3, 30), ["00:30", "00:30", "01:30"]),
        ("Atlantic/Azores", "2026-10-25", (0, 30), ["00:30", "00:30", "01:30"]),
        ("America/New_York", "2026-11-01", (1, 30), ["05:30", "05:30", "06:30"]),
        ("Asia/Beirut", "2026-10-24", (23, 30), ["20:30", "20:30", "21:30"]),
        ("Asia/Jerusalem", "2026-10-25", (1, 30), ["22:30", "22:30", "23:30"]),
        ("Asia/Tbilisi", "2026-10-25", (3, 30), ["23:30", "23:30", "23:30"]),
    ],
)
async def test_an_hour_that_comes_twice(
    season: Opened, zone: str, day: str, wall: tuple[int, int], instants: list[str]
) -> None:
    """Said once, in the first of the two."""
    async with season(EVE_OF_AUTUMN, zone, **at_night(*wall)) as there:
        assert [each[6:] for each in await told_around(there, EVE_OF_AUTUMN, day)] == instants


@pytest.mark.parametrize(
    ("zone", "instants"),
    [
        ("Atlantic/Azores", ["03-27 01:00", "03-28 01:00", "03-29 00:00"]),
        ("Asia/Beirut", ["03-26 22:00", "03-27 22:00", "03-28 21:00"]),
    ],
)
async def test_a_midnight_that_does_not_exist(
    season: Opened, zone: str, instants: list[str]
) -> None:
    """The day begins at one o'clock; it is told of then, and not on the day before."""
    async with season(EVE_OF_SPRING, zone, **at_night(0, 0)) as there:
        assert await told_around(there, EVE_OF_SPRING, "2027-03-28") == instants


@pytest.mark.parametrize("zone", ["Atlantic/Azores", "Asia/Beirut"])
async def test_what_begins_at_a_midnight_that_does_not_exist(season: Opened, zone: str) -> None:
    """It begins an hour later by the clock; nobody is woken for it, and it is told but once."""
    midnight = _event(When(day=date(2027, 3, 28)), at=time(0))
    async with season(EVE_OF_SPRING, zone, events=(midnight,)) as there:
        await there.goes_on(24 * 14)
        assert await heard(there, zone, "event") == ["2027-03-27 16:00"]


@pytest.mark.parametrize("zone", ["Atlantic/Azores", "Asia/Beirut"])
async def test_quiet_hours_that_end_at_a_midnight_that_does_not_exist(
    season: Opened, zone: str
) -> None:
    """What is due at half past ten in the evening waits until there is a clock to read again."""
    quiet, late = Quiet(start=time(21), end=time(0)), time(22, 30)
    rules = Reminders(before=(1,), on_day=False, late=(), at=late)
    async with season(EVE_OF_SPRING, zone, reminders=rules, quiet=quiet) as there:
        await there.makes_task(there.cast.elza, 11)
        await there.goes_on(24 * 13)
        assert await heard(there, zone, "nudge") == ["2027-03-28 01:00"]


@in_each_zone
async def test_the_29th_of_february(season: Opened, zone: str) -> None:
    async with season("2028-02-18T09:00", zone) as there:
        await there.makes_task(there.cast.elza, 11)
        await there.goes_on(24 * 13)
        assert await heard(there, zone) == ["2028-02-29 16:00"]


def _event(when: When, at: time | None = None) -> Event:
    rules = Remind(on_day=True)
    return Event(
        id="e", kind="event", title=BOTH, roles=("mentee",), when=when, at=at, remind=rules
    )


@in_each_zone
async def test_the_31st_of_each_month(season: Opened, zone: str) -> None:
    """The 29th in a leap February, then the 31st."""
    monthly = _event(When(each="day_of_month", number=31))
    async with season("2028-02-18T09:00", zone, events=(monthly,)) as there:
        await there.goes_on(24 * 45)
        found = [wall[:10] for wall in await heard(there, zone, "event")]
        assert found == ["2028-02-29", "2028-03-31"]


@in_each_zone
async def test_what_begins_at_local_midnight_is_told_the_day_before(
    season: Opened, zone: str
) -> None:
    """Nobody is woken for it."""
    midnight = _event(When(day=date(2026, 10, 25)), at=time(0))
    async with season("2026-10-14T09:00", zone, events=(midnight,)) as there:
        await there.goes_on(24 * 13)
        assert await heard(there, zone, "event") == ["2026-10-24 16:00"]


@in_each_zone
async def test_an_hours_jump_loses_and_doubles_nothing(season: Opened, zone: str) -> None:
    """The clock leaps over the moment itself."""
    async with season("2026-10-14T09:00", zone) as there:
        await there.makes_task(there.cast.elza, 2)
        due = at(date(2026, 10, 16), time(16), zone)
        await there.stage.winding.wind(due - timedelta(minutes=30))
        await there.is_down(1)
        await there.stage.tick()
        assert len(await heard(there, zone)) == 1


@in_each_zone
async def test_a_clock_set_back_by_a_day_repeats_nothing(season: Opened, zone: str) -> None:
    """Whoever restarts with a wrong clock is no reason to nag."""
    async with season("2026-10-14T09:00", zone) as there:
        await there.makes_task(there.cast.elza, 2)
        await there.goes_on(60)
        before = await there.cast.elza.text()
        clock = there.stage.clock
        clock.offset -= timedelta(days=1)
        await there.stage.tick()
        await there.derive()
        await there.goes_on(20)
        assert await there.cast.elza.text() == before


@in_each_zone
async def test_three_days_down(season: Opened, zone: str) -> None:
    """The only word about what was due meanwhile comes late; what is still true comes in time."""
    async with season("2026-10-14T09:00", zone) as there:
        await there.makes_task(there.cast.elza, 2)
        await there.makes_task(there.cast.elza, 5)
        await there.goes_on(1)
        await there.is_down(75)
        await there.goes_on(72)
        assert await heard(there, zone) == ["2026-10-16 16:00", "2026-10-19 16:00"]
        assert [each[:5] for each in await sent(there, "late")] == ["10-17"]
        assert [each[:5] for each in await sent(there)] == ["10-19"]


@in_each_zone
async def test_a_zone_changed_after_planning(season: Opened, zone: str) -> None:
    """From the next planning on it is four o'clock where the person lives now."""
    async with season("2026-10-14T09:00", zone) as there:
        await there.makes_task(there.cast.elza, 3)
        await there.lives_in(there.cast.elza, "America/New_York")
        await there.goes_on(24 * 5)
        assert await heard(there, "America/New_York") == ["2026-10-17 16:00"]


@in_each_zone
async def test_quiet_hours_over_midnight(season: Opened, zone: str) -> None:
    """Down until eleven at night: at eight in the morning, and no sooner."""
    rules = Reminders(before=(1,), on_day=False, late=(), at=time(16))
    async with season("2026-10-14T09:00", zone, reminders=rules) as there:
        await there.makes_task(there.cast.elza, 3)
        await there.stage.winding.wind(at(date(2026, 10, 16), time(12), zone))
        night = at(date(2026, 10, 16), time(23), zone)
        await there.is_down((night - there.stage.clock.now()) / timedelta(hours=1))
        assert await heard(there, zone, "nudge") == []
        await there.goes_on(12)
        assert [wall[11:] for wall in await heard(there, zone, "nudge")] == ["08:00"]
