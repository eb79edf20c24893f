"""Reading one bot's updates by long polling: into the inbox first, then the next offset."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Protocol

import structlog

from scheduler import failures

log = structlog.get_logger()

PAUSES = (0.2, 1.0, 3.0, 10.0, 30.0)
DOWN_SECONDS = 300.0
"""After 401 or 409 nothing is asked for this long: somebody has to mend it first."""

TakeIn = Callable[[Sequence[dict[str, Any]]], Awaitable[None]]
"""Writes updates into the inbox; returns once they are committed."""


class Reader(Protocol):
    channel: str

    async def updates(self, offset: int | None) -> list[dict[str, Any]]: ...

    async def listen_by_polling(self) -> None: ...


class Polling:
    """Asks for updates until it is stopped.

    An offset is given only right after a batch, to confirm it. After an empty answer nothing is
    unconfirmed, so the next question goes without: the platform may by then have begun to count
    anew, at a lower number.
    """

    def __init__(self, reader: Reader, take_in: TakeIn) -> None:
        self._reader, self._take_in = reader, take_in
        self._failures = 0
        self.down = False

    async def run(self) -> None:
        offset, ready = None, False
        while True:
            try:
                if not ready:
                    await self._reader.listen_by_polling()
                    ready = True
                updates = await self._reader.updates(offset)
                await self._take_in(updates)
            except Exception as error:
                await self._pause(error)
                continue
            self._failures, self.down = 0, False
            offset = _after(updates)

    async def _pause(self, error: Exception) -> None:
        self.down = isinstance(error, failures.ChannelDown)
        if self.down:
            log.error("polling stopped", channel=self._reader.channel, reason=str(error))
            await asyncio.sleep(DOWN_SECONDS)
            return
        if not isinstance(error, failures.Uncertain):  # an empty long poll may well be cut off
            log.warning("polling failed", channel=self._reader.channel, error=type(error).__name__)
        seconds = PAUSES[min(self._failures, len(PAUSES) - 1)]
        self._failures += 1
        if isinstance(error, failures.TooFast):
            seconds = max(seconds, error.seconds)
        await asyncio.sleep(seconds)


def _after(updates: Sequence[dict[str, Any]]) -> int | None:
    """The offset that confirms these updates and no later ones."""
    numbers = [number for each in updates if isinstance(number := each.get("update_id"), int)]
    return max(numbers) + 1 if numbers else None
