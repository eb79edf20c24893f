"""By when a human answers: the support hours of the programme, so that no more is promised."""

from datetime import date, datetime, timedelta

from babel.dates import format_time

from dialogs.human import format_date
from mentoring.localtime import at, local
from mentoring.programme import Programme


def opens(programme: Programme, now: datetime) -> datetime:
    """This moment, where it lies in support hours; else the next opening."""
    support, here = programme.support, local(now, programme.zone)
    day = here.date()
    if here.time() >= support.working_to:
        day += timedelta(days=1)
    while not _is_open_on(programme, day):
        day += timedelta(days=1)
    return max(now, at(day, support.working_from, programme.zone))


def answer_by(programme: Programme, now: datetime) -> datetime:
    """By when an answer usually comes: within the hours stated, at a supported time.

    What is asked while nobody works counts from the next opening, and is answered by the end of
    that day at the latest: a question of the night before has waited long enough. Where the hours
    end after the day's work, its end counts; where they began on that same day, the next day's.
    """
    begins, hours = _begins(programme, now)
    latest = local(begins + timedelta(hours=hours), programme.zone)
    if begins > now:
        opening = local(begins, programme.zone).date()
        return min(begins + timedelta(hours=hours), _end_of(programme, opening))
    day, wall = latest.date(), latest.time().replace(minute=0, second=0, microsecond=0)
    support = programme.support
    if not support.working_from <= wall <= support.working_to or latest.time() > support.working_to:
        same = day == local(begins, programme.zone).date() and wall >= support.working_to
        day, wall = day + timedelta(days=same), support.working_to
    while not _is_open_on(programme, day):
        day, wall = day + timedelta(days=1), support.working_to
    return at(day, wall, programme.zone)


def _end_of(programme: Programme, day: date) -> datetime:
    return at(day, programme.support.working_to, programme.zone)


def _begins(programme: Programme, now: datetime) -> tuple[datetime, int]:
    """From when it counts, and how many hours; what is asked on a day off may have its own."""
    support = programme.support
    off = not programme.is_working_day(local(now, programme.zone).date())
    if off and support.weekend_within_hours:
        return now, support.weekend_within_hours
    return opens(programme, now), support.answer_within_hours


def _is_open_on(programme: Programme, day: date) -> bool:
    return programme.support.weekend or programme.is_working_day(day)


def when(instant: datetime, zone: str, language: str, today: date) -> str:
    """ "otrdien, 3. martā, plkst. 17.00" or "Tuesday, 3 March, 17:00"."""
    here = local(instant, zone)
    clock = format_time(here, "H.mm" if language == "lv" else "HH:mm", locale=language)
    before = "plkst. " if language == "lv" else ""
    return f"{format_date(here.date(), language, today)}, {before}{clock}"
