"""Those due together are spread over the window, so that a big programme still arrives in it.

50,000 reminders at one instant would take half an hour at 30 a second and hold up everything else;
twenty are as good as at once. The offset is drawn from person and day by a hash, so that deriving
again changes nothing, and nobody is always the last.
"""

from datetime import date, datetime, time, timedelta
from hashlib import blake2b

from mentoring.localtime import at, local
from mentoring.programme import Programme
from mentoring.rhythm import DEFAULT, Rhythm, quiet_at

PER_SECOND = 10
"""Unprompted messages a second; a third of what Telegram takes, which leaves room for replies."""

OWN_WINDOW = timedelta(hours=1)
"""Whoever chose 19:00 is written to by 20:00."""

DIGEST_BYTES = 8
ONE_DAY = timedelta(days=1)


def spread(
    programme: Programme,
    person: int,
    day: date,
    base: datetime,
    crowd: int,
    *,
    zone: str | None = None,
    rhythm: Rhythm = DEFAULT,
) -> datetime:
    """The instant for this person: `base`, or later within the window; `crowd` 0 spreads nothing.

    `crowd` is how many people of the programme are written to on such a day. The width grows with
    it, a second for every ten, and ends with the window or where quiet hours begin.
    """
    place = zone or programme.zone
    left = max(timedelta(0), _end(programme, base, place, rhythm) - base)
    width = min(timedelta(seconds=crowd // PER_SECOND), left)
    return base + timedelta(seconds=_drawn(person, day, int(width.total_seconds())))


def _drawn(person: int, day: date, below: int) -> int:
    """A number below, evenly drawn and the same in every process, which `hash()` isn't."""
    digest = blake2b(f"{person}:{day}".encode(), digest_size=DIGEST_BYTES).digest()
    return int.from_bytes(digest, "big") * below >> 8 * DIGEST_BYTES


def _end(programme: Programme, base: datetime, zone: str, rhythm: Rhythm) -> datetime:
    """The end of the window `base` lies in, or of the hour the person chose; never in the quiet."""
    here = local(base, zone)
    if rhythm.hour is not None and not quiet_at(programme, rhythm, rhythm.hour):
        end = base + OWN_WINDOW
    else:
        end = at(here.date(), programme.window.end, zone)
    for quiet in (programme.quiet, rhythm.quiet):
        if quiet is not None and quiet.start != quiet.end:
            end = min(end, _next(base, here.date(), quiet.start, zone))
    return end


def _next(base: datetime, day: date, wall: time, zone: str) -> datetime:
    today = at(day, wall, zone)
    return today if today > base else at(day + ONE_DAY, wall, zone)
