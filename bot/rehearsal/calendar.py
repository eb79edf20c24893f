"""The rehearsal's calendar as values for the page: months, days, and what came on each day."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.rehearsal.play import Rehearsal
from bot.rehearsal.told import Told
from mentoring.programme import ROLES

GROUPS = {
    "nudge": "reminder",
    "due_today": "reminder",
    "late": "reminder",
    "check_in": "check_in",
    "silence": "silence",
}
KINDS = ("reminder", "check_in", "silence", "notice")
LEFT_OUT = ("reply", "hello")


@dataclass(frozen=True, kw_only=True)
class Mark:
    """So many messages of one group to one role on one day."""

    role: str
    group: str
    count: int


@dataclass(frozen=True, kw_only=True)
class Day:
    """`outside` days belong to the month but not to the rehearsal."""

    day: date
    outside: bool
    pause: str | None
    closed: bool
    marks: tuple[Mark, ...]


@dataclass(frozen=True, kw_only=True)
class Month:
    first: date
    days: tuple[Day, ...]


def group(kind: str) -> str:
    """Which sign of the calendar stands for this kind of message."""
    return GROUPS.get(kind, "notice")


def months(played: Rehearsal) -> list[Month]:
    """From the month of the first day to that of the last."""
    marks = _marks(played.told)
    found, first = [], played.first.replace(day=1)
    while first <= played.last:
        following = (first + timedelta(days=31)).replace(day=1)
        days = [_day(played, day, marks) for day in _days(first, following)]
        found.append(Month(first=first, days=tuple(days)))
        first = following
    return found


def _days(first: date, end: date) -> Iterator[date]:
    for number in range((end - first).days):
        yield first + timedelta(days=number)


def _marks(told: Sequence[Told]) -> dict[date, list[Mark]]:
    counts = Counter(
        (each.at.date(), each.role, group(each.kind)) for each in told if each.kind not in LEFT_OUT
    )
    found: dict[date, list[Mark]] = {}
    for (day, role, name), count in counts.items():
        found.setdefault(day, []).append(Mark(role=role, group=name, count=count))
    for marks in found.values():
        marks.sort(key=lambda mark: (ROLES.index(mark.role), KINDS.index(mark.group)))
    return found


def _day(played: Rehearsal, day: date, marks: dict[date, list[Mark]]) -> Day:
    pause = played.programme.break_on(day)
    return Day(
        day=day,
        outside=not played.first <= day <= played.last,
        pause=pause.name[played.language] if pause else None,
        closed=pause is not None and not pause.mentoring,
        marks=tuple(marks.get(day, ())),
    )
