"""The kill switch: ends the process the n-th time it passes a named point. Nothing else changes.

Each point wraps one function of the product where the fault list of `make torture` puts it; the
function itself runs as it is.
"""

import asyncio
import os
import signal
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import Any

from alembic.ddl.impl import DefaultImpl

from bot.assistant import Assistant
from bot.channels.telegram import Telegram
from desk import arriving, falling_due, news, resting
from scheduler.courier import Courier
from scheduler.firing import Firing
from store import erasing, held, inbox, occurrences, posting

Concerns = Callable[..., bool]
"""Whether a pass with these arguments counts."""


@dataclass(frozen=True, kw_only=True)
class Probe:
    """`nth` pass of `point`; with `text`, only passes that carry a message that holds it count."""

    point: str
    nth: int = 1
    text: str = ""
    signal: int = signal.SIGKILL


class Switch:
    """Counts passes, on whatever thread they happen."""

    def __init__(self, probe: Probe) -> None:
        self._probe, self._passes, self._lock = probe, 0, threading.Lock()

    def carries(self, _carrier: Any, parcel: Any) -> bool:
        """Whether this parcel holds the probe's text."""
        return self._probe.text in str((parcel.body or {}).get("text"))

    def passed(self) -> None:
        with self._lock:
            self._passes += 1
            if self._passes == self._probe.nth:
                os.kill(os.getpid(), self._probe.signal)


def _always(*_given: Any, **_named: Any) -> bool:
    return True


def _before(owner: Any, name: str, switch: Switch, concerns: Concerns = _always) -> None:
    real = getattr(owner, name)

    @wraps(real)
    def wrapped(*given: Any, **named: Any) -> Any:
        if concerns(*given, **named):
            switch.passed()
        return real(*given, **named)

    setattr(owner, name, wrapped)


def _after(owner: Any, name: str, switch: Switch, concerns: Concerns = _always) -> None:
    real = getattr(owner, name)

    @wraps(real)
    def wrapped(*given: Any, **named: Any) -> Any:
        result = real(*given, **named)
        if concerns(*given, **named):
            switch.passed()
        return result

    @wraps(real)
    async def awaited(*given: Any, **named: Any) -> Any:
        result = await real(*given, **named)
        if concerns(*given, **named):
            switch.passed()
        return result

    setattr(owner, name, awaited if asyncio.iscoroutinefunction(real) else wrapped)


def _fired(_tx: Any, _row: Any, state: str, *_more: Any, **_named: Any) -> bool:
    return state == occurrences.FIRED


def _rows(_tx: Any, _worker: str, settled: Any, _now: Any) -> bool:
    return bool(settled)


def _some(_courier: Any, parcels: Any, *_more: Any) -> bool:
    return bool(parcels)


POINTS: Mapping[str, Callable[[Switch], None]] = {
    "before the inbox commit": lambda switch: _after(arriving, "accept", switch),
    "before the acknowledgement": lambda switch: _after(Assistant, "take_in", switch),
    "in the handler": lambda switch: _before(inbox, "done", switch),
    "after the outbox commit": lambda switch: _after(Assistant, "_handle", switch),
    "claimed, before the send": lambda switch: _before(Courier, "_start", switch, _some),
    "before the send": lambda switch: _before(Telegram, "send", switch, switch.carries),
    "after the send, before the mark": lambda switch: _after(
        Telegram, "send", switch, switch.carries
    ),
    "in the mark's transaction": lambda switch: _after(posting, "settle", switch, _rows),
    "in mid-firing": lambda switch: _after(falling_due, "fire", switch),
    "after firing": lambda switch: _after(Firing, "fire_due", switch),
    "held, before the commit": lambda switch: _after(resting, "plan", switch),
    "released, before the commit": lambda switch: _after(held, "release", switch),
    "news in words": lambda switch: _after(news, "tell", switch),
    "in mid-erasure": lambda switch: _before(erasing, "_end_pairings", switch),
    "in mid-migration": lambda switch: _before(DefaultImpl, "_exec", switch),
}


def install(probe: Probe) -> None:
    """Once in a process, before the product starts."""
    POINTS[probe.point](Switch(probe))
