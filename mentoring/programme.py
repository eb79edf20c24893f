"""A mentoring programme as data: its words, rules, calendar and manners.

A coordinator writes these values in a programme folder; nothing here reads a file or a clock. All
dates and wall times are local, because that is what people agree on.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from functools import cached_property
from itertools import groupby
from typing import Any, Literal, TypeAlias

from mentoring.calendar import Event, Phase
from mentoring.text import Text as Text

ROLES = ("mentee", "mentor", "coordinator")

RESULTS = "results"
RETAINED = ("messages", "check_ins", RESULTS, "questions", "diary", "people", "audit")
"""The kinds of record with a retention period; a kind without one would be kept for ever. Where a
folder names none for results, they are kept as long as check-ins."""

Decider: TypeAlias = Literal["mentor", "coordinator", "teacher"]
"""`teacher` is for programmes of a school: whoever coordinates there decides."""

Does: TypeAlias = Literal["other-question", "tell-mentor", "tell-coordinator", "ask-mentor"]

DAILY_ORDER = (
    *("meeting", "due_today", "unanswered", "late"),
    *("silence", "nudge", "event", "news", "check_in"),
)
"""What matters most on a day, first. A meeting can't be caught up with, a question can wait; who
waits for a promised answer is worse off than what is late already."""

SATURDAY = 5


DAYS_OFF_ANYWHERE = 4
"""Weekends are everywhere, and a run of days off may begin or end in one that is not in sight."""


@dataclass(frozen=True, kw_only=True)
class Rules:
    """Who may take part, and how much. Hours are academic hours per mentee and calendar month."""

    min_age: int = 13
    mentees_per_mentor: int = 6
    hours_per_month: int = 20
    academic_minutes: int = 40


@dataclass(frozen=True, kw_only=True)
class Semester:
    """The days, both included, for which one support plan stands."""

    id: str
    first: date
    last: date

    @property
    def days(self) -> tuple[date, ...]:
        count = (self.last - self.first).days + 1
        return tuple(self.first + timedelta(days=number) for number in range(count))

    def covers(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True, kw_only=True)
class Break:
    """School holidays, both days included; `mentoring` says whether pairs may meet in them."""

    id: str
    name: Text
    first: date
    last: date
    mentoring: bool

    def covers(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True, kw_only=True)
class Quiet:
    """The hours in which nobody is disturbed, usually over midnight; equal ends mean none."""

    start: time
    end: time

    def covers(self, wall: time) -> bool:
        if self.start <= self.end:
            return self.start <= wall < self.end
        return wall >= self.start or wall < self.end


@dataclass(frozen=True, kw_only=True)
class Window:
    """The hours, both ends included, in which the assistant writes without being asked.

    Without `weekend` that is so from Monday to Friday only. A time that people chose themselves and
    what begins at an hour are not held to it.
    """

    start: time
    end: time
    weekend: bool = True

    def covers(self, wall: time) -> bool:
        return self.start <= wall <= self.end


@dataclass(frozen=True, kw_only=True)
class Reminders:
    """Days before and after a due date on which a task is mentioned, all at one wall time."""

    before: tuple[int, ...]
    on_day: bool
    late: tuple[int, ...]
    at: time


@dataclass(frozen=True, kw_only=True)
class CheckIn:
    """The weekly question how it goes. `weekday` counts from Monday, 0, to Sunday, 6.

    In the last `ends_days_before` days of a semester, its last day among them, it isn't asked.
    """

    weekday: int
    at: time
    dialog: str
    ends_days_before: int = 0


@dataclass(frozen=True, kw_only=True)
class Rung:
    """One step of a ladder: what is done after so many days without a sign.

    With `again_days` it is done again every so many days, as long as the silence lasts.
    """

    after_days: int
    does: Does
    again_days: int | None = None


@dataclass(frozen=True, kw_only=True)
class Silence:
    """What happens when somebody no longer writes, and at what wall time.

    `ladder` is for mentees, `mentors` for mentors; without a ladder the mentor is told once.
    `mentor_after_days` is when silence counts as such in a coordinator's overview, too.
    """

    mentor_after_days: int
    at: time
    ladder: tuple[Rung, ...] = ()
    mentors: tuple[Rung, ...] = ()

    @property
    def rungs(self) -> tuple[Rung, ...]:
        return self.ladder or (Rung(after_days=self.mentor_after_days, does="tell-mentor"),)


@dataclass(frozen=True, kw_only=True)
class Daily:
    """How many unprompted messages one person gets on one day, and what comes first in them."""

    limit: int = 1
    order: tuple[str, ...] = DAILY_ORDER


@dataclass(frozen=True, kw_only=True)
class Extensions:
    """Who may move a due date, and by how many days the assistant offers to move it.

    A task's first wish of up to `automatic_days` needs nobody: the programme grants it, once.
    """

    decides: Decider
    suggest_days: tuple[int, ...]
    automatic_days: int = 0


@dataclass(frozen=True, kw_only=True)
class Support:
    """When a person answers, so that the assistant promises no more than people keep.

    What is asked on a day off is answered within `weekend_within_hours`.
    """

    working_from: time
    working_to: time
    weekend: bool
    answer_within_hours: int
    weekend_within_hours: int | None = None


@dataclass(frozen=True, kw_only=True)
class Helpline:
    """A number that is called in danger or need, and whose it is."""

    number: str
    name: Text


@dataclass(frozen=True, kw_only=True)
class Programme:
    """Everything one programme decides for itself; the product guesses none of it."""

    id: str
    name: Text
    languages: tuple[str, ...]
    zone: str
    roles: Mapping[str, Text]
    rules: Rules = field(default_factory=Rules)
    semesters: tuple[Semester, ...]
    breaks: tuple[Break, ...]
    quiet: Quiet
    window: Window
    reminders: Reminders
    check_in: CheckIn
    silence: Silence
    extensions: Extensions
    support: Support
    helplines: tuple[Helpline, ...]
    helplines_reviewed: date
    contacts: Text
    retention: Mapping[str, int]
    safety_contacts: tuple[str, ...]
    country: str | None = None
    holidays: frozenset[date] = frozenset()
    phases: tuple[Phase, ...] = ()
    events: tuple[Event, ...] = ()
    daily: Daily = field(default_factory=Daily)

    def semester_on(self, day: date) -> Semester | None:
        return next((term for term in self.semesters if term.covers(day)), None)

    def break_on(self, day: date) -> Break | None:
        return next((pause for pause in self.breaks if pause.covers(day)), None)

    def next_semester(self, day: date) -> Semester | None:
        """The first semester that begins after the day."""
        later = [term for term in self.semesters if term.first > day]
        return min(later, key=lambda term: term.first, default=None)

    def is_working_day(self, day: date) -> bool:
        """Monday to Friday, public holidays excepted; school breaks are working days."""
        return day.weekday() < SATURDAY and day not in self.holidays

    def is_school_day(self, day: date) -> bool:
        taught = self.semester_on(day) is not None and self.break_on(day) is None
        return taught and self.is_working_day(day)

    @cached_property
    def worked_out(self) -> dict[str, Any]:
        """The dates of events that are alike for everybody, kept by `mentoring.calendar_dates`."""
        return {}

    @cached_property
    def most_days_off(self) -> int:
        """The most days in a row that are no working days or lie in a break, as far as the calendar
        goes: so far is a reminder moved at most."""
        known = [day for term in self.semesters for day in (term.first, term.last)]
        known += [day for pause in self.breaks for day in (pause.first, pause.last)]
        known += self.holidays
        if not known:
            return DAYS_OFF_ANYWHERE
        most = run = 0
        for number in range((max(known) - min(known)).days + 1):
            day = min(known) + timedelta(days=number)
            run = 0 if self.is_working_day(day) and self.break_on(day) is None else run + 1
            most = max(most, run)
        return most + DAYS_OFF_ANYWHERE

    @cached_property
    def school_terms(self) -> tuple[tuple[date, ...], ...]:
        """The school days of each semester; kept, since all calendars are worked out from them."""
        terms = sorted(self.semesters, key=lambda term: term.first)
        days = (tuple(filter(self.is_school_day, term.days)) for term in terms)
        return tuple(filter(None, days))

    @cached_property
    def school_months(self) -> tuple[tuple[date, ...], ...]:
        """The school days of each calendar month within a semester."""
        return tuple(
            tuple(days)
            for term in self.school_terms
            for _, days in groupby(term, lambda day: (day.year, day.month))
        )
