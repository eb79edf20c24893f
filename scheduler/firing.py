"""Firing what has fallen due: claimed in batches, in which one that fails is alone in failing."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

import structlog

from desk import falling_due
from desk.daily import OWN_KINDS
from desk.world import World
from scheduler.clock import Clock
from store import claiming, occurrences
from store.occurrences import Due
from store.work import Store, Tx

log = structlog.get_logger()

FAILED = "failed"

AT_ONCE = 100
"""A unit of work stays short, so that neither replies nor what is being sent waits long for it."""

AT_FIRST = 25
"""The first of many leave the sooner."""

LANE = 1
"""On PostgreSQL another writer than the couriers'."""


def _none() -> frozenset[str]:
    return frozenset()


@dataclass(frozen=True, kw_only=True)
class Firing:
    """Fires due occurrences; several processes on PostgreSQL share them, rows claimed locked.

    `behind` names the programmes whose plan may be an old one. What is planned from their calendar
    and rules waits; alarms, announcements and what people began themselves do not.
    """

    store: Store
    world: World
    clock: Clock
    behind: Callable[[], frozenset[str]] = _none

    async def fire_due(self) -> int:
        """Fires until nothing is due any more; returns how many were looked at."""
        total = count = await self._some(AT_FIRST)
        while count > 0:
            total += (count := await self._some(AT_ONCE))
        return total

    async def _some(self, most: int) -> int:
        return await self.store.run(partial(self._batch, most=most), lane=LANE)

    def _batch(self, tx: Tx, most: int) -> int:
        now = self.clock.now()
        found = self._due(tx, now, most)
        if tx.guarded(lambda: self._fire(tx, found, now)) is not None:
            for due in found:
                error = tx.guarded(partial(falling_due.fire, tx, self.world, due, now))
                if error is not None:
                    self._give_up(tx, due, error)
        return len(found)

    def _due(self, tx: Tx, now: datetime, most: int) -> list[Due]:
        behind = self.behind()
        if behind:
            return claiming.due_but(tx, now, most, behind, OWN_KINDS)
        return occurrences.due(tx, now, most)

    def _fire(self, tx: Tx, found: list[Due], now: datetime) -> None:
        """All of them; where one fails, all are undone and each gets a savepoint of its own."""
        for due in found:
            falling_due.fire(tx, self.world, due, now)

    def _give_up(self, tx: Tx, due: Due, error: Exception) -> None:
        """One that can't be fired is put aside, visibly, so that the others go on."""
        log.error("occurrence failed", key=due.key, error=type(error).__name__)
        occurrences.settle(tx, due.id, FAILED, type(error).__name__)
