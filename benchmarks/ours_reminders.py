"""Ours for `benchmarks.reminders`: reminders about tasks, through the real desk and store.

`insert` derives them from tasks as the product does, in units of work as short as its own; then
come those that will fall due. `measure` is a fresh process over that database, its clock set.
Run: python -m benchmarks.ours_reminders insert|measure URL PENDING BURST
"""

import asyncio
import gc
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from sqlalchemy import func, select, update

from benchmarks import cast
from benchmarks.cast import PROGRAMME
from benchmarks.peers.apscheduler_reminders import DUE, EMPTY_TICKS, TICKS
from benchmarks.watching import Loop, memory
from bot.wiring import assemble, load_programmes
from desk import planning
from desk.visit import Visit
from desk.world import World
from scheduler.firing import Firing
from scheduler.planning import (
    PEOPLE_AT_FIRST,
    PEOPLE_AT_ONCE,
    UNIT_SECONDS,
    keep_as_planned,
    plan_of,
)
from scheduler.portions import Portion
from store import people, tasks
from store import schema as s
from store.crypto import Keyring
from store.migrate import migrate
from store.work import Store, Tx

START = datetime(2026, 1, 12, 7, 0, tzinfo=UTC)
AGREED = START - timedelta(days=3)
EACH = 5
"""Reminders of one task: 3 days and 1 day before, on the day, 2 and 7 days late."""

FAR, FAR_DAYS = date(2026, 2, 2), 40
TICK_TASKS_DUE, BURST_TASKS_DUE = date(2026, 1, 6), date(2026, 1, 7)
"""Of these only "7 days late" is still to come, on the 13th and the 14th."""

