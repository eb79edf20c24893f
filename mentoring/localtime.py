"""Between what people agreed on (a day and a wall time somewhere) and one instant in UTC.

Twice a year the clocks make this ambiguous: a wall time may not exist, or occur twice. Whoever
adds hours to an instant instead gets reminders at the wrong hour for half of the year.
"""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from mentoring.programme import Quiet

ONE_SECOND = timedelta(seconds=1)
INSTANT = timedelta.resolution


def local(instant: datetime, zone: str) -> datetime:
    """The same instant as the clock on the wall in that zone shows it, still aware."""
    return instant.astimezone(ZoneInfo(zone))


@lru_cache(maxsize=4096)  # asked for again and again: the same hours of the same days for everybody
def at(day: date, wall: time, zone: str) -> datetime:
    """The UTC instant of a wall time: the first of two, or the end of the gap it falls into."""
    place = ZoneInfo(zone)
    first = datetime.combine(day, wall.replace(fold=0), tzinfo=place)
    instant = first.astimezone(UTC)
    if instant.astimezone(place).replace(tzinfo=None) == first.replace(tzinfo=None):
        return instant
    return _end_of_gap(first.replace(fold=1).astimezone(UTC), instant, place)


def end_of(day: date, zone: str) -> datetime:
    """The last instant of that day: what is due at midnight belongs to the next one."""
    return at(day + timedelta(days=1), time.min, zone) - INSTANT


def _end_of_gap(before: datetime, after: datetime, place: ZoneInfo) -> datetime:
    """The second at which the clock jumps, known to lie after `before` and not after `after`."""
    before, after = before.replace(microsecond=0), after.replace(microsecond=0)
    offset = after.astimezone(place).utcoffset()
    while after - before > ONE_SECOND:
        middle = before + (after - before) // ONE_SECOND // 2 * ONE_SECOND
        if middle.astimezone(place).utcoffset() == offset:
            after = middle
        else:
            before = middle
    return after


def awake(instant: datetime, zone: str, quiet: Quiet) -> datetime:
    """The same instant, or the end of the quiet hours it falls into; never an earlier one."""
    here = local(instant, zone)
    if not quiet.covers(here.time()):
        return instant
    over_midnight = quiet.start > quiet.end and here.time() >= quiet.start
    day = here.date() + timedelta(days=1) if over_midnight else here.date()
    return max(instant, at(day, quiet.end, zone))
