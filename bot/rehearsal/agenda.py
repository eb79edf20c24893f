"""What people are going to do and when, in the order of time; at one moment, in order of entry."""

import heapq
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from itertools import count

from mentoring.localtime import at, local

Deed = Callable[[], Awaitable[None]]
UP_FROM, UP_UNTIL = time(9, 30), time(20, 0)


def by_day(instant: datetime, zone: str) -> datetime:
    """The same instant, or the next morning: invented people write in the daytime."""
    here = local(instant, zone)
    if UP_FROM <= here.time() <= UP_UNTIL:
        return instant
    late = here.time() > UP_UNTIL
    return at(here.date() + timedelta(days=late), UP_FROM, zone)


@dataclass(kw_only=True)
class Agenda:
    zone: str
    _heap: list[tuple[datetime, int, Deed]] = field(default_factory=list)
    _count: "count[int]" = field(default_factory=count)

    def add(self, instant: datetime, deed: Deed) -> None:
        heapq.heappush(self._heap, (by_day(instant, self.zone), next(self._count), deed))

    @property
    def next(self) -> datetime | None:
        return self._heap[0][0] if self._heap else None

    def take(self, until: datetime) -> Deed | None:
        """The next deed that is due, if there is one."""
        if self._heap and self._heap[0][0] <= until:
            return heapq.heappop(self._heap)[2]
        return None
