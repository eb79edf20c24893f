"""Which stage of the way a pair is in, from the days on which it was said to have got there.

Nothing is counted on: a pair is in the stage it reached last. The first one begins with the pair,
unless the programme has a day for it.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from mentoring.calendar import Phase

Days = Mapping[str, date]


def reached(phases: Sequence[Phase], said: Days, began: date) -> dict[str, date]:
    """The days on which a pair that began on that day really got to each of its stages."""
    ids = [phase.id for phase in phases]
    days = {name: day for name, day in said.items() if name in ids}
    if phases and phases[0].begins is None:
        days.setdefault(phases[0].id, began)
    return days


def current(phases: Sequence[Phase], days: Days, today: date) -> tuple[Phase, date] | None:
    """The stage they are in and since when: the last one reached, or begun by the programme's plan.

    Of two on one day it is the later one.
    """
    begun = [(days.get(phase.id, phase.begins), place) for place, phase in enumerate(phases)]
    past = [(day, place) for day, place in begun if day is not None and day <= today]
    if not past:
        return None
    day, place = max(past)
    return phases[place], day


def moved(phases: Sequence[Phase], days: Days, name: str, today: date) -> dict[str, date]:
    """The days once the pair is said to be in that stage; those of later stages were a mistake.

    Going back keeps the day the stage was first reached, so that what was counted from it stays.
    """
    ids = [phase.id for phase in phases]
    kept = {each: day for each, day in days.items() if ids.index(each) <= ids.index(name)}
    said = {name: today, **kept}
    now = current(phases, said, today)
    return said if now is not None and now[0].id == name else {**said, name: today}
