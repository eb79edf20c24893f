"""Results that would come in quiet hours wait for the morning, but for whoever has just written."""

from datetime import datetime, timedelta

from desk.rhythm import rested
from desk.visit import Visit
from mentoring.localtime import at, local
from mentoring.occurrence import Kind, Occurrence
from mentoring.rhythm import DEFAULT, waking
from store import occurrences
from store.activities import LIVE, Activity

KIND: Kind = "results"

CHAT = "chat"
"""What is shown in the mentor's chat of several people, among whom nobody has a rhythm known."""


def waits(visit: Visit, one: Visit, activity: Activity, what: str, place: int = 0) -> bool:
    """Whether the reader rests now; then it is planned for when they do no more."""
    if visit.channel is not None and one.person.id == visit.person.id and what != CHAT:
        return False
    together = activity.pace == LIVE or what == CHAT
    morning = of_programme(one) if together else rested(one)
    if morning <= one.now:
        return False
    occurrences.add(one.tx, activity.programme, _planned(one, activity, what, place, morning))
    return True


def of_programme(one: Visit) -> datetime:
    """This moment, or the end of the programme's quiet hours it lies in."""
    return waking(one.programme, DEFAULT, one.now, one.programme.zone)


def latest(one: Visit, instant: datetime) -> datetime:
    """The instant, or the beginning of the programme's next quiet hours where that comes first."""
    quiet, zone = one.programme.quiet, one.programme.zone
    if quiet.start == quiet.end:
        return instant
    here = local(one.now, zone)
    day = here.date() + timedelta(days=here.time() >= quiet.start)
    return min(instant, at(day, quiet.start, zone))


def _planned(one: Visit, activity: Activity, what: str, place: int, due: datetime) -> Occurrence:
    return Occurrence(
        key=f"activity:{activity.id}:{what}:{place}:{one.person.id}",
        kind=KIND,
        person=one.person.id,
        pairing=None,
        subject=activity.id,
        due=due,
        why={"rule": KIND, "what": what, "place": place},
    )
