"""What must be planned, worked out a second time by the simplest means: lists of days, no rules
shared with what is tested."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from mentoring.calendar import Event, Remind, When
from tests.mentoring.small_calendar import EARLY, HOLIDAYS

FIRST, YEARS = date(2024, 1, 1), 7
EVERY_DAY = tuple(FIRST + timedelta(days=n) for n in range(366 * YEARS))
SATURDAY = 5
AT = time(16)
JOINED = EARLY.date()

Grant = tuple[str, date]
"""An event and the day it was granted to."""


@dataclass(frozen=True, kw_only=True)
class DaysOff:
    """On which nobody is reminded, and those on which work counts."""

    holidays: Collection[date] = HOLIDAYS
    breaks: Collection[tuple[date, date]] = ()
    weekends: bool = False
    working: tuple[date, ...] = field(init=False)

    def __post_init__(self) -> None:
        kept = (d for d in EVERY_DAY if d.weekday() < SATURDAY and d not in self.holidays)
        object.__setattr__(self, "working", tuple(kept))

    def is_off(self, day: date) -> bool:
        weekend = self.weekends and day.weekday() >= SATURDAY
        in_break = any(first <= day <= last for first, last in self.breaks)
        return weekend or day in self.holidays or in_break

    def earlier(self, day: date) -> date:
        return max(d for d in self.working if d < day and not self.is_off(d))

    def later(self, day: date) -> date:
        return min(d for d in self.working if d > day and not self.is_off(d))


OFF = DaysOff()


def can_count(events: Sequence[Event]) -> bool:
    """Whether each has one day without an hour, its own or counted from another's."""
    return all(
        (each.when.day or each.when.to.startswith("event:")) and each.at is None for each in events
    )


def days_of(events: Sequence[Event], granted: Iterable[Grant] = ()) -> dict[str, date]:
    """The one day of each event: as written, then as granted; what hangs on it comes after."""
    more, found = dict(granted), dict[str, date]()
    for each in events:  # those that others hang on stand first
        base = each.when.day or found[each.when.to.removeprefix("event:")]
        derived = _counted(base, each.when)
        found[each.id] = max(derived, more.get(each.id, derived))
    return found


def _counted(base: date, when: When) -> date:
    if when.unit == "working_days":
        day = _working(base, when.offset)
    else:
        day = base + timedelta(days=when.offset * {"days": 1, "weeks": 7}[when.unit])
    week = [day + timedelta(days=-n if when.offset < 0 else n) for n in range(7)]
    return next(d for d in week if when.weekday in (None, d.weekday()))


def _working(base: date, count: int) -> date:
    days = OFF.working
    if count > 0:
        return days[bisect_right(days, base) + count - 1]
    if count < 0:
        return days[bisect_left(days, base) + count]
    return days[bisect_left(days, base)]


def mentions(due: date, rules: Remind, off: DaysOff = OFF) -> dict[str, tuple[date, str]]:
    """By its name, the day of each word about a date and whether it is early, on time or late."""
    meant = {f"before:{n}": due - timedelta(days=n) for n in rules.before}
    meant |= {"on_day": due} if rules.on_day else {}
    meant |= {f"late:{n}": due + timedelta(days=n) for n in rules.late}
    by_day: dict[date, str] = {}
    for tag in sorted(meant, key=lambda name: meant[name]):
        by_day[_open(meant[tag], due, off)] = tag  # of two on one day the later meant speaks
    late = {day for day, tag in by_day.items() if tag.startswith("late")}
    return {
        tag: (day, _manner(day, due))
        for day, tag in by_day.items()
        if not (off.is_off(meant[tag]) and day in late and day + timedelta(days=1) in late)
    }


def thinned(rules: Remind, pace: str | None) -> Remind:
    """Who is ahead hears the last early word only; who has not begun, the first of each kind."""
    if pace == "ahead":
        return replace(rules, before=tuple(sorted(rules.before)[:1]))
    if pace == "not-begun":
        before, late = sorted(rules.before)[-1:], sorted(rules.late)[:1]
        return replace(rules, before=tuple(before), late=tuple(late))
    return rules


def _open(day: date, due: date, off: DaysOff) -> date:
    if not off.is_off(day):
        return day
    return off.later(day) if day > due else off.earlier(day)


def _manner(day: date, due: date) -> str:
    return "on_day" if day == due else "before" if day < due else "late"


def plan(
    events: Sequence[Event],
    zone: str,
    now: datetime,
    granted: Mapping[str, date],
    done: Collection[str] = (),
    joined: date = JOINED,
) -> dict[str, datetime]:
    """Every message to come about the calendar, by its key, where more time was granted `now`.

    What lay before somebody joined is not theirs, and what can't be done later is never late.
    """
    was, found, planned = days_of(events), days_of(events, granted.items()), {}
    today = now.astimezone(ZoneInfo(zone)).date()
    for each in events:
        day = found[each.id]
        moved = day != was[each.id]
        lasting = each.kind in ("task", "questionnaire")
        rules = each.remind if lasting else replace(each.remind, late=())
        for tag, (on, manner) in mentions(day, rules).items() if day >= joined else ():
            due = datetime.combine(on, AT, ZoneInfo(zone)).astimezone(now.tzinfo)
            new = due >= now if moved else due >= now - timedelta(days=1)
            still_in_mind = on <= today + timedelta(days=1) and manner == "before"
            agreed = each.id in granted
            if new and each.id not in done and not (agreed and moved and still_in_mind):
                planned[f"event:{each.id}:1:{day}:{tag}"] = due
    return planned
