"""What was granted for a date of the calendar, or done of it, and which date that is now.

Both are kept by the day the date was meant for when it was said: "plan" of 10 February. Then the
folder is edited, and the plan is due on the 12th. It is the same plan: who was given until the 17th
keeps the 17th, and who has done it is not asked again.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeAlias

from mentoring.calendar import PAIRING, Anchors, mark
from mentoring.calendar_dates import Dated, comes_once, dated, root
from mentoring.programme import Programme
from store.pairings import Pairing

Lives: TypeAlias = Sequence[tuple[Pairing | None, Anchors]]
"""What has happened in each of a person's pairings, or without one."""

SAME_THING = timedelta(days=90)
"""A date that is farther from the one something was said of is next semester's, not a moved one:
folders are used again."""


@dataclass(frozen=True, kw_only=True)
class Mark:
    """One date of an event, by the `day` it was meant for when something was `said` of it, and the
    one pairing it belonged to, if it was one; `but` are those in which that date stood elsewhere,
    since somebody was given more time."""

    event: str
    day: date
    pairing: int | None
    said: date
    but: frozenset[int | None] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Named:
    """All the dates there are in a person's lives, by the names they were meant by."""

    programme: Programme
    lives: Lives
    dates: Sequence[Mapping[str, Sequence[Dated]]]
    marks: Collection[str]

    @classmethod
    def of(cls, programme: Programme, lives: Lives) -> "Named":
        dates = [dated(programme, anchors) for _, anchors in lives]
        each_life = (found.items() for found in dates)
        marks = {mark(name, one.meant) for life in each_life for name, days in life for one in days}
        return cls(programme=programme, lives=lives, dates=dates, marks=marks)

    def by(self, one: Mark) -> Iterator[tuple[int | None, Dated]]:
        """The dates that this is about now, each with the pairing in whose life it stands."""
        for (pair, anchors), dates in zip(self.lives, self.dates, strict=True):
            life = pair.id if pair else None
            here = one.pairing in (None, life) and life not in one.but
            for each in dates.get(one.event, ()) if here else ():
                if each.meant == one.day or self._has_moved(one, each.meant, anchors):
                    yield life, each

    def _has_moved(self, one: Mark, to: date, anchors: Anchors) -> bool:
        """Its own date is gone from the calendar, and this one stands there instead. What was said
        before a pairing began is not about what begins with it."""
        if mark(one.event, one.day) in self.marks or abs(to - one.day) > SAME_THING:
            return False
        if not comes_once(self.programme, one.event):
            return False
        hangs_on = root(self.programme, one.event)
        began = anchors.pairing if hangs_on and hangs_on.to == PAIRING else None
        return began is None or one.said >= began
