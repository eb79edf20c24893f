"""What stands in a programme's calendar: phases, and things with a date that may hang on others.

Most dates of a mentorship aren't known when the programme is written: they hang on the day a pair
begins, on a phase, or on each other. So a date is kept as the coordinator means it, and worked out
again whenever something it hangs on moves (`mentoring.calendar_dates`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Literal, TypeAlias

from mentoring.text import Text

EventKind: TypeAlias = Literal["module", "task", "questionnaire", "meeting", "event"]
EVENT_KINDS: tuple[EventKind, ...] = ("module", "task", "questionnaire", "meeting", "event")

TO_BE_DONE: frozenset[EventKind] = frozenset({"task", "questionnaire"})
"""Kinds that still matter after their date; a meeting that is over isn't spoken of again."""

Unit: TypeAlias = Literal["days", "weeks", "working_days"]
UNITS: tuple[Unit, ...] = ("days", "weeks", "working_days")

Repeat: TypeAlias = Literal["first_school_day", "last_school_day", "day_of_month"]
Period: TypeAlias = Literal["month", "semester"]
PERIODS: tuple[Period, ...] = ("month", "semester")

DialogOpen: TypeAlias = Literal["wait", "interrupt", "skip"]
DIALOG_OPEN: tuple[DialogOpen, ...] = ("wait", "interrupt", "skip")

START, PAIRING = "start", "pairing"
PHASE, EVENT, ANSWER = "phase:", "event:", "answer:"


@dataclass(frozen=True, kw_only=True)
class Phase:
    """One stage of the way. `begins` is the planned day; the day a pair gets there goes first.

    `after` is what brings a pair here by itself, once both are through with it: a dialog that both
    answer and confirm, or a timed guide.
    """

    id: str
    name: Text
    begins: date | None = None
    after: str = ""


@dataclass(frozen=True, kw_only=True)
class When:
    """A date as it is meant: one `day`, `to` an anchor, or one that repeats `each` period.

    The offset is counted from there, then `weekday` (Monday is 0) moves on to the next such day; a
    negative offset moves back instead, so that "a week before" never slips towards its anchor.
    `number` is the day of the month, 31 being the last day of a shorter one.
    """

    day: date | None = None
    to: str = ""
    each: Repeat | None = None
    period: Period = "month"
    number: int = 0
    offset: int = 0
    unit: Unit = "days"
    weekday: int | None = None


@dataclass(frozen=True, kw_only=True)
class Remind:
    """Days before and after its date on which an event is mentioned; `to` nobody means its own."""

    before: tuple[int, ...] = ()
    on_day: bool = False
    late: tuple[int, ...] = ()
    to: tuple[str, ...] = ()
    dialog_open: DialogOpen = "wait"


@dataclass(frozen=True, kw_only=True)
class Event:
    """One thing in the calendar. With `at`, a wall time in the programme's zone, it begins then.

    Without `remind` it stands in the calendar and is never mentioned unasked. `outside` says that a
    date outside the semesters is meant; only then is it mentioned in a break without mentoring.
    """

    id: str
    kind: EventKind
    title: Text
    roles: tuple[str, ...]
    when: When
    at: time | None = None
    dialog: str | None = None
    text: Text | None = None
    remind: Remind = field(default_factory=Remind)
    outside: bool = False

    @property
    def reminded(self) -> tuple[str, ...]:
        return self.remind.to or self.roles


def mark(event: str, day: date) -> str:
    """How one date of an event is named: "diary-check:2026-01-30"."""
    return f"{event}:{day}"


@dataclass(frozen=True, kw_only=True)
class Moved:
    """A later day that one person was granted; `since` is the aware instant it came about."""

    to: date
    since: datetime


@dataclass(frozen=True, kw_only=True)
class Anchors:
    """What has happened in one person's life with the programme, as local dates.

    `phases` holds those really reached, `answers` the last answer to each dialog. What isn't there
    hasn't happened, and what hangs on it has no date yet. `moved` is by the mark of the date as it
    would be if nobody had ever been given more time.
    """

    start: date | None = None
    pairing: date | None = None
    phases: Mapping[str, date] = field(default_factory=dict)
    answers: Mapping[str, date] = field(default_factory=dict)
    moved: Mapping[str, Moved] = field(default_factory=dict)
