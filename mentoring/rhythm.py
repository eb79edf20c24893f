"""How one person lives: when they are left alone, when they like to be asked, how fast they go.

The programme's quiet hours are a promise to young people and hold for everybody; a person's own
come on top. A chosen hour takes the place of the programme's, unless it lies in quiet hours.
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Literal, TypeAlias

from mentoring.localtime import at, awake, local
from mentoring.programme import Programme, Quiet

Pace: TypeAlias = Literal["ahead", "average", "not-begun"]


@dataclass(frozen=True, kw_only=True)
class Rhythm:
    """One person's choices; everything left out is as the programme has it.

    `weekday` (Monday is 0) is for check-ins. Before the local day `paused_until` nothing is sent
    unprompted, and on that day it begins again.
    """

    quiet: Quiet | None = None
    hour: time | None = None
    weekday: int | None = None
    paused_until: date | None = None
    pace: Pace = "average"

    def paused_on(self, day: date) -> bool:
        return self.paused_until is not None and day < self.paused_until


DEFAULT = Rhythm()


def quiet_at(programme: Programme, rhythm: Rhythm, wall: time) -> bool:
    return any(quiet.covers(wall) for quiet in _quiets(programme, rhythm))


def _quiets(programme: Programme, rhythm: Rhythm) -> tuple[Quiet, ...]:
    return (programme.quiet, rhythm.quiet) if rhythm.quiet else (programme.quiet,)


def waking(programme: Programme, rhythm: Rhythm, instant: datetime, zone: str) -> datetime:
    """The instant, or the first one later at which neither the programme nor the person rests.

    Where both together leave no hour of the day, the programme's quiet hours alone count: a slip in
    one's own must not silence the assistant for ever.
    """
    found = instant
    for quiet in _quiets(programme, rhythm) * 2:
        found = awake(found, zone, quiet)
    if quiet_at(programme, rhythm, local(found, zone).time()):
        return awake(instant, zone, programme.quiet)
    return found


def moment(programme: Programme, rhythm: Rhythm, day: date, wall: time, zone: str) -> datetime:
    """When something unprompted meant for that local day is sent.

    One's own quiet hours may last until night; then it comes in the morning before rather than the
    morning after, when "due today" would no longer be true.
    """
    own = rhythm.hour is not None and not quiet_at(programme, rhythm, rhythm.hour)
    chosen = rhythm.hour if own and rhythm.hour is not None else wall
    found = waking(programme, rhythm, at(day, chosen, zone), zone)
    if rhythm.quiet is None or local(found, zone).date() == day:
        return found
    morning = waking(programme, rhythm, at(day, time.min, zone), zone)
    return morning if local(morning, zone).date() == day else found
