"""One APScheduler job per reminder in its SQLAlchemyJobStore, as its documentation teaches.

A job only puts its message into a list in memory: nothing of ours is asked of it. SQLite is set as
ours is: WAL, synchronous=FULL. Run: python -m benchmarks.peers.apscheduler_reminders insert|measure
URL PENDING BURST
"""

import asyncio
import json
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from statistics import median
from typing import Any

from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from sqlalchemy import Engine, create_engine, event

from benchmarks.watching import Loop, memory

TICKS, DUE = 7, 100
EMPTY_TICKS = 30
TEXT = "Atgādinu: mājasdarbs matemātikā līdz piektdienai."
Add = Callable[[datetime, int], Any]

queued: list[tuple[int, str]] = []
times: list[float] = []


class Goal:
    """So many messages queued."""

    def __init__(self) -> None:
        self.count, self.reached = 0, asyncio.Event()

    async def until(self, count: int) -> None:
        self.count, self.reached = count, asyncio.Event()
        await self.reached.wait()


goal = Goal()


def note(person: int, text: str) -> None:
    queued.append((person, text))
    times.append(time.perf_counter())
    if len(queued) == goal.count:
        goal.reached.set()


async def remind(person: int, text: str) -> None:
    note(person, text)


def engine(url: str) -> Engine:
    made = create_engine(url.replace("postgresql://", "postgresql+psycopg://"))
    if made.dialect.name == "sqlite":

        @event.listens_for(made, "connect")
        def durable(connection: Any, record: object) -> None:
            for pragma in ("journal_mode = WAL", "synchronous = FULL"):
                connection.execute(f"PRAGMA {pragma}")

    return made


def scheduler(url: str) -> AsyncIOScheduler:
    return AsyncIOScheduler(
        jobstores={"default": SQLAlchemyJobStore(engine=engine(url))},
        job_defaults={"misfire_grace_time": None},
        timezone=UTC,
    )


def far(number: int) -> datetime:
    """Spread over ninety days, a day from now at the earliest."""
    return datetime.now(UTC) + timedelta(days=1, seconds=number * 7919 % (90 * 86400))


async def empty_tick(of: AsyncIOScheduler) -> float:
    """The scheduler looks for what is due, in the loop's next turn."""
    before = time.perf_counter()
    of.wakeup()
    await asyncio.sleep(0)
    return time.perf_counter() - before


async def tick(of: AsyncIOScheduler, add: Add, due: int) -> float:
    """From the moment the scheduler may look until the last of `due` messages is queued."""
    of.pause()
    now, wanted = datetime.now(UTC), len(queued) + due
    for number in range(due):
        add(now, number)
    await asyncio.sleep(0)
    before = time.perf_counter()
    of.resume()
    await goal.until(wanted)
    return time.perf_counter() - before


async def burst(of: AsyncIOScheduler, add: Add, count: int) -> dict[str, float]:
    of.pause()
    begun, now = len(queued), datetime.now(UTC) - timedelta(minutes=1)
    for number in range(count):
        add(now + timedelta(minutes=1) * number / count, number)
    await asyncio.sleep(0)
    async with Loop() as loop:
        before = time.perf_counter()
        of.resume()
        await goal.until(begun + count)
    return {
        "first": times[begun] - before,
        "last": times[-1] - before,
        "blocked": loop.blocked,
        "lost": begun + count - len(queued),
    }


async def watched(of: AsyncIOScheduler, add: Add, count: int) -> dict[str, float]:
    """All but the insert, over a scheduler that runs."""
    empty = [await empty_tick(of) for _ in range(EMPTY_TICKS)]
    idle = memory()["memory"]
    ticks = [await tick(of, add, DUE) for _ in range(TICKS)]
    found = {"empty": median(empty), "tick": median(ticks), **await burst(of, add, count)}
    return {**found, "memory": idle, "peak": memory()["peak"]}


async def insert(url: str, pending: int, _count: int) -> dict[str, float]:
    made = scheduler(url)
    made.start(paused=True)
    before = time.perf_counter()
    for number in range(pending):
        made.add_job(remind, "date", run_date=far(number), args=(number, TEXT))
    took = time.perf_counter() - before
    made.shutdown()
    return {"insert": took}


async def measure(url: str, _pending: int, count: int) -> dict[str, float]:
    before = time.perf_counter()
    made = scheduler(url)
    made.start()
    await asyncio.sleep(0)
    start = time.perf_counter() - before

    def add(at: datetime, number: int) -> None:
        made.add_job(remind, "date", run_date=at, args=(number, TEXT))

    found = await watched(made, add, count)
    made.shutdown()
    return {"start": start, **found}


if __name__ == "__main__":
    part = {"insert": insert, "measure": measure}[sys.argv[1]]
    print(json.dumps(asyncio.run(part(sys.argv[2], int(sys.argv[3]), int(sys.argv[4])))))
