"""What of a process runs beside the pages: couriers that send, polling that reads."""

import asyncio
from collections.abc import Coroutine
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

import structlog

from bot.settings import Settings
from scheduler import courier
from scheduler.courier import Courier
from store import posting
from store.posting import Share
from store.presence import Presence

if TYPE_CHECKING:
    from bot.wiring import Running

log = structlog.get_logger()

PRESENCE_SECONDS = 2.0
"""How often workers look who else is alive: after this long a dead one's share is taken over."""


class Sending:
    """The couriers and pollers of one process. Without a bot there are none."""

    def __init__(self, process: "Running", settings: Settings) -> None:
        self._process, self._settings = process, settings
        self._store = process.assistant.store
        self._presence: Presence | None = None
        self._tasks: list[asyncio.Task[None]] = []
        self._reading: list[asyncio.Task[None]] = []

    async def prepare(self) -> None:
        """Settles what a dead worker was sending, and sets up the couriers."""
        if not self._process.bots:
            return
        self._presence = Presence(self._store.engine)
        await self._share()
        assistant = self._process.assistant
        for bot in self._process.bots:
            assistant.couriers[bot.channel] = Courier(
                store=self._store,
                world=assistant.world,
                clock=assistant.clock,
                carrier=bot.api,
                worker=self._presence.worker,
                count=assistant.metrics.count,
                news=partial(self._begin, assistant.dispatch),
            )

    def _begin(self, work: Any) -> None:
        self._tasks.append(asyncio.create_task(work()))

    async def start(self) -> None:
        for bot in self._process.bots:
            await bot.known_name()
        couriers = self._process.assistant.couriers.values()
        self._tasks += [asyncio.create_task(each.run()) for each in couriers]
        if self._presence is not None:
            self._tasks.append(asyncio.create_task(self._watch()))
        polled = self._settings.telegram_mode == "polling"
        for bot in self._process.bots:
            if "telegram" in self._process.parts or (not polled and "web" in self._process.parts):
                address = None if polled else str(self._settings.public_url).rstrip("/")
                self._tasks.append(asyncio.create_task(bot.introduce(address)))
        if polled and "telegram" in self._process.parts:
            self._reading = [asyncio.create_task(each) for each in self._polling()]

    def _polling(self) -> list[Coroutine[Any, Any, None]]:
        if not self._process.bots:
            return []
        from bot.channels.telegram_bots import polling

        return [polling(bot).run() for bot in self._process.bots]

    async def _watch(self) -> None:
        """Shares the sending with the other workers alive, and takes over what the dead left."""
        while True:
            await asyncio.sleep(PRESENCE_SECONDS)
            try:
                await self._share()
            except Exception as error:  # the database is away: the next look may be luckier
                log.warning("presence unknown", error=type(error).__name__)

    async def _share(self) -> None:
        presence, now = self._presence, datetime.now(UTC)
        if presence is None:
            return
        alive = await asyncio.to_thread(presence.alive)
        found = await self._store.run(
            lambda tx: posting.recover(tx, alive or (), alive is None, now, courier.ATTEMPTS)
        )
        if found:
            log.warning("recovered what was being sent", rows=found)
        if alive and presence.worker in alive:
            share = Share(index=alive.index(presence.worker), count=len(alive))
            for each in self._process.assistant.couriers.values():
                each.set_share(share)

    async def stop(self) -> None:
        """Reads nothing more, lets what is being handled and sent finish, then lets go."""
        await _cancel(self._reading)
        await self._process.assistant.lanes.stop()
        await asyncio.gather(*(each.stop() for each in self._process.assistant.couriers.values()))
        await _cancel(self._tasks)
        for bot in self._process.bots:
            await bot.close()
        if self._presence is not None:
            await asyncio.to_thread(self._presence.close)


async def _cancel(tasks: list[asyncio.Task[None]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
