"""What planning needs to know of people and tasks, and nothing more."""

from dataclasses import dataclass, field
from datetime import date, datetime

from mentoring.calendar import Anchors
from mentoring.calendar import mark as mark


@dataclass(frozen=True, kw_only=True)
class TaskView:
    """What planning needs of a task.

    `known_since` is the instant the task or its present due date came about; with it, a nudge whose
    hour had already passed then is left out instead of arriving a minute after the task was made.
    `moved` says that the date is another one than the task was made with. Without `zone`, its owner
    lives in the programme's.
    """

    id: int
    person: int
    pairing: int | None
    due: date
    open: bool
    created: date
    known_since: datetime | None = None
    moved: bool = False
    zone: str | None = None


@dataclass(frozen=True, kw_only=True)
class MenteeView:
    """What planning needs of a mentee; the instants are aware UTC."""

    person: int
    pairing: int | None
    zone: str
    active_since: datetime
    last_sign: datetime
    last_asked: date | None = None
    """The local day of the last check-in."""


@dataclass(frozen=True, kw_only=True)
class MentorView:
    """What planning needs of a mentor with somebody to support; both instants are aware UTC."""

    person: int
    zone: str
    active_since: datetime
    last_sign: datetime


@dataclass(frozen=True, kw_only=True)
class EventView:
    """One person's part in the calendar. `active_since` is aware UTC.

    `done` names events the person has completed: by id for good, or by `mark(id, date)` for one
    date of an event that repeats.

    With `reader`, a role, somebody else is told of what is this one's: then `person`, `zone` and
    `pairing` are the reader's, all else is of whose it is.
    """

    person: int
    role: str
    pairing: int | None
    zone: str
    active_since: datetime
    anchors: Anchors = field(default_factory=Anchors)
    done: frozenset[str] = frozenset()
    reader: str | None = None
