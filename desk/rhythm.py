"""What a person chose about when they are written to, as the plans take it."""

from datetime import date, datetime, time, timedelta

from desk.visit import Visit
from mentoring.localtime import at
from mentoring.programme import Quiet
from mentoring.rhythm import DEFAULT, Rhythm
from store.people import Person


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


def morning(visit: Visit, days: int) -> datetime:
    """When something put off by so many days comes: at the hour the person likes."""
    chosen = rhythm_of(visit.person).hour or visit.programme.reminders.at
    return at(visit.today + timedelta(days=days), chosen, visit.zone)
