"""What a person chose about when they are written to, as the plans take it."""

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, cast

from mentoring.mentions import ONE_DAY, first_day
from mentoring.programme import Quiet
from mentoring.rhythm import DEFAULT, Rhythm, moment, waking
from store.people import Person

if TYPE_CHECKING:
    from desk.visit import Visit


def rhythm_of(person: Person) -> Rhythm:
    """What the person chose; everything else is as the programme has it."""
    kept = person.rhythm
    if not kept:
        return DEFAULT
    quiet = None
    if "quiet_from" in kept:
        quiet = Quiet(start=_time(kept["quiet_from"]), end=_time(kept["quiet_to"]))
    return Rhythm(
        quiet=quiet,
        hour=_time(kept["hour"]) if "hour" in kept else None,
        weekday=kept.get("weekday"),
        paused_until=date.fromisoformat(kept["paused"]) if "paused" in kept else None,
    )


def _time(text: str) -> time:
    return time.fromisoformat(text)


def is_away(visit: "Visit") -> bool:
    return rhythm_of(visit.person).paused_on(visit.today)


def rested(visit: "Visit") -> datetime:
    """This moment, or the end of the quiet hours it lies in, the programme's or the person's."""
    if visit.person.rhythm:
        return awake_at(visit, visit.now)
    name, memo = ("rested", visit.part.programme, visit.zone, visit.now), visit.tx.memo
    if name not in memo:  # the same for everybody who chose nothing
        memo[name] = awake_at(visit, visit.now)
    return cast(datetime, memo[name])


def awake_at(visit: "Visit", instant: datetime) -> datetime:
    return waking(visit.programme, rhythm_of(visit.person), instant, visit.zone)


def on_return(visit: "Visit") -> datetime:
    """The hour the person likes, on the day their pause ends; tomorrow when there is none."""
    tomorrow, back = visit.today + ONE_DAY, rhythm_of(visit.person).paused_until
    return _hour_on(visit, written_on(visit, max(tomorrow, back or tomorrow)))


def morning(visit: "Visit", days: int) -> datetime:
    """At the hour the person likes, in so many days: the very day, for they chose it."""
    return _hour_on(visit, visit.today + timedelta(days=days))


def next_day(visit: "Visit", in_breaks: bool = False) -> datetime:
    """When what nobody chose to put off comes: tomorrow, or after the days off that follow."""
    return _hour_on(visit, written_on(visit, visit.today + ONE_DAY, in_breaks))


def soonest(visit: "Visit") -> datetime:
    """The hour the person likes, where today still has it and is no day off; else this moment, or
    the first day that is none."""
    first = _hour_on(visit, written_on(visit, visit.today))
    return max(first, visit.now)


def written_on(visit: "Visit", day: date, in_breaks: bool = False) -> date:
    """The day itself, or the first one after it on which the programme writes unasked."""
    return first_day(visit.programme, day, in_breaks) or day


def _hour_on(visit: "Visit", day: date) -> datetime:
    wall = visit.programme.reminders.at
    return moment(visit.programme, rhythm_of(visit.person), day, wall, visit.zone)
