"""What is done when somebody falls silent: a ladder of steps, each with time for the one before.

The days follow from the last sign alone, so that they never slide along with the clock.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import count, pairwise

from mentoring.localtime import local
from mentoring.mentions import first_day
from mentoring.occurrence import HORIZON_DAYS, Kind, Occurrence, in_order
from mentoring.programme import Does, Programme, Rung
from mentoring.rhythm import DEFAULT, Rhythm, moment
from mentoring.views import MenteeView, MentorView

DAYS_AFTER_BREAK = 3
"""Days people get to arrive after a break before their silence counts."""

NEED_A_MENTOR: frozenset[Does] = frozenset({"tell-mentor"})
QUESTIONS: frozenset[Does] = frozenset({"other-question", "ask-mentor"})
"""Steps that write to the silent person; the others write to somebody else about them."""


@dataclass(frozen=True, kw_only=True)
class _Watch:
    """Whose silence is watched, and how its occurrences are named."""

    person: int
    pairing: int | None
    zone: str
    last_sign: datetime
    active_since: datetime
    kind: Kind
    name: str


def plan_silence(
    programme: Programme, mentee: MenteeView, now: datetime, *, rhythm: Rhythm = DEFAULT
) -> tuple[Occurrence, ...]:
    """The steps if no sign comes; kept when overdue, since each is taken only once.

    Without a mentor those that need one are left out. A question to the mentee is dropped once the
    next step has come, since after days of standstill it would arrive beside it.
    """
    name = f"p{mentee.person}" if mentee.pairing is None else str(mentee.pairing)
    watch = _Watch(
        person=mentee.person,
        pairing=mentee.pairing,
        zone=mentee.zone,
        last_sign=mentee.last_sign,
        active_since=mentee.active_since,
        kind="silence",
        name=f"silence:{name}",
    )
    left_out = NEED_A_MENTOR if mentee.pairing is None else frozenset()
    rungs = tuple(rung for rung in programme.silence.rungs if rung.does not in left_out)
    return _planned(programme, watch, rungs, rhythm, now)


def plan_mentor_silence(
    programme: Programme, mentor: MentorView, now: datetime, *, rhythm: Rhythm = DEFAULT
) -> tuple[Occurrence, ...]:
    """The steps if a mentor gives no sign; ask for them only while there is a mentee to support."""
    watch = _Watch(
        person=mentor.person,
        pairing=None,
        zone=mentor.zone,
        last_sign=mentor.last_sign,
        active_since=mentor.active_since,
        kind="mentor_silence",
        name=f"mentor-silence:{mentor.person}",
    )
    return _planned(programme, watch, programme.silence.mentors, rhythm, now)


def _planned(
    programme: Programme, watch: _Watch, rungs: tuple[Rung, ...], rhythm: Rhythm, now: datetime
) -> tuple[Occurrence, ...]:
    until = local(now, watch.zone).date() + timedelta(days=HORIZON_DAYS)
    days = _days(programme, watch, rungs, rhythm, until)
    steps = [_step(programme, watch, rung, day, rhythm, turn) for rung, day, turn in days]
    overtaken = {
        step.key
        for step, following in pairwise(steps)
        if following.due <= now
        and (step.why["does"] in QUESTIONS or step.why["does"] == following.why["does"])
    }
    return in_order(step for step in steps if step.key not in overtaken)


def _days(
    programme: Programme, watch: _Watch, rungs: tuple[Rung, ...], rhythm: Rhythm, until: date
) -> Iterator[tuple[Rung, date, int]]:
    """Each step's day, and which time it is. One that a break moves takes the next ones along, or
    all came at once. The last one comes again, up to the day `until`, where it is meant to.

    A pause is no silence, so the days begin with its end.
    """
    since = local(max(watch.last_sign, watch.active_since), watch.zone).date()
    first = [*_firsts(programme, rungs, max(since, rhythm.paused_until or since))]
    yield from ((rung, day, 1) for rung, day in first)
    if first and len(first) == len(rungs) and rungs[-1].again_days:
        yield from _again(programme, rungs[-1], first[-1][1], until)


def _firsts(
    programme: Programme, rungs: tuple[Rung, ...], since: date
) -> Iterator[tuple[Rung, date]]:
    reached, passed = since, 0
    for rung in rungs:
        day = _awaited(programme, reached + timedelta(days=rung.after_days - passed))
        if day is None:
            return
        reached, passed = day, rung.after_days
        yield rung, day


def _again(
    programme: Programme, rung: Rung, reached: date, until: date
) -> Iterator[tuple[Rung, date, int]]:
    for turn in count(2):
        day = _awaited(programme, reached + timedelta(days=rung.again_days or 0))
        if day is None or day > until:
            return
        reached = day
        yield rung, day, turn


def _awaited(programme: Programme, day: date | None) -> date | None:
    """The day itself, or the first one after it on which an answer could be expected."""
    while day is not None:
        taught = _after_breaks(programme, day)
        day = first_day(programme, taught) if taught else None
        if day == taught:
            break
    return day


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


def days_silent(programme: Programme, rungs: tuple[Rung, ...], since: date, today: date) -> int:
    """As the ladder counts: without the holidays, but never fewer than its last step took."""
    taken = [rung.after_days for rung, day in _firsts(programme, rungs, since) if day <= today]
    return max([days_awaited(programme, since, today), *taken])


def days_awaited(programme: Programme, after: date, until: date) -> int:
    """The days after one and up to another on which a sign could be expected. Nobody is silent in
    the holidays, nor while people arrive after them."""
    day, found = after + timedelta(days=1), 0
    while (begins := _after_breaks(programme, day)) is not None and begins <= until:
        day = min(_holidays_after(programme, begins), until + timedelta(days=1))
        found += (day - begins).days
    return found


def _holidays_after(programme: Programme, day: date) -> date:
    """The first day of the next ones, seen from a day that is none of them."""
    term = programme.semester_on(day)
    ends = term.last + timedelta(days=1) if term else date.max
    return min([ends, *(pause.first for pause in programme.breaks if pause.first > day)])


def _step(
    programme: Programme, watch: _Watch, rung: Rung, day: date, rhythm: Rhythm, turn: int
) -> Occurrence:
    last_day = local(watch.last_sign, watch.zone).date()
    theirs = rhythm if rung.does in QUESTIONS else DEFAULT
    return Occurrence(
        key=_key(watch, rung, last_day, turn),
        kind=watch.kind,
        person=watch.person,
        pairing=watch.pairing,
        subject=None,
        due=moment(programme, theirs, day, programme.silence.at, watch.zone),
        why={
            "rule": watch.kind,
            "days": rung.after_days,
            "last_sign": last_day.isoformat(),
            "does": rung.does,
        },
    )


def _key(watch: _Watch, rung: Rung, last_day: date, turn: int) -> str:
    """Telling the mentor has the key it always had: such rows are in databases."""
    key = f"{watch.name}:{last_day}"
    if rung.does != "tell-mentor":
        key = f"{key}:{rung.does}"
    return key if turn == 1 else f"{key}:{turn}"
