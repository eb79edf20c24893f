"""Two processes with two versions of a folder, while one is replaced by the other."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial

from structlog.testing import capture_logs

from mentoring.calendar import Event, Remind, When
from scheduler.newest import GONE_AFTER, Planner
from scheduler.planning import PEOPLE_AT_ONCE, UNIT_SECONDS
from scheduler.portions import Portion
from store.work import Store
from tests.databases import open_store
from tests.desk.fixtures import TAKEN
from tests.desk.stage import PROGRAMME, Phone, Stage, closing, instant, put_on
from tests.mentoring.small_programme import BREAKS, SEMESTERS
from tests.scheduler.seasons import small_world
from tests.scheduler.test_changed_calendar import everything, heard

FAIR = Event(
    id="fair",
    kind="event",
    title={"lv": "Karjeras diena", "en": "Career day"},
    roles=("mentee",),
    when=When(day=date(2026, 1, 15)),
    remind=Remind(before=(1,), on_day=True),
)
MOVED = replace(FAIR, when=When(day=date(2026, 1, 16)))
NOW = datetime(2026, 1, 12, 9, tzinfo=UTC)


def process(url: str, fair: Event, since: timedelta) -> Stage:
    small = small_world(events=(fair,), semesters=SEMESTERS, breaks=BREAKS)
    stage = put_on(open_store(url), small)
    stage.clock.offset += since
    return stage


@asynccontextmanager
async def both(url: str) -> AsyncIterator[tuple[Stage, Stage, Phone]]:
    """The older process, the newer one with a moved day, and a young person of theirs."""
    async with closing(process(url, FAIR, timedelta(0))) as older:
        elza = await older.enter("Elza Vītola")
        await older.tick()
        async with closing(process(url, MOVED, TAKEN)) as newer:
            yield older, newer, replace(elza, stage=newer)


async def test_the_newer_one_plans_and_the_older_one_leaves_it_alone(database_url: str) -> None:
    """However often both look; the older one says so once."""
    async with both(database_url) as (older, newer, _):
        await newer.tick()
        plan = await newer.read(everything)
        assert any(":fair:" in key and ":2026-01-16:" in key for key in plan)
        with capture_logs() as logged:
            for _ in range(3):
                await older.tick()
                assert await newer.read(everything) == plan
                await newer.tick()
                assert await newer.read(everything) == plan
        left = [each for each in logged if "newer" in each["event"]]
        assert [each["programme"] for each in left] == [PROGRAMME]
        assert older.planning.behind() == {PROGRAMME}
        assert newer.planning.behind() == frozenset()


async def test_what_the_older_one_does_not_know_is_told_by_the_newer_one(
    database_url: str,
) -> None:
    """On the eve of the moved day the older one looks first, and would call it off."""
    async with both(database_url) as (older, newer, elza):
        await newer.tick()
        await older.tick()
        for wall in ("2026-01-14T17:00", "2026-01-15T17:00", "2026-01-16T17:00"):
            for stage in (newer, older):
                stage.clock.wind(instant(wall))
            await newer.planning.plan_ahead()
            await older.tick()
            await newer.tick()
        assert await heard(elza, "Karjeras diena") == ["2026-01-15", "2026-01-16"]


async def test_when_the_newer_one_has_ended_the_older_one_goes_on(database_url: str) -> None:
    """A new version that was tried and taken back leaves nobody without reminders."""
    async with both(database_url) as (older, newer, _):
        await newer.tick()
        await older.tick()
        assert older.planning.behind() == {PROGRAMME}
        older.clock.offset += GONE_AFTER + timedelta(minutes=1)
        await older.tick()
        assert older.planning.behind() == frozenset()
        plan = await older.read(everything)
        waiting = {key for key, (_, state, *_) in plan.items() if state == "waiting"}
        assert {key.split(":")[3] for key in waiting if ":fair:" in key} == {"2026-01-15"}


async def test_who_is_overtaken_while_planning_stops(database_url: str) -> None:
    async with both(database_url) as (older, newer, elza):
        await newer.tick()
        plan = await newer.read(everything)
        planner = Planner(programme=PROGRAMME, folder="old", begun=older.planning._begun[0])
        portion = Portion(seconds=UNIT_SECONDS[False], size=1, least=1, most=PEOPLE_AT_ONCE)
        some = [elza.person]
        unit = partial(older.planning._timed, portion=portion, planner=planner, some=some)
        assert await older.store.run(unit) is False
        assert await newer.read(everything) == plan


def planner(folder: str, minutes: int) -> Planner:
    return Planner(programme="p", folder=folder, begun=NOW + timedelta(minutes=minutes))


def may(store: Store, who: Planner, minutes: float) -> bool:
    return store.run_now(lambda tx: who.may_plan(tx, NOW + timedelta(minutes=minutes)))


def test_several_with_the_same_folder_all_plan(store: Store) -> None:
    """They find the plan up to date, whoever made it."""
    first, second = planner("a", 0), planner("a", 1)
    assert [may(store, each, 2) for each in (first, second, first, second)] == [True] * 4


def test_of_three_the_last_wins_in_whatever_order_they_look(store: Store) -> None:
    old, middle, new = planner("a", 0), planner("b", 1), planner("c", 2)
    assert [may(store, each, 3) for each in (old, middle, old)] == [True, True, False]
    assert [may(store, each, 4) for each in (new, middle, old, new)] == [True, False, False, True]


def test_a_restart_with_the_old_folder_is_the_newer_one(store: Store) -> None:
    """Taking a version back is done by starting the one before."""
    new, back = planner("b", 1), planner("a", 2)
    assert may(store, new, 1)
    assert may(store, back, 3)
    assert not may(store, new, 3)


def test_who_looks_every_few_minutes_stays_and_who_has_ended_does_not(store: Store) -> None:
    old, new = planner("a", 0), planner("b", 1)
    for minutes in range(5, 60, 5):
        assert may(store, new, minutes)
        assert not may(store, old, minutes + 4)
    assert may(store, old, 55 + GONE_AFTER / timedelta(minutes=1))


def test_a_clock_that_was_far_ahead_is_not_waited_for(store: Store) -> None:
    """Somebody set the server's clock to next year for a minute."""
    ahead = planner("b", 600_000)
    assert may(store, ahead, 600_000)
    assert may(store, planner("a", 0), 1)
