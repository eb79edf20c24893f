"""What is to be sent when, derived from the rules each time instead of being remembered.

Every occurrence has a stable key. When a due date or a rule changes, the plan is derived again and
compared with what is stored: an extension moves every reminder that hangs on it, and nothing fires
twice. How a person lives (`rhythm`) and how many are written to (`crowd`) change instants and leave
things out, but never a key.
"""

from collections.abc import Collection, Mapping
from datetime import date, datetime, timedelta

from mentoring.localtime import local
from mentoring.mentions import ONE_DAY, Mention, Rule, day_off, mentions
from mentoring.occurrence import HORIZON_DAYS as HORIZON_DAYS
from mentoring.occurrence import STALE_AFTER as STALE_AFTER
from mentoring.occurrence import Kind as Kind
from mentoring.occurrence import Occurrence as Occurrence
from mentoring.occurrence import in_order
from mentoring.planning_events import plan_events as plan_events
from mentoring.programme import Programme
from mentoring.rhythm import DEFAULT as DEFAULT
from mentoring.rhythm import Rhythm as Rhythm
from mentoring.rhythm import moment
from mentoring.silence import DAYS_AFTER_BREAK as DAYS_AFTER_BREAK
from mentoring.silence import plan_mentor_silence as plan_mentor_silence
from mentoring.silence import plan_silence as plan_silence
from mentoring.spreading import spread
from mentoring.views import EventView as EventView
from mentoring.views import MenteeView as MenteeView
from mentoring.views import MentorView as MentorView
from mentoring.views import TaskView as TaskView

CHECK_IN_WAITS_DAYS = 3
"""A check-in makes room for so many days; asked later, "how was your week" is about another."""

DAYS_BETWEEN = timedelta(days=5)
"""Whoever was asked on Friday and chooses Mondays from now on isn't asked after a weekend."""

DAYS_BACK = 2
"""Days before today whose check-in may still be to come."""

KIND_OF: Mapping[Rule, Kind] = {"before": "nudge", "on_day": "due_today", "late": "late"}


def plan_task(
    programme: Programme,
    task: TaskView,
    now: datetime,
    *,
    rhythm: Rhythm = DEFAULT,
    crowd: int = 0,
) -> tuple[Occurrence, ...]:
    """The reminders of one open task that are still to come, or missed by less than a day."""
    if not task.open:
        return ()
    zone = task.zone or programme.zone
    planned = []
    for each in mentions(programme, programme.reminders, task.due, rhythm):
        base = moment(programme, rhythm, each.day, programme.reminders.at, zone)
        if _is_news(task, each, base, zone):
            due = spread(programme, task.person, each.day, base, crowd, zone=zone, rhythm=rhythm)
            planned.append(_of_task(task, each, due))
    return in_order(each for each in planned if each.due >= now - STALE_AFTER)


def _is_news(task: TaskView, mention: Mention, base: datetime, zone: str) -> bool:
    """Whether there is anything to say: nothing of before the date was known, and no early word on
    the morrow of agreeing on another one, while it is still in everybody's mind."""
    if mention.day < task.created:
        return False
    if task.known_since is None:
        return True
    morrow = local(task.known_since, zone).date() + ONE_DAY
    fresh = task.moved and mention.rule == "before" and mention.day <= morrow
    return base >= task.known_since and not fresh


def _of_task(task: TaskView, mention: Mention, due: datetime) -> Occurrence:
    return Occurrence(
        key=f"task:{task.id}:{task.due}:{mention.tag}",
        kind=KIND_OF[mention.rule],
        person=task.person,
        pairing=task.pairing,
        subject=task.id,
        due=due,
        why=mention.why | {"due": task.due.isoformat()},
    )


def plan_check_ins(
    programme: Programme,
    mentee: MenteeView,
    now: datetime,
    horizon_days: int = HORIZON_DAYS,
    *,
    rhythm: Rhythm = DEFAULT,
    crowd: int = 0,
) -> tuple[Occurrence, ...]:
    """The weekly check-ins of the coming days, only in semesters, outside breaks and holidays."""
    today = local(now, mentee.zone).date()
    planned = []
    for day in (today + timedelta(days=n) for n in range(-DAYS_BACK, horizon_days + 1)):
        if _is_check_in_day(programme, day, rhythm) and not asked_lately(day, mentee.last_asked):
            base = moment(programme, rhythm, day, programme.check_in.at, mentee.zone)
            if base >= mentee.active_since:
                due = spread(
                    programme, mentee.person, day, base, crowd, zone=mentee.zone, rhythm=rhythm
                )
                planned.append(_check_in(programme, mentee, day, due))
    return in_order(each for each in planned if each.due >= now - STALE_AFTER)


def asked_lately(day: date, last: date | None) -> bool:
    """Whether the last check-in lies so near that another one would be one too many."""
    return last is not None and last < day < last + DAYS_BETWEEN


def _is_check_in_day(programme: Programme, day: date, rhythm: Rhythm) -> bool:
    weekday = programme.check_in.weekday if rhythm.weekday is None else rhythm.weekday
    return day.weekday() == weekday and _may_ask(programme, day, rhythm)


def _may_ask(programme: Programme, day: date, rhythm: Rhythm = DEFAULT) -> bool:
    """Whether a check-in may be asked on that day, weekends included."""
    taught = programme.semester_on(day) is not None and programme.break_on(day) is None
    quiet = day_off(programme, day) or rhythm.paused_on(day) or _is_ending(programme, day)
    return taught and not quiet


def _is_ending(programme: Programme, day: date) -> bool:
    """Whether the semester is so near its end that "how was your week" would spoil the farewell."""
    term = programme.semester_on(day)
    left = timedelta(days=programme.check_in.ends_days_before)
    return term is not None and day > term.last - left


def free_day(
    programme: Programme, day: date, rhythm: Rhythm = DEFAULT, busy: Collection[date] = frozenset()
) -> date | None:
    """The next school day within three on which a check-in may be asked instead, if there is one.

    Never at the weekend: what made room for tasks isn't worth a free Saturday.
    """
    for number in range(1, CHECK_IN_WAITS_DAYS + 1):
        later = day + timedelta(days=number)
        free = programme.is_school_day(later) and later not in busy
        if free and not rhythm.paused_on(later) and not _is_ending(programme, later):
            return later
    return None


def _check_in(programme: Programme, mentee: MenteeView, day: date, due: datetime) -> Occurrence:
    why: dict[str, str | int] = {"rule": "check_in", "weekday": day.weekday()}
    return Occurrence(
        key=f"check-in:{mentee.person}:{day}",
        kind="check_in",
        person=mentee.person,
        pairing=mentee.pairing,
        subject=None,
        due=due,
        why={**why, "dialog": programme.check_in.dialog},
    )
