"""Winding the clock: it stops, in order, wherever something falls due on the way."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from scheduler.clock import WoundClock
from scheduler.delivery import WebDelivery
from scheduler.errors import NotForwards, TooFar
from scheduler.firing import Firing
from scheduler.planning import Planning
from store import journal, occurrences
from store.work import Store

FACT = "clock"
LONGEST = timedelta(days=400)


@dataclass(frozen=True, kw_only=True)
class Winding:
    store: Store
    clock: WoundClock
    firing: Firing
    planning: Planning
    delivery: WebDelivery

    async def wind(self, to: datetime) -> None:
        """Returns once all that fell due on the way is delivered. Raises NotForwards, TooFar."""
        now = self.clock.now()
        if to < now - timedelta(minutes=1):
            raise NotForwards(to, now)
        if to - now > LONGEST:
            raise TooFar((to - now).days, LONGEST.days)
        while (stop := await self._next_stop()) is not None and stop <= to:
            await self._be_at(stop)
        await self._be_at(to)

    async def _next_stop(self) -> datetime | None:
        due = await self.store.run(occurrences.next_due)
        planned = self.planning.next_after(self.clock.now())
        return planned if due is None else min(due, planned)

    async def _be_at(self, instant: datetime) -> None:
        self.clock.wind(instant)
        offset = self.clock.offset / timedelta(microseconds=1)
        await self.store.run(partial(journal.set_fact, name=FACT, value=offset))
        await self.planning.plan_ahead()
        await self.firing.fire_due()
        await self.delivery.flush()
