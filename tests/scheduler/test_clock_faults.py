"""Every fault of the clock, with the scheduler running, in Riga and a zone west and east of it."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any

import pytest

from mentoring.calendar import Event, Remind, When
from mentoring.localtime import at, local
from mentoring.programme import Quiet, Reminders
from tests.databases import open_store
from tests.desk.fixtures import Cast
from tests.desk.stage import put_on
from tests.mentoring.small_programme import BOTH
from tests.scheduler.seasons import Season, small_world
from tests.scheduler.test_promises_of_time import BEGINS, gathered

ZONES = ("Europe/Riga", "Atlantic/Azores", "Asia/Tbilisi")
NO_QUIET = Quiet(start=time(0), end=time(0))
IN_THE_NIGHT = Reminders(before=(), on_day=True, late=(), at=time(3, 30))
NOON = Reminders(before=(), on_day=True, late=(), at=time(16))

pytestmark = pytest.mark.parametrize("zone", ZONES)

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


@pytest.mark.parametrize(
    ("begins", "day"), [("2026-10-14T09:00", "2026-10-25"), ("2027-03-17T09:00", "2027-03-28")]
)
async def test_half_past_three_twice_or_not_at_all(
    season: Opened, zone: str, begins: str, day: str
) -> None:
    """Said once, at the first of two, or at the next hour that there is."""
    async with season(begins, zone, reminders=IN_THE_NIGHT, quiet=NO_QUIET) as there:
        days = (date.fromisoformat(day) - date.fromisoformat(begins[:10])).days
        await there.makes_task(there.cast.elza, days)
        await there.goes_on(24 * (days + 2))
        absent = zone == "Europe/Riga" and day == "2027-03-28"
        assert await heard(there, zone) == [f"{day} {'04:00' if absent else '03:30'}"]


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


async def test_the_31st_of_each_month(season: Opened, zone: str) -> None:
    """The 29th in a leap February, then the 31st."""
    monthly = _event(When(each="day_of_month", number=31))
    async with season("2028-02-18T09:00", zone, events=(monthly,)) as there:
        await there.goes_on(24 * 45)
        found = [wall[:10] for wall in await heard(there, zone, "event")]
        assert found == ["2028-02-29", "2028-03-31"]


async def test_what_begins_at_local_midnight_is_told_the_day_before(
    season: Opened, zone: str
) -> None:
    """Nobody is woken for it."""
    midnight = _event(When(day=date(2026, 10, 25)), at=time(0))
    async with season("2026-10-14T09:00", zone, events=(midnight,)) as there:
        await there.goes_on(24 * 13)
        assert await heard(there, zone, "event") == ["2026-10-24 16:00"]


async def test_an_hours_jump_loses_and_doubles_nothing(season: Opened, zone: str) -> None:
    """The clock leaps over the moment itself."""
    async with season("2026-10-14T09:00", zone) as there:
        await there.makes_task(there.cast.elza, 2)
        due = at(date(2026, 10, 16), time(16), zone)
        await there.stage.winding.wind(due - timedelta(minutes=30))
        await there.is_down(1)
        await there.stage.tick()
        assert len(await heard(there, zone)) == 1


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


async def test_three_days_down(season: Opened, zone: str) -> None:
    """What was missed is recorded as such; what is still true comes once."""
    async with season("2026-10-14T09:00", zone) as there:
        await there.makes_task(there.cast.elza, 2)
        await there.makes_task(there.cast.elza, 5)
        await there.goes_on(1)
        await there.is_down(75)
        await there.goes_on(72)
        assert await heard(there, zone) == ["2026-10-19 16:00"]


async def test_a_zone_changed_after_planning(season: Opened, zone: str) -> None:
    """From the next planning on it is four o'clock where the person lives now."""
    async with season("2026-10-14T09:00", zone) as there:
        await there.makes_task(there.cast.elza, 3)
        await there.lives_in(there.cast.elza, "America/New_York")
        await there.goes_on(24 * 5)
        assert await heard(there, "America/New_York") == ["2026-10-17 16:00"]


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
