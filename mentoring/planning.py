"""What is to be sent when, derived from the rules each time instead of being remembered.

Every occurrence has a stable key. When a due date or a rule changes, the plan is derived again and
compared with what is stored: an extension moves every reminder that hangs on it, and nothing fires
twice.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal, TypeAlias

from mentoring.localtime import at, awake, local
from mentoring.programme import Programme

Kind: TypeAlias = Literal["nudge", "due_today", "late", "check_in", "silence", "alert"]

STALE_AFTER = timedelta(days=1)
"""A reminder missed by more than this is left out: it would only confuse."""

DAYS_AFTER_BREAK = 3
"""Days people get to arrive after a break before their silence counts."""

HORIZON_DAYS = 35


@dataclass(frozen=True, kw_only=True)
class Occurrence:
    """One message to come; `why` is plain data that lets the assistant explain it."""

    key: str
    kind: Kind
    person: int
    pairing: int | None
    subject: int | None
    due: datetime
    why: Mapping[str, str | int]


@dataclass(frozen=True, kw_only=True)
class TaskView:
    """What planning needs of a task.

    `known_since` is the instant the task or its present due date came about; with it, a nudge whose
    hour had already passed then is left out instead of arriving a minute after the task was made.
    """

    id: int
    person: int
    pairing: int | None
    due: date
    open: bool
    created: date
    known_since: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class MenteeView:
    """What planning needs of a mentee; both instants are aware UTC."""

    person: int
    pairing: int | None
    zone: str
    active_since: datetime
    last_sign: datetime


@dataclass(frozen=True, kw_only=True)
class _Reminder:
    """One day on which a task is mentioned."""

    kind: Kind
    rule: str
    days: int
    day: date

    @property
    def tag(self) -> str:
        return self.rule if self.rule == "on_day" else f"{self.rule}:{self.days}"


def plan_task(programme: Programme, task: TaskView, now: datetime) -> tuple[Occurrence, ...]:
    """The reminders of one open task that are still to come, or missed by less than a day."""
    if not task.open:
        return ()
    reminders = [each for each in _reminders(programme, task.due) if each.day >= task.created]
    planned = [_of_task(programme, task, reminder) for reminder in reminders]
    return _in_order(each for each in planned if _timely(each, now, task.known_since))


def _reminders(programme: Programme, due: date) -> Iterator[_Reminder]:
    rules = programme.reminders
    for days in rules.before:
        yield _Reminder(kind="nudge", rule="before", days=days, day=due - timedelta(days=days))
    if rules.on_day:
        yield _Reminder(kind="due_today", rule="on_day", days=0, day=due)
    for days in rules.late:
        yield _Reminder(kind="late", rule="late", days=days, day=due + timedelta(days=days))


def _of_task(programme: Programme, task: TaskView, reminder: _Reminder) -> Occurrence:
    return Occurrence(
        key=f"task:{task.id}:{task.due}:{reminder.tag}",
        kind=reminder.kind,
        person=task.person,
        pairing=task.pairing,
        subject=task.id,
        due=_waking(programme, reminder.day, programme.reminders.at, programme.zone),
        why={"rule": reminder.rule, "days": reminder.days, "due": task.due.isoformat()},
    )


def plan_check_ins(
    programme: Programme, mentee: MenteeView, now: datetime, horizon_days: int = HORIZON_DAYS
) -> tuple[Occurrence, ...]:
    """The weekly check-ins of the coming days, only in semesters and outside every break."""
    today = local(now, mentee.zone).date()
    days = [today + timedelta(days=offset) for offset in range(-2, horizon_days + 1)]
    planned = [_check_in(programme, mentee, day) for day in days if _asks_on(programme, day)]
    return _in_order(each for each in planned if _timely(each, now, mentee.active_since))


def _asks_on(programme: Programme, day: date) -> bool:
    taught = programme.semester_on(day) is not None and programme.break_on(day) is None
    return taught and day.weekday() == programme.check_in.weekday


def _check_in(programme: Programme, mentee: MenteeView, day: date) -> Occurrence:
    return Occurrence(
        key=f"check-in:{mentee.person}:{day}",
        kind="check_in",
        person=mentee.person,
        pairing=mentee.pairing,
        subject=None,
        due=_waking(programme, day, programme.check_in.at, mentee.zone),
        why={"rule": "check_in", "weekday": day.weekday(), "dialog": programme.check_in.dialog},
    )


def plan_silence(programme: Programme, mentee: MenteeView, now: datetime) -> tuple[Occurrence, ...]:
    """The one word to the mentor if no sign comes; kept when overdue, since it is sent only once.

    `now` takes no part: the day follows from the last sign alone, so that it never slides along.
    """
    day = _silence_day(programme, mentee)
    return () if mentee.pairing is None or day is None else (_silence(programme, mentee, day),)


def _silence_day(programme: Programme, mentee: MenteeView) -> date | None:
    since = max(mentee.last_sign, mentee.active_since)
    days = timedelta(days=programme.silence.mentor_after_days)
    return _after_breaks(programme, local(since, mentee.zone).date() + days)


def _after_breaks(programme: Programme, day: date) -> date | None:
    """The day itself, or some days after the break it falls into; None after the last semester."""
    grace = timedelta(days=DAYS_AFTER_BREAK)
    while True:
        if pause := programme.break_on(day):
            day = pause.last + timedelta(days=1) + grace
        elif not programme.semesters or programme.semester_on(day):
            return day
        elif following := programme.next_semester(day):
            day = following.first + grace
        else:
            return None


def _silence(programme: Programme, mentee: MenteeView, day: date) -> Occurrence:
    last_day = local(mentee.last_sign, mentee.zone).date()
    return Occurrence(
        key=f"silence:{mentee.pairing}:{last_day}",
        kind="silence",
        person=mentee.person,
        pairing=mentee.pairing,
        subject=None,
        due=_waking(programme, day, programme.silence.at, mentee.zone),
        why={
            "rule": "silence",
            "days": programme.silence.mentor_after_days,
            "last_sign": last_day.isoformat(),
        },
    )


def _waking(programme: Programme, day: date, wall: time, zone: str) -> datetime:
    return awake(at(day, wall, zone), zone, programme.quiet)


def _timely(planned: Occurrence, now: datetime, since: datetime | None) -> bool:
    return planned.due >= now - STALE_AFTER and (since is None or planned.due >= since)


def _in_order(planned: Iterator[Occurrence]) -> tuple[Occurrence, ...]:
    return tuple(sorted(planned, key=lambda each: (each.due, each.key)))
