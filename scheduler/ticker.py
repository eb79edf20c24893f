"""The ticker: APScheduler calls, every so often, what looks whether anything is due."""

from collections.abc import Awaitable, Callable
from typing import Protocol

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from desk.mishaps import where
from scheduler.firing import Firing
from scheduler.planning import Planning

FIRE_EVERY_SECONDS = 5
PLAN_EVERY_SECONDS = 300
RECOVER_EVERY_SECONDS = 15

log = structlog.get_logger()


class Recovery(Protocol):
    """Whoever handles what was accepted and not handled, and delivers what was not delivered."""

    async def recover(self) -> None: ...
    async def dispatch(self) -> None: ...


class Ticker:
    """Starts and stops the regular work of one process.

    `coalesce` and a single instance: a tick that was missed or is still running is not made up for,
    since each tick takes everything that is due anyway. Planning begins at once, beside the rest:
    in a big programme it takes a while, and answers need not wait for it. What fails is logged here
    and tried again at its next turn: APScheduler would log the error's own text, which may quote
    people.
    """

    def __init__(self, firing: Firing, planning: Planning, recovery: Recovery) -> None:
        self._firing, self._planning, self._recovery = firing, planning, recovery
        self._scheduler = AsyncIOScheduler(
            timezone="UTC",
            job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
        )

    def start(self) -> None:
        for work, seconds in (
            (self._fire, FIRE_EVERY_SECONDS),
            (self._plan, PLAN_EVERY_SECONDS),
            (self._recover, RECOVER_EVERY_SECONDS),
        ):
            self._scheduler.add_job(work, "interval", seconds=seconds)
        self._scheduler.start()
        self._scheduler.add_job(self._begin)

    async def _begin(self) -> None:
        await self._plan()
        await self._fire()

    async def _fire(self) -> None:
        await _watched("firing", self._tick)

    async def _plan(self) -> None:
        await _watched("planning", self._planning.plan_ahead)

    async def _recover(self) -> None:
        await _watched("recovering", self._recovery.recover)

    async def _tick(self) -> None:
        if await self._firing.fire_due(then=self._recovery.dispatch):
            await self._recovery.recover()

    def stop(self) -> None:
        self._scheduler.shutdown(wait=False)


async def _watched(work: str, job: Callable[[], Awaitable[None]]) -> None:
    try:
        await job()
    except Exception as error:
        log.error("tick failed", work=work, error=type(error).__name__, where=where(error))