BURST_BEGINS = datetime(2026, 1, 14, 14, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
SECRET = b"a secret for benchmarks"


@dataclass(kw_only=True)
class Still:
    """A clock that shows what it was set to."""

    at: datetime = START

    def now(self) -> datetime:
        return self.at


def world() -> World:
    """The programmes, but writing at weekends too, so that each reminder has a day of its own."""
    found = load_programmes(Path("programmes"))
    programme = found[PROGRAMME].programme
    window = replace(programme.window, weekend=True)
    found[PROGRAMME] = replace(found[PROGRAMME], programme=replace(programme, window=window))
    return World(found)


def plan(tx: Tx, world: World, portion: Portion, some: list[int]) -> None:
    with portion.timed(len(some)), tx.gathering():
        planning.read_ahead(tx, some, PROGRAMME)
        for number in some:
            found = people.taking_part(tx, number, PROGRAMME)
            assert found is not None
            visit = Visit(tx, world, *found, START, "bench")
            for task in tasks.listed(tx, found[0]):
                planning.replan_task(visit, task)


async def plan_all(store: Store, world: World, first: int, count: int) -> float:
    before = time.perf_counter()
    seconds = UNIT_SECONDS[store.postgresql]
    portion = Portion(seconds=seconds, size=PEOPLE_AT_FIRST, least=1, most=PEOPLE_AT_ONCE)
    for some in portion.cut(list(range(first, first + count))):
        await store.run(partial(plan, world=world, portion=portion, some=some))
    return time.perf_counter() - before


async def insert(url: str, pending: int, burst: int) -> dict[str, float]:
    migrate(url)
    store, loaded = Store(url, Keyring(SECRET)), world()
    near, far = TICKS * DUE + burst, pending // EACH
    dues = [TICK_TASKS_DUE] * (TICKS * DUE) + [BURST_TASKS_DUE] * burst
    cast.enter(store, 1, dues, AGREED, START)
    cast.enter(store, near + 1, cast.days(FAR, far, FAR_DAYS), AGREED, START)
    took = await plan_all(store, loaded, near + 1, far)
    found = await store.run(count)
    assert found == pending, found
    await plan_all(store, loaded, 1, near)
    await store.run(partial(crowd_into_a_minute, count=burst))
    programme = loaded.programme(PROGRAMME).programme
    plan = plan_of(programme, START)
    await store.run(partial(keep_as_planned, programme=programme, plan=plan))
    await store.close()
    return {"insert": took}


def count(tx: Tx) -> int:
    return tx.execute(select(func.count()).select_from(s.occurrences)).scalar_one()


def crowd_into_a_minute(tx: Tx, count: int) -> None:
    """The product would have spread them over its window."""
    rows = tx.execute(
        select(s.occurrences.c.id).where(
            s.occurrences.c.due_at >= BURST_BEGINS,
            s.occurrences.c.due_at < BURST_BEGINS + 180 * MINUTE,
        )
    ).scalars()
    ids = list(rows)
    assert len(ids) == count, len(ids)
    for place, row in enumerate(ids):
        at = BURST_BEGINS + MINUTE * place / count
        tx.execute(update(s.occurrences).where(s.occurrences.c.id == row), {"due_at": at})


@dataclass(kw_only=True)
class Timed:
    """The store as the firing sees it, noting when each unit of work is known to be committed."""

    store: Store
    at: list[float] = field(default_factory=list)

    async def run(self, fn: Callable[[Tx], Any], lane: int = 0) -> Any:
        found = await self.store.run(fn, lane)
        self.at.append(time.perf_counter())
        return found

    @property
    def postgresql(self) -> bool:
        return self.store.postgresql


def due_times(tx: Tx, since: datetime, until: datetime) -> list[datetime]:
    query = select(s.occurrences.c.due_at).where(
        s.occurrences.c.due_at >= since, s.occurrences.c.due_at < until
    )
    return list(tx.execute(query.order_by(s.occurrences.c.due_at, s.occurrences.c.id)).scalars())


Count = Callable[[Tx], tuple[int, int]]


def queued(tx: Tx) -> tuple[int, int]:
    """(messages in the outbox, people they are for)"""
    query = select(func.count(), func.count(s.outbox.c.person.distinct()))
    messages, whose = tx.execute(query.where(s.outbox.c.kind == "late")).one()
    return messages, whose


async def empty_tick(firing: Firing) -> float:
    before = time.perf_counter()
    assert await firing.fire_due() == 0
    return time.perf_counter() - before


async def tick(firing: Firing, clock: Still, at: datetime) -> float:
    clock.at = at
    before = time.perf_counter()
    fired = await firing.fire_due()
    assert DUE - 20 <= fired <= DUE + 20, fired  # several may be due in one second
    return (time.perf_counter() - before) * DUE / fired


def as_it_is(firing: Firing) -> tuple[Firing, Count]:
    return firing, queued


async def measure(
    url: str,
    _pending: int,
    burst: int,
    made: Callable[[Firing], tuple[Firing, Count]] = as_it_is,
) -> dict[str, float]:
    loaded, clock = world(), Still()
    before = time.perf_counter()
    store = Store(url, Keyring(SECRET))
    assistant, whole, ahead = assemble(store, loaded, clock)
    firing, counted = made(whole)
    await assistant.recover()
    await ahead.plan_ahead()
    await firing.fire_due()
    gc.freeze()  # as the product does
    start = time.perf_counter() - before
    empty = [await empty_tick(firing) for _ in range(EMPTY_TICKS)]
    idle = memory()["memory"]
    times = await store.run(partial(due_times, since=START, until=START + timedelta(days=1.5)))
    assert len(times) == TICKS * DUE, len(times)
    ticks = [await tick(firing, clock, at) for at in times[DUE - 1 :: DUE]]
    found = await flood(store, firing, clock, burst, counted)
    await store.close()
    return {
        "start": start,
        "empty": median(empty),
        "tick": median(ticks),
        **found,
        "memory": idle,
        "peak": memory()["peak"],
    }


async def flood(
    store: Store, firing: Firing, clock: Still, burst: int, counted: Count
) -> dict[str, float]:
    """All of a minute due at once, as after a stop: harder than as the minute goes."""
    timed = Timed(store=store)
    firing = replace(firing, store=timed)  # type: ignore[arg-type]
    clock.at = BURST_BEGINS + MINUTE
    async with Loop() as loop:
        before = time.perf_counter()
        fired = await firing.fire_due()
        took = timed.at
    messages, whose = await store.run(counted)
    assert messages == whose, "somebody was told twice"
    return {
        "first": took[0] - before,
        "last": took[-1] - before,
        "blocked": loop.blocked,
        "lost": TICKS * DUE + burst - messages,
        "fired": fired,
    }


if __name__ == "__main__":
    part = {"insert": insert, "measure": measure}[sys.argv[1]]
    cast.said(asyncio.run(part(sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))))
