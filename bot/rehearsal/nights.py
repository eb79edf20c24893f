"""The nightly planning, played once in some days: half of a rehearsal's time went into it.

Planning looks 35 days ahead, and whatever changes a plan plans again at once, so that the messages
are the same; a test compares the two.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from scheduler.planning import Planning

DAYS = 7


@dataclass(frozen=True, kw_only=True)
class SparsePlanning(Planning):
    """Plans at the first stop and then once every `days` days."""

    days: int = DAYS
    _planned: list[datetime] = field(default_factory=list)

    async def plan_ahead(self) -> None:
        now = self.clock.now()
        if not self._planned or now >= self._planned[-1] + timedelta(days=self.days):
            self._planned.append(now)
            await super().plan_ahead()

    def next_after(self, instant: datetime) -> datetime:
        since = self._planned[-1] if self._planned else instant
        return super().next_after(max(instant, since + timedelta(days=self.days)))
