"""How fast somebody goes, read from what they did by when; people learn at very different speeds.

It is looked at as of a day, and only at what had happened by then, so that planning again later
finds the same pace for the same day.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from mentoring.rhythm import Pace

EARLY = timedelta(days=2)
"""Done so long before its day is early; the evening before is just in time."""

ENOUGH = 2
"""One thing done early may be luck."""

NOT_BEGUN_AFTER = timedelta(days=7)
"""Nothing is done so long after something was due: by then its reminders have all been sent."""


@dataclass(frozen=True, kw_only=True)
class Step:
    """One thing with a date. `moved` is the day its owner got more time or another date."""

    due: date
    done: date | None = None
    moved: date | None = None

    @property
    def early(self) -> bool:
        """Before its day, and not because the day was moved."""
        return self.done is not None and self.moved is None and self.due - self.done >= EARLY


def pace(steps: Sequence[Step], today: date) -> Pace | None:
    """None where there is nothing to measure."""
    if not steps:
        return None
    done = sorted((each for each in steps if _by(each.done, today)), key=_when_done)
    if not done:
        return "not-begun" if _not_begun(steps, today) else "average"
    overdue = any(each.due < today and not _by(each.done, today) for each in steps)
    last = done[-ENOUGH:]
    ahead = len(last) == ENOUGH and all(each.early for each in last) and not overdue
    return "ahead" if ahead else "average"


def pace_for(before: Sequence[int], due: date, steps: Sequence[Step]) -> Pace:
    """The pace somebody has when the reminders of something begin, `before` its date: measured on
    that day and no other, it is the same whenever the plan is derived."""
    return pace(steps, due - timedelta(days=max(before, default=0))) or "average"


def _by(day: date | None, today: date) -> bool:
    return day is not None and day <= today


def _when_done(step: Step) -> tuple[date, date]:
    return step.done or date.max, step.due


def _not_begun(steps: Sequence[Step], today: date) -> bool:
    """Whoever asked for another date has begun to think about it."""
    long_due = any(each.due + NOT_BEGUN_AFTER <= today for each in steps)
    return long_due and not any(_by(each.moved, today) for each in steps)
