"""The ticker: APScheduler calls, every so often, what looks whether anything is due."""

from typing import Protocol

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from scheduler.firing import Firing
from scheduler.planning import Planning

FIRE_EVERY_SECONDS = 5
PLAN_EVERY_SECONDS = 300
RECOVER_EVERY_SECONDS = 15


class Recovery(Protocol):
    """Whoever handles what was accepted and not handled, and delivers what was not delivered."""

    async def recover(self) -> None: ...
    async def dispatch(self) -> None: ...


class Ticker:
    """Starts and stops the regular work of one process.

    `coalesce` and a single instance: a tick that was missed or is still running is not made up for,
    since each tick takes everything that is due anyway. Planning begins at once, beside the rest:
    in a big programme it takes a while, and answers need not wait for it.
    """

    def __init__(self, firing: Firing, planning: Planning, recovery: Recovery) -> None:
        self._firing, self._planning, self._recovery = firing, planning, recovery
        self._scheduler = AsyncIOScheduler(
            timezone="UTC",
            job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
        )

    def start(self) -> None:
        for work, seconds in (
            (self._tick, FIRE_EVERY_SECONDS),
            (self._planning.plan_ahead, PLAN_EVERY_SECONDS),
            (self._recovery.recover, RECOVER_EVERY_SECONDS),
        ):
            self._scheduler.add_job(work, "interval", seconds=seconds)
        self._scheduler.start()
        self._scheduler.add_job(self._begin)

    async def _begin(self) -> None:
        await self._planning.plan_ahead()
        await self._tick()

    async def _tick(self) -> None:
        if await self._firing.fire_due(then=self._recovery.dispatch):
            await self._recovery.recover()

    def stop(self) -> None:
        self._scheduler.shutdown(wait=False)
