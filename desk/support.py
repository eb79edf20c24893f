"""By when a human answers: the support hours of the programme, so that no more is promised."""

from datetime import date, datetime, timedelta

from babel.dates import format_time

from dialogs.human import format_date
from mentoring.localtime import at, local
from mentoring.programme import Programme


def answer_by(programme: Programme, now: datetime) -> datetime:
    """By when an answer usually comes: within the hours stated, at a supported time."""
    support = programme.support
    latest = local(now + timedelta(hours=_within(programme, now)), programme.zone)
    day = latest.date()
    if latest.time() > support.working_to or latest.time() < support.working_from:
        if latest.time() > support.working_to:
            day += timedelta(days=1)
        wall = support.working_to
    else:
        wall = latest.time().replace(minute=0, second=0, microsecond=0)
    while not support.weekend and not programme.is_working_day(day):
        day, wall = day + timedelta(days=1), support.working_to
    return at(day, wall, programme.zone)


def _within(programme: Programme, now: datetime) -> int:
    support = programme.support
    off = not programme.is_working_day(local(now, programme.zone).date())
    return (support.weekend_within_hours if off else None) or support.answer_within_hours


def when(instant: datetime, zone: str, language: str, today: date) -> str:
    """ "otrdien, 3. martā, plkst. 17.00" or "Tuesday, 3 March, 17:00"."""
    here = local(instant, zone)
    clock = format_time(here, "H.mm" if language == "lv" else "HH:mm", locale=language)
    before = "plkst. " if language == "lv" else ""
    return f"{format_date(here.date(), language, today)}, {before}{clock}"
