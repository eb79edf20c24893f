"""Firing what has fallen due: claimed in batches, in which one that fails is alone in failing."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial

import structlog

from desk import falling_due
from desk.mishaps import where
from desk.world import World
from mentoring.digest import ALERT
from scheduler.clock import Clock
from scheduler.portions import Portion
from store import occurrences
from store.errors import of_database
from store.occurrences import FAILED, Due
from store.work import Store, Tx

log = structlog.get_logger()

AGAIN_AFTER = timedelta(minutes=1)

AT_LEAST, AT_ONCE = 25, 200
UNIT_SECONDS = {False: 0.015, True: 0.030}
"""A unit of work stays short, so that neither replies nor what is being sent waits long for it. On
PostgreSQL most of them have another writer, and each unit costs a dozen round trips."""

LANE = 1
"""On PostgreSQL another writer than the couriers'."""


def _none() -> frozenset[str]:
    return frozenset()


def _few() -> Portion:
    return Portion(seconds=UNIT_SECONDS[False], size=AT_LEAST, least=AT_LEAST, most=AT_ONCE)


@dataclass(frozen=True, kw_only=True)
class Firing:
    """Fires due occurrences; several processes on PostgreSQL share them, person by person.

    `behind` names the programmes whose plan may be an old one. What is planned from their calendar
    and rules waits; alarms, announcements and what people began themselves do not. `portion` is
    kept from tick to tick: how many fit into a unit of work changes with the machine, not with the
    minute, and each unit costs a commit.
    """

    store: Store
    world: World
    clock: Clock
    behind: Callable[[], frozenset[str]] = _none
    portion: Portion = field(default_factory=_few)

    def __post_init__(self) -> None:
        self.portion.seconds = UNIT_SECONDS[self.store.postgresql]

    async def fire_due(self, then: Callable[[], Awaitable[None]] | None = None) -> int:
        """Fires until nothing is due any more; returns how many were looked at.

        What was said is on disk after each unit of work: `then` lets it leave before the next.
        """
        total = 0
        while (count := await self.store.run(self._batch, lane=LANE)) > 0:
            total += count
            if then is not None:
                await then()
        return total

    def _batch(self, tx: Tx) -> int:
        now = self.clock.now()
        found = falling_due.claim(tx, now, self.portion.size, self.behind())
        with self.portion.timed(len(found)):
            error = tx.guarded(lambda: self._fire(tx, found, now)) if found else None
        if error is not None:
            log.warning("fired one by one", count=len(found), error=type(error).__name__)
            self._fire_each(tx, found, now)
        return len(found)

    def _fire(self, tx: Tx, found: list[Due], now: datetime) -> None:
        """All of them; where one fails, all are undone and each gets a savepoint of its own."""
        with tx.gathering():
            falling_due.read_ahead(tx, found, now)
            for due in found:
                falling_due.fire(tx, self.world, due, now)

    def _fire_each(self, tx: Tx, found: list[Due], now: datetime) -> None:
        for due in found:
            error = tx.guarded(partial(falling_due.fire, tx, self.world, due, now))
            if error is not None:
                self._not_fired(tx, due, error, now)

    def _not_fired(self, tx: Tx, due: Due, error: Exception, now: datetime) -> None:
        """What was the database's trouble is tried again soon, and an alarm always is. Any other
        that can't be fired is put aside, visibly, so that the rest goes on."""
        again = due.kind == ALERT or of_database(error)
        said = "occurrence put off" if again else "occurrence failed"
        log.error(said, key=due.key, error=type(error).__name__, where=where(error))
        if again:
            occurrences.put_off(tx, due.id, now + AGAIN_AFTER, due.note)
        else:
            occurrences.settle(tx, due.id, FAILED, type(error).__name__)
