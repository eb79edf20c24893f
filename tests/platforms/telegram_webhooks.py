"""Delivery of updates to webhooks: in order within a chat, held there until one is taken."""

import asyncio
import time
from collections import deque
from collections.abc import Coroutine
from typing import Any

import aiohttp

from tests.platforms.telegram_state import BotState, Pending, Webhook, World

TIMEOUT = 10.0  # seconds; the real server waits for up to a minute
FIRST_PAUSE, LAST_PAUSE = 0.05, 5.0  # seconds; the real server's are longer
HEADER = "X-Telegram-Bot-Api-Secret-Token"


class Webhooks:
    def __init__(self, world: World) -> None:
        self._world = world
        self._tasks: set[asyncio.Task[None]] = set()
        self._busy: dict[str, int] = {}
        self._session: aiohttp.ClientSession | None = None

    async def start(self) -> None:
        self._session = aiohttp.ClientSession(
            timeout=aiohttp.ClientTimeout(total=TIMEOUT), connector=aiohttp.TCPConnector(limit=0)
        )
        self._spawn(self._watch())

    async def stop(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._session is not None:
            await self._session.close()

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _watch(self) -> None:
        while True:
            with self._world.signal.condition:
                for bot in list(self._world.bots.values()):
                    self._begin(bot)
            await self._world.signal.wait(None)

    def _begin(self, bot: BotState) -> None:
        hook = bot.webhook
        while hook and bot.queue.ready and self._busy.get(bot.token, 0) < hook.max_connections:
            lane = next(iter(bot.queue.ready))
            del bot.queue.ready[lane]
            if sequences := bot.queue.lanes.get(lane):
                self._busy[bot.token] = self._busy.get(bot.token, 0) + 1
                self._spawn(self._serve(bot, hook, lane, sequences))

    async def _serve(
        self, bot: BotState, hook: Webhook, lane: object, sequences: deque[int]
    ) -> None:
        """The lane's updates one after another, for as long as the webhook stands."""
        pause = FIRST_PAUSE
        try:
            while sequences and bot.webhook is hook:
                head = sequences[0]
                if await self._deliver(hook, bot.queue.items[head]):
                    pause = FIRST_PAUSE
                    self._confirm(bot, head)
                    continue
                await asyncio.sleep(pause)
                pause = min(2 * pause, LAST_PAUSE)
        finally:
            self._busy[bot.token] -= 1
            with self._world.signal.condition:
                if sequences and bot.queue.lanes.get(lane) is sequences:
                    bot.queue.ready[lane] = None
            self._world.signal.notify()

    def _confirm(self, bot: BotState, sequence: int) -> None:
        with self._world.signal.condition:
            bot.queue.confirm([sequence])
        self._world.signal.notify()

    async def _deliver(self, hook: Webhook, pending: Pending) -> bool:
        assert self._session is not None
        headers = {HEADER: hook.secret} if hook.secret else {}
        try:
            async with self._session.post(
                hook.url, json=pending.update, headers=headers
            ) as response:
                await response.read()
        except (aiohttp.ClientError, TimeoutError) as error:
            self._failed(hook, f"Connection failed: {type(error).__name__}")
            return False
        if not 200 <= response.status < 300:
            words = f"Wrong response from the webhook: {response.status} {response.reason}"
            self._failed(hook, words)
            return False
        return True

    def _failed(self, hook: Webhook, words: str) -> None:
        with self._world.signal.condition:
            hook.last_error, hook.last_error_at = words, int(time.time())
        self._world.signal.notify()
