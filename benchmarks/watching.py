"""What a benchmark watches beside its own work: the event loop's longest block, the memory."""

import asyncio
import time
from pathlib import Path
from types import TracebackType

EVERY = 0.001


class Loop:
    """The longest time the event loop kept a timer waiting inside the block, in seconds."""

    def __init__(self) -> None:
        self.blocked = 0.0

    async def __aenter__(self) -> "Loop":
        self._probe = asyncio.create_task(self._watch())
        await asyncio.sleep(0)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        await asyncio.sleep(2 * EVERY)  # so that a block at the very end is seen too
        self._probe.cancel()

    async def _watch(self) -> None:
        while True:
            before = time.perf_counter()
            await asyncio.sleep(EVERY)
            self.blocked = max(self.blocked, time.perf_counter() - before - EVERY)


def memory() -> dict[str, float]:
    """MB resident now and at most so far."""
    found = {}
    for line in Path("/proc/self/status").read_text().splitlines():
        name, _, value = line.partition(":")
        if name in ("VmRSS", "VmHWM"):
            found["memory" if name == "VmRSS" else "peak"] = int(value.split()[0]) / 1024
    return found
